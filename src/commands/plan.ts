import type { Assessment, RequirementAssessment } from '../assessment/assessment.ts';
import { assess } from '../assessment/assess.ts';
import { stepsOf } from '../assessment/steps.ts';
import { beginningOf, type ByHand, type Task, tasksOf } from '../assessment/tasks.ts';
import { readReports } from '../check.ts';
import type { Finding } from '../finding.ts';
import { applicationLabel, moment, placeBeside, plural, renderHeadline, timeLeft } from '../render/words.ts';
import { interventionRules } from '../requirements/intervention.ts';
import { submitsWords } from '../requirements/programme.ts';
import { date, type GivenDate, instantOf } from '../settings/kinds.ts';
import { mistakesInWords, mistakesOf } from '../settings/mistakes.ts';
import { settingsTable } from '../settings/table.ts';
import { guardLine, oneLine } from '../text/escape.ts';
import { hanging, painter, type TerminalOptions, wrap } from '../text/plain-text.ts';
import type { Instant } from '../time/instant.ts';
import { workingDaysBetween } from '../time/working-days.ts';
import { callSettings } from './call-settings.ts';
import { type Call, type Command, flagOf } from './command.ts';
import { appearance, exitCodes, note, refuse, say } from './console.ts';

/** What writes files has no say in it, and the day has a flag of its own. */
const ofCheckOnly = new Set(['checklist', 'form-template', 'report', 'junit', 'summary', 'badge', 'as-of']);

export const plan: Command = {
  name: 'plan',
  summary: 'Say which tests have to run until when, for a day of submission',
  usage: '[--submit DAY] [flags]',
  about: [
    'Reads reports as a check does and says which mandatory tests have to run before the form is sent, from when and until when, in working days and the opening hours of Trader Test; which of them wait for a step by hand at HMRC, with the e-mail that asks for it; and in which order to go about it.',
    'Without --submit it plans for the day of as-of in the configuration file, or else for evidence that expires within warn-days. Settings are those of a check.',
  ],
  flags: [
    {
      flag: 'submit',
      name: 'submit',
      kind: { is: 'date' },
      description:
        'Day on which the form is to be sent, which means its end in time-zone; or a date and time with offset.',
    },
    ...settingsTable.filter(({ name, flag }) => flag && !ofCheckOnly.has(name)).map(flagOf),
  ],
  examples: [{ args: 'plan --submit 2026-12-10', why: 'what to run until then' }],
  exitCodes: [
    [0, 'nothing has to run'],
    [1, 'something has to run'],
    [2, 'wrong settings'],
  ],
  tellsMistakes: true,
  run: planAndSay,
};

async function planAndSay(call: Call): Promise<number> {
  const { values, now } = call;
  const { day, wrong } = readDay(values['submit']);
  const read = await callSettings(call, wrong);
  if ('findings' in read) return refuse(mistakesInWords(read.findings));
  const { clock, findings: remarks } = read.settings;
  const submitAt =
    day === undefined
      ? clock.reference === 'ahead'
        ? clock.evaluatedAt
        : undefined
      : instantOf(day, 'end', clock.timeZone);
  if (submitAt !== undefined && submitAt <= now) {
    return refuse(mistakesInWords([dayMistake('lies in the past.', 'Give a day that is still to come.')]));
  }
  for (const { message, next } of remarks.filter(({ severity }) => severity !== 'notice')) {
    note([message, next].filter(Boolean).join(' '));
  }
  // What is proven today, whatever day the file plans for.
  const settings = { ...read.settings, clock: { ...clock, evaluatedAt: now, reference: 'now' as const } };
  const assessment = assess(await readReports(settings, { now, progress: note }), now);
  say(renderPlan(assessment, submitAt, appearance()));
  const isAnyTask = assessment.applications.some(
    (application) => tasksOf(assessment, application, submitAt).length > 0,
  );
  return isAnyTask || obstaclesOf(assessment).length > 0 ? exitCodes.notReady : exitCodes.done;
}

function dayMistake(message: string, next?: string): Finding {
  return { kind: 'settings', severity: 'error', message, next, place: { setting: 'flag --submit' } };
}

