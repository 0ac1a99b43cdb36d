/* NCTS6 as people meet it: reports and a configuration, through the built command. */
import { describe, expect, it } from 'vitest';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { buildReport } from '../harness/reports.ts';
import { valueOf } from '../form/template.ts';
import { buildReadiness } from '../form/readiness.ts';
import { answers, asOf, check, good, passed, prompt, requirementOf } from './readiness.ts';

describe('a released movement', () => {
  it('is ready, until 14 days after the declaration, and fills the form in', async () => {
    const run = await check({ form: buildReadiness() });
    expect(run.exitCode).toBe(0);
    expect(run.report).toMatchObject({ verdict: 'ready', expiresAt: '2026-12-04T09:00:00Z', daysLeft: 7 });
    expect(requirementOf(run)).toMatchObject({ status: 'satisfied', scenario: 'P6-DSGB-01' });
    const { document = new Uint8Array() } = run;
    expect(valueOf(document, 'MRN used:')).toBe('26GB000000EXAMPLJ8');
    expect(valueOf(document, 'Date/Time:')).toBe(
      'IE015 20 November 2026 09:00:00 UTC, IE029 20 November 2026 09:46:12 UTC',
    );
    expect(valueOf(document, 'Electronic Signature:')).toBe(prompt);
    expect(run.mail).toBe('');
    expect(`${run.text}${run.note}`).not.toMatch(/could not be found|is not known/u);
    expect(run.note).toContain('https://developer.service.hmrc.gov.uk/devhub-support/start');
  });

  it('lasts to the second', async () => {
    const before = await check({ args: ['--as-of=2026-12-04T08:59:59Z'] });
    expect([before.exitCode, before.report.verdict]).toEqual([0, 'ready']);
    const at = await check({ args: ['--as-of=2026-12-04T09:00:00Z'] });
    expect([at.exitCode, requirementOf(at).status]).toEqual([1, 'stale']);
  });

  it('of an arrival test is as old as its declaration', async () => {
    const yesterday = '2026-11-25T09:00:00Z';
    const arrival = passed('P6-ASGB-01', {
      MRN: '26XI000002EXAMPLJ9',
      IE015: '2026-11-11T11:00:00Z',
      IE928: '2026-11-11T11:01:00Z',
      IE028: '2026-11-11T11:02:00Z',
      IE029: '2026-11-11T11:46:00Z',
      IE007: yesterday,
      IE045: '2026-11-25T10:00:00Z',
    });
    const old = await check({ cases: [{ ...arrival, timestamp: yesterday }] });
    expect([old.exitCode, requirementOf(old).status]).toEqual([1, 'stale']);
    const fresh = await check({ cases: [{ ...passed('P6-ASGB-01', { MRN: '26XI000002EXAMPLJ9' }) }] });
    expect([fresh.exitCode, requirementOf(fresh).status]).toEqual([0, 'satisfied']);
    expect(fresh.summary).toContain('the departure of an arrival test is taken');
  });

  it('of a time before Trader Test opened is dated by nobody', async () => {
    const early = passed('P6-DSGB-01', { IE015: '2026-04-13T23:59:59Z' });
    const run = await check({ cases: [early] });
    expect(run.exitCode).toBe(1);
    expect(run.text).toContain('lies before 14 April 2026, when NCTS6 Trader Test opened');
  });
});

describe('an incomplete movement', () => {
  it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ['has no MRN', { MRN: undefined }, 'No MRN was found'],
    ['has a wrong check digit', { MRN: '26GB000000EXAMPLJ9' }, 'its check digit must be 8, but is 9'],
    ['has no time of release', { IE029: undefined }, 'IE029'],
    ['has no time of declaration', { IE015: undefined }, 'IE015'],
    ['was released before it was declared', { IE029: '2026-11-20T08:59:59Z' }, 'comes before'],
    ['was cancelled', { IE009: '2026-11-20T10:00:00Z' }, 'a cancelled movement is not a completed one'],
  ])('proves nothing where it %s', async (_, evidence, why) => {
    const run = await check({ cases: [passed('P6-DSGB-01', evidence)], form: buildReadiness() });
    expect(run.exitCode).toBe(1);
    expect(requirementOf(run).status).toBe('incomplete');
    expect(run.text).toContain(why);
    expect(run.text).toContain('r.xml:');
    expect(run.document).toBeUndefined();
    const { draft: document = new Uint8Array() } = run;
    expect([valueOf(document, 'MRN used:'), valueOf(document, 'Date/Time:')]).toEqual([prompt, prompt]);
    expect(run.note).toContain('Do not send it yet');
  });

  it('has two MRNs', async () => {
    const properties = { ...good.properties, 'ncts6.mrn': '26GB000001EXAMPLJ3' };
    const run = await check({ cases: [{ ...good, properties }] });
    expect([run.exitCode, requirementOf(run).status]).toEqual([1, 'incomplete']);
  });

  it('stays not ready whatever fail-on says', async () => {
    const run = await check({
      cases: [passed('P6-DSGB-01', { IE029: undefined })],
      file: `${answers}\nfail-on: failed\n`,
    });
    expect([run.exitCode, run.report.verdict, requirementOf(run).status]).toEqual([0, 'not-ready', 'incomplete']);
  });
});

