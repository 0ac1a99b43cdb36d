import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type * as z from 'zod/mini';
import type { Complain } from './complaint.ts';
import { configurationShape, knownKeys, structureSchema, type Structure } from './configuration-schema.ts';
import { expectation } from './expectation.ts';
import { type Given, shorten } from './given.ts';
import { suggestion } from './nearest.ts';
import { settingsTable } from './table.ts';

type Path = readonly PropertyKey[];

/** A configuration file whose shape is right; its words and texts are still to be read. */
export interface Configuration {
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

/** Aliases are a convenience for a few repeated lines; each may stand for that many values in all, no more. */
const maxAliases = 50;

/**
 * Reads the text of a configuration file: YAML 1.2 with its core schema. One document; no custom tags, no doubled
 * keys, few aliases, only known keys.
 *
 * @param file As shown in complaints.
 * @returns undefined when something was complained about.
 */
export function readConfiguration(file: string, text: string, complain: Complain): Configuration | undefined {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const document = parse(file, text, lines, place, complain);
  if (document === undefined) return undefined;
  const where = (path: Path) => {
    const label = labelOf(path);
    return `${place(offsetAt(document, path))}${label === '' ? '' : ` ${label}`}`;
  };
  const value = plain(document, file, complain);
  if (value === undefined) return undefined;
  const checked = configurationShape.safeParse(value);
  if (!checked.success) {
    for (const issue of checked.error.issues) report(issue, value, where, complain);
    return undefined;
  }
  return {
    structure: structureSchema.parse(value),
    where,
    given: (path) => {
      const found = valueAt(value, path);
      if (found === undefined || found === null) return undefined;
      const texts = (Array.isArray(found) ? found : [found]).map(String);
      return texts.some((one) => one.trim() !== '') || Array.isArray(found) ? { where: where(path), texts } : undefined;
    },
    keys: (path) => {
      const found = valueAt(value, path);
      return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.keys(found) : undefined;
    },
    written: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

function parse(
  file: string,
  text: string,
  lineCounter: LineCounter,
  place: (offset: number) => string,
  complain: Complain,
): Document | undefined {
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      uniqueKeys: true,
      prettyErrors: false,
    });
  } catch {
    // The parser recurses: thousands of opening brackets exhaust the stack.
    complain(file, 'is nested too deeply to be read.');
    return undefined;
  }
  // Warnings, too: an unknown tag would otherwise be dropped without a word.
  const faults = [...document.errors, ...document.warnings];
  for (const { message, pos } of faults)
    complain(place(pos[0]), `is not the YAML that is read here: ${shorten(message)}`);
  if (faults.length > 0) return undefined;
  let proto: Node | undefined;
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') proto = key;
    },
  });
  if (proto !== undefined) complain(place(proto.range?.[0] ?? 0), "the key '__proto__' is not allowed.");
  return proto === undefined ? document : undefined;
}

function plain(document: Document, file: string, complain: Complain): unknown {
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) return {};
  if (!isMap(document.contents)) {
    complain(`${file}:1:1`, 'must be a map of settings, such as results: or flows: with their values.');
    return undefined;
  }
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch {
    complain(file, `uses YAML aliases (*name) for more than ${maxAliases} values.`, 'Write the values out.');
    return undefined;
  }
}

function report(issue: z.core.$ZodIssue, value: unknown, where: (path: Path) => string, complain: Complain): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const known = knownKeys(issue.path);
      const path = [...issue.path, key];
      const elsewhere = settingsTable.some(({ name }) => name === key);
      if (elsewhere && issue.path.length === 0) complain(where(path), 'can only be given as an input or a flag.');
      else complain(where(path), 'is not known.', suggestion(key, known));
    }
    return;
  }
  const path = deepest(issue);
  complain(where(path), `must be ${expectation(path)}, ${butIs(valueAt(value, path))}.`);
}

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

/** Where a key stands, or else an item, or else what encloses it. */
function offsetAt(document: Document, path: Path): number {
  const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === last) : undefined;
  if (isPair(pair) && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  const node = document.getIn(path, true);
  if (isNodeWithRange(node)) return node.range[0];
  return path.length === 0 ? 0 : offsetAt(document, path.slice(0, -1));
}

function isNodeWithRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** `applications[0].flows`, as people write it. */
function labelOf(path: Path): string {
  return path.reduce<string>((label, key) => {
    if (typeof key === 'number') return `${label}[${key}]`;
    return label === '' ? String(key) : `${label}.${String(key)}`;
  }, '');
}
