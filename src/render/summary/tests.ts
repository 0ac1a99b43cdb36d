import {
  type ApplicationAssessment,
  type Assessment,
  type CountedResult,
  evidenceFindings,
  type RecommendedAssessment,
  type RequirementAssessment,
  type ScenarioAssessment,
} from '../../assessment/assessment.ts';
import { expiresSoon } from '../../assessment/freshness.ts';
import type { Instant } from '../../time/instant.ts';
import { markdownCode, markdownLink, markdownText } from '../../text/escape.ts';
import { listSection, placeCode, type Section, stacked, tableSection } from '../markdown.ts';
import type { MessageType } from '../../requirements/messages.ts';
import { flowTitle } from '../../requirements/scenario.ts';
import { applicationLabel, eitherOf, moment, plural, statusWord, timeLeft } from '../words.ts';

/** The mandatory tests of one application: which, why, how it stands, what proves it. */
export function requirementSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  if (application.requirements.length === 0) return undefined;
  const { combination, combinationBecause, requirements } = application;
  // Without a matrix there is one test, and room for what its evidence has to have.
  const shown = requirements.every(({ requirement }) => requirement.cell === undefined)
    ? [...new Set(requirements.flatMap(({ requirement }) => requirement.messages))]
    : [];
  const chosen =
    combination === undefined
      ? undefined
      : `**Combination ${combination}.** ${markdownText(combinationBecause ?? '', 500)}`;
  return tableSection(
    {
      id: 'requirements',
      title: titled(assessment, application, 'Mandatory tests'),
      priority: 1,
      intro: chosen?.trim(),
    },
    ['Test', 'Status', 'Scenario and MRN', ...(shown.length === 0 ? ['Tested'] : shown), 'Expires', 'Result in'],
    application.requirements.map((requirement) => requirementRow(assessment, requirement, shown)),
  );
}

/** The tests that `also-required` names; HMRC's form has no place for them. */
export function alsoRequiredSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  if (application.alsoRequired.length === 0) return undefined;
  return tableSection(
    {
      id: 'also-required',
      title: titled(assessment, application, 'Also required by your own rules'),
      priority: 1,
      intro:
        'Named by `also-required` and judged like mandatory tests. They are not among those that HMRC wants in its form.',
    },
    ['Test', 'Status', 'Scenario and MRN', 'Tested', 'Expires', 'Result in'],
    application.alsoRequired.map((assessed) => requirementRow(assessment, assessed, [])),
  );
}

/** Characters of what a test is called that stay on one line. */
const maxUnbroken = 20;

function requirementRow(
  assessment: Assessment,
  assessed: RequirementAssessment,
  shown: readonly MessageType[],
): readonly string[] {
  const { requirement, scenario } = assessed;
  return [
    stacked(
      `**${requirement.title}**`,
      requirement.wanted.length > maxUnbroken ? requirement.wanted : requirement.wanted.replaceAll(' ', '&nbsp;'),
      requirement.cell && `<sub>matrix: ${requirement.cell.column.replaceAll(' ', '&nbsp;')}</sub>`,
    ),
    statusCell(assessment, assessed),
    scenario === undefined ? '–' : stacked(scenario.scenario.id, identifier(scenario)),
    ...(shown.length === 0
      ? [testedCell(assessment, scenario)]
      : shown.map((type) => messageCell(assessment, scenario, type))),
    // What proves nothing has nothing that could expire.
    assessed.status === 'incomplete' ? '–' : expiresCell(assessment, scenario),
    resultCell(scenario),
  ];
}

function statusCell(assessment: Assessment, assessed: RequirementAssessment | RecommendedAssessment): string {
  const { icon, text } = statusWord(assessed);
  const { status, scenario } = assessed;
  const isProven = status === 'satisfied' && scenario !== undefined;
  const isDoubtful = isProven && evidenceFindings(assessment, scenario).length > 0;
  const isShort =
    isProven &&
    scenario.expiresAt !== undefined &&
    expiresSoon(scenario.expiresAt, assessment.evaluatedAt, assessment.clock);
  return stacked(
    `${icon}&nbsp;${text.replaceAll(' ', '&nbsp;')}`,
    isShort ? '⚠️&nbsp;expires&nbsp;soon' : undefined,
    isDoubtful ? '⚠️&nbsp;see&nbsp;evidence' : undefined,
  );
}

/** Day and time of day on lines of their own, which keeps the column narrow. */
function timeLines(assessment: Assessment, instant: Instant): string {
  const [day = '', ...time] = moment(assessment, instant, 'short').split(', ');
  return stacked(day.replaceAll(' ', '&nbsp;'), time.join(', ').replaceAll(' ', '&nbsp;'));
}

/** The MRN, else the LRN, else that there is none. */
function identifier({ evidence: { mrn, lrn } }: ScenarioAssessment): string {
  if (mrn !== undefined) return markdownCode(mrn.value, 40);
  return lrn === undefined ? 'no MRN' : `LRN ${markdownCode(lrn.value, 40)}`;
}

