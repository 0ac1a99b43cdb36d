import { isScalar, LineCounter } from 'yaml';
import type { Finding, Place } from '../../finding.ts';
import type { Programme } from '../../requirements/programme.ts';
import { fileSchema, knownKeys } from './configuration-schema.ts';
import { type Complain, complainInto, labelOf, type Mistake, mistakesOf, valueAt } from '../mistakes.ts';
import { settingOf } from '../table.ts';
import { offsetAt, parseYaml, type Path, plainValue } from './yaml.ts';

/** A configuration file as it stands: plain values, and where each was written. */
export interface Configuration {
  /** As shown in mistakes. */
  readonly file: string;
  /** What stands at a path, such as `['applications', 0, 'procedures']`; undefined for nothing, and for a blank text. */
  value(path: Path): unknown;
  /** File, line, column and key. */
  place(path: Path): Place;
  /** A scalar as it is written in the file (`0042`), which YAML may take for a number. */
  written(path: Path): string | undefined;
}

/**
 * Parses the text of a configuration file: YAML 1.2 with its core schema. One document; no custom tags, no doubled keys, few
 * aliases. Its settings are still to be checked, once the programme is known.
 *
 * @param file As shown in mistakes.
 * @returns undefined when something was complained about.
 */
export function parseConfiguration(file: string, text: string, complain: Complain): Configuration | undefined {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const document = parseYaml(file, text, lines, placeAt, complain);
  const value = document === undefined ? undefined : plainValue(document, file, complain);
  if (document === undefined || value === undefined) {
    return undefined;
  }
  return {
    file,
    value: (path) => {
      const found = valueAt(value, path);
      return typeof found === 'string' && found.trim() === '' ? undefined : found;
    },
    place: (path) => ({ ...placeAt(offsetAt(document, path)), setting: labelOf(path) || undefined }),
    written: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

/** Everything that is wrong with the file's keys and values, each where it stands. */
export function mistakesIn(configuration: Configuration, programme: Programme): readonly Finding[] {
  const value = configuration.value([]);
  const findings: Finding[] = [];
  const complain = complainInto(findings);
  const checked = fileSchema(programme).safeParse(value);
  const mistakes = mistakesOf(checked.error?.issues ?? [], value, {
    knownKeys: (path) => knownKeys(programme, path),
  });
  for (const mistake of mistakes) {
    const { path, message, next } = misplaced(mistake, programme) ?? mistake;
    complain(configuration.place(path), message, next);
  }
  return findings;
}

/** Of a key that is something, but nothing of the file. */
function misplaced({ path }: Mistake, { form }: Programme): Mistake | undefined {
  const [key] = path;
  const setting = path.length === 1 && typeof key === 'string' ? settingOf(key) : undefined;
  if (setting?.config === false) {
    return { path, message: 'can only be given as an input or a flag.' };
  }
  const answered = path.includes('answers') ? path.slice(path.lastIndexOf('answers') + 1).join('.') : undefined;
  const byHand = form.byHand.find((field) => field.key === answered || field.key.startsWith(`${answered}.`));
  return answered === undefined || byHand === undefined
    ? undefined
    : { path, message: 'is not a question.', next: byHandOnly[byHand.kind] };
}

/** Why no answer can be given for what only a person may do in the form. */
const byHandOnly = {
  tick: 'A person ticks the statements of the form that are true; no program does.',
  signature: 'A person signs the form; no program does.',
  date: 'A person who signs the form writes the date; no program does.',
};