function readDay(text: string | undefined): {
  readonly day: GivenDate | undefined;
  readonly wrong: readonly Finding[];
} {
  if (text === undefined) return { day: undefined, wrong: [] };
  const { data: day, error } = date().schema.safeParse(text);
  const mistakes = mistakesOf(error?.issues ?? [], text, { isWritten: false });
  return { day, wrong: mistakes.map(({ message, next }) => dayMistake(message, next)) };
}

/**
 * What has to run until when, and in which order. Plain text for a terminal, ends with an end of line.
 *
 * @param assessment Of today, not of the day of submission.
 * @param submitAt The end of the day of submission, UTC; undefined: none is planned.
 */
export function renderPlan(
  assessment: Assessment,
  submitAt: Instant | undefined,
  { colour, width }: TerminalOptions,
): string {
  const columns = Math.max(40, width);
  const paint = painter(colour);
  const { evaluatedAt, programme } = assessment;
  const tasks = inOrder(
    assessment.applications.flatMap((application) => tasksOf(assessment, application, submitAt)),
    evaluatedAt,
  );
  const items = [
    ...obstaclesOf(assessment).map(obstacleLines),
    ...tasks.map((task) => taskLines(assessment, task, submitAt)),
    sendLines(assessment, tasks, submitAt),
  ];
  const hasMail = tasks.some(({ byHand }) => byHand.length > 0);
  const blocks = [
    [
      ...wrap(headline(assessment, tasks.length, submitAt), columns).map((line) => paint('bold', line)),
      ...wrap(`Today: ${renderHeadline(assessment)}.`, columns),
      ...wrap(`Trader Test is open ${programme.trading.open}.`, columns),
    ],
    [
      paint('bold', 'What to do, in this order'),
      ...items.flatMap(({ text, more }, index) => [
        ...hanging(`${index + 1}.`.padStart(3), text, 4, columns),
        ...more.flatMap((line) => (line.startsWith('  ') ? [`    ${line}`] : hanging('', line, 4, columns))),
      ]),
    ],
    hasMail ? wrap(interventionRules(programme).join(' '), columns) : [],
    lastingLines(assessment, tasks, columns),
  ];
  const shown = blocks.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.map(guardLine).join('\n')).join('\n\n')}\n`;
}

function headline(assessment: Assessment, count: number, submitAt: Instant | undefined): string {
  const { evaluatedAt, programme } = assessment;
  const what = count === 0 ? 'nothing has to run' : `${plural(count, 'test')} to run`;
  if (submitAt === undefined) return `${programme.name}: ${what}, with no day of submission planned`;
  const days = `${timeLeft(submitAt, evaluatedAt)}, ${plural(workingDaysBetween(evaluatedAt, submitAt), 'working day')}`;
  return `${programme.name}: ${what} before the form is sent, by ${moment(assessment, submitAt)} (${days})`;
}

/** Those that wait for HMRC first, then by when they have to begin. */
function inOrder(tasks: readonly Task[], from: Instant): readonly Task[] {
  const latest = (task: Task): number => beginningOf(task, from)?.latest ?? from;
  return tasks.toSorted((a, b) => Number(b.byHand.length > 0) - Number(a.byHand.length > 0) || latest(a) - latest(b));
}

/** What stands in the way besides tests: a report that can't be read may hide a result. */
function obstaclesOf(assessment: Assessment): readonly Finding[] {
  return stepsOf(assessment).flatMap(({ finding }) =>
    finding.requirement === undefined && finding.severity === 'error' ? [finding] : [],
  );
}

function obstacleLines(finding: Finding): Item {
  const place = placeBeside(finding);
  return {
    text: `${oneLine(finding.message, 1000)}${place === undefined ? '' : ` (${place})`}`,
    more: finding.next === undefined ? [] : [`→ ${oneLine(finding.next, 1000)}`],
  };
}

interface Item {
  readonly text: string;
  /** Lines that begin with blanks stay as they are. */
  readonly more: readonly string[];
}

function taskLines(assessment: Assessment, task: Task, submitAt: Instant | undefined): Item {
  const { application, assessed, finding } = task;
  const { requirement, status, expiresAt } = assessed;
  const id = assessed.scenario?.scenario.id;
  const deed =
    id === undefined || status === 'not-run'
      ? `Run ${requirement.wanted}`
      : status === 'incomplete'
        ? `Complete the evidence of ${id}, or run it again`
        : `Run ${id} again`;
  const label = applicationLabel(assessment, application.name);
  const what = [label, requirement.title.toLowerCase()].filter(Boolean).join(', ');
  const tooEarly = submitAt === undefined ? '' : ', before the form is sent';
  const why =
    finding !== undefined
      ? finding.message
      : expiresAt === undefined
        ? undefined
        : `Its evidence expires on ${moment(assessment, expiresAt)}${tooEarly}.`;
  return {
    text: `${deed} (${what}).`,
    more: [
      ...(why === undefined ? [] : [oneLine(why, 1000)]),
      ...(finding?.next === undefined ? [] : [`→ ${oneLine(finding.next, 1000)}`]),
      ...windowLines(assessment, task),
      ...task.byHand.flatMap(mailLines),
    ],
  };
}

/** From when, and when it has to begin. */
function windowLines(assessment: Assessment, task: Task): readonly string[] {
  const { after, by, byHand } = task;
  const { evaluatedAt } = assessment;
  const found = beginningOf(task, evaluatedAt);
  const earliest =
    after === undefined ? [] : [`Not before ${moment(assessment, after)}: what runs earlier is too old by then.`];
  if (found === undefined || by === undefined) return ['As soon as possible: no evidence sets a date.'];
  const { lastOpen, latest } = found;
  if (lastOpen === undefined) {
    return [...earliest, `Trader Test does not open again before ${moment(assessment, by)}: plan for a later day.`];
  }
  const days = plural(
    workingDaysBetween(Math.max(evaluatedAt, after ?? evaluatedAt), latest ?? lastOpen),
    'working day',
  );
  const because = 'HMRC does a step by hand, which can take a working day.';
  if (byHand.length === 0) return [...earliest, `Until ${moment(assessment, lastOpen)} (${days}).`];
  return [
    ...earliest,
    latest === undefined ? `Begin now: ${because}` : `Begin by ${moment(assessment, latest)} (${days}): ${because}`,
  ];
}

function mailLines({ number, step, mail: { to, subject, body, when } }: ByHand): readonly string[] {
  const { sends, receives } = step;
  const cue =
    when ?? (sends.length > 0 ? `when ${sends.join(' and ')} has been sent` : 'when the step before it is done');
  return [
    `E-mail for step ${number}, ${cue}; HMRC then sends ${receives.join(' and ')}:`,
    ...[`To: ${to}`, `Subject: ${subject}`, ...body].map((line) => `  ${line}`),
  ];
}

function sendLines(assessment: Assessment, tasks: readonly Task[], submitAt: Instant | undefined): Item {
  const { programme, expiresAt } = assessment;
  const until =
    tasks.length > 0 || expiresAt === undefined ? [] : [`The evidence lasts until ${moment(assessment, expiresAt)}.`];
  const day = submitAt === undefined ? '' : ` by ${moment(assessment, submitAt)}`;
  return {
    text: `${tasks.length === 0 ? 'C' : 'Then c'}heck again; to apply, ${submitsWords(programme.submission)}${day}.`,
    more: until,
  };
}

/** Tests that needn't run. */
function lastingLines(assessment: Assessment, tasks: readonly Task[], columns: number): readonly string[] {
  const running = new Set<RequirementAssessment>(tasks.map(({ assessed }) => assessed));
  return assessment.applications.flatMap(({ name, requirements, alsoRequired }) => {
    const label = applicationLabel(assessment, name);
    return [...requirements, ...alsoRequired].flatMap((assessed) => {
      const { requirement, scenario, expiresAt } = assessed;
      if (running.has(assessed) || expiresAt === undefined) return [];
      const what = [label, requirement.title].filter(Boolean).join(', ');
      return wrap(
        `Proven: ${what}, by ${scenario?.scenario.id ?? ''} until ${moment(assessment, expiresAt)}.`,
        columns,
      );
    });
  });
}
