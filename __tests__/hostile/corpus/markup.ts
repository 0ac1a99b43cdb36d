import { gzipSync } from 'node:zlib';
import { TESTED } from '../../harness/reports.ts';
import {
  failing,
  failure,
  honest,
  ofKind,
  passingName,
  report,
  stamped,
  testcase,
  type HostileCase,
} from './hostile-case.ts';

const markup = ofKind('markup');
const other = ofKind('no report');

const end = '</testsuite>\n</testsuites>\n';
const unended = honest.slice(0, honest.indexOf('</testsuite>'));

/** XML that is none, or not what it seems. */
export const markupCases: readonly HostileCase[] = [
  markup('a root that is not ended', unended),
  markup('a suite that is not ended', honest.replace('</testsuite>', '')),
  markup('a case that is not ended', honest.replace('</testcase>', '')),
  markup('a tag cut off', honest.slice(0, honest.indexOf(passingName) + 20)),
  markup('CDATA cut off', `${unended}<system-out><![CDATA[still running`),
  markup('a comment cut off', `${unended}<!-- still running`),
  markup('a reference cut off', `${unended}<system-out>&am`),
  markup('written on over an older, longer report', honest + failing.slice(honest.length - 40)),
  markup('two roots', honest + honest.replace(/^.*\n/, '')),
  markup('two roots, the second one failing', honest + failing.replace(/^.*\n/, '')),
  markup('two documents in one file', honest + failing),
  markup('text behind the root', `${honest}Tests FAILED`),
  markup('text before the root', `npm test\n${honest}`),
  markup('a comment before the declaration', `<!-- -->\n${honest}`),
  markup('tags that cross', report(testcase().replace('</testcase>', '</testsuite></testcase>'))),
  markup('an end tag too many', report(`${testcase()}</testcase>`)),
  markup('an end tag in other letters', report(testcase().replace('</testcase>', '</TestCase>'))),
  markup('a status given twice', report(testcase('', stamped('status="failed" status="passed"')))),
  markup('a name given twice', report(testcase('', stamped('name="other"')))),
  markup('an attribute without quotes', report(testcase('', stamped('status=passed')))),
  markup('an attribute without a value', report(testcase('', stamped('disabled')))),
  markup('a less-than sign in a name', report(testcase('', undefined, '[DSGB1] a < b'))),
  markup('an ampersand alone', report(testcase('<system-out>a & b</system-out>'))),
  markup('the end of CDATA in text', report(testcase('<system-out>a ]]> b</system-out>'))),
  markup('CDATA inside CDATA', report(testcase('<system-out><![CDATA[a <![CDATA[b]]> c]]></system-out>'))),
  markup('two hyphens in a comment', report(`<!-- a -- b -->${testcase()}`)),
  markup('a second declaration inside', report(`<?xml version="1.0"?>${testcase()}`)),
  markup('a version that is none', honest.replace('version="1.0"', 'version="9"')),
  markup('a tag without a name', report(`${testcase()}<>`)),
  markup('NUL in a tag', report(testcase().replace('<testcase', '<testcase \0'))),
  markup('NUL behind the root, as a file system leaves it after a crash', honest + '\0'.repeat(4096)),
  markup('NUL only', '\0'.repeat(honest.length)),
  markup('an escape character in a tag', report(testcase().replace('<testcase', '<testcase \u001b[31m'))),
  markup('a backspace over the name of an element', report(`<failure\b\b\b\b\b\b\b/>${testcase()}`)),
  markup('a character that is none, in a name', report(`<a\ufffe/>${testcase()}`)),
  markup('a case commented out', report(`<!-- ${testcase()} -->`)),
  markup('a case in CDATA', report(`<system-out><![CDATA[${testcase()}]]></system-out>`)),
  markup(
    'a case in the unescaped output of another',
    report(testcase(`<system-out>${testcase()}</system-out>`, '', 'other')),
  ),
  markup('a case in the trace of another', report(testcase(`<failure>${testcase()}</failure>`, '', 'other'))),
  markup('a case in a property', report(`<properties><property name="p">${testcase()}</property></properties>`)),
  markup('a case in an instruction', report(`<?example ${testcase()}?>`)),
  markup('a case in an attribute', report(testcase('', '', testcase().replaceAll('"', "'").replaceAll('<', '&lt;')))),
  markup('a case inside a case', report(testcase(testcase(), '', 'outer'))),
  markup('a suite inside a case', report(testcase(`<testsuite>${testcase()}</testsuite>`, '', 'outer'))),
  markup('a case as the root', testcase()),
  markup('a case in another root', `<results>${testcase()}</results>`),
  markup('a failure with another prefix', report(testcase('<j:failure xmlns:j="urn:junit" message="no"/>'))),
  markup(
    'everything with a prefix, failing',
    report(testcase(failure))
      .replaceAll(/<(\/?)(test|fail)/g, '<$1j:$2')
      .replace('<j:testsuites', '<j:testsuites xmlns:j="urn:j"'),
  ),
  markup('a prefix that is not declared', report(testcase('<j:failure/>'))),
  markup('a failure in capitals', report(testcase('<FAILURE/>'))),
  markup('a failure in a wrapper of its own', report(testcase('<result><details><failure/></details></result>'))),
  markup(
    'a failure inside a property',
    report(testcase('<properties><property name="x"><failure/></property></properties>')),
  ),
  markup(
    'a failure inside an attachment with markup',
    report(testcase('<attachment><html><error/></html></attachment>')),
  ),
  markup('a failure between comments and instructions', report(testcase(`<!-- ok --><?pass?>${failure}<!-- ok -->`))),
  markup(
    'an end tag with a line break, a failure behind',
    `${honest.replace(end, '')}<testcase name="[DSGB1] b" timestamp="${TESTED}"\n><failure\n/></testcase\n></testsuite\n></testsuites\n>`,
  ),
  markup('line ends of old Macs, failing', failing.replaceAll('\n', '\r')),
];

