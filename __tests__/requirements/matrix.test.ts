import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  decisionMatrix,
  errata,
  listedTests,
  matrixColumns,
  matrixRows,
} from '../../src/requirements/ncts5/appendix-a.ts';
import { matrixOf, recommendationsFor, requirementsFor } from '../../src/requirements/demand.ts';
import { demands } from '../../src/requirements/matrix.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { Application, RequirementSet } from '../../src/requirements/requirement.ts';
import type { Flow, Procedure } from '../../src/requirements/scenario.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';

/** Procedures as letters: N, S or NS; a flow left out is not supported. D, P and A are the flows' letters in scenario numbers. */
interface Software {
  D?: string;
  P?: string;
  A?: string;
}
const flowOf = { D: 'standard-departure', P: 'pre-lodged-departure', A: 'arrival' } as const;
const letters = ['D', 'P', 'A'] as const;

function application(software: Software, overrides: Partial<Application> = {}): Application {
  return {
    name: undefined,
    flows: letters.flatMap((letter) => {
      const procedures = (software[letter] ?? '')
        .split('')
        .map((one): Procedure => (one === 'N' ? 'normal' : 'simplified'));
      return software[letter] === undefined ? [] : [{ flow: flowOf[letter], procedures }];
    }),
    credentialsHeld: [],
    combination: 'auto',
    notApplicable: {},
    alsoRequired: [],
    answers: {},
    ...overrides,
  };
}

/** `A: DNGB1 PSGB1`, with the combination in front when there is one. */
function inShort({ combination, requirements }: RequirementSet): string {
  const numbers = requirements.map(({ accepts }) => accepts[0]?.id).join(' ');
  return combination === undefined ? numbers : `${combination}: ${numbers}`;
}

function setsOf(software: Software, overrides: Partial<Application> = {}): string[] {
  return requirementsFor(ncts5, application(software, overrides)).sets.map(inShort);
}

function recommended(software: Software) {
  const app = application(software);
  const [set] = requirementsFor(ncts5, app).sets;
  return set === undefined ? [] : recommendationsFor(ncts5, app, set);
}

/** The cells of the matrix behind the first set: flow's letter and column. */
function cellsOf(software: Software): string[] {
  const matrix = matrixOf(ncts5);
  if (matrix === undefined) throw new Error('NCTS5 has a matrix.');
  const [set] = requirementsFor(ncts5, application(software)).sets;
  return letters.flatMap((letter) =>
    matrixColumns
      .filter(({ column }) => set !== undefined && demands(matrix, { flow: flowOf[letter], column }, set))
      .map(({ column }) => `${letter} ${column}`),
  );
}

describe('the cells that demand a test', () => {
  it.each<[string, Software, string[]]>([
    ['of one procedure are those of its column', { D: 'N', A: 'N' }, ['D normal only', 'A normal only']],
    [
      'of a combination are its own',
      { D: 'NS', P: 'NS', A: 'NS' },
      ['D combination A', 'P combination A', 'A combination A'],
    ],
    ['of combinations that agree are those of both', { A: 'NS' }, ['A combination A', 'A combination B']],
    [
      'of a flow that can not follow the combination is that of its own procedure',
      { D: 'N', P: 'N', A: 'S' },
      ['D combination A', 'P normal only', 'A combination A', 'A combination B'],
    ],
    ['of a flow that is not supported are none', { P: 'S' }, ['P simplified only']],
  ])('%s', (_, software, cells) => {
    expect(cellsOf(software)).toEqual(cells);
  });
});

