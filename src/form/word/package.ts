import { ZipFault } from '../../zip/fault.ts';
import { readZip, type ZipArchive } from '../../zip/read.ts';
import { replaceEntry } from '../../zip/replace.ts';
import { isTooDense, unpack } from '../../zip/unpack.ts';
import { type Attributes, attributesOf, refuseHarmful, typeOf } from './harmless.ts';
import { decodePart, downloadAgain, FormRefused, refuseDoctype, takeHmrcs } from './xml.ts';

/** A Word document that has been found fit to be filled in. */
export interface WordPackage {
  /** Name of the main document part: `word/document.xml`. */
  readonly part: string;
  /** Its text. */
  readonly xml: string;
  readonly remarks: readonly string[];
  /** The package with that text in place of the part's, every other part unchanged byte for byte. */
  withText(xml: string): Uint8Array;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const macroType = /macroEnabled|vbaProject|vbaData|activeX/iu;
const macroPart = /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData[^/]*\.xml|activeX\/.*)$/iu;
const mainPartType =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships\/officeDocument$/u;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Opens the user's copy of HMRC's form. Everything in it is checked, only the main part is read.
 *
 * @throws FormRefused
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  refuseOtherFormats(bytes);
  const { archive, contents } = takeApart(bytes);
  const types = needed(contents, '[Content_Types].xml');
  const part = mainPart(contents, types);
  refuseHarmful(
    archive.entries.map(({ name }) => name),
    contents,
    types,
  );
  const entry = archive.entries.find(({ name }) => name === part);
  const content = contents.get(part);
  if (entry === undefined || content === undefined) {
    throw noDocument(`its main part '${part}' is missing`);
  }
  const marked = byteOrderMark.every((byte, index) => content[index] === byte);
  return {
    part,
    xml: decodePart(content, part),
    remarks: archive.entries.some(({ name }) => name.startsWith('_xmlsignatures/'))
      ? ['The template is digitally signed; filling it in makes that signature invalid.']
      : [],
    withText: (xml) => replaceEntry(archive, entry, encode(xml, marked)),
  };
}

/** Unpacks every part once, so that nothing is passed on that could not be opened; keeps those that are XML. */
function takeApart(bytes: Uint8Array): { archive: ZipArchive; contents: ReadonlyMap<string, Uint8Array> } {
  try {
    const archive = readZip(bytes);
    checkNames(archive);
    refuseBombs(archive);
    const contents = new Map<string, Uint8Array>();
    for (const entry of archive.entries) {
      const content = unpack(archive, entry);
      if (!/\.(?:xml|rels)$/iu.test(entry.name)) {
        continue;
      }
      refuseDoctype(content, entry.name);
      contents.set(entry.name, content);
    }
    return { archive, contents };
  } catch (error) {
    throw error instanceof ZipFault ? refusalOf(error) : error;
  }
}

function encode(xml: string, marked: boolean): Uint8Array {
  return new TextEncoder().encode(marked ? `\uFEFF${xml}` : xml);
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) {
    throw new FormRefused('The template is empty.', downloadAgain);
  }
  if (bytes.length > limits.archive) {
    throw new FormRefused(
      `The template has ${bytes.length} bytes; more than ${limits.archive} are not read.`,
      takeHmrcs,
    );
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FormRefused(
      'The template is protected by a password, or a document of Word 97 to 2003 (.doc).',
      'Open it in Word and save it as .docx without a password.',
    );
  }
  if (!starts(0x50, 0x4b)) {
    throw new FormRefused('The template is not a Word document (.docx).', 'Give the Word form that HMRC offers.');
  }
}

