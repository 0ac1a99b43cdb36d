import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Finding, placeInWords } from '../../src/finding.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { Programme } from '../../src/requirements/programme.ts';
import { readSettings, type SettingsSource } from '../../src/settings/read.ts';
import type { Settings } from '../../src/settings/settings.ts';

export interface Situation {
  /** Inputs or flags beside a source of results. */
  values?: Record<string, string | undefined>;
  /** Text of .github/ncts5.yml. */
  file?: string | Uint8Array;
  /** Other files of the workspace. */
  files?: Record<string, string>;
  host?: SettingsSource['host'];
  /** Default: NCTS5, whatever is given; undefined: what is given decides. */
  programme?: Programme | undefined;
  now?: number;
  /** What paths in inputs or flags start from, in the workspace. */
  folder?: string;
}

/** A folder with those files, gone after the test. */
export async function workspaceOf({ file, files = {} }: Situation): Promise<string> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'ncts5-settings-'));
  onTestFinished(() => rm(workspace, { recursive: true, force: true }));
  const all = { ...files, ...(file === undefined ? {} : { '.github/ncts5.yml': file }) };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(workspace, name)), { recursive: true });
    await writeFile(path.join(workspace, name), content);
  }
  return workspace;
}

/** When settings are read, unless a test says otherwise: before every as-of in these tests. */
export const clock = Date.parse('2026-01-01T00:00:00Z');

async function read(situation: Situation) {
  const { values = {}, host = 'action', now = clock, folder } = situation;
  const programme = 'programme' in situation ? situation.programme : ncts5;
  const workspace = await workspaceOf(situation);
  return readSettings({
    values: { results: 'results/*.xml', ...values },
    host,
    programme,
    workspace,
    now,
    ...(folder === undefined ? {} : { folder: path.join(workspace, folder) }),
  });
}

/** The settings; an error that tells the mistakes when there are any. */
export async function settingsOf(situation: Situation): Promise<Settings> {
  const result = await read(situation);
  if ('findings' in result) throw new Error(JSON.stringify(result.findings, null, 2));
  return result.settings;
}

/** The mistakes as people read them, one a line; empty when there are none. */
export async function mistakesTold(situation: Situation): Promise<string[]> {
  const result = await read(situation);
  return 'findings' in result ? result.findings.map(inWords) : [];
}

/** What is said of settings that can be used. */
export async function remarksOf(situation: Situation): Promise<string[]> {
  const { findings } = await settingsOf(situation);
  return findings.map(inWords);
}

/** A finding with its place. */
export function inWords({ place, message, next }: Finding): string {
  return [placeInWords(place), message].filter(Boolean).join(': ') + (next === undefined ? '' : ` ${next}`);
}

/** What makes settings complete, for tests about something else. */
export const enough = { flows: 'arrival', procedures: 'simplified' };
