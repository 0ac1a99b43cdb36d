import type { Suite } from '../junit/report.ts';
import type { Problem } from '../problem.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { Attempt } from './attempt.ts';
import { findScenarioNumbers } from './scenario-number.ts';
import type { Statement } from './statement.ts';

export type StatementSuite = Suite<readonly Statement[]>;

/** An attempt together with the suite it stands in, while its report is still being put together. */
export interface PlacedAttempt {
  readonly attempt: Attempt;
  readonly suite: StatementSuite | undefined;
}

/** Whether a suite is another one or stands inside it. */
export function isWithin(suite: StatementSuite | undefined, outer: StatementSuite | undefined): boolean {
  if (outer === undefined) return true;
  for (let at = suite; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/**
 * Gives what suites wrote to the attempts it belongs to. Several tools (Gradle, jest-junit) keep output per suite only.
 * A statement `scenario=…` opens a section that lasts to the next one; before the first, and without any, the output
 * belongs to the suite's one scenario. With several scenarios in the suite nobody can tell whose it is: reported, not used.
 */
export function assignSuiteStatements(
  placed: readonly PlacedAttempt[],
  file: string,
): { readonly attempts: readonly Attempt[]; readonly problems: readonly Problem[] } {
  const given = new Map<PlacedAttempt, Statement[]>();
  const problems: Problem[] = [];
  for (const suite of speakingSuites(placed)) {
    const inside = placed.filter((item) => item.attempt.declared === undefined && isWithin(item.suite, suite));
    const scenarios = new Set(inside.map(({ attempt }) => attempt.scenario));
    const unassigned: Statement[] = [];
    for (const section of sections(suite.notes ?? [])) {
      const scenario = section.scenario ?? (scenarios.size === 1 ? [...scenarios][0] : undefined);
      const receivers = inside.filter(({ attempt }) => attempt.scenario === scenario);
      if (receivers.length === 0) unassigned.push(...section.statements);
      for (const receiver of receivers) {
        const list = given.get(receiver);
        if (list === undefined) given.set(receiver, [...section.statements]);
        else list.push(...section.statements);
      }
    }
    if (unassigned.length > 0) problems.push(unassignedProblem(unassigned, suite, [...scenarios], file));
  }
  const attempts = placed.map((item) => {
    const more = given.get(item);
    return more === undefined ? item.attempt : { ...item.attempt, statements: [...item.attempt.statements, ...more] };
  });
  return { attempts, problems };
}

/** The scenario of a section whose number is unknown: its statements mustn't fall to the suite's one scenario. */
const nobody: ScenarioId = '';

/** Suites that wrote something, from the inside out, each once. */
function speakingSuites(placed: readonly PlacedAttempt[]): ReadonlySet<StatementSuite> {
  const suites = new Set<StatementSuite>();
  for (const { suite } of placed) {
    for (let at = suite; at !== undefined; at = at.parent) if ((at.notes?.length ?? 0) > 0) suites.add(at);
  }
  return suites;
}

function sections(
  notes: readonly Statement[],
): readonly { scenario: ScenarioId | undefined; statements: readonly Statement[] }[] {
  const all: { scenario: ScenarioId | undefined; statements: Statement[] }[] = [
    { scenario: undefined, statements: [] },
  ];
  for (const note of notes) {
    if (note.key === 'display-name') continue;
    if (note.key !== 'scenario') {
      all.at(-1)?.statements.push(note);
      continue;
    }
    const { leading, ids } = findScenarioNumbers(note.value);
    const scenario = leading ?? (ids.length === 1 ? ids[0] : undefined);
    all.push({ scenario: scenario ?? nobody, statements: [] });
  }
  return all.filter(({ statements }) => statements.length > 0);
}

function unassignedProblem(
  statements: readonly Statement[],
  suite: StatementSuite,
  scenarios: readonly ScenarioId[],
  file: string,
): Problem {
  const first = statements[0];
  const kinds = [...new Set(statements.map((s) => (s.key === 'message' ? s.message : s.key.toUpperCase())))].join(', ');
  return {
    kind: 'evidence',
    severity: 'warning',
    message:
      `${kinds} in the output of suite '${suite.name}' can't be assigned to one scenario` +
      (scenarios.length > 1 ? ` (its tests are ${scenarios.join(', ')})` : '') +
      `, so it is not used. Write 'scenario=…' on a line before it, or give it to the test itself.`,
    file,
    line: first?.line ?? suite.line,
  };
}
