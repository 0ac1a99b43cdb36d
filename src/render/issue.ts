import {
  type ApplicationAssessment,
  type Assessment,
  isSubmittable,
  type RequirementAssessment,
} from '../assessment/assessment.ts';
import { expiresSoon } from '../assessment/freshness.ts';
import { adviceOf, type Step, stepsOf } from '../assessment/steps.ts';
import { beginningOf, type ByHand, type Task, tasksOf } from '../assessment/tasks.ts';
import type { Finding } from '../finding.ts';
import { interventionRules } from '../requirements/intervention.ts';
import { type Programme, submitsWords } from '../requirements/programme.ts';
import type { Scenario } from '../requirements/scenario.ts';
import type { Instant } from '../time/instant.ts';
import { openingHours, workingDaysBetween } from '../time/working-days.ts';
import { type ConversationContext, framed } from './comment.ts';
import { markdownCode, markdownLink, markdownText, oneLine } from '../text/escape.ts';
import { fitSections, listSection, type Section, stacked, tableSection } from './markdown.ts';
import { summarySections } from './summary.ts';
import {
  applicationLabel,
  consequencesText,
  moment,
  placeBeside,
  plural,
  renderHeadline,
  sentenceOf,
  statusWord,
  submissionMarkdown,
  timeLeft,
} from './words.ts';

interface IssueContent {
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
    ...summary.filter(({ id }) => id === 'evidence' || id === 'remarks'),
  ].filter((section) => section !== undefined);
  return {
    title: oneLine(`${assessment.programme.names.check} needs attention${namesOf(assessment)}`, 250),
    body: framed(context, (room) => fitSections(sections, room)),
  };
}

/** The note under which the issue is closed. Markdown. */
export function renderAllWell(assessment: Assessment, { runUrl }: { readonly runUrl: string }): string {
  return `Closed: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink('workflow run', runUrl)}; this issue is opened again when something expires, fails or is missing.`;
}

/** The note under which it is opened again. Markdown. */
export function renderOpenedAgain(assessment: Assessment, { runUrl }: { readonly runUrl: string }): string {
  return `Opened again: ${markdownText(renderHeadline(assessment))}. Found by the ${markdownLink('workflow run', runUrl)}; the description says what to do.`;
}

function taskSection(assessment: Assessment, tasks: readonly Task[]): Section | undefined {
  const steps = stepsOf(assessment);
  const consequences = new Set(steps.flatMap((step) => step.consequences));
  const others = steps.filter(({ finding }) => finding.requirement === undefined);
  const items = [
    ...applyItem(assessment, tasks),
    ...others.map((step) => otherItem(assessment, step)),
    ...tasks
      // Where a report is missing, to run the test is not what has to be done first.
      .filter(({ finding }) => finding === undefined || !consequences.has(finding))
      .map((task) => taskItem(assessment, task)),
  ];
  if (items.length === 0) return undefined;
  const checked = `Last checked on ${moment(assessment, assessment.evaluatedAt)}.`;
  const intro = `${checked} Trader Test is open ${openingHours.text}.`;
  return listSection({ id: 'next', title: 'Who does what, until when', priority: 1, intro }, items);
}

function otherItem(assessment: Assessment, step: Step): string {
  const { finding, consequences } = step;
  const advice = adviceOf(step);
  const brought = consequencesText(consequences);
  return stacked(
    // What a report lacks, the tests have to write.
    `**${finding.kind === 'evidence' ? 'Tester' : 'Checklist maintainer'}:** ${markdownText(sentenceOf(assessment, finding), 600)}${placeOf(finding)}`,
    brought === undefined ? undefined : markdownText(brought, 600),
    advice === undefined ? undefined : `→ ${markdownText(advice, 600)}`,
  );
}

function placeOf(finding: Finding): string {
  const place = placeBeside(finding);
  return place === undefined ? '' : ` ${markdownCode(place, 200)}`;
}

/** As long as the form could be sent, sending it is what the evidence is for. */
function applyItem(assessment: Assessment, tasks: readonly Task[]): readonly string[] {
  const { expiresAt, evaluatedAt, programme } = assessment;
  if (!isSubmittable(assessment) || expiresAt === undefined) return [];
  return [
    stacked(
      `**Applicant:** ${submissionMarkdown(programme.submission, submitsWords)} **before ${moment(assessment, expiresAt)}** (${bothLeft(evaluatedAt, expiresAt)}).`,
      tasks.length === 0 ? undefined : '→ If that is too soon, run the tests named here again first.',
    ),
  ];
}

function taskItem(assessment: Assessment, task: Task): string {
  const { application, assessed, scenario, finding } = task;
  const label = applicationLabel(assessment, application.name);
  const { requirement, status } = assessed;
  const what = `${label === undefined ? '' : `${markdownText(label)}, `}${requirement.title.toLowerCase()}`;
  const isNew = status === 'missing' || status === 'not-run' || scenario === undefined;
  const deed = isNew
    ? `run ${requirement.wanted}`
    : status === 'incomplete'
      ? `complete the evidence of ${scenario.id}, or run it again`
      : `run ${scenario.id} again`;
  const help = finding?.next ?? `Run ${scenario?.id ?? requirement.wanted} again in Trader Test and check again.`;
  return stacked(
    `**Tester:** ${deed} (${what})${untilWhen(assessment, task)}.`,
    finding === undefined ? undefined : markdownText(withoutSubject(finding), 600),
    `→ ${markdownText(help, 600)}`,
    beginning(assessment, task),
  );
}

