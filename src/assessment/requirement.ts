import { listed } from '../text/wording.ts';
import type { Finding, Place } from '../finding.ts';
import { interventionMail } from '../requirements/intervention.ts';
import { messageOf, type MessageType } from '../requirements/messages.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Requirement, RequirementSet } from '../requirements/requirement.ts';
import type { Scenario, ScenarioId } from '../requirements/scenario.ts';
import { formatUtc } from '../time/format.ts';
import type { RequirementAssessment, RequirementStatus, ScenarioAssessment } from './assessment.ts';

export type Scenarios = ReadonlyMap<ScenarioId, ScenarioAssessment>;

/** From proven to nothing known: how far a requirement is from being satisfied. */
const distance: Readonly<Record<RequirementStatus, number>> = {
  satisfied: 0,
  incomplete: 1,
  stale: 2,
  failed: 3,
  'not-run': 4,
  missing: 5,
};

export function statusOf(scenario: ScenarioAssessment | undefined): RequirementStatus {
  if (scenario === undefined) return 'missing';
  return scenario.status === 'passed' ? 'satisfied' : scenario.status;
}

/** A scenario that would do, and how far it does. */
interface Proof {
  readonly scenario: ScenarioAssessment;
  readonly status: RequirementStatus;
  readonly rank: number;
}

/** The better of two comes first: nearer to being satisfied, then plainer, then lasting longer. */
function byProof(a: Proof, b: Proof): number {
  return (
    distance[a.status] - distance[b.status] ||
    a.rank - b.rank ||
    (b.scenario.expiresAt ?? 0) - (a.scenario.expiresAt ?? 0)
  );
}

/** Of the scenarios that would do, the one that satisfies and lasts longest, else the nearest to it; ties: the first, GB. */
export function nearest(accepts: readonly ScenarioId[], scenarios: Scenarios): ScenarioAssessment | undefined {
  const found = accepts.flatMap((id) => scenarios.get(id) ?? []);
  return found.map((scenario) => ({ scenario, status: statusOf(scenario), rank: 1 })).toSorted(byProof)[0]?.scenario;
}

/** Scenarios that were run, and what there is to say of each. */
export interface Judged {
  readonly scenarios: Scenarios;
  readonly ofScenarios: ReadonlyMap<ScenarioId, readonly Finding[]>;
}

export function assessRequirement(requirement: Requirement, judged: Judged): RequirementAssessment {
  const [best] = requirement.accepts
    .flatMap(({ id, rank }): Proof[] => {
      const scenario = judged.scenarios.get(id);
      return scenario === undefined ? [] : [{ scenario, status: proofOf(requirement, scenario, judged), rank }];
    })
    .toSorted(byProof);
  const scenario = best?.scenario;
  const status = best?.status ?? 'missing';
  const proves = status === 'satisfied';
  return {
    requirement,
    status,
    scenario,
    expiresAt: proves ? scenario?.expiresAt : undefined,
    remark: proves ? requirement.accepts.find(({ id }) => id === scenario?.scenario.id)?.remark : undefined,
  };
}

/** What `also-required` asks: a fresh pass of that scenario. HMRC's form has no place for it, so it needs no evidence for one. */
export function ownRequirement(id: ScenarioId): Requirement {
  return {
    id: `also-${id.toLowerCase()}`,
    title: 'Also required',
    accepts: [{ id, rank: 1, remark: undefined }],
    wanted: id,
    first: [id],
    run: `Run ${id} in Trader Test.`,
    messages: [],
    needs: { mrn: false, messages: [], without: [] },
    never: [],
    output: undefined,
    because: 'also-required names it.',
    cell: undefined,
  };
}

function proofOf(requirement: Requirement, scenario: ScenarioAssessment, judged: Judged): RequirementStatus {
  const status = statusOf(scenario);
  return status === 'satisfied' && unmetNeeds(requirement, scenario, judged).length > 0 ? 'incomplete' : status;
}

/** Passed scenarios that somebody may have taken for what is asked. */
export function notCounting({ never }: Requirement, { scenarios }: Judged): readonly UnmetNeed[] {
  return never.flatMap(({ scenarios: ids, why }) =>
    ids
      .filter((id) => scenarios.get(id)?.status === 'passed')
      .map((id) => ({
        message: `${id} passed, but its movement is ${why}`,
        place: placeOf(scenarios.get(id)),
      })),
  );
}

function placeOf(scenario: ScenarioAssessment | undefined): Place | undefined {
  const attempt = scenario?.counted[0]?.attempt;
  return attempt === undefined ? undefined : { file: attempt.file, line: attempt.line };
}

export interface UnmetNeed {
  /** A clause. */
  readonly message: string;
  readonly place: Place | undefined;
  /** Whether no evidence can mend it: only another movement will do. */
  readonly isFinal?: true;
}

/** Findings that leave open which MRN the movement has, or whether it is one. */
const aboutMrn: ReadonlySet<string> = new Set(['mrn-missing', 'mrn-shape', 'mrn-check-digit', 'mrn-conflict']);

