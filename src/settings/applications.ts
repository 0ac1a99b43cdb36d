import type { Place } from '../finding.ts';
import { requirementsFor } from '../requirements/demand.ts';
import { type Programme, unusedIn } from '../requirements/programme.ts';
import { programmes } from '../requirements/programmes.ts';
import type { Application, Claim, Ownership, SupportedFlow } from '../requirements/requirement.ts';
import type { Direction, Flow, Procedure, ScenarioId } from '../requirements/scenario.ts';
import { readAnswers } from './file/answers.ts';
import { applicationAt } from './file/configuration-schema.ts';
import type { GivenFlows } from './file/flows.ts';
import { idOf, unknownScenario } from './file/mapping.ts';
import type { Configuration } from './file/configuration.ts';
import { claimsIn } from './file/own-results.ts';
import type { Path } from './file/yaml.ts';
import { type AddMistake, valueAt } from './mistakes.ts';
import type { Given as GivenAnywhere } from './reading.ts';
import { clip, suggestion } from './nearest.ts';
import { flowNames } from './vocabularies.ts';

type Given<Value> = Pick<GivenAnywhere<Value>, 'value' | 'place'>;

/** What inputs or flags say of applications. */
interface GivenDirectly {
  readonly results?: Given<readonly string[]> | undefined;
  readonly application?: Given<string> | undefined;
  readonly flows?: Given<readonly Flow[]> | undefined;
  readonly procedures?: Given<readonly Procedure[]> | undefined;
  readonly combination?: Given<Application['combination']> | undefined;
  readonly alsoRequired?: Given<readonly string[]> | undefined;
}

/** What applications are read from. */
interface ApplicationSource {
  readonly programme: Programme;
  readonly givenDirectly: GivenDirectly;
  /** Settings that were given directly and can't be read: what seems to be missing isn't. */
  readonly wrong: ReadonlySet<string>;
  /** Where a setting would be given that is missing. */
  readonly placeOf: (name: string) => Place;
  /** Its keys and values have been checked, and their mistakes told, before. */
  readonly configuration: Configuration | undefined;
  readonly addMistake: AddMistake;
  readonly remark: (sentence: string) => void;
}

/** What somebody says of one application in the file. */
interface Described {
  readonly name: string | undefined;
  /** Where in the file: at its top, or in its list of applications. */
  readonly path: Path;
  readonly flows: GivenFlows | undefined;
  readonly procedures: readonly Procedure[] | undefined;
  readonly credentialsHeld: readonly Direction[];
  readonly notApplicable: ReadonlyMap<Flow, string>;
  readonly combination: Application['combination'] | undefined;
  readonly alsoRequired: readonly string[];
  /** Keys of it that can't be read, which has been told: what they say isn't missing. */
  readonly unreadable: ReadonlySet<string>;
  /** What inputs and flags say of it, which wins. */
  readonly givenDirectly: GivenDirectly;
}

/**
 * The applications to check: the one that inputs and the top of the file describe, or those of the file's list, or
 * the one of them that is selected. Flows and procedures are never guessed.
 */
export function readApplications(source: ApplicationSource): readonly Application[] {
  const { configuration, givenDirectly } = source;
  const listed = configuration?.value(['applications']);
  if (configuration === undefined || !Array.isArray(listed)) {
    const selected = givenDirectly.application;
    // Of a list that can't be read, enough has been said.
    if (selected !== undefined && listed === undefined) {
      const next = 'Describe applications there, or leave this out.';
      source.addMistake(selected.place, 'selects an application, but the configuration file lists none.', next);
    }
    const top = listed === undefined ? describedAt([], undefined, source, givenDirectly) : undefined;
    return top === undefined ? [] : readApplication(top, source);
  }
  const names = listed.map((_, index) => {
    const name = configuration.value(['applications', index, 'name']);
    return typeof name === 'string' ? name.trim() : '';
  });
  checkList(names, configuration, source);
  const chosen = selectedName(names, givenDirectly.application, source.addMistake);
  if (chosen === undefined && names.length > 1) {
    refuseGivenDirectly(source);
  }
  const only = names.length === 1;
  const claims = claimsIn(configuration);
  const applications = names.flatMap((name, index) => {
    const own = only || name === chosen ? givenDirectly : { alsoRequired: givenDirectly.alsoRequired };
    const entry = describedAt(['applications', index], name, source, own);
    const read = entry === undefined ? [] : readApplication(entry, source);
    return read.map((application) => ({
      ...application,
      ownership: ownershipOf(claims, index, own.results !== undefined),
    }));
  });
  return chosen === undefined ? applications : applications.filter(({ name }) => name === chosen);
}

