import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Suite } from '../../src/junit/report.ts';
import { read, type Heard, type Reading } from './reading.ts';

/**
 * Real reports of 20 tools, each about the same toy tests. What each has to yield lies in expectations.json: read once
 * and compared with the files by eye. A new tool needs its report and an entry.
 */
const folder = new URL('../fixtures/producers/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
const expectations: unknown = JSON.parse(readFileSync(new URL('expectations.json', folder), 'utf8'));

/** Evidence has one of these words in it; the rest of what was heard is the environment. */
const telling = /MRN|LRN|scenario|requirement|submittedAt|acceptedAt|title|DSGB/;

function summary({ file, results }: Reading): unknown {
  const suites = new Map<Suite<Heard>, string>();
  for (const { suite } of results) for (let at = suite; at !== undefined; at = at.parent) suites.set(at, at.name);
  const named = [...suites.keys()].filter(({ name }) => name !== '');
  return {
    cases: file.cases,
    failed: file.failed,
    notRun: file.notRun,
    results: results.map(({ outcome, className, name, line, message, timestamp }) => ({
      outcome,
      name: className === '' ? name : `${className} | ${name}`,
      line,
      ...(message === undefined ? {} : { message }),
      ...(timestamp === undefined ? {} : { timestamp }),
    })),
    suites: named.map(({ name, timestamp }) => (timestamp === undefined ? name : `${name} @ ${timestamp}`)),
    heardByCases: results.map(({ notes = [] }) => notes.filter((text) => telling.test(text)).map(oneLine)),
    heardBySuites: [...suites.keys()].flatMap(({ notes = [] }) =>
      notes.filter((text) => telling.test(text)).map(oneLine),
    ),
    remarks: (file.remarks ?? []).map(({ message }) => message),
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

function expected(file: string): unknown {
  if (typeof expectations !== 'object' || expectations === null) return undefined;
  return Object.entries(expectations).find(([name]) => name === file)?.[1];
}

describe('reports of real tools', () => {
  it('are all there', () => {
    expect(files).toHaveLength(40);
    expect(Object.keys(expectations ?? {}).toSorted()).toEqual(files.toSorted());
  });

  it.each(files)('%s reads without a mistake, and nothing is lost or added', async (name) => {
    const report = readFileSync(new URL(name, folder));
    const whole = await read(report);
    expect(whole.file.problem).toBeUndefined();
    expect(whole.results.filter(({ declared }) => declared !== undefined)).toEqual([]);
    expect(summary(whole)).toEqual(expected(name));
  });
});
