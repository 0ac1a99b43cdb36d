import { failure, ofKind, passingName, report, testcase, type HostileCase } from './hostile-case.ts';

const entity = ofKind('entities');

function declaring(declarations: string, content: string): string {
  return report(content).replace('?>', `?>\n<!DOCTYPE testsuites [\n${declarations}\n]>`);
}

const laughs = Array.from({ length: 12 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
const parameter = '<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p;';

/** What document type declarations and references can do to a reader. */
export const entityCases: readonly HostileCase[] = [
  entity('a billion laughs', declaring(`<!ENTITY l0 "ha">${laughs.join('')}`, testcase('', '', '&l12;') + testcase())),
  entity(
    'one long entity, used often',
    declaring(`<!ENTITY a "${'a'.repeat(50_000)}">`, testcase(`<system-out>${'&a;'.repeat(20_000)}</system-out>`)),
  ),
  entity('an entity that contains itself', declaring('<!ENTITY a "&b;"><!ENTITY b "&a;">', testcase('&a;'))),
  entity(
    'a file of the machine as an external entity',
    declaring('<!ENTITY x SYSTEM "file:///etc/passwd">', testcase('<system-out>&x;</system-out>')),
  ),
  entity(
    'an address as an external entity',
    declaring('<!ENTITY x SYSTEM "http://127.0.0.1:9/latest/meta-data">', testcase('&x;')),
  ),
  entity('an external parameter entity', declaring(parameter, testcase())),
  entity('a failure inside an entity', declaring('<!ENTITY f "<failure/>">', testcase('&f;'))),
  entity('a failed status by default', declaring('<!ATTLIST testcase status CDATA "failed">', testcase())),
  entity(
    'a document type fetched from elsewhere, and an entity that it may declare',
    report(testcase('<system-out>&outcome;</system-out>')).replace(
      '?>',
      '?><!DOCTYPE testsuites SYSTEM "http://127.0.0.1:9/evil.dtd">',
    ),
  ),
  entity('an entity that nobody declares', report(testcase('&failure;'))),
  entity('an HTML entity', report(testcase('', undefined, `${passingName}&nbsp;`))),
  entity('a reference beyond Unicode', report(testcase('&#x110000;'))),
  entity('a reference of a million digits', report(testcase(`&#${'0'.repeat(1_000_000)}65;`))),
  entity('a reference that does not end', report(testcase(`&${'a'.repeat(1_000_000)}`))),
  entity('a conditional section', declaring('<![INCLUDE[<!ENTITY x "y">]]>', testcase())),
  entity(
    'a result included from elsewhere',
    `<testsuites xmlns:xi="http://www.w3.org/2001/XInclude"><testsuite><xi:include href="good.xml"/></testsuite></testsuites>`,
  ),
  entity('a second document type', `<!DOCTYPE a><!DOCTYPE b>${report(testcase()).replace(/^.*\n/, '')}`),
  entity('a document type inside', report(`<!DOCTYPE testsuite [<!ENTITY x "y">]>${testcase()}`)),
  entity(
    'a failure whose name is written with references',
    report(testcase(failure, undefined, '&#91;D&#83;GB&#49;]')),
  ),
];
