import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherEvidence } from '../../src/assessment/evidence/gather.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { MessageType } from '../../src/requirements/messages.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { nctsMessage, stated } from '../statements/stated.ts';
import { buildAttempt, buildScenario } from '../builders.ts';

const types = ['IE015', 'IE928', 'IE028', 'IE029'] as const;
const [first, second] = ['6365135ba5e821ee', '77aa135ba5e80000'];
const mrn = '26GB0000EXAMPLE1J9';
const otherMrn = '26GB0000EXAMPLE2J8';

/** The messages of one movement as the API lists them, its IE015 received at that hour. */
const list = (id: string | undefined, hour: string, kind = 'departureId') =>
  JSON.stringify({
    messages: types.map((type, index) => ({
      ...(id === undefined ? {} : { [kind]: id }),
      received: `2026-11-20T${hour}:0${index}:04.100Z`,
      type,
    })),
  });
const movement = (id: string, number: string, lrn: string) =>
  JSON.stringify({
    _links: { self: { href: `/customs/transits/movements/departures/${id}` } },
    id,
    movementReferenceNumber: number,
    localReferenceNumber: lrn,
  });

const attempt = (output: string, overrides: Partial<Attempt> = {}) =>
  buildAttempt({ statements: stated(output), ...overrides });

function gathered(output: string | readonly Attempt[]) {
  const attempts = typeof output === 'string' ? [attempt(output)] : output;
  const scenario = buildScenario('DSGB1');
  const evidence = gatherEvidence(scenario, attempts, ncts5.expected[scenario.flow]);
  const hourOf = (type: MessageType) => {
    const at = evidence.messages.get(type)?.value;
    return at === undefined ? undefined : new Date(at).toISOString().slice(11, 13);
  };
  return {
    mrn: evidence.mrn?.value,
    lrn: evidence.lrn?.value,
    hours: [...new Set(types.map(hourOf))],
    codes: evidence.findings.map(({ code }) => code),
    messages: evidence.findings.map(({ message }) => message),
  };
}

