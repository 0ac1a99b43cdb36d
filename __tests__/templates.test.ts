import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repository } from './harness/action-metadata.ts';
import { freshFolder, runNode, writeFiles } from './harness/process.ts';

const folder = new URL('.github/ISSUE_TEMPLATE/', repository);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/* GitHub publishes no schema of issue forms that a registry has: this states what its documentation asks for. */
const label = { label: z.string().min(1), description: z.string().optional() };
const validations = z.strictObject({ required: z.boolean() });
const id = z.string().regex(/^[\w-]+$/);
const form = z.strictObject({
  name: z.string().min(3),
  description: z.string().min(3),
  title: z.string().optional(),
  labels: z.array(z.string()).optional(),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string().min(1) }) }),
        z.strictObject({
          type: z.literal('textarea'),
          id,
          attributes: z.strictObject({ ...label, render: z.string().optional(), placeholder: z.string().optional() }),
          validations,
        }),
        z.strictObject({
          type: z.literal('input'),
          id,
          attributes: z.strictObject({ ...label, placeholder: z.string().optional() }),
          validations,
        }),
        z.strictObject({
          type: z.literal('dropdown'),
          id,
          attributes: z.strictObject({ ...label, options: z.array(z.string()).min(2) }),
          validations,
        }),
      ]),
    )
    .min(1),
});

describe('the issue forms', () => {
  it.each(readdirSync(folder).filter((file) => file !== 'config.yml'))('%s is one that GitHub takes', (file) => {
    const { body } = form.parse(parse(read(file)));
    const ids = body.flatMap((field) => ('id' in field ? [field.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(body.some((field) => 'validations' in field && field.validations.required)).toBe(true);
  });

  it('have a chooser that GitHub takes', () => {
    expect(() => z.strictObject({ blank_issues_enabled: z.boolean() }).parse(parse(read('config.yml')))).not.toThrow();
  });
});

describe('the changelog', () => {
  const lines = readFileSync(new URL('.github/CHANGELOG.md', repository), 'utf8').split('\n');
  const headings = lines.filter((line) => /^#{2,3} /.test(line));

  it('has what is not released yet first, then versions with their dates, newest first', () => {
    const [first, ...versions] = headings.filter((line) => line.startsWith('## '));
    expect(first).toBe('## [Unreleased]');
    for (const version of versions) expect(version).toMatch(/^## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/);
    const dates = versions.map((version) => version.slice(-10));
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('sorts changes by the six kinds of Keep a Changelog', () => {
    const kinds = headings.filter((line) => line.startsWith('### ')).map((line) => line.slice(4));
    expect(kinds.length).toBeGreaterThan(0);
    const allowed = new Set(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']);
    expect(kinds.filter((kind) => !allowed.has(kind))).toEqual([]);
  });

  it('gives each release its notes, and stops one that has none', async () => {
    const text =
      '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-26\n\n### Fixed\n\n- This.\n\n## [1.2.2] - 2026-11-01\n\n- That.\n';
    const scratch = freshFolder('changelog');
    await writeFiles(scratch, { 'CHANGELOG.md': text });
    const program = fileURLToPath(new URL('.github/build/release-notes.mjs', repository));
    const notes = async (version: string) =>
      runNode({ args: [program, join(scratch, 'CHANGELOG.md'), version], cwd: scratch, env: {} });
    expect(await notes('1.2.3')).toMatchObject({ exitCode: 0, stdout: '### Fixed\n\n- This.\n' });
    const none = await notes('1.2');
    expect(none).toMatchObject({ exitCode: 1, stdout: '' });
    expect(none.stderr).toContain('says nothing of 1.2.');
  });
});
