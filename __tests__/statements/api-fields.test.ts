import { describe, expect, it } from 'vitest';
import { apiMessage, briefly, stated, texts, nctsMessage, noon } from './stated.ts';

const found = (text: string) => briefly(stated(text)).map((one) => one.replace(/ \(.*$/, ''));
const ie928 = 'IE928@2026-07-01T12:00:05.000Z';

describe("fields of the API's messages", () => {
  it.each([
    ['in order', `{"type":"IE928","received":"${noon}"}`],
    ['the other way round', `{"received":"${noon}","type":"IE928"}`],
    ['spaced', `{ "type" : "IE928" ,\n "received" : "${noon}" }`],
    ['with others between them, nested and in lists', `{"type":"IE928","a":{"b":[1,{"c":"}"}]},"received":"${noon}"}`],
    [
      'with strings between them that hold quotes',
      `{"type":"IE928","a":"say \\"received\\": no","received":"${noon}"}`,
    ],
    ['with an even number of backslashes at the end of a string', `{"type":"IE928","a":"c:\\\\","received":"${noon}"}`],
    ['escaped once', `{"body":"{\\"type\\":\\"IE928\\",\\"received\\":\\"${noon}\\"}"}`],
    ['escaped twice', `{\\\\\\"type\\\\\\":\\\\\\"IE928\\\\\\",\\\\\\"received\\\\\\":\\\\\\"${noon}\\\\\\"}`],
    ["as Node's inspector prints them", `{ type: 'IE928', received: '${noon}' }`],
    ['as the inspector prints them, the other way round', `{ received: '${noon}', type: 'IE928' }`],
    ['on lines of their own', `type: 'IE928',\nreceived: '${noon}'`],
    ['as Python prints them', `{'type': 'IE928', 'received': '${noon}'}`],
    [
      'with a field of a nested object that has the same name',
      `{"type":"IE928","x":{"received":"2020-01-01T00:00:00Z"},"received":"${noon}"}`,
    ],
    ['with a value that is called like a field', `{"type":"IE928","status":"received","received":"${noon}"}`],
    ['with a field called received that is no string', `{"type":"IE928","received":7,"x":1,"received":"${noon}"}`],
    [
      'with the names of entities for quotes',
      `{&quot;type&quot;:&quot;IE928&quot;,&quot;received&quot;:&quot;${noon}&quot;}`,
    ],
    [
      'with the names of entities, and strings between them that hold quotes',
      `{&quot;type&quot;:&quot;IE928&quot;,&quot;a&quot;:&quot;say \\&quot;received\\&quot;: &quot;,&quot;received&quot;:&quot;${noon}&quot;}`,
    ],
    [
      'escaped once, then with the names of entities',
      `{\\&quot;type\\&quot;:\\&quot;IE928\\&quot;,\\&quot;received\\&quot;:\\&quot;${noon}\\&quot;}`,
    ],
    [
      'with those names in capitals and small letters',
      `{&quot;type&quot;:&quot;IE928&quot;,&QUOT;received&QUOT;:&quot;${noon}&quot;}`,
    ],
  ])('are heard: %s', (_, text) => {
    expect(found(text)).toEqual([ie928]);
  });

  it.each([
    ['of two objects', `{"type":"IE928"},{"received":"${noon}"}`],
    ['of an object and one inside of it', `{"type":"IE928","x":{"received":"${noon}"}}`],
    ['of an object inside and the one around it', `{"x":{"type":"IE928"},"received":"${noon}"}`],
    ['of a string and the object around it', `{"body":"{\\"type\\":\\"IE928\\"}","received":"${noon}"}`],
    ['in different quotes', `{"type":'IE928',"received":"${noon}"}`],
    ['cut off in the second', `{"type":"IE928","received":"${noon}`],
    ['cut off in a string between them', `{"type":"IE928","a":"x`],
    [
      'where type is a part of another word',
      `{"subtype":"IE928","received":"${noon}"}`.replace('"subtype"', 'subtype'),
    ],
    ['where received is a part of another word', `{type:"IE928",notreceived:"${noon}"}`],
    ['where the value has more behind it', `{"type":"IE928x","received":"${noon}"}`],
    ['where the other value is very long', `{"type":"IE928","received":"${'1'.repeat(61)}"}`],
    ['where received is the end of another word', `{notreceived:"${noon}",type:"IE928"}`],
    ['where the type has a digit too many', `{"received":"${noon}","type":"IE9280"}`],
    ['where the type has more before it', `{"received":"${noon}","type":"IE-IE928"}`],
    ['where the type is the end of a string', `{"x":"subtype":"IE928","received":"${noon}"}`],
    ['cut off behind a string that looks like the second', `{"type":"IE928","note":"received: ","a":"cut off`],
    ['where the type is given twice', `{"type":"IE928","type":"IE015x","received":"${noon}"}`],
  ])('are not heard: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('are of one message each where nothing but their order tells messages apart', () => {
    const later = '2026-07-01T12:30:00Z';
    const ie028 = 'IE028@2026-07-01T12:30:00.000Z';
    expect(found(`type: 'IE928',\nreceived: '${noon}'\ntype: 'IE028',\nreceived: '${later}'`)).toEqual([ie928, ie028]);
    expect(found(`received: '${noon}',\ntype: 'IE928'\nreceived: '${later}',\ntype: 'IE028'`)).toEqual([ie928, ie028]);
  });

  it('hide nothing that stands between or behind them', () => {
    expect(found(`{"type":"IE928","mrn":"26GB0000EXAMPLE1J9","received":"${noon}","lrn":"A-0001"}`)).toEqual([
      ie928,
      'mrn=26GB0000EXAMPLE1J9',
      'lrn=A-0001',
    ]);
    expect(found(`{"type":"IE928","mrn":"26GB0000EXAMPLE1J9","lrn":"A-0001"}`)).toEqual([
      'mrn=26GB0000EXAMPLE1J9',
      'lrn=A-0001',
    ]);
    expect(found(`{"received":"${noon}","IE015":"2026-07-01T12:00:04Z","type":"IE928"}`)).toEqual([
      ie928,
      'IE015@2026-07-01T12:00:04.000Z',
    ]);
    const body = nctsMessage({ type: 'CC928C', lrn: 'A-0001', prepared: '2026-07-01T12:00:04' });
    expect(found(JSON.stringify({ type: 'IE928', body, received: noon }))).toEqual([
      ie928,
      'IE928@2026-07-01T12:00:04.000Z lrn=A-0001',
    ]);
  });

  it('are not what prose says of receiving', () => {
    expect(found('when IE928 is received, MRN=26GB0000EXAMPLE1J9\nreceived\ntype: "IE928"')).toEqual([
      'mrn=26GB0000EXAMPLE1J9',
    ]);
  });

  it('and a second message behind one that is incomplete is heard by itself', () => {
    expect(found(`{"type":"IE928"},{"type":"IE028","received":"${noon}"}`)).toEqual([ie928.replace('IE928', 'IE028')]);
    expect(found(`{"received":"${noon}"},{"type":"IE928","received":"${noon}"}`)).toEqual([ie928]);
  });

  it('after much walking in vain it still finds the API’s own order of fields, if no longer fields far apart', () => {
    const message = JSON.stringify(apiMessage({ type: 'IE028' }));
    const farApart = `{"type":"IE029","x":"${'y'.repeat(1000)}","received":"${noon}"}`;
    const after = (trap: string) => texts(stated(`${trap}\n${message}\n${farApart}`)).map((text) => text.slice(0, 5));
    expect(after(`'type':"IE928"`.repeat(100))).toEqual(['IE028', 'IE029']);
    expect(after(`'type':"IE928"`.repeat(5000))).toEqual(['IE028']);
    // Many objects of another kind are not in vain: each ends soon.
    expect(after('{"type":"IE928","status":"Success"}\n'.repeat(5000))).toEqual(['IE028', 'IE029']);
    // Nor does it matter how much was walked through in a text of that length.
    expect(after(`{"type":"IE928","status":"${'x'.repeat(2000)}"}\n`.repeat(700))).toEqual(['IE028', 'IE029']);
    // And one that ends soon doesn't make up for others that don't.
    const ended = [
      '{"type":"IE928"}',
      '{"type":"IE928","type":"IE015","x":1}',
      '{"type":"IE928",[[[[[[',
      '{"type":"IE928',
    ];
    for (const one of ended) expect(after(`${one}\n${`'type':"IE928"`.repeat(5000)}`)).toEqual(['IE028']);
  });
});

