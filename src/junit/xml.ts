import { SaxesParser } from 'saxes';
import { ReportBroken } from './broken.ts';

interface Strict {
  readonly xmlns: false;
  readonly position: false;
  readonly forceXMLVersion: true;
  readonly defaultXMLVersion: '1.0';
}

export type Attributes = Readonly<Record<string, string>>;

/** What `XmlReader` tells, in document order. Lines are 1-based and those where the thing starts. */
export interface XmlEvents {
  /** `name` without its namespace prefix. */
  open(name: string, attributes: Attributes, line: number): void;
  close(name: string, line: number): void;
  /** Character data in pieces of any size, CDATA and entities resolved; only while `wantText` is set. */
  text(text: string, line: number): void;
  comment(text: string, line: number): void;
}

const CDATA_START = '<![CDATA[';
/** What the end of a piece may hold that only the next piece explains: a CDATA mark cut in two, CR before LF. */
const UNDECIDED_END = /(?:<(?:!(?:\[(?:C(?:D(?:A(?:T(?:A)?)?)?)?)?)?)?|\]{1,2}|\r|[\uD800-\uDBFF])$/;
/** Characters that XML 1.0 forbids, in text that has no lone surrogates. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/** In characters. A single name, attribute value or comment has to be held as a whole, so it has to end somewhere. */
const LONGEST_TOKEN = 16 * 1024 * 1024;
const MOST_ATTRIBUTES = 10_000;
const DEEPEST_NESTING = 100_000;

/**
 * Strict XML 1.0 over saxes, with three additions: errors are `ReportBroken` at a position that doesn't depend on
 * how the text was cut into pieces; no entity can be declared; and CDATA is passed on without being collected or
 * looked at character by character, since NCTS messages and logs come in CDATA of many megabytes.
 */
