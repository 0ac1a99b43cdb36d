import type { Outcome } from './report.ts';
import type { Attributes } from '../xml/markup.ts';
import { withoutCredentials } from '../text/credentials.ts';

/** What the attributes of a case say about it, before its child elements are looked at. */
export interface Claim {
  readonly says: Exclude<Outcome, 'passed'>;
  readonly because: string;
}

const failedWords = new Set(
  (
    'fail failed failing failure failures error errored errors erroneous broken timeout timedout aborted abort crashed crash ' +
    'interrupted unexpected ko nok notok notpassed unsuccessful rejected killed exception panic panicked'
  ).split(' '),
);
const notRunWords = new Set(
  (
    'disabled skip skipped skipping notrun notexecuted norun unrun ignored ignore pending todo inconclusive cancelled canceled ' +
    'suppressed untested undefined blocked deferred excluded omitted incomplete xfail xfailed expectedfailure'
  ).split(' '),
);
/** These say that it passed, or only that it ran (`run` and `completed` are googletest's): elements decide. */
const harmlessWords = new Set(
  'pass passed passing ok success successful succeeded green expected run ran executed completed complete'.split(' '),
);

/** Attributes whose every value has to be understood. */
const verdictAttributes = new Set(['status', 'result', 'outcome']);
/** Attributes that may mean something else, so that only a clear word counts. */
const hintAttributes = new Set(['state', 'verdict', 'conclusion']);
const successFlags = new Set(['success', 'passed', 'successful']);
const ranFlags = new Set(['executed', 'run']);
const skipFlags = new Set(['skipped', 'disabled', 'ignored', 'pending']);

/**
 * Reads the attributes in which tools put an outcome: `status`, `result` and their like; googletest's `status="notrun"`;
 * node:test's `failure="message"`. A verdict in words that are not known counts as not run and says so, because a pass
 * has to be clear. Failed beats not run. Undefined when nothing speaks against a pass.
 */
function claimOf(attributes: Attributes): Claim | undefined {
  return strongest(attributes, claimOfAttribute);
}

/** The first claim to have failed, else the first one. */
function strongest(
  attributes: Attributes,
  claimOfOne: (name: string, value: string) => Claim | undefined,
): Claim | undefined {
  let claim: Claim | undefined;
  for (const [name, value] of attributes) {
    const found = claimOfOne(plainName(name), value);
    if (found?.says === 'failed') return found;
    claim ??= found;
  }
  return claim;
}

/** Prefixes and letter case don't matter, as with elements: no failure may hide behind a spelling. */
function plainName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The attributes by their plain names; values of several that come to the same name stand one after the other. */
export function plainNamed(attributes: Attributes): Attributes {
  const plain = new Map<string, string>();
  for (const [name, value] of attributes) {
    const key = plainName(name);
    const before = plain.get(key);
    plain.set(key, before === undefined || before === value ? value : `${before} ${value}`);
  }
  return plain;
}

/**
 * What a suite says outright about itself. Narrower than for a case: on a suite, `failures`, `skipped` or `passed` are
 * counts, and words that are not known mean nothing.
 */
export function suiteClaim(attributes: Attributes): Claim | undefined {
  return strongest(attributes, claimOfSuiteAttribute);
}

function claimOfSuiteAttribute(name: string, value: string): Claim | undefined {
  if (verdictAttributes.has(name) || hintAttributes.has(name)) return claimOfWord(name, value, false);
  return name === 'success' && value.trim().toLowerCase() === 'false'
    ? { says: 'failed', because: quote(name, value) }
    : undefined;
}

function claimOfAttribute(name: string, value: string): Claim | undefined {
  if (verdictAttributes.has(name)) return claimOfWord(name, value, true);
  if (hintAttributes.has(name)) return claimOfWord(name, value, false);
  if (name === 'failure' || name === 'error') {
    return isNo(value)
      ? undefined
      : { says: 'failed', because: value.trim() === '' ? `It has the attribute ${name}.` : value };
  }
  if (name === 'failures' || name === 'errors') {
    return Number(value) === 0 || isNo(value) ? undefined : { says: 'failed', because: quote(name, value) };
  }
  if (successFlags.has(name)) {
    return isNo(value) ? { says: 'failed', because: quote(name, value) } : claimOfWord(name, value, false);
  }
  if (ranFlags.has(name)) {
    return isNo(value) ? { says: 'not-run', because: quote(name, value) } : claimOfWord(name, value, false);
  }
  // It may also give the reason for skipping.
  if (skipFlags.has(name) && value.trim() !== '' && !isNo(value)) {
    return { says: 'not-run', because: quote(name, value) };
  }
  return undefined;
}

