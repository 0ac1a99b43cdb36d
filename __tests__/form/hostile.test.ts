import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/form/fill.ts';
import { CENTRAL, END, find, joined, LOCAL, patched } from '../zip/bytes.ts';
import { complete, fill, refused } from './filling.ts';
import { buildForm, documentXml, formPieces, paragraph, type Parts, WORD_TYPE, wordParts, zipped } from './template.ts';

const form = documentXml(Object.values(formPieces()).join(''));

function withParts(changed: Parts): Uint8Array {
  return zipped({ ...wordParts(form), ...changed });
}

function withType(type: string): Uint8Array {
  const types = String(wordParts(form)['[Content_Types].xml']);
  return withParts({ '[Content_Types].xml': types.replace(WORD_TYPE, type) });
}

describe('what is no Word document', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /is empty/u],
    ['a PDF', strToU8('%PDF-1.7 …'), /not a Word document/u],
    ['an encrypted or old one', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), /password/u],
    ['an OpenDocument text', zipped({ mimetype: 'application/vnd.oasis.opendocument.text' }), /OpenDocument/u],
    ['a zip of something', zipped({ 'a.txt': 'a' }), /'\[Content_Types\]\.xml' is missing/u],
    ['an empty zip', zipSync({}), /is missing/u],
    [
      'a workbook',
      withType('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
      /sheet\.main/u,
    ],
    [
      'a template',
      withType('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'),
      /template\.main/u,
    ],
    ['a package without main part', withParts({ 'word/document.xml': '' }), /not well-formed XML/u],
    ['another root', withParts({ 'word/document.xml': '<html/>' }), /not a Word document/u],
    ['another encoding', withParts({ 'word/document.xml': form.replace('UTF-8', 'ISO-8859-1') }), /not UTF-8/u],
    ['UTF-16', withParts({ 'word/document.xml': Buffer.from(`\uFEFF${form}`, 'utf16le') }), /not UTF-8/u],
    ['broken bytes', withParts({ 'word/document.xml': joined(strToU8(form), Uint8Array.of(0xff)) }), /not UTF-8/u],
  ])('is refused: %s', (_, template, message) => {
    expect(refused(template)).toMatch(message);
  });

  it('two main parts are refused', () => {
    const relations = String(wordParts(form)['_rels/.rels']);
    const twice = relations.replace(/<Relationship .*?\/>/u, (one) => one + one.replace('rId1', 'rId2'));
    expect(refused(withParts({ '_rels/.rels': twice }))).toMatch(/more than one main part/u);
  });

  it('a main part with another name is found', () => {
    const { 'word/document.xml': main = '', ...others } = wordParts(form);
    const renamed = (part: string) => String(others[part]).replace('word/document.xml', 'word/document2.xml');
    const template = zipped({
      ...others,
      '[Content_Types].xml': renamed('[Content_Types].xml'),
      '_rels/.rels': renamed('_rels/.rels'),
      'word/document2.xml': main,
    });
    const result = fillForm(template, complete);
    expect(result).toHaveProperty('notFound', []);
  });
});

describe('active content', () => {
  it.each<[string, Uint8Array]>([
    ['a macro-enabled type', withType('application/vnd.ms-word.document.macroEnabled.main+xml')],
    ['a macro project', withParts({ 'word/vbaProject.bin': Uint8Array.of(1) })],
    ['a macro project elsewhere', withParts({ 'custom/VBAPROJECT.BIN': Uint8Array.of(1) })],
    ['an ActiveX control', withParts({ 'word/activeX/activeX1.bin': Uint8Array.of(1) })],
  ])('is refused: %s', (_, template) => {
    expect(refused(template)).toMatch(/macros or active content.*without macros/u);
  });
});

const officeRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** The form with one more relationship of a part. */
function related(type: string, target: string, mode = 'TargetMode="External"'): Uint8Array {
  const relation = `<Relationship Id="rId1" ${mode} Type="${type.includes('/') ? type : officeRelationship + type}" Target="${target}"/>`;
  return withParts({
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
  });
}

/** The form with more at its beginning. */
function withBody(more: string): Uint8Array {
  return withParts({ 'word/document.xml': form.replace('<w:body>', `<w:body>${more}`) });
}

function simpleField(instruction: string): string {
  return `<w:p><w:fldSimple w:instr="${instruction.replaceAll('"', '&quot;')}"/></w:p>`;
}

