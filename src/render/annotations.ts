import type { Assessment, CountedResult, RequirementAssessment } from '../assessment/assessment.ts';
import { oneLine, visibleText } from '../text/escape.ts';
import { bySeverity, type FindingKind, type Place } from '../finding.ts';
import { relevantFindings, renderHeadline } from './words.ts';

/** A remark at a line of a report, as workflow commands and check runs show it. Plain text; whoever sends it escapes for the way. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** At most 200 characters. */
  readonly title: string;
  /** At most 2000 characters. */
  readonly message: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/**
 * What is wrong, most pressing first, each thing once: reasons (an error when it fails the step), results that failed or did not run
 * in unmet requirements, problems, findings in the evidence, and evidence that is about to expire. GitHub shows only the first ten of a level.
 */
export function annotations(assessment: Assessment): readonly Annotation[] {
  const found = [
    ...reasonAnnotations(assessment),
    ...assessment.applications.flatMap(({ requirements }) => requirements).flatMap(resultAnnotations),
    ...problemAnnotations(assessment),
    ...findingAnnotations(assessment),
    ...expiryAnnotations(assessment),
  ];
  const rank = { error: 0, warning: 1, notice: 2 };
  return withoutRepetition(found).toSorted((a, b) => rank[a.level] - rank[b.level]);
}

function reasonAnnotations({ reasons, fatal }: Assessment): readonly Annotation[] {
  const titles: Partial<Record<FindingKind, string>> = {
    'no-report': 'No report was found',
    missing: 'Required test missing',
    failed: 'Required test failed',
    stale: 'Evidence is stale',
    unreadable: "Report can't be read",
    evidence: 'Evidence incomplete',
    form: 'Question of the form open',
    recommended: 'Recommended test not proven',
  };
  return reasons.map((reason) =>
    annotation(
      fatal.includes(reason) ? 'error' : 'warning',
      titles[reason.kind] ?? 'Problem',
      `${reason.message} ${reason.next ?? ''}`,
      reason.place,
    ),
  );
}

function resultAnnotations({ requirement, status, scenario }: RequirementAssessment): readonly Annotation[] {
  if (scenario === undefined || (status !== 'failed' && status !== 'not-run')) return [];
  return scenario.counted.filter(isNotPassed).map(({ attempt }) => {
    const what = attempt.outcome === 'failed' ? 'failed' : 'did not run';
    const name = attempt.name === '' ? attempt.className : attempt.name;
    const message = `${name}${attempt.message === undefined ? '' : `: ${attempt.message}`}`;
    return annotation('warning', `${requirement.title}: ${scenario.scenario.id} ${what}`, message, attempt);
  });
}

function isNotPassed({ attempt }: CountedResult): boolean {
  return attempt.outcome !== 'passed';
}

/** A report that can't be read is a reason and a problem; the reason says what to do, too. */
function problemAnnotations({ problems, reasons }: Assessment): readonly Annotation[] {
  const titles = { error: 'Problem', warning: 'Look at this', notice: 'Note' };
  const others = problems.filter(
    ({ place }) =>
      place?.file === undefined ||
      !reasons.some(
        (reason) =>
          reason.kind === 'unreadable' && reason.place?.file === place.file && reason.place?.line === place.line,
      ),
  );
  return bySeverity(others).map((problem) =>
    annotation(problem.severity, titles[problem.severity], problem.message, problem.place),
  );
}

function findingAnnotations({ scenarios }: Assessment): readonly Annotation[] {
  return [...scenarios.values()].flatMap((assessed) =>
    relevantFindings(assessed).map((finding) =>
      annotation('warning', `${assessed.scenario.id}: evidence`, finding.message, finding.place),
    ),
  );
}

function expiryAnnotations(assessment: Assessment): readonly Annotation[] {
  return assessment.expiringSoon ? [annotation('warning', 'Evidence expires soon', renderHeadline(assessment))] : [];
}

function annotation(
  level: Annotation['level'],
  title: string,
  message: string,
  { file, line }: Place = {},
): Annotation {
  // An ordinary path stays as it is.
  const place =
    file === undefined
      ? {}
      : { file: visibleText(file).replaceAll('\n', ' '), ...(line === undefined ? {} : { line }) };
  return { level, title: oneLine(title, 200), message: oneLine(message, 2000), ...place };
}

/** The same place twice is one annotation if the earlier one says all that the later one says. */
function withoutRepetition(found: readonly Annotation[]): readonly Annotation[] {
  const said = new Map<string, string[]>();
  return found.filter(({ file, line, message }) => {
    const place = JSON.stringify([file ?? '', line ?? 0]);
    const before = said.get(place) ?? [];
    if (before.some((earlier) => earlier.includes(message))) return false;
    said.set(place, [...before, message]);
    return true;
  });
}