describe('NCTS messages', () => {
  it('end with TransitOperation, so that what other elements say is not theirs', () => {
    const xml = nctsMessage({ type: 'CC028C', lrn: 'A-0001', mrn: '26GB0000EXAMPLE1J9' });
    const more = xml.replace('</TransitOperation>', '</TransitOperation><X><MRN>26GB0000EXAMPLE2J8</MRN></X>');
    expect(found(more)).toEqual(['IE028@2026-07-01T12:00:05.000Z lrn=A-0001 mrn=26GB0000EXAMPLE1J9']);
    // A declaration has no MRN yet, but may name earlier movements.
    const declaration = nctsMessage({ type: 'CC015C', lrn: 'A-0001' });
    const naming = declaration.replace(
      '</TransitOperation>',
      '</TransitOperation><X><MRN>26GB0000EXAMPLE2J8</MRN></X>',
    );
    expect(found(naming)).toEqual(['IE015@2026-07-01T12:00:05.000Z lrn=A-0001']);
  });

  it('are heard whole however far down a long output they stand', () => {
    const xml = nctsMessage({ type: 'CC028C', lrn: 'A-0001', mrn: '26GB0000EXAMPLE1J9' });
    expect(found('x'.repeat(50_000) + xml)).toEqual([
      'IE028@2026-07-01T12:00:05.000Z lrn=A-0001 mrn=26GB0000EXAMPLE1J9',
    ]);
  });

  it('are such by the namespace of their own root, not by what is spoken of behind it', () => {
    const other = nctsMessage({ type: 'CC015C', lrn: 'A-0001', namespace: 'http://example.com' });
    expect(found(other.replace('<messageSender>', '<!-- unlike http://ncts.dgtaxud.ec --><messageSender>'))).toEqual(
      [],
    );
  });

  it('have the time of their preparation also where another field comes first', () => {
    const xml = nctsMessage({ type: 'CC028C', mrn: '26GB0000EXAMPLE1J9' });
    expect(found(xml.replace('<preparation', '<LRN>A-0001</LRN><preparation'))).toEqual([
      'IE028@2026-07-01T12:00:05.000Z mrn=26GB0000EXAMPLE1J9',
    ]);
  });

  it('count only under their own root, not one that is longer', () => {
    const xml = nctsMessage({ type: 'CC028C', mrn: '26GB0000EXAMPLE1J9' });
    expect(found(xml.replaceAll('CC028C', 'CC028CX'))).toEqual([]);
    expect(found(xml.replaceAll('CC028C', 'XCC028C'))).toEqual([]);
  });

  it('with an empty LRN or MRN have none', () => {
    const xml = nctsMessage({ type: 'CC028C', lrn: ' ', mrn: '' });
    expect(found(xml)).toEqual(['IE028@2026-07-01T12:00:05.000Z']);
    expect(stated(xml)).toMatchObject([{ lrn: undefined, mrn: undefined }]);
  });
});
