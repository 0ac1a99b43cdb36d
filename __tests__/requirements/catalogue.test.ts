import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ageMessages, messageOf, messages } from '../../src/requirements/messages.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarios } from '../../src/requirements/ncts5/scenario-table.ts';
import type { Flow } from '../../src/requirements/scenario.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';

describe('the catalogue', () => {
  it('has 123 scenarios, each number once', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(123);
    expect(scenarios).toHaveLength(123);
    expect(ncts5.scenarios.size).toBe(123);
  });

  it('reads its notation', () => {
    expect(ncts5.scenarios.get('DNGB4')).toStrictEqual({
      id: 'DNGB4',
      title: 'Cancellation request by the holder of the transit procedure before release for transit',
      flow: 'standard-departure',
      procedure: 'normal',
      region: 'GB',
      mrnCountry: 'GB',
      modes: ['transition', 'final'],
      steps: [
        { sends: ['IE015'], manualIntervention: false, asks: [], receives: ['IE928'] },
        { sends: [], manualIntervention: true, asks: ['accept'], receives: ['IE028'] },
        { sends: ['IE014'], manualIntervention: false, asks: [], receives: [] },
        { sends: [], manualIntervention: true, asks: ['accept the cancellation'], receives: ['IE009'] },
      ],
      minutes: undefined,
      twin: undefined,
      misprint: undefined,
      source: 'testing guide',
    });
  });

  it.each(['dsgb1', 'DSGB11', 'DSGB', 'DSGB01', ' DSGB1', 'TRATESTGB1', '__proto__', 'constructor', ''])(
    'has no scenario %j',
    (id) => {
      expect(ncts5.scenarios.get(id)).toBeUndefined();
    },
  );

  it.each(scenarios)('tells $id coherently', ({ id, region, flow, procedure, steps, title }) => {
    expect(ncts5.scenarios.get(id)?.id).toBe(id);
    expect(id).toContain(region);
    expect(title).toMatch(/^[A-Z]/);
    expect(steps[0]?.sends).toEqual(['IE015']);
    const letters = { 'standard-departure': 'D', 'pre-lodged-departure': 'P', arrival: '(?:A|NC|WC)' }[flow];
    const procedureLetter =
      id.startsWith('NC') || id.startsWith('WC') ? '' : { normal: 'N', simplified: 'S', either: '' }[procedure];
    expect(id).toMatch(new RegExp(`^${letters}${procedureLetter}${region}T?\\d+$`));
    const unknown = steps.flatMap(({ sends, receives }) => [
      ...sends.filter((type) => messageOf(type)?.direction !== 'sent'),
      ...receives.filter((type) => messageOf(type)?.direction !== 'received'),
    ]);
    expect(unknown).toEqual([]);
    for (const step of steps) expect(step.asks.length > 0).toBe(step.manualIntervention);
  });
});

sharedDescribe('the catalogue beside the published list', () => {
  it('says the same in the same order', () => {
    const published: unknown = JSON.parse(
      readFileSync(sharedPath('domain', 'scenarios.json'), 'utf8'),
      // The list numbers the steps and names the page's process flow; the product needs neither.
      (key, value: unknown) => (key === 'processFlow' || key === 'step' ? undefined : value),
    );
    const told: unknown = JSON.parse(JSON.stringify(scenarios), (key, value: unknown) =>
      ['mrnCountry', 'minutes', 'twin', 'asks'].includes(key) ? undefined : value,
    );
    expect(told).toEqual(published);
  });

  it('asks HMRC for the same in the same steps', () => {
    const { asks } = z
      .object({ asks: z.record(z.string(), z.record(z.string(), z.array(z.string()))) })
      .parse(JSON.parse(readFileSync(sharedPath('domain', 'manual-actions.json'), 'utf8')));
    const own = scenarios.map(({ id, steps }) => [
      id,
      Object.fromEntries(
        steps.flatMap((step, index) => (step.asks.length === 0 ? [] : [[String(index + 1), step.asks]])),
      ),
    ]);
    expect(Object.fromEntries(own.filter(([id]) => typeof id === 'string' && id in asks))).toEqual(asks);
    expect(scenarios.flatMap(({ steps }) => steps.filter((step) => step.asks.length > 0))).toHaveLength(59);
  });
});

function sequenceOf(id: string) {
  return ncts5.scenarios.get(id)?.steps.flatMap(({ sends, receives }) => [...sends, ...receives]);
}

describe('messages', () => {
  const flows: readonly Flow[] = ['standard-departure', 'pre-lodged-departure', 'arrival'];

  it('on the form are those of the first scenario of each flow, in its order', () => {
    expect(ncts5.expected['standard-departure']).toEqual(sequenceOf('DSGB1'));
    expect(ncts5.expected['pre-lodged-departure']).toEqual(sequenceOf('PSGB1'));
    expect(sequenceOf('ANGB1')?.filter((type) => ncts5.expected['arrival'].some((asked) => asked === type))).toEqual(
      ncts5.expected['arrival'],
    );
  });

  it.each(flows)('that the form asks for count for the age of a %s', (flow) => {
    expect(ncts5.expected[flow].filter((type) => !ageMessages(flow, 'arrival').has(type))).toEqual([]);
  });

  it('of the departure behind an arrival do not count for its age; all others do', () => {
    const counting = messages.map(({ type }) => type).filter((type) => ageMessages('arrival', 'arrival').has(type));
    expect(counting).toEqual(['IE007', 'IE019', 'IE025', 'IE035', 'IE043', 'IE044', 'IE045', 'IE057']);
    expect(messages.every(({ type }) => ageMessages('standard-departure', 'arrival').has(type))).toBe(true);
  });

  it('that nobody knows count, so that evidence is never taken for fresher than it is', () => {
    for (const flow of flows) expect(ageMessages(flow, 'arrival').has('IE999')).toBe(true);
  });
});
