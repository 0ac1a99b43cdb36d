import { blocks, type Finding, type FindingKind } from '../finding.ts';
import { grouped } from '../matching/names.ts';
import { listed } from '../text/wording.ts';
import { findingsFor, type ApplicationAssessment, type Assessment } from './assessment.ts';

/** One thing to do, and what will come right with it. */
export interface Step {
  readonly finding: Finding;
  /** What the finding brought about, and what may need nothing else: never a step of its own. */
  readonly consequences: readonly Finding[];
}

/** What may have kept results from being seen. */
const readingKinds: ReadonlySet<FindingKind> = new Set([
  'no-report',
  'unreadable',
  'not-junit',
  'earlier-results',
  'settings',
]);

/**
 * What to do next, in the order to act on, each thing once: first what kept results from being read, then tests, then what
 * expires, then what the form still lacks.
 *
 * Where something kept results from being read, a mandatory test without a result is a consequence: to run it would be
 * advice about the wrong thing.
 *
 * @param application Only what concerns it; undefined: the whole run.
 */
export function stepsOf(assessment: Assessment, application?: ApplicationAssessment): readonly Step[] {
  const { failOn } = assessment;
  const findings = application === undefined ? assessment.findings : findingsFor(assessment, application);
  const missing = findings.filter(isWithoutResult);
  const broughtAbout = (cause: Finding): readonly Finding[] =>
    cause.kind === 'unreadable' ? findings.filter((finding) => isCutOff(finding, cause)) : [];
  const causes = findings.filter(
    (finding) => isAboutReading(finding) && (blocks(finding, failOn) || (missing.length > 0 && isWarning(finding))),
  );
  const causing = causes.map((finding, index) => ({
    finding,
    consequences: [...broughtAbout(finding), ...(index === 0 ? missing : [])],
  }));
  const told = new Set(causing.flatMap(({ finding, consequences }) => [finding, ...consequences]));
  const others = findings.filter((finding) => !told.has(finding) && (blocks(finding, failOn) || isToDo(finding)));
  const ordered = others.toSorted((a, b) => rankOf(a) - rankOf(b));
  return [...causing, ...together(ofApplications(ordered)).map(alone)];
}

/** A test that didn't run, or of which something is missing, in a report that breaks off. */
function isCutOff({ kind, severity, requirement, scenario, place }: Finding, cause: Finding): boolean {
  return (
    kind === 'missing' &&
    severity === 'error' &&
    requirement !== undefined &&
    scenario !== undefined &&
    place?.file !== undefined &&
    place.file === cause.place?.file
  );
}

/** What is said of several applications in the same words, once. */
function ofApplications(findings: readonly Finding[]): readonly Finding[] {
  const same = grouped(findings, ({ kind, message, next }) => JSON.stringify([kind, message, next]));
  return [...same.values()].flatMap((all) => {
    const [first] = all;
    const names = [...new Set(all.flatMap(({ application }) => application ?? []))];
    return first === undefined || names.length < 2 ? all : [{ ...first, application: listed(names) }];
  });
}

/** Tests before what expires, that before evidence, and questions of the form last: nobody waits for them. */
function rankOf({ kind }: Finding): number {
  return 1 + laterKinds.indexOf(kind);
}

const laterKinds: readonly FindingKind[] = ['expiring', 'evidence', 'document', 'publishing', 'form', 'recommended'];

function alone(finding: Finding): Step {
  return { finding, consequences: [] };
}

function isWithoutResult({ kind, severity, requirement, scenario }: Finding): boolean {
  return kind === 'missing' && severity === 'error' && requirement !== undefined && scenario === undefined;
}

function isAboutReading({ kind, application, scenario }: Finding): boolean {
  return readingKinds.has(kind) && application === undefined && scenario === undefined;
}

function isWarning({ severity }: Finding): boolean {
  return severity === 'warning';
}

const toDoKinds: ReadonlySet<FindingKind> = new Set(['expiring', 'evidence', 'form', 'document', 'publishing']);

/** What nobody is held up by and somebody has to do all the same. */
function isToDo({ kind, severity }: Finding): boolean {
  if (severity === 'error') {
    return true;
  }
  return severity === 'warning' && toDoKinds.has(kind);
}

function isQuestion({ kind, code }: Finding): boolean {
  return kind === 'form' && code !== undefined;
}

/** How the sentence ends: with the questions themselves where they are few, `: What is your business called?; …`. */
function inFull(questions: readonly Finding[]): string {
  if (questions.length > maxInFull) return '.';
  const texts = questions.map(({ message }) => message.slice(message.indexOf(': ') + 2)).join('; ');
  return `: ${texts}${texts.endsWith('?') ? '' : '.'}`;
}

const maxInFull = 3;

/** The open questions of an application as one thing to do, where the first of them stood. */
function together(findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding, index) => {
    if (!isQuestion(finding)) {
      return [finding];
    }
    const same = findings.filter((other) => isQuestion(other) && other.application === finding.application);
    if (same.length === 1) {
      return [finding];
    }
    if (findings.indexOf(same[0] ?? finding) !== index) {
      return [];
    }
    return [
      {
        ...finding,
        code: undefined,
        message: `${same.length} questions of HMRC's form are not answered${inFull(same)}`,
        next: `Answer them under answers in the configuration file: ${same.map(({ code }) => code).join(', ')}.`,
      },
    ];
  });
}

/** What to do for a step, by itself; undefined where nothing is said of it. */
export function adviceOf({ finding: { next }, consequences }: Step): string | undefined {
  if (consequences.length === 0) return next;
  const rest = 'run in Trader Test what still has no result.';
  return next === undefined ? `Put that right, then ${rest}` : `${next} Then ${rest}`;
}

/** What to do for a step, after those before it: what is to be done for an earlier one, too, is told once. */
export function nextOf(steps: readonly Step[], step: Step): string | undefined {
  const advice = adviceOf(step);
  const first = steps.findIndex((other) => advice !== undefined && adviceOf(other) === advice);
  return first < 0 || first === steps.indexOf(step) ? advice : `As for ${first + 1}.`;
}

/** What is said of reports and settings and is no step: for those who want to know. */
export function remarksOf(assessment: Assessment, steps: readonly Step[]): readonly Finding[] {
  return notIn(steps, assessment.findings).filter(
    ({ application, scenario, requirement }) => (application ?? scenario ?? requirement) === undefined,
  );
}

/** What is said of scenarios and is no step: in evidence that proves nothing mandatory, and of results that count. */
export function scenarioRemarksOf(assessment: Assessment, steps: readonly Step[]): readonly Finding[] {
  const told = new Set(steps.map(({ finding }) => finding.scenario));
  const inForm = new Set(
    assessment.applications.flatMap(({ requirements, recommended }) =>
      [...requirements, ...recommended].flatMap(({ scenario }) => scenario?.scenario.id ?? []),
    ),
  );
  return notIn(steps, assessment.findings).filter(
    ({ kind, scenario, application }) =>
      scenario !== undefined &&
      application === undefined &&
      kind !== 'failed' &&
      kind !== 'missing' &&
      kind !== 'stale' &&
      // What the form doesn't ask for, nobody has to look at.
      !(kind === 'evidence' && !inForm.has(scenario)) &&
      !((kind === 'time' || kind === 'conflict') && told.has(scenario)),
  );
}

function notIn(steps: readonly Step[], findings: readonly Finding[]): readonly Finding[] {
  const inSteps = new Set(steps.flatMap(({ finding, consequences }) => [finding, ...consequences]));
  return findings.filter((finding) => !inSteps.has(finding));
}
