import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';
import { buildReadiness } from '../form/readiness.ts';
import { buildForm, valueOf } from '../form/template.ts';

const program = 'npx ncts5-production-checklist';
const check = ['check', `--as-of=${AS_OF}`];

/** What a newcomer types and reads, as a page. */
class Transcript {
  readonly #folder: string;
  readonly #lines: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  tell(...paragraphs: string[]): void {
    this.#lines.push(...paragraphs.flatMap((paragraph) => [paragraph, '']));
  }

  async type(args: readonly string[], exitCode: number): Promise<string> {
    const ended = await runBuiltCli(args, this.#folder);
    const said = `${ended.stdout}${ended.stderr}`.replaceAll(/node \S+\/dist\/cli\.js/gu, program).trimEnd();
    this.#lines.push(
      '```console',
      `$ ${program} ${args.join(' ')}`,
      said,
      `$ echo $?`,
      String(ended.exitCode),
      '```',
      '',
    );
    expect({ exitCode: ended.exitCode, said }).toEqual({ exitCode, said });
    return said;
  }

  page(): string {
    return this.#lines.join('\n');
  }
}

describe('a newcomer', () => {
  it('gets from nothing to the filled-in form, as the page of the first ten minutes shows', async () => {
    const folder = freshFolder('newcomer');
    await mkdir(join(folder, '.git'));
    const transcript = new Transcript(folder);
    transcript.tell(
      '# The first ten minutes',
      'What somebody types and reads who has Node 20.19 or later and a project of their own. A test runs all of it and keeps this page as it is (`__tests__/action/newcomer.test.ts`), hence the fixed day: `--as-of` is not needed in real life.',
      '## Say what the software supports',
      'Without flags `init` asks.',
    );
    const written = await transcript.type(['init', '--flows=standard-departure', '--procedures=simplified'], 0);
    expect(written).toContain('DSGB1 or DSXI1');
    transcript.tell(
      '## See what to run',
      'Of the scenario that is mandatory, what is sent and received, and how a test hands over its evidence:',
    );
    await transcript.type(['explain', 'DSGB1'], 0);

    transcript.tell('## The first check is red', 'The tests have run; the one of DSGB1 failed:');
    const failed = {
      scenario: 'DSGB1',
      outcome: 'failed',
      properties: null,
      message: 'no IE029 within 60 minutes',
    } as const;
    await writeFiles(folder, { 'results/trader-test.xml': buildReport([failed]) });
    const red = await transcript.type(check, 1);
    expect(red).toContain('Not ready');

    transcript.tell(
      '## It passes, and its evidence is there',
      'The test is mended, and prints MRN, LRN and message times:',
    );
    await writeFiles(folder, { 'results/trader-test.xml': buildReport(['DSGB1']) });
    const green = await transcript.type(check, 0);
    expect(green).toContain('not ready to submit: 11 questions');

    transcript.tell(
      '## The form',
      "With HMRC's form beside it, every value goes where it belongs (here a stand-in with the form's labels: the form itself is HMRC's). Beside it stands a note that says until when to send it, to whom, and what is still to be answered.",
    );
    await writeFile(join(folder, 'hmrc-form.docx'), buildForm());
    await transcript.type([...check, '--form-template=hmrc-form.docx', '--checklist=filled-form.docx'], 0);
    const filled = await readFile(join(folder, 'filled-form.docx'));
    expect([valueOf(filled, 'Scenario Number:'), valueOf(filled, 'MRN:')]).toEqual(['DSGB1', '25GB000000DSGB11J4']);
    expect(valueOf(filled, 'IE015 Date and time of submission:')).toBe('10 March 2025 09:00:00 UTC');

    transcript.tell(
      'What comes next: put your tests into `trader-test.yml`, commit the files that `init` wrote, and let the other three workflows watch. The [README](../README.md) has all settings.',
    );
    await expect(`${transcript.page().trimEnd()}\n`).toMatchFileSnapshot('../../.github/first-ten-minutes.md');
  });

  it('gets there for NCTS6, too, as its own page shows', async () => {
    const folder = freshFolder('newcomer');
    await mkdir(join(folder, '.git'));
    const transcript = new Transcript(folder);
    const checkOn = ['check', '--as-of=2026-11-10T12:00:00Z'];
    const declared = '2026-11-04T09:00:03Z';
    const evidence = { MRN: '26GB002460DEMO61J7', LRN: 'DEMO-P6-0001', IE015: declared };
    const report = (properties: Record<string, string>): string =>
      buildReport([{ scenario: 'P6-DSGB-01', properties, timestamp: declared }], { timestamp: declared });
    transcript.tell(
      '# The first ten minutes with NCTS6',
      'What somebody types and reads who has Node 20.19 or later and a project of their own, for API v3.0. A test runs all of it and keeps this page as it is (`__tests__/action/newcomer.test.ts`), hence the fixed day: `--as-of` is not needed in real life. For NCTS5 there is [a page of its own](first-ten-minutes.md).',
      '## Begin',
      'Nothing has to be known of the software. Without flags `init` asks which programme is meant, and where the reports are.',
    );
    await transcript.type(['init', '--programme', 'ncts6', '--yes'], 0);
    transcript.tell('## See what to run', 'The plainest scenario that counts, and how a test hands over its evidence:');
    await transcript.type(['explain', 'P6-DSGB-01'], 0);

    transcript.tell(
      '## The first check is red',
      'The test has passed, but says nothing of the release: its evidence is incomplete.',
    );
    await writeFiles(folder, { 'results/trader-test.xml': report(evidence) });
    expect(await transcript.type(checkOn, 1)).toContain('evidence is incomplete');

    transcript.tell('## The release is in the evidence', 'The test now waits for the IE029, and prints its time, too:');
    await writeFiles(folder, { 'results/trader-test.xml': report({ ...evidence, IE029: '2026-11-04T09:45:58Z' }) });
    expect(await transcript.type(checkOn, 0)).not.toContain('Not ready');

    transcript.tell(
      '## The form',
      "With HMRC's form beside it, evidence and answers go where they belong (here a stand-in with the form's labels: the form itself is HMRC's). Statements, signature and date stay as they are: they are a person's. Beside it stands a note that says until when to upload it, where, and what is still to be done.",
    );
    await writeFile(join(folder, 'hmrc-form.docx'), buildReadiness());
    await transcript.type([...checkOn, '--form-template=hmrc-form.docx', '--checklist=filled-form.docx'], 0);
    const filled = await readFile(join(folder, 'filled-form.docx'));
    expect(valueOf(filled, 'MRN used:')).toBe(evidence.MRN);

    transcript.tell(
      'What comes next: put your tests into `trader-test.yml`, commit the files that `init` wrote, and let the other three workflows watch. The [README](../README.md) has all settings.',
    );
    await expect(`${transcript.page().trimEnd()}\n`).toMatchFileSnapshot('../../.github/first-ten-minutes-ncts6.md');
  });
});
