import type { SaxesTagNS } from 'saxes';
import { oneLine } from '../../text/escape.ts';
import { decodePart, downloadAgain, FormRefused, readXml, takeHmrcs } from './xml.ts';

/*
 * What a Word document may hold to be filled in and sent on. Whatever fetches something, runs something or embeds a file
 * is no part of a form; so this says what is known to be harmless, and everything else is refused by name.
 * Source: ISO/IEC 29500-1 (parts, relationships, 17.16.5 fields) and MS-OFFDOCINFO; HMRC's five forms and copies of them
 * saved by Word and LibreOffice have nothing beyond it.
 */

/** Types of relationships by their last step, of the standard and of Word's own additions to it. */
const relationshipTypes = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'custom-properties',
  'classificationlabels',
  'thumbnail',
  'styles',
  'stylesWithEffects',
  'settings',
  'webSettings',
  'fontTable',
  'font',
  'theme',
  'numbering',
  'header',
  'footer',
  'footnotes',
  'endnotes',
  'comments',
  'commentsExtended',
  'commentsExtensible',
  'commentsIds',
  'people',
  'glossaryDocument',
  'image',
  'hyperlink',
  'customXml',
  'customXmlProps',
  'origin',
  'signature',
  'certificate',
]);
const relationshipType =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com)\/(?:[\w-]+\/)*relationships\/(?:metadata\/|digital-signature\/)?([\w-]+)$/u;

const contentTypes = new RegExp(
  `^(?:${[
    'application/xml',
    'text/xml',
    String.raw`application/inkml\+xml`, // what was drawn with a pen, such as a signature
    'image/(?:png|jpe?g|pjpeg|gif|bmp|x-bmp|tiff|x-emf|x-wmf|emf|wmf)',
    String.raw`application/vnd\.openxmlformats-package\.(?:relationships|core-properties|digital-signature-(?:origin|xmlsignature\+xml|certificate))(?:\+xml)?`,
    String.raw`application/vnd\.openxmlformats-officedocument\.(?:theme|extended-properties|custom-properties|customXmlProperties)\+xml`,
    String.raw`application/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document\.main|document\.glossary|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|header|footer|footnotes|endnotes|comments|commentsExtended|commentsExtensible|commentsIds|people)\+xml`,
    String.raw`application/vnd\.ms-word\.stylesWithEffects\+xml`,
    String.raw`application/vnd\.ms-office\.classificationlabels\+xml`,
    String.raw`application/vnd\.openxmlformats-officedocument\.obfuscatedFont`,
    'application/x-font(?:data|-ttf)',
  ].join('|')})$`,
  'iu',
);

/** Names of fields that show something of the document itself, or lead to a place when somebody clicks. */
const fields = new Set(
  (
    '= ADVANCE AUTHOR COMMENTS CREATEDATE DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT ' +
    'HYPERLINK INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM ' +
    'SAVEDATE SECTION SECTIONPAGES SEQ SHAPE STYLEREF SUBJECT SYMBOL TC TEMPLATE TIME TITLE TOC USERADDRESS USERINITIALS USERNAME XE'
  ).split(' '),
);

/** Where a link that somebody clicks may lead: to the web, to a mailbox, or to a place in the document. */
const linkTarget = /^(?:https?:\/\/|mailto:|#)/iu;

export type Attributes = Readonly<Record<string, string>>;

/** The attributes of every element of a part, by their names as written. */
export function attributesOf(content: Uint8Array, part: string): readonly Attributes[] {
  const found: Attributes[] = [];
  readXml(decodePart(content, part), part, {
    open(tag) {
      found.push(Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])));
    },
    close() {},
  });
  return found;
}

/**
 * Refuses a package that holds anything that isn't known to be harmless.
 *
 * @param names Of all parts.
 * @param contents Of those that are XML, by name.
 * @param types The elements of `[Content_Types].xml`.
 * @throws FormRefused
 */
export function refuseHarmful(
  names: readonly string[],
  contents: ReadonlyMap<string, Uint8Array>,
  types: readonly Attributes[],
): void {
  refuseDoubles(types);
  for (const [name, content] of contents) {
    if (name.toLowerCase().endsWith('.rels')) {
      for (const relationship of attributesOf(content, name)) {
        checkRelationship(relationship, name);
      }
    }
  }
  for (const name of names) {
    checkType(name, typeOf(name, types));
  }
  for (const [name, content] of contents) {
    if (typeOf(name, types)?.includes('wordprocessingml') === true) {
      checkFields(content, name);
    }
  }
}

/** Two types of one part would be one for us and another for Word. */
function refuseDoubles(types: readonly Attributes[]): void {
  const seen = new Set<string>();
  for (const { PartName: name, Extension: extension } of types) {
    const key = (name ?? (extension === undefined ? undefined : `.${extension}`))?.toLowerCase();
    if (key !== undefined && seen.has(key)) {
      throw new FormRefused(`The template gives '${shown(key)}' two types.`, downloadAgain);
    }
    seen.add(key ?? '');
  }
}

function checkRelationship({ Type: type, Target: target = '', TargetMode: mode }: Attributes, part: string): void {
  if (type === undefined) {
    return;
  }
  const kind = relationshipType.exec(type)?.[1];
  const name = shown(type.slice(type.lastIndexOf('/') + 1));
  const isOutside = (mode !== undefined && mode !== 'Internal') || /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/iu.test(target);
  if (isOutside && kind !== 'hyperlink') {
    throw fetches(name, target, part);
  }
  if (kind === undefined || !relationshipTypes.has(kind)) {
    throw unneeded(name, part);
  }
  if (isOutside && !linkTarget.test(target)) {
    throw strangeLink(target, part);
  }
}

