import { bindingKinds, type BindingKind } from '../finding.ts';
import path from 'node:path';
import type { Answers, Form } from '../requirements/form.ts';
import { chooseProgramme } from './choose-programme.ts';
import { unusedIn } from './unused.ts';
import { phaseRange, type Programme } from '../requirements/programme.ts';
import type { Instant } from '../time/instant.ts';
import { readAnswers } from './answers.ts';
import { type PlacedApplication, readApplications } from './applications.ts';
import { readChoices, readFlows, readProcedures } from './choices.ts';
import { type Complain, complainInto, type Complaint } from './complaint.ts';
import type { Configuration } from './configuration.ts';
import {
  type Given,
  givenAs,
  type Look,
  readBoolean,
  readChoice,
  readInstant,
  readInteger,
  readList,
  readText,
  readZone,
} from './given.ts';
import { loadConfiguration } from './load-configuration.ts';
import { readMapping } from './mapping.ts';
import { readOutputs } from './outputs.ts';
import { type ClockSettings, type EarlierResultsSettings, type PublishSettings, type Settings } from './settings.ts';
import { rangeFor, type SettingName, settingOf } from './table.ts';
import { artifactNames, commentNames, duplicatesNames } from './words.ts';

export interface SettingsSource {
  /** What the settings are read for, whatever they say; undefined: the programme that they choose. */
  readonly programme?: Programme | undefined;
  /** By the names of settings (kebab-case). '' and undefined mean: not given. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** How complaints call them; also: whether the action or the command asks, which publishes nothing. */
  readonly spokenAs: 'input' | 'flag';
  /** What relative paths start from. */
  readonly workspace: string;
  /** The clock; only to remark on an `as-of` that lies in the past. */
  readonly now?: Instant;
}

/**
 * Makes one value of inputs or flags and the configuration file, where an input or flag wins. Either all is in order,
 * or every mistake is in the complaints. Reads the file; never throws for what a user wrote.
 */
export async function readSettings(
  source: SettingsSource,
): Promise<{ readonly settings: Settings } | { readonly complaints: readonly Complaint[] }> {
  const complaints: Complaint[] = [];
  const complain = complainInto(complaints);
  const remarks: string[] = [];
  const remark = (sentence: string) => void remarks.push(sentence);
  const workspace = path.resolve(source.workspace);
  const outright = (name: SettingName) => outrightValue(source, name);
  const choice = await chooseProgramme({
    only: source.programme,
    given: outright,
    spoken: spokenName(source, 'programme'),
    workspace,
    complain,
  });
  const loaded = await loadConfiguration(outright('config'), workspace, choice, complain);
  const configuration = typeof loaded === 'string' ? undefined : loaded;
  const programme = configuration?.programme ?? choice.programmeOf(undefined);
  if (choice.remark !== undefined && configuration?.given(['programme']) === undefined) remark(choice.remark);
  // What seems to be missing may stand in the part that can't be read.
  const isPartial = loaded === 'broken' || configuration?.incomplete === true;
  const look = (name: SettingName) =>
    programme.unused.includes(name) ? undefined : (outright(name) ?? configuration?.given([name]));
  const spoken = (name: SettingName) => spokenName(source, name);

  const results = readList(look('results')) ?? [];
  const earlier = readEarlier(look, source.spokenAs, remark);
  if (results.length === 0 && earlier === undefined && !isPartial) {
    const or = source.spokenAs === 'input' ? ' or results-artifact' : '';
    complain(
      spoken('results'),
      'no source of results is given.',
      `Give the globs of your JUnit reports${or}, for example results/**/*.xml.`,
    );
  }
  const clock = readClock(look, programme, source.now, complain, remark);
  const failOn = readFailOn(look('fail-on'), complain, remark);
  const unused = unusedIn(programme, outright, configuration);
  if (unused !== undefined) remark(unused);
  const duplicates = readChoice(look('duplicates'), duplicatesNames, complain) ?? 'worst';
  const output = await readOutputs(programme, look, workspace, source.spokenAs === 'input', spoken, complain);
  const verified = readText(look('verify-form'));
  const publish = readPublish(look, programme, source.spokenAs, complain);
  const mapping = configuration === undefined ? [] : readMapping(programme, configuration, complain);
  const answers = configuration === undefined ? {} : readAnswers(programme.form, configuration, [], complain);
  const placed = isPartial
    ? complainOfWords(outright, complain)
    : readApplications({ programme, outright, spoken, configuration, complain, remark });
  const applicationAnswers = answersOf(programme.form, placed, configuration, complain);
  if (complaints.length > 0) return { complaints };
  return {
    settings: {
      programme,
      workspace,
      results,
      earlier,
      applications: placed.map(({ application }) => application),
      mapping,
      clock,
      failOn,
      duplicates,
      answers,
      applicationAnswers,
      output,
      verifyForm: verified === undefined ? undefined : path.resolve(workspace, verified),
      publish,
      remarks,
    },
  };
}

type Remark = (sentence: string) => void;

