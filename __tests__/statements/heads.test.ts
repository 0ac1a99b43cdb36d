/* The heads of NCTS messages: what is read of them tag by tag and at one go. */
import { describe, expect, it } from 'vitest';
import { readTime } from '../../src/time/read.ts';
import { briefly, nctsMessage, noon, stated, texts } from './stated.ts';

const mrn = '26GB0000EXAMPLE1J9';
const ie028 = nctsMessage({ type: 'CC028C', lrn: 'A-0001', mrn });
const heard = (text: string) => briefly(stated(text)).map((one) => one.replace(/ \(message-xml.*$/, ''));
/** The same written so that it has to be read tag by tag. */
const entities = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inBoth = (text: string) => {
  const [plain, escaped] = [heard(text), heard(entities(text))];
  expect(escaped).toEqual(plain);
  return plain;
};
const time = 'IE028@2026-07-01T12:00:05.000Z';

describe('the time in the head of a message', () => {
  it.each([
    '2026-07-01T12:00:05',
    '1970-01-01T00:00:00',
    '1969-12-31T23:59:59',
    '2024-02-29T23:59:59',
    '2026-02-29T00:00:00',
    '2026-13-01T00:00:00',
    '2026-00-10T00:00:00',
    '2026-01-00T00:00:00',
    '2026-07-01T24:00:00',
    '2026-07-01T23:60:00',
    '2026-07-01T23:59:60',
    '2026-07-01 12:00:05',
    '2026/07-01T12:00:05',
    '2026-07/01T12:00:05',
    '2026-07-01T12.00:05',
    '2026-07-01T12:00.05',
    '2026-07-01T1a:00:05',
    '2026-07-01T12:00:0/',
    '2026-07-01T12:00:0:',
    '2026-07-01T12:00:05Z',
    '2026-07-01T12:00',
    '2026-07-01',
    '26-07-01T12:00:05.0',
  ])('%s means what it means anywhere else', (prepared) => {
    for (const text of [
      nctsMessage({ type: 'CC028C', prepared }),
      entities(nctsMessage({ type: 'CC028C', prepared })),
    ]) {
      const found = stated(text);
      expect(found).toMatchObject([{ at: readTime(prepared, 'UTC')?.instant, assumedZone: false }]);
      expect(texts(found)).toEqual([`CC028C prepared ${prepared}`]);
    }
  });
});

describe('the start tag of a message', () => {
  const start = '<CC028C xmlns="http://ncts.dgtaxud.ec"';

  it('ends, and not far from where it began', () => {
    expect(inBoth(`${start}>`)).toEqual(['IE028@?']);
    expect(inBoth(`${start}${' '.repeat(900)}>`)).toEqual(['IE028@?']);
    for (const text of [start, `${start} `, `${start}${' '.repeat(1000)}>`, `${start}\\`, `${start}&amp;`]) {
      expect(inBoth(text)).toEqual([]);
    }
  });
});

describe('names in a message', () => {
  it.each(['Cc028C', 'cC028C', 'CC028c'])('are told from others by their case: no root is %s', (root) => {
    expect(inBoth(ie028.replaceAll('CC028C', root))).toEqual([]);
  });

  it.each([
    ['transitOperation', 'TransitOperation', [time]],
    ['TRANSITOPERATION', 'TransitOperation', [time]],
    ['lrn', 'LRN', [`${time} mrn=${mrn}`]],
    ['mrn', 'MRN', [`${time} lrn=A-0001`]],
    ['PreparationDateAndTime', 'preparationDateAndTime', [`IE028@? lrn=A-0001 mrn=${mrn}`]],
  ])('are told from others by their case: %s is not %s', (name, right, expected) => {
    expect(inBoth(ie028.replaceAll(right, name))).toEqual(expected);
  });
});

describe('values in a message', () => {
  it.each([
    ['A-0001', ' lrn=A-0001'],
    [' A-0001 ', ' lrn=A-0001'],
    ['two words', ' lrn=two words'],
    ['A:1=2', ' lrn=A:1=2'],
    ['x'.repeat(60), ` lrn=${'x'.repeat(60)}`],
    ['x'.repeat(61), ` lrn=${'x'.repeat(61)}`],
    ['x'.repeat(100), ` lrn=${'x'.repeat(100)}`],
    ['x'.repeat(101), ''],
    ['A&amp;B', ''],
    ['A\\B', ''],
    ['A>B', ''],
  ])('are plain text of at most 100 characters: %j', (lrn, expected) => {
    expect(inBoth(nctsMessage({ type: 'CC028C', lrn }))).toEqual([`${time}${expected}`]);
  });

  it.each(['{{mrn}}', '${mrn}', '%s', '}'])('with %j make it a template', (value) => {
    for (const part of [{ lrn: value }, { mrn: value }, { prepared: value }]) {
      expect(inBoth(nctsMessage({ type: 'CC028C', ...part }))).toEqual([]);
    }
  });

  it.each([{ lrn: ' ' }, { mrn: '\n ' }])('of white space are none: %j', (part) => {
    const text = nctsMessage({ type: 'CC028C', ...part });
    for (const one of [text, entities(text)]) {
      expect(stated(one)).toMatchObject([{ message: 'IE028', lrn: undefined, mrn: undefined }]);
    }
  });

  it('are heard however far down a long output they stand', () => {
    expect(inBoth('x'.repeat(70_000) + ie028)).toEqual([`${time} lrn=A-0001 mrn=${mrn}`]);
  });

  it.each<[string, (text: string) => string]>([
    ['as they are', (text) => text],
    ['as entities', entities],
    ['as entities, twice', (text) => text.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;')],
    ['in JSON', (text) => JSON.stringify({ text })],
    ['in JSON with slashes escaped', (text) => JSON.stringify({ text }).replaceAll('/', '\\/')],
    ['in JSON with brackets escaped', (text) => JSON.stringify({ text }).replaceAll('<', '\\u003C')],
    ['in JSON in JSON', (text) => JSON.stringify(JSON.stringify({ text }).replaceAll('/', '\\/'))],
  ])('stand in TransitOperation, not behind its end, with tags written %s', (_, written) => {
    const behind = `<PreviousDocument><LRN>A-0009</LRN><MRN>${mrn}</MRN></PreviousDocument>`;
    const own = nctsMessage({ type: 'CC028C', lrn: 'A-0001' }).replace('</TransitOperation>', `$&${behind}`);
    expect(heard(written(own))).toEqual([`${time} lrn=A-0001`]);
    expect(heard(written(own.replace('<LRN>A-0001</LRN>', '')))).toEqual([time]);
  });

  it('stand between the tags of their own element', () => {
    expect(inBoth(ie028.replace('<LRN>A-0001</LRN>', '<LRN/>A-0002</LRN>A-0003'))).toEqual([`${time} mrn=${mrn}`]);
    expect(inBoth(ie028.replace('<messageType>', '<TransitOperation/><messageType>'))).toEqual([
      `${time} lrn=A-0001 mrn=${mrn}`,
    ]);
  });
});

describe('the movement of a message', () => {
  it.each(['', 'x'.repeat(200)])('is that of the object in whose body it stands, however it is read: %j', (before) => {
    const id = '6365135ba5e821ee';
    const compact = nctsMessage({ type: 'CC928C', lrn: 'A-0001', prefix: '' }).replaceAll(/\n\s*/g, '');
    const object = (body: string) => `{ departureId: '${id}', received: '${noon}', type: 'IE928', body: '${body}' }`;
    for (const body of [compact, entities(compact)]) {
      expect(stated(object(`${before}${body}`))).toMatchObject([
        { source: 'api-json', movement: { id } },
        { source: 'message-xml', lrn: 'A-0001', movement: { id } },
      ]);
    }
  });

  it('is unknown where more stands before it than a declaration', () => {
    const [, inBody] = stated(
      `{ departureId: '6365135ba5e821ee', received: '${noon}', type: 'IE928', body: '${'x'.repeat(320)}${ie028}' }`,
    );
    expect(inBody).toMatchObject({ message: 'IE028', movement: undefined });
  });
});
