import type { Assessment } from '../assessment/assessment.ts';
import { remarksOf, stepsOf } from '../assessment/steps.ts';
import { bySeverity, isAfterwards, isFatal, placeInWords, type Finding } from '../finding.ts';
import { oneLine, visibleText } from '../text/escape.ts';
import { consequencesText, sentenceOf } from './words.ts';

/** Characters of one annotation; more is in the summary. */
const maxMessage = 2000;

/**
 * What to do next as annotations of the run, most pressing first: an error exactly where it fails the step. Each is a finding
 * with its place in the message; a place of its own is left only where the repository has the file, which is true of the
 * configuration and not of reports. Plain text on one line; whoever sends it escapes for the way.
 *
 * @param further What came up after the assessment; an error there fails the step as well.
 */
export function annotations(assessment: Assessment, further: readonly Finding[] = []): readonly Finding[] {
  const { failOn } = assessment;
  // What a form still lacks is nothing that somebody reading code or log could mend.
  const steps = stepsOf(assessment).filter(({ finding }) => finding.kind !== 'form' || isFatal(finding, failOn));
  const ofSteps = steps.map(({ finding, consequences }): Finding => ({
    ...finding,
    severity: isFatal(finding, failOn) || fails(finding) ? 'error' : 'warning',
    message: [sentenceOf(assessment, finding), consequencesText(consequences)]
      .filter((part) => part !== undefined)
      .join(' '),
  }));
  const told = remarksOf(assessment, stepsOf(assessment)).filter(
    ({ kind }) => kind === 'settings' || kind === 'publishing',
  );
  return bySeverity([...ofSteps, ...told, ...further]).map(annotation);
}

/** A file or document that was asked for and isn't there. */
function fails(finding: Finding): boolean {
  return isAfterwards(finding) && finding.severity === 'error';
}

/** One finding, fit for an annotation. */
export function annotation(finding: Finding): Finding {
  const { message, next, place } = finding;
  const inRepository = place?.setting !== undefined && place.file !== undefined;
  const where = inRepository ? undefined : placeInWords(place);
  return {
    ...finding,
    message: oneLine([`${where === undefined ? '' : `${where}: `}${message}`, next ?? ''].join(' '), maxMessage),
    next: undefined,
    place: inRepository ? { ...place, file: visibleText(place.file).replaceAll('\n', ' ') } : undefined,
  };
}
