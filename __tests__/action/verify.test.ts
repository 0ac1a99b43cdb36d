import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/form/fill.ts';
import type { TestFilling } from '../../src/form/filling.ts';
import type { MessageType } from '../../src/requirements/messages.ts';
import { formatForForm } from '../../src/time/format.ts';
import { buildFilling, complete } from '../form/filling.ts';
import { buildForm } from '../form/template.ts';
import { evidenceOf } from '../harness/reports.ts';
import { internals, useStep } from './step.ts';

const { run } = useStep();
const evidence = evidenceOf('DSGB1');

/** A form with that MRN, and all else as the report of the step has it. */
function form(mrn = evidence['ncts.mrn'] ?? ''): Uint8Array {
  const types = ['IE015', 'IE928', 'IE028', 'IE029'] as const;
  const messages = new Map<MessageType, string>(
    types.map((type) => [type, formatForForm(Date.parse(evidence[`ncts.${type}`] ?? ''))]),
  );
  const why = { notApplicable: 'Not supported.', messages: new Map() };
  const answers = { ...complete.answers, 'rateLimit.standardIsEnough': true, 'movementCap.exceeds500': false };
  const tests = new Map<number, TestFilling>([
    [1, { scenario: 'DSGB1', mrn, messages }],
    [2, why],
    [3, why],
  ]);
  const filled = fillForm(buildForm(), buildFilling({ answers, tests }));
  if ('refused' in filled) {
    throw new Error(filled.refused);
  }
  return filled.document;
}

describe('the input verify-form', () => {
  const given = { 'verify-form': 'docs/form.docx', flows: 'standard-departure' };

  it('is green while the form of the repository agrees with the reports', async () => {
    const step = await run({ cases: ['DSGB1'], with: given, files: { 'docs/form.docx': form() } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(step.summary).toContain('The form agrees with the reports');
    expect(internals(step)).toEqual([]);
  });

  it('fails the step when it does not, and says where', async () => {
    const other = form('25GB0000OTHER00XJ1');
    const step = await run({ cases: ['DSGB1'], with: given, files: { 'docs/form.docx': other } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'ready' } });
    expect(step.summary).toContain('25GB0000OTHER00XJ1');
    expect(step.annotations.map(({ message }) => message).join('\n')).toContain("MRN is '25GB0000OTHER00XJ1'");
    expect(internals(step)).toEqual([]);
  });

  it('fails the step when there is no such form', async () => {
    const step = await run({ cases: ['DSGB1'], with: given });
    expect(step.exitCode).toBe(1);
    expect(step.annotations.map(({ message }) => message).join('\n')).toContain("docs/form.docx can't be read");
  });
});
