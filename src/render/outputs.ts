import { isSubmittable, type Assessment, type RequirementStatus } from '../assessment/assessment.ts';
import { isoUtc } from '../time/format.ts';

/** The action's outputs that tell the verdict. */
export interface VerdictOutputs {
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
