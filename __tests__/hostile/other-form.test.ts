import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildReadiness } from '../form/readiness.ts';
import { buildForm, documentXml, formPieces, paragraph, wordParts, zipped } from '../form/template.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';

async function check(form: Uint8Array) {
  const folder = freshFolder('other-form');
  await writeFiles(folder, { 'a.xml': buildReport(['DSGB1']), 'form.docx': form, 'out/c.docx': "yesterday's" });
  const flags = ['--results=a.xml', '--flows=standard-departure', '--procedures=simplified', `--as-of=${AS_OF}`];
  const files = ['--form-template=form.docx', '--checklist=out/c.docx'];
  const ended = await runBuiltCli(['check', ...flags, ...files], folder);
  return { ...ended, files: (await readdir(join(folder, 'out'))).toSorted() };
}

describe('a form that is not the one', () => {
  const { test1: _1, test2: _2, test3: _3, ...others } = formPieces();

  it.each<[string, Uint8Array, RegExp]>([
    ["another programme's", buildReadiness(), /HMRC's NCTS6 readiness checklist, but the programme is ncts5/u],
    ['a letter', zipped(wordParts(documentXml(paragraph('Dear customer,')))), /begins with 'Dear customer,'/u],
    [
      'one without its mandatory tests',
      zipped(wordParts(documentXml(Object.values(others).join('')))),
      /no field of HMRC's form for the mandatory tests/u,
    ],
  ])('leaves nothing at its path, and nobody is told to submit it: %s', async (_, form, why) => {
    const { exitCode, stdout, stderr, files } = await check(form);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(why);
    expect(stdout).not.toContain('Ready to submit');
    expect(stdout).toContain('not ready to submit');
    expect(files).toEqual(['c-evidence.docx']);
  });

  it('is filled in where only a field of a test is missing, but not to be sent', async () => {
    const test1 = (formPieces()['test1'] ?? '').replace('MRN:', 'Reference:');
    const { exitCode, stdout, files } = await check(buildForm({ test1 }));
    expect(exitCode).toBe(0);
    expect(stdout).toContain("no field that could be found for '1. Mandatory test – Standard Departure: MRN'");
    expect(stdout).not.toContain('Ready to submit');
    expect(files).toEqual(['c-deadline.ics', 'c-submission.html', 'c.docx']);
  });
});
