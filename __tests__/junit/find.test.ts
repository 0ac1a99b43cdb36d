import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findReports } from '../../src/junit/find.ts';

let folder = '';
let workspace = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'find-')));
  workspace = join(folder, 'workspace');
  mkdirSync(workspace);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function touch(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), '<testsuite/>');
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  symlinkSync(target, join(workspace, path));
}

async function find(...globs: string[]): Promise<{ files: readonly string[]; findings: readonly string[] }> {
  const { files, findings } = await findReports(globs, workspace);
  return {
    files,
    findings: findings.map(({ severity, place, message }) => `${severity} ${place?.file ?? ''}: ${message}`),
  };
}

describe('globs', () => {
  it('find files at any depth, those that begin with a dot too, sorted by code point', async () => {
    touch(
      'results/b.xml',
      'results/a/z.xml',
      'results/.hidden/c.xml',
      'results/\u{1F69A}.xml',
      'results/\uFF21.xml',
      'results/B.xml',
      'x.txt',
    );
    expect(await find('results/**/*.xml')).toEqual({
      files: [
        'results/.hidden/c.xml',
        'results/B.xml',
        'results/a/z.xml',
        'results/b.xml',
        'results/\uFF21.xml',
        'results/\u{1F69A}.xml',
      ],
      findings: [],
    });
  });

  it.each([
    ['a directory', ['results']],
    ['a directory with a slash', ['./results/']],
    ['the same file by several globs', ['results/*.xml', '**/a.xml', 'results/a.xml', './results/../results/a.xml']],
    ['braces', ['results/{a,b}.xml', 'results/sub/*.xml'].slice(0, 1)],
    ['segments that lead nowhere', ['results//./a.xml', './/results/.//*.xml', 'x/..//results/']],
    ['white space around and empty lines', ['  results/a.xml ', '', ' ']],
  ])('take %s', async (_, globs) => {
    touch('results/a.xml', 'results/readme.txt', 'other.xml');
    expect(await find(...globs)).toEqual({ files: ['results/a.xml'], findings: [] });
  });

  it('take the workspace itself as a directory', async () => {
    touch('a.xml', 'b/c.xml');
    expect((await find('.')).files).toEqual(['a.xml', 'b/c.xml']);
    expect((await find(workspace)).files).toEqual(['a.xml', 'b/c.xml']);
  });

  it('exclude with !, wherever it stands', async () => {
    touch('r/a.xml', 'r/b.xml', 'r/old/c.xml', 'r/old/d/e.xml');
    expect((await find('!r/old', 'r/**/*.xml', '!**/b.xml')).files).toEqual(['r/a.xml']);
    expect((await find('r', '!./r/./old/**')).files).toEqual(['r/a.xml', 'r/b.xml']);
    expect((await find('r', '!r/old/**')).files).toEqual(['r/a.xml', 'r/b.xml']);
    expect((await find('r/!(b).xml')).files).toEqual(['r/a.xml']);
  });

  it('exclude a directory as it stands, with brackets and all, and need not be in the workspace', async () => {
    touch('r/a.xml', 'r/[old]/b.xml', 'r/o/c.xml');
    expect(await find('r', '!r/[old]', '!../r', '!/etc/r')).toEqual({ files: ['r/a.xml', 'r/o/c.xml'], findings: [] });
  });

  it('that begin with a group of what is not meant are no exclusions', async () => {
    touch('a.xml', 'b.xml');
    expect((await find('!(b).xml')).files).toEqual(['a.xml']);
  });

  it('with a wildcard mean files, not what is in directories of such a name', async () => {
    touch('results.d/a.xml', 'results.x');
    expect((await find('results*')).files).toEqual(['results.x']);
    expect((await find('results.?')).files).toEqual(['results.x']);
  });

  it('find nothing in a workspace that is not there', async () => {
    const { files, findings } = await findReports(['**/*.xml'], join(workspace, 'gone'));
    expect(files).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('matches no file')]);
  });

  it('do not go into node_modules and .git unless they name them', async () => {
    touch('a.xml', 'node_modules/p/b.xml', 'sub/node_modules/c.xml', '.git/d.xml');
    expect((await find('**/*.xml')).files).toEqual(['a.xml']);
    expect((await find('node_modules/**/*.xml')).files).toEqual(['node_modules/p/b.xml']);
    expect((await find('.git/d.xml')).files).toEqual(['.git/d.xml']);
  });

  it('take a path that exists as it stands, with brackets and all', async () => {
    touch('r/[a].xml', 'r/a.xml', 'r/{x}/b.xml', 'r/a*.xml');
    expect((await find('r/[a].xml')).files).toEqual(['r/[a].xml']);
    expect((await find('r/{x}')).files).toEqual(['r/{x}/b.xml']);
    expect((await find('r/a*.xml')).files).toEqual(['r/a*.xml']);
    expect((await find('r/[ab].xml')).files).toEqual(['r/a.xml']);
  });

  it('that match nothing are named', async () => {
    touch('r/a.xml', 'r/b.xml');
    const { findings } = await findReports(['r/*.xml', 'q/**', '!r/b.xml', 'r/b.xml', 'nothing.xml'], workspace);
    expect(findings.map(({ message }) => /"([^"]*)" matches/.exec(message)?.[1])).toEqual([
      'q/**',
      'r/b.xml',
      'nothing.xml',
    ]);
    // Beside reports that were found: what is missing may hide a newer failure.
    expect(findings.every(({ kind, severity }) => kind === 'unreadable' && severity === 'error')).toBe(true);
    for (const { next } of findings) {
      expect(next).toContain('Leave it out of results if it is meant to be empty');
    }
    expect(findings[0]?.next).toBe(
      'Check the path, and that the tests have run before. Leave it out of results if it is meant to be empty: what is missing may hide a newer failure.',
    );
    const alone = await findReports(['q/**', 'nothing.xml'], workspace);
    expect(alone.findings.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['settings', 'warning'],
      ['settings', 'warning'],
    ]);
  });

  it('that match nothing are told what is near', async () => {
    touch('Results/a.xml', 'deep/er/b.xml');
    const near = async (glob: string) => (await findReports([glob], workspace)).findings.map(({ next }) => next);
    expect(await near('results/*.xml')).toEqual(['There is Results/a.xml: upper and lower case count.']);
    expect(await near('Results/*.XML')).toEqual(['There is Results/a.xml: upper and lower case count.']);
    expect(await near('deep/*.xml')).toEqual(['There is deep/er/b.xml, which deep/**/*.xml would find.']);
    expect(await near('Result/*.xml')).toEqual(['Did you mean Results/*.xml?']);
    expect(await near('dee/**/*.xml')).toEqual(['Did you mean deep/**/*.xml?']);
    expect(await near('Results/{x,y}.xml')).toEqual(['There is Results/a.xml, which Results/**/*.xml would find.']);
    expect(await near('nowhere/*.xml')).toEqual(['Check the path, and that the tests have run before.']);
  });

  it('that match nothing are told of a folder whose name begins alike for the most part', async () => {
    touch('runs/2026-11-20/a.xml', 'results/b.xml');
    const near = async (glob: string) => (await findReports([glob], workspace)).findings.map(({ next }) => next);
    expect(await near('runs/2026-11-21/**/*.xml')).toEqual(['Did you mean runs/2026-11-20/**/*.xml?']);
    expect(await near('resolver/*.xml')).toEqual(['Check the path, and that the tests have run before.']);
  });

  it('that match nothing are told what is near beside links that lead outside', async () => {
    touch('r/sub/a.xml');
    mkdirSync(join(folder, 'outside'));
    link(join(folder, 'outside'), 'r/sub/out');
    const { findings } = await findReports(['r/x.xml'], workspace);
    expect(findings.map(({ next }) => next)).toEqual(['There is r/sub/a.xml, which r/**/*.xml would find.']);
  });

  it('that match nothing only inform where there are other reports; what is wrong with a glob still warns', async () => {
    const { findings } = await findReports(['q/**', '../x.xml'], workspace, { others: true });
    expect(findings.map(({ severity }) => severity)).toEqual(['notice', 'warning']);
    expect(findings[0]?.message).toContain('"q/**" matches no file.');
    expect(findings[0]?.next).toContain('Reports from elsewhere');
    touch('r/a.xml');
    const beside = await findReports(['r/*.xml', 'q/**'], workspace, { others: true });
    expect(beside.findings.map(({ severity }) => severity)).toEqual(['notice']);
  });
});

