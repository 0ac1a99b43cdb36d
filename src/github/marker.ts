import { createHash } from 'node:crypto';
import type { Assessment } from '../assessment/assessment.ts';
import { applicationLabel } from '../render/words.ts';

/** How the action finds its own texts again: an HTML comment in the first line, which GitHub doesn't show. */
export interface Marker {
  /** The whole line. */
  readonly line: string;
  /** What it begins with, whatever the state: by this it is found. */
  readonly prefix: string;
}

/**
 * Two uses of the action for different applications must not overwrite each other, and every use must find what it
 * wrote before: so the applications' names are the key.
 *
 * @param kind what it marks, `comment` or `issue`.
 */
export function markerOf(kind: string, assessment: Assessment): Marker {
  const prefix = `<!-- ncts5-production-checklist ${kind} ${keyOf(assessment)} `;
  return { line: `${prefix}${stateOf(assessment)} -->`, prefix };
}

/** Whether a text bears the marker in its first line. A quotation of it further down doesn't count. */
export function isMarked(body: string | null | undefined, { prefix }: Marker): boolean {
  return body?.startsWith(prefix) ?? false;
}

/** Whether a text is about the same state of affairs: verdict and requirements, not times or links. */
export function isSameState(body: string | null | undefined, { line }: Marker): boolean {
  return body?.startsWith(line) ?? false;
}

/** The applications of this use of the action: 8 hex digits. */
export function keyOf({ applications }: Assessment): string {
  return digest(JSON.stringify(applications.map(({ name }) => name))).slice(0, 8);
}

/** ` (outbound, inbound)` where applications have names, else ''. */
export function applicationSuffix(assessment: Assessment): string {
  const names = assessment.applications.flatMap(({ name }) => applicationLabel(assessment, name) ?? []);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function stateOf(assessment: Assessment): string {
  const { verdict, expiringSoon, applications, fatal } = assessment;
  const tests = applications.map(({ requirements }) =>
    requirements.map(({ requirement, status, scenario }) => [requirement.accepts, status, scenario?.scenario.id]),
  );
  const kinds = [...new Set(fatal.map(({ kind }) => kind))].toSorted();
  return digest(JSON.stringify([verdict, expiringSoon, kinds, tests])).slice(0, 16);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