/** Reports that inputs or flags name for an application are in the place of those that the file names. */
function ownershipOf(
  claims: readonly (Claim | undefined)[],
  index: number,
  isSourceGiven: boolean,
): Ownership | undefined {
  const others = claims.filter((claim, no): claim is Claim => claim !== undefined && no !== index);
  const claim = claims[index];
  const own = claim !== undefined && isSourceGiven ? { ...claim, results: undefined, artifacts: undefined } : claim;
  return own === undefined && others.length === 0 ? undefined : { own, others };
}

/** Undefined where the list has something else in place of it, which has been told. */
function describedAt(
  path: Path,
  name: string | undefined,
  source: ApplicationSource,
  givenDirectly: GivenDirectly,
): Described | undefined {
  const { configuration, programme } = source;
  const [own, shared] = [path, []].map((at) => applicationAt(at, configuration, programme));
  if (own === undefined) return undefined;
  const { flows, procedures, combination, unreadable } = own;
  return {
    name,
    path,
    flows,
    procedures,
    credentialsHeld: own['credentials-held'] ?? [],
    notApplicable: own['not-applicable'] ?? new Map(),
    combination: combination ?? shared?.combination,
    alsoRequired: own['also-required'] ?? shared?.['also-required'] ?? [],
    unreadable,
    givenDirectly,
  };
}

function checkList(
  names: readonly string[],
  configuration: Configuration,
  { addMistake, programme }: Pick<ApplicationSource, 'addMistake' | 'programme'>,
): void {
  for (const key of ['flows', 'procedures', 'credentials-held', 'not-applicable'] as const) {
    if (configuration.value([key]) !== undefined && !unusedIn(programme).includes(key)) {
      const next = 'Move it into the applications that it is about.';
      addMistake(configuration.place([key]), "can't be used beside applications.", next);
    }
  }
  if (names.length === 0) {
    addMistake(configuration.place(['applications']), 'is an empty list.');
  }
  const seen = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    // One that is missing or no text has been told.
    if (typeof valueAt(configuration.value(['applications', index]), ['name']) !== 'string') continue;
    const place = configuration.place(['applications', index, 'name']);
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) {
      addMistake(
        place,
        'must be 1 to 60 letters, digits, spaces, dots, hyphens and underscores, and begin with a letter or digit, since files are named after it.',
      );
    }
    // Files may be told apart by less than names are.
    const inFiles = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    const other = seen.get(inFiles);
    if (other !== undefined) {
      addMistake(place, `'${name}' would give files the same names as '${other}'.`);
    }
    seen.set(inFiles, name);
  }
}

function selectedName(
  names: readonly string[],
  given: Given<string> | undefined,
  addMistake: AddMistake,
): string | undefined {
  if (given !== undefined && !names.includes(given.value)) {
    const message = `the configuration file lists no application '${clip(given.value)}'.`;
    addMistake(given.place, message, suggestion(given.value, names));
  }
  return given?.value;
}

function refuseGivenDirectly({ givenDirectly, addMistake }: ApplicationSource): void {
  for (const given of [givenDirectly.flows, givenDirectly.procedures, givenDirectly.combination]) {
    if (given !== undefined) {
      const next = 'Select one with application, or say it in the configuration file.';
      addMistake(given.place, 'can be about one application only, but the configuration file lists several.', next);
    }
  }
}

/** None, with mistakes, when there is something wrong with it. */
function readApplication(entry: Described, source: ApplicationSource): readonly Application[] {
  const { programme } = source;
  let isSound = true;
  const addMistake: AddMistake = (...mistake) => {
    isSound = false;
    source.addMistake(...mistake);
  };
  const wrong = new Set([...source.wrong, ...entry.unreadable]);
  const flows = unusedIn(programme).includes('flows') ? [] : supportedFlows(entry, { ...source, addMistake, wrong });
  const isSupportKnown = isSound && !['flows', 'procedures', 'combination'].some((name) => wrong.has(name));
  const application: Application = {
    name: entry.name,
    flows,
    credentialsHeld: entry.credentialsHeld,
    combination: entry.givenDirectly.combination?.value ?? entry.combination ?? 'auto',
    notApplicable: Object.fromEntries(entry.notApplicable),
    alsoRequired: scenariosOf(entry, programme, addMistake),
    answers: { ...readAnswers(source, [], addMistake), ...readAnswers(source, entry.path, addMistake) },
  };
  if (isSupportKnown) checkDemand(application, entry, { ...source, addMistake });
  return isSupportKnown && isSound ? [application] : [];
}

