/* The identity of a movement: its numbers, and what tells that they are none. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { gatherEvidence } from '../../src/assessment/evidence/gather.ts';
import type { FindingKind } from '../../src/finding.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { expectedCheckDigit } from '../../src/requirements/mrn.ts';
import { hasMrn } from '../../src/requirements/scenario.ts';
import { stated } from '../statements/stated.ts';
import { buildAttempt, buildScenario, NOW } from '../builders.ts';
import { inputOf } from './inputs.ts';

const types = ['IE015', 'IE928', 'IE028', 'IE029'] as const;
const mrn = '26GB0000EXAMPLE1J9';
const list = types.map((type, index) => `${type}=2026-11-20T10:0${index}:04Z`).join('\n');
const attempt = (output: string) => buildAttempt({ statements: stated(output) });

describe('numbers and times that look made up', () => {
  const strictly = (output: string, strict: boolean) =>
    gatherEvidence(buildScenario('DSGB1'), [attempt(output)], types, { strict }).findings.map(({ code }) => code);

  it.each([mrn, '26GB000000000000J8', '26GBAAAAAAAAAAAAJ2'])('%s is a finding where evidence decides', (number) => {
    const output = `MRN=${number}\n${list}`;
    expect(strictly(output, true)).toContain('mrn-example');
    expect(strictly(output, false)).not.toContain('mrn-example');
  });

  it.each(['26GB0A1B2C3D4E5FK8', '26GB000', '26GBABCABCABCABCJ2'])('%s is none of them', (number) => {
    expect(strictly(`MRN=${number}\n${list}`, true)).not.toContain('mrn-example');
  });

  it('a release at the very second of the request is a finding where evidence decides', () => {
    const times = types.map((type) => `${type}=2026-11-20T10:00:04Z`).join('\n');
    const output = `MRN=26GB0A1B2C3D4E5FK8\n${times}`;
    expect(strictly(output, true)).toContain('message-instant');
    expect(strictly(output, false)).not.toContain('message-instant');
    expect(strictly(output.replace('IE029=2026-11-20T10:00:04', 'IE029=2026-11-20T10:46:04'), true)).not.toContain(
      'message-instant',
    );
  });

  it('are none in evidence as HMRC makes it, nor in one that lacks a request', () => {
    const first17 = '26GB0A1B2C3D4E5FK';
    const real = `MRN=${first17}${expectedCheckDigit(first17)}\nLRN=A-1\n`;
    expect(strictly(`${real}${list}`, true)).toEqual([]);
    expect(strictly(`${real}${list.replace(/IE015.*\n/, '')}`, true)).toEqual(['message-missing']);
  });

  it.each(['IE025', 'IE045'] as const)('so is an arrival’s %s at the second of its notification', (answer) => {
    const at = (second: string) => `IE007=2026-11-20T10:00:04Z\n${answer}=2026-11-20T10:00:${second}Z`;
    const codes = (output: string) =>
      gatherEvidence(buildScenario('ASGB1'), [attempt(output)], ['IE007', answer], { strict: true }).findings.map(
        ({ code }) => code,
      );
    expect(codes(at('04'))).toContain('message-instant');
    expect(codes(at('05'))).not.toContain('message-instant');
  });

  it('are a finding of the scenario only where the verdict asks for evidence', () => {
    const codes = (...failOn: readonly FindingKind[]) =>
      assess(inputOf([attempt(`MRN=${mrn}`)], { failOn: new Set(failOn) }), NOW).findings.map(({ code }) => code);
    expect(codes('missing', 'evidence')).toContain('mrn-example');
    expect(codes('missing')).not.toContain('mrn-example');
  });
});

describe('a movement without an MRN', () => {
  const without = [...ncts5.scenarios.values()].find((scenario) => !hasMrn(scenario));
  const codes = (output: string) => {
    if (without === undefined) throw new Error('no scenario ends before an MRN');
    return gatherEvidence(without, [attempt(output)], []).findings.map(({ code }) => code);
  };

  it('has an LRN, and one that is not clear is not missing', () => {
    expect(codes('x')).toEqual(['mrn-missing']);
    expect(codes('LRN=ORD-26')).toEqual([]);
    expect(codes('LRN=ORD-26;A7 accepted')).toEqual(['lrn-unclear']);
  });

  it('takes nothing for its LRN that a test says of itself', () => {
    const own = (key: 'scenario' | 'display-name') =>
      ({ key, value: 'DSGB1', source: 'line', derived: false, line: 3 }) as const;
    const { lrn, mrn: number } = gatherEvidence(
      buildScenario('DSGB1'),
      [buildAttempt({ statements: [own('scenario'), own('display-name')] })],
      types,
    );
    expect([lrn, number]).toEqual([undefined, undefined]);
  });
});

describe('more departures than one', () => {
  const idOf = (no: number) => `6365135ba5e8210${no}`;
  const told = (count: number) => {
    const lists = Array.from({ length: count }, (_, no) =>
      JSON.stringify({ messages: [{ departureId: idOf(no), received: '2026-11-20T10:00:04Z', type: 'IE015' }] }),
    );
    const { findings } = gatherEvidence(buildScenario('DSGB1'), [attempt(lists.join('\n'))], types);
    return findings.find(({ code }) => code === 'movement-conflict')?.message ?? '';
  };

  it('are told one by one up to five, then how many more', () => {
    expect(told(5)).toContain(
      `, '${idOf(3)}' (results/trader-test.xml:4) and '${idOf(4)}' (results/trader-test.xml:5).`,
    );
    expect(told(7)).toContain(`messages of 7 departures, expected one: '${idOf(0)}' (results/trader-test.xml:1), `);
    expect(told(7)).toContain(`'${idOf(4)}' (results/trader-test.xml:5) and 2 more.`);
    expect(told(7)).not.toContain(idOf(5));
  });
});
