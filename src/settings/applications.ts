import { requirementsFor } from '../requirements/demand.ts';
import type { Programme } from '../requirements/programme.ts';
import { programmes } from '../requirements/programmes.ts';
import type { Application, SupportedFlow } from '../requirements/requirement.ts';
import type { Flow } from '../requirements/scenario.ts';
import { readDirections, readFlows as readFlowNames, readProcedures } from './choices.ts';
import type { Complain } from './complaint.ts';
import type { Configuration } from './configuration.ts';
import { type Given, readChoice, readText } from './given.ts';
import { suggestion } from './nearest.ts';
import { combinationNames, flowNames, flowOf } from './words.ts';

/** What applications are read from. */
export interface ApplicationSource {
  readonly programme: Programme;
  /** What inputs or flags give. */
  readonly outright: (name: 'application' | 'flows' | 'procedures' | 'combination') => Given | undefined;
  /** How a setting is called where it is missing: `input flows`. */
  readonly spoken: (name: 'flows' | 'procedures') => string;
  readonly configuration: Configuration | undefined;
  readonly complain: Complain;
  readonly remark: (sentence: string) => void;
}

type Path = readonly PropertyKey[];

/** Where an application is described: at the top of the file (or nowhere in it), or in its list of applications. */
interface Entry {
  readonly name: string;
  readonly path: Path;
  /** Whether inputs and flags speak of it. */
  readonly outright: boolean;
}

/** An application with its place in the configuration file. */
export interface PlacedApplication {
  readonly application: Application;
  readonly path: Path;
}

/**
 * The applications to check: the one that inputs and the top of the file describe, or those of the file's list, or
 * the one of them that is selected. Flows and procedures are never guessed.
 */
export function readApplications(source: ApplicationSource): readonly PlacedApplication[] {
  const { configuration } = source;
  const listed = configuration?.structure.applications;
  const selected = source.outright('application');
  if (configuration === undefined || listed === undefined) {
    if (selected !== undefined) {
      const hint = 'Describe applications there, or leave this out.';
      source.complain(selected.where, 'selects an application, but the configuration file lists none.', hint);
    }
    return [readApplication({ name: 'default', path: [], outright: true }, source)].flat();
  }
  const names = listed.map(({ name }) => name.trim());
  checkList(names, configuration, source);
  const chosen = selectedName(names, selected, source.complain);
  if (chosen === undefined && names.length > 1) refuseOutright(source);
  const only = names.length === 1;
  const entries = names.map((name, index): Entry => {
    return { name, path: ['applications', index], outright: only || name === chosen };
  });
  const applications = entries.flatMap((entry) => readApplication(entry, source));
  return chosen === undefined ? applications : applications.filter(({ application }) => application.name === chosen);
}

function checkList(
  names: readonly string[],
  configuration: Configuration,
  { complain, programme }: Pick<ApplicationSource, 'complain' | 'programme'>,
): void {
  for (const key of ['flows', 'procedures', 'credentials-held', 'not-applicable'] as const) {
    if (configuration.structure[key] === undefined || programme.unused.includes(key)) continue;
    complain(
      configuration.where([key]),
      "can't stand beside applications.",
      'Move it into the applications that it is about.',
    );
  }
  if (names.length === 0) complain(configuration.where(['applications']), 'is an empty list.');
  const seen = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const where = configuration.where(['applications', index, 'name']);
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) {
      complain(
        where,
        'must be 1 to 60 letters, digits, spaces, dots, hyphens and underscores, and begin with a letter or digit, since files bear it.',
      );
    }
    // Files may be told apart by less than names are.
    const inFiles = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    const other = seen.get(inFiles);
    if (other !== undefined) complain(where, `'${name}' can't be told from '${other}' in the names of files.`);
    seen.set(inFiles, name);
  }
}

function selectedName(names: readonly string[], given: Given | undefined, complain: Complain): string | undefined {
  const wanted = readText(given);
  if (given === undefined || wanted === undefined || names.includes(wanted)) return wanted;
  complain(given.where, `the configuration file lists no application '${wanted}'.`, suggestion(wanted, names));
  return wanted;
}

function refuseOutright({ outright, complain, programme }: ApplicationSource): void {
  for (const name of ['flows', 'procedures', 'combination'] as const) {
    const given = outright(name);
    if (given === undefined || programme.unused.includes(name)) continue;
    const hint = 'Select one with application, or tell it in the configuration file.';
    complain(given.where, 'can be about one application only, but the configuration file lists several.', hint);
  }
}

