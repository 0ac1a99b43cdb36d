import type { Finding } from '../finding.ts';
import { workspaceOf } from '../settings/file/configuration-file.ts';
import { readSettings } from '../settings/read.ts';
import type { Settings } from '../settings/settings.ts';
import { type Call, meantBy } from './command.ts';

/**
 * The settings of a command that checks; or every mistake in its flags, what else is wrong with the call, and the mistakes in
 * settings.
 */
export async function callSettings(
  { values, flagNames, mistakes, folder, now }: Omit<Call, 'positionals'>,
  wrong: readonly Finding[] = [],
): Promise<{ readonly settings: Settings } | { readonly findings: readonly Finding[] }> {
  const workspace = await workspaceOf(folder);
  const mistyped = meantBy(mistakes);
  const read = await readSettings({ values, flagNames, host: 'command', workspace, folder, now, mistyped });
  const findings = [...mistakes, ...wrong, ...('findings' in read ? read.findings : [])];
  return findings.length > 0 ? { findings } : read;
}
