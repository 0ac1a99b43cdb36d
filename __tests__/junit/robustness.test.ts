import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/junit/read.ts';
import { read, recorder, suite } from './reading.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/producers/${name}`, import.meta.url));

/** Every kind of markup in a small space. */
const varied = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE testsuites><!-- ä --><testsuites tests="3" failures="1">
<testsuite name='DSGB1 – "x"' tests="3" failures="1" timestamp="2026-11-20T10:00:00Z"><?pi a?>
<properties><property name="env" value="a &amp; b"/><property name="t">text</property></properties>
<testcase name="&#x1F69A; one"><system-out>a\r\nb ]] <![CDATA[c ]] > \r\n \u{1F69A}]]>&lt;d</system-out></testcase><!-- after -->
<testcase name="two"><failure message="no">trace</failure><system-err/></testcase>
<testcase name="three"><flakyFailure/></testcase></testsuite></testsuites>
<!-- end -->`);

async function everything(bytes: Uint8Array, lengths: readonly number[]): Promise<unknown> {
  const { file, results } = await read(bytes, lengths);
  return { file, results };
}

describe('a report cut off anywhere', () => {
  it.each([
    ['every kind of markup', varied],
    ['jest-junit', fixture('jest-junit.xml')],
    ['node:test', fixture('node-test-24.xml')],
  ])('has a problem unless it is whole, and keeps its failures: %s', async (_, report) => {
    const whole = await read(report);
    expect(whole.file.problem).toBeUndefined();
    const text = report.toString('latin1');
    const end = text.lastIndexOf('</testsuites>') + '</testsuites>'.length;
    const firstFailure = text.indexOf('<failure') + '<failure'.length + 200;
    for (let length = 0; length < report.length; length++) {
      const { file, results } = await read(report.subarray(0, length));
      const rest = text.slice(end, length);
      const isWhole = length >= end && (rest.trim() === '' || rest.trimEnd().endsWith('-->'));
      expect({ length, whole: file.problem === undefined }).toEqual({ length, whole: isWhole });
      expect(file.bytes).toBe(length);
      if (length > firstFailure) expect(results.some(({ outcome }) => outcome === 'failed')).toBe(true);
    }
  });
});

describe('a report cut into pieces', () => {
  it('reads the same in pieces of every length, two pieces at every place, and at random', async () => {
    const whole = await everything(varied, [varied.length]);
    for (let length = 1; length < varied.length; length++) {
      expect(await everything(varied, [length])).toEqual(whole);
      expect(await everything(varied, [length, varied.length])).toEqual(whole);
    }
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
    const same = fc.asyncProperty(lengths, async (cut) => {
      expect(await everything(varied, cut)).toEqual(whole);
    });
    await fc.assert(same, { numRuns: 50 });
  });
});

describe('a report with bytes changed', () => {
  const reports = ['pytest-9.xml', 'surefire.xml', 'playwright.xml', 'phpunit.xml'].map(fixture);
  const changes = fc.array(
    fc.record({
      place: fc.nat(),
      removed: fc.nat({ max: 30 }),
      added: fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc
          .constantFrom('<', '>', '&', '"', '</testcase>', '<testcase name="x">', '<failure>', ']]>', '<!--', '\0')
          .map((s) => Buffer.from(s)),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it('never throws, never loses count, and always says where it breaks off', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...reports, varied),
      changes,
      fc.nat({ max: 300 }),
      async (report, list, length) => {
        let bytes = Buffer.from(report);
        for (const { place, removed, added } of list) {
          const at = place % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
          if (bytes.length === 0) bytes = Buffer.from('x');
        }
        const { file, results } = await read(bytes, [length + 1]);
        const cases = results.filter(({ declared }) => declared === undefined);
        expect(file).toMatchObject({ cases: cases.length, bytes: bytes.length });
        expect(file.failed).toBe(cases.filter(({ outcome }) => outcome === 'failed').length);
        expect(file.notRun).toBe(cases.filter(({ outcome }) => outcome === 'not-run').length);
        const { problem } = file;
        if (problem === undefined) return;
        expect(problem.place?.line).toBeGreaterThan(0);
        expect(problem.message.length).toBeGreaterThan(20);
      },
    );
    await fc.assert(property, { numRuns: 1500 });
  });
});

describe('absurd sizes', () => {
  it('reads 10,000 levels of suites and refuses endless ones', async () => {
    const depth = 10_000;
    const open = '<testsuite failures="1" tests="1">';
    const deep = await read(`${open.repeat(depth)}<testcase name="a"/>${'</testsuite>'.repeat(depth)}`);
    expect(deep.file.problem).toBeUndefined();
    expect(deep.outcomes).toEqual([
      'a: passed',
      '<The testsuite of line 1 declares one failure or error more than its cases show: failed>',
    ]);
    const endless = await read('<x>'.repeat(50).replace('<x>', '<testsuite>') + '<x>'.repeat(100_000));
    expect(endless.file.problem?.message).toContain('100000 deep');
  });

  it('reads 200,000 cases in bounded time', async () => {
    let results = 0;
    const piece = Buffer.from('<testcase name="a" classname="b"/>\n'.repeat(2000));
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<testsuite>');
      for (let i = 0; i < 100; i++) yield piece;
      yield Buffer.from('</testsuite>');
    }
    const { listen } = recorder();
    const file = await readReport(source(), 'r.xml', { listen, result: () => void results++ });
    expect(file).toMatchObject({ cases: 200_000, failed: 0 });
    expect(results).toBe(200_000);
  });

  it.each([
    ['an attribute', '<testsuite><testcase name="', 'x'],
    ['a comment', '<testsuite><!-- ', 'x '],
    ['a tag without an end', '<testsuite ', ' '],
    ['a name', '<testsuite><', 'x'],
    ['an instruction', '<testsuite><?x ', 'x'],
    ['a doctype', '<!DOCTYPE x "', 'x'],
  ])('refuses %s of more than 16 MB, without holding much more', async (_, start, filling) => {
    const piece = Buffer.from(filling.repeat(65_536 / filling.length));
    let pieces = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(start);
      for (; pieces < 800; pieces++) yield piece;
    }
    const { results, ...on } = recorder();
    const file = await readReport(source(), 'r.xml', on);
    expect(file.problem).toMatchObject({ kind: 'unreadable', place: { line: 1 } });
    expect(file.problem?.message).toContain('16 MB');
    expect(results.every(({ outcome }) => outcome !== 'passed')).toBe(true);
  });

  it('reads an attribute of 5 MB and keeps 300 characters of it as a message', async () => {
    const { file, results } = await read(
      suite(`<testcase name="a"><failure message="${'x'.repeat(5_000_000)}"/></testcase>`),
      [65_536],
    );
    expect(file.problem).toBeUndefined();
    expect(results[0]?.message).toHaveLength(300);
  });

  it('refuses ten thousand attributes', async () => {
    const attributes = Array.from({ length: 10_001 }, (_, i) => `a${i}=""`).join(' ');
    expect((await read(`<testsuite ${attributes}/>`)).file.problem?.message).toContain('more than 10000 attributes');
  });
});
