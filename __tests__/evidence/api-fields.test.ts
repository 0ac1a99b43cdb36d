import { describe, expect, it } from 'vitest';
import { briefly, heard, nctsMessage, noon } from './heard.ts';

const found = (text: string) => briefly(heard(text)).map((one) => one.replace(/ \(.*$/, ''));
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
    ['where the type is given twice', `{"type":"IE928","type":"IE015x","received":"${noon}"}`],
  ])('are not heard: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('and a second message behind one that is incomplete is heard by itself', () => {
    expect(found(`{"type":"IE928"},{"type":"IE028","received":"${noon}"}`)).toEqual([ie928.replace('IE928', 'IE028')]);
    expect(found(`{"received":"${noon}"},{"type":"IE928","received":"${noon}"}`)).toEqual([ie928]);
  });
});

describe('NCTS messages', () => {
  it('end with TransitOperation, so that what other elements say is not theirs', () => {
    const xml = nctsMessage({ type: 'CC028C', lrn: 'A-0001', mrn: '26GB0000EXAMPLE1J9' });
    const more = xml.replace('</TransitOperation>', '</TransitOperation><X><MRN>26GB0000EXAMPLE2J8</MRN></X>');
    expect(found(more)).toEqual(['IE028@2026-07-01T12:00:05.000Z lrn=A-0001 mrn=26GB0000EXAMPLE1J9']);
  });

  it('count only under their own root, not one that is longer', () => {
    const xml = nctsMessage({ type: 'CC028C', mrn: '26GB0000EXAMPLE1J9' });
    expect(found(xml.replaceAll('CC028C', 'CC028CX'))).toEqual([]);
    expect(found(xml.replaceAll('CC028C', 'XCC028C'))).toEqual([]);
  });

  it('with an empty LRN or MRN have none', () => {
    const xml = nctsMessage({ type: 'CC028C', lrn: ' ', mrn: '' });
    expect(found(xml)).toEqual(['IE028@2026-07-01T12:00:05.000Z']);
  });
});
