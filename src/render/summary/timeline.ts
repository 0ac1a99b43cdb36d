import type { ApplicationAssessment, Assessment, ScenarioAssessment } from '../../assessment/assessment.ts';
import { expiresSoon } from '../../assessment/freshness.ts';
import { formatBrief } from '../../time/format.ts';
import { dayLength, type Instant } from '../../time/instant.ts';
import type { Section } from '../markdown.ts';
import { plural, timeLeft } from '../words.ts';
import { titled } from './tests.ts';

/*
 * A picture of time: from when to when each piece of evidence lasts. Only scenario numbers, dates and words of our own
 * go into it, so that nothing of a report can get into the diagram's language.
 */

interface Bar {
  /** `DSGB1 standard departure` */
  readonly label: string;
  readonly group: 'Mandatory' | 'Recommended';
  readonly from: Instant;
  readonly to: Instant;
  readonly state: 'fresh' | 'soon' | 'over';
}

/** What ended longer ago would only squeeze what still matters; the tables tell it. */
const lookBack = 14 * dayLength;

const title = 'Until when the evidence lasts';

/** The picture as a Mermaid gantt, which GitHub draws; times in UTC, whatever zone it is looked at in. */
export function timelineSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  const bars = barsOf(assessment, application);
  if (bars.length === 0) return undefined;
  const { begin, end } = rangeOf(bars, assessment.evaluatedAt);
  const { expiresAt } = application;
  const heading = titled(assessment, application, title);
  return {
    id: 'timeline',
    title,
    priority: 6,
    open: [
      `### ${heading}`,
      '',
      '```mermaid',
      // Mermaid's own margin is too narrow for the word 'Recommended'.
      "%%{init: {'gantt': {'leftPadding': 90}}}%%",
      'gantt',
      `  accTitle: ${title}`,
      '  accDescr: A bar from test to expiry for each piece of evidence. The same stands below as text.',
      '  dateFormat YYYY-MM-DD HH:mm',
      `  axisFormat ${end - begin > 3 * dayLength ? '%d %b' : '%d %b %H:%M'}`,
      '  todayMarker off',
    ].join('\n'),
    rows: [
      '  section Dates (UTC)',
      `  Assessed :milestone, ${stamp(assessment.evaluatedAt)}, 0d`,
      ...(expiresAt === undefined ? [] : [`  Send before :crit, milestone, ${stamp(expiresAt)}, 0d`]),
      ...groups.flatMap((group) => {
        const own = bars.filter((bar) => bar.group === group);
        return own.length === 0 ? [] : [`  section ${group}`, ...own.map(task)];
      }),
    ],
    close: '```',
    more: (count) => `  %% … and ${plural(count, 'more line')}`,
  };
}

/** The same with letters, folded: for mails, for other viewers, and for those who don't see pictures. */
export function timelineTextSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  const { evaluatedAt } = assessment;
  const bars = barsOf(assessment, application);
  if (bars.length === 0) return undefined;
  const { begin, end } = rangeOf(bars, evaluatedAt);
  const labels = Math.max(...bars.map(({ label }) => label.length));
  const column = (instant: Instant) => Math.round(((instant - begin) / (end - begin)) * chartWidth);
  const pointer = `${' '.repeat(labels + 2 + Math.min(column(evaluatedAt), chartWidth - 1))}▼ assessed ${formatBrief(evaluatedAt)}`;
  return {
    id: 'timeline-text',
    title: `${title} (text)`,
    priority: 7,
    open: [
      '<details>',
      `<summary>${titled(assessment, application, `${title}, as text`)}</summary>`,
      '',
      '```text',
      pointer,
    ].join('\n'),
    rows: bars.map((bar) => {
      const [from, now, to] = [column(bar.from), column(evaluatedAt), column(bar.to)];
      // What still lasts shows at least a bit of it, however short.
      const left = bar.state === 'over' ? to : Math.min(Math.max(now, from), to - 1);
      const drawn = `${' '.repeat(from)}${'░'.repeat(left - from)}${'█'.repeat(to - left)}`;
      return `${bar.label.padEnd(labels)}  ${drawn.padEnd(chartWidth)}  ${ending(bar, evaluatedAt)}`;
    }),
    close: '```\n\n</details>',
    more: (count) => `… and ${count} more`,
  };
}

const groups = ['Mandatory', 'Recommended'] as const;
const chartWidth = 42;

function barsOf({ evaluatedAt, clock }: Assessment, application: ApplicationAssessment): readonly Bar[] {
  const barOf = (group: Bar['group'], scenario: ScenarioAssessment | undefined, label: string): readonly Bar[] => {
    if (scenario?.testedAt === undefined || scenario.expiresAt === undefined) return [];
    const { status, testedAt: from, expiresAt: to } = scenario;
    if ((status !== 'passed' && status !== 'stale') || to < evaluatedAt - lookBack) return [];
    const soon = expiresSoon(to, evaluatedAt, clock);
    return [{ label, group, from, to, state: status === 'stale' ? 'over' : soon ? 'soon' : 'fresh' }];
  };
  return [
    ...application.requirements
      .filter(({ status }) => status !== 'incomplete')
      .flatMap(({ requirement, scenario }) =>
        barOf('Mandatory', scenario, `${scenario?.scenario.id} ${requirement.title.toLowerCase()}`),
      ),
    ...application.recommended
      .filter(({ status }) => status === 'satisfied')
      .flatMap(({ scenario }) => barOf('Recommended', scenario, `${scenario?.scenario.id}`)),
  ];
}

function rangeOf(bars: readonly Bar[], evaluatedAt: Instant): { readonly begin: Instant; readonly end: Instant } {
  return {
    begin: Math.min(evaluatedAt, ...bars.map(({ from }) => from)),
    end: Math.max(evaluatedAt, ...bars.map(({ to }) => to)),
  };
}

const tags = { fresh: 'active', soon: 'crit, active', over: 'done' } as const;

function task({ label, state, from, to }: Bar): string {
  return `  ${label}${state === 'over' ? ' (stale)' : ''} :${tags[state]}, ${stamp(from)}, ${stamp(to)}`;
}

/** `2026-11-28 09:00`, in UTC: Mermaid reads and shows it in the viewer's zone, where it stays the same. */
function stamp(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}

function ending({ to, state }: Bar, evaluatedAt: Instant): string {
  if (state !== 'over') return `until ${formatBrief(to)}, ${timeLeft(to, evaluatedAt)}`;
  return to <= evaluatedAt ? `over since ${formatBrief(to)}` : 'stale';
}
