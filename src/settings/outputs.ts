import { readlink, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Place } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Complain } from './mistakes.ts';
import { clip } from './nearest.ts';
import type { BadgeFiles, OutputSettings } from './settings.ts';

/** A path as somebody gave it. */
export interface GivenPath {
  readonly text: string;
  readonly place: Place;
  /** Who gave it: a file that a pull request can change may name nothing outside of the workspace. */
  readonly by: 'file' | 'input' | 'flag';
  /** Absolute: what it is relative to. */
  readonly from: string;
}

type PathName = 'checklist' | 'formTemplate' | 'report' | 'summary' | 'junit' | 'badge' | 'verifyForm';

export interface PathSource {
  readonly programme: Programme;
  readonly workspace: string;
  readonly given: Readonly<Partial<Record<PathName, GivenPath | undefined>>>;
  /**
   * Whether checklist and report are written though no setting names them: the action's are its product, a laptop's folder
   * is nobody's to fill.
   */
  readonly writesUnasked: boolean;
  /** Where a setting would be given that has its default value. */
  readonly placeOf: (name: string) => Place;
  readonly complain: Complain;
}

export type PathSettings = Omit<OutputSettings, 'artifactName' | 'artifactRetentionDays'> & {
  readonly verifyForm: string | undefined;
};

/** Can go to standard output, as `-`. */
const streams = ['report', 'summary', 'junit'] as const;
type Stream = (typeof streams)[number];

/**
 * Where documents are written to and read from. Nothing is written twice or over the user's copy of the form, and what the
 * configuration file names must lie inside the workspace, links followed.
 */
export async function readOutputs(source: PathSource): Promise<PathSettings> {
  const { given, programme, workspace, writesUnasked, complain } = source;
  const toStandardOutput = standardOutput(given, complain);
  const at = (name: PathName) => {
    const one = given[name];
    return one === undefined || one.text === '-' ? undefined : resolvePath(one, complain);
  };
  const formTemplate = at('formTemplate');
  const verifyForm = at('verifyForm');
  const byDefault = (name: string, wanted: boolean) => (wanted ? path.join(workspace, name) : undefined);
  const paths = {
    checklist:
      at('checklist') ?? byDefault(programme.names.checklist, writesUnasked || given.formTemplate !== undefined),
    report: at('report') ?? byDefault(programme.names.report, writesUnasked && given.report === undefined),
    summary: at('summary'),
    junit: at('junit'),
    badge: badgeFiles(at('badge')),
  };
  const placeOf = (name: PathName) => given[name]?.place ?? source.placeOf(name);
  if (paths.checklist !== undefined && path.extname(paths.checklist).toLowerCase() !== '.docx') {
    complain(placeOf('checklist'), 'must end in .docx, or Word will not open it.');
  }
  if (paths.badge !== undefined && path.extname(paths.badge.svg).toLowerCase() !== '.svg') {
    complain(placeOf('badge'), 'must end in .svg, or no page will show it.');
  }
  await checkWritten(paths, formTemplate, source, placeOf);
  await checkRead(given.formTemplate, formTemplate, source);
  await checkRead(given.verifyForm, verifyForm, source);
  return { ...paths, formTemplate, verifyForm, toStandardOutput };
}

/** What goes to standard output: one thing at most, and only on a command line. */
function standardOutput(given: PathSource['given'], complain: Complain): Stream | undefined {
  for (const [name, one] of Object.entries(given)) {
    if (one?.text === '-' && (one.by !== 'flag' || !streams.some((stream) => stream === name))) {
      complain(one.place, "can't be '-', which stands for standard output.", 'Give the path of a file.');
    }
  }
  const [first, second] = streams.filter((name) => given[name]?.text === '-' && given[name].by === 'flag');
  const place = second === undefined ? undefined : given[second]?.place;
  if (place !== undefined) {
    complain(place, `can't go to standard output, where ${first ?? ''} goes already.`, 'Give one of them a file.');
  }
  return first;
}

/** What is written must have a file of its own, and no other than it may. */
async function checkWritten(
  paths: Pick<PathSettings, Stream | 'checklist' | 'badge'>,
  formTemplate: string | undefined,
  { given, workspace, complain }: PathSource,
  placeOf: (name: PathName) => Place,
): Promise<void> {
  const named = [
    { name: 'checklist', file: paths.checklist },
    { name: 'report', file: paths.report },
    { name: 'summary', file: paths.summary },
    { name: 'junit', file: paths.junit },
    { name: 'badge', file: paths.badge?.svg },
    { name: 'badge', file: paths.badge?.json },
  ] as const;
  const taken = new Map(formTemplate === undefined ? [] : [[await realPath(formTemplate), 'form-template']]);
  const wrong = new Set<PathName>();
  for (const { name, file } of named) {
    // What is wrong with the picture of a badge is wrong with the file beside it.
    if (file === undefined || wrong.has(name)) {
      continue;
    }
    const real = await realPath(file);
    const refuse = (message: string, next?: string) => {
      wrong.add(name);
      complain(placeOf(name), message, next);
    };
    if (await isFolder(file)) {
      refuse('is a folder, not a file.');
    } else if (given[name]?.by === 'file' && !isInside(file, workspace)) {
      refuse(outside, 'Choose a path inside of it, or give this as an input or a flag.');
    } else if (isInside(file, workspace) && !(await isHeld(file, workspace))) {
      refuse('leads outside of the workspace through a link.', 'Remove the link, or write where it leads.');
    }
    const other = taken.get(real);
    if (other !== undefined) {
      refuse(`is the same file as ${other}, which would be overwritten.`);
    }
    taken.set(real, name);
  }
}

const outside = 'lies outside of the workspace, where the configuration file can name nothing.';

/** What is not there stops no evidence from being judged: whoever reads it says so. */
async function checkRead(
  given: GivenPath | undefined,
  file: string | undefined,
  { workspace, complain }: PathSource,
): Promise<void> {
  if (given?.by === 'file' && file !== undefined && !(await isHeld(file, workspace))) {
    complain(given.place, outside, 'Choose a path inside of it, or give this as an input or a flag.');
  }
}

/** Whether a path lies in the workspace, as it stands and with its links followed. */
export async function isHeld(file: string, workspace: string): Promise<boolean> {
  return isInside(file, workspace) && isInside(await realPath(file), await realPath(workspace));
}

/**
 * The absolute path of what was given. Inputs and flags may begin with `~` or a variable (`$RUNNER_TEMP/…`), which no shell
 * has seen there.
 *
 * @returns undefined after a complaint.
 */
export function resolvePath(given: GivenPath, complain: Complain): string | undefined {
  const { text, place, by, from } = given;
  const windows = windowsPath(text);
  if (windows !== undefined) {
    complain(place, `'${text}' is a path with backslashes.`, `Write it with forward slashes: ${windows}.`);
    return undefined;
  }
  const start = homeOrVariable(text);
  if (by === 'file' && start !== undefined) {
    complain(place, notPutIn(text, start), fromTheTop);
    return undefined;
  }
  return by === 'file'
    ? path.resolve(from, text)
    : expanded(text, from, (name) => {
        complain(place, `'${text}': the variable ${name} is not set here.`, 'Write the path out.');
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

function badgeFiles(svg: string | undefined): BadgeFiles | undefined {
  if (svg === undefined) {
    return undefined;
  }
  const { dir, name } = path.parse(svg);
  return { svg, json: path.join(dir, `${name}.json`) };
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

async function isFolder(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.isDirectory() === true;
}
