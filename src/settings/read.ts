import { existsSync } from 'node:fs';
import path from 'node:path';
import { bindingKinds, type BindingKind, type Finding } from '../finding.ts';
import { phaseRange, type Programme } from '../requirements/programme.ts';
import { defaultProgramme, programmes } from '../requirements/programmes.ts';
import { listed } from '../text/wording.ts';
import type { Claim } from '../requirements/requirement.ts';
import { formatMoment } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { readApplications } from './applications.ts';
import { type Loaded, loadConfiguration } from './file/configuration-file.ts';
import { checkedClaims } from './file/own-results.ts';
import { allQuestions, mappingSchema } from './file/configuration-schema.ts';
import { type GivenDate, instantOf, itemsOf } from './kinds.ts';
import { inOrder } from './mistakes.ts';
import { expanded, readOutputs, windowsPath } from './outputs.ts';
import { type Given, Reading, type ReadingSource } from './reading.ts';
import type { ClockSettings, EarlierResultsSettings, PublishSettings, ScenarioMapping, Settings } from './settings.ts';
import { type Setting, settingsFor } from './table.ts';

export interface SettingsSource extends Omit<ReadingSource, 'folder'> {
  /** What the settings are read for; otherwise they say it themselves. */
  readonly programme?: Programme | undefined;
  /** What paths in inputs or flags start from, where it is another folder than the workspace. */
  readonly folder?: string;
  /** The clock, UTC. */
  readonly now: Instant;
}

type Rows = ReturnType<typeof settingsFor>;

/**
 * Makes one value of inputs or flags and the configuration file, where an input or flag wins. Either all is in order,
 * or every mistake is in the findings. Reads the file; never throws for what a user wrote.
 */
export async function readSettings(
  source: SettingsSource,
): Promise<{ readonly settings: Settings } | { readonly findings: readonly Finding[] }> {
  const workspace = path.resolve(source.workspace);
  const reading = new Reading({ ...source, workspace, folder: path.resolve(source.folder ?? workspace) });
  const loaded = await load(reading, source.programme);
  const { programme, configuration } = loaded;
  const rows = settingsFor(programme);
  // All mistakes in inputs and flags, in the order in which these are documented.
  for (const row of Object.values(rows)) {
    if (!programme.unused.includes(row.name)) {
      reading.outright<unknown>(row);
    }
  }
  // What seems to be missing may stand in a file that can't be read.
  const isPartial = configuration === 'broken';
  if (loaded.isProgrammeAssumed) {
    reading.remark(otherProgrammes(programme));
  }
  remarkOnUnused(reading, programme);
  const results = readResults(reading, rows);
  const claims = checkedClaims(reading.configuration, reading.outright(rows.application)?.value);
  const earlier = readEarlier(reading, rows, claims);
  if (
    results.length === 0 &&
    earlier === undefined &&
    !claims.some((claim) => (claim.results ?? claim.artifacts) !== undefined) &&
    !isPartial &&
    !isTold(reading, ['results', 'results-artifact'])
  ) {
    const or = reading.isAction ? ' or results-artifact' : '';
    const next = `Give the globs of your JUnit reports${or}, for example results/**/*.xml.`;
    reading.complain(reading.placeOf('results'), 'no source of results is given.', next);
  }
  const clock = readClock(reading, rows, programme, source.now);
  const applications = isPartial ? [] : applicationsOf(reading, rows, programme);
  const { verifyForm, ...paths } = await readOutputs({
    programme,
    workspace,
    given: {
      checklist: reading.path(rows.checklist),
      formTemplate: reading.path(rows.formTemplate),
      report: reading.path(rows.report),
      summary: reading.path(rows.summary),
      junit: reading.path(rows.junit),
      badge: reading.path(rows.badge),
      verifyForm: reading.path(rows.verifyForm),
    },
    writesUnasked: reading.isAction,
    placeOf: (name) => reading.placeOf(name),
    complain: reading.complain,
  });
  const publish = readPublish(reading, rows, programme);
  const settings: Settings = {
    programme,
    configuration: reading.configuration?.file,
    workspace,
    results,
    resultsAnywhere: reading.given(rows.results)?.by !== 'file',
    earlier,
    applications,
    mapping: readMapping(reading, programme),
    clock,
    failOn: readFailOn(reading, rows),
    duplicates: reading.value(rows.duplicates) ?? 'worst',
    output: {
      ...paths,
      artifactName: reading.value(rows.artifactName) ?? artifactOf(programme, publish.name),
      artifactRetentionDays: reading.value(rows.artifactRetentionDays),
    },
    verifyForm,
    publish,
    findings: reading.remarks,
  };
  return reading.mistakes.length > 0 ? { findings: inOrder(reading.mistakes) } : { settings };
}

