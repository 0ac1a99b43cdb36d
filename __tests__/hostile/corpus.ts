import { bombCases } from './corpus/bombs.ts';
import { encodingCases } from './corpus/encodings.ts';
import { entityCases } from './corpus/entities.ts';
import type { HostileCase } from './corpus/hostile-case.ts';
import { markupCases, noReportCases } from './corpus/markup.ts';
import { keyCases, nameCases } from './corpus/names.ts';
import { countCases, outcomeCases } from './corpus/outcomes.ts';
import { placeCases } from './corpus/places.ts';
import { textCases } from './corpus/texts.ts';
import { timeCases } from './corpus/times.ts';

/** Every hostile or broken input that has a small form. What is hostile by its size alone is in `sizes.test.ts`. */
export const corpus: readonly HostileCase[] = [
  ...entityCases,
  ...markupCases,
  ...noReportCases,
  ...encodingCases,
  ...outcomeCases,
  ...countCases,
  ...nameCases,
  ...keyCases,
  ...timeCases,
  ...textCases,
  ...placeCases,
  ...bombCases,
];
