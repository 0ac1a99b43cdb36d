import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Place } from '../../finding.ts';
import { listed } from '../../text/wording.ts';
import type { Programme } from '../../requirements/programme.ts';
import { defaultProgramme, programmes } from '../../requirements/programmes.ts';
import type { Configuration } from './configuration.ts';
import type { AddMistake } from '../mistakes.ts';
import { type GivenPath, isInside, resolvePath } from '../paths.ts';

/** Written by hand, a file has a few hundred lines; beyond this it is something else. */
const maxBytes = 128 * 1024;

/** What the command line or the inputs say of the file. */
interface Asked {
  readonly config: GivenPath | undefined;
  readonly programme: { readonly value: Programme; readonly place: Place } | undefined;
  /** Where the programme would be given. */
  readonly missing: Place;
}

/** The top of the repository that a folder lies in, by its `.git`; undefined outside of one. */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  const isTop = await stat(path.join(folder, '.git')).then(Boolean, () => false);
  const parent = path.dirname(folder);
  return isTop ? folder : parent === folder ? undefined : repositoryOf(parent);
}

/**
 * The folder that a command called in another one works in: the top of the repository where the configuration file stands
 * there and none stands here.
 */
export async function workspaceOf(folder: string): Promise<string> {
  const top = await repositoryOf(folder);
  return top !== undefined && !(await isConfigured(folder)) && (await isConfigured(top)) ? top : folder;
}

async function isConfigured(folder: string): Promise<boolean> {
  return (await havingFile([...programmes.values()], folder)).length > 0;
}

/** Those whose configuration file stands in that folder. */
async function havingFile(among: readonly Programme[], folder: string): Promise<readonly Programme[]> {
  const files = among.map(({ names }) => path.join(folder, names.configuration));
  const found = await Promise.all(files.map((file) => stat(file).then(Boolean, () => false)));
  return among.filter((_, index) => found[index]);
}

export interface Loaded {
  readonly programme: Programme;
  /** Nobody has said which programme is meant, and no file tells. */
  readonly isProgrammeAssumed: boolean;
  /** 'broken' when it can't be used, after mistakes that say why. */
  readonly configuration: Configuration | 'none' | 'broken';
  /** Programmes whose file is there and isn't read, since another is asked for, which has none. */
  readonly passedOver: readonly Programme[];
}

/**
 * Reads the configuration file that is named, or the one in the place of the programme, and finds out which programme is
 * meant: an input or a flag says it, or else the file does, by its key or its name.
 *
 * @param workspace Absolute. A link in it that leads outside is refused, since a pull request can make one.
 */
export async function loadConfiguration(asked: Asked, workspace: string, addMistake: AddMistake): Promise<Loaded> {
  const { file, named } =
    asked.config === undefined
      ? await findFile(asked, workspace, addMistake)
      : { file: givenFile(asked.config, workspace, addMistake), named: undefined };
  const configuration = typeof file === 'string' ? file : await readFileAt(file, workspace, addMistake);
  const others = file === 'none' ? [...programmes.values()].filter((one) => one !== asked.programme?.value) : [];
  const passedOver = await havingFile(others, workspace);
  return { ...programmeOf(asked, configuration, named, addMistake), configuration, passedOver };
}

function givenFile(config: GivenPath, workspace: string, addMistake: AddMistake): NamedFile | 'broken' {
  const absolute = resolvePath(config, addMistake);
  return absolute === undefined
    ? 'broken'
    : { file: shownIn(workspace, absolute), said: config.text, absolute, place: config.place };
}

/** The one file that stands in the place of a programme's, and whose place that is. */
async function findFile(
  asked: Asked,
  workspace: string,
  addMistake: AddMistake,
): Promise<{ readonly file: NamedFile | 'none' | 'broken'; readonly named: Programme | undefined }> {
  const candidates = asked.programme === undefined ? [...programmes.values()] : [asked.programme.value];
  const found: Programme[] = [];
  const near: Programme[] = [];
  for (const programme of candidates) {
    const folder = path.resolve(workspace, path.dirname(programme.names.configuration));
    const entries = await readdir(folder).catch((): readonly string[] => []);
    if (entries.includes(path.basename(programme.names.configuration))) {
      found.push(programme);
    } else if (await addNearNames(programme.names.configuration, workspace, addMistake)) {
      near.push(programme);
    }
  }
  const [named, other] = found;
  if (named === undefined) {
    return { file: near.length === 0 ? 'none' : 'broken', named: near[0] };
  }
  if (other !== undefined) {
    const names = listed(found.map(({ names: { configuration } }) => configuration));
    addMistake(
      asked.missing,
      `is missing: ${names} are both there, and nothing tells which of them is meant.`,
      `Give programme (${found.map(({ id }) => id).join(' or ')}), or name the file with config.`,
    );
    return { file: 'broken', named };
  }
  const file = named.names.configuration;
  return { file: { file, said: file, absolute: path.resolve(workspace, file), place: { file } }, named };
}