function claimOfWord(name: string, value: string, hasToBeClear: boolean): Claim | undefined {
  const word = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (failedWords.has(word)) return { says: 'failed', because: quote(name, value) };
  if (notRunWords.has(word)) return { says: 'not-run', because: quote(name, value) };
  if (value.trim() === '' || harmlessWords.has(word) || !hasToBeClear) return undefined;
  return { says: 'not-run', because: `${quote(name, value)} does not clearly say that it passed` };
}

/** Child elements of a case (lower case) by what they mean. Unknown ones mean nothing. */
export type CaseElement = 'failed' | 'retried' | 'not-run';

const caseElements = new Map<string, CaseElement>([
  ['failure', 'failed'],
  ['error', 'failed'],
  // In none of the reports known to us, but nobody who writes one of these means a pass.
  ...['fail', 'failed', 'fatal', 'exception', 'crash', 'crashed', 'abort', 'aborted', 'timeout', 'timedout'].map(
    (name) => [name, 'failed'] as const,
  ),
  ['rerunfailure', 'retried'],
  ['rerunerror', 'retried'],
  ['flakyfailure', 'retried'],
  ['flakyerror', 'retried'],
  ['skipped', 'not-run'],
  ['disabled', 'not-run'],
  ['ignored', 'not-run'],
  ['pending', 'not-run'],
  ['incomplete', 'not-run'],
  ['inconclusive', 'not-run'],
  ['notrun', 'not-run'],
  // PHPUnit 9 lists a test that it does not call passed with one of these in place of a failure.
  ['warning', 'not-run'],
  ['risky', 'not-run'],
]);

export function caseElement(lowerCaseName: string): CaseElement | undefined {
  return caseElements.get(lowerCaseName);
}

/** What is known of one case's outcome so far. */
export class CaseFindings {
  failed = 0;
  retried = 0;
  notRun = 0;
  failedMessage: string | undefined;
  notRunMessage: string | undefined;
  readonly #claim: Claim | undefined;

  constructor(attributes: Attributes) {
    this.#claim = claimOf(attributes);
  }

  count(meaning: CaseElement): void {
    if (meaning === 'failed') this.failed++;
    else if (meaning === 'retried') this.retried++;
    else this.notRun++;
  }

  /** Keeps the first message that an element of this meaning has. */
  note(meaning: CaseElement, message: string | undefined): void {
    if (meaning === 'failed') this.failedMessage ??= message;
    else if (meaning === 'not-run') this.notRunMessage ??= message;
  }

  /**
   * A failure or error counts also beside `skipped`; only skipped is not run; failed tries beside a final pass make it
   * flaky. Source: design, 'Outcome'.
   */
  conclude(): { outcome: Outcome; flaky: boolean; message: string | undefined } {
    const because = firstLine(this.#claim?.because);
    if (this.failed > 0 || this.#claim?.says === 'failed') {
      return { outcome: 'failed', flaky: false, message: this.failedMessage ?? because };
    }
    if (this.notRun > 0 || this.#claim !== undefined) {
      return { outcome: 'not-run', flaky: false, message: this.notRunMessage ?? because };
    }
    return { outcome: 'passed', flaky: this.retried > 0, message: undefined };
  }
}

const LONGEST_MESSAGE = 300;

/** The first line that isn't blank, without control characters and credentials, at most 300 characters; undefined when there is none. */
export function firstLine(text: string | undefined): string | undefined {
  const line = /[^\r\n\u2028\u2029]+/.exec((text ?? '').trimStart())?.[0] ?? '';
  const clean = withoutCredentials(line.slice(0, 4 * LONGEST_MESSAGE).replace(/\p{Cc}/gu, ' ')).trim();
  if (clean === '') return undefined;
  // By code points, so that none is cut in two.
  const points = Array.from(clean);
  return points.length <= LONGEST_MESSAGE ? clean : `${points.slice(0, LONGEST_MESSAGE - 1).join('')}…`;
}

function quote(name: string, value: string): string {
  return `${name}="${value.slice(0, 80)}"`;
}

function isNo(value: string): boolean {
  return /^\s*(?:0|false|no|none|n)\s*$/i.test(value);
}
