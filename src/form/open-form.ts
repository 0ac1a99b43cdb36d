import type { Form, FormVersion } from '../requirements/form.ts';
import type { Programme } from '../requirements/programme.ts';
import { programmes } from '../requirements/programmes.ts';
import { oneLine } from '../text/escape.ts';
import { findFields, type Fields } from './fields/find-fields.ts';
import { folded, KnownLabels } from './fields/labels.ts';
import { readDocument } from './word/document.ts';
import type { Paragraph } from './word/model.ts';
import { openPackage, type WordPackage } from './word/package.ts';
import { FormRefused } from './word/xml.ts';

/** The user's copy of a programme's form, and every field that was found in it. */
interface OpenedForm {
  readonly package: WordPackage;
  /**
   * Word keeps the content of text boxes twice, for itself and for older programs, and each reader sees one of the two: the
   * fields of the document as Word shows it, and where it differs as others do.
   */
  readonly views: readonly [Fields, ...Fields[]];
  readonly version: RecognisedVersion | undefined;
}

/** A version of the form, told by the date that is printed in it or by what it asks. */
export interface RecognisedVersion {
  readonly version: FormVersion;
  /** `v1.1 (January 2024)`; more than one where their words are the same. */
  readonly name: string;
}

/**
 * Opens the user's copy of HMRC's form.
 *
 * @param template A Word document (.docx), of any version of the form, also filled in before.
 * @throws FormRefused when it is damaged, holds anything harmful, is the form of another programme or no form of HMRC's.
 */
export function openForm(template: Uint8Array, programme: Programme): OpenedForm {
  const opened = openPackage(template);
  const paragraphs = readDocument(opened.xml, opened.part);
  const [view, ...others] = viewsOf(paragraphs);
  const fields = findFields(programme.form, view);
  if (fields.tests.size === 0 && fields.evidence.size === 0) {
    throw otherDocument(programme, view);
  }
  return {
    package: opened,
    views: [fields, ...others.map((other) => findFields(programme.form, other))],
    version: versionOf(programme.form, view, fields),
  };
}

function viewsOf(paragraphs: readonly Paragraph[]): [Paragraph[], ...Paragraph[][]] {
  const ours = paragraphs.filter(({ branch }) => branch !== 'fallback');
  const others = paragraphs.filter(({ branch }) => branch !== 'choice');
  return others.length === paragraphs.length && ours.length === paragraphs.length ? [ours] : [ours, others];
}

/** What a document seems to be in which there is no field for the evidence of a mandatory test. */
function otherDocument(programme: Programme, paragraphs: readonly Paragraph[]): FormRefused {
  const other = [...programmes.values()].find(({ id, form }) => id !== programme.id && isForm(form, paragraphs));
  if (other !== undefined) {
    return new FormRefused(
      `It is HMRC's ${other.name} ${other.names.paper}, but the programme is ${programme.id}.`,
      `Set programme: ${other.id}, or give ${programme.name}'s form.`,
    );
  }
  const title = hasTitle(programme.form, paragraphs)
    ? `It has the title of HMRC's ${programme.name} ${programme.names.paper}, but no field for a mandatory test could be found in it.`
    : `It is a Word document, but has no field of HMRC's form for the mandatory tests of ${programme.name}${beginning(paragraphs)}.`;
  return new FormRefused(title, `Give the '${programme.form.info.name}' that HMRC offers.`);
}

function isForm(form: Form, paragraphs: readonly Paragraph[]): boolean {
  const known = new KnownLabels(form);
  const found = new Set(paragraphs.flatMap(({ text }) => known.evidence(text)?.field ?? []));
  return hasTitle(form, paragraphs) || (form.evidence.length > 0 && found.size === form.evidence.length);
}

function hasTitle({ info }: Form, paragraphs: readonly Paragraph[]): boolean {
  const title = folded(info.title);
  return paragraphs.some(({ text }) => text.length < 400 && folded(text).includes(title));
}

function beginning(paragraphs: readonly Paragraph[]): string {
  const first = paragraphs.find(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return first === undefined ? ': it has no text' : `: it begins with '${oneLine(first.text, 80)}'`;
}

/** Told by its date, where one is printed on the first page, else by the questions that only one version asks. */
function versionOf(
  { info, questions }: Form,
  paragraphs: readonly Paragraph[],
  fields: Fields,
): RecognisedVersion | undefined {
  const lines = new Set(paragraphs.slice(0, 40).map(({ text }) => folded(text)));
  const printed = info.versions.filter(({ date }) => lines.has(folded(date)));
  const asked = new Set(questions.flatMap(({ key, onlyIn }) => (fields.questions.has(key) ? (onlyIn ?? []) : [])));
  const told = info.versions.filter(({ version }) => asked.has(version));
  const others = info.versions.filter(({ version }) => !questions.some(({ onlyIn }) => onlyIn === version));
  const candidates = [printed, told, others].find(({ length }) => length > 0) ?? [];
  const version = candidates.at(-1)?.version;
  const names = candidates.map((one) => (one.version === one.date ? one.date : `${one.version} (${one.date})`));
  return version === undefined ? undefined : { version, name: names.join(' or ') };
}
