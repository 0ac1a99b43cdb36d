import { describe, expect, it } from 'vitest';
import { read, suite } from './reading.ts';

const problemOf = async (report: string) => (await read(report)).file.problem;
const remarksOf = async (report: string) => (await read(report)).file.remarks ?? [];

describe('suites in suites', () => {
  const nested = (levels: number, attributes = '') =>
    `${`<testsuite${attributes}>`.repeat(levels)}<testcase name="t"/>${'</testsuite>'.repeat(levels)}`;

  it('may be as deep as 10,000 without names inside of a root, and no deeper', async () => {
    expect((await read(`<testsuites>${nested(10_000)}</testsuites>`)).outcomes).toEqual(['t: passed']);
    expect(await problemOf(`<testsuites>${nested(10_001)}</testsuites>`)).toMatchObject({
      kind: 'not-junit',
      message: expect.stringMatching(
        /^Suites are nested more than 10000 deep, or with names more than 500\./,
      ) as string,
    });
  });

  it('may have names 500 levels deep, and those without names between them do not count', async () => {
    const named = ' name="s"';
    expect((await read(nested(500, named))).outcomes).toEqual(['t: passed']);
    expect(await problemOf(nested(501, named))).toMatchObject({ kind: 'not-junit', place: { line: 1 } });
    const mixed = `${'<testsuite name="s"><testsuite>'.repeat(500)}<testcase name="t"/>${'</testsuite>'.repeat(1000)}`;
    expect((await read(mixed)).outcomes).toEqual(['t: passed']);
  });
});

describe('the message of a result', () => {
  const messageOf = async (inner: string) =>
    (await read(suite(`<testcase name="t">${inner}</testcase>`))).results[0]?.message;

  it.each([
    ['<failure message="a"/>', 'a'],
    ['<failure message="a">b</failure>', 'a'],
    ['<failure>\n\n   b\nc</failure>', 'b'],
    [`<failure>${' '.repeat(5000)}b</failure>`, 'b'],
    ['<failure/>', undefined],
    ['<failure/><failure message="second"/>', 'second'],
    ['<failure message="first"/><failure message="second"/>', 'first'],
    ['<skipped message="s"/>', 's'],
    ['<skipped message="s"/><failure message="f"/>', 'f'],
    ['<skipped message="s"/><failure/>', undefined],
    ['<skipped/><skipped message="s"/>', 's'],
    [`<failure message="${'x'.repeat(300)}"/>`, 'x'.repeat(300)],
    [`<failure message="${'x'.repeat(301)}"/>`, `${'x'.repeat(299)}…`],
    ['<failure message="a&#9;b"/>', 'a b'],
    ['<failure message="  a  "/>', 'a'],
    ['<failure message=" &#10; &#10; a &#10;b"/>', 'a'],
    ['<rerunError message="r"/><skipped/>', undefined],
    ['<skipped message="s"/><rerunFailure message="r"/>', 's'],
    ['<failure><b>bold</b> text</failure>', 'bold text'],
  ])('of %s is %j', async (inner, message) => {
    expect(await messageOf(inner)).toBe(message);
  });

  it('of a claim in an attribute says which', async () => {
    const claims = async (attributes: string) => (await read(suite(`<testcase name="t" ${attributes}/>`))).results[0];
    expect(await claims('status="failed"')).toMatchObject({ outcome: 'failed', message: 'status="failed"' });
    expect(await claims('status="skipped"')).toMatchObject({ outcome: 'not-run', message: 'status="skipped"' });
    expect(await claims('failure=""')).toMatchObject({ outcome: 'failed', message: 'It has the attribute failure.' });
    expect(await claims('failure=" "')).toMatchObject({ outcome: 'failed', message: 'It has the attribute failure.' });
    expect(await claims('error="boom"')).toMatchObject({ outcome: 'failed', message: 'boom' });
    expect(await claims('failures="2"')).toMatchObject({ outcome: 'failed', message: 'failures="2"' });
    expect(await claims('errors="1"')).toMatchObject({ outcome: 'failed', message: 'errors="1"' });
    expect(await claims('errors="0"')).toMatchObject({ outcome: 'passed' });
    expect(await claims('success=" FALSE "')).toMatchObject({ outcome: 'failed' });
    expect(await claims('success="true"')).toMatchObject({ outcome: 'passed' });
    expect(await claims('failure="no"')).toMatchObject({ outcome: 'passed' });
    expect(await claims('failure="nope"')).toMatchObject({ outcome: 'failed', message: 'nope' });
    expect(await claims('failure="yes 0"')).toMatchObject({ outcome: 'failed' });
    const long = 'word '.repeat(40);
    expect((await claims(`status="${long}"`))?.message).toBe(
      `status="${long.slice(0, 80)}" does not clearly say that it passed`,
    );
  });
});

