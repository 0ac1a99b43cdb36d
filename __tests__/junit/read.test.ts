import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/junit/read.ts';
import { verdictMark } from '../../src/junit/report.ts';
import { read, recorder, suite } from './reading.ts';

function failing(): never {
  throw new RangeError('consumer');
}

async function* breakingSource(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('<testsuite><testcase name="a"><failure/></testcase><testcase name="b"/>');
  throw new Error('EIO: i/o error, read');
}

describe('where cases are found', () => {
  it('takes cases of suites at any depth, and of testsuites itself, with their suites from the inside out', async () => {
    const xml = `<testsuites name="all"><testcase name="bare"/><testsuite name="outer" timestamp="2026-11-20T10:00:00Z">
<testsuite name="inner"><testcase name="deep" classname="C" timestamp="2026-11-20T11:00:00Z"/></testsuite>
<testcase name="after" class="K"/></testsuite></testsuites>`;
    const { results, file } = await read(xml);
    expect(file).toMatchObject({ cases: 3, failed: 0, notRun: 0 });
    expect(file.problem).toBeUndefined();
    const [bare, deep, after] = results;
    expect(bare).toMatchObject({
      name: 'bare',
      className: '',
      line: 1,
      suite: { kind: 'testsuites', name: 'all', line: 1 },
    });
    expect(deep).toMatchObject({ name: 'deep', className: 'C', timestamp: '2026-11-20T11:00:00Z', line: 2 });
    expect(deep?.suite).toMatchObject({ name: 'inner', parent: { name: 'outer', timestamp: '2026-11-20T10:00:00Z' } });
    expect(deep?.suite?.parent?.parent).toMatchObject({ kind: 'testsuites', line: 1 });
    expect(after).toMatchObject({ className: 'K', line: 3, suite: { name: 'outer' } });
  });

  it.each([
    ['a testsuite root', '<testsuite name="s"><testcase name="a"/></testsuite>'],
    ['prefixes', '<j:testsuites xmlns:j="urn:junit"><j:testsuite><j:testcase name="a"/></j:testsuite></j:testsuites>'],
    [
      'unknown wrappers',
      '<testsuites><run><testsuite><cases><testcase name="a"/></cases></testsuite></run></testsuites>',
    ],
    ['a bare doctype', '<!DOCTYPE testsuite SYSTEM "junit.dtd">\n<testsuite><testcase name="a"/></testsuite>'],
    [
      'comments and instructions around',
      '<?pi x?><!-- a --><testsuite><?y?><testcase name="a"/></testsuite><!-- b -->\n',
    ],
  ])('reads %s', async (_, xml) => {
    expect(await read(xml)).toMatchObject({ outcomes: ['a: passed'], file: { cases: 1 } });
    expect((await read(xml)).file.problem).toBeUndefined();
  });

  it.each(['system-out', 'system-err', 'failure', 'error', 'skipped', 'flakyFailure', 'property'])(
    'takes no case from inside <%s>',
    async (element) => {
      const inner = `<${element}><testcase name="fake"/><testsuite><testcase name="fake"/></testsuite></${element}>`;
      const { results } = await read(suite(`<testcase name="real">${inner}</testcase>${inner}`));
      expect(results.filter(({ declared }) => declared === undefined).map(({ name }) => name)).toEqual(['real']);
    },
  );

  it('refuses a case or suite inside a case, because it is unclear which of them passed', async () => {
    for (const inner of ['<testcase name="b"/>', '<x><testsuite/></x>']) {
      const { file, outcomes } = await read(suite(`<testcase name="a">\n${inner}</testcase>`));
      expect(file.problem).toMatchObject({ kind: 'not-junit', place: { line: 5 } });
      expect(outcomes).toEqual(['a: not-run']);
    }
  });

  it.each(['<suites><testsuite/></suites>', '<html/>', '<testcase name="a"/>', '<TestRun><testsuites/></TestRun>'])(
    'refuses the root of %s',
    async (xml) => {
      const { file, results } = await read(xml);
      expect(file.problem).toMatchObject({
        kind: 'not-junit',
        severity: 'error',
        place: { file: 'results/report.xml', line: 1 },
      });
      expect(file.problem?.message).toContain(`<${/\w+/.exec(xml)?.[0]}>`);
      expect(results).toEqual([]);
    },
  );

  it('refuses a verdict that this program wrote: it proves nothing', async () => {
    const { file } = await read(
      suite(`<properties>\n<property name="${verdictMark}" value="ready"/></properties><testcase name="a"/>`),
    );
    expect(file).toMatchObject({ cases: 0, problem: { kind: 'not-junit', place: { line: 5 } } });
    expect(file.problem?.message).toContain('verdict of this program');
    expect(file.problem?.next).toContain('Leave it out of "results"');
  });

  it('says that a report lists no case', async () => {
    const { file } = await read('<testsuites/>');
    expect(file.problem).toBeUndefined();
    expect(file.remarks).toEqual([
      expect.objectContaining({ severity: 'warning', place: { file: 'results/report.xml' } }),
    ]);
  });

  it('counts the bytes and hashes them as they are, behind a break too', async () => {
    for (const xml of [suite('<testcase name="a"/>'), '<a>', `${suite('')}junk ${'x'.repeat(200_000)}`]) {
      const { file } = await read(xml, [1000]);
      const sha256 = createHash('sha256').update(xml).digest('hex');
      expect(file).toMatchObject({ bytes: xml.length, sha256, path: 'results/report.xml' });
    }
  });
});

