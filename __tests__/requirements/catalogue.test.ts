import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formMessages } from '../../src/requirements/form.ts';
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
    expect(ncts5.scenarios.get('DNGB4')).toEqual({
      id: 'DNGB4',
      title: 'Cancellation request by the holder of the transit procedure before release for transit',
      flow: 'standard-departure',
      procedure: 'normal',
      region: 'GB',
      modes: ['transition', 'final'],
      steps: [
        { sends: ['IE015'], manualIntervention: false, receives: ['IE928'] },
        { sends: [], manualIntervention: true, receives: ['IE028'] },
        { sends: ['IE014'], manualIntervention: false, receives: [] },
        { sends: [], manualIntervention: true, receives: ['IE009'] },
      ],
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
  });
});

sharedDescribe('the catalogue beside the published list', () => {
  it('says the same in the same order', () => {
    const published: unknown = JSON.parse(
      readFileSync(sharedPath('domain', 'scenarios.json'), 'utf8'),
      // The list numbers the steps and names the page's process flow; the product needs neither.
      (key, value: unknown) => (key === 'processFlow' || key === 'step' ? undefined : value),
    );
    expect(scenarios).toEqual(published);
  });
});

function sequenceOf(id: string) {
  return ncts5.scenarios.get(id)?.steps.flatMap(({ sends, receives }) => [...sends, ...receives]);
}

describe('messages', () => {
  const flows: readonly Flow[] = ['standard-departure', 'pre-lodged-departure', 'arrival'];

  it('on the form are those of the first scenario of each flow, in its order', () => {
    expect(formMessages(ncts5.form, 'standard-departure')).toEqual(sequenceOf('DSGB1'));
    expect(formMessages(ncts5.form, 'pre-lodged-departure')).toEqual(sequenceOf('PSGB1'));
    expect(
      sequenceOf('ANGB1')?.filter((type) => formMessages(ncts5.form, 'arrival').some((asked) => asked === type)),
    ).toEqual(formMessages(ncts5.form, 'arrival'));
  });

  it.each(flows)('that the form asks for count for the age of a %s', (flow) => {
    expect(formMessages(ncts5.form, flow).filter((type) => !ageMessages(flow).has(type))).toEqual([]);
  });

  it('of the departure behind an arrival do not count for its age; all others do', () => {
    const counting = messages.map(({ type }) => type).filter((type) => ageMessages('arrival').has(type));
    expect(counting).toEqual(['IE007', 'IE019', 'IE025', 'IE035', 'IE043', 'IE044', 'IE045', 'IE057']);
    expect(messages.every(({ type }) => ageMessages('standard-departure').has(type))).toBe(true);
  });

  it('that nobody knows count, so that evidence is never taken for fresher than it is', () => {
    for (const flow of flows) expect(ageMessages(flow).has('IE999')).toBe(true);
  });
});
