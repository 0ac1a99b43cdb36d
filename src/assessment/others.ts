import type { Finding } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
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
): readonly Finding[] {
  if (!programme.tellsOthers) return [];
  const words = otherScenarios(applications, scenarios);
  return [
    ...(words.failed.length === 0
      ? []
      : [told(`Other scenarios run: ${othersInWords(words)}. That keeps nobody from submitting.`)]),
    ...sharedMovements(applications),
  ];
}

/** Scenarios that were run and that no requirement is proven by, in HMRC's order. */
export interface OtherScenarios {
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
    applications.flatMap(({ requirements }) => requirements.map(({ scenario }) => scenario?.scenario.id)),
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

/** One movement behind several applications: whether HMRC takes that isn't known. */
function sharedMovements(applications: readonly ApplicationAssessment[]): readonly Finding[] {
  const byScenario = new Map<ScenarioId, string[]>();
  for (const { name, requirements } of applications) {
    for (const { status, scenario } of requirements) {
      if (status !== 'satisfied' || scenario === undefined) continue;
      const { id } = scenario.scenario;
      byScenario.set(id, [...(byScenario.get(id) ?? []), name]);
    }
  }
  return [...byScenario]
    .filter(([, names]) => names.length > 1)
    .map(([id, names]) =>
      told(
        `The movement of ${id} proves ${listed(names)}. Whether HMRC wants one for each product is not known: it doesn't say.`,
      ),
    );
}

function told(message: string): Finding {
  return { kind: 'elsewhere', severity: 'notice', message };
}
