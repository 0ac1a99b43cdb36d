import { bindingKinds, type BindingKind, type Finding } from '../finding.ts';
import { type Programme, unusedIn } from '../requirements/programme.ts';
import { defaultProgramme, programmes } from '../requirements/programmes.ts';
import { listed } from '../text/wording.ts';
import type { Instant } from '../time/instant.ts';
import { readApplications } from './applications.ts';
import { readClock } from './clock.ts';
import { misspelledIn, mistakesIn } from './file/configuration-schema.ts';
import { type Loaded, loadConfiguration } from './file/configuration-file.ts';
import { allQuestions } from './file/answers.ts';
import { mappingSchema } from './file/mapping.ts';
import { inOrder } from './mistakes.ts';
import { readOutputs } from './outputs.ts';
import { Reading, type ReadingSource } from './reading.ts';
import type { PublishSettings, ScenarioMapping, Settings } from './settings.ts';
import { readSources } from './sources.ts';
import { type Rows, type Setting, settingsFor } from './table.ts';

export interface SettingsSource extends ReadingSource {
  /** What the settings are read for; otherwise they say it themselves. */
  readonly programme?: Programme | undefined;
  /** The clock, UTC. */
  readonly now: Instant;
}

/**
 * Makes one value of inputs or flags and the configuration file, where an input or flag wins. Either all is in order,
 * or every mistake is in the findings. Reads the file; never throws for what a user wrote.
 */
export async function readSettings(
  source: SettingsSource,
): Promise<{ readonly settings: Settings } | { readonly findings: readonly Finding[] }> {
  const reading = new Reading(source);
  const { programme, isProgrammeAssumed, configuration } = await load(reading, source.programme);
  const rows = settingsFor(programme);
  checkGiven(reading, rows, programme);
  if (isProgrammeAssumed) {
    reading.remark(otherProgrammes(programme));
  }
  remarkOnUnused(reading, programme);
  // What seems to be missing may stand in a file that can't be read.
  const isPartial = configuration === 'broken';
  const sources = readSources(reading, rows, { isPartial });
  const clock = readClock(reading, rows, programme, source.now);
  const applications = isPartial ? [] : applicationsOf(reading, rows, programme);
  const outputs = await readOutputs(reading, rows, programme);
  const publish = readPublish(reading, rows, programme);
  const settings: Settings = {
    programme,
    configuration: reading.configuration?.file,
    workspace: reading.source.workspace,
    ...sources,
    applications,
    mapping: readMapping(reading, programme),
    clock,
    failOn: readFailOn(reading, rows),
    duplicates: reading.value(rows.duplicates) ?? 'worst',
    ...outputs,
    publish,
    findings: [...reading.causes, ...reading.remarks],
  };
  return reading.mistakes.length > 0 ? refused(reading) : { settings };
}

/** Of every input or flag that can't be read, in the order in which these are documented. */
function checkGiven(reading: Reading, rows: Rows, programme: Programme): void {
  for (const row of Object.values(rows)) {
    if (!unusedIn(programme).includes(row.name)) {
      reading.givenDirectly<unknown>(row);
    }
  }
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
  const reading = new Reading({ ...source, host: 'command' });
  const { programme, configuration } = await load(reading, undefined);
  if (programmeOnly) {
    // What is wrong with the rest of the file doesn't matter.
    const findings = reading.mistakes.filter(({ place }) => place?.file === undefined);
    return findings.length > 0 ? { findings } : { programme, applications: [], remarks: [] };
  }
  // Without any of these there is no choice to show, and nothing wrong either.
  const isDescribed = ['flows', 'procedures', 'combination', 'application'].some(
    (name) => (source.values[name] ?? '') !== '',
  );
  const applications =
    configuration === 'broken' || (configuration === 'none' && !isDescribed)
      ? []
      : applicationsOf(reading, settingsFor(programme), programme);
  return reading.mistakes.length > 0
    ? refused(reading)
    : { programme, applications, remarks: [...reading.causes, ...reading.remarks] };
}

function refused({ causes, mistakes }: Reading): { readonly findings: readonly Finding[] } {
  return { findings: [...causes.map((one) => ({ ...one, severity: 'error' as const })), ...inOrder(mistakes)] };
}

/** Finds out which file and which programme are meant, and what is wrong with the file. */
async function load(reading: Reading, fixed: Programme | undefined): Promise<Loaded> {
  const rows = settingsFor(fixed ?? defaultProgramme);
  const id = reading.givenDirectly(rows.programme);
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
    reading.addMistake,
  );
  const { place } = programme ?? {};
  for (const { name, names } of loaded.passedOver) {
    const message = `${names.configuration} is not read: it is the configuration file of ${name}, but ${place?.setting ?? 'what is checked'} is ${loaded.programme.id}, whose file is ${loaded.programme.names.configuration}. If it is meant, name it with config.`;
    reading.causes.push({ kind: 'settings', severity: 'notice', message });
  }
  if (typeof loaded.configuration !== 'string') {
    reading.configuration = loaded.configuration;
    const mistakes = mistakesIn(loaded.configuration, loaded.programme);
    reading.mistakes.push(...mistakes);
    for (const name of mistakes.length === 0 ? [] : misspelledIn(loaded.configuration, loaded.programme)) {
      reading.wrong.add(name);
    }
  }
  return loaded;
}

/** Which programme is taken, and how to have another. Source for the wording of versions: PAGE, PAGE6. */
function otherProgrammes(programme: Programme): string {
  const others = [...programmes.values()].filter((one) => one !== programme);
  const hints = others.map(({ id, api }) => ` For API ${api} set programme: ${id}.`);
  return `${programme.name} is checked, for API ${programme.api}.${hints.join('')}`;
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
    ...unusedIn(programme).filter((name) => (values[name] ?? '').trim() !== '' || inFile(name)),
    ...(programme.form.recommendedSlots === 0 && /\brecommended\b/iu.test(failOn) ? ["'recommended' in fail-on"] : []),
    ...answers.map((key) => `the answer to ${key}`),
  ];
  if (unused.length > 0) {
    reading.remark(
      `${listed(unused)} ${unused.length === 1 ? 'changes' : 'change'} nothing in ${programme.name}. Leave out what is for another programme.`,
    );
  }
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
    reading.addMistake(given.place, "has 'none' beside other words.", "Leave out either 'none' or the others.");
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
    unusedIn(programme).includes(row.name) ? undefined : reading.givenDirectly(row);
  return readApplications({
    programme,
    givenDirectly: {
      application: reading.givenDirectly(rows.application),
      results: reading.givenDirectly(rows.results) ?? reading.givenDirectly(rows.resultsArtifact),
      flows: meant(rows.flows),
      procedures: meant(rows.procedures),
      combination: meant(rows.combination),
      alsoRequired: reading.givenDirectly(rows.alsoRequired),
    },
    // Another programme may need neither flows nor procedures.
    wrong: reading.isUnreadable(rows.programme) ? new Set([...reading.wrong, 'flows', 'procedures']) : reading.wrong,
    placeOf: (name) => reading.placeOf(name),
    configuration: reading.configuration,
    addMistake: reading.addMistake,
    remark: (sentence) => reading.remark(sentence),
  });
}

function readMapping(reading: Reading, programme: Programme): readonly ScenarioMapping[] {
  const { configuration } = reading;
  const mapping = configuration?.value(['scenarios']);
  const read = mapping === undefined ? [] : (mappingSchema(programme).safeParse(mapping).data ?? []);
  return read.map(({ at, ...one }) => ({ ...one, place: configuration?.place(['scenarios', ...at]) }));
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
