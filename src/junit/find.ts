import * as nativeFs from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { escapePath, glob, isDynamicPattern, type FileSystemAdapter } from 'tinyglobby';
import type { Finding } from '../finding.ts';

export interface FoundReports {
  /** Relative to the workspace, with forward slashes, by code point, each file once even when links name it twice. */
  readonly files: readonly string[];
  readonly problems: readonly Finding[];
  /** Every glob that isn't an exclusion, as given, with the number of files it matched. */
  readonly searched: readonly { readonly glob: string; readonly files: number }[];
}

const limits = {
  /** How often one directory is entered through links: enough for every honest layout, and an end to circles. */
  visits: 16,
};
/** Searched only when the glob names them: nobody's results are there, and they are large. */
const unlessNamed = ['node_modules', '.git'];

/**
 * Finds report files. A glob is relative to the workspace or an absolute path inside of it; `!` in front excludes,
 * wherever it stands in the list; a directory means the `.xml` files anywhere in it; files and folders that begin with a
 * dot are seen. What can't be searched, leads outside of the workspace or matches nothing is a problem by name.
 *
 * @param workspace absolute path
 * @param others whether there are reports from elsewhere: then a glob that matches nothing is only a notice, since it may be
 *   meant for another place that the same configuration serves.
 */
export async function findReports(
  globs: readonly string[],
  workspace: string,
  { others = false }: { readonly others?: boolean } = {},
): Promise<FoundReports> {
  const search = await Search.in(workspace);
  const patterns = globs.map((text) => text.trim()).filter((text) => text !== '');
  for (const text of patterns.filter(isExclusion)) await search.exclude(text);
  const searched: { glob: string; files: number }[] = [];
  for (const text of patterns.filter((pattern) => !isExclusion(pattern))) {
    searched.push({ glob: text, files: await search.include(text, others) });
  }
  return { files: search.sortedFiles(), problems: search.problems, searched };
}

function isExclusion(text: string): boolean {
  return text.startsWith('!') && !text.startsWith('!(');
}

class Search {
  readonly problems: Finding[] = [];
  readonly #given: string;
  readonly #root: string;
  readonly #excluded: string[] = [];
  /** By real path, so that a link and its target are one file. */
  readonly #files = new Map<string, string>();
  /** Refused real paths, so that two globs complain once. */
  readonly #refused = new Set<string>();

  static async in(workspace: string): Promise<Search> {
    const given = resolve(workspace);
    return new Search(given, await realpath(given).catch(() => given));
  }

  private constructor(given: string, root: string) {
    this.#given = given;
    this.#root = root;
  }

