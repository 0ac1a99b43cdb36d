import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';
import { apiMessage, briefly, stated, texts, nctsMessage } from './stated.ts';

const mrn = '26GB0000EXAMPLE1J9';
const lrn = 'TRATESTGB12607011200';
const ie028 = nctsMessage({ type: 'CC028C', lrn, mrn });
const fromXml = `IE028@2026-07-01T12:00:05.000Z lrn=${lrn} mrn=${mrn} (message-xml 1, derived)`;

const entities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** Like Go's and .NET's writers. */
const unicodeEscapes = (json: string) =>
  json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003E').replaceAll('\\"', '\\u0022');

const startTag = (blanks: number) => `<CC928C${' '.repeat(blanks)}xmlns="http://ncts.dgtaxud.ec"></CC928C>`;
const fieldsApart = (filler: number) =>
  `{"type":"IE928","x":"${'y'.repeat(filler)}","received":"2026-07-01T12:00:05Z"}`;

describe('a field of a message that holds more than its text', () => {
  it.each(['<b/>', '<b>x</b>', '<!-- x -->', '<![CDATA[x]]>', '<MRN>'])('such as %s is not taken in part', (more) => {
    for (const text of [ie028, entities(ie028), JSON.stringify({ body: ie028 })]) {
      const written = text === entities(ie028) ? entities(more) : more;
      const both = text.replace(lrn, lrn + written);
      expect(briefly(stated(both))).toEqual([fromXml.replace(` lrn=${lrn}`, '')]);
    }
  });
});

