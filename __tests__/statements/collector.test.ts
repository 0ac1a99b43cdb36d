import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatementCollector } from '../../src/statements/collector.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { statedIn } from './stated.ts';

/** `Aa` and `BB` are the same to any hash that multiplies by 31. */
const alike = fc
  .array(fc.constantFrom('Aa', 'BB'), { minLength: 4, maxLength: 9 })
  .map((parts) => `L1${parts.join('')}`);

function collected(all: readonly Statement[]): readonly Statement[] {
  const collector = new StatementCollector();
  for (const statement of all) collector.add(statement);
  return collector.finish().statements;
}

describe('statements that are kept', () => {
  it('are all that differ, each once, also where their hashes are made to meet', () => {
    fc.assert(
      fc.property(fc.array(alike, { minLength: 1, maxLength: 60 }), (values) => {
        const text = values.map((value) => `LRN=${value}\n`).join('');
        const found = statedIn(text).statements.map((statement) => statement.key === 'lrn' && statement.value);
        expect(found).toEqual([...new Set(values)]);
      }),
    );
  });

  it('differ in whatever they say, not only in what is hashed', () => {
    const movement = (id: string) => fc.constantFrom(undefined, { kind: 'departure' as const, id });
    const message = fc.record({
      key: fc.constant('message' as const),
      message: fc.constantFrom('IE015' as const, 'IE028' as const),
      at: fc.constantFrom(undefined, 0, 1_000_000_007),
      assumedZone: fc.constant(false),
      text: fc.constantFrom('soon', 'later'),
      source: fc.constantFrom('line' as const, 'message-xml' as const),
      derived: fc.boolean(),
      line: fc.integer({ min: 1, max: 9 }),
      movement: movement('6365135ba5e821ee'),
      lrn: alike,
      mrn: fc.constantFrom(undefined, 'Aa', 'BB'),
      phaseId: fc.constantFrom(undefined, 'NCTS5.1'),
    });
    const number = fc.record({
      key: fc.constantFrom('mrn' as const, 'lrn' as const),
      value: alike,
      source: fc.constantFrom('line' as const, 'property' as const),
      derived: fc.boolean(),
      line: fc.integer({ min: 1, max: 9 }),
      unclear: fc.constantFrom(undefined, true as const),
      movement: movement('x'),
      near: movement('y'),
    });
    const name = fc.record({
      key: fc.constant('scenario' as const),
      value: fc.constantFrom('DSGB1', 'DSGB2'),
      source: fc.constant('line' as const),
      derived: fc.constant(false),
      line: fc.integer({ min: 1, max: 9 }),
      heading: fc.constantFrom(undefined, true, false),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(message, number, name), { maxLength: 80 }), (all) => {
        expect(collected(all)).toEqual(distinctInSections(all));
      }),
    );
  });

  it('cost no more where many are made to meet than where few do', () => {
    const values = Array.from({ length: 4096 }, (_, number) =>
      Array.from({ length: 12 }, (__, bit) => ((number >> bit) & 1 ? 'Aa' : 'BB')).join(''),
    );
    const lines = values.map((value) => `LRN=L1${value}\n`).join('');
    const start = performance.now();
    expect(statedIn(lines.repeat(40)).statements).toHaveLength(4096);
    // 0.3 s on an idle machine; each against each would take a minute.
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

/** Slowly: what was said before in the same section is left out. */
function distinctInSections(all: readonly Statement[]): readonly Statement[] {
  const kept: Statement[] = [];
  let section: string[] = [];
  let scenario: string | undefined;
  for (const statement of all) {
    if (statement.key === 'scenario' && statement.value !== scenario) {
      scenario = statement.value;
      section = [];
    }
    const said = JSON.stringify(
      {
        ...statement,
        line: 0,
        derived: 0,
        text: statement.key === 'message' && statement.at === undefined && statement.text,
      },
      (_key, value: unknown) => value ?? null,
    );
    if (!section.includes(said)) kept.push(statement);
    section.push(said);
  }
  return kept;
}