export class XmlReader {
  readonly #parser = new SaxesParser<Strict>({
    xmlns: false,
    forceXMLVersion: true,
    defaultXMLVersion: '1.0',
    // Only about saxes' own messages: they would begin with the position.
    position: false,
  });
  readonly #states = internalStates();
  readonly #events: XmlEvents;
  readonly #open: { name: string; line: number }[] = [];
  readonly #textHandler = (text: string): void => this.#emit(text);
  #held = '';
  /** Where the markup before the current stretch of text ended. */
  #textStart = { line: 1, column: 1 };
  #tagLine = 1;
  #closed = { name: '', line: 1 };

  constructor(events: XmlEvents) {
    this.#events = events;
    const parser = this.#parser;
    // With the text handler these are seven. An eighth would make V8 treat the parser as a dictionary: four times as slow.
    parser.on('error', (error) => this.#fail(error.message));
    parser.on('opentagstart', () => {
      // saxes has read one character past the name by now; column 0 means that it was a line break.
      this.#tagLine = parser.line - (parser.column === 0 ? 1 : 0);
    });
    parser.on('opentag', ({ name, attributes }) => {
      const local = name.slice(name.indexOf(':') + 1);
      if (this.#open.length >= DEEPEST_NESTING) throw this.broken(`Elements are nested ${DEEPEST_NESTING} deep.`);
      this.#open.push({ name, line: this.#tagLine });
      this.#markTextStart();
      events.open(local, attributes, this.#tagLine);
    });
    parser.on('closetag', ({ name }) => {
      this.#closed = this.#open.pop() ?? this.#closed;
      this.#markTextStart();
      events.close(name.slice(name.indexOf(':') + 1), parser.line);
    });
    parser.on('comment', (text) => {
      this.#markTextStart();
      events.comment(text, parser.line - countLines(text));
    });
    parser.on('doctype', (doctype) => {
      if (doctype.includes('['))
        throw this.broken(
          'It declares its own markup or entities (<!DOCTYPE … [), which is refused. Write it without.',
        );
      this.#markTextStart();
    });
  }

  /** Whether character data is wanted from here on. Set from within `open` and `close`. */
  set wantText(wanted: boolean) {
    if (wanted) this.#parser.on('text', this.#textHandler);
    else this.#parser.off('text');
  }

  get #wantsText(): boolean {
    return internal(this.#parser, 'textHandler') !== undefined;
  }

  /** @throws ReportBroken */
  write(text: string): void {
    let piece = this.#held + text;
    const undecided = UNDECIDED_END.exec(piece.slice(-CDATA_START.length))?.[0].length ?? 0;
    this.#held = piece.slice(piece.length - undecided);
    piece = piece.slice(0, piece.length - undecided);
    let at = 0;
    while (at < piece.length) {
      if (this.#state === this.#states.cdata) {
        at = this.#passCdata(piece, at);
        continue;
      }
      const mark = piece.indexOf(CDATA_START, at);
      const end = mark === -1 ? piece.length : mark + CDATA_START.length;
      this.#parser.write(piece.slice(at, end));
      at = end;
    }
    this.#checkSizes();
    this.#passText();
  }

  /** @throws ReportBroken */
  end(): void {
    this.#parser.write(this.#held);
    const innermost = this.#open.at(-1);
    if (innermost !== undefined) {
      const where = `inside <${innermost.name}>, which begins in line ${innermost.line}`;
      throw this.broken(
        `The file ends ${where}: it was cut off or is still being written. Check again when it is whole.`,
        1,
      );
    }
    this.#parser.close();
  }

  /** An error at the character read last, or `ahead` characters after it. */
  broken(message: string, ahead = 0): ReportBroken {
    return new ReportBroken('unreadable', message, this.#parser.line, Math.max(1, this.#parser.column + ahead));
  }

  get #state(): unknown {
    return internal(this.#parser, 'state');
  }

  #fail(reason: string): never {
    const { name, line } = this.#closed;
    const what =
      reason === 'unexpected close tag.'
        ? `<${name}> of line ${line} is closed by the end tag of another element`
        : (explanations[reason] ?? reason.replace(/\.$/, ''));
    const message = `It is not well-formed XML: ${what}. Have the test tool write it again.`;
    if (!reason.startsWith('text data outside')) throw this.broken(message);
    // saxes notices this at the next '<' or at the end of the piece.
    throw new ReportBroken('unreadable', message, this.#textStart.line, this.#textStart.column);
  }

  /** Passes on the CDATA content of `piece` from `at`; returns where it ends, behind `]]>` if that is in sight. */
  #passCdata(piece: string, at: number): number {
    const mark = piece.indexOf(']]>', at);
    const raw = piece.slice(at, mark === -1 ? piece.length : mark);
    const forbidden = raw.search(FORBIDDEN);
    const content = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    if (forbidden !== -1) {
      this.#advance(raw.slice(0, forbidden + 1).replace(/\r\n?/g, '\n'));
      this.#fail('disallowed character.');
    }
    if (content !== '' && this.#wantsText) this.#events.text(content, this.#parser.line);
    this.#advance(content);
    if (mark === -1) return piece.length;
    this.#parser.write(']]>');
    this.#markTextStart();
    return mark + 3;
  }

  #advance(content: string): void {
    const parser = this.#parser;
    parser.line += countLines(content);
    const lastBreak = content.lastIndexOf('\n');
    // saxes counts code points: of a surrogate pair only one half.
    const tail = content.slice(lastBreak + 1).replace(/[\uDC00-\uDFFF]/g, '').length;
    parser.column = lastBreak === -1 ? parser.column + tail : tail;
  }

  /** Hands over the text that saxes has collected so far, which it would otherwise do at the next '<' only. */
  #passText(): void {
    if (this.#state !== this.#states.text || !this.#wantsText) return;
    const text: unknown = internal(this.#parser, 'text');
    if (typeof text !== 'string' || text === '') return;
    Reflect.set(this.#parser, 'text', '');
    this.#emit(text);
  }

  #emit(text: string): void {
    this.#events.text(text, this.#textStart.line);
    this.#markTextStart();
  }

  #markTextStart(): void {
    this.#textStart = { line: this.#parser.line, column: this.#parser.column + 1 };
  }

  #checkSizes(): void {
    for (const field of ['text', 'name', 'entity', 'piTarget']) {
      const value: unknown = internal(this.#parser, field);
      if (typeof value === 'string' && value.length > LONGEST_TOKEN)
        throw this.broken(
          'A name, attribute value or comment is longer than 16 MB. Write such text to system-out instead.',
        );
    }
    const attributes: unknown = internal(this.#parser, 'attribList');
    if (Array.isArray(attributes) && attributes.length > MOST_ATTRIBUTES)
      throw this.broken(`An element has more than ${MOST_ATTRIBUTES} attributes, which no test report needs.`);
  }
}

let states: { readonly text: unknown; readonly cdata: unknown } | undefined;

/**
 * The numbers that saxes gives to its states 'in text' and 'in CDATA', asked of saxes itself because it doesn't
 * export them. The version of saxes is pinned; another one that has no such field fails here and not silently.
 */
function internalStates(): { readonly text: unknown; readonly cdata: unknown } {
  if (states !== undefined) return states;
  const text = internal(new SaxesParser().write('<a>'), 'state');
  const cdata = internal(new SaxesParser().write('<a><![CDATA['), 'state');
  if (typeof text !== 'number' || typeof cdata !== 'number' || text === cdata)
    throw new Error('saxes has changed inside: adapt src/junit/xml.ts.');
  states = { text, cdata };
  return states;
}

function internal(parser: object, field: string): unknown {
  const value: unknown = Reflect.get(parser, field);
  return value;
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** What saxes complains about, in our words where its own would leave a user guessing. */
const explanations: Readonly<Record<string, string>> = {
  'undefined entity.': 'an entity is used that XML does not define itself; declared ones are never expanded',
  'documents may contain only one root.': 'a second root element begins, as if reports had been glued together',
  'text data outside of root node.': 'text stands outside of the root element',
  'document must contain a root element.': 'it contains no element',
  'unexpected end.': 'it ends in the middle of markup',
  'disallowed character.': 'it contains a character that XML forbids there, such as a control character',
};
