import type { Attempt } from './attempt.ts';

/**
 * Makes names comparable between runs: tools like newman put the MRN, the LRN or a time of this very run into the test's
 * name, and the same test would otherwise look like a new one each night, so that an old failure (or pass) never went away.
 */

const mrnLike = /\b\d{2}[A-Z]{2}[A-Z0-9]{14}\b/gi;
const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
const dateAndTime =
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\s?\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?(?![\d-])/gi;
const timeOfDay = /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g;
const longNumber = /\d{10,}/g;
/** Every part is bounded: `LRN` a hundred thousand times, or blanks by the megabyte behind it, must not be tried in all ways. */
const afterLrnKey = /\b(LRN)(\s{0,20}[=:]?\s{0,20})(?!is\b|was\b|must\b|has\b|of\b)(?=[^\s,;]{0,40}\d)[^\s,;]{1,40}/gi;
/** What a name says where a failed run had nothing to put into it: `MRN ${mrn}` becomes 'MRN undefined'. */
const emptyAfterKey = /\b(MRN|LRN|(?:IE|CC)\d{3}C?)(\s{0,20}[=:]?\s{0,20})(?:undefined|null|none|nil)\b/gi;

const marks: Readonly<Record<string, string>> = { mrn: '‹mrn›', lrn: '‹lrn›' };

/** One name with MRN, LRN, time-like and other tokens of a single run replaced by fixed marks. */
export function neutralise(name: string, lrns: readonly string[]): string {
  let text = name;
  for (const lrn of lrns) if (lrn.length >= 4) text = text.replaceAll(lrn, '‹lrn›');
  return text
    .replace(
      emptyAfterKey,
      (_found, key: string, between: string) => `${key}${between}${marks[key.toLowerCase()] ?? '‹time›'}`,
    )
    .replace(mrnLike, '‹mrn›')
    .replace(uuid, '‹id›')
    .replace(afterLrnKey, '$1$2‹lrn›')
    .replace(dateAndTime, '‹time›')
    .replace(timeOfDay, '‹time›')
    .replace(longNumber, '‹number›')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Suite path, class name and name as one key. JSON, so that no separator inside a name can make two tests one. */
export function identityOf(
  parts: { suites: readonly string[]; className: string; name: string },
  lrns: readonly string[],
): string {
  return JSON.stringify([
    parts.suites.map((suite) => neutralise(suite, lrns)),
    neutralise(parts.className, lrns),
    neutralise(parts.name, lrns),
  ]);
}

/** The same without neutralising: two results of one report that differ here are two tests. */
export function rawIdentityOf(parts: { suites: readonly string[]; className: string; name: string }): string {
  return JSON.stringify([parts.suites, parts.className, parts.name]);
}

/** What Bruno calls a request that never came to its tests, or whose script broke off; its suites are single requests. */
const brokenRequest = new Set(['Test suite has no errors', 'Test Script Error', 'Post-Response Script Error']);

/**
 * Whether a good run of the same suite has no result of that name: a failure that was no test. It can't be healed by a
 * later result of the same test, only by a later report of the same suite.
 */
export function isOfSuite({ declared, outcome, name }: Pick<Attempt, 'declared' | 'outcome' | 'name'>): boolean {
  return declared !== undefined || (outcome === 'failed' && brokenRequest.has(name));
}
