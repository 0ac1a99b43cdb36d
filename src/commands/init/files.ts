import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { existing, type OutputFile, reasonOf, shownPath } from '../../files.ts';
import type { Programme } from '../../requirements/programme.ts';
import { type Staged, writingWhole } from '../../write-whole.ts';
import { type CiName, configurationFor, pipelinesFor, testsWorkflow } from './pipelines.ts';
import { defaultResults, type StarterSettings } from './starter-settings.ts';
import { renderConfiguration } from './starter.ts';

/* The files that `init` writes: which they are, whether they are there already, and all of them or none. */

/** The configuration file first; without the workflow of the user's own tests where it is there. */
export async function targetsOf(programme: Programme, ci: CiName, workspace: string): Promise<readonly string[]> {
  const nothing = { programme, flows: [], credentialsHeld: [], results: defaultResults, owner: undefined };
  const pipelines = pipelinesFor(ci, nothing).map((one) => one.path);
  const [tests] = await existing([path.join(workspace, testsWorkflow)]);
  return [configurationFor(ci, programme), ...pipelines.filter((one) => one !== testsWorkflow || tests === undefined)];
}

export function filesOf(
  starter: StarterSettings,
  ci: CiName,
  targets: readonly string[],
  workspace: string,
): readonly OutputFile[] {
  return [
    { path: configurationFor(ci, starter.programme), text: renderConfiguration(starter) },
    ...pipelinesFor(ci, starter),
  ]
    .filter((one) => targets.includes(one.path))
    .map((one) => ({ path: path.join(workspace, one.path), content: one.text }));
}

/** Writes all the files or none, and returns why nothing was written. What is there is overwritten. */
export async function writeTogether(files: readonly OutputFile[], workspace: string): Promise<string | undefined> {
  for (const { path: file } of files) {
    const found = await lstat(file).catch(() => undefined);
    if (found?.isDirectory() === true) {
      return `${shownPath(file, workspace)} is a folder`;
    }
  }
  return writingWhole(async (writer) => {
    const staged: Staged[] = [];
    for (const { path: file, content } of files) {
      try {
        staged.push(await writer.stage(file, content));
      } catch (error) {
        return `${shownPath(file, workspace)} can't be written (${reasonOf(error)})`;
      }
    }
    for (const one of staged) {
      await writer.finish(one);
    }
    return undefined;
  });
}

/** Which of the files exist, and what to do about it, after 'Nothing was written, '; a pipeline of the user's own is not to be lost. */
export async function existingInWords(
  targets: readonly string[],
  ci: CiName,
  workspace: string,
): Promise<string | undefined> {
  const found = await existing(targets.map((one) => path.join(workspace, one)));
  if (found.length === 0) return undefined;
  const names = found.map((one) => shownPath(one, workspace));
  const [, ...pipelines] = targets;
  const next =
    ci !== 'github' && pipelines.some((one) => names.includes(one))
      ? 'Give --ci none to write the configuration file alone, and add the jobs to yours by hand (see .github/recipes/ci in the repository of this program), or --force to overwrite.'
      : 'Give --force to overwrite.';
  return `since there is already: ${names.join(', ')}. ${next}`;
}
