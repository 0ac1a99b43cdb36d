import { ReportBroken } from './broken.ts';
import { Mistake } from './mistake.ts';
import { endOfName, skipSpace } from './names.ts';
import { Ahead } from './ahead.ts';
import { Place } from './place.ts';
import { endOfInstruction, readDoctype } from './prolog.ts';
import { LONGEST_REFERENCE, resolveReferences } from './references.ts';
import { readStartTag, type Attributes } from './tag.ts';

/** What `XmlReader` tells, in document order. Lines are 1-based and those where the thing starts. */
export interface XmlEvents {
  /** `name` without its namespace prefix. */
  open(name: string, attributes: Attributes, line: number): void;
  close(name: string, line: number): void;
  /** Character data in pieces of any size, CDATA and references resolved; only while `wantText` is set. */
  text(text: string, line: number): void;
  comment(text: string, line: number): void;
}

/** Characters that XML 1.0 forbids everywhere, in text that has no lone surrogates (production 2). */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
/** In characters. A tag, comment or instruction is looked at as a whole, so it has to end somewhere. */
const LONGEST_MARKUP = 16 * 1024 * 1024;
const DEEPEST_NESTING = 100_000;
const [LESS, GREATER, SLASH, BANG, QUESTION] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f];
const NEXT_STEP = 'Have the test tool write the report again.';

/**
 * Reads XML 1.0 strictly while it streams by: whatever a conforming processor has to refuse is refused, at a place that
 * doesn't depend on how the text was cut into pieces. Declarations of entities are refused as well. Text and CDATA are
 * passed on piece by piece and never collected. It does what saxes does at several times its speed, because it
 * looks for the next mark of markup instead of looking at each character; tests hold the two against each other.
 */
