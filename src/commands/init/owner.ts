import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import own from '../../../package.json' with { type: 'json' };

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
  return accountIn(address);
}

const manifest = z.object({ name: z.literal(own.name), repository: z.object({ url: z.string() }) });

/** The account that publishes this program, as the package that it was installed from names its repository. */
export async function publisher(): Promise<string | undefined> {
  const [, script = ''] = process.argv;
  try {
    const file = path.join(path.dirname(await realpath(script)), '..', 'package.json');
    const { repository } = manifest.parse(JSON.parse(await readFile(file, 'utf8')));
    return repository.url.endsWith(`/${own.name}.git`) ? accountIn(repository.url) : undefined;
  } catch {
    return undefined;
  }
}

/** The account in the address of a repository on GitHub. */
function accountIn(address: string): string | undefined {
  // https://github.com/acme/transit.git, git@github.com:acme/transit.git, ssh://git@github.acme.example:22/acme/transit
  const [, host = '', owner = ''] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([\w.-]+)(?::\d+(?=\/))?[:/]+([^/]+)\/[^/]+$/iu.exec(address) ?? [];
  return /github|\.ghe\.com$/iu.test(host) && isAccount(owner) ? owner : undefined;
}

/** In a work tree or a submodule `.git` is a file that names the folder; a work tree's settings are in the folder of all. */
async function gitFolderOf(top: string): Promise<string> {
  const file = path.join(top, '.git');
  const named = /^gitdir: (.+)$/mu.exec(await readFile(file, 'utf8').catch(() => ''))?.[1]?.trim();
  if (named === undefined) return file;
  const folder = path.resolve(top, named);
  const common = await readFile(path.join(folder, 'commondir'), 'utf8').catch(() => '.');
  return path.resolve(folder, common.trim());
}
