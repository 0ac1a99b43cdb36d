import { failure, honest, hostilePath, ofKind, report, stamped, testcase, type HostileCase } from './hostile-case.ts';

const named = ofKind('names');
const key = ofKind('property names of JavaScript');

const passes = (name: string): string => report(testcase('', undefined, name));
const property = (name: string, value: string): string =>
  `<properties><property name="${name}" value="${value}"/></properties>`;

const others = [
  ['both countries', 'DSGB1 and DSXI1 are released'],
  ['both countries, joined', 'DSGB1/DSXI1'],
  ['both countries, glued', 'DSGB1DSXI1'],
  ['two scenarios of one country', 'DSGB1 after DNGB1'],
  ['both countries in a long name', `DSGB1 ${'x'.repeat(20_000)} DSXI1`],
  ['a longer number', 'DSGB10 is released'],
  ['a number of ten thousands', 'DSGB100001'],
  ['a transition scenario', 'DSGBT1 is released'],
  ['a number that is none', 'DSGB99 is released'],
  ['a letter before', 'XDSGB1 is released'],
  ['a letter behind', 'DSGB1a is released'],
  ['an LRN', 'TRATESTGB1 is released'],
  ['mixed letters inside a word', 'testDsgb1Simplified'],
  ['a Cyrillic letter', 'D\u0405GB1 is released'],
  ['a full-width letter', '\uff24SGB1 is released'],
  ['a full-width digit', 'DSGB\uff11 is released'],
  ['an Arabic digit', 'DSGB\u0661 is released'],
  ['text that runs backwards', '\u202e1BGSD\u202c is released'],
  ['a dotless i', 'DSX\u01311 is released'],
  ['a long s', 'D\u017fGB1 is released'],
  ['a superscript', 'DSGB\u00b9 is released'],
  ['a letter beyond ASCII behind', 'DSGB1\u00e9 is released'],
  ['a letter of another plane before', '\u{1d400}DSGB1 is released'],
  ['an accent on the digit', 'DSGB1\u0301 is released'],
  ['a line break inside', 'DSGB&#10;1 is released'],
  ['nothing', ''],
] as const;

/** Names that do not, or not clearly, say that DSGB1 passed. */
export const nameCases: readonly HostileCase[] = [
  ...others.map(([what, name]) => named(what, passes(name))),
  named('a property that names another scenario', report(testcase(property('scenario', 'DNGB1')))),
  named('a property that names two', report(testcase(property('scenario', 'DSGB1, DSXI1')))),
  named(
    'two properties that contradict each other',
    report(testcase(property('scenario', 'DSGB1') + property('ncts.scenario', 'DSXI1'))),
  ),
  named('a property that names none', report(testcase(property('scenario', 'DSGB99')))),
  named(
    'a marker that names another scenario',
    report(testcase('<system-out>[[PROPERTY|scenario=DNGB1]]</system-out>')),
  ),
  named('a suite whose property names another scenario', report(`${property('scenario', 'DSXI2')}${testcase()}`)),
  named('a failure whose number comes late in a long name', {
    'results/a.xml': honest,
    [hostilePath]: report(testcase(failure, undefined, `${'x '.repeat(20_000)} DSGB1`)),
  }),
  named('a failure with both countries', {
    'results/a.xml': honest,
    [hostilePath]: report(testcase(failure, undefined, 'DSGB1 and DSXI1')),
  }),
  named('a failure named in the suite only', {
    'results/a.xml': honest,
    [hostilePath]: report(testcase(failure, undefined, 'submits'), 'name="Departures / DSGB1: Simplified"'),
  }),
  named(
    'a failure named in the class only',
    report(testcase(failure, undefined, 'submits').replace('trader.test', 'uk.DSGB1')),
  ),
  named('a failure named by the file only', {
    'results/TEST-DSGB1.xml': report(testcase(failure, undefined, 'submits')),
  }),
  named('a failure that prints the number of another scenario', {
    'results/a.xml': honest,
    [hostilePath]: report(testcase(`<system-out>scenario=DNGB1</system-out>${failure}`)).replaceAll('T09:', 'T10:'),
  }),
  named(
    'a pass that prints the number of DSGB1 under another name',
    report(testcase('<system-out>scenario=DSGB1</system-out>', undefined, '[DNGB1] passes')),
  ),
  named(
    'a failure in a folder of reports, in capitals',
    { 'results/a.xml': honest, 'results/B.XML': report(testcase(failure, undefined, 'DSGB1 too')) },
    { values: { results: 'results' } },
  ),
  named('a mapped failure', report(testcase(failure, undefined, 'simplified departure'))),
];

const protoNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'];

/** Words that mean something to objects, in every place that could become a key. */
export const keyCases: readonly HostileCase[] = [
  ...protoNames.map((name) =>
    key(`${name} as the scenario`, report(testcase(property('scenario', name), undefined, name))),
  ),
  ...protoNames.map((name) =>
    key(
      `${name} everywhere, failing`,
      report(
        testcase(property(name, name) + failure, stamped(`${name}="${name}" result="${name}"`)),
        `name="${name}" ${name}="${name}" hostname="${name}"`,
        `${name}="${name}"`,
      ),
    ),
  ),
  ...protoNames.map((name) => key(`${name} as the outcome`, report(testcase('', stamped(`status="${name}"`))))),
  ...protoNames.map((name) =>
    key(`${name} as an element around the failure`, report(testcase(`<${name}><failure/></${name}>`))),
  ),
  ...protoNames.map((name) => key(`${name} as the time`, report(testcase('', ` timestamp="${name}"`)))),
  ...protoNames.map((name) =>
    key(`${name} as the name of the suite`, report('', `name="${name}" tests="1" failures="1"`), {
      named: hostilePath,
    }),
  ),
  ...protoNames.map((name) =>
    key(`${name} as the name of the report`, { [`results/${name}.xml`]: report(testcase(failure)) }),
  ),
];
