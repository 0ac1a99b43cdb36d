import * as nativeFs from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';

const limits = {
  /** How often one directory is entered through links: enough for every honest layout, and an end to circles. */
  visits: 16,
};

/** Whether `path` is `root` or lies below; both absolute and real. */
export function isAtOrBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** What is at a path, links followed; undefined when there is nothing or it can't be seen. */
export async function kindOf(path: string): Promise<'directory' | 'file' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file';
  } catch {
    return undefined;
  }
}

/**
 * Where links lead to; the path itself for a link to nothing or a file that has gone: the reader says what is wrong. Waits, since
 * there may be tens of thousands of files, and to be told of each would take longer than to look.
 */
export function realPathOf(path: string): string {
  try {
    return nativeFs.realpathSync.native(path);
  } catch {
    return path;
  }
}

type Done<Value> = (error: Error | null, value?: Value) => void;

/** What is not there (any more) is no folder. */
function statOf(path: string, done: Done<Pick<nativeFs.Stats, 'isDirectory'>>): void {
  nativeFs.stat(path, (error, stats) => done(null, error === null ? stats : { isDirectory: () => false }));
}

/**
 * File functions for tinyglobby that keep it inside `root`: it follows links to directories wherever they lead, in
 * circles too, and passes over directories that it can't read without a word.
 */
export function guardedFs(
  root: string,
  tell: {
    outside(link: string, target: string): void;
    unreadable(directory: string, why: string): void;
  },
): FileSystemAdapter {
  const visits = new Map<string, number>();
  const shown = (path: string): string => relative(root, path).replaceAll(sep, '/') || '.';
  const refusal = (link: string, target: string): boolean => {
    if (!isAtOrBelow(target, root)) {
      tell.outside(shown(link), target);
      return true;
    }
    const count = (visits.get(target) ?? 0) + 1;
    visits.set(target, count);
    return count > limits.visits || isAtOrBelow(dirname(link), target);
  };
  const follow = (link: string, done: Done<string>): void => {
    nativeFs.realpath(link, (error, target) => {
      if (error !== null) {
        // A link to nothing is a file as far as the search goes: the reader says what is wrong with it.
        return done(null, link);
      }
      // Links to files pass: those that match are looked at one by one.
      nativeFs.stat(target, (noStat, stats) => {
        if (noStat === null && stats.isDirectory() && refusal(link, target)) done(new Error('refused'));
        else done(null, target);
      });
    });
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
  return Object.assign(adapter, { realpath: follow, stat: statOf, readdir });
}
