import { ForbiddenCharacters, LineEnds, type Replaced } from './characters.ts';
import { malformed, XmlError } from './error.ts';
import {
  limits as markupLimits,
  localName,
  readDoctype,
  readEndTag,
  readInstruction,
  readStartTag,
  resolveReferences,
  skipSpace,
  type Attributes,
} from './markup.ts';
import { NextIndex, Position } from './position.ts';

/** What `XmlReader` tells, in document order. Lines are 1-based and those where the thing starts. */
export interface XmlEvents {
  /** `name` without its namespace prefix. */
  open(name: string, attributes: Attributes, line: number): void;
  close(name: string, line: number): void;
  /** Character data in pieces of any size, CDATA and references resolved; only while `wantText` is set. */
  text(text: string, line: number): void;
  comment(text: string, line: number): void;
}

const limits = {
  /** In characters. A tag, comment or instruction is looked at as a whole, so it has to end somewhere. */
  markup: 16 * 1024 * 1024,
  nesting: 100_000,
};
const [lessThan, greaterThan, slash, exclamation, question] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f];

/**
 * Reads XML 1.0 strictly while it streams by: whatever a conforming processor has to refuse is refused, at a place that
 * doesn't depend on how the text was cut into pieces; and so are declarations of entities. Text and CDATA are passed on
 * piece by piece and never collected. It does what saxes does at several times its speed, because it looks for the next
 * mark of markup instead of looking at each character; tests hold the two against each other. XML 1.1 is read like 1.0.
 *
 * Milder in two points, since many test tools write such reports and their users can't change them: characters that XML
 * forbids (terminal colours) are read as U+FFFD in text, attribute values and comments; and white space may stand before
 * the XML declaration. `replaced` and `lateDeclaration` tell of them.
 */
export class XmlReader {
  /** Whether character data is wanted from here on. Set from within `open` and `close`. */
  wantText = false;
  /** White space stood before the XML declaration. */
  lateDeclaration = false;
  readonly #events: XmlEvents;
  readonly #position = new Position();
  /** Qualified names and lines of the elements that are open. */
  readonly #open: { readonly name: string; readonly line: number }[] = [];
  readonly #forbidden = new ForbiddenCharacters();
  readonly #lineEnds = new LineEnds();
  readonly #value = (start: number, end: number): string => this.#attributeValue(start, end);
  /** The text at hand: what was held back from earlier pieces, and the latest piece. */
  #piece = '';
  #at = 0;
  #ampersand = new NextIndex('', '&');
  #cdataEnd = new NextIndex('', ']]>');
  #tab = new NextIndex('', '\t');
  /** Markup that is not whole yet is tried again at this length only, so that it isn't read over and over. */
  #retryLength = 0;
  #waiting = '';
  #inCdata = false;
  #sawMarkup = false;
  #sawDoctype = false;
  #sawRoot = false;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  /** Characters that were read as U+FFFD so far; undefined when there was none. */
  get replaced(): Replaced | undefined {
    return this.#forbidden.replaced;
  }

