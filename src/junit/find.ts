import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { escapePath, glob, isDynamicPattern } from 'tinyglobby';
import type { Finding } from '../finding.ts';
import { detached } from '../text/detached.ts';
import { guardedFs, isAtOrBelow, kindOf, realPathOf } from './walk.ts';

export interface FoundReports {
  /**
   * Relative to the workspace, absolute where they lie outside of it, with forward slashes, by code point; each file once
   * even when links name it twice.
   */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** Searched only when the glob names them: nobody's results are there, and they are large. */
const unlessNamed = ['node_modules', '.git'];

export interface FindOptions {
  /**
   * Whether there are reports from elsewhere: then a glob that matches nothing is only a notice, since it may be meant for
   * another place that the same configuration serves.
   */
  readonly others?: boolean;
  /** Whether globs may lead outside of the workspace: those that the user of the program gives, not those of a file in it. */
  readonly anywhere?: boolean;
  /** Whether a glob without a file is an error even where none has any: there are reports of other applications. */
  readonly needed?: boolean;
}

/**
 * Finds report files. A glob is relative to the workspace or absolute; `!` in front excludes, wherever it stands in the
 * list; a directory means the `.xml` files anywhere in it; files and folders that begin with a dot are seen. What can't be
 * searched, leads outside of the workspace or matches nothing is a finding by name. Each glob has to bring something: one
 * without a file, beside others with files, may hide a newer failure, and is an error.
 *
 * @param workspace absolute path
 */
export async function findReports(
  globs: readonly string[],
  workspace: string,
  { others = false, anywhere = false, needed = false }: FindOptions = {},
): Promise<FoundReports> {
  const inside = await Search.in(workspace);
  const patterns = globs.map((text) => text.trim()).filter((text) => text !== '');
  const exclusions = patterns.filter(isExclusion);
  for (const text of exclusions) {
    await inside.exclude(text);
  }
  const files: string[] = [];
  const findings: Finding[] = [];
  for (const text of patterns.filter((pattern) => !isExclusion(pattern))) {
    if (anywhere && inside.isOutside(text)) {
      const found = await searchOutside(text, exclusions, workspace, others);
      files.push(...found.files);
      findings.push(...found.findings);
    } else {
      await inside.include(text, others);
    }
  }
  const all = [...inside.sortedFiles(), ...new Set(files.toSorted())];
  return { files: all, findings: strict([...inside.findings, ...findings], needed || all.length > 0) };
}

/** Searches from the first folder of a glob that has no wildcard. Paths come out absolute. */
async function searchOutside(
  text: string,
  exclusions: readonly string[],
  workspace: string,
  others: boolean,
): Promise<Pick<FoundReports, 'files' | 'findings'>> {
  const absolute = resolve(workspace, text);
  const segments = absolute.split(sep);
  const wildcard = segments.findIndex((segment) => isDynamicPattern(segment));
  const base = segments.slice(0, wildcard === -1 ? -1 : wildcard).join(sep) || sep;
  const search = await Search.in(base);
  for (const exclusion of exclusions) {
    await search.exclude(`!${resolve(workspace, exclusion.slice(1))}`);
  }
  await search.include(absolute, others);
  const shown = (file: string) => join(base, file).replaceAll(sep, '/');
  return {
    files: search.sortedFiles().map(shown),
    findings: search.findings.map((finding) => ({
      ...finding,
      place: finding.place?.file === undefined ? finding.place : { ...finding.place, file: shown(finding.place.file) },
    })),
  };
}

/** What brought nothing beside reports that were found keeps the verdict from being ready: it may hide a newer failure. */
function strict(findings: readonly Found[], isAnyFound: boolean): readonly Finding[] {
  return findings.map(({ isEmpty, ...finding }) =>
    isEmpty === true && isAnyFound && finding.severity === 'warning'
      ? {
          ...finding,
          kind: 'unreadable',
          severity: 'error',
          next: `${finding.next ?? ''} Leave it out of results if it is meant to be empty: what is missing may hide a newer failure.`.trim(),
        }
      : finding,
  );
}

/** What was found wrong, and whether it is that a glob brought no file. */
type Found = Finding & { readonly isEmpty?: boolean };

function isExclusion(text: string): boolean {
  return text.startsWith('!') && !text.startsWith('!(');
}

class Search {
  readonly findings: Found[] = [];
  readonly #given: string;
  readonly #root: string;
  readonly #excluded: string[] = [];
  /** By real path from the root on, so that a link and its target are one file. */
  readonly #files = new Map<string, string>();
  /** Refused real paths, so that two globs tell of them once. */
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

  /** Takes the files that a glob matches, and says so where there are none. */
  async include(text: string, others: boolean): Promise<void> {
    const pattern = this.#relative(text);
    if (pattern === undefined) {
      const next = 'Copy the reports into it, or name them by an input or a flag.';
      this.#add(`"${text}" leads outside of the workspace, where no report is read.`, next);
      return;
    }
    const matched = await this.#match(pattern, text);
    if (matched === undefined) return;
    for (const path of matched) this.#take(path);
    // Where a folder could not be searched, that is the cause, and has been said.
    if (matched.length === 0 && this.#refused.size === 0) {
      const near = await this.#near(pattern);
      const hint = others
        ? 'Reports from elsewhere were checked without it.'
        : 'Check the path, and that the tests have run before.';
      this.#add(`"${text}" matches no file.`, near ?? hint, others ? 'notice' : 'warning');
    }
  }

