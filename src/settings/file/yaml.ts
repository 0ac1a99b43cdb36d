import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { plural } from '../../text/wording.ts';
import type { Place } from '../../finding.ts';
import { type AddMistake, maxAlike } from '../mistakes.ts';
import { clip } from '../nearest.ts';
import { type Fault, misplacedItems, syntaxFaults, tooDeep } from './yaml-faults.ts';

/** Keys and, for items of lists, numbers from the top of a document. */
export type Path = readonly PropertyKey[];

/** Aliases are a convenience for a few repeated lines. There may be that many, and one may be expanded as often. */
const maxAliases = 50;

/** A document, and where an offset in its text stands: file, line and column. */
interface Parsed {
  readonly document: Document;
  readonly placeAt: (offset: number) => Place;
}

/**
 * Parses one document of YAML 1.2 with the core schema, without what a configuration has no use for.
 *
 * @returns undefined after mistakes.
 */
export function parseYaml(file: string, text: string, addMistake: AddMistake): Parsed | undefined {
  const lineCounter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      // Looked for in `forbidden`, since the parser compares each key with each other one.
      uniqueKeys: false,
      prettyErrors: false,
    });
  } catch {
    // The parser recurses: thousands of opening brackets exhaust the stack.
    addMistake({ file }, tooDeep);
    return undefined;
  }
  const faults = [...syntaxFaults(document, text)];
  if (faults.length === 0) {
    faults.push(...forbidden(document), ...misplacedItems(document, text));
  }
  for (const { offset, message, next } of faults.slice(0, maxAlike)) {
    addMistake(placeAt(offset), message, next);
  }
  if (faults.length > maxAlike) {
    addMistake({ file }, `has ${plural(faults.length - maxAlike, 'more mistake')}.`);
  }
  return faults.length === 0 ? { document, placeAt } : undefined;
}

/** What YAML allows and a configuration has no use for. */
function forbidden(document: Document): readonly Fault[] {
  const odd: Node[] = [];
  const aliases: Alias[] = [];
  const doubled: Scalar[] = [];
  const merges: Scalar[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) doubled.push(key);
        if (name === '<<') merges.push(key);
        seen.add(name);
      }
    },
    Pair: (_, { key }) => {
      if (isNode(key) && (!isScalar(key) || !isPlain(key.value))) odd.push(key);
    },
    Alias: (_, alias) => void aliases.push(alias),
  });
  // Finding what an alias stands for takes a walk through the file: many of them would take for ever.
  const unresolved =
    aliases.length > maxAliases ? [] : aliases.filter((alias) => alias.resolve(document) === undefined);
  return [
    ...doubled.map((key) => ({
      offset: offsetOf(key),
      message: `the key '${clip(String(key.value))}' is given twice.`,
    })),
    ...merges.map((key) => ({
      offset: offsetOf(key),
      message: 'the merge key << is not read here.',
      next: 'Write the settings out; an alias (*name) may stand for a whole value.',
    })),
    ...odd.map((key) => ({ offset: offsetOf(key), message: "a key must be a plain name, and not '__proto__'." })),
    ...unresolved.map((alias) => ({
      offset: offsetOf(alias),
      message: `nothing is called &${clip(alias.source)}.`,
      next: `Put a text that begins with * in quotes: '*${clip(alias.source)}'.`,
    })),
    ...aliases.slice(maxAliases, maxAliases + 1).map((alias) => ({ offset: offsetOf(alias), message: tooManyAliases })),
  ];
}

/** Not so the bytes of a `!!binary`. */
function isPlain(key: unknown): boolean {
  return key !== '__proto__' && (typeof key !== 'object' || key === null);
}

const tooManyAliases = `more than ${maxAliases} YAML aliases (*name) are not read. Write the values out.`;

function offsetOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

/** The document as plain values; undefined after a mistake. An empty document is an empty map. */
export function plainValue(document: Document, file: string, addMistake: AddMistake): unknown {
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) return {};
  if (!isMap(document.contents)) {
    addMistake(
      { file, line: 1, column: 1 },
      'must be a map of settings, such as results: or flows: with their values.',
    );
    return undefined;
  }
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) addMistake({ file }, tooDeep);
    else addMistake({ file }, tooManyAliases);
    return undefined;
  }
}

/** A scalar as it is written, also behind aliases; undefined where none stands. */
export function writtenAt(document: Document, path: Path): string | undefined {
  const resolved = (node: unknown) => (isAlias(node) ? node.resolve(document) : node);
  const found = path.reduce<unknown>(
    (node, key) => resolved(isCollection(node) ? node.get(key, true) : undefined),
    document.contents,
  );
  return isScalar(found) ? (found.source ?? String(found.value)) : undefined;
}

/** Where a key stands, or else an item, or else what encloses it. */
export function offsetAt(document: Document, path: Path): number {
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