describe('NCTS message XML', () => {
  it.each<[string, string]>([
    ['as it is', ie028],
    ['on one line', ie028.replaceAll(/\n\s*/g, '')],
    ['in the default namespace', nctsMessage({ type: 'CC028C', lrn, mrn, prefix: '' })],
    ['with another prefix', nctsMessage({ type: 'CC028C', lrn, mrn, prefix: 'txd.v5-1_x:' })],
    ['with prefixed children', ie028.replaceAll(/<(\/?)(?=[a-zA-Z])(?!ncts:)/g, '<$1ncts:')],
    ['in a log line', `12:00:05 DEBUG got ${ie028.replaceAll(/\n\s*/g, '')} ok`],
    ['in a JSON string', JSON.stringify({ body: ie028 })],
    ['in JSON in a JSON string', JSON.stringify({ message: JSON.stringify({ body: ie028 }) })],
    ['in JSON in JSON in JSON', JSON.stringify(JSON.stringify(JSON.stringify({ body: ie028 })))],
    ['in JSON with escaped brackets', unicodeEscapes(JSON.stringify({ body: ie028 }))],
    ['in JSON with escaped slashes', JSON.stringify({ body: ie028 }).replaceAll('/', '\\/')],
    ['entity-escaped', entities(ie028)],
    ['entity-escaped twice', entities(entities(ie028))],
    ['as character references', ie028.replaceAll('<', '&#60;').replaceAll('>', '&#x3E;')],
    ['as Node prints a string of lines', `body: '${ie028.replaceAll('\n', "\\n' +\n    '")}'`],
    ['cut off behind what matters', ie028.slice(0, ie028.indexOf('<Holder'))],
  ])('%s', (_, text) => {
    const [statement, ...others] = briefly(stated(text));
    expect(others).toEqual([]);
    expect(statement).toBe(fromXml);
  });

  it('several messages, each with its line', () => {
    const text = `got\n${nctsMessage({ type: 'CC928C', lrn })}\nand ${ie028}\n${nctsMessage({ type: 'CC007C', mrn, prepared: '2026-07-02T08:00:00' })}`;
    expect(briefly(stated(text))).toEqual([
      `IE928@2026-07-01T12:00:05.000Z lrn=${lrn} (message-xml 2, derived)`,
      `IE028@2026-07-01T12:00:05.000Z lrn=${lrn} mrn=${mrn} (message-xml 13, derived)`,
      `IE007@2026-07-02T08:00:00.000Z mrn=${mrn} (message-xml 25, derived)`,
    ]);
  });

  it('its time is UTC, whatever zone is set, and not assumed', () => {
    expect(briefly(stated(ie028, 'Europe/London'))).toEqual([fromXml]);
    expect(
      briefly(stated(nctsMessage({ type: 'CC028C', prepared: '2026-07-01T13:00:05+01:00' }), 'Asia/Tokyo')),
    ).toEqual(['IE028@2026-07-01T12:00:05.000Z (message-xml 1, derived)']);
  });

  it('says what it was read from', () => {
    const said = (prepared: string) => texts(stated(nctsMessage({ type: 'CC028C', prepared })));
    for (const prepared of ['2026-07-01T12:00:05', '2024-02-29T12:00:05', '2026-07-01T13:00:05+01:00', 'soon']) {
      expect(said(prepared)).toEqual([`CC028C prepared ${prepared}`]);
    }
    const bare = stated('<CC028C xmlns="http://ncts.dgtaxud.ec"/>');
    expect(bare[0]).toMatchObject({ at: undefined });
    expect(texts(bare)).toEqual(['CC028C without preparationDateAndTime']);
  });

  it('a message cut off in the middle counts with what it has told', () => {
    expect(briefly(stated(ie028.slice(0, ie028.indexOf('<MRN>'))))).toEqual([
      `IE028@2026-07-01T12:00:05.000Z lrn=${lrn} (message-xml 1, derived)`,
    ]);
    expect(briefly(stated(ie028.slice(0, ie028.indexOf('</MRN>') - 3)))).toEqual([
      `IE028@2026-07-01T12:00:05.000Z lrn=${lrn} (message-xml 1, derived)`,
    ]);
    expect(briefly(stated(ie028.slice(0, ie028.indexOf('<preparation'))))).toEqual([
      'IE028@? (message-xml 1, derived)',
    ]);
  });

  it('and takes nothing from the message behind it', () => {
    const cut = nctsMessage({ type: 'CC928C' });
    const text = cut.slice(0, cut.indexOf('<TransitOperation')) + ie028.replace('<ncts:CC028C', '\n<ncts:CC028C');
    expect(briefly(stated(text))).toEqual([
      'IE928@2026-07-01T12:00:05.000Z (message-xml 1, derived)',
      fromXml.replace('xml 1', 'xml 7'),
    ]);
  });

  it('an unreadable time is kept as such', () => {
    expect(briefly(stated(nctsMessage({ type: 'CC028C', prepared: 'yesterday' })))).toEqual([
      'IE028@? (message-xml 1, derived)',
    ]);
  });

  it.each([
    ['of another namespace', nctsMessage({ type: 'CC028C', mrn, namespace: 'http://example.com' })],
    ['without a namespace', '<CC028C><preparationDateAndTime>2026-07-01T12:00:05</preparationDateAndTime></CC028C>'],
    ['of another root', nctsMessage({ type: 'CC28C', mrn })],
    ['in lower case', ie028.toLowerCase()],
    ['a longer name', ie028.replaceAll('CC028C', 'CC028CType')],
    ['just an error pointer', '/CC015C/HolderOfTheTransitProcedure in http://ncts.dgtaxud.ec>'],
    ['a template', nctsMessage({ type: 'CC015C', lrn: '{{lrn}}' })],
    ['a template of the time', nctsMessage({ type: 'CC015C', prepared: '{{$isoTimestamp}}', lrn })],
    ['a closing tag alone', '</ncts:CC028C>'],
    ['fields without a message', ie028.replaceAll(/<\/?ncts:CC028C[^>]*>/g, '')],
  ])('nothing is taken from what is no message: %s', (_, text) => {
    expect(briefly(stated(text))).toEqual([]);
  });

  it('LRN and MRN count only inside TransitOperation, the first ones', () => {
    const text = ie028
      .replace(
        '<TransitOperation>',
        '<PreviousDocument><MRN>x1</MRN><LRN>x2</LRN></PreviousDocument><TransitOperation>',
      )
      .replace('</TransitOperation>', '<MRN>x3</MRN><LRN>x4</LRN></TransitOperation><MRN>x5</MRN>');
    expect(briefly(stated(text))).toEqual([fromXml]);
    const empty = ie028.replace(`<LRN>${lrn}</LRN>`, '<LRN></LRN><LRN/>').replace(`<MRN>${mrn}</MRN>`, '<MRN> </MRN>');
    expect(briefly(stated(empty))).toEqual(['IE028@2026-07-01T12:00:05.000Z (message-xml 1, derived)']);
  });

  it('a preparation time counts only in the head, the first one', () => {
    const other = '<preparationDateAndTime>2020-01-01T00:00:00</preparationDateAndTime>';
    const text = ie028
      .replace('<messageType>', `${other}<messageType>`)
      .replace('</TransitOperation>', `${other}</TransitOperation>`);
    expect(briefly(stated(text))).toEqual([fromXml]);
    const late = ie028
      .replace(/<preparationDateAndTime>.*<\/preparationDateAndTime>/, '')
      .replace('<LRN>', `${other}<LRN>`);
    expect(briefly(stated(late))).toEqual([`IE028@? lrn=${lrn} mrn=${mrn} (message-xml 1, derived)`]);
  });

  it('gives up on a head that never ends', () => {
    const open =
      '<CC928C xmlns="http://ncts.dgtaxud.ec"><preparationDateAndTime>2026-07-01T12:00:05</preparationDateAndTime>';
    const tail = '<TransitOperation><LRN>L1</LRN></TransitOperation>';
    const reached = (filler: number) => briefly(stated(`${open}${' '.repeat(filler)}${tail}`));
    expect(reached(60_000)).toEqual(['IE928@2026-07-01T12:00:05.000Z lrn=L1 (message-xml 1, derived)']);
    expect(reached(70_000)).toEqual(['IE928@2026-07-01T12:00:05.000Z (message-xml 1, derived)']);
  });

  it('a start tag may be long, but not endless', () => {
    expect(briefly(stated(startTag(900)))).toEqual(['IE928@? (message-xml 1, derived)']);
    expect(briefly(stated(startTag(1100)))).toEqual([]);
  });
});