describe("the scenario's movement", () => {
  it('is the only one that is named', () => {
    expect(gathered(`${list(first, '10')}\nMRN=${mrn}`)).toMatchObject({ mrn, hours: ['10'], codes: [] });
    expect(gathered(`${list(undefined, '10')}\nMRN=${mrn}`)).toMatchObject({ mrn, hours: ['10'], codes: [] });
  });

  it.each([
    ['its movement from the API and an MRN', `${movement(first, mrn, 'A-1')}\nMRN=${mrn}`],
    ['its movement from the API and an LRN', `LRN=A-1\n${movement(first, mrn, 'A-1')}`],
  ])('is told from another by %s; nothing of the other is taken', (_, own) => {
    for (const output of [
      `${list(first, '10')}\n${list(second, '11')}\n${own}`,
      `${own}\n${list(second, '11')}\n${list(first, '10')}`,
      `${movement(second, otherMrn, 'B-1')}\n${list(second, '11')}\n${list(first, '10')}\n${own}`,
    ]) {
      expect(gathered(output)).toMatchObject({ mrn, lrn: 'A-1', hours: ['10'], codes: [] });
    }
  });

  it('is the one that was fetched right before its MRN was printed', () => {
    expect(gathered(`${list(first, '10')}\nMRN=${mrn}\ncleanup\n${list(second, '11')}`)).toMatchObject({
      mrn,
      hours: ['10'],
      codes: [],
    });
  });

  it('is unknown where nothing tells: a finding, and no value', () => {
    const { mrn: none, hours, codes, messages } = gathered(`${list(first, '10')}\n${list(second, '11')}`);
    expect({ none, hours, codes }).toEqual({
      none: undefined,
      hours: [undefined],
      codes: ['mrn-missing', 'movement-conflict'],
    });
    expect(messages[1]).toBe(
      `Its results have messages of 2 departures, expected one: '${first}' (results/trader-test.xml:1) and ` +
        `'${second}' (results/trader-test.xml:2). Their times are not used, since nothing says which is its own: let the ` +
        'test print only its own, or its departure from the API with LRN and MRN.',
    );
  });

  it('of two MRNs on lines is neither', () => {
    const { codes, messages, ...values } = gathered(`MRN=${mrn}\nMRN=${otherMrn}\n${list(first, '10')}`);
    expect(values).toEqual({ mrn: undefined, lrn: undefined, hours: ['10'] });
    expect(codes).toEqual(['mrn-conflict']);
    expect(messages[0]).toContain("None is used, since nothing says which is its own: give the test a property 'MRN'.");
    expect(gathered(`MRN=${mrn}\nMRN=${otherMrn}\n${list('a', '10')}`)).toMatchObject({ hours: ['10'] });
  });

  it('is taken from a list of several only where messages say which', () => {
    const both = `[${movement(first, mrn, 'A-1')},${movement(second, otherMrn, 'B-1')}]`;
    expect(gathered(`${both}\n${list(first, '10')}`)).toMatchObject({ mrn, lrn: 'A-1', hours: ['10'], codes: [] });
    expect(gathered(`${both}\n${list(undefined, '10')}`)).toMatchObject({ mrn: undefined, lrn: undefined });
  });

  it("is not confused by somebody's placeholder for an id", () => {
    expect(gathered(`${list('a', '10')}\n${movement(first, mrn, 'A-1')}`)).toMatchObject({
      mrn,
      lrn: 'A-1',
      hours: ['10'],
      codes: [],
    });
    expect(gathered(`MRN=${mrn}\n${list('a', '10')}\n${list('b', '11')}`).codes).toContain('movement-conflict');
    // One thing is unclear, so it is said once.
    expect(gathered(`MRN=${mrn}\n${list('a', '10')}\n${list('b', '11', 'arrivalId')}`).codes).toEqual([
      'movement-conflict',
    ]);
  });

  it('of two results is that of the later one', () => {
    const results = [
      attempt(`${list(first, '10')}\nMRN=${mrn}\n${movement(first, mrn, 'A-1')}`, { order: 1 }),
      attempt(`${list(second, '11')}\nMRN=${otherMrn}\n${movement(second, otherMrn, 'B-1')}`, { order: 2 }),
    ];
    for (const order of [results, results.toReversed()]) {
      expect(gathered(order)).toMatchObject({ mrn: otherMrn, lrn: 'B-1', hours: ['11'], codes: ['mrn-conflict'] });
    }
  });

  it('of two results is that of the later one, though only the API names it', () => {
    const results = [movement(first, mrn, 'A-1'), movement(second, otherMrn, 'B-1')];
    expect(gathered(results.map((output, order) => attempt(output, { order })))).toMatchObject({
      mrn: otherMrn,
      lrn: 'B-1',
    });
  });

  it('of those that the API lists is unknown by its id alone', () => {
    const both = `[${movement(first, mrn, 'A-1')},${movement(second, otherMrn, 'B-1')}]`;
    expect(gathered(both).messages.join()).toContain(
      `2 departures, expected one: '${first}' (results/trader-test.xml:1) and '${second}' (results/trader-test.xml:1).`,
    );
  });

  it('lacks what only another has', () => {
    const own = list(first, '10').replace('IE029', 'IE060');
    const { hours, codes, messages } = gathered(
      `${list(second, '11')}\n${own}\n${movement(first, mrn, 'A-1')}\nMRN=${mrn}`,
    );
    expect(hours).toEqual(['10', undefined]);
    expect(codes).toContain('message-missing');
    expect(messages.join()).toContain('IE029');
  });

  it('may be known by an MRN that nothing but a message has', () => {
    const derived = { key: 'mrn', value: mrn, source: 'message-xml', derived: true, line: 3 } as const;
    const lrns = ['A-1', 'A-2'].map(
      (value) => ({ key: 'lrn', value, source: 'line', derived: false, line: 4 }) as const,
    );
    expect(gathered([buildAttempt({ statements: [...lrns, derived] })])).toMatchObject({ mrn, lrn: undefined });
  });

  it('never mixes two, whatever is printed in whatever order', () => {
    const parts = fc.shuffledSubarray([
      list(first, '10'),
      list(second, '11'),
      movement(first, mrn, 'A-1'),
      movement(second, otherMrn, 'B-1'),
      `MRN=${mrn}`,
      `MRN=${otherMrn}`,
      'LRN=A-1',
      'LRN=B-1',
      `GET /customs/transits/movements/departures/${second}/messages`,
    ]);
    fc.assert(
      fc.property(parts, fc.nat({ max: 9 }), (printed, cut) => {
        const attempts = [printed.slice(0, cut), printed.slice(cut)].map((lines, order) =>
          attempt(lines.join('\n'), { order }),
        );
        const { mrn: number, lrn, hours } = gathered(attempts);
        const linked = (one: string) => printed.includes(one);
        const values = [
          number === undefined ? undefined : number === mrn ? 'A' : 'B',
          lrn === undefined ? undefined : lrn === 'A-1' ? 'A' : 'B',
          ...hours.map((hour) => (hour === undefined ? undefined : hour === '10' ? 'A' : 'B')),
        ].filter((value) => value !== undefined);
        // What the API says together is never taken apart.
        const isKnown = linked(movement(first, mrn, 'A-1')) && linked(movement(second, otherMrn, 'B-1'));
        if (isKnown) expect(new Set(values).size).toBeLessThan(2);
        expect(new Set(hours).size).toBe(1);
      }),
    );
  });
});