/** @param named Of the file's own name. */
function programmeOf(
  asked: Asked,
  configuration: Configuration | 'none' | 'broken',
  named: Programme | undefined,
  addMistake: AddMistake,
): Pick<Loaded, 'programme' | 'isProgrammeAssumed'> {
  const isRead = typeof configuration !== 'string';
  const key = isRead ? configuration.value(['programme']) : undefined;
  const said = typeof key === 'string' ? programmes.get(key.trim().toLowerCase()) : undefined;
  if (said !== undefined && asked.programme !== undefined && said !== asked.programme.value && isRead) {
    addMistake(
      configuration.place(['programme']),
      `is ${said.id}, but ${asked.programme.place.setting ?? 'what is checked'} is ${asked.programme.value.id}.`,
      'Leave one of the two out, or give the configuration file of that programme with config.',
    );
  }
  const programme = asked.programme?.value ?? said ?? named ?? defaultProgramme;
  const isAssumed = asked.programme === undefined && said === undefined && programme === defaultProgramme;
  return { programme, isProgrammeAssumed: isAssumed };
}

/** Of a file that somebody most likely meant to be read: another extension or letter case, or the wrong folder. Whether there is one. */
async function addNearNames(file: string, workspace: string, addMistake: AddMistake): Promise<boolean> {
  const { name, dir } = path.parse(file);
  const folders = [...new Set(await namesLike(workspace, dir)), ''];
  let isThere = false;
  for (const folder of folders) {
    const entries = await readdir(path.join(workspace, folder)).catch((): readonly string[] => []);
    const near = entries.filter((entry) => {
      const { name: stem, ext } = path.parse(entry.toLowerCase());
      return stem === name.toLowerCase() && (ext === '.yml' || ext === '.yaml');
    });
    for (const entry of near) {
      isThere = true;
      const found = folder === '' ? entry : `${folder}/${entry}`;
      const next = `Rename it to ${file}, or name it with config: ${found}.`;
      addMistake({ file: found }, 'looks like the configuration file, but is not read under this name.', next);
    }
  }
  return isThere;
}

async function namesLike(workspace: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(workspace).catch((): readonly string[] => []);
  return [folder, ...entries.filter((entry) => entry.toLowerCase() === folder.toLowerCase())];
}

/** Relative to the workspace where it lies in it. */
function shownIn(workspace: string, absolute: string): string {
  const shown = isInside(absolute, workspace) ? path.relative(workspace, absolute) : absolute;
  return shown.split(path.sep).join('/');
}

interface NamedFile {
  /** As shown with lines of it. */
  readonly file: string;
  /** As somebody named it. */
  readonly said: string;
  readonly absolute: string;
  /** Where it was named. */
  readonly place: Place;
}

async function readFileAt(
  { file, said, absolute, place }: NamedFile,
  workspace: string,
  addMistake: AddMistake,
): Promise<Configuration | 'broken'> {
  const real = await realpath(absolute).catch(() => absolute);
  const root = await realpath(workspace).catch(() => workspace);
  // Whoever names a path outside may; what lies inside, a pull request can make a link of.
  if ((isInside(absolute, workspace) || isInside(absolute, root)) && !isInside(real, root)) {
    addMistake(place, `${said} is a link that leads outside of the workspace, where no configuration is read.`);
    return 'broken';
  }
  const bytes = await bytesOf(absolute, said, place, addMistake);
  return bytes === undefined ? 'broken' : parse(file, bytes, addMistake);
}

async function bytesOf(
  absolute: string,
  file: string,
  place: Place,
  addMistake: AddMistake,
): Promise<Uint8Array | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(absolute);
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    addMistake(place, absent ? `there is no file ${file}.` : `${file} can't be opened.`);
    return undefined;
  }
  try {
    if (!(await handle.stat()).isFile()) {
      addMistake(place, `${file} is not a file.`);
      return undefined;
    }
    const bytes = await readBytes(handle);
    if (bytes.length > maxBytes) {
      addMistake(place, `${file} is larger than ${maxBytes / 1024} KiB, which no configuration is.`);
      return undefined;
    }
    return bytes;
  } catch {
    addMistake(place, `${file} can't be read.`);
    return undefined;
  } finally {
    await handle.close();
  }
}

/** One byte more than allowed at most, whatever size the file is said to have. */
async function readBytes(handle: FileHandle): Promise<Uint8Array> {
  const buffer = new Uint8Array(maxBytes + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    length += bytesRead;
    if (bytesRead === 0 || length === buffer.length) {
      return buffer.subarray(0, length);
    }
  }
}

async function parse(file: string, bytes: Uint8Array, addMistake: AddMistake): Promise<Configuration | 'broken'> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    addMistake({ file }, 'is not UTF-8 text.', 'Save it with that encoding.');
    return 'broken';
  }
  // yaml costs start-up time that a run without a file need not pay.
  const { parseConfiguration } = await import('./configuration.ts');
  return parseConfiguration(file, text, addMistake) ?? 'broken';
}
