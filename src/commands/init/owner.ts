import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Source: GitHub's rules for account names; managed users have an underscore before their enterprise's short code. */
const accountShape = /^[a-z\d](?:[a-z\d_]|-(?=[a-z\d])){0,38}$/iu;

/** An account's name as GitHub allows it. */
export function isAccount(text: string): boolean {
  return accountShape.test(text);
}

/**
 * The account on GitHub that a repository belongs to, by the address of its remote `origin`; undefined where there is none, or
 * it is elsewhere.
 *
 * @param top Absolute path of the repository's top.
 */
export async function ownerOf(top: string): Promise<string | undefined> {
  const settings = await readFile(path.join(await gitFolderOf(top), 'config'), 'utf8').catch(() => '');
  const origin = /^\s*\[remote "origin"\]\s*$([^[]*)/mu.exec(settings)?.[1] ?? '';
  const address = /^\s*url\s*=\s*"?(\S+?)"?\s*$/mu.exec(origin)?.[1] ?? '';
  // https://github.com/acme/transit.git, git@github.com:acme/transit.git, ssh://git@github.acme.example:22/acme/transit
  const [, host = '', owner = ''] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([\w.-]+)(?::\d+(?=\/))?[:/]+([^/]+)\/[^/]+$/iu.exec(address) ?? [];
  return /github|\.ghe\.com$/iu.test(host) && isAccount(owner) ? owner : undefined;
}

/** In a work tree or a submodule `.git` is a file that names the folder; a work tree's settings are in the folder of all. */
async function gitFolderOf(top: string): Promise<string> {
  const own = path.join(top, '.git');
  const named = /^gitdir: (.+)$/mu.exec(await readFile(own, 'utf8').catch(() => ''))?.[1]?.trim();
  if (named === undefined) return own;
  const folder = path.resolve(top, named);
  const common = await readFile(path.join(folder, 'commondir'), 'utf8').catch(() => '.');
  return path.resolve(folder, common.trim());
}
