import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TESTED } from '../harness/reports.ts';

/** A report that is hostile by its size. DSGB1 did not honestly pass in any of them, or nobody can tell. */
export interface Size {
  readonly name: string;
  /** Pieces of the report, `scale` of its full size; `@path\n` begins another file. */
  readonly content: (scale: number) => Iterable<string>;
  /** As large in the suite as in a long run: it is quick. */
  readonly whole?: true;
  /** More than it takes on a busy machine of two cores, at its full size. */
  readonly seconds: number;
  readonly megabytes: number;
}

const fresh = `timestamp="${TESTED}"`;
const open = '<?xml version="1.0"?>\n<testsuites>\n<testsuite name="s">\n';
const close = '</testsuite>\n</testsuites>\n';
const failing = `<testcase name="[DSGB1] fails" ${fresh}><failure message="no"/></testcase>\n`;

function* around(cases: Iterable<string>, start = open, end = close): Generator<string> {
  yield start;
  yield* cases;
  yield end;
}

/** `count` pieces, a thousand at a time; `at` a failing case in their middle. */
function* many(count: number, piece: (index: number) => string, fails = true): Generator<string> {
  const bundle = 1000;
  for (let done = 0; done < count; done += bundle) {
    let text = '';
    for (let index = done; index < Math.min(count, done + bundle); index++) text += piece(index);
    yield text;
    if (fails && done <= count / 2 && done + bundle > count / 2) yield failing;
  }
}

function nested(levels: number, tag: (level: number) => string, name: string): Generator<string> {
  return around(
    (function* () {
      yield* many(levels, tag, false);
      yield failing;
      yield* many(levels, () => `</${name}>`, false);
    })(),
  );
}

