import { describe, expect, it } from 'vitest';
import { apiMessage, nctsMessage, noon, stated } from './stated.ts';

const [own, other] = ['6365135ba5e821ee', '77aa135ba5e80000'];
const mrn = '26GB0000EXAMPLE1J9';
const path = (id: string, kind = 'departures') => `/customs/transits/movements/${kind}/${id}`;

/** `IE928 of departure 6365…`, `mrn=26GB… of departure 6365…, lrn=…` */
function found(text: string): string[] {
  return stated(text).map((statement) => {
    const what = statement.key === 'message' ? statement.message : `${statement.key}=${statement.value}`;
    const { movement } = statement;
    const of = movement === undefined ? '' : ` of ${movement.kind ?? 'movement'} ${movement.id}`;
    return `${what}${of}`;
  });
}

const movement = (more: object = {}, id = own) => ({
  _links: { self: { href: path(id) }, messages: { href: `${path(id)}/messages` } },
  id,
  movementReferenceNumber: mrn,
  localReferenceNumber: 'TRADER-0001',
  created: noon,
  ...more,
});

/** An object with these fields, in each order. */
function inEveryOrder(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const orders = (names: readonly string[]): readonly (readonly string[])[] =>
    names.length < 2
      ? [names]
      : names.flatMap((name) => orders(names.filter((one) => one !== name)).map((rest) => [name, ...rest]));
  return orders(Object.keys(fields)).map((names) =>
    JSON.stringify(Object.fromEntries(names.map((name) => [name, fields[name]]))),
  );
}

