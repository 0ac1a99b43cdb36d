import type { Finding } from '../finding.ts';
import type { ReportFile } from '../junit/report.ts';
import { reportOf } from '../matching/attempt.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Requirement } from '../requirements/requirement.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import { listed } from '../text/wording.ts';
import type { ApplicationAssessment, ScenarioAssessment } from './assessment.ts';

/* What was run beside what is asked for: told, never judged. */

/** At most so many numbers are named. */
const maxNamed = 10;

/** What to know of scenarios that prove nothing here, and of one that proves more than one application. */
export function otherFindings(
  programme: Programme,
  applications: readonly ApplicationAssessment[],
  scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>,
  files: readonly ReportFile[],
): readonly Finding[] {
  if (!programme.tellsOthers) return [];
  const words = otherScenarios(applications, scenarios);
  return [
    ...(words.failed.length === 0
      ? []
      : [told(`Other scenarios run: ${othersInWords(words)}. You can submit all the same.`)]),
    ...sharedMovements(applications, files).map((shared) => told(sharedInWords(shared))),
  ];
}

/** Scenarios that were run and that no requirement is proven by, in HMRC's order. */
interface OtherScenarios {
  readonly passed: readonly ScenarioId[];
  readonly failed: readonly ScenarioId[];
  /** Not run, stale or undated. */
  readonly open: readonly ScenarioId[];
}

export function otherScenarios(
  applications: readonly ApplicationAssessment[],
  scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>,
): OtherScenarios {
  const shown = new Set(
    applications.flatMap(({ requirements, alsoRequired }) =>
      [...requirements, ...alsoRequired].map(({ scenario }) => scenario?.scenario.id),
    ),
  );
  const others = [...scenarios.values()].filter(({ scenario }) => !shown.has(scenario.id));
  const ids = (is: (status: ScenarioAssessment['status']) => boolean) =>
    others.filter(({ status }) => is(status)).map(({ scenario }) => scenario.id);
  return {
    passed: ids((status) => status === 'passed'),
    failed: ids((status) => status === 'failed'),
    open: ids((status) => status === 'not-run' || status === 'stale'),
  };
}

/** `11 passed, 1 failed (P6-DSGB-07)`; '' where there are none. */
export function othersInWords({ passed, failed, open }: OtherScenarios): string {
  return [
    ...(passed.length === 0 ? [] : [`${passed.length} passed`]),
    ...(failed.length === 0 ? [] : [`${failed.length} failed (${named(failed)})`]),
    ...(open.length === 0 ? [] : [`${open.length} not run or too old (${named(open)})`]),
  ].join(', ');
}

function named(ids: readonly ScenarioId[]): string {
  return ids.length > maxNamed ? `${ids.slice(0, maxNamed).join(', ')}, …` : ids.join(', ');
}

/** Code of the findings about a movement that proves tests of several applications. */
export const sharedMovement = 'shared-movement';

/** A movement that proves mandatory tests of more than one application. */
interface SharedMovement {
  readonly scenario: ScenarioAssessment;
  readonly users: readonly {
    readonly application: ApplicationAssessment;
    readonly requirement: Requirement;
    readonly scenario: ScenarioAssessment;
  }[];
}

/**
 * Movements by their MRNs and by the results that count for them, whose report may lie in two places. A departure and the
 * arrival that ends it have one MRN, and are two tests.
 */
function sharedMovements(
  applications: readonly ApplicationAssessment[],
  files: readonly ReportFile[],
): readonly SharedMovement[] {
  if (applications.length < 2) return [];
  const bytes = new Map(files.map((file) => [reportOf({ ...file, file: file.path }), file.sha256]));
  const movements = new Map<string, SharedMovement>();
  for (const application of applications) {
    for (const { status, scenario, requirement } of application.requirements) {
      if (status !== 'satisfied' || scenario === undefined) continue;
      for (const key of keysOf(scenario, bytes)) {
        const known = movements.get(key) ?? { scenario, users: [] };
        movements.set(key, { ...known, users: [...known.users, { application, requirement, scenario }] });
      }
    }
  }
  const distinct = new Map<string, SharedMovement>();
  for (const movement of movements.values()) {
    const key = usersInWords(movement);
    if (applicationsOf(movement.users).length > 1 && !distinct.has(key)) distinct.set(key, movement);
  }
  return [...distinct.values()];
}

/** What tells a scenario's movement: its MRN, and every result that counts. */
function keysOf({ scenario, evidence, counted }: ScenarioAssessment, bytes: ReadonlyMap<string, string | undefined>) {
  const flow = scenario.flow === 'arrival' ? 'arrival' : 'departure';
  const { mrn } = evidence;
  return [
    ...(mrn === undefined ? [] : [`${flow} ${mrn.value.toUpperCase()}`]),
    ...counted.map(({ attempt }) => {
      const report = reportOf(attempt);
      return `${flow} ${bytes.get(report) ?? report}:${attempt.line} ${scenario.id}`;
    }),
  ];
}

function usersInWords({ users }: SharedMovement): string {
  return users.map(({ application, requirement }) => `${requirement.id} ${application.name}`).join('\n');
}

function applicationsOf(users: SharedMovement['users']): readonly string[] {
  return [...new Set(users.map(({ application }) => application.name))];
}

/** Whether HMRC takes one movement for several applications isn't known. */
function sharedInWords({ scenario, users }: SharedMovement): string {
  return `The movement of ${scenario.scenario.id} proves ${listed(applicationsOf(users))}. Whether HMRC wants one for each product is not known: it doesn't say.`;
}

/**
 * Where each version of the software runs its own tests, a movement that proves two of them proves neither: nothing tells
 * whose it is. Errors, one for each test that it seems to prove; empty in a programme that has no such rule. Source: PAGE,
 * 'variants'.
 */
export function borrowedFindings(
  programme: Programme,
  applications: readonly ApplicationAssessment[],
  files: readonly ReportFile[],
): readonly Finding[] {
  if (programme.tellsOthers) return [];
  return sharedMovements(applications, files).flatMap(({ scenario: first, users }) => {
    const names = applicationsOf(users);
    return users.map(({ application, requirement, scenario }): Finding => {
      const counted = scenario.counted[0]?.attempt;
      return {
        kind: 'missing',
        code: sharedMovement,
        severity: 'error',
        message: `${requirement.title}: the movement of ${first.scenario.id} is used for ${listed(names)}, but HMRC wants each to run its own tests.`,
        next: ownTest(application, requirement),
        place: counted === undefined ? undefined : { file: counted.file, line: counted.line },
        scenario: scenario.scenario.id,
        requirement: requirement.id,
        application: application.name,
      };
    });
  });
}

/** What would prove each application by itself. */
function ownTest({ application }: ApplicationAssessment, { wanted }: Requirement): string {
  return application.ownership?.own === undefined
    ? `Run ${wanted} with each of them, and say in the configuration file whose results are whose: by results, results-artifact, property or suite of each application.`
    : `Run ${wanted} with each of them: the same test counts for both now.`;
}

function told(message: string): Finding {
  return { kind: 'elsewhere', severity: 'notice', message };
}
