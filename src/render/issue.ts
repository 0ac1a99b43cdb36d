import type { ApplicationAssessment, Assessment, RequirementAssessment } from '../assessment/assessment.ts';
import { spoilsSoon } from '../assessment/freshness.ts';
import { interventionMail } from '../requirements/intervention.ts';
import { submitsWords, type Programme } from '../requirements/programme.ts';
import { type Scenario, type ScenarioStep } from '../requirements/scenario.ts';
import { formatUtc } from '../time/format.ts';
import { dayLength, type Instant } from '../time/instant.ts';
import { lastOpenMoment, openingHours, workingDaysBetween } from '../time/working-days.ts';
import { type ConversationContext, framed } from './comment.ts';
import { markdownLink, markdownText, oneLine } from '../text/escape.ts';
import { listSection, stacked, tableSection } from './markdown.ts';
import { fitSections, type Section } from './sections.ts';
import { summarySections } from './summary.ts';
import { applicationLabel, plural, renderHeadline, statusWord, timeLeft } from './words.ts';

export interface IssueContent {
  /** Plain text, at most 250 characters. */
  readonly title: string;
  /** Markdown, at most `commentLimit` bytes. */
  readonly body: string;
}

/** Whether somebody has to do something: not ready, or not for long. */
export function needsAttention(assessment: Assessment): boolean {
  return assessment.verdict === 'not-ready' || assessment.expiringSoon;
}

/**
 * The tracking issue: who must do what until when, in days and in days on which Trader Test can be worked with. Times
 * are UTC; opening hours are UK time.
 */
export function renderIssue(assessment: Assessment, context: ConversationContext): IssueContent {
  const tasks = assessment.applications.flatMap((application) => tasksOf(assessment, application));
  const summary = summarySections(assessment, context);
  const sections = [
    ...summary.filter(({ id }) => id === 'verdict'),
    taskSection(assessment, tasks),
    ...assessment.applications.map((application) => timeSection(assessment, application)),
    ...manualSections(assessment.programme, tasks),
    ...summary.filter(({ id }) => id === 'evidence' || id === 'problems'),
  ].filter((section) => section !== undefined);
  return {
    title: oneLine(`${assessment.programme.names.check}${namesOf(assessment)}: ${renderHeadline(assessment)}`, 250),
    body: framed(context, (room) => fitSections(sections, room)),
  };
}

/** The note under which the issue is closed. Markdown. */
export function renderAllWell(assessment: Assessment, { runUrl }: { readonly runUrl: string }): string {
  return `All is well again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink('workflow run', runUrl)}; this issue is opened again when something expires, fails or is missing.`;
}

/** The note under which it is opened again. Markdown. */
export function renderOpenedAgain(assessment: Assessment, { runUrl }: { readonly runUrl: string }): string {
  return `Opened again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink('workflow run', runUrl)}; the description says what to do.`;
}

interface Task {
  readonly application: ApplicationAssessment;
  readonly assessed: RequirementAssessment;
  /** The scenario to run: the one that has been run before, else the GB one. */
  readonly scenario: Scenario | undefined;
  /** When the evidence spoils that this test's is needed beside or instead of. */
  readonly by: Instant | undefined;
}

/** A test to run: not proven, or not for long. */
function tasksOf(assessment: Assessment, application: ApplicationAssessment): readonly Task[] {
  const { evaluatedAt, clock } = assessment;
  const proven = application.requirements.flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]));
  const firstExpiry = proven.length === 0 ? undefined : Math.min(...proven);
  return application.requirements
    .filter(
      ({ status, expiresAt }) =>
        status !== 'satisfied' || (expiresAt !== undefined && spoilsSoon(expiresAt, evaluatedAt, clock)),
    )
    .map((assessed) => ({
      application,
      assessed,
      scenario: assessed.scenario?.scenario ?? assessment.programme.scenarios.get(assessed.requirement.first[0] ?? ''),
      by: assessed.expiresAt ?? firstExpiry,
    }));
}

function taskSection(assessment: Assessment, tasks: readonly Task[]): Section | undefined {
  const others = assessment.reasons.filter(({ kind }) => kind !== 'missing' && kind !== 'failed' && kind !== 'stale');
  const items = [
    ...applyItem(assessment),
    ...tasks.map((task) => taskItem(assessment, task)),
    ...others.map(({ message, next }) =>
      stacked(`**Whoever keeps the checklist**: ${markdownText(message, 600)}`, `→ ${markdownText(next ?? '', 600)}`),
    ),
  ];
  if (items.length === 0) return undefined;
  const intro = `Trader Test is open ${openingHours.text}.`;
  return listSection({ id: 'next', title: 'Who does what, until when', priority: 1, intro }, items);
}

/** As long as all is proven, sending the form off is what the evidence is for. */
function applyItem(assessment: Assessment): readonly string[] {
  const { expiresAt, verdict, evaluatedAt, programme } = assessment;
  if (verdict !== 'ready' || expiresAt === undefined) return [];
  return [
    stacked(
      `**Whoever applies** ${submitsWords(programme.submission)} **before ${formatUtc(expiresAt)}** (${bothLeft(evaluatedAt, expiresAt)}).`,
      '→ If that is too soon, the tests named here have to be run again first.',
    ),
  ];
}

