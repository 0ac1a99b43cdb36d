import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import type { Programme } from '../../src/requirements/programme.ts';
import type { MessageStatement } from '../../src/statements/statement.ts';
import { buildAttempt, HOUR, NOW } from '../builders.ts';
import { departuresOnly, inputOf } from './inputs.ts';

function sent(overrides: Partial<MessageStatement>): MessageStatement {
  return {
    key: 'message',
    message: 'IE015',
    at: NOW - 3 * HOUR,
    assumedZone: false,
    source: 'message-xml',
    derived: true,
    line: 12,
    text: '',
    ...overrides,
  };
}

function judged(
  programme: Programme,
  scenario: string,
  statements: readonly MessageStatement[],
  outcome: 'passed' | 'failed' = 'passed',
) {
  const attempts = [buildAttempt({ scenario, outcome, statements })];
  const { scenarios, findings } = assess(inputOf(attempts, { programme, applications: [departuresOnly] }), NOW);
  const said = findings.filter((finding) => finding.scenario === scenario);
  return {
    status: scenarios.get(scenario)?.status,
    next: findings.find(({ severity }) => severity === 'error')?.next,
    said: said.map(({ message }) => message).join('\n'),
    lines: said.map(({ place }) => place?.line),
  };
}

describe('a message that was sent in another programme', () => {
  it.each(['NCTS6', 'NCTS6.0', 'ncts6'])('proves nothing for NCTS5: %s', (phaseId) => {
    const found = judged(ncts5, 'DSGB1', [sent({ phaseId })]);
    expect(found.status).toBe('not-run');
    expect(found.said).toContain('was sent as NCTS6: it proves nothing for NCTS5');
    expect(found.lines).toContain(12);
    expect(found.next).toBe(
      'Send its messages as NCTS5 and run it again, or choose the other programme with the setting programme.',
    );
  });

  it.each([
    ['a name', 'a name'],
    ['', 'transit.TraderTest'],
  ])("is told of a result by its name or class: '%s'", (name, shown) => {
    const attempts = [buildAttempt({ name, statements: [sent({ phaseId: 'NCTS6' })] })];
    const { findings } = assess(inputOf(attempts), NOW);
    expect(findings.map(({ message }) => message).join()).toContain(`the IE015 of '${shown}' was sent as NCTS6`);
  });

  it('leaves a failure a failure', () => {
    expect(judged(ncts5, 'DSGB1', [sent({ phaseId: 'NCTS6' })], 'failed').status).toBe('failed');
  });

  it.each<[string, Partial<MessageStatement>]>([
    ['of its own', { phaseId: 'NCTS5.1' }],
    ['without a PhaseID', { phaseId: undefined }],
    ['that was received', { message: 'IE029', phaseId: 'NCTS6' }],
  ])('is none %s', (_, overrides) => {
    expect(judged(ncts5, 'DSGB1', [sent(overrides)]).status).toBe('passed');
  });

  it('is told, and counts, where the other API takes it', () => {
    const found = judged(ncts6, 'P6-DSGB-01', [sent({ phaseId: 'NCTS5.1' })]);
    expect(found.status).toBe('passed');
    expect(found.said).toContain('was sent as NCTS5: API v3.0 takes that, too');
  });
});