describe('a movement of the API', () => {
  const expected = [`mrn=${mrn} of departure ${own}`, `lrn=TRADER-0001 of departure ${own}`];

  it.each([
    ['as it comes', JSON.stringify(movement())],
    ['pretty-printed', JSON.stringify(movement(), null, 2)],
    ['inside of a log message', JSON.stringify({ message: JSON.stringify(movement()) })],
    ['with its links at the end', JSON.stringify(Object.fromEntries(Object.entries(movement()).toReversed()))],
    ['with slashes escaped', JSON.stringify(movement()).replaceAll('/', '\\/')],
    ['without links, after its address', `GET ${path(own)}\n${JSON.stringify(movement({ _links: undefined }))}`],
  ])('%s gives MRN and LRN, and whose they are', (_, text) => {
    expect(found(text).toSorted()).toEqual(expected.toSorted());
  });

  it('says what stands beside each number, and where it was read', () => {
    expect(stated(`\n${JSON.stringify(movement())}`)).toMatchObject([
      { key: 'mrn', value: mrn, lrn: 'TRADER-0001', source: 'api-json', derived: true, line: 2 },
      { key: 'lrn', value: 'TRADER-0001', mrn, source: 'api-json', derived: true, line: 2 },
    ]);
  });

  it('of an arrival has only an MRN', () => {
    const arrival = {
      _links: { self: { href: path(own, 'arrivals') } },
      id: own,
      movementReferenceNumber: mrn,
    };
    expect(found(JSON.stringify(arrival))).toEqual([`mrn=${mrn} of arrival ${own}`]);
  });

  it('in a list is told from the others, also where links come last', () => {
    const second = movement({ movementReferenceNumber: '26GB0000EXAMPLE2J8', localReferenceNumber: 'B' }, other);
    const reversed = (one: object) => Object.fromEntries(Object.entries(one).toReversed());
    const both = [
      `lrn=B of departure ${other}`,
      ...expected,
      `mrn=26GB0000EXAMPLE2J8 of departure ${other}`,
    ].toSorted();
    expect(found(JSON.stringify({ departures: [movement(), second] })).toSorted()).toEqual(both);
    expect(found(JSON.stringify({ departures: [movement(), second].map(reversed) })).toSorted()).toEqual(both);
  });

  it.each([
    ['its own id', '', movement({ _links: undefined }), `of departure ${own}`],
    ['its own id', `GET ${path(other)}\n`, movement({ _links: undefined }), `of departure ${own}`],
    [
      'its own id, but not what it is,',
      '',
      movement({ _links: undefined, localReferenceNumber: undefined }),
      `of movement ${own}`,
    ],
    [
      'what was asked for by the same id',
      `GET ${path(own, 'arrivals')}\n`,
      movement({ _links: undefined }),
      `of arrival ${own}`,
    ],
    [
      'its links rather than its own id',
      '',
      movement({ _links: { self: { href: path(own, 'arrivals') } }, localReferenceNumber: undefined }),
      `of arrival ${own}`,
    ],
    ['no id that is not right before its numbers', '', { id: own, x: 1, movementReferenceNumber: mrn }, ''],
    ['no other id', '', { uid: own, movementReferenceNumber: mrn }, ''],
    ['no id that is no text', '', { id: 7, movementReferenceNumber: mrn }, ''],
    ['no id with other signs', '', { id: 'a b', movementReferenceNumber: mrn }, ''],
    [
      'an id of up to 60 characters',
      '',
      { id: 'a'.repeat(60), movementReferenceNumber: mrn },
      `of movement ${'a'.repeat(60)}`,
    ],
    ['no longer id', '', { id: 'a'.repeat(61), movementReferenceNumber: mrn }, ''],
  ])('is told by %s: %s%j', (_, before, object, of) => {
    expect(found(before + JSON.stringify(object))[0]).toBe(`mrn=${mrn} ${of}`.trim());
    expect(found(before + JSON.stringify(object, null, 2))[0]).toBe(`mrn=${mrn} ${of}`.trim());
    expect(found(before + JSON.stringify({ log: JSON.stringify(object) }))[0]).toBe(`mrn=${mrn} ${of}`.trim());
  });

  it.each([{ departureId: own }, { _links: { self: { href: path(own) } } }])(
    'gives both numbers, and whose they are, whatever comes first beside %j',
    (named) => {
      const fields = { ...named, movementReferenceNumber: mrn, localReferenceNumber: 'TRADER-0001' };
      for (const text of inEveryOrder(fields)) expect(found(text).toSorted(), text).toEqual(expected.toSorted());
    },
  );

  it('before HMRC has accepted it has only an LRN, and its own id says whose', () => {
    expect(found(JSON.stringify({ id: own, localReferenceNumber: 'B' }))).toEqual([`lrn=B of departure ${own}`]);
  });

  it('is told by its links also where more stands between, but not by those of an object around it', () => {
    const links = { self: { href: path(own) } };
    const numbers = { movementReferenceNumber: mrn };
    expect(found(JSON.stringify({ _links: links, x: { y: [1, {}] }, ...numbers }))).toEqual(expected.slice(0, 1));
    expect(found(JSON.stringify({ _links: links, x: numbers }))).toEqual([`mrn=${mrn}`]);
    expect(found(JSON.stringify({ _links: links, x: [numbers] }))).toEqual([`mrn=${mrn}`]);
    expect(found(JSON.stringify([[{ _links: links }], numbers]))).toEqual([`mrn=${mrn}`]);
  });

  it('without links is none of those beside it, which have some', () => {
    const bare = { movementReferenceNumber: '26GB0000EXAMPLE2J8', localReferenceNumber: 'B' };
    const numbers = ['mrn=26GB0000EXAMPLE2J8', 'lrn=B'];
    expect(found(JSON.stringify([movement(), bare]))).toEqual([...expected, ...numbers]);
    expect(found(JSON.stringify([bare, movement()]))).toEqual([...numbers, ...expected]);
    expect(found(JSON.stringify({ first: movement(), second: { deeper: [bare] } }))).toEqual([...expected, ...numbers]);
  });

  it('takes nothing from a list that an object of its own holds', () => {
    const text = JSON.stringify({ x: [{ movementReferenceNumber: '26GB0000EXAMPLE2J8' }], localReferenceNumber: 'B' });
    expect(stated(text)).toMatchObject([
      { key: 'mrn', lrn: undefined },
      { key: 'lrn', value: 'B', mrn: undefined },
    ]);
  });

  it.each([
    '{"movementReferenceNumber":null}',
    '{"movementReferenceNumber":""}',
    'movementReferenceNumber: the number that HMRC allocates',
    '{"movementReferenceNumberOfParent":"26GB0000EXAMPLE1J9"}',
  ])('is not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('whose message it is', () => {
  const message = { ...apiMessage({ type: 'IE928' }), _links: undefined };

  it.each([
    ['departureId', JSON.stringify(message), `IE928 of departure ${own}`],
    [
      'departureId at the end',
      JSON.stringify(Object.fromEntries(Object.entries(message).toReversed())),
      `IE928 of departure ${own}`,
    ],
    [
      'arrivalId',
      JSON.stringify({ ...message, departureId: undefined, arrivalId: other }),
      `IE928 of arrival ${other}`,
    ],
    [
      '_links',
      JSON.stringify({ received: noon, type: 'IE928', _links: { departure: { href: path(own) } } }),
      `IE928 of departure ${own}`,
    ],
    [
      'its own id rather than the last address',
      `GET ${path(other)}/messages\n${JSON.stringify(message)}`,
      `IE928 of departure ${own}`,
    ],
    [
      'the last address',
      `GET ${path(other)}/messages\n${JSON.stringify({ received: noon, type: 'IE928' })}`,
      `IE928 of departure ${other}`,
    ],
  ])('%s says', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    [{ departureId: own }, `of departure ${own}`],
    [{ arrivalId: other }, `of arrival ${other}`],
    [{ _links: { departure: { href: path(own) } } }, `of departure ${own}`],
    [{ body: 'x' }, ''],
  ])('%j says wherever it stands', (named, expected) => {
    for (const text of inEveryOrder({ ...named, type: 'IE928', received: noon })) {
      expect(found(text), text).toEqual([`IE928 ${expected}`.trim()]);
    }
  });

  it.each(['/', '\\/', '\\\\\\/'])('an address says with its slashes written as %s', (slash) => {
    const asked = `GET ${path(own, 'arrivals').replaceAll('/', slash)}\n`;
    expect(found(asked + JSON.stringify({ received: noon, type: 'IE928' }))).toEqual([`IE928 of arrival ${own}`]);
  });

  it('no address but one in its own links says', () => {
    const bare = { type: 'IE028', received: noon };
    const linked = { _links: { departure: { href: path(own) } }, type: 'IE928', received: noon };
    expect(found(`${JSON.stringify(linked)}\n${JSON.stringify(bare)}`)).toEqual([`IE928 of departure ${own}`, 'IE028']);
    expect(found(JSON.stringify({ type: 'IE928', x: { before: path(other) }, received: noon }))).toEqual(['IE928']);
    expect(found(JSON.stringify({ type: 'IE928', _links: { self: { href: null } }, received: noon }))).toEqual([
      'IE928',
    ]);
  });

  it('its own id does not say', () => {
    expect(found(JSON.stringify({ id: own, type: 'IE928', received: noon }))).toEqual(['IE928']);
    expect(found(JSON.stringify({ id: own, received: noon, type: 'IE928' }))).toEqual(['IE928']);
  });

  it('nobody says once another movement is begun', () => {
    const begun = `GET ${path(own)}/messages\nPOST /customs/transits/movements/departures\n`;
    expect(found(begun + JSON.stringify({ received: noon, type: 'IE928' }))).toEqual(['IE928']);
  });

  it('goes on to the message in its body, and to no other', () => {
    const body = nctsMessage({ type: 'CC028C', lrn: 'A-0001' });
    const text = `${JSON.stringify({ ...message, body })}\n${nctsMessage({ type: 'CC029C', lrn: 'B-0001' })}`;
    expect(found(text)).toEqual([`IE928 of departure ${own}`, `IE028 of departure ${own}`, 'IE029']);
  });

  it('stands near an MRN that is printed after it', () => {
    const printed = (text: string) => stated(text).filter(({ key }) => key === 'mrn');
    expect(printed(`${JSON.stringify(message)}\nMRN=${mrn}`)).toMatchObject([
      { near: { kind: 'departure', id: own }, movement: undefined },
    ]);
    expect(printed(`MRN=${mrn}\n${JSON.stringify(message)}`)).toMatchObject([{ near: undefined }]);
    expect(printed(`GET ${path(other)}\nMRN=${mrn}`)).toMatchObject([{ near: { id: other } }]);
    // Movements may be listed for any reason; and an LRN is known before anything is fetched.
    const listed = JSON.stringify(movement({ movementReferenceNumber: undefined }));
    expect(printed(`${listed}\nMRN=${mrn}`)).toMatchObject([{ near: undefined }]);
    expect(stated(`${JSON.stringify(message)}\nLRN => L-1`).at(-1)).toMatchObject({ key: 'lrn', near: undefined });
  });

  it.each(['=', ' => '])('stands near the MRN each time that it is printed after another movement: MRN%s…', (mark) => {
    const line = `MRN${mark}${mrn}\n`;
    const twice = [own, other, other]
      .map((id) => `${JSON.stringify({ ...message, departureId: id })}\n${line}`)
      .join('');
    expect(stated(twice).filter(({ key }) => key === 'mrn')).toMatchObject([
      { near: { id: own } },
      { near: { id: other } },
    ]);
    expect(stated(line + twice).filter(({ key }) => key === 'mrn')).toMatchObject([
      { near: undefined },
      { near: { id: own } },
      { near: { id: other } },
    ]);
  });
});

