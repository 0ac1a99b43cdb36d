import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { readSettings } from '../src/settings/read.ts';
import { NOW } from './builders.ts';
import { repository } from './harness/action-metadata.ts';
import { freshFolder, writeFiles } from './harness/process.ts';

/* What README's table says that the program says, is said: each row is tried. */

interface Try {
  /** The report that brings it about; undefined: none at all. */
  readonly report?: string;
  /** Or the modules that say it, in the order of what is said, where it takes GitHub to bring it about. */
  readonly modules?: readonly string[];
}

const passed = (name: string, inside = '', attributes = 'timestamp="2026-11-28T09:00:00Z"') =>
  `<testsuite name="api"><testcase name="${name}" ${attributes}>${inside}</testcase></testsuite>`;

/** In the order of README's rows. */
const tries: readonly Try[] = [
  {},
  { report: passed('DSGB1: released', '', 'timestamp="2026-11-28T13:30:00"') },
  { report: passed('DSGB1: released', '', '') },
  { report: passed('testDsgb1Released') },
  { report: passed('it is like DSGB1 or DSXI1') },
  {
    report:
      '<testsuite name="api" timestamp="2026-11-28T09:00:00"><testcase name="DSGB1: released"/><testcase name="DNGB1: released"/><system-out>MRN=26GB0000EXAMPLE1J9</system-out></testsuite>',
  },
  { modules: ['src/github/artifact-upload.ts', 'src/github/context.ts'] },
  { report: '<html/>' },
  { report: '<testsuite name="api"><testcase name="DSGB1"' },
];

async function saidOf({ report, modules }: Try): Promise<readonly string[]> {
  if (modules !== undefined) {
    const texts = modules.map((module) => readFileSync(new URL(module, repository), 'utf8'));
    return [texts.join('\n').replaceAll(/\s*['`] \+\s*['`]/g, '')];
  }
  const workspace = freshFolder('trouble');
  await writeFiles(workspace, report === undefined ? {} : { 'results/a.xml': report });
  const values = {
    results: 'results/*.xml',
    flows: 'standard-departure',
    procedures: 'simplified',
    'fail-on': 'evidence',
  };
  const read = await readSettings({ values, host: 'command', workspace, now: NOW });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  const { findings } = await check(read.settings, { now: NOW });
  return findings.map(({ message }) => message);
}

/** What stands between the dots of `MRN in … can't be assigned`. */
function piecesOf(quoted: string): readonly string[] {
  return quoted
    .split('…')
    .map((piece) => piece.trim())
    .filter((piece) => /\w{3}/.test(piece));
}

describe("README's table of troubles", () => {
  const readme = readFileSync(new URL('README.md', repository), 'utf8');
  const section = readme.slice(readme.indexOf('## Troubleshooting'), readme.indexOf('## Privacy'));
  const quoted = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, text = '']) => text);

  it('has a try for each row', () => {
    expect(section.split('\n').filter((line) => line.startsWith('| ')).length - 2).toBe(quoted.length);
    expect(quoted).toHaveLength(tries.length);
  });

  it.each(quoted.map((text, index) => [text, tries[index] ?? {}] as const))(
    'quotes the program: %s',
    async (text, tried) => {
      const pieces = piecesOf(text);
      expect(pieces.length).toBeGreaterThan(0);
      const said = await saidOf(tried);
      const has = (message: string): boolean => {
        let from = 0;
        return pieces.every((piece) => {
          const at = message.indexOf(piece, from);
          from = at + piece.length;
          return at >= 0;
        });
      };
      expect(said.filter(has).length, said.join('\n')).toBeGreaterThan(0);
    },
  );
});
