import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { AssessmentInput } from './assessment/assess.ts';
import { inShort, maxOthers, type Attempt, type OtherResult } from './matching/attempt.ts';
import { unfitting } from './matching/mapping.ts';
import { matchReport, maxResults } from './matching/match.ts';
import { findReports, type FoundReports } from './junit/find.ts';
import { readReportFile } from './junit/read.ts';
import type { EarlierReport, Provenance, ReportFile } from './junit/report.ts';
import { bySeverity, type Finding, type FindingKind } from './finding.ts';
import type { Answers, FormVersion } from './requirements/form.ts';
import type { Claim } from './requirements/requirement.ts';
import type { Settings } from './settings/settings.ts';
import { StatementBudget } from './statements/budget.ts';
import type { Instant } from './time/instant.ts';

/** What is known of the user's copy of the form before it is filled in. */
export interface GivenForm {
  /** What is answered in it already. */
  readonly answers: Answers;
  readonly version: FormVersion | undefined;
  /** What keeps it from being sent, however well the tests go. */
  readonly findings: readonly Finding[];
}

export interface CheckOptions {
  /** The clock, UTC. */
  readonly now: Instant;
  readonly earlier?: { readonly files: readonly EarlierReport[]; readonly findings: readonly Finding[] } | undefined;
  /** The user's copy of the form. */
  readonly form?: GivenForm | undefined;
  /** Told every few seconds of long work, one line. */
  readonly progress?: (line: string) => void;
}

/** Where the reports are. */
interface Sources {
  readonly earlier: readonly EarlierReport[];
  /** Relative to the workspace, or absolute. */
  readonly found: readonly string[];
}

/**
 * What there is to assess: finds the reports, reads and matches them while they stream by. What is wrong with them is among
 * the findings; nothing here throws for bad input.
 */
export async function readReports(settings: Settings, options: CheckOptions): Promise<AssessmentInput> {
  // What streams by is garbage at once: a young generation that grows with it costs tens of megabytes and buys no time. So
  // does V8's middle compiler, which keeps what it worked in: 5 to 20 MB for a twentieth of the time. A small young generation
  // is cleared sooner by one thread than by several that wait for one another.
  setFlagsFromString('--semi-space-growth-factor=1 --heap-growing-percent=20 --no-maglev --no-parallel-scavenge');
  const earlier = options.earlier ?? { files: [], findings: [] };
  const { applications, ...found } = await findAll(settings, earlier.files.length > 0);
  // Reading waits for nothing, so what the search listed would be held for as long: Node lets go of it when its loop turns.
  await setImmediate();
  const read = await readAll(
    { earlier: earlier.files, found: found.files },
    settings,
    propertiesOf(applications),
    options,
  );
  return {
    attempts: read.attempts,
    others: read.others,
    files: read.files,
    findings: [
      ...(read.files.length === 0
        ? nothingFound(settings, [...found.findings, ...earlier.findings])
        : [...found.findings, ...earlier.findings, ...read.findings]),
      ...settings.findings,
      ...(options.form?.findings ?? []),
    ],
    formVersion: options.form?.version,
    // An answer of the configuration goes before one that is typed in the form.
    settings: {
      ...settings,
      applications: applications.map((application) => ({
        ...application,
        answers: { ...options.form?.answers, ...application.answers },
      })),
    },
  };
}

/**
 * The reports of this run: those that the settings name, and those of each application; and which of them the applications
 * beside each claim.
 */
async function findAll(
  { results, resultsAnywhere, workspace, applications }: Settings,
  others: boolean,
): Promise<{
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  readonly applications: Settings['applications'];
}> {
  const shared = await findReports(results, workspace, { others, anywhere: resultsAnywhere });
  const files = new Set(shared.files);
  const findings = [...shared.findings];
  const searched = new Map<string, Promise<FoundReports>>();
  const search = (claim: Claim): Promise<FoundReports> => {
    const key = JSON.stringify(claim.results);
    const known = searched.get(key) ?? findReports(claim.results ?? [], workspace, { others, needed: true });
    searched.set(key, known);
    return known;
  };
  const withFiles = async (claim: Claim): Promise<Claim> =>
    claim.results === undefined ? claim : { ...claim, files: new Set((await search(claim)).files) };
  const claimed: Settings['applications'][number][] = [];
  for (const application of applications) {
    const { ownership, name } = application;
    if (ownership === undefined) {
      claimed.push(application);
      continue;
    }
    const own = ownership.own && (await withFiles(ownership.own));
    if (own?.results !== undefined) {
      for (const file of own.files ?? []) files.add(file);
      findings.push(...(await search(own)).findings.map((finding) => ({ ...finding, application: name })));
    }
    claimed.push({ ...application, ownership: { own, others: await Promise.all(ownership.others.map(withFiles)) } });
  }
  return { files: [...files], findings, applications: claimed };
}

