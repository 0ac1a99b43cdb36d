import { type Document, type ErrorCode, isCollection, isNode, isScalar, visit } from 'yaml';
import { plural } from '../../text/wording.ts';
import { maxAlike } from '../mistakes.ts';
import { clip } from '../nearest.ts';

/* What is wrong with a text as YAML, in words for whoever wrote it. */

export const tooDeep = 'is nested too deeply to be read.';

export interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly next?: string | undefined;
}

/** What the parser found, each where it begins. What it says of the same line or of the next one is a consequence. */
export function syntaxFaults(document: Document, text: string): readonly Fault[] {
  const lines = new Lines(text);
  const faults: Fault[] = [];
  let last = -1;
  // Warnings, too: an unknown tag would otherwise be dropped without a word.
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const [offset] = pos;
    const line = lines.at(offset);
    if (last < 0 || line > last + 1) {
      const found =
        // Those that are not shown are only counted: to find out what is meant takes a walk through the file.
        faults.length < maxAlike
          ? (syntaxFault(code, message, offset, document) ?? layoutFault(code, line, lines))
          : undefined;
      faults.push(found ?? lineFault(code, message, offset, text));
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
  if (/without - indicator/u.test(message)) {
    return { offset, message: 'is not indented like the keys of the list item above it.', next: 'Line the keys up.' };
  }
  const said = inWords[code];
  return said === undefined
    ? { offset, message: `is not the YAML that is read here: ${clip(message)}` }
    : { offset, ...said };
}

const inWords: Partial<Record<ErrorCode, Omit<Fault, 'offset'>>> = {
  MULTIPLE_DOCS: {
    message: 'a second document begins here.',
    next: 'Leave one: a line --- may stand before the first setting only.',
  },
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

/** Items of a list that are part of a text above them: YAML reads on in that text, and nobody means it. */
export function misplacedItems(document: Document, text: string): readonly Fault[] {
  const lines = new Lines(text);
  const faults: Fault[] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      const source = type === 'PLAIN' && range ? text.slice(range[0], range[1]) : '';
      const item = /\n *-(?=\s)/u.exec(source);
      if (item === null || !range) return;
      const line = lines.at(range[0] + item.index + 1);
      faults.push(itemFault(line, lines) ?? { offset: lines.start(line), ...notAText });
    },
  });
  return faults;
}

const notAText = {
  message: 'a list item is part of a text.',
  next: 'Line the dashes up, or put the text in quotes.',
};

/** What is wrong with how lines are indented; undefined where that isn't it. */
function layoutFault(code: ErrorCode, line: number, lines: Lines): Fault | undefined {
  const after = lines.next(line);
  const item = itemFault(line, lines) ?? (after === undefined ? undefined : itemFault(after, lines));
  if (item !== undefined || code !== 'BLOCK_AS_IMPLICIT_KEY' || after === undefined) return item;
  // Two values on one line are something else.
  const [lead = ''] = /^ *(?:- +)*/u.exec(lines.text(line)) ?? [];
  const isDeeper = indentOf(lines.text(after)) > lead.length && !/:\s.*:\s/u.test(lines.text(line));
  return isDeeper
    ? {
        offset: lines.start(after),
        message: 'is indented further than the line before it, which has a value already.',
        next: 'Line the keys up.',
      }
    : undefined;
}

/** What is wrong with an item of a list, by the lines above it; undefined for no item, and for one that is in order. */
function itemFault(line: number, lines: Lines): Fault | undefined {
  const [, indent, space] = /^( *)-(\s|$|[^\s-])/u.exec(lines.text(line)) ?? [];
  if (indent === undefined || space === undefined) return undefined;
  const { first, other } = listAbove(line, indent.length, lines);
  if ((first < line || other !== undefined) && /\S/u.test(space)) {
    const next = 'Write a dash, a space and the value.';
    return { offset: lines.start(line), message: 'this list item has no space after its dash.', next };
  }
  const offset = lines.start(first);
  if (other !== undefined) {
    const message = `this list item is indented by ${plural(indent.length, 'space')}, the one before it by ${other}.`;
    return { offset, message, next: 'Line the dashes up.' };
  }
  const above = lines.previous(first);
  const [, key] = /^ *(?:- +)*([\w.$-]+):\s+[^\s#|>]/u.exec(above === undefined ? '' : lines.text(above)) ?? [];
  return key === undefined
    ? undefined
    : {
        offset,
        message: `a list item is below ${key}, which has a value already.`,
        next: `Write ${key}: alone on its line, and every item below it with a dash.`,
      };
}

/** Nobody's list has as many lines; a hostile file may have thousands of mistakes, each with thousands of lines above it. */
const maxListLines = 200;

/**
 * The list that an item belongs to, as far as it lies above: its first item with the same indentation, and the other
 * indentation of the item before that one. Nothing above what is indented less belongs to it.
 */
function listAbove(
  line: number,
  indent: number,
  lines: Lines,
): { readonly first: number; readonly other: number | undefined } {
  let first = line;
  for (let at = lines.previous(line); at !== undefined && at > line - maxListLines; at = lines.previous(at)) {
    const text = lines.text(at);
    const depth = indentOf(text);
    if (!/^ *-(?:\s|$)/u.test(text)) {
      if (depth < indent) break;
    } else if (depth === indent) {
      first = at;
    } else {
      return { first, other: depth };
    }
  }
  return { first, other: undefined };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The lines of a text, 0-based; blank lines and comments are nobody's neighbours. */
class Lines {
  readonly #texts: readonly string[];
  readonly #starts: number[] = [];

  constructor(text: string) {
    this.#texts = text.split('\n');
    let start = 0;
    for (const { length } of this.#texts) {
      this.#starts.push(start);
      start += length + 1;
    }
  }

  text(line: number): string {
    return this.#texts[line] ?? '';
  }

  /** Offset of the first character that isn't white space. */
  start(line: number): number {
    return (this.#starts[line] ?? 0) + indentOf(this.text(line));
  }

  at(offset: number): number {
    return Math.max(
      0,
      this.#starts.findLastIndex((start) => start <= offset),
    );
  }

  previous(line: number): number | undefined {
    let at = line - 1;
    while (at >= 0 && !isContent(this.text(at))) {
      at -= 1;
    }
    return at < 0 ? undefined : at;
  }

  next(line: number): number | undefined {
    let at = line + 1;
    while (at < this.#texts.length && !isContent(this.text(at))) {
      at += 1;
    }
    return at < this.#texts.length ? at : undefined;
  }
}

function isContent(line: string): boolean {
  return /^\s*[^\s#]/u.test(line);
}
