import { listed } from '../../text/wording.ts';
import type { ApplicationAssessment, Assessment, CountedResult } from '../../assessment/assessment.ts';
import { decisionInWords, type Decided, type OfNone } from '../../matching/standing.ts';
import type { ReportFile } from '../../junit/report.ts';
import { markdownCode, markdownLink, markdownText } from '../../text/escape.ts';
import { listSection, placeCode, type Section, tableSection } from '../markdown.ts';
import { remarksOf, scenarioRemarksOf, stepsOf } from '../../assessment/steps.ts';
import { bySeverity, firstOf, type Finding } from '../../finding.ts';
import { submissionMarkdown, applicationLabel, moment, placeBeside, plural } from '../words.ts';
import type { SummaryContext } from './verdict.ts';
import { titled } from './tests.ts';
import { otherScenarios, othersInWords } from '../../assessment/others.ts';
import { handInWords } from '../../requirements/programme.ts';

/** A list longer than this is folded. */
const maxOpen = 5;

/** What a customs expert would object to in the evidence of scenarios that prove nothing mandatory, and remarks on results. */
export function evidenceSection(assessment: Assessment): Section | undefined {
  const items = scenarioRemarksOf(assessment, stepsOf(assessment)).map(
    (finding) => `**${markdownText(finding.scenario ?? '')}**: ${remarkItem(finding)}`,
  );
  if (items.length === 0) return undefined;
  return listSection(
    { id: 'evidence', title: 'Evidence to look at', priority: 4, folded: items.length > maxOpen },
    items,
  );
}

/** Questions of the form that a person has to answer, and where to get the form when it wasn't given. */
export function formSection(
  assessment: Assessment,
  application: ApplicationAssessment,
  { documents = [] }: SummaryContext,
): Section | undefined {
  const isFilledIn = documents.some(({ application: name, kind }) => name === application.name && kind === 'form');
  const isFirst = application === assessment.applications[0];
  const { unanswered } = application;
  const { page } = assessment.programme.form.info;
  const hint =
    isFilledIn || !isFirst
      ? ''
      : `HMRC wants its own form: get it from the ${markdownLink(page.name, page.url)} and give its path as <code>form-template</code> to have it filled in.`;
  if (unanswered.length === 0 && hint === '') return undefined;
  const intro =
    unanswered.length === 0
      ? hint
      : `${hint}${hint === '' ? '' : ' '}Every question must be answered. Still open; put the answers under <code>answers</code> in the configuration file:`;
  const title = unanswered.length === 0 ? "HMRC's form" : `HMRC's form: ${plural(unanswered.length, 'open question')}`;
  return listSection(
    { id: 'form', title: titled(assessment, application, title), priority: 5, intro, folded: unanswered.length > 0 },
    unanswered.map(({ key, label }) => `${markdownCode(key)}: ${markdownText(label)}`),
  );
}

const severityIcons = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

/** What else was found in reports and settings: nothing of it keeps anybody from applying. */
export function remarkSection(assessment: Assessment): Section | undefined {
  const items = bySeverity(remarksOf(assessment, stepsOf(assessment))).map(remarkItem);
  if (items.length === 0) return undefined;
  const folded = items.length > maxOpen;
  const title = folded ? `Also found (${items.length})` : 'Also found';
  return listSection({ id: 'remarks', title, priority: 3, folded }, items);
}

function remarkItem(finding: Finding): string {
  const { severity, message, next } = finding;
  const place = placeBeside(finding);
  const where = place === undefined ? '' : ` (${markdownCode(place, 200)})`;
  const todo = next === undefined ? '' : ` ${markdownText(next, 600)}`;
  return `${severityIcons[severity]} ${markdownText(message, 600)}${where}${todo}`;
}

/** Every report read, with what identifies it. Folded. */
export function fileSection({ files }: Assessment): Section | undefined {
  if (files.length === 0) return undefined;
  return tableSection(
    { id: 'files', title: `Reports read (${files.length})`, priority: 8, folded: true },
    ['Report', 'SHA-256', 'Cases', 'Failed', 'Not run', 'From', 'Problem'],
    files.map(fileRow),
  );
}

function fileRow({ path, sha256, cases, failed, notRun, provenance, problem }: ReportFile): readonly string[] {
  return [
    markdownCode(path, 200),
    sha256 === undefined ? '–' : markdownCode(sha256.slice(0, 12)),
    String(cases),
    String(failed),
    String(notRun),
    provenance === undefined
      ? 'this run'
      : `${markdownLink(`run ${provenance.runId}`, provenance.runUrl)}, ${markdownCode(provenance.commit.slice(0, 7))}`,
    problem === undefined ? '' : `❌ ${markdownText(problem.message, 300)}`,
  ];
}

/** So many results are shown with what became of them; the JSON report has all. */
const maxDecisions = 100;

