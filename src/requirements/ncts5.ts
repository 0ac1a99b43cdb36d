import { decisionMatrix, errata, listedTests, matrixColumns, matrixRows } from './appendix-a.ts';
import { checklistForm } from './checklist-form.ts';
import { phases } from './phase.ts';
import { byNumber, type Programme } from './programme.ts';
import { scenarios } from './scenario-table.ts';

/** Phase 5 of the New Computerised Transit System. Source: PAGE, FORM, GUIDE, PACK. */
export const ncts5: Programme = {
  name: 'NCTS5',
  // Phase 1 opened on 30 October 2023, Trader Test in that year. Source: PAGE.
  begins: Date.UTC(2023, 0, 1),
  // 'All results must be less than 14 days old.' Source: PAGE, FORM.
  maxAgeDays: 14,
  scenarios: byNumber(scenarios),
  matrix: { rows: matrixRows, columns: matrixColumns, cells: decisionMatrix },
  listedTests,
  errata,
  form: checklistForm,
  phases,
};