const ie928 = apiMessage({ type: 'IE928', received: '2026-07-01T13:00:06.5+01:00' });
const fromApi = 'IE928@2026-07-01T12:00:06.500Z (api-json 1, derived)';

describe('API JSON', () => {
  const reversed = Object.fromEntries(Object.entries(ie928).toReversed());
  const sorted = Object.fromEntries(Object.entries(ie928).toSorted(([a], [b]) => a.localeCompare(b)));
  it.each<[string, string]>([
    ['on one line', JSON.stringify(ie928)],
    ['behind a log prefix', `2026-07-01 12:00:06 INFO body=${JSON.stringify(ie928)} status=200`],
    ['with its fields in reverse', JSON.stringify(reversed)],
    ['with its fields sorted', JSON.stringify(sorted)],
    [
      'with a list between',
      JSON.stringify({ received: ie928['received'], x: [[1, { type: 'y' }], ']'], type: 'IE928' }),
    ],
    [
      'with hostile strings between',
      JSON.stringify({ type: 'IE928', x: '}{"received": "no"\\', '}': ']', received: ie928['received'] }),
    ],
    [
      'with a quotation mark in a string between',
      '{"type":"IE928","x":"5\\" wide","received":"2026-07-01T12:00:06.5Z"}',
    ],
    [
      'with a backslash at the end of a string between',
      '{"type":"IE928","x":"C:\\\\","received":"2026-07-01T12:00:06.5Z"}',
    ],
    ['with an apostrophe between', `{"type":"IE928", it's, "received":"2026-07-01T12:00:06.5Z"}`],
    ['in round brackets', '("type":"IE928","received":"2026-07-01T12:00:06.5Z")'],
    ['with the time twice', '{"received":"2020-01-01T00:00:00Z","received":"2026-07-01T12:00:06.5Z","type":"IE928"}'],
    ['with the type twice', '{"type":"IE015","type":"IE928","received":"2026-07-01T12:00:06.5Z"}'],
    ['in a JSON string', JSON.stringify({ message: JSON.stringify(ie928) })],
    ['in JSON in a JSON string', JSON.stringify([JSON.stringify({ message: JSON.stringify(ie928) })])],
    ['with unicode escapes', unicodeEscapes(JSON.stringify({ message: JSON.stringify(ie928) }))],
    ['entity-escaped', entities(JSON.stringify(ie928))],
    ['entity-escaped twice', entities(entities(JSON.stringify(ie928)))],
    ['as Node prints it', "{ id: '1', received: '2026-07-01T13:00:06.5+01:00', type: 'IE928', status: 'Success' }"],
    ['as Python prints it', "{'id': '1', 'type': 'IE928', 'received': '2026-07-01T13:00:06.5+01:00'}"],
  ])('%s', (_, text) => {
    expect(briefly(stated(text))).toEqual([fromApi]);
  });

  it('pretty-printed, at the line of its first field', () => {
    const text = JSON.stringify(ie928, null, 2);
    expect(briefly(stated(text))).toEqual([fromApi.replace('json 1', 'json 11')]);
    expect(text.split('\n')[10]).toContain('"departureId"');
    expect(briefly(stated(JSON.stringify({ message: text })))).toEqual([fromApi]);
    expect(briefly(stated(text.replaceAll('": ', '"  :  ')))).toEqual([fromApi.replace('json 1', 'json 11')]);
  });

  it('a list of messages, each with its own time', () => {
    const types = ['IE015', 'IE928', 'IE028', 'IE029'];
    const messages = types.map((type, index) => apiMessage({ type, received: `2026-07-01T12:00:0${index}Z` }));
    const expected = types.map((type, index) => `${type}@2026-07-01T12:00:0${index}.000Z (api-json 1, derived)`);
    expect(briefly(stated(JSON.stringify({ _links: {}, totalCount: 4, messages })))).toEqual(expected);
    const reversals = messages.map((message) => Object.fromEntries(Object.entries(message).toReversed()));
    expect(briefly(stated(JSON.stringify({ messages: reversals })))).toEqual(expected);
  });

  it('with its body: the time of the API and what the message says', () => {
    const text = JSON.stringify(apiMessage({ type: 'IE028', received: '2026-07-01T12:00:07.25Z', body: ie028 }));
    expect(briefly(stated(text))).toEqual(['IE028@2026-07-01T12:00:07.250Z (api-json 1, derived)', fromXml]);
  });

  it('says what it was read from', () => {
    for (const received of ['2026-07-01T13:00:06Z', '2026-07-01T13:00:06.250Z', '2026-07-01T13:00:06.5+01:00', '?']) {
      const text = JSON.stringify(apiMessage({ type: 'IE928', received }));
      expect(texts(stated(text))).toEqual([`IE928 received ${received}`]);
    }
  });

  it('a time without offset is UTC, whatever zone is set for the test tool', () => {
    const text = JSON.stringify(apiMessage({ type: 'IE928', received: '2026-07-01T13:00:06' }));
    expect(briefly(stated(text, 'Europe/London'))).toEqual(['IE928@2026-07-01T13:00:06.000Z (api-json 1, derived)']);
  });

  it('a time that is none is kept as such', () => {
    expect(briefly(stated('{"type":"IE928","received":"soon"}'))).toEqual(['IE928@? (api-json 1, derived)']);
    expect(stated(`{"type":"IE928","received":"${'1'.repeat(60)}"}`)).toHaveLength(1);
    expect(stated(`{"received":"${'1'.repeat(60)}","type":"IE928"}`)).toHaveLength(1);
    expect(stated(`{"received":"${'1'.repeat(61)}","type":"IE928"}`)).toHaveLength(0);
  });

  it.each([
    ['no time', '{"type":"IE928","status":"Success"}'],
    ['no type', '{"received":"2026-07-01T12:00:05Z","status":"Success"}'],
    ['the time in another object', '[{"type":"IE928"},{"received":"2026-07-01T12:00:05Z"}]'],
    ['the type in an inner object', '{"received":"2026-07-01T12:00:05Z","x":{"type":"IE928"}}'],
    ['the time in an inner object', '{"type":"IE928","x":[{"received":"2026-07-01T12:00:05Z"}]}'],
    ['the type of the object around', '{"x":{"received":"2026-07-01T12:00:05Z"},"type":"IE928"}'],
    ['another type', '{"type":"IE928x","received":"2026-07-01T12:00:05Z"}'],
    ['another kind of type', '{"received":"2026-07-01T12:00:05Z","type":"log"}'],
    ['the type twice', '{"type":"IE928","type":"IE015","status":""}'],
    ['a time first twice', '{"received":"2026-07-01T12:00:05Z","received":"2026-07-01T12:00:05Z"}'],
    ['no strings', '{"type":"IE928","received":20260701}'],
    ['no string for a time', '{"type":"IE928","received":null,"x":"2026-07-01T12:00:05Z"}'],
    ['too long a text for a time', `{"type":"IE928","received":"${'1'.repeat(61)}"}`],
    [
      'a string that ends with the one around it',
      '"{\\"type\\":\\"IE928\\",\\"x\\":\\"abc" "z\\",\\"received\\":\\"2026-07-01T12:00:05Z\\"}"',
    ],
    ['another key that ends alike', '{"subtype":"IE928","received":"2026-07-01T12:00:05Z"}'],
    ['another bare key that ends alike', "{ subtype: 'IE928', received: '2026-07-01T12:00:05Z' }"],
    ['another key that ends like received', '{"lastreceived":"2026-07-01T12:00:05Z","type":"IE928"}'],
    ['mixed quotation marks', `{"type':"IE928","received":"2026-07-01T12:00:05Z"}`],
    ['a string that ends before its field', '"{\\"type\\":\\"IE928\\"","received":"2026-07-01T12:00:05Z"'],
    ['too deep a nesting between', '{"type":"IE928","x":[[[[[]]]]],"received":"2026-07-01T12:00:05Z"}'],
  ])('nothing is taken from: %s', (_, text) => {
    expect(briefly(stated(text))).toEqual([]);
  });

  it('takes four levels of nesting between its fields', () => {
    const text = '{"type":"IE928","x":[[[[]]]],"received":"2026-07-01T12:00:05Z"}';
    expect(briefly(stated(text))).toEqual(['IE928@2026-07-01T12:00:05.000Z (api-json 1, derived)']);
  });

  it('finds the other field within some 4,000 characters', () => {
    expect(stated(fieldsApart(3900))).toHaveLength(1);
    expect(stated(fieldsApart(4200))).toHaveLength(0);
  });
});

