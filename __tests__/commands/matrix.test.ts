import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMatrix } from '../../src/commands/matrix.ts';
import { decisionMatrix, matrixColumns, matrixRows } from '../../src/requirements/ncts5/appendix-a.ts';
import { requirementsFor } from '../../src/requirements/demand.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { Application } from '../../src/requirements/requirement.ts';
import type { Flow, Procedure } from '../../src/requirements/scenario.ts';
import { buildApplication } from '../builders.ts';

const plain = { colour: false, width: 100 };
const all: readonly Flow[] = ['standard-departure', 'pre-lodged-departure', 'arrival'];
const both: readonly Procedure[] = ['normal', 'simplified'];

function render(overrides: Partial<Application>, options = plain): string {
  const application = buildApplication(overrides);
  return renderMatrix(ncts5, { application, requirements: requirementsFor(ncts5, application) }, options);
}

function supporting(procedures: readonly Procedure[], flows = all): Partial<Application> {
  return { flows: flows.map((flow) => ({ flow, procedures })) };
}

/** The cells with a mark: row and column, by counting characters as a reader's eye does. */
function marked(text: string): readonly string[] {
  const lines = text.split('\n');
  return matrixRows.flatMap(({ flow, title }) => {
    const line = lines.find((one) => one.startsWith(title)) ?? '';
    const cells = [...line.matchAll(/(\* )?[A-Z]+GB\d+\/[A-Z]+XI\d+/g)];
    expect(cells).toHaveLength(matrixColumns.length);
    return cells.flatMap(([, mark], index) => (mark === undefined ? [] : [`${flow} ${matrixColumns[index]?.column}`]));
  });
}

const choices: Readonly<Record<string, Partial<Application>>> = {
  simplified: supporting(['simplified']),
  both: supporting(both),
  'arrivals-both': supporting(both, ['arrival']),
  'combination-b': { ...supporting(both), combination: 'B' },
  'credentials-held': { ...supporting(['normal']), name: 'outbound edition', credentialsHeld: ['inbound'] },
  'no-combination': {
    flows: [
      { flow: 'standard-departure', procedures: ['normal'] },
      { flow: 'pre-lodged-departure', procedures: ['normal'] },
      { flow: 'arrival', procedures: ['simplified'] },
    ],
  },
};

describe('the decision matrix', () => {
  it('is as reviewed without a choice', async () => {
    const text = renderMatrix(ncts5, undefined, plain);
    await expect(text).toMatchFileSnapshot('../golden/commands/matrix/none.txt');
    expect(marked(text)).toEqual([]);
  });

  it.each(Object.entries(choices))('is as reviewed: %s', async (name, choice) => {
    await expect(render(choice)).toMatchFileSnapshot(`../golden/commands/matrix/${name}.txt`);
  });

  it('has every cell of the form in its place', () => {
    const lines = renderMatrix(ncts5, undefined, plain).split('\n');
    for (const { flow, title } of matrixRows) {
      const line = lines
        .find((one) => one.startsWith(title))
        ?.slice(title.length)
        .trim();
      expect(line?.split(/ {2,}/)).toEqual(matrixColumns.map(({ column }) => decisionMatrix[column][flow].join('/')));
    }
  });

  it('marks exactly what is demanded, of any software', () => {
    const procedures = fc.constantFrom<readonly Procedure[]>(['normal'], ['simplified'], both);
    const software = fc.tuple(...all.map(() => fc.option(procedures, { nil: undefined })));
    const held = fc.subarray<'inbound' | 'outbound'>(['inbound', 'outbound']);
    fc.assert(
      fc.property(software, held, fc.constantFrom('auto', 'A', 'B'), (perFlow, credentialsHeld, combination) => {
        const flows = all.flatMap((flow, index) => {
          const own = perFlow[index];
          return own === undefined ? [] : [{ flow, procedures: own }];
        });
        const application = buildApplication({ flows, credentialsHeld, combination });
        const requirements = requirementsFor(ncts5, application);
        fc.pre(requirements.mistakes.length === 0);
        const text = renderMatrix(ncts5, { application, requirements }, plain);
        const cells = marked(text);
        const demanded = requirements.sets.flatMap((set) => set.requirements);
        for (const { cell, wanted } of demanded) {
          expect(cells).toContain(`${cell?.flow} ${cell?.column}`);
          expect(text).toContain(wanted);
        }
        for (const cell of cells) {
          const [flow = '', ...column] = cell.split(' ');
          const numbers = matrixColumns.flatMap((one) =>
            one.column === column.join(' ')
              ? all.flatMap((f) => (f === flow ? decisionMatrix[one.column][f] : []))
              : [],
          );
          expect(demanded.some((one) => one.id === flow && one.first.join() === numbers.join())).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([80, 120])('fits a terminal of %d columns', (width) => {
    for (const choice of Object.values(choices)) {
      for (const line of render(choice, { colour: false, width }).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(width);
        expect(line).toBe(line.trimEnd());
      }
    }
  });
});