function outrightValue(source: SettingsSource, name: SettingName): Given | undefined {
  return givenAs(spokenName(source, name), Object.hasOwn(source.values, name) ? source.values[name] : undefined);
}

function spokenName({ spokenAs }: SettingsSource, name: SettingName): string {
  const flag = settingOf(name)?.flag ?? name;
  return spokenAs === 'flag' ? `flag --${flag}` : `input ${name}`;
}

function readEarlier(look: Look, spokenAs: 'input' | 'flag', remark: Remark): EarlierResultsSettings | undefined {
  const artifacts = readList(look('results-artifact')) ?? [];
  const workflow = readText(look('results-workflow'));
  const branch = readText(look('results-branch'));
  if (artifacts.length === 0) {
    if (workflow !== undefined || branch !== undefined) {
      remark('results-workflow and results-branch change nothing without results-artifact.');
    }
    return undefined;
  }
  if (spokenAs === 'input') return { artifacts, workflow, branch };
  remark('results-artifact is left out: only the action can fetch the results of earlier workflow runs.');
  return undefined;
}

function readClock(
  look: Look,
  programme: Programme,
  now: Instant | undefined,
  complain: Complain,
  remark: Remark,
): ClockSettings {
  const timeZone = readZone(look('time-zone'), complain) ?? 'UTC';
  const asOf = readInstant(look('as-of'), 'end', timeZone, complain);
  const whole = (name: SettingName) => readInteger(look(name), rangeFor(programme, name), complain);
  const maxAgeDays = whole('max-age-days') ?? programme.maxAgeDays;
  const warnDays = whole('warn-days') ?? 3;
  const phase = whole('phase') ?? phaseRange(programme.phases)?.max;
  const ofPhase = programme.phases.find(({ no }) => no === phase)?.remark;
  if (ofPhase !== undefined) remark(ofPhase);
  if (warnDays >= maxAgeDays) {
    remark(`warn-days ${warnDays} is not less than max-age-days ${maxAgeDays}: it warns from the first day on.`);
  }
  if (asOf !== undefined && now !== undefined && asOf < now) {
    remark(
      `as-of lies in the past (${new Date(asOf).toISOString()}): evidence that has spoiled since then still counts as fresh.`,
    );
  }
  const notBefore = readInstant(look('not-before'), 'start', timeZone, complain);
  return { asOf, maxAgeDays, warnDays, notBefore, phase, timeZone };
}

const byDefault: readonly BindingKind[] = ['missing', 'failed', 'stale', 'unreadable'];

/** The word `none` alone makes the step succeed whatever is found; nothing at all means the default, never 'nothing'. */
function readFailOn(given: Given | undefined, complain: Complain, remark: Remark): ReadonlySet<BindingKind> {
  const known = [...bindingKinds, 'none'] as const;
  const words = readChoices(given, known, complain);
  if (given === undefined || words === undefined) return new Set(byDefault);
  const kinds = words.filter((word) => word !== 'none');
  if (kinds.length < words.length && kinds.length > 0) {
    complain(given.where, "has 'none' beside other words.", "Leave out either 'none' or the others.");
  }
  const lenient = byDefault.filter((kind) => !kinds.includes(kind));
  if (lenient.length > 0) {
    remark(
      `fail-on leaves out ${lenient.join(', ')}: such findings make the verdict not-ready, but don't fail the run.`,
    );
  }
  return new Set(kinds);
}

function readPublish(
  look: Look,
  programme: Programme,
  spokenAs: 'input' | 'flag',
  complain: Complain,
): PublishSettings {
  const action = spokenAs === 'input';
  const flag = (name: SettingName) => (readBoolean(look(name), complain) ?? false) && action;
  const comment = readChoice(look('comment'), commentNames, complain) ?? 'off';
  const artifact = readChoice(look('artifact'), artifactNames, complain) ?? 'auto';
  return {
    name: readText(look('name')) ?? ownName(readText(look('config')), programme),
    artifact: action ? artifact : 'never',
    checkRun: flag('check-run'),
    commitStatus: flag('commit-status'),
    comment: action ? comment : 'off',
    issue: flag('issue'),
    token: readText(look('github-token')),
  };
}

/** Two uses of the action in one repository differ in their configuration, so its path tells them apart. */
function ownName(configuration: string | undefined, { names }: Programme): string | undefined {
  const file = configuration?.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return file === names.configuration ? undefined : file;
}

/** What can be said of inputs and flags when the file that belongs to them is broken. */
function complainOfWords(outright: Look, complain: Complain): readonly PlacedApplication[] {
  readFlows(outright('flows'), complain);
  readProcedures(outright('procedures'), complain);
  return [];
}

function answersOf(
  form: Form,
  placed: readonly PlacedApplication[],
  configuration: Configuration | undefined,
  complain: Complain,
): Readonly<Record<string, Answers>> {
  if (configuration === undefined) return {};
  return Object.fromEntries(
    placed
      .filter(({ path: place }) => place.length > 0)
      .map(({ application, path: place }) => [application.name, readAnswers(form, configuration, place, complain)]),
  );
}
