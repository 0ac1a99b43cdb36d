import { isScalar, LineCounter } from 'yaml';
import type * as z from 'zod/mini';
import type { Programme } from '../requirements/programme.ts';
import type { Complain } from './complaint.ts';
import { configurationShapes, type Structure } from './configuration-schema.ts';
import { expectation } from './expectation.ts';
import { type Given, shorten } from './given.ts';
import { suggestion } from './nearest.ts';
import { settingOf } from './table.ts';
import { maxAlike, offsetAt, parseYaml, type Path, plainValue } from './yaml.ts';

/** A configuration file whose shape is right; its words and texts are still to be read. */
export interface Configuration {
  /**
   * Its shape was wrong and was complained about: keys at the top that had a part in that are left out. What is left is
   * read all the same, so that its mistakes are told together with the others.
   */
  readonly incomplete: boolean;
  /** What it is read for, going by its key or by what was chosen before. */
  readonly programme: Programme;
  readonly structure: Structure;
  /** What it gives for a setting, or for a list at a path such as `['applications', 0, 'procedures']`. */
  given(path: Path): Given | undefined;
  /** The keys of a map at a path; undefined when there is none. */
  keys(path: Path): readonly string[] | undefined;
  /** File, line, column and key, for complaints. */
  where(path: Path): string;
  /** A scalar as it is written in the file (`0042`), which YAML may take for a number. */
  written(path: Path): string | undefined;
}

/**
 * Reads the text of a configuration file: YAML 1.2 with its core schema. One document; no custom tags, no doubled
 * keys, few aliases, only known keys.
 *
 * @param file As shown in complaints.
 * @param programmeOf Whose questions may be answered in it, given what its key `programme` says.
 * @returns undefined when something was complained about.
 */
export function readConfiguration(
  file: string,
  text: string,
  programmeOf: (key: Given | undefined) => Programme,
  complain: Complain,
): Configuration | undefined {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const document = parseYaml(file, text, lines, place, complain);
  if (document === undefined) return undefined;
  const where = (path: Path) => {
    const label = labelOf(path);
    return `${place(offsetAt(document, path))}${label === '' ? '' : ` ${label}`}`;
  };
  const value = plainValue(document, file, complain);
  if (value === undefined) return undefined;
  const key = valueAt(value, ['programme']);
  const programme = programmeOf(typeof key === 'string' ? { where: where(['programme']), texts: [key] } : undefined);
  const shapes = configurationShapes(programme);
  const checked = shapes.file.safeParse(value);
  const { knownKeys } = shapes;
  if (!checked.success) {
    for (const issue of checked.error.issues) report(issue, { value, where, programme, knownKeys }, complain);
  }
  const sound = checked.success ? value : withoutKeys(value, checked.error.issues);
  if (!checked.success && !shapes.file.safeParse(sound).success) return undefined;
  return {
    incomplete: !checked.success,
    programme,
    structure: shapes.structure.parse(sound),
    where,
    given: (path) => {
      const found = valueAt(sound, path);
      if (found === undefined || found === null) return undefined;
      const texts = (Array.isArray(found) ? found : [found]).map(String);
      return texts.some((one) => one.trim() !== '') || Array.isArray(found) ? { where: where(path), texts } : undefined;
    },
    keys: (path) => {
      const found = valueAt(sound, path);
      return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.keys(found) : undefined;
    },
    written: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

/** The top of the file without the keys that an issue is about. */
function withoutKeys(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const wrong = new Set(
    issues.flatMap((issue) =>
      issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [issue.path[0]],
    ),
  );
  return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
}

interface Reported {
  readonly value: unknown;
  readonly where: (path: Path) => string;
  readonly programme: Programme;
  readonly knownKeys: (path: Path) => readonly string[];
}

function report(issue: z.core.$ZodIssue, { value, where, programme, knownKeys }: Reported, complain: Complain): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys.slice(0, maxAlike)) {
      const known = knownKeys(issue.path);
      const path = [...issue.path, key];
      const elsewhere = settingOf(key) !== undefined;
      const answered = path.slice(path.lastIndexOf('answers') + 1).join('.');
      const byHand = programme.form.byHand.find(
        (field) => path.includes('answers') && (field.key === answered || field.key.startsWith(`${answered}.`)),
      );
      if (byHand !== undefined) {
        complain(where(path), 'is not a question.', byHandOnly[byHand.kind]);
      } else if (elsewhere && issue.path.length === 0) {
        complain(where(path), 'can only be given as an input or a flag.');
      } else {
        complain(where(path), 'is not known.', suggestion(key, known));
      }
    }
    const more = issue.keys.length - maxAlike;
    if (more > 0) complain(where(issue.path), `has ${more} more keys that are not known.`);
    return;
  }
  const path = deepest(issue);
  complain(where(path), `must be ${expectation(programme, path)}, ${butIs(valueAt(value, path))}.`);
}

/** Why no answer can be given for what only a person may do in the form. */
const byHandOnly = {
  tick: 'A person ticks the statements of the form that are true; no program does.',
  signature: 'A person signs the form; no program does.',
  date: 'A person who signs the form writes the date; no program does.',
};

/** Where in the alternatives of a union it went wrong: the one that got furthest is the one that was meant. */
function deepest(issue: z.core.$ZodIssue): Path {
  if (issue.code !== 'invalid_union') return issue.path;
  const within = issue.errors.flat().map((inner) => [...issue.path, ...deepest(inner)]);
  return within.reduce<Path>((longest, path) => (path.length > longest.length ? path : longest), issue.path);
}

function butIs(value: unknown): string {
  if (value === undefined) return 'but is missing';
  if (value === null) return 'but is empty';
  if (Array.isArray(value)) return 'not a list';
  if (typeof value === 'string') return `not '${shorten(value)}'`;
  return typeof value === 'number' || typeof value === 'boolean' ? `not ${value}` : 'not a map';
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined,
    value,
  );
}

/** `applications[0].flows`, as people write it. */
function labelOf(path: Path): string {
  return path.reduce<string>((label, key) => {
    if (typeof key === 'number') return `${label}[${key}]`;
    return label === '' ? String(key) : `${label}.${String(key)}`;
  }, '');
}
