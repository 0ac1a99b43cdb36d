import type { Outcome } from './report.ts';
import type { Attributes } from '../xml/markup.ts';
import { withoutCredentials } from '../text/credentials.ts';
import { remembered } from '../text/remembered.ts';
import { failedWords, harmlessWords, notRunWords, readName, saidByElement } from './outcome-words.ts';

/** What the attributes of a case say about it, before its child elements are looked at. */
export interface Claim {
  readonly says: Exclude<Outcome, 'passed'>;
  readonly because: string;
}

/** Attributes whose every value has to be understood. */
const verdictAttributes = new Set(['status', 'result', 'outcome']);
/** Attributes that may mean something else, so that only a clear word counts. */
const hintAttributes = new Set(
  'state verdict conclusion teststatus testresult testoutcome finalstatus finalresult expectedstatus expectedresult expectedoutcome'.split(
    ' ',
  ),
);
/** Of a program that ran the test: 0 is well. */
const exitCodes = new Set(['exitcode', 'returncode', 'exitstatus']);

/**
 * Reads the attributes in which tools put an outcome: `status`, `result` and their like; googletest's `status="notrun"`;
 * node:test's `failure="message"`; any whose name is an outcome (`aborted="true"`). A verdict in words that are not known
 * counts as not run and says so, because a pass has to be clear. Failed beats not run. Undefined when nothing says
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

/** Names of attributes recur with every case. */
const maxNames = 1000;
const plainName = remembered(maxNames, (name: string) => {
  return /^xmlns(?::|$)/i.test(name) ? { key: undefined } : { key: name.slice(name.indexOf(':') + 1).toLowerCase() };
});

/**
 * The attributes by their plain names, in lower case and without prefix, as elements are read: nothing may hide by a
 * spelling. Values of several that come to the same name stand on lines of their own; declarations of namespaces are none.
 */
export function plainNamed(attributes: Attributes): Attributes {
  const plain = new Map<string, string>();
  for (const [name, value] of attributes) {
    const { key } = plainName(name);
    if (key === undefined) continue;
    const before = plain.get(key);
    plain.set(key, before === undefined || before === value ? value : `${before}\n${value}`);
  }
  return plain;
}

/**
 * What a suite says directly about itself. Narrower than for a case: on a suite, `failures`, `skipped`, `passed` and their
 * like are counts, and words that are not known mean nothing.
 */
export function suiteClaim(attributes: Attributes): Claim | undefined {
  return strongest(attributes, claimOfSuiteAttribute);
}

function claimOfSuiteAttribute(name: string, value: string): Claim | undefined {
  const { bare, flag, said } = readName(name);
  if (verdictAttributes.has(name) || hintAttributes.has(bare)) return claimOfWord(name, value, false);
  const isWord = /[a-z]/i.test(value);
  if (flag !== undefined) return isWord && isNo(value) ? { says: flag, because: quote(name, value) } : undefined;
  if (exitCodes.has(bare)) return claimOfExitCode(name, value);
  return said !== undefined && isYes(value) ? { says: said.says, because: quote(name, value) } : undefined;
}

function claimOfAttribute(name: string, value: string): Claim | undefined {
  if (verdictAttributes.has(name)) return claimOfWord(name, value, true);
  if (name === 'failure' || name === 'error') {
    const because = value.trim() === '' ? `It has the attribute ${name}.` : value;
    return isNo(value) ? undefined : { says: 'failed', because };
  }
  const { bare, flag, said } = readName(name);
  if (flag !== undefined) {
    return isNo(value) ? { says: flag, because: quote(name, value) } : claimOfWord(name, value, false);
  }
  if (hintAttributes.has(bare)) return claimOfWord(name, value, false);
  if (exitCodes.has(bare)) return claimOfExitCode(name, value);
  if (said === undefined || isNo(value)) return undefined;
  const { says, isReason, isLimit } = said;
  // A name that tells of skipping may also give the reason, and is often left empty.
  if (value.trim() === '' && (isReason || says === 'not-run' || /s$/i.test(name))) return undefined;
  if ((isLimit && !isYes(value)) || /^\s*0+(?:\.0*)?\s*$/.test(value)) return undefined;
  return { says, because: quote(name, value) };
}

function claimOfExitCode(name: string, value: string): Claim | undefined {
  const isBad = /^\s*-?\d+\s*$/.test(value) && Number(value) !== 0;
  return isBad ? { says: 'failed', because: quote(name, value) } : undefined;
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
  return caseElements.get(name) ?? saidByElement(name);
}