describe('attributes that come to the same name', () => {
  it('are read together: none hides the other', async () => {
    const outcome = async (attributes: string) => (await read(suite(`<testcase name="t" ${attributes}/>`))).outcomes;
    expect(await outcome('status="passed" x:status="passed"')).toEqual(['t: passed']);
    expect(await outcome('status="passed" STATUS="failed"')).not.toEqual(['t: passed']);
    expect(await outcome('STATUS="failed" status="passed"')).not.toEqual(['t: passed']);
  });

  it('are read one by one where a suite speaks of itself', async () => {
    const outcomes = async (attributes: string) =>
      (await read(suite('<testcase name="t"/>', attributes))).outcomes.slice(1);
    const failed = ['<The suite "s" says that it failed (status="failed"), but none of its cases did: failed>'];
    expect(await outcomes('name="s" status="passed" x:status="failed"')).toEqual(failed);
    expect(await outcomes('name="s" STATUS="failed" status="passed"')).toEqual(failed);
    expect(await outcomes('name="s" result="skipped" x:status="failed"')).toEqual(failed);
    expect(await outcomes('name="s" status="passed" x:status="passed"')).toEqual([]);
    expect(await outcomes('name="s" failures="0" x:failures="0"')).toEqual([]);
    expect(await outcomes('name="s" failures="1" x:failures="0"')).toHaveLength(1);
    expect(await outcomes('name="s" failures="0" x:failures="1"')).toHaveLength(1);
  });
});

