import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

export interface Decoded {
  readonly text: string;
  /** Why what follows the text can't be decoded, in sentences; then nothing comes after it. */
  readonly broken?: string | undefined;
}

interface Decoding {
  /** Up to the first invalid sequence; keeps an unfinished one for the next call. */
  write(bytes: Buffer): Decoded;
  /** @returns why the last sequence is none, as `Decoded.broken` */
  end(): string | undefined;
}

const limits = {
  /** An XML declaration is never longer in practice; without this limit a file without `>` would be held as a whole. */
  declaration: 1024,
};

/**
 * Bytes of an XML file to text, piece by piece, never guessing: an invalid sequence is an error, not a replacement
 * character, because a garbled failure could read as a pass. Encoding by byte order mark, else by the shape of the
 * first bytes (UTF-16), else as declared, else UTF-8 (XML 1.0, appendix F); a mark beats a declaration.
 */
export class ReportDecoder {
  #decoding: Decoding | undefined;
  #head = Buffer.alloc(0);

  write(bytes: Uint8Array): Decoded {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#decoding !== undefined) return this.#decoding.write(piece);
    this.#head = Buffer.concat([this.#head, piece]);
    return isDecidable(this.#head) ? this.#begin() : { text: '' };
  }

  /** A file that ends inside a character is broken. */
  end(): Decoded {
    const rest = this.#decoding === undefined ? this.#begin() : { text: '' };
    return { broken: this.#decoding?.end(), ...rest };
  }

  #begin(): Decoded {
    const chosen = chooseDecoding(this.#head);
    if (typeof chosen === 'string') return { text: '', broken: chosen };
    this.#decoding = chosen.decoding;
    const rest = this.#head.subarray(chosen.markLength);
    this.#head = Buffer.alloc(0);
    return this.#decoding.write(rest);
  }
}

/** White space may stand before the declaration: templates write it. */
const beforeDeclaration = /^[ \t\r\n]*/;

function isDecidable(head: Buffer): boolean {
  if (head.length >= limits.declaration) return true;
  const start = head.toString('latin1').replace(beforeDeclaration, '');
  if (start.length < 4) return false;
  return !start.startsWith('<?xm') || start.includes('>');
}

/** @returns a string, in sentences, where the file can't be read at all */
function chooseDecoding(head: Buffer): { decoding: Decoding; markLength: number } | string {
  const start = head.subarray(0, 4).toString('hex').padEnd(8, '-');
  if (start === 'fffe0000' || start === '0000feff' || start === '3c000000' || start === '0000003c') {
    return 'The file is UTF-32, which is not supported.';
  }
  if (start.startsWith('efbbbf')) return { decoding: new Utf8(3, 'as its byte order mark says'), markLength: 3 };
  if (start.startsWith('fffe')) return { decoding: new Utf16('UTF-16LE', 2), markLength: 2 };
  if (start.startsWith('feff')) return { decoding: new Utf16('UTF-16BE', 2), markLength: 2 };
  if (/^(?:3c|20|09|0a|0d)00..(?!-)/.test(start)) return { decoding: new Utf16('UTF-16LE', 0), markLength: 0 };
  if (/^00(?:3c|20|09|0a|0d)/.test(start)) return { decoding: new Utf16('UTF-16BE', 0), markLength: 0 };
  const decoding = declaredDecoding(head);
  return typeof decoding === 'string' ? decoding : { decoding, markLength: 0 };
}

function declaredDecoding(head: Buffer): Decoding | string {
  const text = head.toString('latin1', 0, limits.declaration).replace(beforeDeclaration, '');
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
    return `The file declares the encoding "${declared.slice(0, 40)}", which is not known.`;
  }
  return new Declared(declared, decoder);
}

class Utf8 implements Decoding {
  readonly #why: string;
  #offset: number;
  #carry = Buffer.alloc(0);

  constructor(offset: number, why: string) {
    this.#offset = offset;
    this.#why = why;
  }

  write(bytes: Buffer): Decoded {
    const joined = this.#carry.length === 0 ? bytes : Buffer.concat([this.#carry, bytes]);
    const whole = joined.length - unfinishedTail(joined, joined.length);
    const complete = joined.subarray(0, whole);
    if (!isUtf8(complete)) {
      const good = validPrefix(complete);
      return this.#invalid(complete.toString('utf8', 0, good), this.#offset + good, complete[good]);
    }
    this.#offset += whole;
    // A copy, because callers may fill the same buffer again.
    this.#carry = Buffer.from(joined.subarray(whole));
    return { text: complete.toString('utf8') };
  }

  end(): string | undefined {
    return this.#carry.length > 0 ? this.#invalid('', this.#offset, this.#carry[0]).broken : undefined;
  }

  #invalid(text: string, offset: number, byte: number | undefined): Decoded {
    const hex = (byte ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const broken = `Byte ${offset + 1} of the file (0x${hex}) is not valid UTF-8, ${this.#why}.`;
    return { text, broken };
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
  readonly #name: 'UTF-16LE' | 'UTF-16BE';
  #offset: number;
  #carry = Buffer.alloc(0);

  constructor(name: 'UTF-16LE' | 'UTF-16BE', offset: number) {
    this.#name = name;
    this.#offset = offset;
  }

  write(bytes: Buffer): Decoded {
    const joined = Buffer.concat([this.#carry, bytes]);
    let whole = joined.length - (joined.length % 2);
    const lastUnit = joined[this.#name === 'UTF-16LE' ? whole - 1 : whole - 2] ?? 0;
    if (lastUnit >= 0xd8 && lastUnit <= 0xdb) whole -= 2;
    const complete = Buffer.from(joined.subarray(0, whole));
    if (this.#name === 'UTF-16BE') complete.swap16();
    const text = complete.toString('utf16le');
    // In this mode the class matches lone halves only.
    const lone = text.search(/[\uD800-\uDFFF]/u);
    if (lone !== -1) return this.#invalid(text.slice(0, lone), this.#offset + lone * 2, 'half of a surrogate pair');
    this.#offset += whole;
    this.#carry = joined.subarray(whole);
    return { text };
  }

  end(): string | undefined {
    return this.#carry.length > 0 ? this.#invalid('', this.#offset, 'an unfinished character').broken : undefined;
  }

  #invalid(text: string, offset: number, what: string): Decoded {
    return { text, broken: `Byte ${offset + 1} of the file is not valid ${this.#name}: ${what}.` };
  }
}

/** Any other encoding that the platform knows, ISO-8859-1 (read as its superset Windows-1252, as everywhere) among them. */
class Declared implements Decoding {
  readonly #name: string;
  readonly #decoder: TextDecoder;
  #offset = 0;

  constructor(name: string, decoder: TextDecoder) {
    this.#name = name;
    this.#decoder = decoder;
  }

  write(bytes: Buffer): Decoded {
    return this.#decode(bytes, true);
  }

  end(): string | undefined {
    return this.#decode(Buffer.alloc(0), false).broken;
  }

  #decode(bytes: Buffer, stream: boolean): Decoded {
    try {
      const text = this.#decoder.decode(bytes, { stream });
      this.#offset += bytes.length;
      return { text };
    } catch {
      const broken = `After byte ${this.#offset} the file is not valid ${this.#name}, the encoding it declares.`;
      return { text: '', broken };
    }
  }
}
