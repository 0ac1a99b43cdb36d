import { readFile } from 'node:fs/promises';
import { assess, type AssessmentInput } from './assessment/assess.ts';
import type { Assessment } from './assessment/assessment.ts';
import { reasonOf, shownPath } from './files.ts';
import { readForm } from './form/read-form.ts';
import { type VerifiedForm, verifyForm } from './form/verify/verify.ts';
import type { Attempt } from './matching/attempt.ts';
import type { Settings } from './settings/settings.ts';
import type { Instant } from './time/instant.ts';

/** A filled-in form held against the reports; or why it could not be, a sentence. */
type Verification = { readonly path: string; readonly form: VerifiedForm } | { readonly refused: string };

/** What the form is held against. */
export interface Checked {
  readonly input: AssessmentInput;
  /** What comes of that input. */
  readonly assessment: Assessment;
  /** The clock, UTC. */
  readonly now: Instant;
}

/**
 * The last look before a form goes to HMRC: reads it back and holds every value against reports and configuration.
 *
 * @param file Absolute path of the form.
 */
export async function verify(
  settings: Settings,
  file: string,
  { input, assessment, now }: Checked,
): Promise<Verification> {
  const path = shownPath(file, settings.workspace);
  const [application, ...others] = settings.applications;
  if (application === undefined || others.length > 0) {
    return {
      refused: `The configuration has several applications: say by 'application' which of them ${path} is for.`,
    };
  }
  const document = await readDocument(file);
  if ('reason' in document) {
    return { refused: `${path} can't be read: ${document.reason}.` };
  }
  const reading = readForm(document.bytes, settings.programme);
  if ('refused' in reading) {
    return { refused: `${path} can't be verified: ${reading.refused}` };
  }
  const [assessed] = assessment.applications;
  if (assessed === undefined) {
    throw new Error('The assessment has no application.');
  }
  const movements = new Map<string, Assessment>();
  const ofMovement = (mrn: string): Assessment => {
    const known = movements.get(mrn) ?? assess({ ...input, attempts: input.attempts.filter(stating(mrn)) }, now);
    movements.set(mrn, known);
    return known;
  };
  return {
    path,
    form: verifyForm(reading, assessment, { application: assessed, answers: application.answers, ofMovement }),
  };
}

async function readDocument(file: string): Promise<{ readonly bytes: Uint8Array } | { readonly reason: string }> {
  try {
    return { bytes: await readFile(file) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function stating(mrn: string): (attempt: Attempt) => boolean {
  return ({ statements }) =>
    statements.some((one) => (one.key === 'mrn' ? one.value : one.key === 'message' ? one.mrn : undefined) === mrn);
}
