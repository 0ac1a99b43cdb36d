import type { Place } from '../../finding.ts';
import { type AddMistake, labelOf, valueAt } from '../mistakes.ts';
import { offsetAt, parseYaml, type Path, plainValue, writtenAt } from './yaml.ts';

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
 * @returns undefined after mistakes.
 */
export function parseConfiguration(file: string, text: string, addMistake: AddMistake): Configuration | undefined {
  const parsed = parseYaml(file, text, addMistake);
  const value = parsed === undefined ? undefined : plainValue(parsed.document, file, addMistake);
  if (parsed === undefined || value === undefined) {
    return undefined;
  }
  const { document, placeAt } = parsed;
  return {
    file,
    value: (path) => {
      const found = valueAt(value, path);
      return typeof found === 'string' && found.trim() === '' ? undefined : found;
    },
    place: (path) => ({ ...placeAt(offsetAt(document, path)), setting: labelOf(path) || undefined }),
    written: (path) => writtenAt(document, path),
  };
}
