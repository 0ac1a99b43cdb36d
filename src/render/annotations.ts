import { type Assessment, isSubmittable, type RequirementStatus } from '../assessment/assessment.ts';
import { adviceOf, remarksOf, stepsOf } from '../assessment/steps.ts';
import { bySeverity, type Finding, isAfterwards, isFatal, placeInWords } from '../finding.ts';
import { oneLine, visibleText } from '../text/escape.ts';
import { consequencesText, sentenceOf } from './words.ts';
import { isoUtc } from '../time/format.ts';

/** Characters of one annotation; more is in the summary. */
const maxMessage = 2000;

/**
 * What to do next as annotations of the run, most pressing first: an error exactly where it fails the step. Each is a finding
 * with its place in the message; a place of its own is left only where the repository has the file, which is true of the
 * configuration and not of reports. Plain text on one line; the sender escapes for the way.
 *
 * @param further What came up after the assessment; an error there fails the step as well.
 */
export function annotations(assessment: Assessment, further: readonly Finding[] = []): readonly Finding[] {
  const { failOn } = assessment;
  // What a form still lacks is nothing that somebody reading code or log could mend.
  const steps = stepsOf(assessment).filter(({ finding }) => finding.kind !== 'form' || isFatal(finding, failOn));
  const ofSteps = steps.map((step): Finding => {
    const { finding, consequences } = step;
    return {
      ...finding,
      next: adviceOf(step),
      severity: isFatal(finding, failOn) || fails(finding) ? 'error' : 'warning',
      message: [sentenceOf(assessment, finding), consequencesText(consequences)]
        .filter((part) => part !== undefined)
        .join(' '),
    };
  });
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
  const { kind, severity, message, next, place } = finding;
  // What is wrong with a setting goes on from its name: `is not known.`
  const isMistake = kind === 'settings' && severity === 'error';
  const inRepository = place?.file !== undefined && (kind === 'settings' || place.setting !== undefined);
  const where = inRepository ? (isMistake ? place.setting : undefined) : placeInWords(place);
  return {
    ...finding,
    message: oneLine([`${where === undefined ? '' : `${where}: `}${message}`, next ?? ''].join(' '), maxMessage),
    next: undefined,
    place: inRepository ? { ...place, file: visibleText(place.file).replaceAll('\n', ' ') } : undefined,
  };
}

/** The action's outputs that tell the verdict. */
interface VerdictOutputs {
  readonly verdict: string;
  /** 'true' or 'false': whether the forms could be sent as they are. */
  readonly submittable: string;
  /** Mandatory tests without a result that ran, comma-separated: `DSGB1 or DSXI1, ASGB1 or ASXI1`. */
  readonly missing: string;
  readonly failed: string;
  readonly stale: string;
  /** ISO 8601, UTC; '' unless every mandatory test is proven. */
  readonly 'expires-at': string;
  readonly 'days-left': string;
}

/** For workflows to go on with: what stands in the way by scenario numbers, each requirement once. */
export function verdictOutputs(assessment: Assessment): VerdictOutputs {
  const named = (...statuses: readonly RequirementStatus[]): string => {
    const names = assessment.applications.flatMap(({ requirements }) =>
      requirements
        .filter(({ status }) => statuses.includes(status))
        .map(({ requirement, scenario }) => requirement.output ?? scenario?.scenario.id ?? requirement.wanted),
    );
    return [...new Set(names)].join(', ');
  };
  return {
    verdict: assessment.verdict,
    submittable: String(isSubmittable(assessment)),
    missing: named('missing', 'not-run', 'incomplete'),
    failed: named('failed'),
    stale: named('stale'),
    'expires-at': assessment.expiresAt === undefined ? '' : isoUtc(assessment.expiresAt),
    'days-left': assessment.daysLeft?.toString() ?? '',
  };
}