/** Names that lead out of the package or mean the same part twice. Source: OPC (ISO/IEC 29500-2), part names. */
function checkNames({ entries }: ZipArchive): void {
  const seen = new Set<string>();
  for (const { name, size } of entries) {
    const segments = name.split('/');
    const leadsOut = segments.some((segment) => segment === '..' || segment === '.') || /^\/|^[a-z]:|\\/iu.test(name);
    if (leadsOut || name === '' || /\p{Cc}/u.test(name)) {
      throw new FormRefused(`The template has an entry with the name '${name}', which leads out of it.`, takeHmrcs);
    }
    if (name.endsWith('/') && size > 0) {
      throw new FormRefused(`The template's folder '${name}' has content.`, takeHmrcs);
    }
    // Part names that differ in letter case are the same part.
    const key = name.toLowerCase();
    if (seen.has(key)) {
      throw new FormRefused(`The template has the entry '${name}' twice.`, downloadAgain);
    }
    seen.add(key);
    if (macroPart.test(name)) {
      throw macros(name);
    }
  }
  if (seen.has('mimetype') && !seen.has('[content_types].xml')) {
    throw new FormRefused('The template is an OpenDocument text.', 'Save it as .docx.');
  }
}

/** Name of the main document part, found the way Word does: by relationship and content type, not by its usual name. */
function mainPart(contents: ReadonlyMap<string, Uint8Array>, types: readonly Attributes[]): string {
  const macro = types.find(({ ContentType = '' }) => macroType.test(ContentType));
  if (macro !== undefined) {
    throw macros(macro['ContentType'] ?? '');
  }

  const targets = needed(contents, '_rels/.rels')
    .filter(({ Type = '' }) => mainPartType.test(Type))
    .map(({ Target = '' }) => Target.replace(/^\//u, ''));
  const [part] = targets;
  if (part === undefined) {
    throw noDocument('it names no main part');
  }
  if (targets.length > 1) {
    throw noDocument('it names more than one main part');
  }
  const type = typeOf(part, types);
  if (type !== wordType) {
    throw noDocument(`its main part is of the type '${type ?? 'unknown'}'`);
  }
  return part;
}

/** The part's elements, which every package has. */
function needed(contents: ReadonlyMap<string, Uint8Array>, part: string): readonly Attributes[] {
  const content = contents.get(part);
  if (content === undefined) {
    throw noDocument(`'${part}' is missing`);
  }
  return attributesOf(content, part);
}

function macros(where: string): FormRefused {
  return new FormRefused(`The template can carry macros or active content ('${where}').`, takeHmrcs);
}

function noDocument(detail: string): FormRefused {
  return new FormRefused(
    `The template is not a Word document (.docx): ${detail}.`,
    'Give the Word form that HMRC offers.',
  );
}

/** Sizes in bytes. HMRC's form is 121 KB in 34 entries, 605 KB unpacked, its densest entry 17 : 1. */
const limits = {
  archive: 20 * 1024 * 1024,
  entries: 1000,
  entry: 24 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  density: { from: 2 ** 20, ratio: 200 },
} as const;

/**
 * To be asked before anything is unpacked.
 *
 * @throws FormRefused
 */
function refuseBombs({ entries }: ZipArchive): void {
  const { length } = entries;
  if (length > limits.entries) {
    throw new FormRefused(
      `The template has ${length} entries; more than ${limits.entries} are not unpacked.`,
      takeHmrcs,
    );
  }
  const bomb = entries.find((entry) => entry.size > limits.entry || isTooDense(entry, limits.density));
  if (bomb !== undefined) {
    throw tooLong(bomb.name);
  }
  if (entries.reduce((total, { size }) => total + size, 0) > limits.unpacked) {
    throw new FormRefused('The template unpacks to far more than a form can need.', takeHmrcs);
  }
}

/** What is wrong with the archive as a sentence about the template. */
function refusalOf({ kind, message, entry }: ZipFault): FormRefused {
  switch (kind) {
    case 'encrypted':
      return new FormRefused(`The template is encrypted (its entry '${entry}' is).`, 'Save it without a password.');
    case 'zip64':
      return new FormRefused('The template is a zip64 archive, which no Word document of this size is.', downloadAgain);
    case 'longer-than-said':
      return tooLong(entry);
    case 'refused':
    case 'damaged':
      return new FormRefused(`The template is damaged or cut off: ${message}.`, downloadAgain);
  }
}

function tooLong(name: string): FormRefused {
  return new FormRefused(`The template's entry '${name}' unpacks to far more than a form can need.`, takeHmrcs);
}
