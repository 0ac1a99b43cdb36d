import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  type LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import type { Complain } from './complaint.ts';
import { shorten } from './given.ts';

/** Keys and, for items of lists, numbers from the top of a document. */
export type Path = readonly PropertyKey[];

/** Aliases are a convenience for a few repeated lines. There may be that many, and one may be expanded as often. */
const maxAliases = 50;

/** Of what is wrong in the same way, enough is said after that many. */
export const maxAlike = 20;

/**
 * Parses one document of YAML 1.2 with the core schema, without what a configuration has no use for.
 *
 * @param lineCounter Filled with the file's lines.
 * @param place File, line and column of an offset.
 * @returns undefined after complaints.
 */
export function parseYaml(
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
      // Looked for in `forbidden`, since the parser compares each key with each other one.
      uniqueKeys: false,
      prettyErrors: false,
    });
  } catch {
    // The parser recurses: thousands of opening brackets exhaust the stack.
    complain(file, tooDeep);
    return undefined;
  }
  // Warnings, too: an unknown tag would otherwise be dropped without a word.
  const faults: (readonly [offset: number, message: string])[] = [...document.errors, ...document.warnings].map(
    ({ message, pos }) => [
      pos[0],
      /call stack/.test(message) ? tooDeep : `is not the YAML that is read here: ${shorten(message)}`,
    ],
  );
  if (faults.length === 0) faults.push(...forbidden(document));
  for (const [offset, message] of faults.slice(0, maxAlike)) complain(place(offset), message);
  if (faults.length > maxAlike) complain(file, `has ${faults.length - maxAlike} more mistakes.`);
  return faults.length === 0 ? document : undefined;
}

/** What YAML allows and a configuration has no use for. */
function forbidden(document: Document): (readonly [offset: number, message: string])[] {
  const odd: Node[] = [];
  const aliases: Alias[] = [];
  const doubled: Scalar[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) doubled.push(key);
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
    ...doubled.map((key) => [offsetOf(key), `the key '${shorten(String(key.value))}' is given twice.`] as const),
    ...odd.map((key) => [offsetOf(key), "a key must be a plain name, and not '__proto__'."] as const),
    ...unresolved.map((alias) => [offsetOf(alias), `nothing is called &${shorten(alias.source)}.`] as const),
    ...aliases.slice(maxAliases, maxAliases + 1).map((alias) => [offsetOf(alias), tooManyAliases] as const),
  ];
}

/** Not so the bytes of a `!!binary`. */
function isPlain(key: unknown): boolean {
  return key !== '__proto__' && (typeof key !== 'object' || key === null);
}

const tooManyAliases = `more than ${maxAliases} YAML aliases (*name) are not read. Write the values out.`;
const tooDeep = 'is nested too deeply to be read.';

function offsetOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

/** The document as plain values; undefined after a complaint. An empty document is an empty map. */
export function plainValue(document: Document, file: string, complain: Complain): unknown {
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) return {};
  if (!isMap(document.contents)) {
    complain(`${file}:1:1`, 'must be a map of settings, such as results: or flows: with their values.');
    return undefined;
  }
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) complain(file, tooDeep);
    else complain(file, tooManyAliases);
    return undefined;
  }
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