/** Files that are no JUnit reports, whatever they are called. */
export const noReportCases: readonly HostileCase[] = [
  other('an empty file', ''),
  other('white space', ' \n\t\n'),
  other('a byte order mark', '\ufeff'),
  other('a declaration alone', '<?xml version="1.0" encoding="UTF-8"?>\n'),
  other('plain text', 'OK: DSGB1 passed\n'),
  other('JSON', JSON.stringify({ testsuites: [{ testcase: { name: '[DSGB1]', status: 'passed' } }] })),
  other('YAML', 'testsuites:\n  - name: DSGB1\n    status: passed\n'),
  other('TAP', 'TAP version 13\n1..1\nok 1 - DSGB1\n'),
  other('a page', '<!doctype html><html><body><p>DSGB1 passed</body></html>'),
  other('the page of a proxy', '<html><head><title>502 Bad Gateway</title></head><body/></html>'),
  other('a TRX report', `<TestRun><Results><UnitTestResult testName="DSGB1" outcome="Passed"/></Results></TestRun>`),
  other('an NUnit report', '<test-run result="Passed"><test-case name="DSGB1" result="Passed"/></test-run>'),
  other(
    'an xUnit.net report',
    '<assemblies><assembly><collection><test name="DSGB1" result="Pass"/></collection></assembly></assemblies>',
  ),
  other(
    'an NCTS message',
    '<ncts:CC029C xmlns:ncts="http://ncts.dgtaxud.ec"><TransitOperation><LRN>DSGB1</LRN></TransitOperation></ncts:CC029C>',
  ),
  other('a compressed report', gzipSync(honest)),
  other('an archive', Buffer.from('504b0304140000000800', 'hex')),
  other('a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  other('a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'),
  other('a merge conflict', `<<<<<<< HEAD\n${honest}=======\n${failing}>>>>>>> main\n`),
  other('suites without any case', '<testsuites><testsuite name="[DSGB1] is released" tests="1"/></testsuites>'),
  other('an empty root', '<testsuites/>'),
];
