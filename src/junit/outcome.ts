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
    'fail failed failing failure failures error errors errored erroneous broken timeout timedout aborted abort crashed crash ' +
    'interrupted unexpected ko nok notok notpassed unsuccessful rejected killed exception panic panicked fatal problem'
  ).split(' '),
);
const notRunWords = new Set(
  (
    'disabled skip skipped skipping notrun notexecuted norun unrun ignored ignore pending todo inconclusive cancelled canceled ' +
    'suppressed untested undefined blocked deferred excluded omitted incomplete xfail xfailed expectedfailure fixme'
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
const passFlags = new Set(['success', 'pass', 'passed', 'successful', 'succeeded', 'ok', 'green']);
const ranFlags = new Set(['executed', 'run', 'ran', 'completed', 'complete', 'finished']);
/** How long a test may take, as often as that it took too long. */
const limitNames = new Set(['timeout']);

/** What a name that tells of an outcome says, in whatever spelling: `timedOut`, `isFailed`, `expected-failure`, `crashes`. */
function saidByName(name: string): Claim['says'] | undefined {
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  for (const word of [
    bare,
    bare.replace(/^(?:is|has|was|did)/, ''),
    bare.replace(/e?s$/, ''),
    bare.replace(/s$/, ''),
  ]) {
    if (failedWords.has(word)) return 'failed';
    if (notRunWords.has(word)) return 'not-run';
  }
  return undefined;
}

/**
 * Reads the attributes in which tools put an outcome: `status`, `result` and their like; googletest's `status="notrun"`;
 * node:test's `failure="message"`; any whose name is an outcome (`aborted="true"`). A verdict in words that are not known
 * counts as not run and says so, because a pass has to be clear. Failed beats not run. Undefined when nothing speaks
 * against a pass.
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
    for (const one of value.split('\n')) {
      const found = claimOfOne(name, one);
      if (found?.says === 'failed') return found;
      claim ??= found;
    }
  }
  return claim;
}

const plainAlready = /^[a-z0-9_.-]+$/;

/**
 * The attributes by their plain names, in lower case and without prefix, as elements are read: nothing may hide behind a
 * spelling. Values of several that come to the same name stand on lines of their own; declarations of namespaces are none.
 */
export function plainNamed(attributes: Attributes): Attributes {
  if ([...attributes.keys()].every((name) => plainAlready.test(name) && name !== 'xmlns')) return attributes;
  const plain = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (/^xmlns(?::|$)/i.test(name)) continue;
    const key = name.slice(name.indexOf(':') + 1).toLowerCase();
    const before = plain.get(key);
    plain.set(key, before === undefined || before === value ? value : `${before}\n${value}`);
  }
  return plain;
}

/**
 * What a suite says outright about itself. Narrower than for a case: on a suite, `failures`, `skipped`, `passed` and their
 * like are counts, and words that are not known mean nothing.
 */
export function suiteClaim(attributes: Attributes): Claim | undefined {
  return strongest(attributes, claimOfSuiteAttribute);
}

function claimOfSuiteAttribute(name: string, value: string): Claim | undefined {
  if (verdictAttributes.has(name) || hintAttributes.has(name)) return claimOfWord(name, value, false);
  const isWord = /^\s*[a-z]/i.test(value);
  if (passFlags.has(name)) return isWord && isNo(value) ? { says: 'failed', because: quote(name, value) } : undefined;
  if (ranFlags.has(name)) return isWord && isNo(value) ? { says: 'not-run', because: quote(name, value) } : undefined;
  const says = isYes(value) ? saidByName(name) : undefined;
  return says === undefined ? undefined : { says, because: quote(name, value) };
}

function claimOfAttribute(name: string, value: string): Claim | undefined {
  if (verdictAttributes.has(name)) return claimOfWord(name, value, true);
  if (hintAttributes.has(name)) return claimOfWord(name, value, false);
  if (name === 'failure' || name === 'error') {
    const because = value.trim() === '' ? `It has the attribute ${name}.` : value;
    return isNo(value) ? undefined : { says: 'failed', because };
  }
  if (name === 'failures' || name === 'errors') {
    return Number(value) === 0 || isNo(value) ? undefined : { says: 'failed', because: quote(name, value) };
  }
  if (passFlags.has(name)) {
    return isNo(value) ? { says: 'failed', because: quote(name, value) } : claimOfWord(name, value, false);
  }
  if (ranFlags.has(name)) {
    return isNo(value) ? { says: 'not-run', because: quote(name, value) } : claimOfWord(name, value, false);
  }
  const says = saidByName(name);
  // A name that tells of skipping may also give the reason, and is often left empty.
  if (says === undefined || isNo(value) || (value.trim() === '' && says === 'not-run')) return undefined;
  if (limitNames.has(name) && !isYes(value)) return undefined;
  return { says, because: quote(name, value) };
}

function claimOfWord(name: string, value: string, hasToBeClear: boolean): Claim | undefined {
  const word = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (failedWords.has(word)) return { says: 'failed', because: quote(name, value) };
  if (notRunWords.has(word)) return { says: 'not-run', because: quote(name, value) };
  if (value.trim() === '' || harmlessWords.has(word) || !hasToBeClear) return undefined;
  return { says: 'not-run', because: `${quote(name, value)} does not clearly say that it passed` };
}

/** Child elements of a case by what they mean; others mean nothing. */
export type CaseElement = 'failed' | 'rerun' | 'flaky' | 'not-run';

const caseElements: ReadonlyMap<string, CaseElement> = new Map([
  // Maven: a failed try of a test that failed in the end, and of one that passed in the end.
  ['rerunfailure', 'rerun'],
  ['rerunerror', 'rerun'],
  ['flakyfailure', 'flaky'],
  ['flakyerror', 'flaky'],
  // PHPUnit 9 lists a test that it does not call passed with one of these in place of a failure.
  ['warning', 'not-run'],
  ['risky', 'not-run'],
]);

/**
 * Nobody who writes an element named like a failed or unrun outcome means a pass, known dialect or not.
 *
 * @param name in lower case, without prefix
 */
export function caseElement(name: string): CaseElement | undefined {
  return caseElements.get(name) ?? saidByName(name);
}

/** Properties of a case that tell of an outcome: annotations of Playwright, and of tests that are expected to fail. */
const toldByProperty = /^(?:fail|fixme|skip|xfail(?:ed)?|expected[-_ .]?fail(?:ure|ed)?)$/i;

/** What is known of one case's outcome so far. */
export class CaseFindings {
  failed = 0;
  rerun = 0;
  flaky = 0;
  notRun = 0;
  failedMessage: string | undefined;
  notRunMessage: string | undefined;
  /** What a property says, a sentence. */
  #told: string | undefined;
  readonly #claim: Claim | undefined;

  constructor(attributes: Attributes) {
    this.#claim = claimOf(attributes);
  }

  count(meaning: CaseElement): void {
    if (meaning === 'failed') this.failed++;
    else if (meaning === 'rerun') this.rerun++;
    else if (meaning === 'flaky') this.flaky++;
    else this.notRun++;
  }

  /** A property of the case itself; not one of its suite, which tells of none in particular. */
  property(name: string, value: string): void {
    if (!toldByProperty.test(name.trim()) || isNo(value)) return;
    const why = value.trim() === '' ? '' : `: ${value.trim()}`;
    this.#told ??= firstLine(`Its property '${name.trim()}' says that no pass is expected${why}`);
  }

  /** Elements about failed tries that were repeated. */
  get retried(): number {
    return this.rerun + this.flaky;
  }

  /** Keeps the first message that an element of this meaning has. */
  note(meaning: CaseElement, message: string | undefined): void {
    if (meaning === 'failed') this.failedMessage ??= message;
    else if (meaning === 'not-run') this.notRunMessage ??= message;
  }

  /**
   * A failure or error counts also beside `skipped`; only skipped is not run; failed tries beside a final pass make it
   * flaky. Failed reruns without the failure that they repeat contradict themselves: who knows how it ended.
   */
  conclude(): { outcome: Outcome; flaky: boolean; message: string | undefined } {
    const because = firstLine(this.#claim?.because);
    if (this.failed > 0 || this.#claim?.says === 'failed') {
      return { outcome: 'failed', flaky: false, message: this.failedMessage ?? because };
    }
    if (this.notRun > 0 || this.#claim !== undefined) {
      return { outcome: 'not-run', flaky: false, message: this.notRunMessage ?? because };
    }
    if (this.#told !== undefined) return { outcome: 'not-run', flaky: false, message: this.#told };
    if (this.rerun > 0 && this.flaky === 0) {
      return {
        outcome: 'not-run',
        flaky: false,
        message: 'It has failed reruns and no failure, so how it ended is unclear',
      };
    }
    return { outcome: 'passed', flaky: this.flaky > 0, message: undefined };
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

function isYes(value: string): boolean {
  return /^\s*(?:true|yes|y|on)\s*$/i.test(value);
}
