import { findFields } from './fields.ts';
import type { FormFilling } from './filling.ts';
import { planFilling } from './plan.ts';
import { readDocument } from './word/document.ts';
import { applyEdits } from './word/edits.ts';
import type { Paragraph } from './word/model.ts';
import { openPackage } from './word/package.ts';
import { FormRefused } from './word/xml.ts';

/** The user's copy of the form, filled in; or why it was not touched. */
export type FormResult = FilledForm | RefusedForm;

export interface FilledForm {
  /** A Word document. Byte for byte the template where nothing was filled in. */
  readonly document: Uint8Array;
  /** Names of fields that the template should have and that could not be found: their values are not in the document. */
  readonly notFound: readonly string[];
  /** Labels of the template that nobody knows: the form may have changed, a person has to look at them. */
  readonly unknownLabels: readonly string[];
  /** What a person should look at before sending the form, one sentence each. */
  readonly remarks: readonly string[];
}

export interface RefusedForm {
  /** What is wrong with the template and what to do about it. */
  readonly refused: string;
}

/**
 * Fills in HMRC's form in place: values are put into the text of the main part where they belong, everything else,
 * in that part and in the package, stays as it is byte for byte. The same input always makes the same bytes.
 * Filling in a form that was filled in before updates it.
 *
 * @param template The user's copy of the form (.docx), of any version.
 * @returns A refusal as a value when the template can't or should not be used: damaged, encrypted, with macros, no Word
 * document, not this form.
 */
export function fillForm(template: Uint8Array, filling: FormFilling): FormResult {
  try {
    const opened = openPackage(template);
    const paragraphs = readDocument(opened.xml, opened.part);
    const views = viewsOf(paragraphs).map((view) => findFields(filling.form, view));
    const [fields] = views;
    if (fields === undefined || (fields.questions.size === 0 && fields.tests.size === 0)) {
      throw new FormRefused(
        "The template is a Word document, but none of the fields of HMRC's form is in it.",
        `Name the '${filling.form.info.name}' that HMRC offers.`,
      );
    }
    const plans = views.map((view) => planFilling(view, filling));
    const [plan] = plans;
    const edits = plans.flatMap((each) => each.edits);
    return {
      document: edits.length === 0 ? new Uint8Array(template) : opened.withText(applyEdits(opened.xml, edits)),
      notFound: plan?.notFound ?? [],
      unknownLabels: fields.unknownLabels,
      remarks: [...opened.remarks, ...filling.remarks, ...(plan?.remarks ?? [])],
    };
  } catch (error) {
    if (error instanceof FormRefused) {
      return { refused: error.message };
    }
    throw error;
  }
}

/**
 * Word keeps the content of text boxes twice, for itself and for older programs. Each reader sees one of the two;
 * both are filled in, as if they were two documents.
 */
function viewsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const ours = paragraphs.filter(({ branch }) => branch !== 'fallback');
  const others = paragraphs.filter(({ branch }) => branch !== 'choice');
  return others.length === paragraphs.length && ours.length === paragraphs.length ? [ours] : [ours, others];
}