function taskItem(assessment: Assessment, task: Task): string {
  const { application, assessed, scenario, by } = task;
  const label = applicationLabel(assessment, application.name);
  const { requirement, status, reasons, next } = assessed;
  const what = `${label === undefined ? '' : `${markdownText(label)}, `}${requirement.title.toLowerCase()}`;
  const again = status === 'missing' || status === 'not-run' ? '' : ' again';
  const help = next ?? `Run ${scenario?.id ?? requirement.wanted} again in Trader Test and check again.`;
  return stacked(
    `**Whoever tests** runs ${requirement.wanted}${again} (${what})${untilWhen(assessment, task)}.`,
    sentence(reasons),
    `→ ${markdownText(help, 600)}`,
    beginning(assessment, scenario, by),
  );
}

function untilWhen({ evaluatedAt }: Assessment, { assessed, by }: Task): string {
  if (by === undefined) return ', as soon as possible';
  const until = ` **before ${formatUtc(by)}** (${bothLeft(evaluatedAt, by)})`;
  return assessed.expiresAt === undefined
    ? `${until}, when the first of the other evidence spoils`
    : `${until}, when its evidence spoils, unless the form has been sent off by then`;
}

/** A scenario that waits for a person at HMRC takes up to a working day more. */
function beginning({ evaluatedAt }: Assessment, scenario: Scenario | undefined, by: Instant | undefined): string {
  if (by === undefined) return '';
  if (lastOpenMoment(evaluatedAt, by) === undefined) return '⚠️ Trader Test does not open any more before then.';
  if (!isManual(scenario)) return '';
  const because = 'HMRC releases by hand in this scenario, which can take a working day.';
  const latest = lastOpenMoment(evaluatedAt, by - dayLength);
  return latest === undefined ? `⚠️ Begin at once: ${because}` : `Begin by ${formatUtc(latest)}: ${because}`;
}

function timeSection(assessment: Assessment, application: ApplicationAssessment): Section {
  const label = applicationLabel(assessment, application.name);
  return tableSection(
    {
      id: 'requirements',
      title: `${label === undefined ? '' : `${markdownText(label)} – `}Time left`,
      priority: 2,
    },
    ['Test', 'Status', 'Scenario', 'Spoils', 'Left', 'Working days left'],
    application.requirements.map((assessed) => {
      const { requirement, scenario, expiresAt } = assessed;
      const { icon, text } = statusWord(assessed);
      return [
        stacked(`**${requirement.title}**`, requirement.wanted),
        `${icon} ${text}`,
        scenario?.scenario.id ?? '–',
        expiresAt === undefined ? '–' : formatUtc(expiresAt),
        expiresAt === undefined ? '–' : timeLeft(expiresAt, assessment.evaluatedAt).replace(/ left$/, ''),
        expiresAt === undefined ? '–' : String(workingDaysBetween(assessment.evaluatedAt, expiresAt)),
      ];
    }),
  );
}

/** The e-mail that moves a scenario of the normal procedure on, ready to copy, for each test to run. */
function manualSections(programme: Programme, tasks: readonly Task[]): readonly Section[] {
  const mails = tasks.flatMap(({ assessed, scenario }) =>
    (scenario?.steps ?? []).flatMap((step, index) =>
      scenario !== undefined && step.manualIntervention ? [mail(programme, assessed, scenario, index + 1, step)] : [],
    ),
  );
  if (mails.length === 0) return [];
  const title = 'Asking HMRC to release by hand';
  const intro =
    'In the normal procedure a person at HMRC moves the movement on, after an e-mail, in office hours: it can take a working day.';
  return [
    {
      id: 'mails',
      title,
      priority: 3,
      open: `### ${title}\n\n${intro}\n`,
      rows: [...new Set(mails)].map((text, index) => (index === 0 ? text : `\n${text}`)),
      close: '',
      more: moreMails,
    },
  ];
}

function moreMails(count: number): string {
  return `… and ${plural(count, 'more e-mail')} of this kind.`;
}

function mail(
  programme: Programme,
  assessed: RequirementAssessment,
  scenario: Scenario,
  number: number,
  step: ScenarioStep,
): string {
  const { to, subject, body } = interventionMail(programme, scenario, number);
  const { sends, receives } = step;
  const when = sends.length > 0 ? `when ${sends.join(' and ')} has been sent` : 'when the step before it is done';
  const twin = assessed.scenario === undefined ? ` (or ${assessed.requirement.first[1] ?? ''}, under its number)` : '';
  return [
    `**${scenario.id}**${twin}, step ${number}, ${when}; HMRC then sends ${receives.join(' and ')}:`,
    '',
    '```text',
    `To: ${to}`,
    `Subject: ${subject}`,
    '',
    ...body,
    '```',
  ].join('\n');
}

function isManual(scenario: Scenario | undefined): scenario is Scenario {
  return scenario?.steps.some((step) => step.manualIntervention) ?? false;
}

/** `3 days left, 2 working days` */
function bothLeft(from: Instant, to: Instant): string {
  return `${timeLeft(to, from)}, ${plural(workingDaysBetween(from, to), 'working day')}`;
}

function sentence(reasons: readonly string[]): string {
  const text = markdownText(reasons.slice(0, 3).join('; '), 600);
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, '.');
}

function namesOf(assessment: Assessment): string {
  const names = assessment.applications.map(({ name }) => applicationLabel(assessment, name)).filter(Boolean);
  return names.length === 0 ? '' : ` for ${names.join(', ')}`;
}
