import {
  type Alias,
  type Document,
  type ErrorCode,
  isCollection,
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
import type { Place } from '../../finding.ts';
import { type Complain, maxAlike } from '../mistakes.ts';
import { clip } from '../nearest.ts';

/** Keys and, for items of lists, numbers from the top of a document. */
export type Path = readonly PropertyKey[];

/** Aliases are a convenience for a few repeated lines. There may be that many, and one may be expanded as often. */
const maxAliases = 50;

/**
 * Parses one document of YAML 1.2 with the core schema, without what a configuration has no use for.
 *
 * @param lineCounter Filled with the file's lines.
 * @param placeAt File, line and column of an offset.
 * @returns undefined after complaints.
 */
export function parseYaml(
  file: string,
  text: string,
  lineCounter: LineCounter,
  placeAt: (offset: number) => Place,
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
    complain({ file }, tooDeep);
    return undefined;
  }
  const faults = syntaxFaults(document, text, lineCounter);
  if (faults.length === 0) {
    faults.push(...forbidden(document));
  }
  for (const { offset, message, next } of faults.slice(0, maxAlike)) {
    complain(placeAt(offset), message, next);
  }
  if (faults.length > maxAlike) {
    complain({ file }, `has ${faults.length - maxAlike} more mistakes.`);
  }
  return faults.length === 0 ? document : undefined;
}

interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly next?: string | undefined;
}

/** What the parser found, each where it begins. What it says of the same line or of the next one is a consequence. */
function syntaxFaults(document: Document, text: string, lineCounter: LineCounter): Fault[] {
  const faults: Fault[] = [];
  let last = -1;
  // Warnings, too: an unknown tag would otherwise be dropped without a word.
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const { line } = lineCounter.linePos(pos[0]);
    if (last < 0 || line > last + 1) {
      faults.push(syntaxFault(code, message, pos[0], document) ?? lineFault(code, message, pos[0], text));
    }
    last = line;
  }
  return faults;
}

/** What is wrong with the document as a whole. */
function syntaxFault(code: ErrorCode, message: string, offset: number, document: Document): Fault | undefined {
  if (/call stack/.test(message)) {
    return { offset, message: tooDeep };
  }
  const isUnclosed = code === 'MISSING_CHAR' || code === 'BAD_INDENT' || code === 'UNEXPECTED_TOKEN';
  const opened = isUnclosed ? openedBefore(document, offset) : undefined;
  if (opened !== undefined && /closing|end with/i.test(message)) {
    const close = /end with a (.)/.exec(message)?.[1] ?? 'the same quote';
    return {
      offset: opened,
      message: 'a list, a map or a quoted text begins here and is never closed.',
      next: `Close it with ${close}.`,
    };
  }
  return undefined;
}

/** What is wrong with a line. */
function lineFault(code: ErrorCode, message: string, offset: number, text: string): Fault {
  const line = /^.*/u.exec(text.slice(offset))?.[0] ?? '';
  const [, key, value] = /^([\w.$-]+):(\S.*)$/u.exec(line) ?? [];
  if (code === 'MULTILINE_IMPLICIT_KEY' && key !== undefined && value !== undefined) {
    return { offset, message: 'this line has no space after its colon.', next: `Write ${key}: ${clip(value)}` };
  }
  if (code === 'UNEXPECTED_TOKEN' && /scalar at node end/u.test(message)) {
    return {
      offset,
      message: 'a quoted text ends before this.',
      next: "Within single quotes write '' for a ', or put the text in double quotes.",
    };
  }
  const said = inWords[code];
  return said === undefined
    ? { offset, message: `is not the YAML that is read here: ${clip(message)}` }
    : { offset, ...said };
}

const inWords: Partial<Record<ErrorCode, Omit<Fault, 'offset'>>> = {
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line has no colon.',
    next: 'Write a name, a colon, a space and the value: warn-days: 3.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'is more than one value on a line, or the next line is indented too far.',
    next: 'Put a text that has a colon in it in quotes, or line the keys up.',
  },
  TAB_AS_INDENT: { message: 'is a tab, which YAML does not allow.', next: 'Indent with spaces.' },
  BAD_INDENT: { message: 'is not indented like the lines that it belongs to.', next: 'Line the keys up.' },
  BAD_SCALAR_START: { message: 'a text may not begin with this character.', next: 'Put the text in quotes.' },
  BAD_DQ_ESCAPE: {
    message: 'a backslash means something else in double quotes.',
    next: 'Write a path with forward slashes, out/form.docx, or put the text in single quotes.',
  },
};

/** Where the innermost list, map or quoted text begins that is open before an offset; undefined when there is none. */
function openedBefore(document: Document, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, (_, node) => {
    const isOpen =
      (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) ||
      (isCollection(node) && node.flow === true);
    const start = isOpen && isNode(node) ? (node.range?.[0] ?? offset) : offset;
    const end = isOpen && isNode(node) ? (node.range?.[1] ?? 0) : 0;
    if (start < offset && end >= offset - 1) {
      found = start;
    }
  });
  return found;
}

/** What YAML allows and a configuration has no use for. */
function forbidden(document: Document): readonly Fault[] {
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
    ...doubled.map((key) => ({
      offset: offsetOf(key),
      message: `the key '${clip(String(key.value))}' is given twice.`,
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
const tooDeep = 'is nested too deeply to be read.';

function offsetOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

/** The document as plain values; undefined after a complaint. An empty document is an empty map. */
export function plainValue(document: Document, file: string, complain: Complain): unknown {
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) return {};
  if (!isMap(document.contents)) {
    complain({ file, line: 1, column: 1 }, 'must be a map of settings, such as results: or flows: with their values.');
    return undefined;
  }
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) complain({ file }, tooDeep);
    else complain({ file }, tooManyAliases);
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