/**
 * The applications alone, for commands that read no reports: of flags and the configuration file, and of the programme that
 * these are for. None when nothing describes one.
 */
export async function readSupport(
  source: Pick<SettingsSource, 'values' | 'workspace' | 'folder'>,
  { programmeOnly = false }: { readonly programmeOnly?: boolean } = {},
): Promise<
  | {
      readonly programme: Programme;
      readonly applications: Settings['applications'];
      readonly remarks: readonly Finding[];
    }
  | { readonly findings: readonly Finding[] }
> {
  const workspace = path.resolve(source.workspace);
  const reading = new Reading({
    ...source,
    host: 'command',
    workspace,
    folder: path.resolve(source.folder ?? workspace),
  });
  const { programme, configuration } = await load(reading, undefined);
  if (programmeOnly) {
    // What is wrong with the rest of the file doesn't matter.
    const findings = reading.mistakes.filter(({ place }) => place?.file === undefined);
    return findings.length > 0 ? { findings } : { programme, applications: [], remarks: [] };
  }
  // Without any of these there is no choice to show, and nothing to complain of either.
  const isDescribed = ['flows', 'procedures', 'combination', 'application'].some(
    (name) => (source.values[name] ?? '') !== '',
  );
  const applications =
    configuration === 'broken' || (configuration === 'none' && !isDescribed)
      ? []
      : applicationsOf(reading, settingsFor(programme), programme);
  return reading.mistakes.length > 0
    ? { findings: inOrder(reading.mistakes) }
    : { programme, applications, remarks: reading.remarks };
}

/** Finds out which file and which programme are meant, and what is wrong with the file. */
async function load(reading: Reading, fixed: Programme | undefined): Promise<Loaded> {
  const rows = settingsFor(fixed ?? defaultProgramme);
  const id = reading.outright(rows.programme);
  const said = id === undefined ? undefined : programmes.get(id.value);
  const programme =
    fixed === undefined
      ? id !== undefined && said !== undefined
        ? { value: said, place: id.place }
        : undefined
      : { value: fixed, place: reading.placeOf('programme') };
  const loaded = await loadConfiguration(
    { config: reading.path(rows.config), programme, missing: reading.placeOf('programme') },
    reading.source.workspace,
    reading.complain,
  );
  if (typeof loaded.configuration !== 'string') {
    reading.configuration = loaded.configuration;
    // yaml costs start-up time that a run without a file need not pay.
    const { mistakesIn } = await import('./file/configuration.ts');
    reading.mistakes.push(...mistakesIn(loaded.configuration, loaded.programme));
  }
  return loaded;
}

/** Which programme is taken, and how to have another. Source for the wording of versions: PAGE, PAGE6. */
function otherProgrammes(programme: Programme): string {
  const others = [...programmes.values()].filter((one) => one !== programme);
  const hints = others.map(({ id, api }) => ` For API ${api} set programme: ${id}.`);
  return `${programme.name} is checked, for API ${programme.api}.${hints.join('')}`;
}

/** Whether something was said of one of these settings, be it wrong. */
function isTold(reading: Reading, names: readonly string[]): boolean {
  return names.some(
    (name) => reading.wrong.has(name) || (reading.configuration?.value([name]) ?? undefined) !== undefined,
  );
}

/**
 * Of what was given and means something in other programmes only: such settings, the word `recommended` in fail-on where
 * nothing is recommended, and answers to questions of other forms. So a file can be carried over.
 */
function remarkOnUnused(reading: Reading, programme: Programme): void {
  const { values } = reading.source;
  const applications = reading.configuration?.value(['applications']);
  const places = [[], ...(Array.isArray(applications) ? applications.map((_, index) => ['applications', index]) : [])];
  const inFile = (...keys: readonly PropertyKey[]) =>
    places.some((place) => (reading.configuration?.value([...place, ...keys]) ?? undefined) !== undefined);
  const failOn = `${values['fail-on'] ?? ''} ${JSON.stringify(reading.configuration?.value(['fail-on']) ?? '')}`;
  const answers = allQuestions(programme)
    .map(({ question }) => question.key)
    .filter((key) => !programme.form.questions.some((question) => question.key === key))
    .filter((key) => inFile('answers', key) || inFile('answers', ...key.split('.')));
  const unused = [
    ...programme.unused.filter((name) => (values[name] ?? '').trim() !== '' || inFile(name)),
    ...(programme.form.recommendedSlots === 0 && /\brecommended\b/iu.test(failOn) ? ["'recommended' in fail-on"] : []),
    ...answers.map((key) => `the answer to ${key}`),
  ];
  if (unused.length > 0) {
    reading.remark(`${listed(unused)} ${unused.length === 1 ? 'changes' : 'change'} nothing in ${programme.name}.`);
  }
}

