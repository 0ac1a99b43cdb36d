import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repository } from './harness/action-metadata.ts';

const page = readFileSync(new URL('.github/SECURITY.md', repository), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:---|attack|reads|writes|sends)/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')))
  .filter((cells) => cells.length === 3 && /\.test\.ts/.test(cells[2] ?? ''));

describe('what SECURITY.md promises', () => {
  it('is many things', () => {
    expect(rows.length).toBeGreaterThan(15);
  });

  it.each(rows.map(([attack = '', , shownBy = '']) => ({ attack, shownBy })))('is shown: $attack', ({ shownBy }) => {
    const tests = [...shownBy.matchAll(/`([\w/-]+\.test\.ts)`(?: \*([^*]+)\*)?/g)];
    expect(tests.length).toBeGreaterThan(0);
    for (const [, file = '', title = ''] of tests) {
      const path = new URL(`__tests__/${file}`, repository);
      expect(existsSync(path), `${file} is not there: name the test that shows it now`).toBe(true);
      const text = readFileSync(path, 'utf8').replaceAll("\\'", "'");
      expect(text.includes(title), `${file} has no test '${title}' any more: name the one that shows it now`).toBe(
        true,
      );
    }
  });
});
