// Speed and memory, as ratios within one run: the machine's own speed falls out. `npm run bench` (some five minutes; with
// ROUNDS=1 two). It fails on nothing. Beside it runs the previous release, where a tag of one is there.
// Peers are fetched into a temporary folder, so that none of them becomes a dependency; without network they are left out.
//
//   (a) 20 cases, 15 KB: the whole process against `node -e 0`
//   (b) 52 MB, 100,000 cases, at 1/4, 1/2, 1 and 2 of the size
//   (c) 105 MB, 20 cases with 5 MB of NCTS messages in CDATA each, evidence found
//   (d) 500 files of 100 KB
//   (e) evidence in each case: printed lines, messages, API JSON, many lines in a case; matched against unmatched
//   (f) 20,000 small reports, each matched; five large ones, all matched
//   (g) inputs that would show a quadratic reader: twice the size, at most some 2.3 times the time
//   (h) ten times the size: the same memory
import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ncts5-bench-'));
const rounds = Number(process.env['ROUNDS'] ?? 3);
const mrn = '26GB0000EXAMPLE1J9';

/** Runs a child, measures it from within: CPU and wall time and the peak of its memory. */
function run(args, cwd = folder) {
  // maxRSS starts from what the parent had when it forked; Linux tells the process's own peak.
  const probe = `process.on('exit', () => {
    const fs = require('node:fs');
    const u = process.resourceUsage();
    let kilobytes = u.maxRSS;
    try { kilobytes = Number(/VmHWM:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
    fs.writeFileSync(${JSON.stringify(join(folder, 'usage.json'))}, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, rss: kilobytes / 1024 }));
  });`;
  writeFileSync(join(folder, 'probe.cjs'), probe);
  const started = performance.now();
  const ended = spawnSync(process.execPath, ['--require', join(folder, 'probe.cjs'), ...args], {
    cwd,
    encoding: 'utf8',
  });
  const wall = (performance.now() - started) / 1000;
  return {
    wall,
    ...JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8')),
    status: ended.status,
    stdout: ended.stdout,
  };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Runs the commands in turn, A B A B …, and gives of each the medians; ratios are to the first one. */
function compare(title, commands) {
  const runs = commands.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, { args }] of commands.entries()) {
      const measured = run(args);
      if (round >= 0) runs[index].push(measured);
    }
  }
  const of = (index, figure) => median(runs[index].map((one) => one[figure]));
  console.log(`\n${title}`);
  for (const [index, { name }] of commands.entries()) {
    const ratio = (figure) => (of(index, figure) / of(0, figure)).toFixed(1).padStart(6);
    console.log(
      `  ${name.padEnd(34)} wall ×${ratio('wall')}  cpu ×${ratio('cpu')}  peak ${of(index, 'rss').toFixed(0).padStart(4)} MB  (${of(index, 'wall').toFixed(2)} s)  exit ${runs[index][0].status}`,
    );
  }
}

const scan = (path) => [
  '-e',
  `const b = require('node:fs').readFileSync(${JSON.stringify(path)}); let n = 0; for (let i = b.indexOf(60); i >= 0; i = b.indexOf(60, i + 1)) n++; if (n === 0) throw 0;`,
];
const check = (glob, program = cli) => [
  program,
  'check',
  '--results',
  glob,
  '--flows',
  'standard-departure',
  '--procedures',
  'simplified',
  '--as-of',
  '2026-11-20T12:00:00Z',
];

/** The command of the release before, as its tag has it; undefined where there is none. */
function previousRelease() {
  const options = {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  };
  try {
    const tag = String(
      execFileSync('git', ['describe', '--tags', '--abbrev=0', '--match', 'v*.*.*', 'HEAD^'], options),
    ).trim();
    const archive = execFileSync(
      'git',
      ['archive', '--format=tar', '--prefix=previous/', tag, 'dist', 'package.json'],
      options,
    );
    execFileSync('tar', ['x', '-C', folder], { input: archive });
    return { tag, path: join(folder, 'previous/dist/cli.js') };
  } catch {
    return undefined;
  }
}
const previous = previousRelease();

