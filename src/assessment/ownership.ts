import type { Finding } from '../finding.ts';
import type { ListedResult } from '../matching/attempt.ts';
import type { Application, Claim } from '../requirements/requirement.ts';
import { fits } from '../text/wildcard.ts';

/* Whose results are whose, where the applications of one check have results of their own. */

type Owned = Pick<ListedResult, 'file' | 'provenance' | 'suites' | 'properties' | 'outcome'>;

/** Applications that go by the same results: all of them, or one with results of its own. */
export interface Scope {
  /** Undefined where all applications go by all results. */
  readonly name: string | undefined;
  readonly applications: readonly Application[];
  /** Whether a result counts here. */
  readonly has: (result: Owned) => boolean;
}

/** In the order of the applications. */
export function scopesOf(applications: readonly Application[]): readonly Scope[] {
  if (applications.every(({ ownership }) => ownership === undefined)) {
    return [{ name: undefined, applications, has: () => true }];
  }
  return applications.map((application) => ({
    name: application.name,
    applications: [application],
    has: (result) => counts(application, result),
  }));
}

/**
 * An application with results of its own goes by those, the others by what nobody claims. What nobody claims and hasn't
 * passed counts against every application: it may be of any.
 */
function counts({ ownership }: Application, result: Owned): boolean {
  if (ownership === undefined) return true;
  const { own, others } = ownership;
  if (own !== undefined && claims(own, result)) return true;
  return (own === undefined || result.outcome !== 'passed') && !others.some((other) => claims(other, result));
}

function claims(claim: Claim, { file, provenance, suites, properties }: Owned): boolean {
  const { artifacts, property, suite } = claim;
  if (claim.results !== undefined || artifacts !== undefined) {
    const isSource =
      provenance === undefined
        ? claim.files?.has(file) === true
        : artifacts?.some((name) => fits(name, provenance.artifact)) === true;
    if (!isSource) return false;
  }
  if (property !== undefined && !fits(property.value, properties?.get(property.name) ?? '')) return false;
  return suite === undefined || suites.some((name) => fits(suite, name));
}

/** That passed results prove nothing, since no application claims them; empty where one goes by what nobody claims. */
export function unclaimedFindings(
  applications: readonly Application[],
  attempts: readonly ListedResult[],
): readonly Finding[] {
  if (applications.some(({ ownership }) => ownership === undefined)) return [];
  const unclaimed = attempts.filter(
    (attempt) => attempt.outcome === 'passed' && !applications.some((application) => mayBeOf(application, attempt)),
  );
  const [first] = unclaimed;
  if (first === undefined) return [];
  const count = new Set(unclaimed.map(({ order }) => order)).size;
  return [
    {
      kind: 'elsewhere',
      severity: 'warning',
      message: `${count === 1 ? '1 passed result is' : `${count} passed results are`} of no application, and ${count === 1 ? 'proves' : 'prove'} nothing; a failure among such results counts against each.`,
      next: 'Say whose they are: by results, results-artifact, property or suite of an application in the configuration file.',
      place: { file: first.file, line: first.line },
    },
  ];
}

/** Also where it is of another application, which may not be checked this time. */
function mayBeOf(application: Application, result: Owned): boolean {
  return counts(application, result) || (application.ownership?.others ?? []).some((other) => claims(other, result));
}