/** Names of the properties that tell applications apart; undefined where there are none. */
function propertiesOf(applications: Settings['applications']): ReadonlySet<string> | undefined {
  const claims = applications.flatMap(({ ownership }) => [ownership?.own, ...(ownership?.others ?? [])]);
  const names = claims.flatMap((claim) => claim?.property?.name ?? []);
  return names.length === 0 ? undefined : new Set(names);
}

/** What was read of all reports. */
interface Read {
  readonly attempts: Attempt[];
  readonly others: OtherResult[];
  readonly files: ReportFile[];
  readonly findings: Finding[];
}

async function readAll(
  sources: Sources,
  settings: Settings,
  properties: ReadonlySet<string> | undefined,
  options: CheckOptions,
): Promise<Read> {
  const read: Read = { attempts: [], others: [], files: [], findings: [] };
  const tell = progressTeller(sources.earlier.length + sources.found.length, options.progress);
  const budget = new StatementBudget();
  const fitting = new Set<Settings['mapping'][number]>();
  let order = 0;
  let bytes = 0;
  for (const { path, displayPath, provenance } of inOrder(sources)) {
    const { left } = budget;
    const matcher = matchReport({
      file: displayPath,
      provenance,
      programme: settings.programme,
      mapping: settings.mapping,
      fitting,
      properties,
      timeZone: settings.clock.timeZone,
      nextOrder: () => ++order,
      room: maxResults - read.attempts.length,
      budget,
    });
    const file = await readReportFile(path, settings.workspace, matcher.on, displayPath);
    const { attempts, others, findings } = matcher.finish();
    // Neither do suites then keep anything.
    if (attempts.length === 0) budget.releaseAll(left);
    append(read.attempts, attempts);
    const room = maxOthers[attempts.length === 0 ? 'unrelated' : 'all'] - read.others.length;
    append(read.others, others.length <= room ? others : inShort(others));
    read.files.push(provenance === undefined ? file : { ...file, provenance });
    append(read.findings, [...(file.remarks ?? []), ...findings]);
    bytes += file.bytes;
    tell(read.files.length, bytes);
  }
  if (settings.mapping.length > 0) {
    append(read.findings, unfitting(settings.mapping, fitting, [...read.attempts, ...read.others]));
  }
  return read;
}

/** Earlier ones first: where nothing else tells which of two results is the later, this run's is. */
function* inOrder({ earlier, found }: Sources): Generator<{
  readonly path: string;
  readonly displayPath: string;
  readonly provenance: Provenance | undefined;
}> {
  for (const { absolutePath, displayPath, provenance } of earlier) {
    yield { path: absolutePath, displayPath, provenance };
  }
  for (const file of found) yield { path: file, displayPath: file, provenance: undefined };
}

/** One by one: as arguments of a call, a million of them would exhaust the stack. */
function append<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}

function progressTeller(total: number, progress: CheckOptions['progress']): (done: number, bytes: number) => void {
  const pause = 2000;
  let last = performance.now();
  return (done, bytes) => {
    if (progress === undefined || performance.now() - last < pause) return;
    last = performance.now();
    progress(`Read ${done} of ${total} reports, ${Math.round(bytes / 1_000_000)} MB`);
  };
}

/** What to do where there was no report at all, by what kept one from being found. */
const nextSteps: Partial<Record<FindingKind, string>> = {
  settings: 'Run the tests before this check, and have them write JUnit reports there.',
  'earlier-results': 'Run the workflow that runs the tests and keeps their reports as artifacts, then check again.',
};

/**
 * That there was no report at all, and why: the first thing that kept one from being found is the cause, told with it and
 * not a second time.
 */
function nothingFound({ results, earlier }: Settings, findings: readonly Finding[]): readonly Finding[] {
  const [cause, ...others] = bySeverity(findings);
  const places = [
    ...(results.length === 0 ? [] : [results.map((glob) => `'${glob}'`).join(', ')]),
    ...(earlier === undefined
      ? []
      : [`artifacts ${earlier.artifacts.map((name) => `'${name}'`).join(', ')} of earlier runs`]),
  ];
  const why = cause === undefined ? `Looked for ${places.join(' and for ')}.` : cause.message;
  const next = cause?.next ?? (cause === undefined ? undefined : nextSteps[cause.kind]);
  const message = `No report was found. ${why}`;
  return [{ kind: 'no-report', severity: 'error', message, next, place: cause?.place }, ...others];
}
