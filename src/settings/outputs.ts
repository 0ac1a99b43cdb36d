import { readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Programme } from '../requirements/programme.ts';
import type { Complain } from './complaint.ts';
import { type Given, type Look, readInteger, readText } from './given.ts';
import type { BadgeFiles, OutputSettings } from './settings.ts';
import { rangeFor, type SettingName } from './table.ts';

/**
 * Where documents are written to and read from. Relative paths start from the workspace; what is written must lie
 * inside it, links followed, and nothing is written twice or over the user's copy of the form.
 *
 * @param writesUnasked Whether checklist and report are written though no setting names them: the action's are its
 * product, a laptop's folder is nobody's to fill.
 * @param spoken How a setting is called that has its default value: `input checklist`.
 */
export async function readOutputs(
  programme: Programme,
  look: Look,
  workspace: string,
  writesUnasked: boolean,
  spoken: (name: SettingName) => string,
  complain: Complain,
): Promise<OutputSettings> {
  const resolve = (name: SettingName) => {
    const text = readText(look(name));
    return text === undefined ? undefined : path.resolve(workspace, text);
  };
  const formTemplate = resolve('form-template');
  const byDefault = (name: string, wanted: boolean) => (wanted ? path.join(workspace, name) : undefined);
  const checklist =
    resolve('checklist') ?? byDefault(programme.names.checklist, writesUnasked || formTemplate !== undefined);
  const report = resolve('report') ?? byDefault(programme.names.report, writesUnasked);
  const summary = resolve('summary');
  const junit = resolve('junit');
  const badge = badgeFiles(resolve('badge'));
  const where = (name: SettingName) => look(name)?.where ?? spoken(name);

  if (checklist !== undefined && path.extname(checklist).toLowerCase() !== '.docx') {
    complain(where('checklist'), 'must end in .docx, or Word will not open it.');
  }
  if (badge !== undefined && path.extname(badge.svg).toLowerCase() !== '.svg') {
    complain(where('badge'), 'must end in .svg, or no page will show it.');
  }
  const named = [
    { name: 'checklist', file: checklist },
    { name: 'report', file: report },
    { name: 'summary', file: summary },
    { name: 'junit', file: junit },
    { name: 'badge', file: badge?.svg },
    { name: 'badge', file: badge?.json },
  ] as const;
  const realWorkspace = await realPath(workspace);
  const taken = new Map(formTemplate === undefined ? [] : [[await realPath(formTemplate), 'form-template']]);
  for (const { name, file } of named) {
    if (file === undefined) continue;
    const real = await realPath(file);
    const isOutside = !isInside(file, workspace) || !isInside(real, realWorkspace);
    if (await isFolder(file)) complain(where(name), 'is a folder, not a file.');
    else if (isOutside) complain(where(name), 'lies outside of the workspace, where nothing is written.');
    const other = taken.get(real);
    if (other !== undefined) complain(where(name), `is the same file as ${other}, which would be overwritten.`);
    taken.set(real, name);
  }
  if (formTemplate !== undefined && !(await isFile(formTemplate))) {
    complain(
      where('form-template'),
      `there is no file ${readText(look('form-template')) ?? ''}.`,
      "Give the path of your copy of HMRC's form (.docx).",
    );
  }
  return {
    checklist,
    formTemplate,
    report,
    summary,
    junit,
    badge,
    artifactName: readArtifactName(look('artifact-name'), complain) ?? programme.names.artifact,
    artifactRetentionDays: readInteger(
      look('artifact-retention-days'),
      rangeFor(programme, 'artifact-retention-days'),
      complain,
    ),
  };
}

function badgeFiles(svg: string | undefined): BadgeFiles | undefined {
  if (svg === undefined) return undefined;
  const { dir, name } = path.parse(svg);
  return { svg, json: path.join(dir, `${name}.json`) };
}

export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** As many as Linux follows. */
const mostLinks = 40;

/** With links followed as far as the path exists, also those to what isn't there yet: writing would make it there. */
export async function realPath(file: string, links = 0): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const parent = path.dirname(file);
    if (parent === file) return file;
    const target = links > mostLinks ? undefined : await readlink(file).catch(() => undefined);
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

async function isFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true;
}

/** Source of the forbidden characters: GitHub's artifact service, which must serve Windows' file systems, too. */
function readArtifactName(given: Given | undefined, complain: Complain): string | undefined {
  const name = readText(given);
  if (given === undefined || name === undefined) return undefined;
  if (/["<>|*?:\\/\r\n]/.test(name) || name.length > 200) {
    complain(given.where, 'must be at most 200 characters, without " < > | * ? : \\ / and line breaks.');
  }
  return name;
}