export const sizes: readonly Size[] = [
  {
    name: '10,000 levels of suites',
    whole: true,
    content: (n) => nested(10_000 * n, () => '<testsuite tests="9">', 'testsuite'),
    seconds: 5,
    megabytes: 200,
  },
  {
    name: '10,000 levels of suites with names',
    whole: true,
    content: (n) => nested(10_000 * n, (level) => `<testsuite name="level ${level}">`, 'testsuite'),
    seconds: 5,
    megabytes: 200,
  },
  {
    name: '90,000 levels of suites that declare more than they list',
    whole: true,
    content: (n) => nested(90_000 * n, () => '<testsuite tests="99" failures="1">', 'testsuite'),
    seconds: 10,
    megabytes: 300,
  },
  {
    name: '90,000 levels of something else',
    whole: true,
    content: (n) => nested(90_000 * n, () => '<x>', 'x'),
    seconds: 5,
    megabytes: 200,
  },
  {
    name: 'a million levels',
    whole: true,
    content: (n) => nested(1_000_000 * n, () => '<x>', 'x'),
    seconds: 5,
    megabytes: 200,
  },
  {
    name: 'a million passes of one test, and a failure among them',
    content: (n) => around(many(1_000_000 * n, () => `<testcase name="[DSGB1] fails" ${fresh}/>\n`)),
    seconds: 60,
    megabytes: 2500,
  },
  {
    name: 'a million tests of DSGB1, one of them failing',
    content: (n) => around(many(1_000_000 * n, (index) => `<testcase name="[DSGB1] step ${index}" ${fresh}/>\n`)),
    seconds: 60,
    megabytes: 2500,
  },
  {
    name: 'a million failures of DSGB1',
    content: (n) =>
      around(many(1_000_000 * n, (index) => `<testcase name="[DSGB1] step ${index}"><failure/></testcase>\n`)),
    seconds: 60,
    megabytes: 2500,
  },
  {
    name: 'a million undated tests of DSGB1 on one line',
    content: (n) => around(many(1_000_000 * n, (index) => `<testcase name="[DSGB1] step ${index}"/>`)),
    seconds: 60,
    megabytes: 2500,
  },
  {
    name: 'a million cases of nothing, and a failure among them',
    content: (n) => around(many(1_000_000 * n, (index) => `<testcase name="step ${index}"/>\n`)),
    seconds: 20,
    megabytes: 200,
  },
  {
    name: '200,000 cases that name two scenarios, on one line',
    content: (n) => around(many(200_000 * n, (index) => `<testcase name="DSGB1 and DSXI1 ${index}"/>`)),
    seconds: 30,
    megabytes: 1000,
  },
  {
    name: '100,000 look-alikes',
    content: (n) => around(many(100_000 * n, (index) => `<testcase name="DSGB${index} and ${index}DSGB"/>`)),
    seconds: 30,
    megabytes: 600,
  },
  {
    name: '50,000 suites that declare errors and list nothing',
    content: (n) => around(many(50_000 * n, (index) => `<testsuite name="DSGB1 ${index % 7}" ${fresh} errors="1"/>`)),
    seconds: 30,
    megabytes: 600,
  },
  {
    name: '20,000 suites that declare errors, with cases',
    content: (n) =>
      around(
        many(
          20_000 * n,
          (index) => `<testsuite name="DSGB1 ${index}" errors="1"><testcase name="DSGB1" ${fresh}/></testsuite>\n`,
        ),
      ),
    seconds: 30,
    megabytes: 600,
  },
  {
    name: '50,000 suites that declare errors in a report without numbers',
    content: (n) => around(many(50_000 * n, (index) => `<testsuite name="suite ${index}" errors="1"/>`)),
    seconds: 30,
    megabytes: 600,
  },
  {
    name: '20,000 suites with properties and cases',
    content: (n) =>
      around(
        many(
          20_000 * n,
          (index) =>
            `<testsuite name="${index}"><properties><property name="lrn" value="L${index}"/></properties><testcase name="DSGB1 ${index % 3}" ${fresh}/></testsuite>\n`,
        ),
      ),
    seconds: 30,
    megabytes: 600,
  },
  {
    name: '300,000 properties of one case',
    content: (n) =>
      around([
        `<testcase name="DSGB1: x"><properties>`,
        ...many(300_000 * n, (index) => `<property name="lrn" value="L${index}"/>`, false),
        '</properties><failure/></testcase>',
      ]),
    seconds: 20,
    megabytes: 300,
  },
  {
    name: '100,000 cases with MRNs of their own',
    content: (n) =>
      around(
        many(
          100_000 * n,
          (index) =>
            `<testcase name="DSGB1: ${index}" ${fresh}><properties><property name="mrn" value="25GB${String(index).padStart(12, '0')}J0"/><property name="IE015" value="${TESTED}"/></properties></testcase>\n`,
        ),
      ),
    seconds: 40,
    megabytes: 1000,
  },
  {
    name: '100 MB of output on one line',
    content: (n) =>
      around([
        `<testcase name="DSGB1: x"><failure/><system-out>`,
        ...many(100_000 * n, () => 'x'.repeat(1000), false),
        '</system-out></testcase>',
      ]),
    seconds: 20,
    megabytes: 200,
  },
  {
    name: '50 MB of references',
    content: (n) =>
      around([
        `<testcase name="DSGB1: x"><failure/><system-out>`,
        ...many(100_000 * n, () => '&amp;'.repeat(100), false),
        '</system-out></testcase>',
      ]),
    seconds: 20,
    megabytes: 250,
  },
  {
    name: 'an attribute of 20 MB',
    whole: true,
    content: (n) =>
      around([
        `<testcase name="DSGB1: x" ${fresh} file="`,
        ...many(20_000 * n, () => 'x'.repeat(1000), false),
        '"><failure/></testcase>',
      ]),
    seconds: 10,
    megabytes: 300,
  },
  {
    name: 'a comment of 20 MB',
    whole: true,
    content: (n) =>
      around([
        `<!--`,
        ...many(20_000 * n, () => 'x'.repeat(1000), false),
        `--><testcase name="DSGB1: x" ${fresh}><failure/></testcase>`,
      ]),
    seconds: 10,
    megabytes: 300,
  },
  {
    name: '3,000 reports',
    content: function* (n) {
      for (let index = 0; index < 3000 * n; index++) {
        yield `@results/${index}.xml\n`;
        yield* around([
          `<testcase name="DSGB1: ${index}" ${fresh}>${index === Math.floor(1500 * n) ? '<failure/>' : ''}</testcase>`,
        ]);
      }
    },
    seconds: 30,
    megabytes: 300,
  },
];

export function writeSize(workspace: string, content: Iterable<string>): void {
  let handle: number | undefined;
  const start = (path: string): void => {
    if (handle !== undefined) closeSync(handle);
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    handle = openSync(join(workspace, path), 'w');
  };
  for (const piece of content) {
    if (piece.startsWith('@')) start(piece.slice(1, -1));
    else {
      if (handle === undefined) start('results/hostile.xml');
      if (handle !== undefined) writeSync(handle, piece);
    }
  }
  if (handle !== undefined) closeSync(handle);
}
