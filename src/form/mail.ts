import { oneLine } from '../text/escape.ts';

interface Attachment {
  /** File name; whatever can't stand in one is replaced. */
  readonly name: string;
  /** Media type, as it is written into the header. */
  readonly type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  readonly bytes: Uint8Array;
}

interface Draft {
  /** An address of ours, not of a user. */
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
  readonly attachment: Attachment;
}

/** Neither base64 nor quoted-printable can make it: both know '=' only before a digit or letter, or at an end. */
const boundary = '=_checklist_=';

/**
 * A mail as a file (.eml) that mail programs open as a draft: it has neither sender nor date, those come from whoever
 * sends it. ASCII throughout, lines ended by CRLF. The same draft always makes the same text.
 * Source: RFC 5322, 2045 to 2047, 2183, 2231; `X-Unsent` is Outlook's own.
 */
export function renderMail({ to, subject, text, attachment }: Draft): string {
  const name = oneLine(attachment.name, 100).replace(/["\\/:]/gu, '-');
  return [
    'X-Unsent: 1',
    `To: ${to}`,
    `Subject: ${headerText(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    ` boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
    `--${boundary}`,
    `Content-Type: ${attachment.type}`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment;',
    ` ${fileName(name)}`,
    '',
    lines(Buffer.from(attachment.bytes).toString('base64')),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** One line whatever comes in; encoded words where it isn't short and plain ASCII. */
function headerText(text: string): string {
  const line = oneLine(text, 200);
  if (/^[\u0020-\u007E]{0,60}$/u.test(line) && !line.includes('=?')) {
    return line;
  }
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    // An encoded word has at most 75 characters; a character may not be cut in two.
    if (Buffer.byteLength(word + character) > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

function fileName(name: string): string {
  if (/^[\u0020-\u007E]*$/u.test(name)) {
    return `filename="${name}"`;
  }
  const encoded = encodeURIComponent(name).replace(/['()*!]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename*=UTF-8''${encoded}`;
}

function quotedPrintable(text: string): string {
  const encoded = text.split('\n').map((line) => {
    const bytes = [...Buffer.from(line)];
    const characters = bytes.map((byte, index) => {
      const isPlain = byte === 0x20 || byte === 0x09 ? index < bytes.length - 1 : byte > 0x20 && byte < 0x7f;
      return isPlain && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    });
    return softly(characters);
  });
  return encoded.join('\r\n');
}

/** Lines of at most 76 characters, broken where no byte is cut. */
function softly(characters: readonly string[]): string {
  let result = '';
  let length = 0;
  for (const character of characters) {
    if (length + character.length > 75) {
      result += '=\r\n';
      length = 0;
    }
    result += character;
    length += character.length;
  }
  return result;
}

function lines(base64: string): string {
  return (base64.match(/.{1,76}/gu) ?? []).join('\r\n');
}
