import {
  isSubmittable,
  openOf,
  reasonsOf,
  statusText,
  type ApplicationAssessment,
  type Assessment,
  type RecommendedAssessment,
  type RequirementAssessment,
  type RequirementStatus,
} from '../assessment/assessment.ts';
import { expiresSoon } from '../assessment/freshness.ts';
import { sharedMovement } from '../assessment/others.ts';
import { firstOf, placeInWords, type Finding, type FindingKind } from '../finding.ts';
import { formatDuration, formatMoment, formatUtc } from '../time/format.ts';
import { type Instant, wholeDays } from '../time/instant.ts';
import type { Submission } from '../requirements/programme.ts';
import { markdownLink, markdownText, oneLine } from '../text/escape.ts';
import { listed, plural } from '../text/wording.ts';

export { plural };

/* The words that every renderer shares, so that log, summary, comment and documents say the same thing. Plain text. */

interface Word {
  readonly icon: string;
  readonly text: string;
}

const statusIcons: Readonly<Record<RequirementStatus, string>> = {
  satisfied: '✅',
  incomplete: '❌',
  stale: '⌛',
  failed: '❌',
  'not-run': '⏸️',
  missing: '❔',
};

/** How it stands with a mandatory or recommended test: `⌛ undated`. */
export function statusWord({ status, scenario }: RequirementAssessment | RecommendedAssessment): Word {
  return { icon: statusIcons[status], text: statusText(status, scenario) };
}

/** `13 days left`, under a day `5 hours 20 minutes left`: whole days of 24 hours, rounded down. */
export function timeLeft(expiresAt: Instant, evaluatedAt: Instant): string {
  const days = wholeDays(evaluatedAt, expiresAt);
  return `${days >= 1 ? plural(days, 'day') : formatDuration(expiresAt - evaluatedAt)} left`;
}

/** A deadline as people keep it: with the weekday, in UTC and in the zone of the settings; `short` for tables. */
export function moment(
  { clock }: Pick<Assessment, 'clock'>,
  instant: Instant,
  names: 'long' | 'short' = 'long',
): string {
  return formatMoment(instant, clock.timeZone, names);
}

/** What programme.ts says of handing the form in, as Markdown: the place to upload it to is a link. */
export function submissionMarkdown(submission: Submission, words: (submission: Submission) => string): string {
  const text = words(submission);
  if (submission.kind === 'mail') return markdownText(text, 600);
  const { name, url } = submission;
  return text
    .split(`${name} (${url})`)
    .map((part) => part.replace(/\S.*\S/su, (said) => markdownText(said, 600)))
    .join(markdownLink(name, url));
}

/**
 * The verdict in one sentence, without an end mark: of all applications, or of one of them. `Ready to submit` only where the
 * form could be sent as it is.
 */
export function verdictWord(assessment: Assessment, application?: ApplicationAssessment): Word {
  const { verdict, expiresAt } = application ?? assessment;
  if (verdict === 'not-ready') {
    return { icon: '❌', text: `Not ready – ${whatIsWrong(assessment, application)}` };
  }
  if (!isSubmittable(assessment, application)) {
    const proven = assessment.looksBack ? `were proven on ${dayOf(assessment)}` : 'proven';
    const text = `Mandatory tests ${proven} – not ready to submit: ${whatIsOpen(openOf(assessment, application))}`;
    return { icon: '⚠️', text };
  }
  if (expiresAt === undefined) {
    return { icon: '✅', text: 'Ready to submit – no mandatory test is required' };
  }
  if (assessment.looksBack) {
    const text = `Was ready to submit on ${dayOf(assessment)} – evidence until ${moment(assessment, expiresAt)}`;
    return { icon: 'ℹ️', text };
  }
  const until = `evidence expires on ${moment(assessment, expiresAt)}, ${timeLeft(expiresAt, assessment.evaluatedAt)}`;
  return expiresSoon(expiresAt, assessment.evaluatedAt, assessment.clock)
    ? { icon: '⚠️', text: `Ready to submit, but not for long – ${until}` }
    : { icon: '✅', text: `Ready to submit – ${until}` };
}