describe('the programme that a message was sent for', () => {
  it.each([
    ['PhaseID="NCTS5.1"', 'NCTS5.1'],
    ["PhaseID = 'NCTS6'", 'NCTS6'],
    ['PhaseID=\\"NCTS6\\"', 'NCTS6'],
    ['', undefined],
  ])('%s is %s', (attribute, phaseId) => {
    const text = nctsMessage({ type: 'CC015C', lrn: 'A-0001' }).replace('PhaseID="NCTS5.1"', attribute);
    expect(stated(text)).toMatchObject([{ message: 'IE015', phaseId }]);
    expect(stated(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).toMatchObject([{ message: 'IE015', phaseId }]);
  });
});

describe('an LRN on a line', () => {
  const lrns = (text: string) =>
    stated(text).flatMap((one) => (one.key === 'lrn' ? [one.unclear === true ? `${one.value}?` : one.value] : []));

  it.each([
    ['LRN=ORD-26;A7 accepted', ['ORD-26;A7?']],
    ['LRN=ORD-26,A7', ['ORD-26,A7?']],
    ['LRN=ORD26|A7|B', ['ORD26|A7|B?']],
    ['LRN=ORD26&A7', ['ORD26&A7?']],
    ['LRN=ORD26\\A7', ['ORD26\\A7?']],
    ['LRN=ORD26;;A7 accepted', ['ORD26;;A7?']],
    ['LRN="ORD-26;A7" accepted', ['ORD-26;A7']],
    ['"lrn":"ORD-26;A7"', ['ORD-26;A7']],
    ['LRN=ORD/26-A_7.x+y@z#1', ['ORD/26-A_7.x+y@z#1']],
    ['LRN=A1;', ['A1']],
    ['LRN=A1; accepted', ['A1']],
    ['LRN=A1, then', ['A1']],
    [`LRN=A1;MRN=${mrn}`, ['A1']],
    ['LRN=A1,status=200', ['A1']],
    ['?lrn=A1&page=2', []],
    ['/x?y=1&lrn=A1&page=2', []],
    ['(LRN=A1)', ['A1']],
    ['<b>LRN=A1</b>', ['A1']],
    ['{"x":"LRN=A1"}', ['A1']],
    ['{"x":"LRN=A1\\nnext"}', ['A1']],
  ])('%s', (text, expected) => {
    expect(lrns(text)).toEqual(expected);
  });
});

describe('a time as Go prints it', () => {
  it.each(['2026-11-20 10:00:04.123456789 +0000 UTC', '2026-11-20 10:00:04.123 +0000 UTC m=+14.000000001'])(
    '%s means the same on a line, in a marker and in a property',
    (time) => {
      for (const text of [`IE015=${time}`, `[[PROPERTY|IE015=${time}]]`]) {
        expect(stated(text)).toMatchObject([{ message: 'IE015', at: Date.parse('2026-11-20T10:00:04.123Z') }]);
      }
    },
  );
});