/** What can't be judged of what the software supports, and what was said of it in vain. */
function checkDemand(application: Application, { path, givenDirectly }: Described, source: ApplicationSource): void {
  const { programme, configuration, addMistake } = source;
  const { name, notApplicable, combination } = application;
  const placeOf = (key: string) => {
    const at = [path, []].find((one) => configuration?.value([...one, key]) !== undefined) ?? path;
    return configuration?.place([...at, key]) ?? source.placeOf(key);
  };
  const { mistakes, notRequired, sets } = requirementsFor(programme, application);
  for (const { about, message } of mistakes) {
    const given = about === 'credentialsHeld' ? undefined : givenDirectly[about];
    addMistake(given?.place ?? placeOf(about === 'credentialsHeld' ? 'credentials-held' : about), message);
  }
  for (const flow of Object.keys(notApplicable)) {
    if (!notRequired.some((one) => one.flow === flow)) {
      addMistake(
        placeOf('not-applicable'),
        `says why ${flow} is not applicable, but the application supports it and has to test it.`,
        'Leave one of the two out.',
      );
    }
  }
  if (combination !== 'auto' && sets.every((set) => set.combination === undefined)) {
    const whose = name === undefined ? 'Combination' : `Application '${name}': combination`;
    source.remark(
      `${whose} ${combination} changes nothing: the decision matrix has just one answer for these procedures.`,
    );
  }
}

function supportedFlows(entry: Described, source: ApplicationSource): readonly SupportedFlow[] {
  const { configuration, addMistake, wrong } = source;
  const { givenDirectly, path } = entry;
  const flows = givenDirectly.flows?.value ?? (entry.flows && [...entry.flows.keys()]);
  const placeOf = (key: 'flows' | 'procedures') =>
    path.length > 0 && configuration !== undefined ? configuration.place(path) : source.placeOf(key);
  if (flows === undefined && !wrong.has('flows')) {
    const others = [...programmes.values()]
      .filter((one) => unusedIn(one).includes('flows'))
      .map(({ id, api }) => ` For API ${api}, which asks for none, set programme: ${id}.`)
      .join('');
    addMistake(
      placeOf('flows'),
      'no flows are given.',
      `Say which process flows the software supports: ${flowNames.join(', ')}.${others}`,
    );
  }
  const common = givenDirectly.procedures?.value ?? entry.procedures;
  const supported = flowNames
    .filter((flow) => flows?.includes(flow) ?? false)
    .map((flow) => ({
      flow,
      procedures: (givenDirectly.procedures === undefined ? entry.flows?.get(flow) : undefined) ?? common,
    }));
  const without = supported.filter(({ procedures }) => procedures === undefined).map(({ flow }) => flow);
  const isMissing = without.length > 0 || (flows === undefined && common === undefined && !wrong.has('flows'));
  if (isMissing && !wrong.has('procedures')) {
    const of = without.length > 0 ? ` for ${without.join(', ')}` : '';
    const next = `Say which procedures the software supports${of === '' ? '' : ' there'}: normal, simplified, or both.`;
    addMistake(placeOf('procedures'), `no procedures are given${of}.`, next);
  }
  return supported.map(({ flow, procedures = [] }) => ({ flow, procedures }));
}

/** Those of inputs and flags are checked here; those of the file have been. */
function scenariosOf(
  { givenDirectly, alsoRequired }: Described,
  programme: Programme,
  addMistake: AddMistake,
): readonly ScenarioId[] {
  const given = givenDirectly.alsoRequired;
  if (given !== undefined) {
    for (const { message, next } of given.value.flatMap((text) => unknownScenario(text, programme) ?? [])) {
      addMistake(given.place, message, next);
    }
  }
  const wanted = new Set((given?.value ?? alsoRequired).map(idOf));
  return [...programme.scenarios.keys()].filter((id) => wanted.has(id));
}
