import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { decisionMatrix, matrixColumns, matrixRows } from '../src/requirements/ncts5/appendix-a.ts';
import { ncts5 } from '../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../src/requirements/ncts6/ncts6.ts';
import type { Programme } from '../src/requirements/programme.ts';
import { configurationSchema } from '../src/settings/file/configuration-schema.ts';
import { parseArguments } from '../src/commands/arguments.ts';
import { readSettings } from '../src/settings/read.ts';
import { settingsTable, type Setting } from '../src/settings/table.ts';
import { freshFolder, writeFiles } from './harness/process.ts';
import { lintWorkflows } from './harness/workflow-lint.ts';
import { blockIn, markdownTable, readPage, type Blocks } from './harness/written-blocks.ts';

/*
 * The README can't rot: its tables are made here from what the code goes by, and its examples are tried.
 * After a change: `npm run docs`.
 */

const root = new URL('../', import.meta.url);
const file = new URL('README.md', root);
const table: readonly Setting[] = settingsTable;

function example(name: string): string {
  return ['```yaml', readFileSync(new URL(`.github/examples/${name}`, root), 'utf8').trim(), '```'].join('\n');
}

const recipePages = readdirSync(new URL('.github/recipes/', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `.github/recipes/${name}`);

const metadata = parse(readFileSync(new URL('action.yml', root), 'utf8')) as {
  inputs: Record<string, unknown>;
  outputs: Record<string, { description: string }>;
};

const schema = z.object({ properties: z.record(z.string(), z.object({ description: z.string() })) });

const questions = ({ form }: Programme) =>
  markdownTable(
    ['key', 'question', 'answer'],
    form.questions.map(({ key, question, kind }) => [`\`${key}\``, question, kind]),
  );

/** What is written from the code, page by page. */
const pages: Readonly<Record<string, Blocks>> = {
  'README.md': {
    'example release-gate.yml': () => example('release-gate.yml'),
    matrix: () =>
      markdownTable(
        ['your software supports', ...matrixColumns.map(({ title }) => title)],
        matrixRows.map(({ flow, title }) => [
          title,
          ...matrixColumns.map(({ column }) => decisionMatrix[column][flow].join(' or ')),
        ]),
      ),
  },
  '.github/settings.md': {
    inputs: () =>
      markdownTable(
        ['input', 'default', 'what it is'],
        table
          .filter(({ input }) => input)
          .map(({ name, default: fallback, description }) => [`\`${name}\``, fallback ?? '', description]),
      ),
    outputs: () =>
      markdownTable(
        ['output', 'what it is'],
        Object.entries(metadata.outputs).map(([name, { description }]) => [`\`${name}\``, description]),
      ),
    configuration: () => {
      const { properties } = schema.parse(configurationSchema(ncts5));
      const ofFile = Object.entries(properties).filter(
        ([key]) => !table.some(({ name, input }) => name === key && input),
      );
      return markdownTable(
        ['key of the file only', 'what it is'],
        ofFile.map(([key, { description }]) => [`\`${key}\``, description]),
      );
    },
    'questions ncts5': () => questions(ncts5),
    'questions ncts6': () => questions(ncts6),
  },
};

const written = Object.entries(pages).flatMap(([page, made]) => {
  const text = readPage(new URL(page, root), made);
  return Object.entries(made).map(([name, make]) => ({ page, name, make, text }));
});
const readme = readFileSync(file, 'utf8');

describe('the README', () => {
  it.each(written)('has the current $name, or $page has', ({ text, name, make }) => {
    expect(blockIn(text, name)).toContain(make());
  });

  it('is no longer than people read', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(300);
  });

  it('lists exactly the inputs that action.yml declares', () => {
    expect(table.filter(({ input }) => input).map(({ name }) => name)).toEqual(Object.keys(metadata.inputs));
  });

  const blocks = [...readme.matchAll(/```(\w+)\n([^]*?)```/g)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));

  it('has workflows that GitHub takes', async () => {
    const workflows = blocks.filter(({ language, text }) => language === 'yaml' && text.includes('runs-on:'));
    expect(workflows.length).toBeGreaterThanOrEqual(2);
    const files = Object.fromEntries(
      workflows.map(({ text }, index) => [`.github/workflows/readme-${index}.yml`, text]),
    );
    const found = await lintWorkflows(files, ['OWNER/ncts5-production-checklist']);
    expect(Object.values(found).flat()).toEqual([]);
  });

  it('has configuration files that are read without a mistake', async () => {
    const files = blocks.filter(({ language, text }) => language === 'yaml' && text.startsWith('# .github/ncts5.yml'));
    expect(files.length).toBeGreaterThanOrEqual(1);
    for (const { text } of files) {
      const workspace = freshFolder('readme');
      await writeFiles(workspace, { '.github/ncts5.yml': text, '.github/ctc-traders-checklist.docx': 'x' });
      const read = await readSettings({
        values: { results: 'results/*.xml' },
        host: 'command',
        now: Date.now(),
        workspace,
      });
      expect('findings' in read ? read.findings : []).toEqual([]);
    }
  });

  it('has commands that the command line takes', async () => {
    const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));
    const own = lines.filter((line) => line.startsWith('npx ncts5-production-checklist '));
    expect(own.length).toBeGreaterThanOrEqual(2);
    for (const line of own) {
      const args = line
        .split(' ')
        .slice(2)
        .map((arg) => arg.replace(/^'|'$/g, ''));
      expect((await parseArguments(args)).mistakes, line).toEqual([]);
    }
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  it('links only to files and headings that are there', () => {
    const pagesOfOurs = ['README.md', '.github/settings.md', ...recipePages];
    for (const page of pagesOfOurs) {
      const here = new URL(page, root);
      const targets = [...readFileSync(here, 'utf8').matchAll(/\]\(([^):]+)\)/g)].map(([, target = '']) => target);
      for (const target of targets) {
        const [path = '', heading] = target.split('#');
        const linked = path === '' ? here : new URL(path, here);
        expect(existsSync(linked), `${page}: ${target}`).toBe(true);
        if (heading !== undefined) expect(headingsOf(readFileSync(linked, 'utf8')), page).toContain(heading);
      }
    }
  });
});

/** What GitHub makes of headings to link to. */
function headingsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}