/** What is wrong, without the test that it is about. */
function withoutSubject({ message }: Finding): string {
  const [subject = '', ...rest] = message.split(': ');
  const clause = rest.length === 0 ? subject : rest.join(': ');
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}`;
}

function untilWhen(assessment: Assessment, { assessed, by }: Task): string {
  if (by === undefined) return ', as soon as possible';
  const until = ` **before ${moment(assessment, by)}** (${bothLeft(assessment.evaluatedAt, by)})`;
  return assessed.expiresAt === undefined
    ? `${until}, when the first of the other evidence expires`
    : `${until}, when its evidence expires, unless the form has been sent by then`;
}

/** A scenario that waits for a person at HMRC takes up to a working day more. */
function beginning(assessment: Assessment, task: Task): string {
  const { evaluatedAt } = assessment;
  const found = beginningOf(task, evaluatedAt);
  if (found === undefined) return '';
  const { lastOpen, latest } = found;
  if (lastOpen === undefined) {
    return '⚠️ Trader Test does not open again before then: send the form first, or run the test when it opens.';
  }
  if (task.byHand.length === 0) {
    return lastOpen === task.by
      ? ''
      : `Trader Test closes for the last time before then on ${moment(assessment, lastOpen)}.`;
  }
  const because = 'HMRC releases the movement by hand in this scenario, which can take a working day.';
  return latest === undefined ? `⚠️ Begin now: ${because}` : `Begin by ${moment(assessment, latest)}: ${because}`;
}

function timeSection(assessment: Assessment, application: ApplicationAssessment): Section {
  const label = applicationLabel(assessment, application.name);
  return tableSection(
    {
      id: 'requirements',
      title: `${label === undefined ? '' : `${markdownText(label)} – `}Time left`,
      priority: 2,
    },
    ['Test', 'Status', 'Scenario', 'Expires', 'Left', 'Working days left'],
    application.requirements.map((assessed) => {
      const { requirement, scenario, expiresAt } = assessed;
      const { icon, text } = statusWord(assessed);
      return [
        stacked(`**${requirement.title}**`, requirement.wanted),
        stacked(`${icon}&nbsp;${text}`, isShort(assessment, assessed) ? '⚠️&nbsp;expires&nbsp;soon' : undefined),
        scenario?.scenario.id ?? '–',
        expiresAt === undefined ? '–' : moment(assessment, expiresAt, 'short'),
        expiresAt === undefined ? '–' : timeLeft(expiresAt, assessment.evaluatedAt).replace(/ left$/, ''),
        expiresAt === undefined ? '–' : String(workingDaysBetween(assessment.evaluatedAt, expiresAt)),
      ];
    }),
  );
}

/** Proven, but not for long. */
function isShort({ evaluatedAt, clock }: Assessment, { status, expiresAt }: RequirementAssessment): boolean {
  return status === 'satisfied' && expiresAt !== undefined && expiresSoon(expiresAt, evaluatedAt, clock);
}

/** The e-mail that moves a scenario of the normal procedure on, ready to copy, for each test to run. */
function manualSections(programme: Programme, tasks: readonly Task[]): readonly Section[] {
  const mails = tasks.flatMap(({ assessed, scenario, byHand }) =>
    scenario === undefined ? [] : byHand.map((step) => mail(assessed, scenario, step)),
  );
  if (mails.length === 0) return [];
  const title = 'Asking HMRC to release by hand';
  const rules = interventionRules(programme)
    .map((rule) => markdownText(rule))
    .join(' ');
  const intro = `In the normal procedure a person at HMRC moves the movement on after an e-mail. ${rules}`;
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

function mail(assessed: RequirementAssessment, scenario: Scenario, { number, step, mail: text }: ByHand): string {
  const { to, subject, body, when: urgent } = text;
  const { sends, receives } = step;
  const when = sends.length > 0 ? `when ${sends.join(' and ')} has been sent` : 'when the step before it is done';
  const twin = assessed.scenario === undefined ? ` (or ${assessed.requirement.first[1] ?? ''}, under its number)` : '';
  return [
    `**${scenario.id}**${twin}, step ${number}, ${urgent ?? when}; HMRC then sends ${receives.join(' and ')}:`,
    '',
    '```text',
    `To: ${to}`,
    `Subject: ${subject}`,
    '',
    ...body,
    '```',
  ].join('\n');
}

/** `3 days left, 2 working days` */
function bothLeft(from: Instant, to: Instant): string {
  return `${timeLeft(to, from)}, ${plural(workingDaysBetween(from, to), 'working day')}`;
}

function namesOf(assessment: Assessment): string {
  const names = assessment.applications.map(({ name }) => applicationLabel(assessment, name)).filter(Boolean);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