  async exclude(text: string): Promise<void> {
    const pattern = this.#relative(text.slice(1));
    // What lies outside is not searched in the first place.
    if (pattern === undefined) return;
    const isDirectory = (await kindOf(resolve(this.#root, pattern))) === 'directory';
    this.#excluded.push(isDirectory ? `${escapePath(pattern)}/**` : pattern);
  }

  /** @returns the number of files that the glob matches */
  async include(text: string, others: boolean): Promise<number> {
    const pattern = this.#relative(text);
    if (pattern === undefined) {
      this.#complain(`"${text}" leads outside of the workspace, where no report is read. Copy the reports into it.`);
      return 0;
    }
    const matched = await this.#match(pattern, text);
    if (matched === undefined) return 0;
    let files = 0;
    for (const path of matched) if (await this.#take(path)) files++;
    if (matched.length === 0) {
      const hint = others
        ? 'Reports from elsewhere were checked without it.'
        : 'Check the path, and that the tests have run before.';
      this.#complain(`"${text}" matches no file in the workspace. ${hint}`, others ? 'notice' : 'warning');
    }
    return files;
  }

  sortedFiles(): readonly string[] {
    // The order of UTF-8 bytes is that of code points; the default order is that of UTF-16 units.
    return [...this.#files.values()].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }

  /** Undefined when the glob can't be searched, which has been said by then. */
  async #match(pattern: string, text: string): Promise<readonly string[] | undefined> {
    if (!(await this.#startsInside(pattern, text))) return undefined;
    // A path that exists as it stands is meant as it stands, also with brackets in it.
    const kind = await kindOf(resolve(this.#root, pattern));
    const wanted =
      kind === 'directory'
        ? `${escapePath(pattern)}/**/*.[xX][mM][lL]`
        : kind === 'file'
          ? escapePath(pattern)
          : pattern;
    const fs = guardedFs(this.#root, {
      outside: (link, target) =>
        this.#refuse(link, target, 'warning', 'is a link to a directory outside of the workspace'),
      unreadable: (directory, why) => this.#unreadable(directory, why),
    });
    const ignored = unlessNamed.filter((name) => !pattern.split('/').includes(name)).map((name) => `**/${name}/**`);
    return glob([wanted], {
      cwd: this.#root,
      dot: true,
      expandDirectories: false,
      ignore: [...this.#excluded, ...ignored],
      fs,
    });
  }

  /** Checks the part in front of the first wildcard: a link there would send the whole search outside. */
  async #startsInside(pattern: string, text: string): Promise<boolean> {
    const segments = pattern.split('/');
    const wildcard = segments.findIndex((segment) => isDynamicPattern(segment));
    const base = resolve(this.#root, ...segments.slice(0, wildcard === -1 ? segments.length : wildcard));
    const target = await realpath(base).catch(() => base);
    if (isInside(target, this.#root)) return true;
    this.#complain(
      `"${text}" leads through a link outside of the workspace, where no report is read. Copy the reports into it.`,
    );
    return false;
  }

  async #take(path: string): Promise<boolean> {
    const target = await realpath(resolve(this.#root, path)).catch(() => undefined);
    // A link to nothing, or a file that has gone: let the reader say so.
    const real = target ?? resolve(this.#root, path);
    if (!isInside(real, this.#root)) {
      this.#refuse(path, real, 'error', 'is a link to a file outside of the workspace');
      return false;
    }
    const known = this.#files.get(real);
    if (known === undefined || path < known) this.#files.set(real, path);
    return true;
  }

  /** The glob relative to the workspace, with forward slashes; undefined when it leads outside. */
  #relative(text: string): string | undefined {
    let pattern = text.replaceAll(sep, '/');
    for (const root of [this.#given, this.#root]) {
      // Only the root of a file system ends with a slash.
      const prefix = root.replaceAll(sep, '/').replace(/\/$/, '');
      if (pattern === prefix || pattern.startsWith(`${prefix}/`)) pattern = `.${pattern.slice(prefix.length)}`;
    }
    if (/^(?:\/|[A-Za-z]:\/)/.test(pattern)) return undefined;
    const segments: string[] = [];
    for (const segment of pattern.split('/')) {
      if (segment === '' || segment === '.') continue;
      if (segment !== '..') segments.push(segment);
      else if (segments.pop() === undefined) return undefined;
    }
    return segments.length === 0 ? '.' : segments.join('/');
  }

  #complain(message: string, severity: Finding['severity'] = 'warning'): void {
    this.problems.push({ kind: 'settings', severity, message: `In "results", ${message}` });
  }

  #refuse(path: string, target: string, severity: Finding['severity'], why: string): void {
    if (this.#refused.has(target)) return;
    this.#refused.add(target);
    const message = `It ${why} and is not read. Copy what it points to into the workspace.`;
    this.problems.push({ kind: 'unreadable', severity, message, place: { file: path } });
  }

  #unreadable(directory: string, why: string): void {
    if (this.#refused.has(directory)) return;
    this.#refused.add(directory);
    const message = `The directory can't be searched for reports (${why}). Make it readable, or exclude it: !${directory}/**`;
    this.problems.push({ kind: 'unreadable', severity: 'error', message, place: { file: directory } });
  }
}

/** Whether `path` is `root` or lies below; both absolute and real. */
function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** What is at a path, links followed; undefined when there is nothing or it can't be seen. */
async function kindOf(path: string): Promise<'directory' | 'file' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file';
  } catch {
    return undefined;
  }
}

/**
 * File functions for tinyglobby that keep it inside `root`: it follows links to directories wherever they lead, in
 * circles too, and passes over directories that it can't read without a word.
 */
function guardedFs(
  root: string,
  tell: {
    outside(link: string, target: string): void;
    unreadable(directory: string, why: string): void;
  },
): FileSystemAdapter {
  const visits = new Map<string, number>();
  const shown = (path: string): string => relative(root, path).replaceAll(sep, '/') || '.';
  const refusal = (link: string, target: string): boolean => {
    if (!isInside(target, root)) {
      tell.outside(shown(link), target);
      return true;
    }
    const count = (visits.get(target) ?? 0) + 1;
    visits.set(target, count);
    return count > limits.visits || isInside(dirname(link), target);
  };
  type Done<Value> = (error: Error | null, value?: Value) => void;
  const follow = (link: string, done: Done<string>): void => {
    nativeFs.realpath(link, (error, target) => {
      if (error !== null) {
        // A link to nothing is a file as far as the search goes: whoever reads it says what is wrong with it.
        return done(null, link);
      }
      // Links to files pass: those that match are looked at one by one.
      nativeFs.stat(target, (noStat, stats) => {
        if (noStat === null && stats.isDirectory() && refusal(link, target)) done(new Error('refused'));
        else done(null, target);
      });
    });
  };
  type Kind = Pick<nativeFs.Stats, 'isDirectory'>;
  const look = (path: string, done: Done<Kind>): void => {
    nativeFs.stat(path, (error, stats) => done(null, error === null ? stats : { isDirectory: () => false }));
  };
  const readdir = (path: string, options: { withFileTypes: true }, done: Done<nativeFs.Dirent[]>): void => {
    nativeFs.readdir(path, options, (error, entries) => {
      // What is not there (any more) holds no report.
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
        tell.unreadable(shown(path), error.code ?? error.message);
      }
      done(error, entries);
    });
  };
  // tinyglobby calls them in these forms only; Node's own types have a dozen more.
  const adapter: FileSystemAdapter = {};
  return Object.assign(adapter, { realpath: follow, stat: look, readdir });
}
