import type {
  ApplicationAssessment,
  Assessment,
  RecommendedAssessment,
  RequirementAssessment,
  RequirementStatus,
  ScenarioAssessment,
} from '../assessment/assessment.ts';
import { spoilsSoon } from '../assessment/freshness.ts';
import { placeInWords, type Finding, type FindingKind } from '../finding.ts';
import { formatDuration, formatUtc } from '../time/format.ts';
import { type Instant, wholeDays } from '../time/instant.ts';
import { oneLine } from '../text/escape.ts';
import { plural } from '../text/wording.ts';

export { plural };

/** The words that every renderer shares, so that log, summary, comment and documents say the same thing. Plain text. */

interface Word {
  readonly icon: string;
  readonly text: string;
}

const statusWords: Readonly<Record<RequirementStatus, Word>> = {
  satisfied: { icon: '✅', text: 'proven' },
  incomplete: { icon: '❌', text: 'no proof' },
  stale: { icon: '⌛', text: 'stale' },
  failed: { icon: '❌', text: 'failed' },
  'not-run': { icon: '⏸️', text: 'not run' },
  missing: { icon: '❔', text: 'no result' },
};

/** How it stands with a mandatory or recommended test: `⌛ undated`. */
export function statusWord({ status, scenario }: RequirementAssessment | RecommendedAssessment): Word {
  if (status === 'stale' && scenario?.undated === true) return { icon: '⌛', text: 'undated' };
  return statusWords[status];
}

/** `13 days left`, under a day `5 hours 20 minutes left`. */
export function timeLeft(expiresAt: Instant, evaluatedAt: Instant): string {
  const days = wholeDays(evaluatedAt, expiresAt);
  return `${days >= 1 ? plural(days, 'day') : formatDuration(expiresAt - evaluatedAt)} left`;
}

/** The verdict in one sentence, without an end mark: of all applications, or of one of them. */
export function verdictWord(assessment: Assessment, application?: ApplicationAssessment): Word {
  const { verdict, expiresAt } = application ?? assessment;
  const applications = application === undefined ? assessment.applications : [application];
  if (verdict === 'not-ready') return { icon: '❌', text: `Not ready – ${whatIsWrong(assessment, applications)}` };
  if (expiresAt === undefined) return { icon: '✅', text: 'Ready to submit – no mandatory test is required' };
  const until = `evidence lasts until ${formatUtc(expiresAt)} (${timeLeft(expiresAt, assessment.evaluatedAt)})`;
  return assessment.expiringSoon && spoilsSoon(expiresAt, assessment.evaluatedAt, assessment.clock)
    ? { icon: '⚠️', text: `Ready, but not for long – ${until}` }
    : { icon: '✅', text: `Ready to submit – ${until}` };
}

/**
 * The verdict on one line of at most 140 characters, for a commit status, a check run's title or the log. Plain text without icon:
 * `Ready to submit – evidence lasts until 12 December 2026, 09:00:00 UTC (13 days left)`.
 */
export function renderHeadline(assessment: Assessment): string {
  return oneLine(verdictWord(assessment).text, 140);
}

/** What stands in the way of that application: its own reasons and those that concern all, in the order to act on. */
export function reasonsFor({ reasons }: Assessment, { name }: ApplicationAssessment): readonly Finding[] {
  return reasons.filter(({ application }) => application === undefined || application === name);
}

/** What is wrong with or missing from the evidence; of a scenario that did not pass, what is missing goes without saying. */
export function relevantFindings({ status, evidence }: ScenarioAssessment): readonly Finding[] {
  const isOpen = status === 'failed' || status === 'not-run';
  return evidence.findings.filter(({ code }) => !(isOpen && (code === 'mrn-missing' || code === 'message-missing')));
}

/** The applications with their names where there is something to tell apart. */
export function applicationLabel(assessment: Assessment, name: string): string | undefined {
  return assessment.applications.length > 1 || name !== 'default' ? oneLine(name, 60) : undefined;
}

/** `results/a.xml:12`, to stand beside a message that doesn't name the file itself; undefined where there is nothing to add. */
export function placeBeside({ message, place }: Pick<Finding, 'message' | 'place'>): string | undefined {
  if (place?.file === undefined || message.includes(place.file)) return undefined;
  return placeInWords({ file: place.file, line: place.line });
}

/** How old evidence may be, as a sentence; names HMRC's limit where the settings are stricter. */
export function ageRule({ clock: { maxAgeDays }, programme }: Assessment): string {
  const limit = programme.maxAgeDays;
  return maxAgeDays === limit
    ? `HMRC takes results that are less than ${plural(limit, 'day')} old when it gets them.`
    : `Results must be less than ${plural(maxAgeDays, 'day')} old (max-age-days; HMRC takes them up to ${limit}).`;
}

/** `DSGB1 or DSXI1` */
export function eitherOf([gb, xi]: readonly [string, string]): string {
  return `${gb} or ${xi}`;
}

const otherReasons: readonly (readonly [FindingKind, (count: number) => string])[] = [
  ['unreadable', (count) => `${plural(count, 'report')} can't be read`],
  ['failed', (count) => plural(count, 'failure')],
  ['missing', (count) => `${plural(count, 'result')} missing`],
  ['stale', (count) => plural(count, 'stale result')],
  ['evidence', (count) => `${plural(count, 'finding')} in the evidence`],
  ['form', (count) => `${plural(count, 'question')} of the form open`],
  ['recommended', (count) => `${plural(count, 'recommended test')} not proven`],
];

/** Tests count once, as tests; what else stands in the way is counted by kind. */
function whatIsWrong(assessment: Assessment, applications: readonly ApplicationAssessment[]): string {
  const requirements = applications.flatMap((application) => application.requirements);
  const unmet = requirements.filter(({ status }) => status !== 'satisfied').length;
  const tests =
    unmet === 0
      ? undefined
      : `${unmet} of ${plural(requirements.length, 'mandatory test')} ${unmet === 1 ? 'is' : 'are'} not proven`;
  const reports = assessment.files.length === 0 ? 'no test report was found' : undefined;
  const [only, second] = applications;
  const relevant = only === undefined || second !== undefined ? assessment.reasons : reasonsFor(assessment, only);
  const others = otherReasons
    .filter(([kind]) => (unmet === 0 || !isAboutTests(kind)) && (reports === undefined || kind !== 'unreadable'))
    .map(([kind, say]) => [countOf(relevant, kind), say] as const)
    .filter(([count]) => count > 0)
    .map(([count, say]) => say(count));
  const all = [reports, tests, ...others].filter((text) => text !== undefined);
  return all.length === 0 ? plural(relevant.length, 'reason') : all.join(', ');
}

/** Of a report, several things may be wrong. */
function countOf(reasons: readonly Finding[], kind: FindingKind): number {
  const own = reasons.filter((reason) => reason.kind === kind);
  return kind === 'unreadable' ? new Set(own.map(({ place, message }) => place?.file ?? message)).size : own.length;
}

function isAboutTests(kind: FindingKind): boolean {
  return kind === 'missing' || kind === 'failed' || kind === 'stale';
}