  /** What somebody who wrote a pattern that matches nothing most likely meant. */
  async #near(pattern: string): Promise<string | undefined> {
    const find = (one: string) => this.#glob(one, { outside: () => undefined, unreadable: () => undefined });
    // A pattern with brackets of its own would be another one with letters in brackets.
    const anyCase = pattern.replaceAll(/[a-z]/giu, (char) => `[${char.toLowerCase()}${char.toUpperCase()}]`);
    const [other] = /[[{(]/.test(pattern) ? [] : await find(anyCase);
    if (other !== undefined) {
      return `There is ${other}: upper and lower case count.`;
    }
    const below = `${dirname(pattern)}/**/*.xml`;
    const [deeper] = /\*\*/.test(pattern) ? [] : await find(below);
    return deeper === undefined
      ? this.#alike(pattern, find)
      : `There is ${deeper}, which ${below.replace(/^\.\//, '')} would find.`;
  }

  /** The same with a folder or file that begins like the first one that doesn't exist: results/ for result/. */
  async #alike(pattern: string, find: (pattern: string) => Promise<readonly string[]>): Promise<string | undefined> {
    const segments = pattern.split('/');
    for (const [index, segment] of segments.entries()) {
      if (isDynamicPattern(segment)) return undefined;
      if ((await kindOf(resolve(this.#root, ...segments.slice(0, index + 1)))) !== undefined) continue;
      const beginning = segment.slice(0, Math.max(3, Math.ceil((segment.length * 2) / 3)));
      const [found] = await find(segments.with(index, `${escapePath(beginning)}*`).join('/'));
      const name = found?.split('/')[index];
      return name === undefined ? undefined : `Did you mean ${segments.with(index, name).join('/')}?`;
    }
    return undefined;
  }

  /** Whether a glob leads outside of the folder that is searched. */
  isOutside(text: string): boolean {
    return this.#relative(text) === undefined && !/^[A-Za-z]:/.test(text);
  }

  sortedFiles(): readonly string[] {
    const files = [...this.#files.values()];
    // The order of UTF-8 bytes is that of code points; the default order is that of UTF-16 units, which differs from it only
    // where there are surrogates.
    return files.some((path) => /[\uD800-\uDFFF]/.test(path))
      ? files.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      : files.toSorted();
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
    return this.#glob(wanted, {
      outside: (link, target) => this.#refuse(link, target, 'is a link to a directory outside of the workspace'),
      unreadable: (directory, why) => this.#unreadable(directory, why),
    });
  }

  #glob(wanted: string, tell: Parameters<typeof guardedFs>[1]): Promise<readonly string[]> {
    const ignored = unlessNamed.filter((name) => !wanted.split('/').includes(name)).map((name) => `**/${name}/**`);
    return glob([wanted], {
      cwd: this.#root,
      dot: true,
      expandDirectories: false,
      ignore: [...this.#excluded, ...ignored],
      fs: guardedFs(this.#root, tell),
    });
  }

  /** Checks the part in front of the first wildcard: a link there would send the whole search outside. */
  async #startsInside(pattern: string, text: string): Promise<boolean> {
    const segments = pattern.split('/');
    const wildcard = segments.findIndex((segment) => isDynamicPattern(segment));
    const base = resolve(this.#root, ...segments.slice(0, wildcard === -1 ? segments.length : wildcard));
    const target = await realpath(base).catch(() => base);
    if (isAtOrBelow(target, this.#root)) return true;
    const message = `"${text}" leads through a link outside of the workspace, where no report is read.`;
    this.#add(message, 'Copy the reports into it.');
    return false;
  }

  #take(path: string): void {
    const real = realPathOf(resolve(this.#root, path));
    if (!isAtOrBelow(real, this.#root)) {
      this.#refuse(path, real, 'is a link to a file outside of the workspace');
      return;
    }
    const place = detached(relative(this.#root, real));
    const known = this.#files.get(place);
    // Mostly both are the same, and then one text is kept of each of tens of thousands of files.
    if (known === undefined || path < known) this.#files.set(place, path === place ? place : path);
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

  #add(message: string, next: string, severity: Finding['severity'] = 'warning'): void {
    this.findings.push({ kind: 'settings', severity, message: `In "results", ${message}`, next, isEmpty: true });
  }

  #refuse(path: string, target: string, why: string): void {
    if (this.#refused.has(target)) return;
    this.#refused.add(target);
    const message = `It ${why} and is not read.`;
    const next = 'Copy what it points to into the workspace.';
    this.findings.push({ kind: 'unreadable', severity: 'error', message, next, place: { file: path } });
  }

  #unreadable(directory: string, why: string): void {
    if (this.#refused.has(directory)) return;
    this.#refused.add(directory);
    const message = `The directory can't be searched for reports (${why}).`;
    const next = `Make it readable, or exclude it: !${directory}/**`;
    this.findings.push({ kind: 'unreadable', severity: 'error', message, next, place: { file: directory } });
  }
}