describe('the decision matrix', () => {
  it.each<[string, Software, string[]]>([
    ['normal only, all flows', { D: 'N', P: 'N', A: 'N' }, ['DNGB1 PNGB1 ANGB1']],
    ['simplified only, all flows', { D: 'S', P: 'S', A: 'S' }, ['DSGB1 PSGB1 ASGB1']],
    ['both everywhere', { D: 'NS', P: 'NS', A: 'NS' }, ['A: DNGB1 PSGB1 ASGB1', 'B: DSGB1 PNGB1 ASGB1']],
    ['both, no pre-lodged departures', { D: 'NS', A: 'NS' }, ['A: DNGB1 ASGB1', 'B: DSGB1 ASGB1']],
    ['standard departures only, normal', { D: 'N' }, ['DNGB1']],
    ['arrivals only, normal', { A: 'N' }, ['ANGB1']],
    ['arrivals only, simplified', { A: 'S' }, ['ASGB1']],
    ['arrivals only, both: A and B agree', { A: 'NS' }, ['ASGB1']],
    ['standard normal, arrival simplified: only A fits', { D: 'N', A: 'S' }, ['A: DNGB1 ASGB1']],
    ['standard simplified, pre-lodged normal: only B fits', { D: 'S', P: 'N' }, ['B: DSGB1 PNGB1']],
    ['standard simplified, arrival both: only B fits', { D: 'S', A: 'NS' }, ['B: DSGB1 ASGB1']],
    ['standard simplified, arrival normal: neither fits, own cells', { D: 'S', A: 'N' }, ['DSGB1 ANGB1']],
    ['standard both, arrival normal: neither fits', { D: 'NS', A: 'N' }, ['A: DNGB1 ANGB1', 'B: DSGB1 ANGB1']],
    ['departures both normal, arrival simplified: neither fits', { D: 'N', P: 'N', A: 'S' }, ['DNGB1 PNGB1 ASGB1']],
  ])('%s', (_, software, expected) => {
    expect(setsOf(software)).toEqual(expected);
  });

  it('says which row and column made a test mandatory, and why', () => {
    const [set] = requirementsFor(ncts5, application({ D: 'N', P: 'N' })).sets;
    expect(set?.requirements).toMatchObject([
      {
        id: 'standard-departure',
        title: 'Standard departure',
        wanted: 'DNGB1 or DNXI1',
        first: ['DNGB1', 'DNXI1'],
        cell: { flow: 'standard-departure', column: 'normal only' },
        because:
          "Row 'Standard Departure', column 'Normal Procedure only' of the decision matrix: all supported flows have the normal procedure only.",
      },
      {
        id: 'pre-lodged-departure',
        wanted: 'PNGB1 or PNXI1',
        cell: { flow: 'pre-lodged-departure', column: 'normal only' },
        because:
          "Row 'Pre-lodge Departure', column 'Normal Procedure only' of the decision matrix: all supported flows have the normal procedure only.",
      },
    ]);
  });

  it('says why a flow follows no combination', () => {
    const [set] = requirementsFor(ncts5, application({ D: 'NS', A: 'N' })).sets;
    expect(set?.requirements.map(({ because }) => because)).toEqual([
      "Row 'Standard Departure', column 'Combination A' of the decision matrix: the software has both procedures, and this flow supports both procedures.",
      "Row 'Arrival', column 'Normal Procedure only' of the decision matrix: the software has both procedures, but this flow supports the normal procedure only, and the flows together can follow neither combination.",
    ]);
  });

  it('says when both combinations agree', () => {
    const [set] = requirementsFor(ncts5, application({ A: 'NS' })).sets;
    expect(set?.requirements[0]).toMatchObject({
      cell: { column: 'combination A' },
      because:
        "Row 'Arrival', columns 'Combination A' and 'Combination B' (which agree) of the decision matrix: the software has both procedures, and this flow supports both procedures.",
    });
  });

  it('gives just the combination that was asked for', () => {
    const software = { D: 'NS', P: 'NS', A: 'NS' };
    expect(setsOf(software, { combination: 'A' })).toEqual(['A: DNGB1 PSGB1 ASGB1']);
    expect(setsOf(software, { combination: 'B' })).toEqual(['B: DSGB1 PNGB1 ASGB1']);
  });

  it('tells of a combination that is not on offer while the other is, and holds on to the one that is', () => {
    const { mistakes, sets } = requirementsFor(ncts5, application({ D: 'N', A: 'NS' }, { combination: 'B' }));
    expect(mistakes).toEqual([
      {
        about: 'combination',
        message:
          "The software can't use combination B: standard-departure would need the simplified procedure, but supports the normal procedure only. Combination A is on offer: choose that, or 'auto'.",
      },
    ]);
    expect(sets.map(inShort)).toEqual(['A: DNGB1 ASGB1']);
  });

  it('leaves out flows whose credentials are held, which still decide what is on offer', () => {
    expect(setsOf({ D: 'N', A: 'NS' }, { credentialsHeld: ['outbound'] })).toEqual(['A: ASGB1']);
    expect(setsOf({ D: 'S', A: 'N' }, { credentialsHeld: ['outbound'] })).toEqual(['ANGB1']);
    expect(setsOf({ D: 'NS', P: 'NS', A: 'NS' }, { credentialsHeld: ['outbound'] })).toEqual(['ASGB1']);
    expect(setsOf({ D: 'NS', P: 'NS', A: 'NS' }, { credentialsHeld: ['inbound'] })).toEqual([
      'A: DNGB1 PSGB1',
      'B: DSGB1 PNGB1',
    ]);
  });

  it('gives a reason for every flow that needs no test, in the words of the user where there are any', () => {
    const { notRequired } = requirementsFor(
      ncts5,
      application(
        { A: 'S', D: 'N' },
        { credentialsHeld: ['inbound'], notApplicable: { 'pre-lodged-departure': 'Out of scope.' } },
      ),
    );
    expect(notRequired).toEqual([
      { flow: 'pre-lodged-departure', cause: 'not-supported', why: 'Out of scope.' },
      {
        flow: 'arrival',
        cause: 'credentials-held',
        why: 'Production credentials for inbound movements are already held.',
      },
    ]);
    expect(requirementsFor(ncts5, application({ A: 'S' })).notRequired.map(({ why }) => why)).toEqual([
      'The software does not support standard departures.',
      'The software does not support pre-lodged departures.',
    ]);
  });

  it('refuses to find nothing to do', () => {
    expect(requirementsFor(ncts5, application({ A: 'S' }, { credentialsHeld: ['inbound'] })).mistakes).toEqual([
      {
        about: 'credentialsHeld',
        message:
          "The software has no mandatory test left, because production credentials are already held for every flow that it supports (credentials held: inbound). A check of nothing would always pass, so it is refused: add the flows that it applies for, or leave out credentials that it doesn't hold.",
      },
    ]);
    const [none] = requirementsFor(ncts5, application({})).mistakes;
    expect(none?.about).toBe('flows');
    expect(none?.message).toMatch(/because it supports no flow.+: add the flows that it applies for\.$/);
  });

  it('tells which application is meant where it has a name', () => {
    const { mistakes } = requirementsFor(ncts5, application({}, { name: 'Warehouse' }));
    expect(mistakes[0]?.message).toMatch(/^Application 'Warehouse' has no mandatory test left/);
  });
});