describe('a suite that speaks of itself', () => {
  it('by a failure of its own fails with the first message there is', async () => {
    const { results } = await read(
      suite('<testcase name="t"/><failure/><failure message="boom"/><failure message="no"/>'),
    );
    const own = results.filter(({ declared }) => declared !== undefined);
    expect(own).toMatchObject([{ outcome: 'failed', message: 'boom', className: '' }]);
    const silent = (await read(suite('<testcase name="t"/><failure/>'))).results.at(-1);
    expect(silent).toMatchObject({ outcome: 'failed', declared: 'failures' });
    expect(Object.keys(silent ?? {})).not.toContain('message');
    const skipped = (await read(suite('<testcase name="t"/><skipped message="why"/><failure/>'))).results.find(
      ({ outcome }) => outcome === 'failed',
    );
    expect(Object.keys(skipped ?? {})).not.toContain('message');
  });

  it('by a try that was repeated says nothing', async () => {
    expect((await read(suite('<testcase name="t"/><flakyFailure message="once"/>'))).outcomes).toEqual(['t: passed']);
  });

  it('by a failure inside a property fails; other elements in there mean nothing', async () => {
    const property = async (inner: string, attributes = '') =>
      (
        await read(
          suite(`<properties><property name="p"${attributes}>${inner}</property></properties><testcase name="t"/>`),
        )
      ).outcomes;
    for (const attributes of ['', ' value="v"']) {
      expect(await property('<failure/>', attributes)).toEqual([
        't: passed',
        '<The suite "Departures" reports a failure or error outside of its cases: failed>',
      ]);
      expect(await property('<b/><skipped/>', attributes)).toEqual(['t: passed']);
    }
    const inCase = '<testcase name="t"><property name="p" value="v"><b/><skipped/></property></testcase>';
    expect((await read(suite(inCase))).outcomes).toEqual(['t: passed']);
  });

  it('by a skip of its own passes nothing, and that is no failure', async () => {
    const { results } = await read(suite('<testcase name="t"/><skipped message="why"/>'));
    expect(results.map(({ outcome, declared }) => [outcome, declared])).toEqual([
      ['passed', undefined],
      ['not-run', 'tests'],
    ]);
    expect(Object.keys(results.at(-1) ?? {})).not.toContain('message');
  });

  it('by counts of skips beyond its cases passes nothing, once and not again around it', async () => {
    const inner = '<testsuite name="in" tests="2" skipped="2"><testcase name="t"/><testcase name="u"/></testsuite>';
    const { results } = await read(
      `<testsuites><testsuite name="out" tests="2" skipped="2">${inner}</testsuite></testsuites>`,
    );
    expect(results.filter(({ declared }) => declared !== undefined)).toHaveLength(1);
  });

  it('counts failure elements of inner suites towards its own', async () => {
    const two = '<testcase name="t"><failure/><error/></testcase>';
    const inner = `<testsuite name="in" tests="1" failures="1" errors="1">${two}</testsuite>`;
    const { outcomes } = await read(`<testsuites tests="1" failures="1" errors="1">${inner}</testsuites>`);
    expect(outcomes).toEqual(['t: failed']);
    const more = await read(`<testsuites tests="1" failures="2" errors="1">${inner}</testsuites>`);
    expect(more.outcomes).toHaveLength(2);
    const own = `<testsuite name="in">${two}<failure/></testsuite>`;
    expect((await read(`<testsuites failures="3">${own}</testsuites>`)).outcomes).toEqual([
      't: failed',
      '<The suite "in" reports a failure or error outside of its cases: failed>',
    ]);
  });

  it('by a word is not heard where failures are listed, or known to be missing', async () => {
    const inner = '<testsuite name="in" failures="2"><testcase name="t"><failure/></testcase></testsuite>';
    expect((await read(`<testsuites status="failed">${inner}</testsuites>`)).outcomes).toEqual([
      't: failed',
      '<The suite "in" declares one failure or error more than its cases show: failed>',
    ]);
  });

  it('is called by 120 characters of its name, or by its line', async () => {
    const titled = async (attributes: string) =>
      (await read(`\n<testsuite ${attributes} failures="1"/>`)).outcomes.map((text) => text.split(' declares')[0]);
    expect(await titled(`name="${'n'.repeat(121)}"`)).toEqual([`<The suite "${'n'.repeat(120)}"`]);
    expect(await titled('name=""')).toEqual(['<The testsuite of line 2']);
  });
});

describe('a time that is blank', () => {
  it('is none', async () => {
    const { results } = await read(suite('<testcase name="t" timestamp="  "/>', 'name="s" timestamp=" "'));
    expect(Object.keys(results[0] ?? {})).not.toContain('timestamp');
    expect(Object.keys(results[0]?.suite ?? {})).not.toContain('timestamp');
  });
});

describe('output', () => {
  it('is heard with its markup where it was not escaped, and messages without it', async () => {
    const { results } = await read(
      suite('<testcase name="t"><system-out>a<b x="1">c</b>d</system-out><failure>e<f>g</f></failure></testcase>'),
    );
    expect(results[0]?.notes?.join()).toMatch(/a<b.*>c<\/b>d/);
    expect(results[0]?.message).toBe('eg');
  });

  it('of a property is kept up to 1 MB', async () => {
    const limit = 1024 * 1024;
    const content = async (length: number) => {
      const text = `${'x'.repeat(length - 1)}y`;
      const { results } = await read(suite(`<testcase name="t"><property name="p">${text}</property></testcase>`));
      return results[0]?.notes;
    };
    expect(await content(limit)).toEqual([`4 property p=${'x'.repeat(limit - 1)}y`]);
    expect(await content(limit + 1)).toEqual([`4 property p=${'x'.repeat(limit)}`]);
  });

  it('of comments that are blank says nothing', async () => {
    const { results } = await read(suite('<testcase name="t"><!--  --><!-- x --></testcase>'));
    expect(results[0]?.notes).toEqual([expect.stringMatching(/comment\s+x\s*$/)]);
  });
});