/** This, and the release before. */
const ours = (glob, name = 'this') => [
  { name, args: check(glob) },
  ...(previous === undefined ? [] : [{ name: `${name}, as of ${previous.tag}`, args: check(glob, previous.path) }]),
];

function file(name, write) {
  const handle = openSync(join(folder, name), 'w');
  write((text) => writeSync(handle, text));
  closeSync(handle);
  return join(folder, name);
}

const scenario = (name) =>
  `<testcase classname="trader.test" name="DSGB1: ${name}" time="1.5" timestamp="2026-11-18T08:00:00Z"><properties><property name="MRN" value="${mrn}"/><property name="IE015" value="2026-11-18T08:00:00Z"/></properties></testcase>\n`;

/** One case in a thousand is a scenario's; the others are what else a test suite has. */
function cases(put, count) {
  put(
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="all">\n<testsuite name="unit" timestamp="2026-11-18T08:00:00Z">\n',
  );
  for (let index = 0; index < count; index++) {
    if (index % 1000 === 0) put(scenario(`step ${index}`));
    else {
      put(
        `<testcase classname="uk.example.transit.declarations.DeclarationServiceTest${index % 300}" name="rejects an amendment of the declaration when field ${index} is longer than allowed" time="0.0${index % 97}" file="src/test/java/uk/example/transit/declarations/DeclarationServiceTest${index % 300}.java" line="${index % 900}"><system-out><![CDATA[2026-11-18 08:00:0${index % 10}.123 DEBUG [main] uk.example.transit.Declarations - validated ${index} of 100000 in 12 ms, status OK\n2026-11-18 08:00:01.456 INFO [main] uk.example.transit.Audit - nothing to do\n]]></system-out></testcase>\n`,
      );
    }
  }
  put('</testsuite>\n</testsuites>\n');
}

const message = (n) =>
  `<ncts:CC028C xmlns:ncts="http://ncts.dgtaxud.ec" PhaseID="NCTS5.1"><messageSender>NTA.GB</messageSender><preparationDateAndTime>2026-11-18T08:00:00</preparationDateAndTime><messageIdentification>ID${n}</messageIdentification><messageType>CC028C</messageType><TransitOperation><LRN>BENCH1</LRN><MRN>${mrn}</MRN><declarationAcceptanceDate>2026-11-18</declarationAcceptanceDate></TransitOperation></ncts:CC028C>\n`;
const filler = `${'DEBUG payload line with <HouseConsignment> lookalikes and ordinary text of a log that nobody reads. '.repeat(50)}\n`;

const lines = (count) => (index) =>
  Array.from({ length: count }, (_, line) => `2026-11-18 08:00:00 INFO submit LRN=L${index}-${line} status=200\n`).join(
    '',
  );
const answers = (count) => (index) =>
  Array.from(
    { length: count },
    (_, line) =>
      `{"departureId":"6365135ba5e821ee","received":"2026-11-18T08:00:0${line % 10}Z","type":"IE928","n":"${index}"}\n`,
  ).join('');
const messages = (count, padding) => (index) =>
  `<![CDATA[${Array.from({ length: count }, (_, line) =>
    message(`${index}-${line}`)
      .replace('BENCH1', `L${index}-${line}`)
      .replace('</ncts', `<Consignment>${'x'.repeat(padding)}</Consignment></ncts`),
  ).join('')}]]>`;
const escaped = (count) => (index) =>
  Array.from({ length: count }, (_, line) =>
    message(`${index}-${line}`).replace('BENCH1', `L${index}-${line}`).replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ).join('');

/** What is printed, by how many cases, and the output of one of them. */
const dense = [
  ['eight lines LRN=… in each', 100_000, lines(8)],
  ['10,000 lines LRN=… in each', 100, lines(10_000)],
  ['messages of 500 bytes', 20, messages(10_000, 0)],
  ['messages of 10 kB', 20, messages(500, 9500)],
  ['escaped messages', 20, escaped(5000)],
  ['an answer of the API on each line', 20, answers(10_000)],
];