  /** @throws XmlError */
  write(text: string): void {
    const added = this.#lineEnds.unify(text);
    this.#forbidden.lookAt(added);
    this.#waiting += added;
    if (this.#piece.length - this.#at + this.#waiting.length < this.#retryLength) return;
    this.#read();
    const left = this.#piece.length - this.#at;
    if (left > limits.markup) throw this.#broken('a tag or comment is longer than 16 MB', this.#at);
    this.#retryLength = 2 * left;
  }

  /** @throws XmlError */
  end(): void {
    this.#waiting += this.#lineEnds.end();
    this.#read();
    const open = this.#open.at(-1);
    if (open !== undefined) {
      const where = `inside <${open.name}>, which begins in line ${open.line}`;
      throw this.errorAtEnd(`The file ends ${where}: it was cut off or is still being written.`);
    }
    if (this.#at < this.#piece.length) throw this.#broken('it ends in the middle of markup', this.#piece.length);
    if (!this.#sawRoot) throw this.#broken('it contains no element', this.#piece.length);
  }

  /** An error after everything that was written. */
  errorAtEnd(message: string, next?: string): XmlError {
    this.#take();
    return new XmlError('malformed', message, this.#position.lineAndColumn(this.#piece.length), next);
  }

  #broken(what: string, index: number): XmlError {
    const message = `It is not well-formed XML: ${what}.`;
    const next = 'Have the test tool write the report again.';
    return new XmlError('malformed', message, this.#position.lineAndColumn(index), next);
  }

  #take(): void {
    const piece = this.#piece.slice(this.#at) + this.#waiting;
    this.#waiting = '';
    this.#position.moveTo(piece, this.#at);
    this.#ampersand = new NextIndex(piece, '&');
    this.#cdataEnd = new NextIndex(piece, ']]>');
    this.#tab = new NextIndex(piece, '\t');
    this.#forbidden.moveTo(piece);
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
        else if (this.#piece.charCodeAt(before) === lessThan) this.#readMarkup(before);
        else if (this.#open.length === 0) this.#readOutside();
        else this.#readText();
        if (this.#at === before) return;
      }
    } catch (error) {
      if (!(error instanceof XmlError) || error.place.index === undefined) throw error;
      const { index } = error.place;
      const isForbidden = this.#forbidden.isOne(this.#piece.charAt(index));
      throw this.#broken(isForbidden ? 'a character that XML forbids stands in its markup' : error.message, index);
    }
  }

  #readOutside(): void {
    const end = skipSpace(this.#piece, this.#at);
    if (end < this.#piece.length && this.#piece.charCodeAt(end) !== lessThan) {
      throw malformed('text stands outside of the root element', end);
    }
    this.#at = end;
  }

  #readText(): void {
    const [at, piece] = [this.#at, this.#piece];
    const mark = piece.indexOf('<', at);
    const end = mark === -1 ? this.#endOfSureText(at) : mark;
    const cdataEnd = this.#cdataEnd.from(at);
    if (cdataEnd < end) {
      this.#characters(at, cdataEnd);
      throw malformed('text contains "]]>", which has to be written as ]]&gt;', cdataEnd);
    }
    const hasReference = this.#ampersand.from(at) < end;
    if (this.wantText || hasReference || this.#forbidden.mayHave) this.#emit(this.#characters(at, end), at);
    this.#at = end;
  }

  /** How far text that goes on in the next piece can be read: not into a reference or towards `]]>`. */
  #endOfSureText(at: number): number {
    const piece = this.#piece;
    const ampersand = piece.lastIndexOf('&');
    if (ampersand >= at && piece.indexOf(';', ampersand) === -1) {
      if (piece.length - ampersand <= markupLimits.reference) return ampersand;
      resolveReferences(piece.slice(ampersand), ampersand, this.#forbidden.note);
    }
    return endWithoutBrackets(piece);
  }

  #readCdata(): void {
    const at = this.#at;
    const mark = this.#cdataEnd.from(at);
    const end = mark === Infinity ? endWithoutBrackets(this.#piece) : mark;
    if (this.wantText || this.#forbidden.mayHave) {
      this.#emit(this.#forbidden.without(this.#piece.slice(at, end), at), at);
    }
    this.#inCdata = mark === Infinity;
    this.#at = this.#inCdata ? end : end + 3;
  }

  #emit(text: string, at: number): void {
    const line = this.#position.line(at);
    this.#forbidden.confirm(this.#position);
    if (this.wantText && text !== '') this.#events.text(text, line);
  }

  /** Character data from there to there, references resolved and forbidden characters replaced. */
  #characters(start: number, end: number): string {
    const raw = this.#forbidden.without(this.#piece.slice(start, end), start);
    return this.#ampersand.from(start) < end ? resolveReferences(raw, start, this.#forbidden.note) : raw;
  }

  #readMarkup(at: number): void {
    if (at + 1 >= this.#piece.length) return;
    const next = this.#piece.charCodeAt(at + 1);
    if (next === slash) this.#readEndTag(at);
    else if (next === exclamation) this.#readDeclaration(at);
    else if (next === question) this.#readInstruction(at);
    else this.#readStartTag(at);
    if (this.#at > at) this.#sawMarkup = true;
  }

  #readStartTag(at: number): void {
    const root = this.#open.length === 0;
    if (root && this.#sawRoot) {
      throw malformed('a second root element begins, as if reports had been glued together', at);
    }
    if (this.#open.length >= limits.nesting) throw malformed(`elements are nested ${limits.nesting} deep`, at);
    const line = this.#position.line(at);
    const tag = readStartTag(this.#piece, at, this.#value);
    if (tag === undefined) return this.#forbidden.discard();
    this.#forbidden.confirm(this.#position);
    this.#at = tag.end;
    this.#sawRoot = true;
    const name = localName(tag.name);
    if (!tag.selfClosing) this.#open.push({ name: tag.name, line });
    this.#events.open(name, tag.attributes, line);
    if (tag.selfClosing) this.#events.close(name, this.#position.line(tag.end));
  }

  #attributeValue(start: number, end: number): string {
    const piece = this.#piece.slice(start, end);
    const hasSpace = this.#position.nextBreak < end || this.#tab.from(start) < end;
    const raw = this.#forbidden.without(hasSpace ? piece.replace(/[\n\t]/g, ' ') : piece, start);
    return this.#ampersand.from(start) < end ? resolveReferences(raw, start, this.#forbidden.note) : raw;
  }

  #readEndTag(at: number): void {
    const open = this.#open.at(-1);
    const end = readEndTag(this.#piece, at, open);
    if (end === undefined || open === undefined) return;
    this.#open.pop();
    this.#at = end;
    this.#events.close(localName(open.name), this.#position.line(at));
  }

  #readDeclaration(at: number): void {
    const piece = this.#piece;
    if (piece.startsWith('<!--', at)) this.#readComment(at);
    else if (piece.startsWith('<![CDATA[', at)) {
      if (this.#open.length === 0) throw malformed('text stands outside of the root element', at);
      this.#inCdata = true;
      this.#at = at + '<![CDATA['.length;
    } else if (piece.startsWith('<!DOCTYPE', at)) this.#readDoctype(at);
    else if (!['<!--', '<![CDATA[', '<!DOCTYPE'].some((start) => start.startsWith(piece.slice(at, at + 9)))) {
      throw malformed('"<!" begins nothing that is allowed there', at);
    }
  }

  #readComment(at: number): void {
    const end = this.#piece.indexOf('--', at + 4);
    if (end === -1 || end + 2 >= this.#piece.length) return;
    if (this.#piece.charCodeAt(end + 2) !== greaterThan) throw malformed('a comment contains two hyphens', end);
    this.#at = end + 3;
    const line = this.#position.line(at);
    const text = this.#forbidden.without(this.#piece.slice(at + 4, end), at + 4);
    this.#forbidden.confirm(this.#position);
    this.#events.comment(text, line);
  }

  #readDoctype(at: number): void {
    if (this.#sawDoctype || this.#sawRoot) throw malformed('a document type declaration is out of place', at);
    const doctype = readDoctype(this.#piece, at);
    if (doctype?.declares === true) {
      const message = 'It declares its own entities or markup (<!DOCTYPE … [), which is refused.';
      throw new XmlError('malformed', message, this.#position.lineAndColumn(at), 'Write the report without them.');
    }
    if (doctype === undefined) return;
    this.#forbidden.refuse(this.#piece, at, doctype.end);
    this.#sawDoctype = true;
    this.#at = doctype.end;
  }

  #readInstruction(at: number): void {
    const instruction = readInstruction(this.#piece, at, !this.#sawMarkup);
    if (instruction === undefined) return;
    this.#forbidden.refuse(this.#piece, at, instruction.end);
    const { line, column } = this.#position.lineAndColumn(at);
    if (instruction.isDeclaration && (line > 1 || column > 1)) this.lateDeclaration = true;
    this.#at = instruction.end;
  }
}

/** The end of the text, up to two closing brackets before it: `>` may follow. */
function endWithoutBrackets(text: string): number {
  if (!text.endsWith(']')) return text.length;
  return text.length - (text.endsWith(']]') ? 2 : 1);
}