/** None, with complaints, when there is something wrong with it. */
function readApplication(entry: Entry, source: ApplicationSource): readonly PlacedApplication[] {
  const { configuration } = source;
  let sound = true;
  const complain: Complain = (...complaint) => {
    sound = false;
    source.complain(...complaint);
  };
  const at = (key: string) => configuration?.given([...entry.path, key]);
  const outright = (name: 'flows' | 'procedures' | 'combination') =>
    entry.outright ? source.outright(name) : undefined;
  const combination = outright('combination') ?? at('combination') ?? configuration?.given(['combination']);
  const asks = (name: string) => !source.programme.unused.includes(name);
  const application: Application = {
    name: entry.name,
    flows: asks('flows') ? readFlows(entry, { ...source, complain }) : [],
    credentialsHeld: asks('credentials-held') ? (readDirections(at('credentials-held'), complain) ?? []) : [],
    combination: asks('combination') ? (readChoice(combination, combinationNames, complain) ?? 'auto') : 'auto',
    notApplicable: asks('not-applicable') ? readNotApplicable(entry, configuration, complain) : {},
  };
  if (!sound) return [];
  const where =
    entry.path.length > 0 && configuration !== undefined ? configuration.where(entry.path) : source.spoken('flows');
  const { complaints, notRequired, sets } = requirementsFor(source.programme, application);
  for (const complaint of complaints) complain(where, complaint);
  for (const flow of flowNames) {
    if (application.notApplicable[flow] === undefined || notRequired.some((one) => one.flow === flow)) continue;
    const place = configuration?.where([...entry.path, 'not-applicable']) ?? where;
    complain(
      place,
      `says why ${flow} is not applicable, but the application supports it and has to test it.`,
      'Leave one of the two out.',
    );
  }
  if (application.combination !== 'auto' && sets.every((set) => set.combination === undefined)) {
    source.remark(
      `Application '${entry.name}': combination ${application.combination} changes nothing, the decision matrix has just one answer for its procedures.`,
    );
  }
  return sound ? [{ application, path: entry.path }] : [];
}

function readFlows(entry: Entry, source: ApplicationSource): readonly SupportedFlow[] {
  const { configuration, complain } = source;
  const outrightFlows = entry.outright ? source.outright('flows') : undefined;
  const outrightProcedures = entry.outright ? source.outright('procedures') : undefined;
  // The procedures of each flow, undefined for one without any of its own.
  const inMap = byFlow([...entry.path, 'flows'], configuration, complain);
  if (inMap?.size === 0) complain(configuration?.where([...entry.path, 'flows']) ?? 'flows', 'names no flow.');
  const listed = outrightFlows ?? (inMap === undefined ? configuration?.given([...entry.path, 'flows']) : undefined);
  const flows = listed === undefined ? inMap && [...inMap.keys()] : readFlowNames(listed, complain);
  const where = (key: 'flows' | 'procedures') =>
    entry.path.length > 0 && configuration !== undefined ? configuration.where(entry.path) : source.spoken(key);
  if (flows === undefined) {
    complain(
      where('flows'),
      'no flows are given.',
      `Tell which process flows the software supports: ${flowNames.join(', ')}.${withoutFlows()}`,
    );
  }
  const common = outrightProcedures ?? configuration?.given([...entry.path, 'procedures']);
  const commonProcedures = readProcedures(common, complain);
  const supported = flowNames
    .filter((flow) => flows?.includes(flow) ?? false)
    .map((flow) => {
      const own = outrightProcedures === undefined ? readProcedures(inMap?.get(flow), complain) : undefined;
      return { flow, procedures: own ?? commonProcedures };
    });
  const without = supported.filter(({ procedures }) => procedures === undefined).map(({ flow }) => flow);
  if (without.length > 0 || (flows === undefined && commonProcedures === undefined)) {
    const of = without.length > 0 ? ` for ${without.join(', ')}` : '';
    const hint = `Tell which procedures the software supports${of === '' ? '' : ' there'}: normal, simplified, or both.`;
    complain(where('procedures'), `no procedures are given${of}.`, hint);
  }
  return supported.map(({ flow, procedures = [] }) => ({ flow, procedures }));
}

/** The programmes that ask for no flows, for somebody who may mean one of them. */
function withoutFlows(): string {
  const others = [...programmes.values()].filter(({ unused }) => unused.includes('flows'));
  return others.map(({ id, api }) => ` For API ${api}, which asks for none, set programme: ${id}.`).join('');
}

/** What the file gives for each flow in a map at that path; undefined when there is no map. */
function byFlow(
  path: Path,
  configuration: Configuration | undefined,
  complain: Complain,
): ReadonlyMap<Flow, Given | undefined> | undefined {
  const keys = configuration?.keys(path);
  if (configuration === undefined || keys === undefined) return undefined;
  const map = new Map<Flow, Given | undefined>();
  for (const key of keys) {
    const at = [...path, key];
    const flow = flowOf(key);
    if (flow === undefined) complain(configuration.where(at), `'${key}' is not known.`, suggestion(key, flowNames));
    else if (map.has(flow)) complain(configuration.where(at), `is ${flow}, which is given twice.`);
    else map.set(flow, configuration.given(at));
  }
  return map;
}

function readNotApplicable(
  { path }: Entry,
  configuration: Configuration | undefined,
  complain: Complain,
): Application['notApplicable'] {
  const reasons: Partial<Record<Flow, string>> = {};
  for (const [flow, given] of byFlow([...path, 'not-applicable'], configuration, complain) ?? []) {
    const text = readText(given);
    if (text !== undefined) reasons[flow] = text;
  }
  return reasons;
}
