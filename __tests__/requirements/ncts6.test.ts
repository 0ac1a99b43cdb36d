import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requirementsFor } from '../../src/requirements/demand.ts';
import { messageOf } from '../../src/requirements/messages.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { checkMrn } from '../../src/requirements/mrn.ts';
import { buildApplication } from '../builders.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';

const scenarios = [...ncts6.scenarios.values()];
const [requirement] = requirementsFor(ncts6, buildApplication({ flows: [] })).sets[0]?.requirements ?? [];
if (requirement === undefined) throw new Error('NCTS6 asks for something.');
const { accepts, never } = requirement;

function readShared<T>(shape: z.ZodType<T>, ...path: readonly string[]): T {
  return shape.parse(JSON.parse(readFileSync(sharedPath('domain', 'ncts6', ...path), 'utf8')));
}

describe('the scenarios of NCTS6', () => {
  it('are 68, each once, with messages that are known', () => {
    expect(scenarios).toHaveLength(68);
    const types = scenarios.flatMap(({ steps }) => steps.flatMap(({ sends, receives }) => [...sends, ...receives]));
    expect(types.filter((type) => messageOf(type) === undefined)).toEqual([]);
    for (const { id, region, steps, source } of scenarios) {
      expect(id).toMatch(/^P6-[A-Z]{3,4}-\d\d$/u);
      expect(id).toContain(region);
      expect(steps[0]?.sends).toEqual(['IE015']);
      for (const { asks, manualIntervention } of steps) expect(asks.length > 0).toBe(manualIntervention);
      expect(source === 'data spreadsheet only').toBe(id === 'P6-ANXI-01');
    }
  });

  it('have twins in NCTS5 that run in the same flow, each twin once', () => {
    const twins = scenarios.flatMap(({ twin }) => twin ?? []);
    expect(new Set(twins).size).toBe(twins.length);
    for (const { twin, flow } of scenarios) {
      if (twin !== undefined) expect(ncts5.scenarios.get(twin)?.flow).toBe(flow);
    }
  });

  it('claim no country where sources contradict each other', () => {
    const unclaimed = scenarios.filter(({ mrnCountry }) => mrnCountry === undefined).map(({ id }) => id);
    expect(unclaimed).toEqual(['P6-WCGB-01', 'P6-WCXI-01']);
  });
});

describe('the one requirement of NCTS6', () => {
  it('ranks or excludes each scenario once', () => {
    const all = [...accepts.map(({ id }) => id), ...never.flatMap((excluded) => excluded.scenarios)];
    expect(all.toSorted()).toEqual([...ncts6.scenarios.keys()].toSorted());
    expect([1, 2, 3].map((rank) => accepts.filter((one) => one.rank === rank).length)).toEqual([9, 16, 17]);
    expect(accepts.map(({ rank }) => rank)).toEqual(accepts.map(({ rank }) => rank).toSorted((a, b) => a - b));
  });

  it('accepts what its steps release and do not cancel, and nothing else', () => {
    const releases = (id: string) => {
      const received = ncts6.scenarios.get(id)?.steps.flatMap(({ receives }) => receives) ?? [];
      return received.includes('IE029') && !received.includes('IE009');
    };
    expect(accepts.filter(({ id }) => !releases(id))).toEqual([]);
    expect(never.flatMap((one) => one.scenarios).filter(releases)).toEqual([]);
    const cancelled = never.find(({ why }) => why === 'cancelled after release')?.scenarios ?? [];
    for (const id of cancelled) {
      expect(ncts6.scenarios.get(id)?.steps.flatMap(({ receives }) => receives)).toContain('IE029');
    }
  });

  it('is the same for every application', () => {
    const flows = [{ flow: 'arrival', procedures: ['normal'] }] as const;
    expect(requirementsFor(ncts6, buildApplication({ flows, credentialsHeld: ['outbound'] }))).toEqual(
      requirementsFor(ncts6, buildApplication({ flows: [] })),
    );
  });

  it('names scenarios to begin with that are released by themselves', () => {
    for (const id of requirement.first) {
      const scenario = ncts6.scenarios.get(id);
      expect(scenario?.minutes).toBe(45);
      expect(scenario?.steps.some(({ manualIntervention }) => manualIntervention)).toBe(false);
      expect(accepts.find((one) => one.id === id)?.rank).toBe(1);
    }
  });
});