describe('a movement that was cancelled or not released', () => {
  it.each([
    ['IE009', { MRN: undefined }],
    ['IE051', { IE029: undefined }],
  ])('is not mended by other evidence than its %s: another one has to be run', async (type, absent) => {
    const run = await check({ cases: [passed('P6-DSGB-01', { [type]: '2026-11-20T10:00:00Z', ...absent })] });
    const said = run.text.replaceAll(/\s+/gu, ' ');
    expect(requirementOf(run).status).toBe('incomplete');
    expect(said).toContain(`but its evidence is incomplete: ${type} (`);
    expect(said).toContain('→ Run P6-DSGB-01 or P6-DSXI-01: it is released by itself');
    expect(said).not.toContain('hand over');
  });

  it('is proven by an IE029 all the same, whatever IE051 is printed beside it', async () => {
    const run = await check({ cases: [passed('P6-DSGB-01', { IE051: '2026-11-20T10:00:00Z' })] });
    expect(requirementOf(run).status).toBe('satisfied');
  });
});

describe('a scenario that never counts', () => {
  it('is told to be cancelled after release', async () => {
    const run = await check({ cases: [passed('P6-DSGB-06', { IE009: '2026-11-20T11:00:00Z' })] });
    expect([run.exitCode, requirementOf(run).status]).toEqual([1, 'missing']);
    expect(run.text).toContain('cancelled after release');
  });

  it('is told to be never released, with one that is', async () => {
    const cases = [
      passed('P6-DSGB-05', { IE029: undefined, IE060: '2026-11-20T10:00:00Z', IE051: '2026-11-20T10:01:00Z' }),
    ];
    const run = await check({ cases });
    expect(run.exitCode).toBe(1);
    expect(run.text).toContain('never released');
    expect(run.text).toContain('Run P6-DSGB-01 or P6-DSXI-01: it is released by itself, 45 minutes after the IE015.');
  });
});

describe('of several movements', () => {
  const amended = passed('P6-DSGB-08', {
    MRN: '26GB000001EXAMPLJ3',
    LRN: 'EX-2',
    IE015: '2026-11-21T09:00:00Z',
    IE928: '2026-11-21T09:01:00Z',
    IE028: '2026-11-21T09:02:00Z',
    IE013: '2026-11-21T09:03:00Z',
    IE004: '2026-11-21T09:04:00Z',
    IE029: '2026-11-21T09:46:12Z',
  });

  it('the plainest is taken, though another one lasts longer', async () => {
    const run = await check({
      cases: [good, { ...amended, timestamp: '2026-11-21T09:00:00Z' }],
      form: buildReadiness(),
    });
    expect(run.exitCode).toBe(0);
    expect(valueOf(run.document ?? new Uint8Array(), 'MRN used:')).toBe('26GB000000EXAMPLJ8');
  });

  it('another one does where the plainest failed, which is told', async () => {
    const failed = { ...good, outcome: 'failed', timestamp: '2026-11-22T09:00:00Z' } as const;
    const run = await check({ cases: [failed, { ...amended, timestamp: '2026-11-21T09:00:00Z' }] });
    expect([run.exitCode, requirementOf(run).scenario]).toEqual([0, 'P6-DSGB-08']);
    expect(`${run.text}${run.summary}`).toMatch(/1 failed \(P6-DSGB-01\)/u);
  });

  it('one that proves two applications is remarked on', async () => {
    const file = 'applications: [{name: one}, {name: two}]\n';
    const run = await check({ file });
    expect([run.exitCode, run.report.verdict]).toEqual([0, 'ready']);
    expect(run.text).toMatch(/one and two/u);
  });

  it('one that proves two applications of NCTS5 proves neither', async () => {
    const own = 'flows: standard-departure, procedures: simplified';
    const file = `applications: [{name: one, ${own}}, {name: two, ${own}}]\n`;
    const run = await check({ programme: 'ncts5', file, cases: [passed('DSGB1')] });
    expect([run.exitCode, run.report.verdict]).toEqual([1, 'not-ready']);
    expect(run.text).toContain('the movement of DSGB1 is used for one and two');
    const single = await check({ programme: 'ncts5', file, cases: [passed('DSGB1')], args: ['--application=one'] });
    expect([single.exitCode, single.report.verdict]).toEqual([0, 'ready']);
  });
});