describe('every software there can be', () => {
  const choices = [undefined, 'N', 'S', 'NS'];
  const softwares = choices.flatMap((D) => choices.flatMap((P) => choices.map((A) => ({ D, P, A })))).slice(1);
  const held: Application['credentialsHeld'][] = [[], ['inbound'], ['outbound'], ['inbound', 'outbound']];
  const asked = ['auto', 'A', 'B'] as const;
  const cases = softwares.flatMap(({ D, P, A }) =>
    held.flatMap((credentialsHeld) =>
      asked.map((combination) => {
        const software: Software = { ...(D && { D }), ...(P && { P }), ...(A && { A }) };
        return { software, credentialsHeld, combination };
      }),
    ),
  );

  /** The rule said once more, over letters and strings. */
  function expected({ software, credentialsHeld, combination }: (typeof cases)[number]) {
    const supported = letters.filter((letter) => software[letter] !== undefined);
    const all = new Set(supported.map((letter) => software[letter]).join(''));
    const wantedBy = { A: { D: 'N', P: 'S', A: 'S' }, B: { D: 'S', P: 'N', A: 'S' } };
    const fits = (['A', 'B'] as const).filter((name) =>
      supported.every((letter) => software[letter]?.includes(wantedBy[name][letter])),
    );
    const tested = supported.filter((letter) => !credentialsHeld.includes(letter === 'A' ? 'inbound' : 'outbound'));
    const isNothing = tested.length === 0;
    if (all.size === 1) {
      return {
        sets: [tested.map((letter) => `${letter}${software[letter]}GB1`).join(' ')],
        mistakes: Number(isNothing),
      };
    }
    const offered: readonly ('A' | 'B')[] = fits.length === 0 ? ['A', 'B'] : fits;
    const available = combination === 'auto' || !offered.includes(combination) ? offered : [combination];
    const refused = combination !== 'auto' && !offered.includes(combination);
    const sets = available.map((name) => ({
      name,
      numbers: tested
        .map((letter) => {
          const own = software[letter] ?? '';
          return `${letter}${own.includes(wantedBy[name][letter]) ? wantedBy[name][letter] : own}GB1`;
        })
        .join(' '),
    }));
    const agree = sets.length === 2 && sets[0]?.numbers === sets[1]?.numbers;
    return {
      sets: agree ? [sets[0]?.numbers] : sets.map(({ name, numbers }) => `${name}: ${numbers}`),
      mistakes: Number(isNothing) + Number(refused),
    };
  }

  it(`gets what the matrix says (${cases.length} cases)`, () => {
    expect(cases).toHaveLength(63 * 4 * 3);
    for (const one of cases) {
      const { sets, mistakes } = requirementsFor(ncts5, application(one.software, one));
      expect({ ...one, sets: sets.map(inShort), mistakes: mistakes.length }).toEqual({ ...one, ...expected(one) });
    }
  });

  it('is only asked for tests that it can run, one for every flow that it applies for', () => {
    for (const { software, ...rest } of cases) {
      const app = application(software, rest);
      const { sets, notRequired } = requirementsFor(ncts5, app);
      const supports = (flow: Flow) => app.flows.find((supported) => supported.flow === flow)?.procedures ?? [];
      expect(sets.length).toBeGreaterThan(0);
      for (const { requirements } of sets) {
        expect([...requirements.map(({ id }) => id), ...notRequired.map(({ flow }) => flow)].toSorted()).toEqual(
          Object.values(flowOf).toSorted(),
        );
        for (const { cell, accepts, because } of requirements) {
          if (cell === undefined) throw new Error('It stands in no cell.');
          const { flow, column } = cell;
          expect(accepts.map(({ id }) => id)).toEqual(decisionMatrix[column][flow]);
          for (const { id } of accepts) {
            expect(ncts5.scenarios.get(id)?.flow).toBe(flow);
            expect(supports(flow)).toContain(ncts5.scenarios.get(id)?.procedure);
          }
          expect(because).toMatch(/^Row '.+', columns? '.+ of the decision matrix: .+\.$/);
        }
      }
    }
  });

  it('is recommended what it can run and need not', () => {
    for (const { software, ...rest } of cases) {
      const app = application(software, rest);
      for (const set of requirementsFor(ncts5, app).sets) {
        const tests = recommendationsFor(ncts5, app, set);
        const mandatory = new Set(set.requirements.flatMap(({ accepts }) => accepts.map(({ id }) => id)));
        const numbers = tests.flatMap(({ accepts }) => accepts);
        expect(numbers.filter((id) => mandatory.has(id))).toEqual([]);
        for (const { flow, accepts } of tests) {
          expect(set.requirements.map(({ id }) => id)).toContain(flow);
          expect(app.flows.find((supported) => supported.flow === flow)?.procedures).toContain(
            ncts5.scenarios.get(accepts[0])?.procedure,
          );
        }
      }
    }
  });
});

describe('recommended tests', () => {
  it('are twelve for software that can do everything, in the order of the list', () => {
    expect(recommended({ D: 'NS', P: 'NS', A: 'NS' }).map(({ accepts }) => accepts.join('/'))).toEqual([
      'PSGB3/PSXI3',
      'PNGB3/PNXI3',
      'DSGB4/DSXI4',
      'DSGB6/DSXI6',
      'DNGB6/DNXI6',
      'DSGB7/DSXI7',
      'DNGB7/DNXI7',
      'DSGB10/DSXI10',
      'DNGB10/DNXI11',
      'ANGB1/ANXI1',
      'ASGB3/ASXI3',
      'ASGB4/ASXI4',
    ]);
  });

  it('do not include a normal arrival where the matrix demands it', () => {
    expect(recommended({ A: 'N' })).toEqual([]);
    expect(recommended({ A: 'NS' }).map(({ accepts }) => accepts[0])).toEqual(['ANGB1', 'ASGB3', 'ASGB4']);
  });

  it('carry the errata of the list', () => {
    const amendments = recommended({ D: 'NS' }).filter(({ xiAsPrinted }) => xiAsPrinted !== undefined);
    expect(amendments.map(({ accepts, xiAsPrinted, procedure }) => [...accepts, xiAsPrinted, procedure])).toEqual([
      ['DSGB10', 'DSXI10', 'DNXI10', 'Standard Simplified'],
      ['DNGB10', 'DNXI11', 'DNXI10', 'Standard Normal'],
    ]);
    expect(amendments.map(({ note }) => note?.includes('DNXI10'))).toEqual([true, true]);
    expect(errata).toHaveLength(2);
    expect(ncts5.scenarios.get('DNXI10')?.title).toContain('refused');
    expect(ncts5.scenarios.get('DNXI11')?.title).toContain('amendments');
    expect(ncts5.scenarios.get('DSXI10')?.title).toContain('amendments');
  });
});

describe('the list of appendix A', () => {
  it('names scenarios of its flow, procedure and regions', () => {
    for (const { accepts, flow, procedure } of listedTests) {
      for (const [index, id] of accepts.entries()) {
        const scenario = ncts5.scenarios.get(id);
        expect(scenario?.flow).toBe(flow);
        expect(scenario?.region).toBe(index === 0 ? 'GB' : 'XI');
        expect(procedure.toLowerCase()).toContain(scenario?.procedure ?? '?');
      }
    }
  });
});

sharedDescribe('appendix A beside its published data', () => {
  const row = z.object({
    group: z.string(),
    need: z.string(),
    gb: z.string(),
    xi: z.string(),
    xiAsPrinted: z.string().optional(),
    procedure: z.string(),
  });
  const cells = z.record(z.string(), z.tuple([z.string(), z.string()]));
  const appendix = z.object({
    decisionMatrix: z.object({
      rows: z.array(z.string()),
      normalOnly: cells,
      simplifiedOnly: cells,
      both: z.object({ A: cells, B: cells }),
    }),
    list: z.array(row),
    errata: z.array(z.string()),
  });
  const read = () => appendix.parse(JSON.parse(readFileSync(sharedPath('domain', 'appendix-a.json'), 'utf8')));

  it('has the same matrix', () => {
    const { rows, normalOnly, simplifiedOnly, both } = read().decisionMatrix;
    expect(matrixRows.map(({ flow }) => flow)).toEqual(rows);
    expect(matrixColumns.map(({ column }) => decisionMatrix[column])).toEqual([
      normalOnly,
      simplifiedOnly,
      both.A,
      both.B,
    ]);
  });

  it('has the same list and as many errata', () => {
    const { list, errata: published } = read();
    expect(
      listedTests.map(({ group, need, accepts: [gb, xi], xiAsPrinted, procedure }) => ({
        group,
        need,
        gb,
        xi,
        ...(xiAsPrinted === undefined ? {} : { xiAsPrinted }),
        procedure,
      })),
    ).toEqual(list);
    expect(errata).toHaveLength(published.length);
  });
});

describe('phases', () => {
  const phaseOf = (wanted: number) => ncts5.phases.find(({ no }) => no === wanted);

  it('have the windows that HMRC names', () => {
    expect(phaseOf(1)).toMatchObject({
      from: Date.parse('2023-10-30T00:00:00Z'),
      to: Date.parse('2024-06-04T00:00:00Z'),
    });
    expect(phaseOf(2)).toMatchObject({ from: Date.parse('2024-07-01T00:00:00Z') });
    expect(phaseOf(2)?.to).toBeUndefined();
  });

  it('say so when they are over', () => {
    expect(phaseOf(1)?.remark).toContain('closed on 3 June 2024');
    expect(phaseOf(2)?.remark).toBeUndefined();
  });
});