/** What the requirement needs and the evidence of a passed scenario doesn't have, what ended its movement first; empty where it proves it. */
export function unmetNeeds(
  { needs }: Requirement,
  scenario: ScenarioAssessment,
  { ofScenarios }: Judged,
): readonly UnmetNeed[] {
  const { evidence } = scenario;
  const findings = (ofScenarios.get(scenario.scenario.id) ?? []).filter(({ kind }) => kind === 'evidence');
  const here = placeOf(scenario);
  const unmet: UnmetNeed[] = [];
  if (needs.mrn) {
    const wrong = findings.filter(({ code }) => code !== undefined && aboutMrn.has(code));
    unmet.push(...wrong.map(({ message, place }) => ({ message: clause(message), place })));
    if (evidence.mrn === undefined && wrong.length === 0) unmet.push({ message: 'no MRN was found', place: here });
  }
  const absent = needs.messages.filter((type) => !evidence.messages.has(type));
  if (absent.length > 0) {
    const message = `no readable time of ${listed(absent.map(named))} was found`;
    unmet.push({ message, place: unreadablePlace(findings, absent) ?? here });
  }
  for (const [index, type] of needs.messages.entries()) {
    const before = needs.messages[index - 1];
    const [earlier, later] = [before && evidence.messages.get(before), evidence.messages.get(type)];
    if (before === undefined || earlier === undefined || later === undefined) continue;
    if (inSeconds(later.value) >= inSeconds(earlier.value)) continue;
    const message = `${named(type)} of ${formatUtc(later.value)} comes before ${named(before)} of ${formatUtc(earlier.value)}`;
    unmet.push({ message, place: { file: later.file, line: later.line } });
  }
  const ends = needs.without.flatMap(({ message: type, because, insteadOf }): UnmetNeed[] => {
    const place = evidence.seen.get(type);
    const isMoot = insteadOf !== undefined && evidence.messages.has(insteadOf);
    return place === undefined || isMoot
      ? []
      : [{ message: `${named(type)} was found: ${because}`, place, isFinal: true }];
  });
  return [...ends, ...unmet];
}

function unreadablePlace(findings: readonly Finding[], types: readonly MessageType[]) {
  return findings.find(({ code, message }) => code === 'message-time' && types.some((type) => message.includes(type)))
    ?.place;
}

/** Times are compared as the form records them. */
function inSeconds(instant: number): number {
  return Math.floor(instant / 1000);
}

/** `IE028 (MRN allocated)` */
function named(type: MessageType): string {
  const name = messageOf(type)?.name;
  return name === undefined ? type : `${type} (${name})`;
}

/** A sentence without its full stop and, but for a name in capitals, its capital letter. */
function clause(sentence: string): string {
  return sentence.replace(/\.$/u, '').replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** What to do about a mandatory test that is not satisfied, one sentence or two. */
export function nextStep(
  requirement: Requirement,
  status: Exclude<RequirementStatus, 'satisfied'>,
  scenario: ScenarioAssessment | undefined,
  programme: Programme,
): string {
  const [first = ''] = requirement.first;
  const help = manualHelp(programme, scenario?.scenario ?? programme.scenarios.get(first));
  const id = scenario?.scenario.id ?? first;
  switch (status) {
    case 'missing':
      return `${requirement.run}${help}`;
    case 'incomplete':
      return `Have the test of ${id} hand over ${needed(requirement)} of its movement, then check again; or run ${requirement.first.join(' or ')}.`;
    case 'not-run':
      return `Have ${id} really run in Trader Test (it was skipped or not listed), then check again.${help}`;
    case 'failed':
      return `Find out why ${id} failed, run it again in Trader Test until it passes, then check again.${help}`;
    case 'stale':
      return scenario?.undated === true
        ? `Have your test tool write when ${id} ran (a timestamp in the report, or its message times as evidence) and correct any time that is wrong, then check again.`
        : `Run ${id} again in Trader Test: its evidence doesn't count any more.${help}`;
  }
}

/** `the MRN and the times of IE015 and IE029` */
function needed({ needs }: Requirement): string {
  return listed([...(needs.mrn ? ['the MRN'] : []), `the times of ${listed(needs.messages)}`]);
}

/** Source: GUIDE, normal procedure: a person at HMRC releases the movement after an e-mail. */
function manualHelp(programme: Programme, scenario: Scenario | undefined): string {
  const step = scenario?.steps.findIndex(({ manualIntervention }) => manualIntervention) ?? -1;
  if (scenario === undefined || step < 0) return '';
  const { to, subject } = interventionMail(programme, scenario, step + 1);
  return ` HMRC moves it on by hand: e-mail ${to} with the subject '${subject}', and allow one working day.`;
}

export interface AssessedSet {
  readonly set: RequirementSet;
  readonly requirements: readonly RequirementAssessment[];
}

export function isSatisfied({ requirements }: Pick<AssessedSet, 'requirements'>): boolean {
  return requirements.every(({ status }) => status === 'satisfied');
}

/** When the first of its satisfied requirements expires. */
export function firstExpiry({ requirements }: Pick<AssessedSet, 'requirements'>): number | undefined {
  const times = requirements.flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** How many requirements of a combination are not satisfied. */
export function openCount({ requirements }: AssessedSet): number {
  return requirements.filter(({ status }) => status !== 'satisfied').length;
}

/** How far two combinations are from being satisfied: fewer open requirements first, then nearer ones. */
export function byDistance(a: AssessedSet, b: AssessedSet): number {
  const far = (set: AssessedSet): number => set.requirements.reduce((sum, { status }) => sum + distance[status], 0);
  return openCount(a) - openCount(b) || far(a) - far(b);
}

/** The better of two combinations comes first: the nearer one, then the later expiry, then A. */
export function byNearness(a: AssessedSet, b: AssessedSet): number {
  return (
    byDistance(a, b) ||
    (firstExpiry(b) ?? 0) - (firstExpiry(a) ?? 0) ||
    (a.set.combination ?? '').localeCompare(b.set.combination ?? '')
  );
}