/** What became of each result and why, those that don't count first. Folded. */
export function decisionSection({ scenarios, ofNone = [] }: Assessment): Section | undefined {
  const all = [...scenarios.values()];
  const decided = [
    ...all.flatMap(({ setAside = [] }) => setAside.filter(({ standing }) => standing.is !== 'for-another')),
    ...ofNone,
    ...worstFirst(all.flatMap(({ counted }) => counted)).map(({ attempt }) => ({ attempt, standing: isCounted })),
  ];
  const { shown, more } = firstOf(decided, maxDecisions);
  if (shown.length === 0) return undefined;
  const left = more === 0 ? [] : [[`… and ${more} more, in the JSON report`, '', '']];
  return tableSection(
    { id: 'decisions', title: `Which results count, and why (${decided.length})`, priority: 8, folded: true },
    ['Result', 'In', 'Decision'],
    [...shown.map(decisionRow), ...left],
  );
}

const isCounted = { is: 'counts' } as const;

function worstFirst(counted: readonly CountedResult[]): readonly CountedResult[] {
  return ['failed', 'not-run', 'passed'].flatMap((outcome) =>
    counted.filter(({ attempt }) => attempt.outcome === outcome),
  );
}

function decisionRow(decided: Decided | OfNone): readonly string[] {
  const [result, because] =
    'attempt' in decided ? [decided.attempt, decisionInWords(decided)] : [decided.result, decided.because];
  return [
    `${markdownText(result.name === '' ? result.className : result.name, 120)}: ${outcomeWords[result.outcome]}`,
    placeCode(result.file, result.line),
    markdownText(because, 600),
  ];
}

const outcomeWords = { passed: 'passed', failed: 'failed', 'not-run': 'not run' } as const;

/** The settings that decided. Folded. */
export function methodSection(assessment: Assessment): Section {
  const { evaluatedAt, clock, failOn, applications, scenarios } = assessment;
  const superseded = [...scenarios.values()].reduce((sum, scenario) => sum + scenario.superseded, 0);
  const items = [
    `Ages are counted to ${moment(assessment, evaluatedAt)} (${clock.reference === 'now' ? 'now' : 'set by <code>as-of</code>'}).`,
    `Evidence must be less than ${plural(clock.maxAgeDays, 'day')} (of 24 hours) old; a warning comes ${plural(clock.warnDays, 'day')} before.`,
    ...(clock.notBefore === undefined
      ? []
      : [`Evidence from before ${moment(assessment, clock.notBefore)} doesn't count (<code>not-before</code>).`]),
    ...(clock.phase === undefined ? [] : [`Rules of phase ${clock.phase}.`]),
    `Times without an offset are read in the zone ${markdownText(clock.timeZone)}; times here are UTC, with that zone beside it where it differs.`,
    `The step fails for: ${failOn.size === 0 ? 'nothing' : [...failOn].join(', ')}.`,
    ...applications
      .filter(({ application }) => application.flows.length > 0)
      .map(
        ({ name, application }) =>
          `${markdownText(applicationLabel(assessment, name) ?? 'Software')}: ${application.flows
            .map(({ flow, procedures }) => `${flow} (${procedures.join(' and ')})`)
            .join(', ')}; combination ${application.combination}${
            application.credentialsHeld.length === 0
              ? ''
              : `; credentials held: ${application.credentialsHeld.join(', ')}`
          }.`,
      ),
    ...(superseded === 0 ? [] : [`${plural(superseded, 'older result')} of the same tests did not count.`]),
  ];
  return listSection({ id: 'method', title: 'How it was assessed', priority: 7, folded: true }, items);
}

/**
 * What stands around the one movement that a programme asks for: why this one, what else was run, what is to be done by
 * hand, and where the form goes. Undefined in a programme that asks for tests by a matrix.
 */
export function aroundSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  const { programme, scenarios } = assessment;
  if (!programme.tellsOthers) {
    return undefined;
  }
  const other = otherScenarios([application], scenarios);
  // Where one failed, a finding says so.
  const others = other.failed.length > 0 ? '' : othersInWords(other);
  const items = [
    ...application.requirements.map(({ requirement, scenario, remark }) =>
      markdownText(
        remark === undefined || scenario === undefined
          ? requirement.because
          : `${requirement.because} ${scenario.scenario.id} is used: ${remark}.`,
        600,
      ),
    ),
    ...(others === '' ? [] : [`Other scenarios run: ${markdownText(others, 600)}`]),
    ...byHand(programme.form.byHand.map(({ kind }) => kind)),
    submissionMarkdown(programme.submission, handInWords),
  ];
  return listSection(
    { id: 'around', title: titled(assessment, application, 'About this checklist'), priority: 4 },
    items,
  );
}

/** What only a person may do in the form. */
function byHand(kinds: readonly ('tick' | 'signature' | 'date')[]): readonly string[] {
  const words = { tick: 'tick the statements that are true', signature: 'sign', date: 'date the signature' };
  const todo = [...new Set(kinds)].map((kind) => words[kind]);
  return todo.length === 0 ? [] : [`To be done by hand: ${listed(todo)}.`];
}