function denseReport(name, test, count, output) {
  return file(name, (put) => {
    put('<testsuite name="trader test" timestamp="2026-11-18T08:00:00Z">\n');
    for (let index = 0; index < count; index++) {
      put(
        `<testcase classname="c" name="${test} ${index}" time="1"><system-out>${output(index)}</system-out></testcase>\n`,
      );
    }
    put('</testsuite>\n');
  });
}

/** Each writes a report of a size that grows with `times`. */
const growing = [
  [
    'nested suites that declare failures, beside 20,000 cases',
    (put, times) => {
      const depth = 100 * times;
      for (let index = 0; index < depth; index++) put(`<testsuite name="s${index}" tests="20000" failures="1">`);
      for (let index = 0; index < 10_000 * times; index++) put(`<testcase classname="c" name="t ${index}"/>`);
      put('</testsuite>'.repeat(depth));
    },
  ],
  [
    'roots of messages that never end',
    (put, times) =>
      put(
        `<testsuite name="s"><testcase name="DSGB1: t"><system-out><![CDATA[${'<ncts:CC015C '.repeat(50_000 * times)}]]></system-out></testcase></testsuite>`,
      ),
  ],
  [
    'fields of the API without an object',
    (put, times) =>
      put(
        `<testsuite name="s"><testcase name="DSGB1: t"><system-out>${'{"departureId":"6365135ba5e821ee",'.repeat(20_000 * times)}</system-out></testcase></testsuite>`,
      ),
  ],
];

/** Libraries that a project would take else; each reads the whole file as it must. */
const peers = {
  xml2js: (path) =>
    `require('xml2js').parseString(require('node:fs').readFileSync(${JSON.stringify(path)}, 'utf8'), (e) => { if (e) throw e; });`,
  'fast-xml-parser': (path) =>
    `const { XMLParser } = require('fast-xml-parser'); new XMLParser({ ignoreAttributes: false }).parse(require('node:fs').readFileSync(${JSON.stringify(path)}, 'utf8'));`,
  junit2json: (path) =>
    `require('junit2json').parse(require('node:fs').readFileSync(${JSON.stringify(path)}, 'utf8')).catch((e) => { throw e; });`,
};

function peerCommands(path) {
  return available.map((name) => ({
    name,
    args: [
      '--max-old-space-size=8000',
      '-e',
      `module.paths.push(${JSON.stringify(join(folder, 'node_modules'))}); const require2 = require('node:module').createRequire(${JSON.stringify(join(folder, 'x.cjs'))}); ((require) => { ${peers[name](path)} })(require2);`,
    ],
  }));
}

let available = [];
try {
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', ...Object.keys(peers)],
    { stdio: 'ignore' },
  );
  available = Object.keys(peers);
} catch {
  console.log('The peers could not be fetched: only our own figures follow.');
}