/** The content type of a part; undefined where the package names none. */
export function typeOf(part: string, types: readonly Attributes[]): string | undefined {
  const override = types.find(({ PartName }) => PartName?.toLowerCase() === `/${part}`.toLowerCase());
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  const type = override ?? types.find(({ Extension }) => Extension?.toLowerCase() === extension);
  return type?.['ContentType'];
}

function checkType(part: string, type: string | undefined): void {
  if (part.endsWith('/') || part === '[Content_Types].xml' || (type !== undefined && contentTypes.test(type))) {
    return;
  }
  throw unneeded(shown(type ?? 'of no type'), part);
}

/** A field that is being read: `instr` is what its instruction says so far. */
interface Field {
  instruction: string;
  /** Its result has begun. */
  isDone: boolean;
}

/** Elements by their local names alone: no other vocabulary that a form may hold has the same. */
function checkFields(content: Uint8Array, part: string): void {
  // Names can't be escaped in XML: a part without these has no field, picture or data source to look at.
  if (!/instr|fldSimple|mailMerge|subDoc|altChunk|\bsrc\b|href/iu.test(Buffer.from(content).toString('latin1'))) {
    return;
  }
  const open: Field[] = [];
  let isInstruction = false;
  readXml(decodePart(content, part), part, {
    open(tag) {
      checkElement(tag, part);
      if (tag.local === 'fldChar') {
        noteField(attribute(tag, 'fldCharType'), open, part);
      }
      isInstruction = tag.local === 'instrText' || tag.local === 'delInstrText';
    },
    close() {
      isInstruction = false;
    },
    text(written) {
      const field = open.at(-1);
      if (isInstruction && field?.isDone === false) {
        field.instruction += written;
      } else if (isInstruction) {
        checkInstruction(written, part);
      }
    },
  });
  for (const { instruction } of open) {
    checkInstruction(instruction, part);
  }
}

function noteField(type: string | undefined, open: Field[], part: string): void {
  const outer = open.at(-1);
  if (type === 'begin') {
    if (outer?.isDone === false) {
      // What the inner field comes to is part of the outer one's instruction.
      outer.instruction += '\u0000';
    }
    open.push({ instruction: '', isDone: false });
  } else if (outer !== undefined && !outer.isDone) {
    checkInstruction(outer.instruction, part);
    outer.isDone = true;
  }
  if (type === 'end') {
    open.pop();
  }
}

function checkElement(tag: SaxesTagNS, part: string): void {
  if (tag.local === 'fldSimple') {
    checkInstruction(attribute(tag, 'instr') ?? '', part);
  }
  if (tag.local === 'mailMerge' || tag.local === 'subDoc' || tag.local === 'altChunk') {
    throw fetches(tag.local, '', part);
  }
  if (tag.uri.startsWith('urn:schemas-microsoft-com:')) {
    checkDrawing(tag, part);
  }
}

/** Drawings of older versions of Word name pictures, and pages that they link to, themselves. */
function checkDrawing(tag: SaxesTagNS, part: string): void {
  const isPicture = /^(?:imagedata|fill|stroke)$/u.test(tag.local);
  const source = attribute(tag, 'src') ?? attribute(tag, 'althref') ?? (isPicture ? attribute(tag, 'href') : undefined);
  if (source !== undefined && source !== '') {
    throw fetches('image', source, part);
  }
  const link = attribute(tag, 'href') ?? '';
  if (link !== '' && !linkTarget.test(link)) {
    throw strangeLink(link, part);
  }
}

function checkInstruction(instruction: string, part: string): void {
  const text = instruction.trim();
  if (text === '') {
    return;
  }
  const [name = ''] = /^(?:=|[^\s=]+)/u.exec(text) ?? [];
  if (!fields.has(name.toUpperCase())) {
    throw harmful(`The template has a field that can fetch or run something: '${shown(text)}'`, part);
  }
  if (name.toUpperCase() === 'HYPERLINK') {
    const targets = linkTargets(text.slice(name.length));
    const wrong = targets.find((target) => !linkTarget.test(target));
    if (wrong !== undefined) {
      throw strangeLink(wrong, part);
    }
  }
}

/** What a HYPERLINK field leads to: its arguments but those of the switches for a place, a tip and a window. */
function linkTargets(text: string): readonly string[] {
  const words = text.match(/"[^"]*"?|[^\s"]+/gu) ?? [];
  return words
    .filter((word, index) => !/^\\[a-z]$/iu.test(word) && !/^\\[lot]$/iu.test(words[index - 1] ?? ''))
    .map((word) => word.replaceAll('"', ''));
}

function attribute(tag: SaxesTagNS, name: string): string | undefined {
  return Object.values(tag.attributes).find(({ local }) => local === name)?.value;
}

function shown(text: string): string {
  return oneLine(text.replaceAll('\u0000', '…'), 80);
}

function harmful(what: string, part: string): FormRefused {
  return new FormRefused(`${what}, in its part '${shown(part)}'. It would be sent on with the form.`, takeHmrcs);
}

function fetches(what: string, target: string, part: string): FormRefused {
  const from = target === '' ? '' : ` from '${shown(target)}'`;
  return harmful(`The template fetches something from elsewhere: '${what}'${from}`, part);
}

function unneeded(what: string, part: string): FormRefused {
  return harmful(`The template has content that no form needs: '${what}'`, part);
}

function strangeLink(target: string, part: string): FormRefused {
  return harmful(`The template has a link to '${shown(target)}', neither a web page nor a mail address`, part);
}