const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instr = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
/** A field in runs: its instruction in pieces, then its result. */
function complexField(...pieces: string[]): string {
  const made = pieces.map((piece) => (piece.startsWith('<w:') ? piece : instr(piece)));
  return `${char('begin')}${made.join('')}${char('separate')}<w:r><w:t>1</w:t></w:r>${char('end')}`;
}

describe('what is fetched from elsewhere', () => {
  it.each([
    ['attachedTemplate', 'https://example.org/a.dotm'],
    ['attachedTemplate', 'file://server/share/a.dotm'],
    ['attachedTemplate', 'file:///C:/Users/me/Normal.dotm'],
    ['attachedTemplate', String.raw`\\server\share\a.dotm`],
    ['oleObject', 'http://example.org/a.doc'],
    ['image', 'http://example.org/a.png'],
    ['aFChunk', 'http://example.org/a.html'],
    ['http://example.org/relationships/unheardOf', 'http://example.org/'],
  ])('is refused, with its part: %s %s', (type, target) => {
    expect(refused(related(type, target))).toMatch(
      /^The template fetches something from elsewhere: .*in its part 'word\/_rels\/document\.xml\.rels'/u,
    );
  });

  it('is told by the target where nothing says that it is outside', () => {
    for (const target of ['http://example.org/a.png', '//example.org/a.png', String.raw`\\server\a.png`]) {
      expect(refused(related('image', target, ''))).toMatch(/fetches something from elsewhere/u);
    }
  });

  it.each(['file:///C:/x.exe', 'ms-msdt:/id', String.raw`\\server\x`, 'x.exe', 'javascript:alert(1)'])(
    'is no link that anybody may click: %s',
    (target) => {
      expect(refused(related('hyperlink', target))).toMatch(/has a link to .* neither a web page nor a mail address/u);
      const field = `HYPERLINK \\o "a tip" "${target.replaceAll('\\', '\\\\')}"`;
      expect(refused(withBody(simpleField(field)))).toMatch(/has a link to/u);
    },
  );

  it.each(['https://example.org/', 'mailto:a@example.org', '#bookmark'])('is not meant by a link to %s', (target) => {
    expect(fill(related('hyperlink', target)).notFound).toEqual([]);
    expect(fill(withBody(simpleField(`HYPERLINK "${target}" \\o "a tip"`))).notFound).toEqual([]);
  });

  it.each([
    ['imagedata src="http://example.org/a.png"', /fetches something/u],
    ['imagedata xmlns:o="urn:schemas-microsoft-com:office:office" o:href="http://example.org/a.png"', /fetches/u],
    ['fill xmlns:o="urn:schemas-microsoft-com:office:office" o:althref="http://example.org/a.png"', /fetches/u],
    ['shape href="file:///C:/x.exe"', /has a link to/u],
    ['shape href="https://example.org/"', /^It was filled in/u],
  ])('is found where older drawings name it themselves: %s', (element, message) => {
    const drawing = `<v:${element} xmlns:v="urn:schemas-microsoft-com:vml"/>`;
    expect(refused(withBody(`<w:p><w:r><w:pict>${drawing}</w:pict></w:r></w:p>`))).toMatch(message);
  });

  it('may be a source of data', () => {
    expect(
      refused(
        withParts({ 'word/settings.xml': '<w:settings xmlns:w="x"><w:mailMerge/></w:settings>', ...settingsType }),
      ),
    ).toMatch(/'mailMerge'/u);
  });
});

const settingsType: Parts = {
  '[Content_Types].xml': String(wordParts(form)['[Content_Types].xml']).replace(
    '</Types>',
    '<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>',
  ),
};