describe('results of the other programme', () => {
  it('count for NCTS5 only', async () => {
    const cases = ['DSGB1', 'DSGB2'].map((scenario) => passed(scenario));
    const run = await check({ cases });
    expect([run.exitCode, requirementOf(run).status]).toEqual([1, 'missing']);
    expect(run.text).toContain('2 results name NCTS5 scenarios (DSGB1, DSGB2): they count for NCTS5 only.');
  });

  const ncts5 = { programme: 'ncts5', file: 'flows: standard-departure\nprocedures: simplified\n' };

  it('count for NCTS6 only', async () => {
    const run = await check({ ...ncts5, cases: [good] });
    expect(run.exitCode).toBe(1);
    expect(run.text).toContain('set programme: ncts6');
  });

  const sent = (phase: string): string =>
    `<ncts:CC015C PhaseID="${phase}" xmlns:ncts="http://ncts.dgtaxud.ec"><preparationDateAndTime>2026-11-20T09:00:00</preparationDateAndTime></ncts:CC015C>`;

  it('prove nothing for NCTS5 where a message was sent as NCTS6', async () => {
    const run = await check({ ...ncts5, cases: [{ ...passed('DSGB1'), systemOut: sent('NCTS6') }] });
    expect([run.exitCode, run.report.verdict]).toEqual([1, 'not-ready']);
    expect(run.text).toContain('was sent as NCTS6: it proves nothing for NCTS5');
    const same = await check({ ...ncts5, cases: [{ ...passed('DSGB1'), systemOut: sent('NCTS5.1') }] });
    expect([same.exitCode, same.report.verdict]).toEqual([0, 'ready']);
  });

  it('are only told for NCTS6 where a message was sent as NCTS5', async () => {
    const run = await check({ cases: [{ ...good, systemOut: sent('NCTS5.1') }] });
    expect([run.exitCode, run.report.verdict]).toEqual([0, 'ready']);
  });
});

describe('a scenario number of NCTS6', () => {
  it.each(['test_p6_dsgb_01_released', '[p6-dsgb-01]', 'testP6DSGB01Released', 'P6.DSGB.01'])(
    'is found in %s',
    async (name) => {
      const run = await check({ cases: [{ ...good, name }] });
      expect(Object.keys(run.report.scenarios)).toEqual(['P6-DSGB-01']);
      expect(run.report.verdict).toBe('ready');
    },
  );

  it("is found in a file's name", async () => {
    const run = await check({ cases: [{ ...good, name: 'is released' }], name: 'P6-DSGB-01_ie015.xml' });
    expect(Object.keys(run.report.scenarios)).toEqual(['P6-DSGB-01']);
  });

  it.each(['P6-DSGB-1', 'DSGB-01', 'P6-DSGB-99'])('is not %s, which is told', async (name) => {
    const run = await check({ cases: [{ ...good, name: `${name} released` }] });
    expect(Object.keys(run.report.scenarios)).toEqual([]);
    expect(run.text).toContain(name);
  });

  it('that HMRC prints twice may have the messages of the other scenario', async () => {
    const evidence = { MRN: '26XI000002EXAMPLJ9', IE060: '2026-11-20T09:30:00Z' };
    const run = await check({ cases: [passed('P6-DSXI-01', evidence)] });
    expect([run.exitCode, run.report.verdict]).toEqual([0, 'ready']);
    expect(run.summary).toContain('P6-DSXI-04 is meant');
    expect(run.summary).not.toContain('⚠️');
  });
});

describe('a run without another setting', () => {
  it('is ready with what init wrote', async () => {
    const cwd = freshFolder('readiness');
    expect((await runBuiltCli(['init', '--programme', 'ncts6', '--yes'], cwd)).exitCode).toBe(0);
    await writeFiles(cwd, { 'results/r.xml': buildReport([good], { timestamp: '2026-11-20T09:00:00Z' }) });
    const ended = await runBuiltCli(['check', `--as-of=${asOf}`], cwd);
    expect([ended.exitCode, ended.stdout]).toEqual([0, expect.stringContaining('proven  P6-DSGB-01')]);
  });

  it('is the same with settings that only NCTS5 has, which is remarked on once', async () => {
    const run = await check({ args: ['--flows=arrival', '--phase=1'] });
    expect([run.exitCode, run.report.verdict]).toEqual([0, 'ready']);
    expect(run.text.match(/flows and phase change nothing in NCTS6\./gu)).toHaveLength(1);
  });
});
