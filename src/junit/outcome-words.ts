import { remembered } from '../text/remembered.ts';
import type { Outcome } from './report.ts';

/*
 * The words in which test tools say that a test failed, did not run or passed, and the names that are made of them. A name is
 * read in any spelling: `timedOut`, `isFailed`, `expected-failure`, `failureCount`, `tests_failed`.
 */

type Says = Exclude<Outcome, 'passed'>;

export const failedWords = new Set(
  (
    'fail failed failing failure failures error errors errored erroneous broken timeout timedout aborted abort crashed crash ' +
    'interrupted unexpected ko nok notok notpassed unsuccessful rejected killed exception panic panicked fatal problem ' +
    'hung unstable invalid xpass xpassed unexpectedpass unexpectedsuccess'
  ).split(' '),
);
export const notRunWords = new Set(
  (
    'disabled skip skipped skipping notrun notexecuted norun unrun ignored ignore pending todo inconclusive cancelled canceled ' +
    'suppressed untested undefined blocked deferred excluded omitted incomplete xfail xfailed expectedfail expectedfailure fixme ' +
    'knownissue knownfailure knownbug quarantined muted'
  ).split(' '),
);
/** These say that it passed, or only that it ran (`run` and `completed` are googletest's): elements decide. */
export const harmlessWords = new Set(
  'pass passed passing ok success successful succeeded green expected run ran executed completed complete'.split(' '),
);
/** Names whose no says so. */
const passFlags = new Set(['success', 'pass', 'passed', 'successful', 'succeeded', 'ok', 'green', 'valid']);
const ranFlags = new Set(['executed', 'run', 'ran', 'completed', 'complete', 'finished']);

const asked = /^(?:is|has|had|was|did|are)/;
const counted = /^(?:num(?:ber)?(?:of)?|n[or]of|nr|cnt|count(?:of)?|total|test(?:case)?s?|cases?|steps?|assertions?)+/;
const countedBehind =
  /(?:counts?|cnt|num(?:ber)?s?|nos?|nr|tally|sum|amount|total|test(?:case)?s?|cases?|steps?|assertions?)+$/;
const reasonBehind = /(?:message|reason|because|text|details?|type|cause|trace)$/;

/** What a name says. */
export interface SaidByName {
  readonly says: Says;
  /** It gives the reason (`failureMessage`): where it is empty, there is none. */
  readonly isReason: boolean;
  /** How long a test may take, as often as that it took too long. */
  readonly isLimit: boolean;
  /** It counts what is no test, such as assertions. */
  readonly isPart: boolean;
}

/** A name as it is read: in lower case, letters and digits alone. */
export interface NameRead {
  readonly bare: string;
  /** What it says if it tells of an outcome. */
  readonly said: SaidByName | undefined;
  /** What a no under it says: `passed="false"`, `wasExecuted="no"`; undefined for other names. */
  readonly flag: Says | undefined;
}

/** Attributes and elements have the same names in every report. */
const maxNames = 1000;

/** Reads the name of an attribute or element, in whatever spelling. */
export const readName = remembered(maxNames, (name: string): NameRead => {
  const bare = bareOf(name);
  return { bare, said: saidBy(bare), flag: flagBy(bare.replace(asked, '')) };
});

function saidBy(bare: string): SaidByName | undefined {
  const isPart = /step|assertion/.test(bare);
  const whole = saysWord(bare) ?? saysWord(bare.replace(asked, ''));
  if (whole !== undefined) return { says: whole, isReason: false, isLimit: bare.endsWith('timeout'), isPart };
  const isReason = reasonBehind.test(bare);
  const core = bare
    .replace(asked, '')
    .replace(counted, '')
    .replace(isReason ? reasonBehind : countedBehind, '');
  const says = saysWord(core);
  return says === undefined ? undefined : { says, isReason, isLimit: core === 'timeout', isPart };
}

/** What an element says that is named like an outcome; one that counts or explains is none itself. */
export function saidByElement(name: string): Says | undefined {
  const bare = bareOf(name);
  return saysWord(bare) ?? saysWord(bare.replace(asked, '')) ?? saysWord(bare.replace(/^(?:test|assertion|step)/, ''));
}

function flagBy(bare: string): Says | undefined {
  if (passFlags.has(bare)) return 'failed';
  return ranFlags.has(bare) ? 'not-run' : undefined;
}

function saysWord(bare: string): Says | undefined {
  for (const word of [bare, bare.replace(/e?s$/, ''), bare.replace(/s$/, '')]) {
    if (failedWords.has(word)) return 'failed';
    if (notRunWords.has(word)) return 'not-run';
  }
  return undefined;
}

function bareOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
