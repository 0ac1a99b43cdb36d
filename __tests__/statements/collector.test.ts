import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatementCollector } from '../../src/statements/collector.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { nctsMessage, stated, statedIn } from './stated.ts';

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

const line = { source: 'line', derived: false, line: 1 } as const;
const lrn: Statement = { ...line, key: 'lrn', value: 'AaAaAaAa' };
const nameOf = (value: string, heading?: boolean): Statement => ({ ...line, key: 'scenario', value, heading });
const message: Statement = {
  ...line,
  key: 'message',
  message: 'IE015',
  at: 0,
  assumedZone: false,
  text: 'soon',
  movement: { kind: 'departure', id: '6365135ba5e821ee' },
  lrn: 'AaAaAaAa',
  mrn: 'AaAaAaAa',
  phaseId: 'NCTS5.1',
};
const undated: Statement = { ...message, at: undefined, lrn: undefined, mrn: undefined, text: 'AaAaAaAa' };
/** Sixteen texts that are the same to such a hash. */
const sixteen = Array.from({ length: 16 }, (_, number) =>
  [1, 2, 4, 8].map((bit) => ((number & bit) === 0 ? 'Aa' : 'BB')).join(''),
);
const mrnOf = (id: string, kind: 'departure' | 'arrival' = 'departure'): Statement => ({
  ...line,
  key: 'mrn',
  value: 'AaAaAaAa',
  near: { kind, id },
});

describe('a statement', () => {
  it.each<[string, Statement, Statement]>([
    ['value', lrn, { ...lrn, value: 'BBAaAaAa' }],
    ['key', lrn, { ...lrn, key: 'mrn' }],
    ['source', lrn, { ...lrn, source: 'comment' }],
    ['end', lrn, { ...lrn, unclear: true }],
    ['movement', lrn, { ...lrn, movement: { kind: 'departure', id: 'x' } }],
    ['MRN beside it', { ...lrn, mrn: 'Aa' }, { ...lrn, mrn: 'BB' }],
    ['movement that was fetched before', mrnOf('6365135ba5e821ee'), mrnOf('77aa135ba5e80000')],
    ['kind of movement that was fetched before', mrnOf('x'), mrnOf('x', 'arrival')],
    ['message', message, { ...message, message: 'IE028' }],
    ['time', message, { ...message, at: 1_000_000_007 }],
    ['LRN', message, { ...message, lrn: 'BBAaAaAa' }],
    ['MRN', message, { ...message, mrn: 'BBAaAaAa' }],
    ['programme', message, { ...message, phaseId: 'NCTS6' }],
    ['programme, of which one says nothing', message, { ...message, phaseId: undefined }],
    ['movement of a message', message, { ...message, movement: { kind: 'departure', id: 'x' } }],
    ['kind of movement', message, { ...message, movement: { kind: 'arrival', id: '6365135ba5e821ee' } }],
    ['movement, of which one names none', message, { ...message, movement: undefined }],
    ['source of a message', message, { ...message, source: 'marker' }],
    ['unreadable time', undated, { ...undated, text: 'BBAaAaAa' }],
    ['place in its line', nameOf('DSGB1', true), nameOf('DSGB1', false)],
  ])('is kept beside one of another %s, each once', (_, one, other) => {
    expect(collected([one, other, one, other])).toEqual([one, other]);
    expect(collected([other, one])).toEqual([other, one]);
    if (one.key === 'scenario') return;
    // So it is among many that are made to be taken for the same.
    const many = sixteen.slice(2).map((text, index): Statement => {
      if (one.key !== 'message') return { ...one, value: text };
      return one.at === undefined ? { ...one, text } : { ...one, at: (index + 2) * 1_000_000_007 };
    });
    expect(collected([...many, one, other, one, other, ...many])).toEqual([...many, one, other]);
  });

  it.each<[string, Statement, Partial<Statement>]>([
    ['number', lrn, { line: 9, derived: true }],
    ['message', message, { line: 9, derived: true }],
  ])('that says the same %s elsewhere is none', (_, one, elsewhere) => {
    expect(collected([one, Object.assign({}, one, elsewhere)])).toEqual([one]);
  });

  it('whose time is known says the same however it was written', () => {
    expect(collected([message, { ...message, text: 'BBAaAaAa' }])).toEqual([message]);
  });

  it('counts again in another section, also where many are made to be taken for the same', () => {
    const all = sixteen.map((value): Statement => ({ ...lrn, value }));
    const section = [nameOf('DSGB1'), ...all];
    expect(collected([...all, ...section, ...all])).toEqual([...all, ...section]);
  });

  it('bears no credential', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.e30.x';
    expect(stated(nctsMessage({ type: 'CC028C', lrn: token }))).toMatchObject([{ lrn: '***' }]);
    expect(stated(nctsMessage({ type: 'CC028C', mrn: token }))).toMatchObject([{ mrn: '***' }]);
    expect(stated(`LRN="token=${token}" IE015="2026-99-99 ${token}"`)).toMatchObject([
      { value: 'token=***' },
      { text: 'IE015=2026-99-99 ***' },
    ]);
  });
});

describe('what is kept of a case', () => {
  const numbered = (count: number, statement: (value: string) => Statement) =>
    Array.from({ length: count }, (_, index) => ({ ...statement(`DSGB1 ${index}`), line: index + 1 }));
  const keptOf = (all: readonly Statement[]) => {
    const collector = new StatementCollector('case');
    for (const statement of all) collector.add(statement);
    return collector.finish();
  };
  const displayName = (value: string): Statement => ({ ...line, key: 'display-name', value });
  const number = (value: string): Statement => ({ ...line, key: 'lrn', value });

  it('is 3,000 names of scenarios and tests beside 3,000 other statements, whichever come first', () => {
    const names = [...numbered(1500, nameOf), ...numbered(1501, displayName)];
    const numbers = numbered(3001, number);
    for (const all of [
      [...names, ...numbers],
      [...numbers, ...names],
    ]) {
      const { statements, dropped } = keptOf(all);
      expect(statements).toHaveLength(6000);
      expect(dropped).toEqual({ count: 2, line: all[0]?.key === 'lrn' ? 3001 : 1501 });
    }
  });

  it('tells that a message was left out', () => {
    const one: Statement = { ...message, line: 4000 };
    expect(keptOf([...numbered(3000, number), one]).dropped).toEqual({ count: 1, line: 4000, messages: true });
    expect(keptOf([...numbered(3001, number), one]).dropped).toEqual({ count: 2, line: 3001, messages: true });
    expect(keptOf([...numbered(3001, number), one, ...numbered(3002, number).slice(-1)]).dropped).toEqual({
      count: 3,
      line: 3001,
      messages: true,
    });
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