try {
  console.log(`Node ${process.version}, ${rounds} rounds, medians; ratios to the first line of each group`);
  const small = file('small.xml', (put) => {
    put('<testsuite name="trader test">\n');
    for (let index = 0; index < 20; index++) {
      put(scenario(`step ${index}, ${'which says at length what it is about, '.repeat(12)}`));
    }
    put('</testsuite>\n');
  });
  compare('(a) 20 cases, 15 KB, whole process', [
    { name: 'node -e 0', args: ['-e', '0'] },
    ...ours('small.xml'),
    { name: 'this, --help', args: [cli, '--help'] },
  ]);
  rmSync(small);

  for (const share of [0.25, 0.5, 1, 2]) {
    const path = file('many.xml', (put) => cases(put, 100_000 * share));
    const title = `(b) ${Math.round(statSync(path).size / 1e6)} MB, ${(100_000 * share).toLocaleString('en')} cases`;
    compare(title, [
      { name: "read and scan for '<'", args: scan(path) },
      ...ours('many.xml'),
      ...(share === 1 ? peerCommands(path) : []),
    ]);
    rmSync(path);
  }

  const large = file('large.xml', (put) => {
    put('<testsuite name="trader test" timestamp="2026-11-18T08:00:00Z">\n');
    for (let index = 0; index < 20; index++) {
      put(`<testcase classname="c" name="DSGB1: step ${index}"><system-out><![CDATA[`);
      for (let size = 0; size < 5_900_000; size += filler.length + 500) put(size % 50 === 0 ? message(index) : filler);
      put(`${message(index)}]]></system-out></testcase>\n`);
    }
    put('</testsuite>\n');
  });
  compare(`(c) ${Math.round(statSync(large).size / 1e6)} MB, 20 cases with NCTS messages in CDATA`, [
    { name: "read and scan for '<'", args: scan(large) },
    ...ours('large.xml'),
    ...peerCommands(large),
  ]);
  rmSync(large);

  mkdirSync(join(folder, 'files'));
  for (let index = 0; index < 500; index++) file(join('files', `r${index}.xml`), (put) => cases(put, 190));
  const scanAll = [
    '-e',
    `const fs = require('node:fs'); for (const f of fs.readdirSync('files')) { const b = fs.readFileSync('files/' + f); let n = 0; for (let i = b.indexOf(60); i >= 0; i = b.indexOf(60, i + 1)) n++; }`,
  ];
  compare('(d) 500 files of 100 KB', [{ name: "read and scan for '<'", args: scanAll }, ...ours('files/*.xml')]);

  for (const [title, count, output] of dense) {
    const paths = [
      denseReport('unmatched.xml', 'step', count, output),
      denseReport('matched.xml', 'DSGB1: step', count, output),
    ];
    const megabytes = Math.round(statSync(paths[0]).size / 1e6);
    compare(`(e) ${megabytes} MB, ${count.toLocaleString('en')} cases, ${title}`, [
      ...ours('unmatched.xml', 'of no scenario'),
      ...ours('matched.xml', 'all of DSGB1'),
      { name: "read and scan for '<'", args: scan(paths[0]) },
    ]);
    for (const path of paths) rmSync(path);
  }

  mkdirSync(join(folder, 'small'));
  for (let index = 0; index < 20_000; index++) {
    denseReport(join('small', `r${index}.xml`), `DSGB1: step ${index}`, 1, lines(1));
  }
  compare('(f) 20,000 reports of one case of DSGB1', [
    { name: 'node -e 0', args: ['-e', '0'] },
    ...ours('small/*.xml'),
  ]);
  rmSync(join(folder, 'small'), { recursive: true });

  mkdirSync(join(folder, 'five'));
  for (let index = 0; index < 5; index++) {
    denseReport(join('five', `r${index}.xml`), `DSGB1: step ${index}`, 20, messages(10_000, 0));
  }
  compare('(f) five reports of 100 MB, messages of 500 bytes, all of DSGB1', ours('five/*.xml'));
  rmSync(join(folder, 'five'), { recursive: true });

  for (const [title, write] of growing) {
    file('once.xml', (put) => write(put, 1));
    file('twice.xml', (put) => write(put, 2));
    compare(`(g) ${title}`, [
      { name: 'once', args: check('once.xml') },
      { name: 'twice the size', args: check('twice.xml') },
    ]);
    for (const name of ['once.xml', 'twice.xml']) rmSync(join(folder, name));
  }

  for (const [title, test] of [
    ['of no scenario', 'step'],
    ['all of DSGB1', 'DSGB1: step'],
  ]) {
    denseReport('once.xml', test, 10, messages(10_000, 0));
    denseReport('ten-times.xml', test, 100, messages(10_000, 0));
    compare(`(h) 50 and 500 MB of messages, ${title}`, [
      { name: '50 MB', args: check('once.xml') },
      { name: '500 MB', args: check('ten-times.xml') },
    ]);
    for (const name of ['once.xml', 'ten-times.xml']) rmSync(join(folder, name));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
