import path from 'node:path';
import type { Finding, Place } from '../finding.ts';
import type { Configuration } from './file/configuration.ts';
import type { Kind } from './kinds.ts';
import { type AddMistake, mistakesInto, mistakesOf } from './mistakes.ts';
import type { GivenPath } from './paths.ts';
import type { Setting } from './table.ts';

/** Who asks: the action by inputs, or the command by flags. Only the action publishes. */
type Host = 'action' | 'command';

/** A value, and where it was given. */
export interface Given<Value> {
  readonly value: Value;
  readonly place: Place;
  readonly by: GivenPath['by'];
}

export interface ReadingSource {
  /** By the names of settings (kebab-case). '' and undefined mean: not given. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly host: Host;
  /** What relative paths in the file start from. */
  readonly workspace: string;
  /** What paths in inputs or flags start from, where it is another folder than the workspace. */
  readonly folder?: string | undefined;
  /** Settings that mistyped flags were to give: enough has been said of them, and they aren't missing. */
  readonly mistyped?: readonly string[] | undefined;
  /** By the names of settings: flags that were typed by another name, as `json` for `report`. */
  readonly flagNames?: Readonly<Record<string, string>> | undefined;
}

/** What a setting is called where it is given: `input max-age-days`, `flag --max-age-days`. */
function nameOf(setting: string, host: Host): string {
  return host === 'action' ? `input ${setting}` : `flag --${setting}`;
}

/**
 * Reads one setting after the other, of inputs or flags and the configuration file; an input or flag wins. What is wrong with
 * inputs and flags is told, each once; mistakes in the file have been told before.
 */
export class Reading {
  readonly mistakes: Finding[] = [];
  readonly remarks: Finding[] = [];
  /** What is told with mistakes as well, before them, since they may follow from it. */
  readonly causes: Finding[] = [];
  readonly addMistake: AddMistake = mistakesInto(this.mistakes);
  /** Names of settings that were given directly and can't be read. */
  readonly wrong: Set<string>;
  /** With absolute paths. */
  readonly source: ReadingSource & { readonly folder: string };
  configuration: Configuration | undefined;

  constructor(source: ReadingSource) {
    const workspace = path.resolve(source.workspace);
    this.source = { ...source, workspace, folder: path.resolve(source.folder ?? workspace) };
    this.wrong = new Set(source.mistyped);
  }

  get isAction(): boolean {
    return this.source.host === 'action';
  }

  /** Where a setting would be given. */
  placeOf(name: string): Place {
    const { host, flagNames } = this.source;
    return { setting: nameOf(flagNames?.[name] ?? name, host) };
  }

  remark(message: string, severity: Finding['severity'] = 'notice'): void {
    this.remarks.push({ kind: 'settings', severity, message });
  }

  /** What inputs or flags give; undefined for nothing, and after a mistake. */
  givenDirectly<Value>({ name, kind }: Pick<Setting<Value>, 'name' | 'kind'>): Given<Value> | undefined {
    const { values, host } = this.source;
    const text = Object.hasOwn(values, name) ? values[name] : undefined;
    if (text === undefined || text.trim() === '' || this.wrong.has(name)) {
      return undefined;
    }
    const place = this.placeOf(name);
    const read = kind.schema.safeParse(typed(text, kind));
    if (read.success) {
      return { value: read.data, place, by: host === 'action' ? 'input' : 'flag' };
    }
    this.wrong.add(name);
    for (const { message, next } of mistakesOf(read.error.issues, text, { isWritten: false })) {
      this.addMistake(place, message, next);
    }
    return undefined;
  }

  /** What was given, directly or in the file. */
  given<Value>(setting: Setting<Value>): Given<Value> | undefined {
    return this.givenDirectly(setting) ?? (this.wrong.has(setting.name) ? undefined : this.#inFile(setting));
  }

  /** Whether something was said that can't be read: enough has been said of that. An empty list can be read. */
  isUnreadable<Value>(setting: Setting<Value>): boolean {
    const isWritten = (this.configuration?.value([setting.name]) ?? undefined) !== undefined;
    return this.wrong.has(setting.name) || (isWritten && this.given(setting) === undefined);
  }

  value<Value>(setting: Setting<Value>): Value | undefined {
    return this.given(setting)?.value;
  }

  path(setting: Setting<string>): GivenPath | undefined {
    const given = this.given(setting);
    if (given === undefined) {
      return undefined;
    }
    const { value: text, place, by } = given;
    return { text, place, by, from: by === 'file' ? this.source.workspace : this.source.folder };
  }

  #inFile<Value>({ name, kind, config }: Setting<Value>): Given<Value> | undefined {
    const found = config ? this.configuration?.value([name]) : undefined;
    if (this.configuration === undefined || found === undefined) {
      return undefined;
    }
    const read = kind.schema.safeParse(found);
    return read.success ? { value: read.data, place: this.configuration.place([name]), by: 'file' } : undefined;
  }
}

/** An input has nothing but text: a whole number in it is one. */
function typed(text: string, { look }: Kind<unknown>): unknown {
  return look.is === 'integer' && /^[0-9]{1,9}$/.test(text.trim()) ? Number(text) : text;
}