describe('the border of the workspace', () => {
  it.each(['../outside/a.xml', '../**/*.xml', 'r/../../outside', '/etc/*.xml', '/', 'C:/results/*.xml', 'z:/a.xml'])(
    'refuses %s',
    async (glob) => {
      mkdirSync(join(folder, 'outside'));
      writeFileSync(join(folder, 'outside', 'a.xml'), '');
      const { files, findings } = await find(glob);
      expect(files).toEqual([]);
      expect(findings).toEqual([expect.stringContaining(`"${glob}" leads outside of the workspace`)]);
    },
  );

  it.each(['../outside/a.xml', '../outside/**/*.xml', 'r/../../outside'])(
    'is open to who runs the program: %s',
    async (glob) => {
      touch('r/a.xml');
      mkdirSync(join(folder, 'outside'));
      writeFileSync(join(folder, 'outside', 'a.xml'), '');
      const anywhere = async (...globs: string[]) => findReports(globs, workspace, { anywhere: true });
      const absolute = join(folder, 'outside/a.xml');
      expect(await anywhere(glob)).toMatchObject({ files: [absolute], findings: [] });
      expect((await anywhere(join(workspace, glob), 'r/*.xml')).files).toEqual(['r/a.xml', absolute]);
      expect((await anywhere(glob, '!../outside/a.xml', 'r/*.xml')).files).toEqual(['r/a.xml']);
    },
  );

  it('says where a glob that may lead outside brings nothing, or a link that it may not follow', async () => {
    touch('r/a.xml');
    mkdirSync(join(folder, 'outside'));
    writeFileSync(join(folder, 'secret.xml'), '');
    symlinkSync(join(folder, 'secret.xml'), join(folder, 'outside', 'b.xml'));
    const globs = ['r/*.xml', '../outside/c*.xml', '../outside/b.xml*', 'C:/results/*.xml'];
    const { files, findings } = await findReports(globs, workspace, { anywhere: true });
    expect(files).toEqual(['r/a.xml']);
    expect(findings.map(({ severity, message, place }) => [severity, place?.file, message])).toEqual([
      ['error', undefined, expect.stringContaining('"C:/results/*.xml" leads outside of the workspace')],
      ['error', undefined, expect.stringContaining('c*.xml" matches no file')],
      ['error', join(folder, 'outside/b.xml'), expect.stringContaining('link to a file outside')],
    ]);
  });

  it('is open where a folder outside has a colon in its name', async () => {
    mkdirSync(join(folder, 'run:1'));
    writeFileSync(join(folder, 'run:1', 'a.xml'), '');
    const { files } = await findReports(['../run:1/*.xml'], workspace, { anywhere: true });
    expect(files).toEqual([join(folder, 'run:1/a.xml')]);
  });

  it('takes absolute paths inside of it, also through a link to it', async () => {
    touch('r/a.xml');
    expect((await find(join(workspace, 'r', '*.xml'))).files).toEqual(['r/a.xml']);
    symlinkSync(workspace, join(folder, 'link'));
    const through = await findReports(
      [join(folder, 'link', 'r', '*.xml'), join(workspace, 'r/a.xml')],
      join(folder, 'link'),
    );
    expect(through.files).toEqual(['r/a.xml']);
    expect((await find(`${workspace}-other/a.xml`)).files).toEqual([]);
  });

  it('may be that of the file system', async () => {
    touch('r/a.xml');
    const path = join(workspace, 'r/a.xml').slice(1);
    for (const glob of [path, `/${path}`]) {
      expect(await findReports([glob], '/')).toMatchObject({ files: [path], findings: [] });
    }
  });

  it('is not where another name goes on', async () => {
    mkdirSync(join(folder, 'workspace-2'));
    writeFileSync(join(folder, 'workspace-2', 'a.xml'), '');
    link(join(folder, 'workspace-2', 'a.xml'), 'a.xml');
    const { files, findings } = await findReports(['*.xml'], workspace);
    expect(files).toEqual([]);
    expect(findings).toHaveLength(1);
  });

  it('refuses links to files outside, one by one', async () => {
    writeFileSync(join(folder, 'secret.xml'), '');
    touch('r/a.xml');
    link(join(folder, 'secret.xml'), 'r/b.xml');
    const { files, findings } = await find('r/*.xml', '**/*.xml');
    expect(files).toEqual(['r/a.xml']);
    expect(findings).toEqual([
      expect.stringMatching(/^error r\/b\.xml: It is a link to a file outside of the workspace/),
    ]);
    expect((await find('r/b.xml')).findings).toEqual([expect.stringContaining('leads through a link outside')]);
  });

  it('refuses links to directories outside, met or named', async () => {
    mkdirSync(join(folder, 'outside', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'outside', 'deep', 'a.xml'), '');
    touch('r/a.xml');
    link(join(folder, 'outside'), 'r/out');
    const met = await find('r/**/*.xml');
    expect(met.files).toEqual(['r/a.xml']);
    expect(met.findings).toEqual([expect.stringMatching(/^error r\/out: It is a link to a directory outside/)]);
    for (const glob of ['r/out/**/*.xml', 'r/out', 'r/out/deep/a.xml']) {
      const named = await find(glob);
      expect(named.files).toEqual([]);
      expect(named.findings).toEqual([expect.stringContaining(`"${glob}" leads through a link outside`)]);
    }
  });

  it('follows links inside, counts a file once, and ends where they run in circles', async () => {
    touch('real/a.xml', 'real/sub/b.xml');
    link('../real', 'links/one');
    link('../real', 'links/two');
    link('..', 'real/sub/up');
    link('.', 'real/self');
    expect((await find('links/**/*.xml')).files).toEqual(['links/one/a.xml', 'links/one/sub/b.xml']);
    const all = await find('**/*.xml');
    expect(all.files).toHaveLength(2);
    expect(all.findings).toEqual([]);
  });

  it('names a file that has several names by the first of them, whatever finds it first', async () => {
    touch('real/a.xml');
    link('../real', 'links/one');
    link('../real', 'links/two');
    expect((await find('links/two/a.xml', 'links/one/a.xml', 'real/a.xml')).files).toEqual(['links/one/a.xml']);
  });

  it('ends soon where many directories link to each other', async () => {
    const names = 'a b c d e f g h i j'.split(' ');
    for (const name of names) touch(`${name}/${name}.xml`);
    for (const from of names) for (const to of names) link(`../${to}`, `${from}/to-${to}`);
    const { files, findings } = await find('**/*.xml');
    // By which of their many names is chance.
    expect(new Set(files.map((file) => file.split('/').at(-1)))).toEqual(new Set(names.map((name) => `${name}.xml`)));
    expect(files).toHaveLength(names.length);
    expect(findings).toEqual([]);
  });

  it('leaves it to the reader to say that a link that matches leads to nothing', async () => {
    touch('r/a.xml');
    link('gone.xml', 'r/b.xml');
    link('c.xml', 'r/c.xml');
    link('gone.txt', 'r/d.txt');
    const { files, findings } = await find('r/*.xml');
    expect(files).toEqual(['r/a.xml', 'r/b.xml', 'r/c.xml']);
    expect(findings).toEqual([]);
  });
});