sharedDescribe("HMRC's example messages", () => {
  const expected: Readonly<Record<string, string>> = {
    'CC004C.xml': 'IE004@2023-08-01T08:12:33.000Z mrn=23GB000246JHSAY3J5',
    'CC009C.xml': 'IE009@2023-08-01T13:32:09.000Z lrn=TRATESTGB92308011429 mrn=23GB000246ZPABRDJ3',
    'CC019C.xml': 'IE019@2023-08-01T11:50:15.000Z mrn=23XI000081RN3DBHJ0',
    'CC025C.xml': 'IE025@2023-08-01T10:30:22.000Z mrn=23XI000081JYRJUVJ9',
    'CC028C.xml': 'IE028@2023-08-02T11:09:37.000Z lrn=TRATESTGB12308021209 mrn=23GB000246YHVFYMJ0',
    'CC029C.xml': 'IE029@2023-08-02T11:54:54.000Z lrn=TRATESTGB12308021209 mrn=23GB000246YHVFYMJ0',
    'CC035C.xml': 'IE035@2023-08-01T11:52:30.000Z mrn=23XI000081RN3DBHJ0',
    'CC043C.xml': 'IE043@2023-08-01T10:28:52.000Z mrn=23XI000081JYRJUVJ9',
    'CC045C.xml': 'IE045@2023-08-02T10:16:23.000Z mrn=23XI000081FOHAIQJ9',
    'CC051C.xml': 'IE051@2023-07-05T11:00:53.000Z mrn=23GB000246F5YWI4J2',
    'CC055C.xml': 'IE055@2023-07-05T10:55:41.000Z mrn=23GB000246F5YWI4J2',
    'CC056C.xml': 'IE056@2023-07-05T08:32:03.000Z lrn=TRATESTGB262307050928',
    'CC056C_Multiple_FunctionalError.xml': 'IE056@2023-08-03T14:14:52.000Z lrn=TRATESTXI12308031514',
    'CC057C.xml': 'IE057@2023-08-02T10:52:38.000Z mrn=23GB000060KNEJKEJ3',
    'CC060C.xml': 'IE060@2023-08-01T13:39:29.000Z lrn=TRATESTGB142308011437 mrn=23GB000246QK1MD0J2',
    'CC182C.xml': 'IE182@2023-07-20T14:24:57.000Z mrn=23GB000246T9DW2SJ9',
    'CC928C.xml': 'IE928@2023-08-02T11:09:37.000Z lrn=TRATESTGB12308021209',
  };

  it('are all known here', () => {
    expect(readdirSync(sharedPath('messages')).toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s, as it is, in API JSON in a log, and entity-escaped', (file, found) => {
    const xml = readFileSync(sharedPath('messages', file), 'utf8');
    const statement = `${found} (message-xml 1, derived)`;
    expect(briefly(stated(xml))).toEqual([statement]);
    expect(briefly(stated(entities(xml)))).toEqual([statement]);
    const type = found.slice(0, 5);
    const json = JSON.stringify({ message: JSON.stringify(apiMessage({ type, body: xml })) });
    expect(briefly(stated(`12:00:05 [main] ${json}`))).toEqual([
      `${type}@2026-07-01T12:00:05.000Z (api-json 1, derived)`,
      statement,
    ]);
  });

  it('all in one output', () => {
    const files = Object.keys(expected);
    const text = files.map((file) => readFileSync(sharedPath('messages', file), 'utf8')).join('\n');
    expect(briefly(stated(text)).map((brief) => brief.slice(0, brief.indexOf(' (')))).toEqual(Object.values(expected));
  });
});