function messageCell(assessment: Assessment, scenario: ScenarioAssessment | undefined, type: MessageType): string {
  const time = scenario?.evidence.messages.get(type);
  return time === undefined ? '–' : timeLines(assessment, time.value);
}

function testedCell(assessment: Assessment, scenario: ScenarioAssessment | undefined): string {
  if (scenario === undefined) return '–';
  if (scenario.testedAt === undefined) return 'no date';
  const zone = scenario.assumedZone
    ? `written without offset, read as ${markdownText(assessment.clock.timeZone)}`
    : undefined;
  return stacked(timeLines(assessment, scenario.testedAt), zone === undefined ? undefined : `<sub>${zone}</sub>`);
}

function expiresCell(assessment: Assessment, scenario: ScenarioAssessment | undefined): string {
  // What failed or did not run has nothing that could expire.
  if (scenario?.expiresAt === undefined || (scenario.status !== 'passed' && scenario.status !== 'stale')) return '–';
  const { evaluatedAt } = assessment;
  const left = scenario.expiresAt > evaluatedAt ? timeLeft(scenario.expiresAt, evaluatedAt) : 'expired';
  return stacked(timeLines(assessment, scenario.expiresAt), `(${left})`);
}

/** The result that decided: one that failed, else one that did not run, else the oldest, which ages first. */
function resultCell(scenario: ScenarioAssessment | undefined): string {
  const result = scenario === undefined ? undefined : decidingResult(scenario.counted);
  if (scenario === undefined || result === undefined) return '–';
  const { attempt } = result;
  const others = scenario.counted.length - 1;
  return stacked(
    placeCode(attempt.file, attempt.line),
    markdownText(attempt.name === '' ? attempt.className : attempt.name, 120),
    attempt.provenance === undefined
      ? undefined
      : `<sub>from ${markdownLink(`run ${attempt.provenance.runId}`, attempt.provenance.runUrl)}</sub>`,
    others === 0 ? undefined : `<sub>and ${plural(others, 'more result')}</sub>`,
  );
}

/** The counted result to show when there is room for one. */
function decidingResult(counted: readonly CountedResult[]): CountedResult | undefined {
  const rank = { failed: 0, 'not-run': 1, passed: 2 };
  return counted.toSorted(
    (a, b) => rank[a.attempt.outcome] - rank[b.attempt.outcome] || (a.time ?? -Infinity) - (b.time ?? -Infinity) || 0,
  )[0];
}

/** The matrix cell of each mandatory test in a sentence; folded, since the table names its column. */
export function becauseSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  if (application.requirements.every(({ requirement }) => requirement.cell === undefined)) return undefined;
  return listSection(
    { id: 'because', title: titled(assessment, application, 'Why these tests'), priority: 5, folded: true },
    application.requirements.map(
      ({ requirement }) => `**${requirement.title}**: ${requirement.wanted}. ${markdownText(requirement.because, 500)}`,
    ),
  );
}

/** Flows of the form for which this application needs no test, and why. */
export function notRequiredSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  if (application.notRequired.length === 0) return undefined;
  const causes = { 'not-supported': 'not supported', 'credentials-held': 'credentials held' };
  return listSection(
    { id: 'not-required', title: titled(assessment, application, 'Not required'), priority: 5 },
    application.notRequired.map(
      ({ flow, why, cause }) => `**${flowTitle(flow)}** (${causes[cause]}): ${markdownText(why, 500)}`,
    ),
  );
}

/** Appendix A's recommended tests; folded, since they keep nobody from applying. */
export function recommendedSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  const { recommended } = application;
  if (recommended.length === 0) return undefined;
  const proven = recommended.filter(({ status }) => status === 'satisfied').length;
  const title = `Recommended tests: ${proven} of ${recommended.length} proven`;
  return tableSection(
    { id: 'recommended', title: titled(assessment, application, title), priority: 6, folded: true },
    ['Test', 'Procedure', 'Status', 'Scenario and MRN', 'Expires', 'Note'],
    recommended.map((assessed) => recommendedRow(assessment, assessed)),
  );
}

function recommendedRow(assessment: Assessment, assessed: RecommendedAssessment): readonly string[] {
  const { recommendation, scenario, note } = assessed;
  return [
    eitherOf(recommendation.accepts),
    recommendation.procedure,
    statusCell(assessment, assessed),
    scenario === undefined ? '–' : stacked(scenario.scenario.id, identifier(scenario)),
    expiresCell(assessment, scenario),
    note === undefined ? '' : markdownText(note, 500),
  ];
}

/** The title, with the application's name before it where there are several. Markdown. */
export function titled(assessment: Assessment, application: ApplicationAssessment, title: string): string {
  const label = applicationLabel(assessment, application.name);
  return label === undefined ? title : `${markdownText(label)} – ${title}`;
}
