/** What a text is as an MRN: its parts, or what is wrong with it. */
type MrnCheck =
  | {
      readonly ok: true;
      readonly mrn: string;
      /** Four digits: `26…` is 2026. */
      readonly year: number;
      /** ISO code of the country of the office of departure; Northern Ireland is XI. */
      readonly country: string;
    }
  | {
      readonly ok: false;
      readonly code: 'mrn-shape' | 'mrn-check-digit';
      /** A clause that says what was expected and what was found; the MRN itself stands in the sentence around it. */
      readonly message: string;
    };

/**
 * Checks an MRN's shape and check digit. 18 characters: year, country, 12 letters or digits, procedure letter J to M,
 * check digit; capitals only. It holds for every MRN in HMRC's example messages. Source: TIS, rule R0028.
 */
export function checkMrn(text: string): MrnCheck {
  const wrong = shapeProblem(text);
  if (wrong !== undefined) return { ok: false, code: 'mrn-shape', message: wrong };
  const expected = expectedCheckDigit(text.slice(0, 17));
  const found = text.slice(17);
  if (found !== String(expected)) {
    return {
      ok: false,
      code: 'mrn-check-digit',
      message: `its check digit must be ${expected}, but is ${found}: at least one character is wrong`,
    };
  }
  return {
    ok: true,
    mrn: text,
    year: 2000 + Number(text.slice(0, 2)),
    country: text.slice(2, 4),
  };
}

/**
 * The check digit of ISO 6346 over the first 17 characters: digits count for themselves, letters from A = 10 upwards
 * leaving out the multiples of 11; each times 2 to the power of its position from 0; the sum modulo 11, and 10 becomes 0.
 *
 * What it can't see: a character replaced by one of the same value modulo 11 (1, B, L and V; 2, C, M and W; … 0 has
 * no such letter), and a change that moves the sum between 10 and 0 modulo 11, which both give digit 0.
 */
export function expectedCheckDigit(first17: string): number {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum = (sum + valueOf(character) * weight) % 11;
    weight = (weight * 2) % 11;
  }
  return sum % 10;
}

function valueOf(character: string): number {
  const ordinal = Number.parseInt(character, 36);
  if (ordinal < 11) return ordinal;
  // 11, 22 and 33 are left out.
  return ordinal + 1 + Math.floor((ordinal - 11) / 10);
}

/** Each pattern takes up the whole of its place. */
const places: readonly (readonly [length: number, pattern: RegExp, what: string])[] = [
  [2, /\d\d/, 'two digits of the year'],
  [2, /[A-Z]{2}/, 'the two capitals of a country'],
  [12, /[0-9A-Z]{12}/, 'twelve capitals or digits'],
  [1, /[J-M]/, 'a procedure letter J, K, L or M'],
  [1, /\d/, 'a check digit'],
];

function shapeProblem(text: string): string | undefined {
  if (text.length !== 18) return `an MRN has 18 characters, this has ${text.length}`;
  let start = 0;
  for (const [length, pattern, what] of places) {
    const found = text.slice(start, start + length);
    if (!pattern.test(found)) {
      const where = length === 1 ? `character ${start + 1}` : `characters ${start + 1} to ${start + length}`;
      return `${where} must be ${what}, but ${length === 1 ? 'is' : 'are'} '${found}'`;
    }
    start += length;
  }
  return undefined;
}
