import { describe, expect, it } from 'vitest';
import { seenByUs } from './saxes-judge.ts';

const whole = [1 << 16];
const cuts = [[1], [2], [3], [7], whole];

describe('an XML declaration', () => {
  it.each([
    '<?xml version="1.0"?>',
    "<?xml version='1.0'?>",
    '<?xml version="1.1"?>',
    '<?xml version="1.10"?>',
    '<?xml\n\tversion  =\t"1.0"\n encoding\t =  "UTF-8" \n standalone = \t"no"\t?>',
    `<?xml version="1.0" encoding='x'?>`,
    `<?xml version='1.0'  encoding="Aa0._-"  standalone='yes'?>`,
    '<?xml version="1.0" standalone="yes"?>',
    '<?xml version="1.0"\r\n?>',
  ])('%j is one', (declaration) => {
    for (const lengths of cuts) {
      expect(seenByUs(`${declaration}<a/>`, lengths)).toEqual({ events: ['open a []', 'close a'] });
    }
  });

  it.each([
    '<?xml?>',
    '<?xml ?>',
    '<?xml version?>',
    '<?xml version=""?>',
    '<?xml version="1"?>',
    '<?xml version="1."?>',
    '<?xml version="1.0a"?>',
    '<?xml version="11.0"?>',
    '<?xml version="1x0"?>',
    '<?xml version=1.0?>',
    `<?xml version="1.0'?>`,
    '<?xml version="1.0" encoding=""?>',
    '<?xml version="1.0" encoding="8-bit"?>',
    '<?xml version="1.0" encoding="UTF 8"?>',
    '<?xml version="1.0" encoding="é"?>',
    `<?xml version="1.0" encoding="x'?>`,
    '<?xml version="1.0"encoding="x"?>',
    '<?xml version="1.0" encoding="x"standalone="no"?>',
    '<?xml version="1.0" standalone=""?>',
    '<?xml version="1.0" standalone="maybe"?>',
    `<?xml version="1.0" standalone="no'?>`,
    '<?xml version="1.0" standalone="no" encoding="x"?>',
    '<?xml encoding="x" version="1.0"?>',
    '<?xml version="1.0" version="1.0"?>',
    '<?xml version="1.0" x="y"?>',
    '<?xml version="1.0" ??>',
    '<?xml x version="1.0"?>',
    '<?xml <?xml version="1.0"?>',
    '<?XML version="1.0"?>',
  ])('%j is malformed', (declaration) => {
    for (const lengths of cuts) {
      expect(seenByUs(`${declaration}<a/>`, lengths).problem).toMatch(
        /^1:1 It is not well-formed XML: the XML declaration is malformed\./,
      );
    }
  });

  it.each([
    '<a/>\n|<?xml version="1.0"?>',
    '<a>|<?xml version="1.0"?></a>',
    '<!---->|<?xml version="1.0"?><a/>',
    '<?x?>|<?XmL?><a/>',
  ])('stands only at the very start: %j', (marked) => {
    const [before = '', after = ''] = marked.split('|');
    const lines = before.split('\n');
    for (const lengths of cuts) {
      expect(seenByUs(before + after, lengths).problem).toContain(
        `${lines.length}:${(lines.at(-1) ?? '').length + 1} It is not well-formed XML: an XML declaration stands somewhere other`,
      );
    }
  });
});