describe('what is given of a movement', () => {
  const given = (key: 'mrn' | 'lrn', value: string, source: 'property' | 'line' = 'line') =>
    ({ key, value, source, derived: false, line: 3 }) as const;
  const from = (order: number, ...statements: Attempt['statements']) => buildAttempt({ order, statements });

  it('goes together where one test gives one MRN and one LRN, whatever is trusted more elsewhere', () => {
    const own = from(2, given('mrn', mrn, 'property'), given('lrn', 'A-1'));
    const other = from(1, given('lrn', 'B-1', 'property'));
    expect(gathered([own, other])).toMatchObject({ mrn, lrn: 'A-1' });
    const several = from(2, given('mrn', mrn, 'property'), given('lrn', 'A-1'), given('lrn', 'A-2'));
    expect(gathered([several, other])).toMatchObject({ mrn, lrn: 'B-1' });
  });

  it('stays apart where the API knows better', () => {
    const own = from(2, given('mrn', mrn, 'property'), given('lrn', 'A-1'), ...stated(movement(first, mrn, 'B-1')));
    expect(gathered([own])).toMatchObject({ mrn, lrn: 'B-1' });
  });

  it('is not replaced by what is trusted less, where nothing says which it is', () => {
    const sent = stated(nctsMessage({ type: 'CC015C', lrn: 'C-1' }));
    expect(sent).toMatchObject([{ lrn: 'C-1' }]);
    const {
      mrn: number,
      lrn,
      hours,
      codes,
    } = gathered([from(1, given('mrn', mrn), given('lrn', 'A-1'), given('lrn', 'A-2'), ...sent)]);
    expect({ number, lrn, hours }).toEqual({ number: mrn, lrn: undefined, hours: [undefined] });
    expect(codes).toContain('lrn-conflict');
    const fetched = stated(list(first, '10'));
    expect(
      gathered([from(1, given('mrn', mrn), given('lrn', 'A-1'), given('lrn', 'A-2'), ...sent, ...fetched)]),
    ).toMatchObject({ mrn, lrn: undefined, hours: ['10'] });
  });
});

describe('an id of a movement', () => {
  it.each(['a', `x${first}`, `${first}0`, first.slice(1)])('that HMRC does not make contradicts none: %s', (id) => {
    expect(gathered(`${list(id, '10')}\n${movement(first, mrn, 'A-1')}`)).toMatchObject({ lrn: 'A-1', hours: ['10'] });
  });

  it('of which the MRN is another is none of those to choose from', () => {
    const other = `${list(second, '11')}\n${movement(second, otherMrn, 'B-1')}`;
    expect(gathered(`MRN=${mrn}\n${list(first, '10')}\n${other}`)).toMatchObject({ mrn, hours: ['10'] });
  });

  it('is not known by an MRN that is printed after both', () => {
    const near = (id: string) =>
      ({ key: 'mrn', value: mrn, source: 'line', derived: false, line: 3, near: { kind: 'departure', id } }) as const;
    const lists = stated(`${list(first, '10')}\n${list(second, '11')}`);
    expect(gathered([buildAttempt({ statements: [...lists, near(first)] })]).hours).toEqual(['10']);
    const another = near('99aa135ba5e80000');
    expect(gathered([buildAttempt({ statements: [...lists, near(first), another] })]).hours).toEqual(['10']);
    const { hours, codes } = gathered([buildAttempt({ statements: [...lists, near(first), near(second)] })]);
    expect({ hours, codes }).toEqual({ hours: [undefined], codes: ['movement-conflict'] });
  });

  it('of a departure and one of its arrival do not contradict each other', () => {
    expect(gathered(`${list(first, '10')}\n${list(second, '11', 'arrivalId')}`).codes).not.toContain(
      'movement-conflict',
    );
  });

  it.each([
    ['a', 'b', 'departureId', '2 departures'],
    ['a', 'b', 'arrivalId', '2 arrivals'],
    [first, second, 'arrivalId', '2 arrivals'],
  ])('is told with what it is of: %s, %s, %s', (one, two, kind, text) => {
    expect(gathered(`${list(one, '10', kind)}\n${list(two, '11', kind)}`).messages.join()).toContain(
      `messages of ${text}, expected one: '${one}' (results/trader-test.xml:1) and '${two}' (results/trader-test.xml:2).`,
    );
  });
});

describe('an LRN of which nobody knows where it ends', () => {
  it('is not taken, and a finding says what to do', () => {
    const { lrn, codes, messages } = gathered(`LRN=ORD-26;A7 accepted\nMRN=${mrn}\n${list(first, '10')}`);
    expect({ lrn, codes }).toEqual({ lrn: undefined, codes: ['lrn-unclear'] });
    expect(messages[0]).toContain("LRN 'ORD-26;A7' is not used");
    expect(messages[0]).toContain('LRN="…"');
  });

  it('says nothing of the movement', () => {
    expect(gathered(`LRN=B-2;x\n${list(first, '10')}\n${movement(first, mrn, 'A-1')}`)).toMatchObject({
      mrn,
      lrn: 'A-1',
    });
  });

  it('is no matter where it is known', () => {
    expect(gathered(`LRN=A-1;x\nMRN=${mrn}\n${list(first, '10')}\n${movement(first, mrn, 'A-1')}`)).toMatchObject({
      lrn: 'A-1',
      codes: [],
    });
  });
});
