import { readlink, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Place } from '../finding.ts';
import type { AddMistake } from './mistakes.ts';
import { clip } from './nearest.ts';

/* Paths and globs as people give them, and where they lead. */

/** A path as somebody gave it. */
export interface GivenPath {
  readonly text: string;
  readonly place: Place;
  /** Who gave it: a file that a pull request can change may name nothing outside of the workspace. */
  readonly by: 'file' | 'input' | 'flag';
  /** Absolute: what it is relative to. */
  readonly from: string;
}

/** Whether a path lies in the workspace, as it stands and with its links followed. */
export async function isHeld(file: string, workspace: string): Promise<boolean> {
  return isInside(file, workspace) && isInside(await realPath(file), await realPath(workspace));
}

/**
 * The absolute path of what was given. Inputs and flags may begin with `~` or a variable (`$RUNNER_TEMP/…`), which no shell
 * has seen there.
 *
 * @returns undefined after a mistake.
 */
export function resolvePath(given: GivenPath, addMistake: AddMistake): string | undefined {
  const { text, place, by, from } = given;
  const windows = windowsPath(text);
  if (windows !== undefined) {
    addMistake(place, `'${text}' is a path with backslashes.`, `Write it with forward slashes: ${windows}.`);
    return undefined;
  }
  const start = homeOrVariable(text);
  if (by === 'file' && start !== undefined) {
    addMistake(place, notPutIn(text, start), fromTheTop);
    return undefined;
  }
  return by === 'file'
    ? path.resolve(from, text)
    : expanded(text, from, (name) => {
        addMistake(place, `'${text}': the variable ${name} is not set here.`, 'Write the path out.');
      });
}

/** What a path begins with that stands for another one: `~` or `$RUNNER_TEMP`. */
function homeOrVariable(text: string): string | undefined {
  return /^(?:~|\$(?:\w+|\{\w+\}))(?=\/|$)/.exec(text)?.[0];
}

const fromTheTop = 'Write a path that starts from the workspace, or give this as an input or a flag.';

/** What keeps a glob from being searched for, and what to write instead. */
export function globFault(
  glob: string,
  { isInFile }: { readonly isInFile: boolean },
): { readonly message: string; readonly next: string } | undefined {
  const windows = windowsPath(glob);
  if (windows !== undefined) {
    return { message: `'${glob}' has backslashes.`, next: `Write it with forward slashes: ${windows}.` };
  }
  if (glob === '-') {
    return { message: "can't be '-': reports are read from files.", next: 'Give the path of a file, or a glob.' };
  }
  const start = isInFile ? homeOrVariable(glob.replace(/^!(?!\()/, '')) : undefined;
  return start === undefined ? undefined : { message: notPutIn(glob, start), next: fromTheTop };
}

function notPutIn(text: string, start: string): string {
  return `'${clip(text)}': ${start} stands for nothing in the configuration file, only in an input or a flag.`;
}

/** A path, with the home folder or a variable that it begins with put in. */
export function expanded(text: string, from: string, unset: (name: string) => void): string | undefined {
  if (text === '~' || text.startsWith('~/')) {
    return path.join(homedir(), text.slice(1));
  }
  const [all = '', plain, braced] = /^\$(?:(\w+)|\{(\w+)\})(?=\/|$)/.exec(text) ?? [];
  const name = plain ?? braced;
  if (name === undefined) {
    return path.resolve(from, text);
  }
  const value = process.env[name];
  if (value === undefined || value === '') {
    unset(`$${name}`);
    return undefined;
  }
  return path.resolve(from, `${value}${text.slice(all.length)}`);
}

/** A path of Windows as it would have to be written here; undefined for any other. */
function windowsPath(text: string): string | undefined {
  return path.sep === '/' && /\\(?![[\](){}!?+@])/.test(text) ? text.replaceAll('\\', '/') : undefined;
}

export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** As many as Linux follows. */
const maxLinks = 40;

/** With links followed as far as the path exists, also those to what isn't there yet: writing would make it there. */
export async function realPath(file: string, links = 0): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const parent = path.dirname(file);
    if (parent === file) {
      return file;
    }
    const target = links > maxLinks ? undefined : await readlink(file).catch(() => undefined);
    const folder = await realPath(parent, links);
    return target === undefined
      ? path.join(folder, path.basename(file))
      : realPath(path.resolve(folder, target), links + 1);
  }
}

/**
 * Whether a path leads into a folder in which nothing is written: whoever can write there can have the repository or its
 * workflows run programs. Some disks ignore letter case.
 */
export async function isProtected(file: string, workspace: string): Promise<boolean> {
  const [real, top] = [await realPath(file), await realPath(workspace)];
  const folders = (isInside(real, top) ? path.relative(top, real) : real).toLowerCase().split(path.sep);
  return folders.some((name, index) => name === '.git' || (name === '.github' && folders[index + 1] === 'workflows'));
}