describe('fields that fetch or run something', () => {
  it.each([
    'DDEAUTO cmd "/k calc"',
    'dde cmd x',
    'INCLUDEPICTURE http://example.org/x.png',
    'INCLUDETEXT "http://example.org/x.docx"',
    'LINK Excel.Sheet http://example.org/x.xls',
    'EMBED Package',
    'MACROBUTTON run Click',
    'DATABASE \\d "x"',
    'RD "x.docx"',
    'IMPORT x.png',
    'UNHEARDOF',
  ])('are refused: %s', (instruction) => {
    const message = /has a field that can fetch or run something: .*in its part 'word\/document\.xml'/u;
    expect(refused(withBody(simpleField(instruction)))).toMatch(message);
    expect(refused(withBody(`<w:p>${complexField(instruction)}</w:p>`))).toMatch(message);
    const [first = '', ...others] = instruction;
    expect(refused(withBody(`<w:p>${complexField(first, ...others)}</w:p>`))).toMatch(message);
    expect(refused(withBody(`<w:p>${char('begin')}${instr(`<![CDATA[${instruction}]]>`)}</w:p>`))).toMatch(message);
    expect(refused(withBody(`<w:p>${instr(instruction)}</w:p>`))).toMatch(message);
    expect(refused(withBody(`<w:p>${complexField(' PAGE ', complexField(instruction))}</w:p>`))).toMatch(message);
  });

  it('are refused where another field makes up their name', () => {
    expect(refused(withBody(`<w:p>${complexField('DATE', complexField('QUOTE "x"'))}</w:p>`))).toMatch(/'QUOTE/u);
    expect(refused(withBody(`<w:p>${complexField('DATE', complexField('PAGE'), ' x')}</w:p>`))).toMatch(/'DATE…/u);
    expect(refused(withBody(`<w:p>${complexField(complexField('PAGE'))}</w:p>`))).toMatch(/can fetch or run/u);
  });

  it('are not those that show something of the document', () => {
    const harmless = ['PAGE', ' NUMPAGES \\* Arabic ', 'TOC \\o "1-3" \\h', 'FORMTEXT', '=1+1', 'REF a \\h'];
    const body = harmless.map((text) => `<w:p>${complexField(text)}</w:p>${simpleField(text)}`).join('');
    expect(fill(withBody(body)).notFound).toEqual([]);
  });

  it('are looked for in headers, too', () => {
    const types = String(settingsType['[Content_Types].xml']).replaceAll('settings', 'header');
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${simpleField('DDE x')}</w:hdr>`;
    expect(refused(withParts({ 'word/header.xml': header, '[Content_Types].xml': types }))).toMatch(
      /word\/header\.xml/u,
    );
  });
});

describe('parts that no form needs', () => {
  const typed = (part: string, type: string): Uint8Array =>
    withParts({
      [part]: 'x',
      '[Content_Types].xml': String(wordParts(form)['[Content_Types].xml']).replace(
        '</Types>',
        `<Override PartName="/${part}" ContentType="${type}"/></Types>`,
      ),
    });

  it.each([
    ['word/embeddings/oleObject1.bin', 'application/vnd.openxmlformats-officedocument.oleObject'],
    ['word/embeddings/a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['word/afchunk.mht', 'message/rfc822'],
    ['word/afchunk.html', 'text/html'],
    ['word/media/a.svg', 'image/svg+xml'],
    ['word/charts/chart1.xml', 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  ])('are refused by name: %s', (part, type) => {
    expect(refused(typed(part, type))).toContain(`has content that no form needs: '${type}', in its part '${part}'`);
  });

  it('are refused without a type, with two, or tied to the document in a way that no form needs', () => {
    expect(refused(withParts({ 'word/a.exe': 'x' }))).toMatch(/'of no type', in its part 'word\/a\.exe'/u);
    expect(refused(typed('word/document.xml', 'application/xml'))).toMatch(/two types/u);
    const customUi = 'http://schemas.microsoft.com/office/2006/relationships/ui/extensibility';
    expect(refused(related(customUi, 'customUI/customUI.xml', ''))).toMatch(/'extensibility'/u);
    for (const type of ['aFChunk', 'oleObject', 'package', 'control', 'subDocument', 'frame', 'mailMergeSource']) {
      expect(refused(related(type, 'x.bin', ''))).toContain(`no form needs: '${type}'`);
    }
  });
});

describe('bombs', () => {
  it('content that is packed too densely is refused', () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    expect(refused(withParts({ 'word/media/image2.bmp': zeros }))).toMatch(/image2\.bmp.*far more/u);
  });

  it('content that unpacks to more than it says is refused', () => {
    const template = withParts({ 'word/media/image2.bmp': new Uint8Array(900_000) });
    const small = patched(patched(template, CENTRAL, -1, 24, 100, 4), LOCAL, -1, 22, 100, 4);
    expect(refused(small)).toMatch(/image2\.bmp.*far more/u);
  });

  it('very many entries are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`word/${index}.bin`, '']));
    expect(refused(withParts(many))).toMatch(/entries; more than 1000/u);
  });

  it('entries that share their bytes are refused', () => {
    const template = buildForm();
    const start = new DataView(template.buffer).getUint32((find(template, CENTRAL)[0] ?? 0) + 42, true);
    expect(refused(patched(template, CENTRAL, 1, 42, start, 4))).toMatch(/damaged/u);
  });

  it('entries that reach far beyond the end are refused', () => {
    const content = strToU8('1');
    const reach = 0x7000_0000;
    const size = reach - 30 - 'word/1.bin'.length;
    let template: Uint8Array = zipSync({ 'word/1.bin': content, 'word/2.bin': content, 'word/3.bin': content });
    // The first seems to fill everything up to the second.
    template = patched(patched(template, LOCAL, 0, 18, size, 4), CENTRAL, 0, 20, size, 4);
    template = patched(patched(template, CENTRAL, 1, 42, reach, 4), CENTRAL, 2, 42, reach + 100, 4);
    expect(refused(template)).toMatch(/damaged or cut off: "word\/1\.bin" and what follows it share/u);
  });

  it('very large archives are refused unread', () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(buildForm());
    expect(refused(large)).toMatch(/more than 20971520 are not read/u);
  });

  it.each<[string, string]>([
    ['of entities', '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
    ['of an external entity', '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['of an external document type', '<!DOCTYPE w SYSTEM "http://example.org/w.dtd">'],
  ])('documents with a document type are refused: %s', (_, doctype) => {
    const main = form.replace('<w:document', `${doctype}<w:document`).replace('business name', '&b;');
    expect(refused(withParts({ 'word/document.xml': main }))).toMatch(/document type or entities/u);
    const styles = `<?xml version="1.0"?>${doctype}<w:styles/>`;
    expect(refused(withParts({ 'word/styles.xml': styles }))).toMatch(/'word\/styles\.xml' declares/u);
    const wide = Buffer.from(`\uFEFF${styles}`, 'utf16le');
    expect(refused(withParts({ 'word/styles.xml': wide }))).toMatch(/'word\/styles\.xml' declares/u);
  });

  it('deep nesting is refused', () => {
    const deep = `${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`;
    expect(refused(withParts({ 'word/document.xml': documentXml(deep) }))).toMatch(/nested too deeply/u);
  });

  it('very many paragraphs are refused', () => {
    expect(refused(withParts({ 'word/document.xml': documentXml('<w:p/>'.repeat(20_001)) }))).toMatch(/paragraphs/u);
  });

  it('a huge paragraph takes no huge time', () => {
    const noise = Array.from({ length: 40_000 }, (_, index) => `☐ ${(index * 7919) % 99_991}: `);
    const runs = noise.map((text) => `<w:r><w:t>${text}</w:t><w:tab/></w:r>`).join('');
    const oneRun = `<w:r>${noise.map((text) => `<w:t>${text}</w:t>`).join('')}</w:r>`;
    const business = paragraph('business name: ', runs) + paragraph('business address: ', oneRun);
    const saas = paragraph('Are you using Software as a Service (SaaS) software?', oneRun, runs);
    const started = performance.now();
    const result = fillForm(
      zipped(wordParts(documentXml(Object.values({ ...formPieces(), business, saas }).join('')))),
      complete,
    );
    expect(performance.now() - started).toBeLessThan(8000);
    expect(result).toHaveProperty('notFound', expect.arrayContaining(['business name', 'business address']));
  });
});

describe('names of entries', () => {
  it.each([
    '../outside.xml',
    'word/../../outside.xml',
    '/word/other.xml',
    'C:/other.xml',
    'word\\other.xml',
    'word/./other.xml',
    'word/\u0001.xml',
    'WORD/Document.xml',
  ])('%j is refused', (name) => {
    expect(refused(withParts({ [name]: 'x' }))).toMatch(/leads out of it|twice/u);
  });

  it('two entries of the same name are refused', () => {
    const template = withParts({ 'word/document.xmk': form });
    const copy = Buffer.from(template);
    for (const at of find(template, 'word/document.xmk')) {
      copy.write('l', at + 'word/document.xm'.length, 'latin1');
    }
    expect(refused(Uint8Array.from(copy))).toMatch(/twice/u);
  });
});

describe('archives that are not read', () => {
  it('are refused in a sentence about the template', () => {
    const template = buildForm();
    expect(refused(patched(template, CENTRAL, 2, 8, 1))).toMatch(/^The template is encrypted/u);
    expect(refused(patched(template, END, 0, 16, 0xffffffff, 4))).toMatch(/^The template is a zip64 archive/u);
    expect(refused(joined(template, template))).toMatch(/^The template is damaged or cut off: .*directory/u);
    for (let length = 0; length < template.length; length += 997) {
      expect(refused(template.slice(0, length))).toMatch(/^The template/u);
    }
  });
});
