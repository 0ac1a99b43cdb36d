import type { Finding } from '../finding.ts';
import type { Look } from '../settings/kinds.ts';
import { type Setting, settingOf } from '../settings/table.ts';
import type { Instant } from '../time/instant.ts';

/** A flag of a command. */
export interface Flag {
  /** Without `--`. */
  readonly flag: string;
  /** Another name of it. */
  readonly also?: string | undefined;
  /** Under which its value is handed on: for settings theirs (`--json` sets `report`). */
  readonly name: string;
  /** A switch takes no value; given, it is 'true'. */
  readonly kind: Look | { readonly is: 'switch' | 'place' };
  /** What it is for, in whole sentences. */
  readonly description: string;
  /** In words or as it would be written. */
  readonly default?: string | undefined;
}

/** What is wrong with a flag or an argument. */
export interface Mistyped extends Finding {
  /** The setting that it was most likely to give: what seems to be missing of it isn't. */
  readonly meant?: string | undefined;
}

/** The settings that mistyped flags were to give. */
export function meantBy(mistakes: readonly Mistyped[]): readonly string[] {
  return mistakes.flatMap(({ meant }) => meant ?? []);
}

/** What a command is called with. */
export interface Call {
  /** By the names of settings (`--json` sets `report`); a switch is 'true'. */
  readonly values: Readonly<Record<string, string>>;
  /** By the same names: the flags that were typed by another one (`json` for `report`). */
  readonly flagNames: Readonly<Record<string, string>>;
  /** What belongs to no flag, in its order. */
  readonly positionals: readonly string[];
  /** What is wrong with the flags themselves. Empty but for a command that tells them together with its own. */
  readonly mistakes: readonly Mistyped[];
  /** Absolute path of the folder that it is called in. */
  readonly folder: string;
  /** The clock, UTC. */
  readonly now: Instant;
}

/** A command: its words, its flags and what it does. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** What follows its name. */
  readonly usage: string;
  /** What it does, in paragraphs. */
  readonly about: readonly string[];
  readonly flags: readonly Flag[];
  /** Arguments that belong to no flag; undefined: it takes none. */
  readonly positionals?: { readonly max: number };
  readonly examples: readonly { readonly args: string; readonly why: string }[];
  /** What its exit code means. */
  readonly exitCodes: readonly (readonly [code: 0 | 1 | 2, meaning: string])[];
  /** Whether it tells mistakes in flags together with its own; else it isn't called when there are any. */
  readonly tellsMistakes?: true;
  /** Does it, and returns the exit code. */
  run(call: Call): number | Promise<number>;
}

/** All commands, each loaded when it is asked for. */
export interface Commands {
  /** In the order in which a newcomer meets them. */
  readonly names: readonly string[];
  /** The command of that name; undefined when there is none. */
  of(name: string): Promise<Command | undefined>;
  all(): Promise<readonly Command[]>;
}

/** Of commands that read the configuration file and no reports. */
export const mistake = [2, 'the command line or the configuration file has a mistake'] as const;

/** Flags of commands that don't read reports say nothing of the configuration file: it is theirs to write, or is optional. */
export const supportFlags: readonly Flag[] = [
  settingFlag('flows', 'Process flows that the software supports: standard-departure, pre-lodged-departure, arrival.'),
  settingFlag('procedures', 'Procedures that the software supports in these flows: normal, simplified.'),
];

/** The flag of a setting, with words of its own where the command means less by it than a check does. */
export function settingFlag(name: string, description?: string, fallback?: string): Flag {
  const one = settingOf(name);
  if (one === undefined) {
    throw new Error(`no setting ${name}`);
  }
  const found = flagOf(one);
  return description === undefined ? found : { ...found, description, default: fallback };
}

/** A setting as a flag. */
export function flagOf({ name, kind, also, description, default: fallback }: Setting): Flag {
  return { flag: name, also, name, kind: kind.look, description, default: fallback };
}
