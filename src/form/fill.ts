import type { ByHandField } from '../requirements/form.ts';
import type { ByHandState } from './fields/find-fields.ts';
import type { FormFilling } from './filling.ts';
import { openForm, type RecognisedVersion } from './open-form.ts';
import { planFilling } from './plan.ts';
import { applyEdits } from './word/edits.ts';
import { FormRefused } from './word/xml.ts';

/** The user's copy of the form, filled in; or why it was not touched. */
type FormResult = FilledForm | RefusedForm;

export interface FilledForm {
  /** A Word document. Byte for byte the template where nothing was filled in. */
  readonly document: Uint8Array;
  /** Undefined where nothing tells it. */
  readonly version: RecognisedVersion | undefined;
  /** Names of fields that the template should have and that could not be found: their values are not in the document. */
  readonly notFound: readonly string[];
  /** Names of fields for the evidence of mandatory tests that hold no value. The form can't be sent before they do. */
  readonly lacking: readonly string[];
  /** Labels of the template that nobody knows: the form may have changed, a person has to look at them. */
  readonly unknownLabels: readonly string[];
  /** What only a person may do in it, and whether it is done. */
  readonly byHand: readonly (ByHandState & { readonly field: ByHandField })[];
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
 * Filling in a form that was filled in before updates it. What only a person may do is never touched.
 *
 * @param template The user's copy of the form (.docx), of any version.
 * @returns A refusal as a value when the template can't or should not be used: damaged, encrypted, with macros, no Word
 * document, not this form.
 */
export function fillForm(template: Uint8Array, filling: FormFilling): FormResult {
  try {
    const opened = openForm(template, filling.programme);
    const [fields] = opened.views;
    const [plan, ...others] = opened.views.map((view) => planFilling(view, filling, opened.version?.version));
    const edits = [plan, ...others].flatMap((each) => each?.edits ?? []);
    const source = opened.package;
    return {
      document: edits.length === 0 ? new Uint8Array(template) : source.withText(applyEdits(source.xml, edits)),
      version: opened.version,
      notFound: plan?.notFound ?? [],
      lacking: plan?.lacking ?? [],
      unknownLabels: fields.unknownLabels,
      byHand: [...fields.byHand].map(([field, state]) => ({ field, ...state })),
      remarks: [...source.remarks, ...filling.remarks, ...(plan?.remarks ?? []), ...oddities(fields.byHand)],
    };
  } catch (error) {
    if (error instanceof FormRefused) {
      return { refused: error.message };
    }
    throw error;
  }
}

function oddities(byHand: ReadonlyMap<ByHandField, ByHandState>): string[] {
  return [...byHand].flatMap(([{ remark }, { isOdd }]) => (isOdd && remark !== undefined ? [remark] : []));
}