describe('a report that breaks off', () => {
  it('has no pass in what was open, and keeps what came before', async () => {
    const { outcomes, results, file } = await read(
      '<testsuite name="s"><testcase name="a"/><testcase name="b"><system-out>x',
    );
    expect(outcomes.slice(0, 2)).toEqual(['a: passed', 'b: not-run']);
    expect(results[1]?.message).toBe('The report breaks off here.');
    expect(file.problem).toMatchObject({ kind: 'unreadable', severity: 'error' });
    expect(file.problem?.place?.line).toBe(1);
  });

  it('loses no failure that its open suites declare, and has no remark that it lists no case', async () => {
    const { outcomes, file } = await read('<testsuites><testsuite name="s" failures="2"><testcase name="a"><failure/>');
    expect(outcomes).toEqual([
      'a: failed',
      '<The suite "s" declares one failure or error more than its cases show: failed>',
    ]);
    expect(file.remarks).toBeUndefined();
    expect((await read('<testsuites><testsuite name="s">')).file.remarks).toBeUndefined();
  });

  it('does not hold counts of skips and tests against what may have come yet', async () => {
    const { outcomes } = await read(
      '<testsuite name="s" tests="4" skipped="3"><testcase name="a"/><testcase name="b"/><testcase name="c">',
    );
    expect(outcomes).toEqual(['a: passed', 'b: passed', 'c: not-run']);
  });

  it('keeps the reason of what was skipped, and of what failed', async () => {
    const open = async (inner: string) => (await read(`<testsuite name="s"><testcase name="b">${inner}`)).results[0];
    expect(await open('<skipped message="why"/>')).toMatchObject({ outcome: 'not-run', message: 'why' });
    expect(await open('<failure message="boom"/>')).toMatchObject({ outcome: 'failed', message: 'boom' });
  });
});

describe('encodings in the declaration', () => {
  const declaring = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><testsuite><testcase name="t"/></testsuite>`;

  it.each([
    'utf8',
    'UTF-8',
    'utf16',
    'utf-16',
    'UTF-16LE',
    'utf-16be',
    'ucs2',
    'UCS-2',
    'iso-10646-ucs-2',
    'ascii',
    'us-ascii',
  ])('%s of a file in single bytes is UTF-8', async (encoding) => {
    expect((await read(declaring(encoding))).outcomes).toEqual(['t: passed']);
    const bytes = Buffer.concat([Buffer.from(declaring(encoding)), Buffer.from([0xff])]);
    const { file } = await read(bytes);
    expect(file.problem?.message).toMatch(/UTF-8/);
  });

  it('that are not known are told with at most 40 characters', async () => {
    expect((await problemOf(declaring('k'.repeat(41))))?.message).toContain(`"${'k'.repeat(40)}"`);
  });

  it('count only at the very start', async () => {
    const inside = `<testsuite><testcase name="t"/><!-- <?xml version="1.0" encoding="klingon"?> --></testsuite>`;
    expect((await read(inside)).outcomes).toEqual(['t: passed']);
  });
});

describe('remarks', () => {
  it('of one report are told up to a limit, and the rest is counted', async () => {
    const odd = '<testsuite name="s" tests="many"><testcase name="t"/></testsuite>';
    const all = await remarksOf(`<testsuites>${odd.repeat(200)}</testsuites>`);
    expect(all.length).toBeLessThan(200);
    expect(all.at(-1)?.message).toMatch(/^\d+ more remarks like these on the same report are left out\.$/);
    const few = await remarksOf(`<testsuites>${odd.repeat(2)}</testsuites>`);
    expect(few).toHaveLength(2);
  });
});
