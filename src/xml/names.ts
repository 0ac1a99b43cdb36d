/** Character classes of XML 1.0, fifth edition, productions 4 and 4a, as flags for ASCII. */
const START = 1;
const NAME = 2;
const ascii = new Uint8Array(128);
for (const letter of ':ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz') {
  ascii[letter.charCodeAt(0)] = START | NAME;
}
for (const other of '-.0123456789') ascii[other.charCodeAt(0)] = NAME;

const startBeyondAscii =
  '\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const anyName = new RegExp(
  `[:A-Z_a-z${startBeyondAscii}][-.0-9:A-Z_a-z\\u00B7\\u0300-\\u036F\\u203F-\\u2040${startBeyondAscii}]*`,
  'uy',
);

/** The index behind the name that begins at `at`; `at` itself when none begins there. */
export function endOfName(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  if (code < 128 && (ascii[code] ?? 0) < (START | NAME)) return at;
  while (code < 128 && ascii[code] !== 0) code = text.charCodeAt(++end);
  // Few names have letters beyond ASCII, so these may take the slow way. At the end of the text, `code` is NaN.
  if (!(code >= 128)) return end;
  anyName.lastIndex = at;
  return at + (anyName.exec(text)?.[0].length ?? 0);
}

/** The index of the first character from `at` on that is no white space. Carriage returns are gone by now. */
export function skipSpace(text: string, at: number): number {
  let end = at;
  while (true) {
    const code = text.charCodeAt(end);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09) return end;
    end++;
  }
}