sharedDescribe('NCTS6 beside what was gathered from HMRC', () => {
  it('has its scenarios in its order', () => {
    const step = z.object({
      sends: z.array(z.string()),
      manualIntervention: z.boolean(),
      receives: z.array(z.string()),
      asks: z.array(z.string()).default([]),
    });
    const gathered = readShared(
      z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          flow: z.string(),
          procedure: z.string(),
          region: z.string(),
          mrnCountry: z.string(),
          mrnCountryDoubt: z.string().optional(),
          steps: z.array(step),
          minutes: z.array(z.number()).default([]),
          ncts5: z.string().nullable(),
          source: z.string(),
        }),
      ),
      'scenarios.json',
    );
    expect(scenarios).toEqual(
      gathered.map(({ mrnCountry, mrnCountryDoubt, minutes, ncts5: twin, ...rest }) => ({
        ...rest,
        mrnCountry: mrnCountryDoubt === undefined ? mrnCountry : undefined,
        modes: [],
        minutes: minutes[0],
        twin: twin ?? undefined,
        misprint: ncts6.scenarios.get(rest.id)?.misprint,
      })),
    );
    expect(gathered.flatMap(({ steps }) => steps.filter(({ asks }) => asks.length > 0))).toHaveLength(44);
  });

  it('has its ranks', () => {
    const ids = z.array(z.string());
    const { requirements } = readShared(
      z.object({
        requirements: z.tuple([
          z.object({
            id: z.string(),
            accepts: ids,
            alsoReachRelease: ids,
            departureLegOfArrivals: ids,
            neverCounts: ids,
          }),
        ]),
      }),
      'matrix.json',
    );
    const [gathered] = requirements;
    const ranked = (rank: number) => accepts.filter((one) => one.rank === rank).map(({ id }) => id);
    expect(requirement.id).toBe(gathered.id);
    expect([ranked(1), ranked(2), ranked(3)]).toEqual([
      gathered.accepts,
      gathered.alsoReachRelease,
      gathered.departureLegOfArrivals,
    ]);
    expect(never.flatMap((one) => one.scenarios)).toEqual(gathered.neverCounts);
  });

  it('has the fields of its form, all of them', () => {
    const field = z.object({ key: z.string(), label: z.string(), kind: z.string() });
    const { sections } = readShared(
      z.object({ sections: z.array(z.object({ onlyIn: z.string().optional(), fields: z.array(field) })) }),
      'form.json',
    );
    const bare = (label: string) => label.replace(/^\d\) /u, '');
    const gathered = sections.flatMap(({ fields }) => fields.map(({ key, label }) => `${key}: ${bare(label)}`));
    const { questions, evidence, byHand } = ncts6.form;
    const own = [...questions, ...evidence, ...byHand].map(({ key, label }) => `${key}: ${label}`);
    expect(own.toSorted()).toEqual(gathered.toSorted());
    expect(own).toHaveLength(16);
    const later = sections
      .filter(({ onlyIn }) => onlyIn !== undefined)
      .flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(
      [...questions, ...byHand]
        .filter(({ onlyIn }) => onlyIn !== undefined)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(later.toSorted());
  });

  it('has MRNs whose check digits are right', () => {
    const samples = readFileSync(sharedPath('domain', 'ncts6', 'mrn-samples.txt'), 'utf8')
      .trim()
      .split('\n');
    expect(samples.filter((mrn) => !checkMrn(mrn).ok)).toEqual([]);
    expect(samples).toHaveLength(9);
  });
});
