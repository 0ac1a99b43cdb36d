/*
 * One thing that somebody should know of a run: what readers, matching, checks, the form filler and publishers have to
 * say. They hand findings on instead of throwing, so that one bad file never hides another; the verdict is a fold over
 * them, and every surface shows the same sentence.
 */

export interface Finding {
  readonly kind: FindingKind;
  /** What exactly, for machines, where a kind has several: `mrn-missing`. */
  readonly code?: string | undefined;
  /**
   * `error` keeps the verdict from being ready; so does a `warning` of a kind that counts only where `fail-on` names it
   * (`optionalKinds`); `notice` informs.
   */
  readonly severity: 'error' | 'warning' | 'notice';
  /** One sentence that says what is wrong; where, is said by `place`. Plain text, not escaped for any renderer. */
  readonly message: string;
  /** One sentence that says what to do about it. */
  readonly next?: string | undefined;
  readonly place?: Place | undefined;
  /** Number of the scenario that it is about. */
  readonly scenario?: string | undefined;
  /** The id of the mandatory test that it is about: unique within an application. */
  readonly requirement?: string | undefined;
  /** Name of the application that it is about; undefined: it concerns all. */
  readonly application?: string | undefined;
}

/** Where something stands: in a file, or in a setting that was given elsewhere. */
export interface Place {
  /** Relative to the workspace, with forward slashes. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based, in code points. */
  readonly column?: number | undefined;
  /** `input max-age-days`, `flag --max-age-days`, or the key in `file`: `applications[0].flows`. */
  readonly setting?: string | undefined;
}

/** The kinds that `fail-on` can name. */
export const bindingKinds = [
  'missing', // a mandatory test has no result, or has not run
  'failed',
  'stale', // too old, or without a usable date
  'unreadable', // a matched report can't be read: not XML, broken encoding, truncated, too large, gone
  'evidence', // MRN, LRN or message times missing, contradictory, malformed, or not to be assigned to one scenario
  'form', // a question of HMRC's form is open, or something about the user's copy of it
  'recommended', // a recommended test without a passing, fresh result
  'submittable', // anything for which the form can't be sent yet, although the mandatory tests are proven
] as const;
export type BindingKind = (typeof bindingKinds)[number];

export type FindingKind =
  | BindingKind
  /** There was no report at all. Always fails. */
  | 'no-report'
  /** Well-formed XML, but not a JUnit report. */
  | 'not-junit'
  /** A suite's declared counts contradict the cases it lists. */
  | 'counts'
  /** A result names several scenarios, none of them leading. */
  | 'ambiguous'
  /** A text that looks like a scenario number but is none that can be counted (`DSGB99`, `testDsgb1Fails`). */
  | 'look-alike'
  /** Same test, different outcome, and nothing tells which is the later. */
  | 'conflict'
  /** A result's time is missing, unreadable, in the future or before the programme began. */
  | 'time'
  /** Evidence that counts, but not for long. */
  | 'expiring'
  /** A result that passed only after failed tries. */
  | 'flaky'
  /** Earlier results that could not be fetched or were refused. */
  | 'earlier-results'
  /** Something about a document that was made, or could not be made. */
  | 'document'
  /** Something that could not be written or published. */
  | 'publishing'
  /** What was run beside what is asked for, or for another programme or application: told, never judged. */
  | 'elsewhere'
  /** Settings that are wrong, or legal but probably not meant. */
  | 'settings';

/** Kinds whose findings are remarks unless `fail-on` names them. */
const optionalKinds: ReadonlySet<FindingKind> = new Set(['evidence', 'form', 'recommended']);

/** What `fail-on` names, as a run has it. */
export type FailOn = ReadonlySet<FindingKind>;

/** What comes up after the verdict and says nothing of the tests: it can fail a run, but not change what was judged. */
export function isAfterwards({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'document' || kind === 'publishing';
}

/** Whether a finding keeps the verdict from being ready: `fail-on` can make a verdict stricter, never milder. */
export function blocks({ kind, severity }: Finding, failOn: FailOn): boolean {
  if (isAfterwards({ kind })) {
    return false;
  }
  return severity === 'error' || (severity === 'warning' && optionalKinds.has(kind) && failOn.has(kind));
}

/**
 * Whether it fails the step as well. That there was no report always does; errors of kinds that `fail-on` has no word
 * for mean that a result may be missing from what was judged, and go by `unreadable`.
 */
export function isFatal(finding: Finding, failOn: FailOn): boolean {
  return blocks(finding, failOn) && (finding.kind === 'no-report' || failOn.has(bindingKindOf(finding.kind)));
}

/** The kind under which `fail-on` has it. */
export function bindingKindOf(kind: FindingKind): BindingKind {
  return bindingKinds.find((binding) => binding === kind) ?? 'unreadable';
}

/** The place as people write it: `results/a.xml:12:5`, `.github/ncts5.yml:3:1 flows`, `input flows`; undefined where there is none. */
export function placeInWords(place: Place | undefined): string | undefined {
  if (place === undefined) return undefined;
  const { file, line, column, setting } = place;
  const at = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  const parts = [at, setting ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Errors, then warnings, then notices; otherwise in their order. */
export function bySeverity<T extends Pick<Finding, 'severity'>>(findings: readonly T[]): readonly T[] {
  const rank = { error: 0, warning: 1, notice: 2 };
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Of one kind and severity about one thing so many are kept; a hostile report may have hundreds of thousands. */
const maxAlike = 50;

/** The first few and how many more there are: for a place that has no room for all. */
export function firstOf<T>(items: readonly T[], max: number): { readonly shown: readonly T[]; readonly more: number } {
  const shown = items.slice(0, max);
  return { shown, more: items.length - shown.length };
}

/**
 * Findings in the order in which they were made, long lists of the same kind cut short: the one place that shows some and
 * counts the rest.
 */
export class Findings {
  readonly #max: number;
  readonly #list: Finding[] = [];
  readonly #leftOut = new Map<string, { finding: Finding; count: number }>();
  readonly #made = new Map<string, number>();

  constructor(max = maxAlike) {
    this.#max = max;
  }

  add(finding: Finding): void {
    const sort = `${finding.kind} ${finding.severity} ${finding.scenario ?? ''}`;
    const made = (this.#made.get(sort) ?? 0) + 1;
    this.#made.set(sort, made);
    const more = this.#leftOut.get(sort);
    if (made <= this.#max) this.#list.push(finding);
    else if (more === undefined) this.#leftOut.set(sort, { finding, count: 1 });
    else more.count++;
  }

  list(): readonly Finding[] {
    const rest = [...this.#leftOut.values()].map(({ finding, count }): Finding => ({
      ...finding,
      message: `${count} more like this, the first of them here: ${finding.message}`,
    }));
    return [...this.#list, ...rest];
  }
}
