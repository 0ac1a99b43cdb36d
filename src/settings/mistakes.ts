import type * as z from 'zod/mini';
import { type Finding, type Place, placeInWords } from '../finding.ts';
import { clip, suggestion } from './nearest.ts';

/* What is wrong with settings, in words: the one place where zod's issues become our sentences. */

/** Takes a mistake down; reading goes on, so that all of them can be shown at once. */
export type AddMistake = (place: Place, message: string, next?: string) => void;

/** Takes mistakes down in that list. */
export function mistakesInto(findings: Finding[]): AddMistake {
  return (place, message, next) => void findings.push({ kind: 'settings', severity: 'error', message, next, place });
}

/** Of mistakes of the same kind, enough are told after that many. */
export const maxAlike = 20;

/** A mistake in a value, and where in it. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  /** To follow its place: `must be a path, but is empty.` */
  readonly message: string;
  readonly next?: string | undefined;
}

interface ValueOptions {
  /** The keys that a map at a path may have; none where any may stand. */
  readonly knownKeys?: (path: readonly PropertyKey[]) => readonly string[];
  /** Written in YAML, where quotes tell texts from numbers. */
  readonly isWritten?: boolean;
}

/** The mistakes that a schema found in a value. */
export function mistakesOf(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  { knownKeys = () => [], isWritten = true }: ValueOptions = {},
): readonly Mistake[] {
  return issues
    .flatMap(meant)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeys(issue.keys, issue.path, knownKeys(issue.path))
        : [mistakeOf(issue, valueAt(value, issue.path), isWritten)],
    );
}

function unknownKeys(
  keys: readonly string[],
  path: readonly PropertyKey[],
  known: readonly string[],
): readonly Mistake[] {
  const last = keys[maxAlike];
  const more = keys.length - maxAlike - 1;
  const rest = more < 1 ? '' : more === 1 ? ', nor is the key after it' : `, nor are the ${more} keys after it`;
  return [
    ...keys.slice(0, maxAlike).map((key) => ({
      path: [...path, key],
      message: 'is not known.',
      next: suggestion(key, known),
    })),
    ...(last === undefined ? [] : [{ path: [...path, last], message: `is not known${rest}.` }]),
  ];
}

function mistakeOf({ code, path, message, ...issue }: z.core.$ZodIssue, value: unknown, isWritten: boolean): Mistake {
  const params: unknown = 'params' in issue ? issue.params : undefined;
  const next = typeof params === 'object' && params !== null && 'next' in params ? params.next : undefined;
  return code === 'custom'
    ? { path, message, next: typeof next === 'string' ? next : undefined }
    : {
        path,
        message: `must be ${message}, ${butIs(value)}.`,
        next: isWritten ? asTyped(path, message, value) : undefined,
      };
}

/** How the value would have to be written: quotes make a text of a number, and their lack a number of a text. */
function asTyped(path: readonly PropertyKey[], expected: string, value: unknown): string | undefined {
  const key = path.findLast((part) => typeof part === 'string');
  if (
    /^(?:a whole number|\d+ or \d+$)/.test(expected) &&
    typeof value === 'string' &&
    /^[0-9]{1,9}$/.test(value.trim())
  ) {
    return `Write it without quotes: ${String(key)}: ${value.trim()}.`;
  }
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return isScalar && /^a (?:text|path|date)/.test(expected) ? `Put it in quotes: '${String(value)}'.` : undefined;
}

/** The issues that say what is wrong: of alternatives those of the one that was meant, of a key those with the key. */
function meant(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code === 'invalid_key') {
    return issue.issues.flatMap(meant).map((inner) => ({ ...inner, path: issue.path }));
  }
  if (issue.code !== 'invalid_union') {
    return [issue];
  }
  const alternatives = issue.errors.map((errors) => errors.flatMap(meant));
  const furthest = alternatives.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
  return depth(furthest) === 0
    ? [issue]
    : furthest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** How far into a value issues are, and whether they found fault with more than its type. */
function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => path.length * 2 + (code === 'custom' ? 1 : 0)));
}

function butIs(value: unknown): string {
  if (value === undefined) {
    return 'but is missing';
  }
  if (value === null) {
    return 'but is empty';
  }
  if (Array.isArray(value)) {
    return 'not a list';
  }
  if (typeof value === 'string') {
    return `not '${clip(value)}'`;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? `not ${value}` : 'not a map';
}

/** What stands at a path of a plain value. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined,
    value,
  );
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `applications[0].flows`, as people write it. */
export function labelOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((label, key) => {
    if (typeof key === 'number') {
      return `${label}[${key}]`;
    }
    return label === '' ? String(key) : `${label}.${String(key)}`;
  }, '');
}

/** Mistakes of the command line and of inputs in their order, then those of the file in its order, each once. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const each = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...each.values()].toSorted((a, b) => {
    const [first, second] = [position(a), position(b)];
    const at = first.findIndex((part, index) => part !== second[index]);
    return at < 0 || first[at] === second[at] ? 0 : (first[at] ?? 0) < (second[at] ?? 0) ? -1 : 1;
  });
}

function position({ place }: Finding): readonly number[] {
  return [place?.file === undefined ? 0 : 1, place?.line ?? Infinity, place?.column ?? 0];
}

/** For people: a heading, then a line for each mistake. Plain text, in which no control character of a wrong value survives. */
export function mistakesInWords(findings: readonly Finding[]): string {
  const lines = findings.map(({ place, message, next }) => {
    const where = placeInWords(place);
    const line = `${where === undefined ? '' : `${where}: `}${message}${next === undefined ? '' : ` ${next}`}`;
    return `  ${line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}`;
  });
  const heading =
    findings.length === 1 ? 'The settings have a mistake:' : `The settings have ${findings.length} mistakes:`;
  return [heading, ...lines].join('\n');
}