describe('an instruction', () => {
  it.each([
    '<?x?>',
    '<?x ?>',
    '<?x\n?>',
    '<?x y="<>&"?>',
    '<?x ? > ??>',
    '<?xm l?>',
    '<?xmlx y?>',
    '<?é:1 ?>',
    '<?x\t\u0085?>',
  ])('%j may stand anywhere outside of markup', (instruction) => {
    for (const xml of [`${instruction}<a/>`, `<a>${instruction}${instruction}</a>`, `<a/>${instruction}`]) {
      for (const lengths of cuts) {
        const { events, problem } = seenByUs(xml, lengths);
        expect(problem).toBeUndefined();
        expect(events).toEqual(['open a []', 'close a']);
      }
    }
  });

  it.each(['<??>', '<?>?>', '<? ?>', '<? x?>', '<?1 x?>', '<?-x?>', '<?x?y?>', '<?x"?>', '<?x/y ?>', '<?x\u00a0y?>'])(
    '%j has no valid name',
    (instruction) => {
      for (const lengths of cuts) {
        expect(seenByUs(`<a>\n ${instruction}</a>`, lengths).problem).toMatch(
          /^2:2 It is not well-formed XML: a processing instruction has no valid name\./,
        );
      }
    },
  );
});

describe('a document type declaration', () => {
  it.each([
    '<!DOCTYPE a>',
    '<!DOCTYPE\n\ta >',
    '<!DOCTYPE é:1\t>',
    '<!DOCTYPE b SYSTEM "">',
    `<!DOCTYPE b SYSTEM 'b>"[<'\n>`,
    '<!DOCTYPE  b  SYSTEM\t"b>\'[">',
    '<!DOCTYPE b PUBLIC "" "">',
    `<!DOCTYPE b PUBLIC '-//x//y (1.0)?#@$_%'\n'>' >`,
    `<!DOCTYPE b PUBLIC\t "-//x'y"  "z">`,
  ])('%j is one, and nothing is fetched for it', (doctype) => {
    for (const lengths of cuts) {
      expect(seenByUs(`<?xml version="1.0"?>${doctype}<a/>`, lengths)).toEqual({ events: ['open a []', 'close a'] });
    }
  });

  it.each([
    '<!DOCTYPE>',
    '<!DOCTYPE >',
    '<!DOCTYPEa>',
    '<!DOCTYPE 1>',
    '<!DOCTYPE "a">',
    '<!DOCTYPE a b>',
    '<!DOCTYPE a "b">',
    '<!DOCTYPE a SYSTEM>',
    '<!DOCTYPE a SYSTEM"b">',
    '<!DOCTYPE aSYSTEM "b">',
    '<!DOCTYPE a SYSTEM "b" "c">',
    '<!DOCTYPE a system "b">',
    '<!DOCTYPE a PUBLIC "b">',
    '<!DOCTYPE a PUBLIC "b""c">',
    '<!DOCTYPE a PUBLIC "{}" "c">',
    "<!DOCTYPE a PUBLIC 'é' 'c'>",
    '<!DOCTYPE a x SYSTEM "b">',
    '<!DOCTYPE a SYSTEM "b" x>',
  ])('%j is malformed', (doctype) => {
    for (const lengths of cuts) {
      expect(seenByUs(`\n ${doctype}<a/>`, lengths).problem).toMatch(
        /^2:2 It is not well-formed XML: the document type declaration is malformed\./,
      );
    }
  });

  it.each([
    ['<!DOCTYPE a>|<!DOCTYPE a><a/>', 'a document type declaration is out of place'],
    ['<a>|<!DOCTYPE a></a>', 'a document type declaration is out of place'],
    ['<a/>|<!DOCTYPE a>', 'a document type declaration is out of place'],
    ['<!---->|<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'It declares its own entities or markup'],
    [`|<!DOCTYPE a SYSTEM ']' [ ]><a/>`, 'It declares its own entities or markup'],
    ['<!DOCTYPE a SYSTEM "b><a/>|', 'it ends in the middle of markup'],
    ['<!DOCTYPE a|', 'it ends in the middle of markup'],
  ])('is refused in %j', (marked, why) => {
    const at = marked.indexOf('|');
    for (const lengths of cuts) {
      const { problem } = seenByUs(marked.replace('|', ''), lengths);
      expect(problem).toMatch(new RegExp(`^1:${at + 1} `));
      expect(problem).toContain(why);
    }
  });
});