describe('what listeners hear', () => {
  it('gives a case its properties, output and comments, in order and with lines', async () => {
    const xml = suite(`<testcase name="a">
<properties><property name="MRN" value="26GB1"/>
<property name="LRN">x1</property><property name="empty"/></properties>
<system-out>one &amp; two
<![CDATA[<three>]]></system-out><!-- inside -->
<system-err>four<b>bold</b></system-err><system-out></system-out>
</testcase>
<!-- behind -->
<testcase name="b"/>`);
    const { results } = await read(xml);
    expect(results[0]?.notes).toEqual([
      '5 property MRN=26GB1',
      '6 property LRN=x1',
      '6 property empty=',
      '7 text one & two\n<three>',
      '8 comment  inside ',
      '9 text four<b>bold</b>',
      '11 comment  behind ',
    ]);
    expect(results[1]).not.toHaveProperty('notes');
  });

  it('gives a suite what stands outside of cases, complete when the report ends', async () => {
    const xml = suite(`<!-- before -->
<properties><property name="env" value="TTA"/></properties>
<testcase name="a"/><system-out>late</system-out><!-- end -->
<testsuite name="quiet"><testcase name="b"/></testsuite><!-- after a suite -->`);
    const { results } = await read(xml);
    expect(results[0]).not.toHaveProperty('notes');
    expect(results[0]?.suite?.notes).toEqual([
      '4 comment  before ',
      '5 property env=TTA',
      '6 text late',
      '6 comment  end ',
      '7 comment  after a suite ',
    ]);
    expect(results[1]?.suite).not.toHaveProperty('notes');
  });

  it('makes no listener for silence and tells nothing of failure texts', async () => {
    let listeners = 0;
    const { listen, ...rest } = recorder();
    const counting = { ...rest, listen: () => (listeners++, listen()) };
    const xml = suite(
      '<testcase name="a"><failure message="m">MRN=x</failure><system-out/><system-err><![CDATA[]]></system-err><!-- --></testcase>',
    );
    await readReport(
      (async function* () {
        yield Buffer.from(xml);
      })(),
      'r.xml',
      counting,
    );
    expect(listeners).toBe(0);
  });

  it('hands a result on before the next one begins, and does not wait for the end', async () => {
    const order: string[] = [];
    const { listen } = recorder();
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<testsuite><testcase name="a"/><testcase name="b"/>');
      await Promise.resolve();
      order.push('asked for more');
      yield Buffer.from('</testsuite>');
    }
    await readReport(source(), 'r.xml', { listen, result: ({ name }) => void order.push(name) });
    expect(order).toEqual(['a', 'asked for more', 'b']);
  });

  it('passes text on piece by piece and never collects it', async () => {
    let longest = 0;
    let total = 0;
    const listen = () => ({
      property: () => undefined,
      comment: () => undefined,
      endOfText: () => undefined,
      finish: () => undefined,
      text: (chunk: string) => {
        longest = Math.max(longest, chunk.length);
        total += chunk.length;
      },
    });
    const line = 'x'.repeat(99);
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<testsuite><testcase name="a"><system-out><![CDATA[');
      for (let i = 0; i < 2000; i++) yield Buffer.from(`${line}\n`.repeat(20));
      yield Buffer.from(']]></system-out><system-err>');
      for (let i = 0; i < 2000; i++) yield Buffer.from(`${line}\n`.repeat(20));
      yield Buffer.from('</system-err></testcase></testsuite>');
    }
    const file = await readReport(source(), 'r.xml', { listen, result: () => undefined });
    expect(file.problem).toBeUndefined();
    expect(total).toBe(8_000_000);
    expect(longest).toBeLessThan(200_000);
  });

  it('lets an error of the consumer through: it is no fault of the report', async () => {
    const { listen } = recorder();
    const source = (async function* () {
      yield Buffer.from(suite('<testcase name="a"/>'));
    })();
    await expect(readReport(source, 'r.xml', { listen, result: failing })).rejects.toThrow('consumer');
  });
});

describe('a source', () => {
  const { listen } = recorder();

  it('is closed when the consumer fails', async () => {
    let closed = false;
    const source = (async function* () {
      try {
        yield Buffer.from(suite('<testcase name="a"/>'));
        yield Buffer.from('\n');
      } finally {
        closed = true;
      }
    })();
    await expect(readReport(source, 'r.xml', { listen, result: failing })).rejects.toThrow('consumer');
    expect(closed).toBe(true);
  });

  it('need not be closable', async () => {
    const pieces = ['<testsuite><testcase name="a"/>', '</testsuite>'].map((text) => Buffer.from(text));
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          const value = pieces.shift();
          return Promise.resolve<IteratorResult<Uint8Array>>(
            value === undefined ? { done: true, value } : { done: false, value },
          );
        },
      }),
    };
    expect(await readReport(source, 'r.xml', recorder())).toMatchObject({ cases: 1 });
  });

  it('that fails at once is not called empty, and there is no place to name', async () => {
    const source = (async function* (): AsyncGenerator<Uint8Array> {
      await Promise.reject(new Error('EIO: i/o error, read'));
      yield Buffer.from('');
    })();
    const file = await readReport(source, 'r.xml', recorder());
    expect(file).toStrictEqual({
      path: 'r.xml',
      sha256: createHash('sha256').digest('hex'),
      bytes: 0,
      cases: 0,
      failed: 0,
      notRun: 0,
      problem: {
        kind: 'unreadable',
        severity: 'error',
        message: 'Reading the file failed: EIO: i/o error, read.',
        next: 'Check again.',
        place: { file: 'r.xml', line: undefined, column: undefined },
      },
      remarks: undefined,
    });
  });
});

describe('a source that fails in the middle', () => {
  it('is a problem, with the results before it', async () => {
    const { results, ...on } = recorder();
    const file = await readReport(breakingSource(), 'r.xml', on);
    expect(file.problem?.kind).toBe('unreadable');
    expect(file.problem?.message).toContain('EIO');
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'not-run']);
  });
});