describe('directories whose path is longer than the system takes', () => {
  const [short, long] = ['s', 'y'.repeat(255)];

  it.skipIf(process.platform !== 'linux')('are an error, told once, unless they are excluded', async () => {
    touch('r/a.xml');
    const deep = Array.from({ length: 15 }, () => 'x'.repeat(255)).join('/');
    mkdirSync(join(workspace, short, deep), { recursive: true });
    renameSync(join(workspace, short), join(workspace, long));
    try {
      const { files, findings } = await findReports(['**/*.xml', 'y*/**'], workspace);
      expect(files).toEqual(['r/a.xml']);
      const [said, ...others] = findings.filter(({ severity }) => severity === 'error');
      expect(others).toEqual([]);
      const where = said?.place?.file;
      expect(`${long}/${deep}`.startsWith(where ?? '?')).toBe(true);
      expect(said?.message).toBe("The directory can't be searched for reports (ENAMETOOLONG).");
      expect(said?.next).toBe(`Make it readable, or exclude it: !${where}/**`);
      expect((await find('**/*.xml', '!y*/**')).findings).toEqual([]);
    } finally {
      renameSync(join(workspace, long), join(workspace, short));
    }
  });
});

// Root may read everything, so the user of a container may not see this.
describe.skipIf(process.getuid?.() === 0)('directories that can not be read', () => {
  it('are an error, unless they are excluded', async () => {
    touch('r/a.xml', 'r/locked/b.xml');
    chmodSync(join(workspace, 'r/locked'), 0);
    try {
      const { files, findings } = await find('r/**/*.xml');
      expect(files).toEqual(['r/a.xml']);
      expect(findings).toEqual([expect.stringMatching(/^error r\/locked: The directory can't be searched .*EACCES/)]);
      expect((await find('r/**/*.xml', '!r/locked/**')).findings).toEqual([]);
    } finally {
      chmodSync(join(workspace, 'r/locked'), 0o700);
    }
  });
});
