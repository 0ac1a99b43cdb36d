import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { ReportBroken } from '../xml/broken.ts';

/** Bytes that are none of the file's encoding. `text` is what could be decoded before them in the same call. */
export class Undecodable extends Error {
  readonly text: string;
  constructor(text: string, message: string) {
    super(message);
    this.text = text;
  }
}

interface Decoding {
  readonly name: string;
  /** Throws `Undecodable` at the first invalid sequence; keeps an unfinished one for the next call. */
  write(bytes: Buffer): string;
  end(): void;
}

/** An XML declaration is never longer in practice; without this limit a file without `>` would be held as a whole. */
const DECLARATION_LIMIT = 1024;

/**
 * Bytes of an XML file to text, piece by piece, never guessing: an invalid sequence is an error, not a replacement
 * character, because a garbled failure could read as a pass. Encoding by byte order mark, else by the shape of the
 * first bytes (UTF-16), else as declared, else UTF-8 (XML 1.0, appendix F); a mark beats a declaration.
 */
export class ReportDecoder {
  #decoding: Decoding | undefined;
  #head = Buffer.alloc(0);

  /** @throws Undecodable, or ReportBroken for an encoding that can't be read at all */
  write(bytes: Uint8Array): string {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#decoding !== undefined) return this.#decoding.write(piece);
    this.#head = Buffer.concat([this.#head, piece]);
    return isDecidable(this.#head) ? this.#begin() : '';
  }

  /** @throws Undecodable when the file ends inside a character */
  end(): string {
    const text = this.#decoding === undefined ? this.#begin() : '';
    this.#decoding?.end();
    return text;
  }

  #begin(): string {
    const { decoding, markLength } = chooseDecoding(this.#head);
    this.#decoding = decoding;
    const rest = this.#head.subarray(markLength);
    this.#head = Buffer.alloc(0);
    return decoding.write(rest);
  }
}

function isDecidable(head: Buffer): boolean {
  if (head.length < 4) return false;
  return head.toString('latin1', 0, 4) !== '<?xm' || head.includes('>') || head.length >= DECLARATION_LIMIT;
}

function chooseDecoding(head: Buffer): { decoding: Decoding; markLength: number } {
  const start = head.subarray(0, 4).toString('hex').padEnd(8, '-');
  if (start === 'fffe0000' || start === '0000feff' || start === '3c000000' || start === '0000003c') {
    throw new ReportBroken('unreadable', 'The file is UTF-32, which is not supported. Write the report in UTF-8.', 1);
  }
  if (start.startsWith('efbbbf')) return { decoding: new Utf8(3, 'as its byte order mark says'), markLength: 3 };
  if (start.startsWith('fffe')) return { decoding: new Utf16('UTF-16LE', 2), markLength: 2 };
  if (start.startsWith('feff')) return { decoding: new Utf16('UTF-16BE', 2), markLength: 2 };
  if (/^3c00..(?!-)/.test(start)) return { decoding: new Utf16('UTF-16LE', 0), markLength: 0 };
  if (start.startsWith('003c')) return { decoding: new Utf16('UTF-16BE', 0), markLength: 0 };
  return { decoding: declaredDecoding(head), markLength: 0 };
}

function declaredDecoding(head: Buffer): Decoding {
  const text = head.toString('latin1', 0, DECLARATION_LIMIT);
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/.exec(text)?.[1]?.toLowerCase();
  if (declared === undefined) return new Utf8(0, 'which it has to be, declaring nothing else');
  // Single-byte letters in the declaration itself prove that it isn't UTF-16, whatever it says: .NET writes such files.
  // ASCII is read as UTF-8, its strict superset, rather than as Windows-1252, which would take any byte for a letter.
  if (/^(utf-?8|utf-?16(le|be)?|ucs-?2|iso-10646-ucs-2|(us-)?ascii)$/.test(declared)) {
    return new Utf8(0, `though it declares ${declared}`);
  }
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(declared, { fatal: true });
  } catch {
    const what = `The file declares the encoding "${declared.slice(0, 40)}", which is not known.`;
    throw new ReportBroken('unreadable', `${what} Write the report in UTF-8.`, 1);
  }
  return new Declared(declared, decoder);
}