/** `20 March 2025`: the day that the verdict is about. */
function dayOf({ evaluatedAt }: Assessment): string {
  return formatUtc(evaluatedAt).split(',')[0] ?? '';
}

/** The verdict on one line of at most 140 characters, for a commit status, a check run's title or the log. Without icon. */
export function renderHeadline(assessment: Assessment): string {
  return oneLine(verdictWord(assessment).text, 140);
}

/** The applications with their names where there is something to tell apart. */
export function applicationLabel(assessment: Assessment, name: string): string | undefined {
  const [only, ...others] = assessment.applications;
  return others.length === 0 && only?.application.name === undefined ? undefined : oneLine(name, 60);
}

/** The finding as a sentence that says what it is about: `outbound: …` where there are several applications, `DSGB1: …`. */
export function sentenceOf(assessment: Assessment, { application, requirement, scenario, message }: Finding): string {
  const label = application === undefined ? undefined : applicationLabel(assessment, application);
  // What is said of a mandatory test names its scenario itself.
  const about = [label, requirement === undefined ? scenario : undefined].filter((part) => part !== undefined);
  return [...about, message].join(': ');
}

/** `results/a.xml:12`, for beside a message; undefined where the finding has no place. */
export function placeBeside({ place }: Pick<Finding, 'place'>): string | undefined {
  return placeInWords(place === undefined ? undefined : { ...place, column: undefined });
}