/** Elements that say in words how a case ended: `<status>failed</status>`, `<result value="failed"/>`. */
export function isVerdictElement(name: string): boolean {
  const { bare, flag } = readName(name);
  return verdictAttributes.has(name) || hintAttributes.has(bare) || flag !== undefined;
}

const verdictValues = ['value', 'status', 'result', 'outcome', 'name'];

/** Properties of a case that tell of an outcome: annotations of Playwright, and of tests that are expected to fail. */
const told = String.raw`(?:fail(?:s|ing|ed)?|fixme|skip(?:ped)?|todo|xfail(?:ed)?|(?:expected|known)[-_ .]?fail(?:ure|ed|ing)?)`;
const toldByProperty = new RegExp(`^${told}$`, 'i');
/** Properties that list such annotations. */
const listsAnnotations = /^(?:tags?|labels?|mark(?:er)?s?|annotations?)$/i;
const toldInList = new RegExp(`(?:^|[\\s,;@])${told}(?:$|[\\s,;@(:])`, 'i');

/** Properties that say how a test ended; `status` and `result` alone may be those of a movement or a message. */
const endedByProperty =
  /^(?:(?:test|testcase|case|final)(?:status|result|outcome|verdict|state)|outcome|verdict|conclusion)$/;
/** Of elements that tools put into a case, such as steps: what says how they ended. */
const partVerdicts = ['status', 'result', 'outcome', 'verdict'];
/** A failed try is none of the case that passed in the end. */
const triesAgain = /^(?:attempt|try|tries|retr|rerun|previous)/;

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
  #claim: Claim | undefined;

  constructor(attributes: Attributes) {
    this.#claim = claimOf(attributes);
  }

  count(meaning: CaseElement): void {
    if (meaning === 'failed') this.failed++;
    else if (meaning === 'rerun') this.rerun++;
    else if (meaning === 'flaky') this.flaky++;
    else this.notRun++;
  }

  /** An element that says in words how it ended; words that are not clear mean nothing. */
  verdict(name: string, values: Attributes | string): void {
    const texts = typeof values === 'string' ? [values] : verdictValues.map((one) => values.get(one) ?? '');
    for (const text of texts) {
      const flag = isNo(text) ? readName(name).flag : undefined;
      const found = flag === undefined ? claimOfWord(name, text, false) : { says: flag, because: quote(name, text) };
      if (found !== undefined) this.#add(found);
    }
  }

  /** An element of a name of its own: a step or an assertion that failed is none of a pass, unless it was tried again. */
  part(name: string, values: Attributes): void {
    if (triesAgain.test(name)) return;
    for (const key of partVerdicts) {
      const found = claimOfWord(key, values.get(key) ?? '', false);
      if (found?.says === 'failed') this.#add({ says: 'failed', because: `Its <${name}> has ${found.because}` });
    }
  }

  #add(claim: Claim): void {
    if (this.#claim?.says !== 'failed') this.#claim = claim;
  }

  /** A property of the case itself; not one of its suite, which tells of none in particular. */
  property(given: string, value: string): void {
    const name = given.trim();
    if (endedByProperty.test(readName(name).bare)) {
      const ended = claimOfWord(name, value, false);
      if (ended !== undefined) this.#add({ ...ended, because: `Its property says ${ended.because}` });
    }
    const isTold = toldByProperty.test(name) || (listsAnnotations.test(name) && toldInList.test(value));
    if (!isTold || isNo(value)) return;
    const why = value.trim() === '' ? '' : `: ${value.trim()}`;
    this.#told ??= firstLine(`Its property '${name}' says that no pass is expected${why}`);
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

const maxMessage = 300;

/** The first line that isn't blank, without control characters and credentials, at most 300 characters; undefined when there is none. */
export function firstLine(text: string | undefined): string | undefined {
  const line = /[^\r\n\u2028\u2029]+/.exec((text ?? '').trimStart())?.[0] ?? '';
  const clean = withoutCredentials(line.slice(0, 4 * maxMessage).replace(/\p{Cc}/gu, ' ')).trim();
  if (clean === '') return undefined;
  // By code points, so that none is cut in two.
  const points = Array.from(clean);
  return points.length <= maxMessage ? clean : `${points.slice(0, maxMessage - 1).join('')}…`;
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