class Utf8 implements Decoding {
  readonly name = 'UTF-8';
  readonly #why: string;
  #offset: number;
  #carry = Buffer.alloc(0);

  constructor(offset: number, why: string) {
    this.#offset = offset;
    this.#why = why;
  }

  write(bytes: Buffer): string {
    const joined = this.#carry.length === 0 ? bytes : Buffer.concat([this.#carry, bytes]);
    const whole = joined.length - unfinishedTail(joined, joined.length);
    const complete = joined.subarray(0, whole);
    if (!isUtf8(complete)) {
      const good = validPrefix(complete);
      throw this.#invalid(complete.toString('utf8', 0, good), this.#offset + good, complete[good]);
    }
    this.#offset += whole;
    // A copy, because callers may fill the same buffer again.
    this.#carry = Buffer.from(joined.subarray(whole));
    return complete.toString('utf8');
  }

  end(): void {
    if (this.#carry.length > 0) throw this.#invalid('', this.#offset, this.#carry[0]);
  }

  #invalid(text: string, offset: number, byte: number | undefined): Undecodable {
    const hex = (byte ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return new Undecodable(text, `Byte ${offset + 1} of the file (0x${hex}) is not valid UTF-8, ${this.#why}.`);
  }
}

/** How many of the last bytes before `end` begin a character that needs more bytes: 0 to 3. */
function unfinishedTail(bytes: Buffer, end: number): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Length of the longest start of `bytes` that is valid UTF-8. By bisection, since only the native check is fast. */
function validPrefix(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8(bytes.subarray(0, middle - unfinishedTail(bytes, middle)))) valid = middle;
    else invalid = middle;
  }
  return valid - unfinishedTail(bytes, valid);
}

class Utf16 implements Decoding {
  readonly name: 'UTF-16LE' | 'UTF-16BE';
  #offset: number;
  #carry = Buffer.alloc(0);

  constructor(name: 'UTF-16LE' | 'UTF-16BE', offset: number) {
    this.name = name;
    this.#offset = offset;
  }

  write(bytes: Buffer): string {
    const joined = Buffer.concat([this.#carry, bytes]);
    let whole = joined.length - (joined.length % 2);
    const lastUnit = joined[this.name === 'UTF-16LE' ? whole - 1 : whole - 2] ?? 0;
    if (lastUnit >= 0xd8 && lastUnit <= 0xdb) whole -= 2;
    const complete = Buffer.from(joined.subarray(0, whole));
    if (this.name === 'UTF-16BE') complete.swap16();
    const text = complete.toString('utf16le');
    // In this mode the class matches lone halves only.
    const lone = text.search(/[\uD800-\uDFFF]/u);
    if (lone !== -1) throw this.#invalid(text.slice(0, lone), this.#offset + lone * 2, 'half of a surrogate pair');
    this.#offset += whole;
    this.#carry = joined.subarray(whole);
    return text;
  }

  end(): void {
    if (this.#carry.length > 0) throw this.#invalid('', this.#offset, 'an unfinished character');
  }

  #invalid(text: string, offset: number, what: string): Undecodable {
    return new Undecodable(text, `Byte ${offset + 1} of the file is not valid ${this.name}: ${what}.`);
  }
}

/** Any other encoding that the platform knows, ISO-8859-1 (read as its superset Windows-1252, as everywhere) among them. */
class Declared implements Decoding {
  readonly name: string;
  readonly #decoder: TextDecoder;
  #offset = 0;

  constructor(name: string, decoder: TextDecoder) {
    this.name = name;
    this.#decoder = decoder;
  }

  write(bytes: Buffer): string {
    return this.#decode(bytes, true);
  }

  end(): void {
    this.#decode(Buffer.alloc(0), false);
  }

  #decode(bytes: Buffer, stream: boolean): string {
    try {
      const text = this.#decoder.decode(bytes, { stream });
      this.#offset += bytes.length;
      return text;
    } catch {
      throw new Undecodable(
        '',
        `After byte ${this.#offset} the file is not valid ${this.name}, the encoding it declares.`,
      );
    }
  }
}
