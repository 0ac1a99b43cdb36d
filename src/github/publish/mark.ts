import type { RunContext } from '../context.ts';

/*
 * How the action finds its own words again and tells whose they are: by a mark in each. In comments and issues it is an
 * HTML comment in the first line, which GitHub doesn't show; check runs bear it as their `external_id`, commit statuses
 * in the fragment of their address.
 */

/** One use of the action in a repository, such as the check of one configuration. */
export interface Use {
  /** Name of its check run and status: `NCTS5 production checklist (outbound)`. */
  readonly name: string;
  /** What tells it from other uses before its settings are read: a digest, hex. */
  readonly key: string;
  /** What it checks: a digest, hex. Undefined when the settings could not be read. */
  readonly checks: string | undefined;
}

export interface Mark {
  readonly key: string;
  /** `-` where it wasn't known. */
  readonly checks: string;
  readonly runId: number;
  readonly attempt: number;
  /** Of the step that wrote it, made up for each. */
  readonly step: string;
  /** The first digits of the commit. */
  readonly commit: string;
  readonly isReady: boolean;
  /** Verdict and requirements, without times or links: a digest, hex; `-` where nobody asks. */
  readonly state: string;
}

const unknown = '-';

export function markOf(use: Use, context: RunContext, { isReady, state = unknown }: Partial<Mark>): Mark {
  return {
    key: use.key,
    checks: use.checks ?? unknown,
    runId: context.runId,
    attempt: context.runAttempt,
    step: context.step,
    commit: context.headSha?.slice(0, 12) ?? unknown,
    isReady: isReady ?? false,
    state,
  };
}

/** The mark in one line of ASCII. */
export function writeMark({ key, checks, runId, attempt, step, commit, isReady, state }: Mark): string {
  return [key, checks, runId, attempt, step, commit, isReady ? 'ready' : 'not-ready', state].join('.');
}

/** Undefined for what is no mark. */
export function readMark(text: string | null | undefined): Mark | undefined {
  const form =
    /^([0-9a-f]{8})\.([0-9a-f]{8}|-)\.(\d+)\.(\d+)\.([0-9a-f]+)\.([0-9a-f]+|-)\.(ready|not-ready)\.([0-9a-f]+|-)$/;
  const found = form.exec(text ?? '');
  if (found === null) {
    return undefined;
  }
  const [, key = '', checks = '', runId, attempt, step = '', commit = '', verdict, state = ''] = found;
  const isReady = verdict === 'ready';
  return { key, checks, runId: Number(runId), attempt: Number(attempt), step, commit, isReady, state };
}

/** The first line of a comment's or issue's text. */
export function markLine(kind: 'comment' | 'issue', mark: Mark): string {
  return `<!-- ncts5-production-checklist ${kind} ${writeMark(mark)} -->`;
}

/** The mark in the first line of a text. A quotation of it further down doesn't count. */
export function markIn(kind: 'comment' | 'issue', body: string | null | undefined): Mark | undefined {
  const [line = ''] = (body ?? '').split('\n', 1);
  const found = /^<!-- ncts5-production-checklist (\w+) (\S+) -->\s*$/.exec(line);
  return found?.[1] === kind ? readMark(found[2]) : undefined;
}

/** How a verdict that is somewhere already is related to the one that is to be written. */
type Relation =
  /** This use wrote it before: it may be written over. */
  | 'earlier'
  /** A later run of this use wrote it: it knows better. */
  | 'later'
  /** Another use of the action bears the same name and has written it about the same commit. */
  | 'shared';

export function relationOf(found: Mark, own: Mark): Relation {
  const isOfThisRun = found.runId === own.runId && found.attempt === own.attempt;
  if (isOfThisRun) {
    return found.step === own.step ? 'earlier' : 'shared';
  }
  const isOtherCheck = found.checks !== own.checks && found.checks !== unknown && own.checks !== unknown;
  if (found.commit === own.commit && (found.key !== own.key || isOtherCheck)) {
    return 'shared';
  }
  return isAfter(found, own) ? 'later' : 'earlier';
}

/** Whether a run began after another one; of the same run, whether it is a later attempt. */
export function isAfter(left: Mark, right: Mark): boolean {
  return left.runId === right.runId ? left.attempt > right.attempt : left.runId > right.runId;
}