/** What came of a cause, to be said under it; undefined where nothing did. Plain text. */
export function consequencesText(consequences: readonly Finding[]): string | undefined {
  if (consequences.length === 0) {
    return undefined;
  }
  const names = consequences.map(({ message }) => message.split(':')[0] ?? '');
  return `This may be why there is no result for ${listed([...new Set(names)])}.`;
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

/** With so many mandatory tests open each is named; with more they are counted. */
const maxCulprits = 2;

const otherReasons: readonly (readonly [FindingKind, (count: number) => string])[] = [
  ['evidence', (count) => `${plural(count, 'finding')} in the evidence`],
  ['form', (count) => `${plural(count, 'question')} of the form open`],
  ['recommended', (count) => `${plural(count, 'recommended test')} not proven`],
];

/** What was not read, then tests, by name where there are few; what else stands in the way is counted by kind. */
function whatIsWrong(assessment: Assessment, application: ApplicationAssessment | undefined): string {
  const applications = application === undefined ? assessment.applications : [application];
  const reasons = reasonsOf(assessment).filter(
    (finding) =>
      application === undefined || finding.application === undefined || finding.application === application.name,
  );
  if (reasons.some(({ kind }) => kind === 'no-report')) {
    return 'no test report was found';
  }
  const requirements = applications.flatMap((one) => one.requirements);
  const unmet = requirements.filter(({ status }) => status !== 'satisfied');
  const own = applications.flatMap(({ alsoRequired }) => alsoRequired).filter(({ status }) => status !== 'satisfied');
  const others = otherReasons.flatMap(([kind, say]) => {
    const count = reasons.filter((reason) => reason.kind === kind).length;
    return unmet.length > 0 || own.length > 0 || count === 0 ? [] : [say(count)];
  });
  // Several applications may lack the same.
  const all = new Set([
    ...unread(reasons),
    ...culprits(unmet, requirements.length),
    ...ownCulprits(own),
    ...doubtful(reasons),
    ...others,
  ]);
  return all.size === 0 ? plural(reasons.length, 'reason') : [...all].join(', ');
}

/** Of a report several things may be wrong; it counts once. */
function unread(reasons: readonly Finding[]): readonly string[] {
  const errors = reasons.filter(({ requirement, scenario, application, kind }) => {
    return (requirement ?? scenario ?? application) === undefined && kind !== 'form' && kind !== 'publishing';
  });
  const reports = new Set(errors.flatMap(({ kind, place }) => (kind === 'unreadable' ? (place?.file ?? []) : [])));
  // A planned day or a phase that is over: the reports have no part in it.
  const past = errors.filter(({ kind, place }) => kind === 'stale' && place?.setting !== undefined);
  const others = errors.filter(
    (one) => !past.includes(one) && (one.kind !== 'unreadable' || one.place?.file === undefined),
  );
  return [
    ...(reports.size === 0 ? [] : [`${plural(reports.size, 'report')} can't be read`]),
    ...(others.length === 0 ? [] : [plural(others.length, 'problem with the reports', 'problems with the reports')]),
    ...(past.length === 0 ? [] : [`${plural(past.length, 'setting lies', 'settings lie')} in the past`]),
  ];
}

/** What keeps tests from counting that are proven by themselves. */
function doubtful(reasons: readonly Finding[]): readonly string[] {
  const isShared = reasons.some(({ code }) => code === sharedMovement);
  const ids = reasons.flatMap(({ scenario, requirement, kind, code }) =>
    scenario !== undefined && requirement === undefined && kind !== 'evidence' && code !== sharedMovement
      ? [scenario]
      : [],
  );
  const { shown, more } = firstOf([...new Set(ids)], maxCulprits);
  return [
    ...(isShared ? ['one movement for several applications'] : []),
    ...(shown.length === 0
      ? []
      : [`doubtful results of ${more > 0 ? plural(shown.length + more, 'scenario') : listed(shown)}`]),
  ];
}

function culprits(unmet: readonly RequirementAssessment[], all: number): readonly string[] {
  const { shown, more } = firstOf(unmet, maxCulprits);
  if (more > 0) {
    return [`${unmet.length} of ${plural(all, 'mandatory test')} not proven`];
  }
  return shown.map(culprit);
}

/** What `also-required` names. */
function ownCulprits(unmet: readonly RequirementAssessment[]): readonly string[] {
  return unmet.length > maxCulprits
    ? [`${unmet.length} tests of also-required not proven`]
    : unmet.map((one) => (one.scenario === undefined ? `${one.requirement.wanted} missing` : culprit(one)));
}

function culprit({ requirement, status, scenario }: RequirementAssessment): string {
  if (scenario === undefined) {
    // 'A released departure, such as …' is no name to put before 'missing'.
    return requirement.cell === undefined ? 'no movement is proven' : `${requirement.wanted} missing`;
  }
  const { id } = scenario.scenario;
  return status === 'incomplete'
    ? `${id} passed, but its evidence is incomplete`
    : `${id} ${statusText(status, scenario)}`;
}

/** What a form lacks, in a few words: `MRN and message times of DSGB1, 11 questions`. */
function whatIsOpen(open: readonly Finding[]): string {
  const scenarios = [...new Set(open.flatMap(({ kind, scenario }) => (kind === 'evidence' ? (scenario ?? []) : [])))];
  const ofScenarios = scenarios.map((id) => `${lacking(open.filter(({ scenario }) => scenario === id))} of ${id}`);
  const questions = open.filter(({ kind, code }) => kind === 'form' && code !== undefined).length;
  const document = open.filter(({ kind, code }) => kind === 'form' && code === undefined).length;
  const others = open.filter(({ kind }) => kind !== 'form' && kind !== 'evidence');
  const isUnfilled = others.some(({ kind }) => kind === 'document');
  const unwritten = others.filter(({ kind }) => kind !== 'document').length;
  return [
    ...(ofScenarios.length > maxCulprits ? [`evidence of ${plural(ofScenarios.length, 'scenario')}`] : ofScenarios),
    ...(questions === 0 ? [] : [plural(questions, 'question')]),
    ...(document === 0 ? [] : ['the document']),
    ...(isUnfilled ? ['the form is not filled in'] : []),
    ...(unwritten === 0 ? [] : [`${plural(unwritten, 'file')} not written or uploaded`]),
  ].join(', ');
}

/** What the evidence of a scenario lacks: `MRN and message times`; where it lacks nothing, something in it is wrong. */
function lacking(findings: readonly Finding[]): string {
  const what = new Set(findings.map(({ code = '' }) => lackingWords.get(code) ?? 'evidence'));
  return what.has('evidence') ? 'evidence' : listed([...what]);
}

const lackingWords: ReadonlyMap<string, string> = new Map([
  ['mrn-missing', 'MRN'],
  ['message-missing', 'message times'],
  ['message-time', 'message times'],
]);