/** Globs as they are searched for: those of inputs and flags start from where they were given. */
function readResults(reading: Reading, rows: Rows): readonly string[] {
  const given = reading.given(rows.results);
  const { folder, workspace, values } = reading.source;
  // A file whose name has a comma is meant as it stands.
  const whole = (values['results'] ?? '').split(/\r?\n/).map((line) => line.trim());
  const isWhole = (line: string) => line.includes(',') && existsSync(path.resolve(folder, line));
  const items =
    given === undefined || given.by === 'file' || !whole.some(isWhole)
      ? (given?.value ?? [])
      : whole.flatMap((line) => (isWhole(line) ? [line] : itemsOf(line)));
  for (const item of items) {
    const meant = windowsPath(item);
    if (meant !== undefined && given !== undefined) {
      reading.complain(given.place, `'${item}' has backslashes.`, `Write it with forward slashes: ${meant}.`);
    }
  }
  if (given === undefined || given.by === 'file') {
    return items;
  }
  return items.flatMap((item) => {
    const [, not = '', glob = ''] = /^(!(?!\())?([^]*)$/.exec(item) ?? [];
    if (folder === workspace && !/^[~$]/.test(glob)) {
      return [item];
    }
    const found = expanded(glob, folder, (name) => {
      reading.complain(given.place, `the variable ${name} is not set here.`, 'Write the path out.');
    });
    return found === undefined ? [] : [`${not}${found}`];
  });
}

/** The artifacts of all applications; those that inputs name are in the place of those of the file. */
function readEarlier(reading: Reading, rows: Rows, claims: readonly Claim[]): EarlierResultsSettings | undefined {
  const shared = reading.given(rows.resultsArtifact);
  const own = shared === undefined || shared.by === 'file' ? claims.flatMap((claim) => claim.artifacts ?? []) : [];
  const artifacts = [...new Set([...(shared?.value ?? []), ...own])];
  const workflow = reading.value(rows.resultsWorkflow);
  const branch = reading.value(rows.resultsBranch);
  if (artifacts.length === 0) {
    if (workflow !== undefined || branch !== undefined) {
      reading.remark('results-workflow and results-branch change nothing without results-artifact.');
    }
    return undefined;
  }
  if (!reading.isAction) {
    reading.remark('results-artifact is left out: only the action can fetch the results of earlier workflow runs.');
    return undefined;
  }
  return { artifacts, workflow, branch };
}

function readClock(reading: Reading, rows: Rows, programme: Programme, now: Instant): ClockSettings {
  const timeZone = reading.value(rows.timeZone) ?? 'UTC';
  const maxAgeDays = reading.value(rows.maxAgeDays) ?? programme.maxAgeDays;
  const warnDays = reading.value(rows.warnDays) ?? 3;
  if (warnDays >= maxAgeDays) {
    reading.remark(
      `warn-days ${warnDays} is not less than max-age-days ${maxAgeDays}: it warns from the first day on.`,
    );
  }
  const reference = readReference(reading, reading.given(rows.asOf), timeZone, now);
  const notBefore = reading.value(rows.notBefore);
  const clock = {
    ...reference,
    maxAgeDays,
    warnDays,
    notBefore: notBefore === undefined ? undefined : instantOf(notBefore, 'start', timeZone),
    timeZone,
  };
  return { ...clock, phase: readPhase(reading, rows, programme, clock) };
}

/** A file or an input plans ahead: forgotten, it would call old evidence fresh for ever. Only the flag looks back. */
function readReference(
  reading: Reading,
  given: Given<GivenDate> | undefined,
  timeZone: string,
  now: Instant,
): Pick<ClockSettings, 'evaluatedAt' | 'reference'> {
  const asOf = given === undefined ? undefined : instantOf(given.value, 'end', timeZone);
  if (given === undefined || asOf === undefined) {
    return { evaluatedAt: now, reference: 'now' };
  }
  if (asOf >= now) {
    return { evaluatedAt: asOf, reference: 'ahead' };
  }
  const when = formatMoment(asOf, timeZone);
  if (given.by === 'flag') {
    reading.remark(`as-of is in the past (${when}): evidence that has expired since then still counts as fresh.`);
    return { evaluatedAt: asOf, reference: 'back' };
  }
  reading.remarks.push({
    kind: 'stale',
    severity: 'error',
    message: `The planned day of submission is over: as-of is ${when}.`,
    next: 'Set as-of to the new day of submission, or leave it out.',
    place: given.place,
  });
  return { evaluatedAt: asOf, reference: 'over' };
}

function readPhase(
  reading: Reading,
  rows: Rows,
  { phases }: Programme,
  { evaluatedAt, reference }: Pick<ClockSettings, 'evaluatedAt' | 'reference'>,
): number | undefined {
  const latest = phaseRange(phases)?.max;
  if (latest === undefined) {
    return undefined;
  }
  const given = reading.given(rows.phase);
  const chosen = phases.find(({ no }) => no === (given?.value ?? latest));
  const isOver = chosen?.to !== undefined && chosen.to <= evaluatedAt && reference !== 'back';
  if (given !== undefined && given.by !== 'flag' && isOver) {
    reading.remarks.push({
      kind: 'stale',
      severity: 'error',
      message: chosen.remark ?? `Phase ${chosen.no} is over.`,
      next: `Leave phase out: nothing can be ready for a phase that is closed.`,
      place: given.place,
    });
  } else if (chosen?.remark !== undefined) {
    reading.remark(chosen.remark);
  }
  return given?.value ?? latest;
}

const byDefault: readonly BindingKind[] = ['missing', 'failed', 'stale', 'unreadable'];

/** The word `none` alone makes the step succeed whatever is found; nothing at all means the default, never 'nothing'. */
function readFailOn(reading: Reading, rows: Rows): ReadonlySet<BindingKind> {
  const given = reading.given(rows.failOn);
  if (given === undefined) {
    return new Set(byDefault);
  }
  const kinds = bindingKinds.filter((kind) => given.value.includes(kind));
  if (kinds.length < given.value.length && kinds.length > 0) {
    reading.complain(given.place, "has 'none' beside other words.", "Leave out either 'none' or the others.");
  }
  const lenient = byDefault.filter((kind) => !kinds.includes(kind));
  if (lenient.length > 0) {
    reading.remark(
      `fail-on leaves out ${lenient.join(', ')}: such findings make the verdict not-ready, but don't fail the run.`,
    );
  }
  return new Set(kinds);
}

function applicationsOf(reading: Reading, rows: Rows, programme: Programme): Settings['applications'] {
  const meant = <Value>(row: Setting<Value>) =>
    programme.unused.includes(row.name) ? undefined : reading.outright(row);
  return readApplications({
    programme,
    outright: {
      application: reading.outright(rows.application),
      results: reading.outright(rows.results) ?? reading.outright(rows.resultsArtifact),
      flows: meant(rows.flows),
      procedures: meant(rows.procedures),
      combination: meant(rows.combination),
      alsoRequired: reading.outright(rows.alsoRequired),
    },
    wrong: reading.wrong,
    placeOf: (name) => reading.placeOf(name),
    configuration: reading.configuration,
    complain: reading.complain,
    remark: (sentence) => reading.remark(sentence),
  });
}

function readMapping(reading: Reading, programme: Programme): readonly ScenarioMapping[] {
  const mapping = reading.configuration?.value(['scenarios']);
  return mapping === undefined ? [] : (mappingSchema(programme).safeParse(mapping).data ?? []);
}

/** Two uses of the action in one workflow run need two artifacts. */
function artifactOf({ names }: Programme, name: string | undefined): string {
  const suffix = (name ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return suffix === '' ? names.artifact : `${names.artifact}-${suffix}`;
}

function readPublish(reading: Reading, rows: Rows, { names }: Programme): PublishSettings {
  const flag = (setting: Rows['checkRun']) => (reading.value(setting) ?? false) && reading.isAction;
  const comment = reading.value(rows.comment) ?? 'off';
  const artifact = reading.value(rows.artifact) ?? 'auto';
  const file = reading.configuration?.file;
  return {
    // Two uses of the action in one repository differ in their configuration, so its path tells them apart.
    name: reading.value(rows.name) ?? (file === names.configuration ? undefined : file),
    artifact: reading.isAction ? artifact : 'never',
    checkRun: flag(rows.checkRun),
    commitStatus: flag(rows.commitStatus),
    comment: reading.isAction ? comment : 'off',
    issue: flag(rows.issue),
    token: reading.value(rows.githubToken),
  };
}
