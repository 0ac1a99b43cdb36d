import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Programme } from '../requirements/programme.ts';
import { defaultProgramme, programmes } from '../requirements/programmes.ts';
import { listed } from '../text/wording.ts';
import type { Complain } from './complaint.ts';
import { type Given, readChoice, readText } from './given.ts';

/** Which programme is meant, as far as it can be told before the configuration file is read. */
export interface ProgrammeChoice {
  /** The configuration file to read where none is named, relative to the workspace; it need not exist. */
  readonly file: string;
  /** The programme, given what the file says at its key `programme`. */
  programmeOf(key: Given | undefined): Programme;
  /** What to say when neither an input, a flag nor the file chose; undefined where there is nothing to say. */
  readonly remark: string | undefined;
}

export interface ProgrammeSource {
  /** The programme that a caller insists on, whatever is given. */
  readonly only: Programme | undefined;
  /** What inputs or flags give. */
  readonly given: (name: 'programme' | 'config') => Given | undefined;
  /** How the setting is called where it is missing: `input programme`. */
  readonly spoken: string;
  readonly workspace: string;
  readonly complain: Complain;
}

/**
 * Chooses the programme: an input or flag goes before the key of the configuration file. Without either the one whose
 * configuration file lies in its place; where that is true of several, there is a complaint. Else the default.
 */
export async function chooseProgramme(source: ProgrammeSource): Promise<ProgrammeChoice> {
  const { only, given, complain, workspace } = source;
  const told = given('programme');
  const id = told === undefined ? undefined : readChoice(told, [...programmes.keys()], complain);
  const chosen = only ?? (id === undefined ? undefined : programmes.get(id));
  if (chosen !== undefined) {
    return {
      file: chosen.names.configuration,
      programmeOf: (key) => agreeing(chosen, told, key, complain),
      remark: undefined,
    };
  }
  const inPlace = readText(given('config')) === undefined ? await withFiles(workspace) : [];
  if (inPlace.length > 1 && told === undefined) complainOfSeveral(inPlace, source);
  const fallback = inPlace[0] ?? defaultProgramme;
  return {
    file: fallback.names.configuration,
    programmeOf: (key) => {
      const named = key === undefined ? undefined : readChoice(key, [...programmes.keys()], complain);
      return (named === undefined ? undefined : programmes.get(named)) ?? fallback;
    },
    remark: fallback === defaultProgramme ? notChosen(fallback) : undefined,
  };
}

/** The programme that an input, flag or caller chose; a file of another one can't be meant. */
function agreeing(chosen: Programme, told: Given | undefined, key: Given | undefined, complain: Complain): Programme {
  const named = key === undefined ? undefined : readChoice(key, [...programmes.keys()], complain);
  if (key !== undefined && named !== undefined && named !== chosen.id) {
    complain(
      key.where,
      `is ${named}, but ${told === undefined ? 'what is checked' : told.where} is ${chosen.id}.`,
      'Leave one of the two out, or give the configuration file of that programme with config.',
    );
  }
  return chosen;
}

async function withFiles(workspace: string): Promise<readonly Programme[]> {
  const all = [...programmes.values()];
  const there = await Promise.all(
    all.map(({ names }) =>
      stat(path.resolve(workspace, names.configuration)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return all.filter((_, index) => there[index]);
}

function complainOfSeveral(found: readonly Programme[], { spoken, complain }: ProgrammeSource): void {
  complain(
    spoken,
    `is missing: ${listed(found.map(({ names }) => names.configuration))} are both there, and nothing tells which of them is meant.`,
    `Give programme (${found.map(({ id }) => id).join(' or ')}), or name the file with config.`,
  );
}

/** Source for the wording of versions: PAGE, PAGE6. */
function notChosen({ id, name, api }: Programme): string {
  const others = [...programmes.values()].filter((other) => other.id !== id);
  const hints = others.map((other) => `For API ${other.api} set programme: ${other.id}.`);
  return [`${name} is checked, for API ${api}.`, ...hints].join(' ');
}
