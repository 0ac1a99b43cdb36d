/*
 * The one place where text of others (test names, file names, messages, answers) is made safe to show.
 * Whatever comes in, what comes out is text: no element, no link, no mention, no command, no invisible sign.
 */

/** Put where a token has to be broken without being seen: mention, reference, bare URL, emoji shortcode. */
const zeroWidthSpace = '\u200B';

const lineBreak = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const suspicious = /[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu;
/** Joiners, soft hyphens, byte order marks: they show nothing and mean nothing here. */
const dropped = /[\u00AD\u200B-\u200D\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u;
/** Stacks of accents that would paint over the lines above and below. */
const stacked = /(\p{M}{3})\p{M}+/gu;

/**
 * The text with line breaks as `\n`, and with every other control, bidirectional or broken character shown or dropped.
 * All that is left is legal in XML 1.0.
 */
export function visibleText(text: string): string {
  return text
    .replace(lineBreak, '\n')
    .replace(suspicious, (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code === 0x0a || code === 0x09) return character;
      if (code < 0x20) return String.fromCodePoint(0x2400 + code);
      if (code === 0x7f) return '\u2421';
      if (dropped.test(character)) return '';
      // Bidirectional controls and their like: text that reads other than it is written has to be seen.
      return /\p{Cf}/u.test(character) ? `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩` : '\uFFFD';
    })
    .replace(stacked, '$1');
}

/** `visibleText` with paragraphs kept, of at most `max` characters (code points), the last one being '…' where cut. */
export function paragraphs(text: string, max = 4000): string {
  return capped(text, max, (head) => visibleText(head).replace(/\t/gu, ' ').trim());
}

/** On one line: white space folded, at most `max` characters (code points), the last one being '…' where cut. */
export function oneLine(text: string, max = 300): string {
  return capped(text, max, (head) => visibleText(head).replace(/\s+/gu, ' ').trim());
}

/** Cleans no more of a text than can be shown of it: names of megabytes exist. */
function capped(text: string, max: number, clean: (head: string) => string): string {
  const head = text.length > max * 4 + 64 ? text.slice(0, max * 4 + 64).replace(/[\uD800-\uDBFF]$/u, '') : text;
  const cleaned = clean(head);
  if (head.length === text.length && cleaned.length <= max) return cleaned;
  const characters = Array.from(cleaned);
  if (head.length === text.length && characters.length <= max) return cleaned;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * Keeps a line of a log from being a command: the runner takes a line that begins with `::`, and `##[…]` anywhere in one, for
 * a command to itself. The line is clean otherwise (`oneLine`, `visibleText`), but may carry colours of ours.
 */
export function guardLine(line: string): string {
  return line.replace(/^(\s*):(?=:)/u, '$1: ').replace(/##(?=\[)/gu, '## ');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function entity(character: string): string {
  return entities[character] ?? `&#${character.codePointAt(0) ?? 0xfffd};`;
}

/** Text inside an element or an attribute of XML: on one line, legal in XML 1.0, at most `max` characters. */
export function xmlText(text: string, max: number): string {
  return oneLine(text, max).replace(/[&<>"]/gu, entity);
}

/** What may become a mention or an address; not HMRC's own addresses, which are there to be copied. */
const mention = /@(?=\S)(?!(?<=\w@)hmrc\.gov\.uk(?![\w-]|\.\w))/gu;

/**
 * Text inside a line, a list item or a table cell of GitHub's Markdown, and equally inside an HTML element.
 * Markup becomes entities. Mentions, issue references, bare addresses and emoji shortcodes are found by GitHub
 * after the Markdown is read, when entities are gone: an invisible break keeps them apart.
 */
export function markdownText(text: string, max = 300): string {
  return (
    oneLine(text, max)
      .replace(/[&<>"`*_[\]|~$\\]/gu, entity)
      .replace(mention, `@${zeroWidthSpace}`)
      .replace(/(?<!&)#(?=\d)/gu, `#${zeroWidthSpace}`)
      .replace(/\bGH-(?=\d)/giu, (found) => found + zeroWidthSpace)
      .replace(/:(?=\/\/)/gu, `:${zeroWidthSpace}`)
      .replace(/\bwww(?=\.)/giu, (found) => found + zeroWidthSpace)
      // A time of day is no shortcode: none consists of two digits.
      .replace(/:(?!\d\d:)(?=[\w+-]+:)/gu, `:${zeroWidthSpace}`)
      .replace(/^[-+=#]/u, entity)
      .replace(/^(\d+)([.)])/u, (_, digits: string, mark: string) => digits + entity(mark))
  );
}

/** The same in a fixed-width face: for names, paths and identifiers. Nothing at all for an empty text. */
export function markdownCode(text: string, max = 120): string {
  const safe = markdownText(text, max);
  return safe === '' ? '' : `<code>${safe}</code>`;
}

/** A link when the address is one of the web, else just the text. */
export function markdownLink(text: string, address: string | undefined, max = 120): string {
  const label = markdownText(text, max);
  const href = webAddress(address);
  return href === undefined ? label : `[${label}](<${href.replaceAll('&', '&amp;')}>)`;
}

/** The address, encoded so that it ends no attribute or link early; undefined unless it is one of the web without credentials in it. */
export function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return url.href.replace(/[<>"|`\\\s]/gu, encodeURIComponent);
}
