import { DOMParser, type Element } from '@xmldom/xmldom';

/**
 * A second opinion on whether a report proves DSGB1, or DSXI1 in its place, written without a look at `src/`: it builds the whole
 * document with another parser, knows one test, one suite of words and one date format, and says no whenever it is in doubt.
 * What we call ready, it has to be able to follow; not the other way round.
 */
export function provesDsgb1(bytes: Uint8Array, now: number): boolean {
  const root = parse(bytes);
  if (root === undefined) return false;
  const cases = all(root, 'testcase').filter((one) =>
    names(one).some((name) => /DS(?:GB|XI)1(?!\d)/i.test(seen(name))),
  );
  const passed = cases.filter((one) => !isBad(one));
  const isProven = passed.some((one) => isFresh(one, now));
  return isProven && cases.every((one) => !isBad(one)) && suitesAreSound(root);
}

function parse(bytes: Uint8Array): Element | undefined {
  const text = decode(bytes);
  if (text === undefined) return undefined;
  try {
    const strict = (level: string, message: string): void => {
      if (level !== 'warning') throw new Error(message);
    };
    return new DOMParser({ onError: strict }).parseFromString(readable(text), 'text/xml').documentElement ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * With blanks for what XML forbids without any harm: it may stand in text, as terminal colours do. A name that ends in a colon is
 * one of plain XML, though not of XML with namespaces.
 */
function readable(text: string): string {
  return text
    .trimStart()
    .replaceAll(/[\p{Cc}\u{fffe}\u{ffff}]/gu, ' ')
    .replaceAll(/([<\s/][\w.-]+):(?=[\s/>=])/g, '$1')
    .replaceAll(/&#(?:0*(?:\d|[12]\d|3[01])|x0*1?[\da-f]);/giu, ' ');
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function children(element: Element): Element[] {
  const list: Element[] = [];
  for (let at = element.firstChild; at !== null; at = at.nextSibling) if (isElement(at)) list.push(at);
  return list;
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

/** Not in output: unescaped markup in there is something that a test printed. */
function all(element: Element, name: string): Element[] {
  if (/^system-(?:out|err)$/.test(localName(element.nodeName))) return [];
  const own = localName(element.nodeName) === name ? [element] : [];
  return [...own, ...children(element).flatMap((child) => all(child, name))];
}

function attribute(element: Element, name: string): string | undefined {
  for (let index = 0; index < element.attributes.length; index++) {
    const found = element.attributes.item(index);
    if (found !== null && localName(found.name) === name) return found.value;
  }
  return undefined;
}

function* ancestors(element: Element): Generator<Element> {
  for (let at: Element['parentNode'] = element; at !== null && isElement(at); at = at.parentNode) yield at;
}

function names(element: Element): string[] {
  return [...ancestors(element)].flatMap((one) => [attribute(one, 'name') ?? '', attribute(one, 'classname') ?? '']);
}

/** Anything in it that could mean something other than passed. */
function isBad(testcase: Element): boolean {
  const bad = /^(?:failure|error|skipped|disabled|ignored|failed|pending)$/;
  const status = attribute(testcase, 'status') ?? attribute(testcase, 'result');
  const output = /^(?:system-out|system-err|properties)$/;
  const inside = children(testcase).filter((child) => !output.test(localName(child.nodeName)));
  return (
    (status !== undefined && !/^\s*(?:passed|run|completed|)\s*$/i.test(status)) ||
    inside.some((child) => bad.test(localName(child.nodeName)) || isBad(child))
  );
}

/** By the nearest timestamp, or a message's time among its properties. */
function isFresh(testcase: Element, now: number): boolean {
  const evidence = all(testcase, 'property').flatMap((one) =>
    /^(?:ncts5?\.)?IE\d{3}$/i.test(attribute(one, 'name') ?? '')
      ? [attribute(one, 'value') ?? one.textContent ?? '']
      : [],
  );
  const reported = [...ancestors(testcase)].flatMap((one) => attribute(one, 'timestamp') ?? []).slice(0, 1);
  return [...evidence, ...reported].some((text) => {
    const date = /\d{4}-\d\d-\d\d|\d{4}\d\d\d\d(?=T)/.exec(text)?.[0].replaceAll('-', '') ?? '';
    const day = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}T00:00:00Z`);
    // A day of tolerance for zones.
    return day > now - 16 * 86_400_000 && day < now + 2 * 86_400_000;
  });
}

/** No suite around says that something failed, or counts a failure. */
function suitesAreSound(root: Element): boolean {
  return [...all(root, 'testsuite'), ...all(root, 'testsuites')].every((suite) => {
    const bad = children(suite).some((child) => /^(?:failure|error)$/.test(localName(child.nodeName)));
    const counts = ['failures', 'errors', 'failed'].map((name) => attribute(suite, name)?.trim() ?? '');
    return !bad && counts.every((text) => text === '' || /^0+(?:\.0*)?$/.test(text));
  });
}

/** Without characters that nobody sees: a byte order mark within a number changes nothing that people read. */
export function seen(text: string): string {
  return text.replace(/[\p{Cf}\p{Me}\p{Variation_Selector}\u034F]/gu, '');
}
