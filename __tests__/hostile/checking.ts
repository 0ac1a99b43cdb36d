import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { check } from '../check.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { readSettings } from '../../src/settings/read.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { freshFolder, writeFiles, type Files } from '../harness/process.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';
import { usualSettings } from './corpus/hostile-case.ts';

/** An hour behind the reference instant: by the clock, nothing of the reports lies in the future. */
export const CLOCK = Date.parse(AS_OF) + 3_600_000;

/** Proves all that is required but DSGB1. */
export const good: Files = { 'results/good.xml': buildReport(['PSGB1', 'ASGB1']) };

/** A workspace with these files. */
export async function workspaceOf(files: Files, prepare?: (workspace: string) => Promise<void>): Promise<string> {
  const workspace = join(freshFolder('hostile'), 'work');
  await writeFiles(workspace, files);
  await prepare?.(workspace);
  return workspace;
}

export async function settingsOf(workspace: string, values: Readonly<Record<string, string>> = {}): Promise<Settings> {
  const read = await readSettings({
    values: { ...usualSettings, ...values },
    host: 'command',
    workspace,
    now: CLOCK,
  });
  if ('findings' in read) throw new Error(`settings of a test: ${JSON.stringify(read.findings)}`);
  return read.settings;
}

/** The check as action and command run it, in this process. */
export async function checkFiles(
  files: Files,
  options: { values?: Readonly<Record<string, string>>; prepare?: (workspace: string) => Promise<void> } = {},
): Promise<{ readonly assessment: Assessment; readonly settings: Settings }> {
  const workspace = await workspaceOf({ ...good, ...files }, options.prepare);
  const settings = await settingsOf(workspace, options.values);
  const assessment = await check(settings, { now: CLOCK });
  // Node can't remove a file whose name is not UTF-8.
  if (options.prepare !== undefined) execFileSync('rm', ['-rf', workspace]);
  return { assessment, settings };
}
