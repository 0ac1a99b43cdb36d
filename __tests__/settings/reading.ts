import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { Programme } from '../../src/requirements/programme.ts';
import type { Complaint } from '../../src/settings/complaint.ts';
import { readSettings, type SettingsSource } from '../../src/settings/read.ts';
import type { Settings } from '../../src/settings/settings.ts';

export interface Situation {
  /** Inputs or flags beside a source of results. */
  values?: Record<string, string | undefined>;
  /** Text of .github/ncts5.yml. */
  file?: string | Uint8Array;
  /** Other files of the workspace. */
  files?: Record<string, string>;
  spokenAs?: SettingsSource['spokenAs'];
  /** Default: NCTS5, whatever is given; undefined: what is given decides. */
  programme?: Programme | undefined;
  now?: number;
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

async function read(situation: Situation) {
  const { values = {}, spokenAs = 'input', now } = situation;
  const programme = 'programme' in situation ? situation.programme : ncts5;
  return readSettings({
    values: { results: 'results/*.xml', ...values },
    spokenAs,
    programme,
    workspace: await workspaceOf(situation),
    ...(now === undefined ? {} : { now }),
  });
}

/** The settings; an error that tells the complaints when there are any. */
export async function settingsOf(situation: Situation): Promise<Settings> {
  const result = await read(situation);
  if ('complaints' in result) throw new Error(JSON.stringify(result.complaints, null, 2));
  return result.settings;
}

/** The complaints as people read them, one a line; empty when there are none. */
export async function complaintsOf(situation: Situation): Promise<string[]> {
  const result = await read(situation);
  const complaints: readonly Complaint[] = 'complaints' in result ? result.complaints : [];
  return complaints.map(({ where, message, hint }) => `${where}: ${message}${hint === undefined ? '' : ` ${hint}`}`);
}

/** What makes settings complete, for tests about something else. */
export const enough = { flows: 'arrival', procedures: 'simplified' };