export class XmlReader {
  /** Whether character data is wanted from here on. Set from within `open` and `close`. */
  wantText = false;
  readonly #events: XmlEvents;
  readonly #place = new Place();
  /** Qualified names and lines of the elements that are open. */
  readonly #names: string[] = [];
  readonly #lines: number[] = [];
  readonly #value = (start: number, end: number): string => this.#attributeValue(start, end);
  /** The text at hand: what was held back from earlier pieces, and the latest piece. */
  #piece = '';
  #at = 0;
  #ahead = new Ahead('');
  /** Markup that is not whole yet is tried again at this length only, so that it isn't read over and over. */
  #retryLength = 0;
  #waiting = '';
  #endsWithReturn = false;
  #inCdata = false;
  #atStart = true;
  #sawDoctype = false;
  #sawRoot = false;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  /** @throws ReportBroken */
  write(text: string): void {
    const added = this.#withLineFeeds(text);
    const forbidden = added.search(FORBIDDEN);
    this.#waiting += forbidden === -1 ? added : added.slice(0, forbidden);
    if (forbidden === -1 && this.#piece.length - this.#at + this.#waiting.length < this.#retryLength) return;
    this.#read();
    if (forbidden !== -1) {
      throw this.#broken('it contains a control character or another that XML forbids', this.#piece.length);
    }
    const left = this.#piece.length - this.#at;
    if (left > LONGEST_MARKUP) throw this.#broken('a tag or comment is longer than 16 MB', this.#at);
    this.#retryLength = 2 * left;
  }

  /** @throws ReportBroken */
  end(): void {
    if (this.#endsWithReturn) this.#waiting += '\n';
    this.#read();
    const innermost = this.#names.at(-1);
    if (innermost !== undefined) {
      const where = `inside <${innermost}>, which begins in line ${this.#lines.at(-1)}`;
      const message = `The file ends ${where}: it was cut off or is still being written. Check again when it is whole.`;
      throw this.brokenAtEnd(message);
    }
    if (this.#at < this.#piece.length) throw this.#broken('it ends in the middle of markup', this.#piece.length);
    if (!this.#sawRoot) throw this.#broken('it contains no element', this.#piece.length);
  }

  /** An error behind everything that was written. */
  brokenAtEnd(message: string): ReportBroken {
    this.#take();
    return this.#brokenAt(message, this.#piece.length);
  }

  #broken(what: string, index: number): ReportBroken {
    return this.#brokenAt(`It is not well-formed XML: ${what}. ${NEXT_STEP}`, index);
  }

  #brokenAt(message: string, index: number): ReportBroken {
    return new ReportBroken('unreadable', message, ...this.#place.lineAndColumn(index));
  }

  /** Line ends as XML wants them: CR LF and CR are LF (2.11). */
  #withLineFeeds(text: string): string {
    const whole = this.#endsWithReturn ? `\r${text}` : text;
    this.#endsWithReturn = whole.endsWith('\r');
    const sure = this.#endsWithReturn ? whole.slice(0, -1) : whole;
    return sure.includes('\r') ? sure.replace(/\r\n?/g, '\n') : sure;
  }

  #take(): void {
    const piece = this.#piece.slice(this.#at) + this.#waiting;
    this.#waiting = '';
    this.#place.moveTo(piece, this.#at);
    this.#ahead = new Ahead(piece);
    this.#piece = piece;
    this.#at = 0;
  }

  /** Reads on until the piece ends or what is left has to wait for the next one. */
  #read(): void {
    this.#take();
    try {
      while (this.#at < this.#piece.length) {
        const before = this.#at;
        if (this.#inCdata) this.#readCdata();
        else if (this.#piece.charCodeAt(before) === LESS) this.#readMarkup(before);
        else if (this.#names.length === 0) this.#readOutside();
        else this.#readText();
        if (this.#at === before) return;
        this.#atStart = false;
      }
    } catch (error) {
      if (error instanceof Mistake) throw this.#broken(error.message, error.index);
      throw error;
    }
  }

  #readOutside(): void {
    const end = skipSpace(this.#piece, this.#at);
    if (end < this.#piece.length && this.#piece.charCodeAt(end) !== LESS) {
      throw new Mistake('text stands outside of the root element', end);
    }
    this.#at = end;
  }

  #readText(): void {
    const [at, piece] = [this.#at, this.#piece];
    const mark = piece.indexOf('<', at);
    const end = mark === -1 ? this.#endOfSureText(at) : mark;
    const cdataEnd = this.#ahead.cdataEnd(at);
    if (cdataEnd < end) {
      resolveReferences(piece.slice(at, cdataEnd), at);
      throw new Mistake('text contains "]]>", which has to be written as ]]&gt;', cdataEnd);
    }
    if (this.#ahead.ampersand(at) < end) {
      const text = resolveReferences(piece.slice(at, end), at);
      if (this.wantText) this.#emit(text, at);
    } else if (this.wantText) this.#emit(piece.slice(at, end), at);
    this.#at = end;
  }

  /** How far text that goes on in the next piece can be read: not into a reference or towards `]]>`. */
  #endOfSureText(at: number): number {
    const piece = this.#piece;
    const ampersand = piece.lastIndexOf('&');
    if (ampersand >= at && piece.indexOf(';', ampersand) === -1) {
      if (piece.length - ampersand <= LONGEST_REFERENCE) return ampersand;
      resolveReferences(piece.slice(ampersand), ampersand);
    }
    return endWithoutBrackets(piece);
  }

  #readCdata(): void {
    const at = this.#at;
    const mark = this.#ahead.cdataEnd(at);
    const end = mark === Infinity ? endWithoutBrackets(this.#piece) : mark;
    if (this.wantText) this.#emit(this.#piece.slice(at, end), at);
    this.#inCdata = mark === Infinity;
    this.#at = this.#inCdata ? end : end + 3;
  }

  #emit(text: string, at: number): void {
    if (text !== '') this.#events.text(text, this.#place.line(at));
  }

  #readMarkup(at: number): void {
    if (at + 1 >= this.#piece.length) return;
    const next = this.#piece.charCodeAt(at + 1);
    if (next === SLASH) this.#readEndTag(at);
    else if (next === BANG) this.#readDeclaration(at);
    else if (next === QUESTION) this.#readInstruction(at);
    else this.#readStartTag(at);
  }

  #readStartTag(at: number): void {
    const root = this.#names.length === 0;
    if (root && this.#sawRoot) {
      throw new Mistake('a second root element begins, as if reports had been glued together', at);
    }
    if (this.#names.length >= DEEPEST_NESTING) throw new Mistake(`elements are nested ${DEEPEST_NESTING} deep`, at);
    const line = this.#place.line(at);
    const tag = readStartTag(this.#piece, at, this.#value);
    if (tag === undefined) return;
    this.#at = tag.end;
    this.#sawRoot = true;
    const name = localName(tag.name);
    if (tag.selfClosing) {
      this.#events.open(name, tag.attributes, line);
      this.#events.close(name, this.#place.line(tag.end));
      return;
    }
    this.#names.push(tag.name);
    this.#lines.push(line);
    this.#events.open(name, tag.attributes, line);
  }

  #attributeValue(start: number, end: number): string {
    const raw = this.#piece.slice(start, end);
    const hasSpace = this.#place.nextBreak < end || this.#ahead.tab(start) < end;
    const value = hasSpace ? raw.replace(/[\n\t]/g, ' ') : raw;
    return this.#ahead.ampersand(start) < end ? resolveReferences(value, start) : value;
  }

  #readEndTag(at: number): void {
    const piece = this.#piece;
    const expected = this.#names.at(-1);
    if (expected !== undefined && piece.startsWith(expected, at + 2)) {
      const end = skipSpace(piece, at + 2 + expected.length);
      if (piece.charCodeAt(end) === GREATER) {
        this.#names.pop();
        this.#lines.pop();
        this.#at = end + 1;
        this.#events.close(localName(expected), this.#place.line(at));
        return;
      }
    }
    const end = piece.indexOf('>', at);
    if (end === -1) return;
    const nameEnd = endOfName(piece, at + 2);
    if (nameEnd === at + 2 || skipSpace(piece, nameEnd) !== end) throw new Mistake('an end tag is malformed', at);
    const name = piece.slice(at + 2, nameEnd);
    if (expected === undefined) throw new Mistake(`</${name}> ends nothing`, at);
    throw new Mistake(`<${expected}> of line ${this.#lines.at(-1)} is ended by </${name}>`, at);
  }

  #readDeclaration(at: number): void {
    const piece = this.#piece;
    if (piece.startsWith('<!--', at)) this.#readComment(at);
    else if (piece.startsWith('<![CDATA[', at)) {
      if (this.#names.length === 0) throw new Mistake('text stands outside of the root element', at);
      this.#inCdata = true;
      this.#at = at + '<![CDATA['.length;
    } else if (piece.startsWith('<!DOCTYPE', at)) this.#readDoctype(at);
    else if (!['<!--', '<![CDATA[', '<!DOCTYPE'].some((start) => start.startsWith(piece.slice(at, at + 9)))) {
      throw new Mistake('a declaration is none that may stand there', at);
    }
  }

  #readComment(at: number): void {
    const end = this.#piece.indexOf('--', at + 4);
    if (end === -1 || end + 2 >= this.#piece.length) return;
    if (this.#piece.charCodeAt(end + 2) !== GREATER) throw new Mistake('a comment contains two hyphens', end);
    this.#at = end + 3;
    this.#events.comment(this.#piece.slice(at + 4, end), this.#place.line(at));
  }

  #readDoctype(at: number): void {
    if (this.#sawDoctype || this.#sawRoot) throw new Mistake('a document type declaration is out of place', at);
    const doctype = readDoctype(this.#piece, at);
    if (doctype === undefined) return;
    if (doctype.declares) {
      const message = 'It declares its own entities or markup (<!DOCTYPE … [), which is refused. Write it without.';
      throw this.#brokenAt(message, at);
    }
    this.#sawDoctype = true;
    this.#at = doctype.end;
  }

  #readInstruction(at: number): void {
    this.#at = endOfInstruction(this.#piece, at, this.#atStart) ?? at;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The end of the text, up to two closing brackets before it: `>` may follow. */
function endWithoutBrackets(text: string): number {
  const end = text.length;
  if (!text.endsWith(']')) return end;
  return text.endsWith(']]') ? end - 2 : end - 1;
}
