import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { Finding } from '../../src/finding.ts';
import { findReusedMrns, gatherEvidence } from '../../src/assessment/evidence/gather.ts';
import { expectedCheckDigit } from '../../src/requirements/mrn.ts';
import type { Statement, StatementSource } from '../../src/statements/statement.ts';
import { type MessageType, messages } from '../../src/requirements/messages.ts';
import { scenarios } from '../../src/requirements/ncts5/scenario-table.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { ScenarioId } from '../../src/requirements/scenario.ts';
import { buildAttempt, buildEvidence, buildProvenance, buildScenario, buildSourced, mrns } from '../builders.ts';

const at = (time: string, day = '2026-07-01') => Date.parse(`${day}T${time}Z`);

interface Origin {
  readonly source?: StatementSource;
  readonly line?: number;
}

const isDerived = (source: StatementSource) => source === 'api-json' || source === 'message-xml';

function says(key: 'mrn' | 'lrn', value: string, { source = 'property', line = 3 }: Origin = {}): Statement {
  return { key, value, source, derived: isDerived(source), line };
}

interface MessageOptions extends Origin {
  readonly mrn?: string;
  readonly lrn?: string;
  readonly text?: string;
  readonly assumedZone?: boolean;
}

function message(type: MessageType, time: number | undefined, options: MessageOptions = {}): Statement {
  const { source = 'property', line = 4, text = `${type}=…`, assumedZone = false, mrn, lrn } = options;
  return {
    key: 'message',
    message: type,
    at: time,
    assumedZone,
    source,
    derived: isDerived(source),
    line,
    text,
    ...(mrn === undefined ? {} : { mrn }),
    ...(lrn === undefined ? {} : { lrn }),
  };
}

/** Every message of a scenario's steps, a minute after the other, beginning at noon. */
function allMessages(id: ScenarioId): Statement[] {
  const types = new Set(buildScenario(id).steps.flatMap(({ sends, receives }) => [...sends, ...receives]));
  return messageTypes
    .filter((type) => types.has(type))
    .map((type) => message(type, at('12:00:00') + [...types].indexOf(type) * 60_000));
}

const messageTypes = messages.map(({ type }) => type);

const attempt = (statements: readonly Statement[], overrides: Partial<Attempt> = {}) =>
  buildAttempt({ statements, ...overrides });
const gather = (id: ScenarioId, ...attempts: readonly Attempt[]) =>
  gatherEvidence(buildScenario(id), attempts, ncts5.expected[buildScenario(id).flow]);
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
const findingsOf = (id: ScenarioId, statements: readonly Statement[]) => gather(id, attempt(statements)).findings;

const complete = [says('mrn', mrns.gb), says('lrn', 'LRN-0001'), ...allMessages('DSGB1')];
const without = (...types: readonly string[]) =>
  complete.filter((statement) => statement.key !== 'message' || !types.includes(statement.message));
const withTime = (type: MessageType, time: number, ...more: readonly Statement[]) => [
  ...without(type),
  message(type, time),
  ...more,
];

const ofYear = (year: string) => {
  const first17 = `${year}XI0000EXAMPLE1J`;
  return `${first17}${expectedCheckDigit(first17)}`;
};

const yearFindings = (id: ScenarioId, mrn: string, ...times: readonly (readonly [MessageType, string])[]) =>
  findingsOf(id, [says('mrn', mrn), ...times.map(([type, day]) => message(type, at('12:00:00', day)))])
    .filter(({ code }) => code === 'mrn-year')
    .map((finding) => finding.message.replace(/^MRN '[^']*' is of the year /, ''));

const unreadable = (text: string) => message('IE015', undefined, { text });

const given = (time: number) => message('IE015', time, { source: 'line', line: 11 });

const gatheredAll = (...users: readonly (readonly [ScenarioId, string | undefined])[]) =>
  new Map(
    users.map(([id, mrn]) => [
      id,
      {
        scenario: buildScenario(id),
        evidence: buildEvidence(id, {
          mrn: mrn === undefined ? undefined : buildSourced(mrn, { file: `${id}.xml`, line: 5 }),
        }),
      },
    ]),
  );

const reused = (...users: readonly (readonly [ScenarioId, string | undefined])[]) => [
  ...findReusedMrns(gatheredAll(...users)).keys(),
];

describe('what is gathered', () => {
  it('complete evidence has no findings', () => {
    const evidence = gather('DSGB1', attempt(complete));
    expect(evidence.findings).toEqual([]);
    expect(evidence.mrn).toEqual({
      value: mrns.gb,
      source: 'property',
      derived: false,
      file: 'results/trader-test.xml',
      line: 3,
    });
    expect(evidence.lrn?.value).toBe('LRN-0001');
    expect([...evidence.messages.keys()].toSorted()).toEqual(['IE015', 'IE028', 'IE029', 'IE928']);
    expect(evidence.messages.get('IE928')).toEqual({
      value: at('12:01:00'),
      assumedZone: false,
      source: 'property',
      derived: false,
      file: 'results/trader-test.xml',
      line: 4,
    });
  });

  it('is spread over several attempts, each with its own place', () => {
    const evidence = gather(
      'DSGB1',
      attempt(complete.slice(0, 4), { file: 'results/submit.xml', order: 1, provenance: buildProvenance() }),
      attempt(complete.slice(4), { file: 'results/collect.xml', order: 2 }),
    );
    expect(evidence.findings).toEqual([]);
    expect(evidence.mrn).toMatchObject({ file: 'results/submit.xml', provenance: { artifactId: 4711 } });
    expect(evidence.messages.get('IE029')?.file).toBe('results/collect.xml');
    expect(evidence.messages.get('IE029')?.provenance).toBeUndefined();
  });

  it('takes MRN and LRN out of messages, marked as derived', () => {
    const evidence = gather(
      'DSGB1',
      attempt([message('IE028', at('12:00:00'), { source: 'message-xml', mrn: mrns.gb, lrn: 'LRN-0002', line: 8 })]),
    );
    expect(evidence.mrn).toMatchObject({ value: mrns.gb, derived: true, source: 'message-xml', line: 8 });
    expect(evidence.lrn).toMatchObject({ value: 'LRN-0002', derived: true, source: 'message-xml', line: 8 });
    expect(evidence.messages.get('IE028')).toMatchObject({ value: at('12:00:00'), derived: true });
  });

  it('prefers the most trusted source, whatever the order', () => {
    const sources: readonly StatementSource[] = [
      'property',
      'marker',
      'line',
      'comment',
      'name',
      'api-json',
      'message-xml',
    ];
    for (const [index, better] of sources.entries()) {
      for (const worse of sources.slice(index + 1)) {
        const statements = [better, worse].map((source) => says('lrn', source, { source }));
        const times = [better, worse].map((source, minute) => message('IE015', at(`12:0${minute}:00`), { source }));
        for (const pair of [statements, statements.toReversed()]) {
          expect(gather('DSGB1', attempt(pair)).lrn?.value).toBe(better);
        }
        for (const pair of [times, times.toReversed()]) {
          expect(gather('DSGB1', attempt(pair)).messages.get('IE015')?.value).toBe(at('12:00:00'));
        }
      }
    }
  });

  it('prefers what is given outright, even from a less trusted source', () => {
    const derived: Statement = { ...says('lrn', 'derived'), derived: true };
    expect(gather('DSGB1', attempt([derived, says('lrn', 'given', { source: 'name' })])).lrn?.value).toBe('given');
  });

  it('of equals takes the later attempt, and in it the later statement', () => {
    const first = attempt([says('lrn', 'L1')], { order: 1 });
    const second = attempt([says('lrn', 'L3'), message('IE015', at('12:00:00')), message('IE015', at('12:00:01'))], {
      order: 2,
    });
    for (const evidence of [gather('DSGB1', first, second), gather('DSGB1', second, first)]) {
      expect(evidence.lrn?.value).toBe('L3');
      expect(evidence.messages.get('IE015')?.value).toBe(at('12:00:01'));
    }
  });

  it('takes the time that can be read', () => {
    const evidence = gather(
      'DSGB1',
      attempt([
        message('IE015', undefined),
        message('IE015', at('12:00:00'), { source: 'api-json', assumedZone: true }),
      ]),
    );
    expect(evidence.messages.get('IE015')).toMatchObject({
      value: at('12:00:00'),
      source: 'api-json',
      assumedZone: true,
    });
    expect(gather('DSGB1', attempt([message('IE015', undefined)])).messages.size).toBe(0);
  });

  it('without attempts there is nothing, and nothing wrong', () => {
    expect(gather('DSGB1')).toEqual({
      mrn: undefined,
      lrn: undefined,
      messages: new Map(),
      seen: new Map(),
      findings: [],
    });
  });
});

describe('the MRN', () => {
  it('missing: points to the first attempt', () => {
    const findings = gather('DSGB1', attempt(complete.slice(1), { line: 33 }), attempt([], { line: 44 })).findings;
    expect(findings).toMatchObject([{ code: 'mrn-missing', place: { file: 'results/trader-test.xml', line: 33 } }]);
    expect(findings[0]?.message).toBe('No MRN was found, and the form asks for one.');
    expect(findings[0]?.next).toBe(
      "Give the test a property 'MRN', or have it print a line 'MRN=…' or the message with it (CC028C).",
    );
  });

  it('is asked of an arrival, which starts from one', () => {
    expect(codes(findingsOf('ANGB2', [says('lrn', 'L-1'), message('IE045', at('12:00:00'))]))).toEqual(['mrn-missing']);
  });

  it('is not asked of a declaration that is rejected: the LRN will do', () => {
    const times = allMessages('DSGBT1');
    expect(findingsOf('DSGBT1', [says('lrn', 'L-1'), ...times])).toEqual([]);
    const [finding, ...others] = findingsOf('DSGBT1', times);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'mrn-missing', place: { line: 7 } });
    expect(finding?.message).toMatch(/^Neither MRN nor LRN was found/);
    expect(finding?.next).toMatch(/'LRN=…': DSGBT1 ends before an MRN is allocated\.$/);
  });

  it.each([
    [
      '26GB00006010A2B3C4',
      'mrn-shape',
      "MRN '26GB00006010A2B3C4' is not valid: character 17 must be a procedure letter J, K, L or M, but is 'C'.",
    ],
    [
      '26GB0000EXAMPLE1J8',
      'mrn-check-digit',
      "MRN '26GB0000EXAMPLE1J8' is not valid: its check digit must be 9, but is 8: at least one character is wrong.",
    ],
    [
      '26XI0000EXAMPLE1J9',
      'mrn-country',
      "MRN '26XI0000EXAMPLE1J9' has country XI, expected GB: DSGB1 is a departure from GB.",
    ],
  ])('%s', (value, code, text) => {
    const findings = findingsOf('DSGB1', [says('mrn', value, { line: 12 }), ...complete.slice(1)]);
    expect(findings).toEqual([
      {
        kind: 'evidence',
        severity: 'warning',
        code,
        message: text,
        place: { file: 'results/trader-test.xml', line: 12 },
      },
    ]);
  });

  it('of an arrival bears the other country', () => {
    const arrival = allMessages('ASGB1');
    expect(findingsOf('ASGB1', [says('mrn', mrns.xi), ...arrival])).toEqual([]);
    expect(findingsOf('ASXI1', [says('mrn', mrns.gb), ...arrival])).toEqual([]);
    const [finding] = findingsOf('ASGB1', [says('mrn', mrns.gb), ...arrival]);
    expect(finding).toMatchObject({ code: 'mrn-country' });
    expect(finding?.message).toBe(
      `MRN '${mrns.gb}' has country GB, expected XI: ASGB1 is an arrival in GB from XI, and an MRN has the country of departure.`,
    );
    expect(codes(findingsOf('ASXI1', [says('mrn', mrns.xi), ...arrival]))).toEqual(['mrn-country']);
  });

  it('is of the year of its messages', () => {
    expect(yearFindings('DSGB1', mrns.gb, ['IE015', '2026-01-01'])).toEqual([]);
    expect(yearFindings('DSGB1', mrns.gb, ['IE015', '2026-12-31'])).toEqual([]);
    expect(yearFindings('DSGB1', mrns.gb, ['IE015', '2025-12-31'], ['IE028', '2026-01-01'])).toEqual([]);
    expect(yearFindings('DSGB1', mrns.gb, ['IE028', '2027-01-01'], ['IE015', '2026-12-31'])).toEqual([]);
    expect(yearFindings('DSGB1', mrns.gb, ['IE015', '2025-12-31'])).toEqual([
      '2026, expected 2025, going by the times of its messages.',
    ]);
    expect(yearFindings('DSGB1', mrns.gb, ['IE015', '2027-01-01'])).toEqual([
      '2026, expected 2027, going by the times of its messages.',
    ]);
    // An arrival may come in the year after the departure, but not before it.
    expect(yearFindings('ASGB1', mrns.xi, ['IE007', '2026-12-31'])).toEqual([]);
    expect(yearFindings('ASGB1', mrns.xi, ['IE007', '2027-01-01'])).toEqual([]);
    expect(yearFindings('ASGB1', mrns.xi, ['IE007', '2028-01-01'])).toEqual([
      '2026, expected 2027 to 2028, going by the times of its messages.',
    ]);
    expect(yearFindings('ASGB1', mrns.xi, ['IE007', '2025-12-31'])).toEqual([
      '2026, expected 2024 to 2025, going by the times of its messages.',
    ]);
    // Its own messages may lie on both sides of New Year.
    const newYear = [
      ['IE007', '2026-12-31'],
      ['IE045', '2027-01-01'],
    ] as const;
    expect(yearFindings('ASGB1', ofYear('25'), ...newYear)).toEqual([]);
    expect(yearFindings('ASGB1', ofYear('27'), ...newYear)).toEqual([]);
    expect(yearFindings('ASGB1', ofYear('24'), ...newYear)).toHaveLength(1);
    expect(yearFindings('ASGB1', ofYear('28'), ...newYear)).toHaveLength(1);
    // With the departure's messages those decide.
    expect(yearFindings('ASGB1', mrns.xi, ['IE015', '2027-01-01'], ['IE007', '2027-01-02'])).toEqual([
      '2026, expected 2027, going by the times of its messages.',
    ]);
    expect(yearFindings('DSGB1', mrns.gb)).toEqual([]);
  });

  it('country and year are both reported', () => {
    expect(codes(findingsOf('DSGB1', [says('mrn', mrns.xi), message('IE015', at('12:00:00', '2025-07-01'))]))).toEqual([
      'mrn-country',
      'mrn-year',
      'message-missing',
    ]);
  });
});

describe('the LRN', () => {
  it.each([
    ['X'.repeat(22), []],
    ['A', []],
    ['AB/12-3.4_5 6', []],
    ['X'.repeat(23), [`LRN '${'X'.repeat(23)}' has 23 characters, expected at most 22.`]],
    ['LRNÉ1', ["LRN 'LRNÉ1' has characters that NCTS doesn't take, expected plain letters, digits and signs."]],
    [
      'LRN\u00071',
      ["LRN 'LRN\ufffd1' has characters that NCTS doesn't take, expected plain letters, digits and signs."],
    ],
  ])('%j', (value, expected) => {
    const numbers = [says('mrn', mrns.gb), says('lrn', value, { source: 'property', line: 9 })];
    const findings = findingsOf('DSGB1', [...numbers, ...allMessages('DSGB1')]).filter(
      ({ code }) => code === 'lrn-length',
    );
    expect(findings.map((finding) => finding.message)).toEqual(expected);
    expect(findings.every(({ place }) => place?.line === 9)).toBe(true);
  });

  it('is not asked for where there is an MRN', () => {
    expect(
      findingsOf(
        'DSGB1',
        complete.filter(({ key }) => key !== 'lrn'),
      ),
    ).toEqual([]);
  });
});

describe('one movement per scenario', () => {
  it('two MRNs are a conflict, wherever they come from', () => {
    const { findings, mrn } = gather(
      'DSGB1',
      attempt(complete, { order: 1 }),
      attempt([message('IE028', at('12:02:00'), { source: 'message-xml', mrn: mrns.gb2, line: 8 })], {
        file: 'b.xml',
        order: 2,
      }),
    );
    expect(mrn?.value).toBe(mrns.gb);
    expect(findings).toEqual([
      {
        kind: 'evidence',
        severity: 'warning',
        code: 'mrn-conflict',
        message:
          `Its results state 2 MRNs, expected one movement per scenario: '${mrns.gb}' (results/trader-test.xml:3) and ` +
          `'${mrns.gb2}' (b.xml:8). '${mrns.gb}' is used.`,
        place: { file: 'results/trader-test.xml', line: 3 },
      },
    ]);
  });

  it('two LRNs as well', () => {
    const findings = findingsOf('DSGB1', [...complete, says('lrn', 'LRN-0002', { source: 'line', line: 5 })]);
    expect(codes(findings)).toEqual(['lrn-conflict']);
    expect(findings[0]?.message).toContain(
      "'LRN-0001' (results/trader-test.xml:3) and 'LRN-0002' (results/trader-test.xml:5)",
    );
  });

  it('the same one twice is none; of an MRN in capitals or not', () => {
    expect(
      codes(
        findingsOf('DSGB1', [
          ...complete,
          says('mrn', mrns.gb, { source: 'line' }),
          says('lrn', 'LRN-0001', { source: 'line' }),
        ]),
      ),
    ).toEqual([]);
    expect(codes(findingsOf('DSGB1', [...complete, says('mrn', mrns.gb.toLowerCase(), { source: 'line' })]))).toEqual(
      [],
    );
    expect(codes(findingsOf('DSGB1', [...complete, says('lrn', 'lrn-0001', { source: 'line' })]))).toEqual([
      'lrn-conflict',
    ]);
  });

  it('each is told with its most trusted place', () => {
    const again = says('lrn', 'LRN-0001', { source: 'line', line: 50 });
    const [finding] = findingsOf('DSGB1', [...complete, says('lrn', 'LRN-0002', { source: 'line', line: 5 }), again]);
    expect(finding).toMatchObject({ code: 'lrn-conflict', place: { line: 3 } });
    expect(finding?.message).toContain(
      "'LRN-0001' (results/trader-test.xml:3) and 'LRN-0002' (results/trader-test.xml:5)",
    );
  });

  it('of many it names five', () => {
    const many = Array.from({ length: 8 }, (_, index) => says('lrn', `L${index}`));
    const [, finding] = findingsOf('DSGB1', [...complete.filter(({ key }) => key === 'message'), ...many]);
    expect(finding?.message).toMatch(
      /state 8 LRNs.*'L7' .*'L3' \(results\/trader-test\.xml:3\) and 3 more\. None is used, since nothing says which is its own: give the test a property 'LRN'\.$/,
    );
    const six = findingsOf('DSGB1', [...complete.filter(({ key }) => key === 'message'), ...many.slice(0, 6)])[1];
    expect(six?.message).toMatch(/'L1' \(results\/trader-test\.xml:3\) and 1 more\. /);
    const five = findingsOf('DSGB1', [...complete.filter(({ key }) => key === 'message'), ...many.slice(0, 5)])[1];
    expect(five?.message).toMatch(/'L1' \(results\/trader-test\.xml:3\) and 'L0' \(results\/trader-test\.xml:3\)\. /);
  });
});

describe('messages', () => {
  it.each<[ScenarioId, readonly string[], string]>([
    ['DSGB1', ['IE029'], 'The time of IE029 (released for transit) was not found, and'],
    ['DSGB1', ['IE015', 'IE028'], 'The times of IE015 (declaration) and IE028 (MRN allocated) were not found, and'],
    ['PSGB1', ['IE170'], 'The time of IE170 (presentation notification) was not found, and'],
    [
      'ASGB1',
      ['IE007', 'IE045'],
      'The times of IE007 (arrival notification) and IE045 (write-off) were not found, and',
    ],
    // The steps of a rejected declaration have no IE928.
    ['DSGBT1', ['IE015', 'IE056'], 'The time of IE015 (declaration) was not found, and'],
  ])('%s without %s', (id, absent, beginning) => {
    const statements = [says('mrn', id === 'ASGB1' ? mrns.xi : mrns.gb), ...allMessages(id)].filter(
      (statement) => statement.key !== 'message' || !absent.includes(statement.message),
    );
    const findings = findingsOf(id, statements);
    expect(codes(findings)).toEqual(['message-missing']);
    expect(findings[0]).toMatchObject({ place: { file: 'results/trader-test.xml', line: 7 } });
    expect(findings[0]?.message.slice(0, beginning.length)).toBe(beginning);
  });

  it.each<[readonly MessageType[], string, string]>([
    [['IE015', 'IE028'], 'The time of IE028 (MRN allocated) was not found, and the form asks for it.', 'warning'],
    [['IE028'], 'The time of IE028 (MRN allocated) was not found.', 'warning'],
    [['IE015'], 'The time of IE028 (MRN allocated) was not found.', 'notice'],
    [[], 'The time of IE028 (MRN allocated) was not found.', 'notice'],
  ])(
    'are asked for by the form, and keep it from being sent, where it has places for them: %j',
    (formAsks, ...said) => {
      const { findings } = gatherEvidence(buildScenario('DSGB1'), [attempt(without('IE028'))], ['IE015', 'IE028'], {
        formAsks,
      });
      expect(findings.map(({ message: text, severity }) => [text, severity])).toEqual([said]);
    },
  );

  it('those of the departure behind an arrival are not asked for', () => {
    const arrival = [message('IE007', at('12:00:00')), message('IE045', at('12:00:00'))];
    expect(findingsOf('ASGB1', [says('mrn', mrns.xi), ...arrival])).toEqual([]);
  });

  it('complete evidence of every scenario has no findings', () => {
    for (const { id, flow, region } of scenarios) {
      const mrn = (flow === 'arrival') === (region === 'GB') ? mrns.xi : mrns.gb;
      const findings = findingsOf(id, [says('mrn', mrn), says('lrn', 'L-1'), ...allMessages(id)]);
      expect({ id, findings }).toEqual({ id, findings: [] });
    }
  });

  it('in the wrong order', () => {
    const findings = findingsOf('DSGB1', withTime('IE028', at('11:59:59')));
    expect(findings).toEqual([
      {
        kind: 'evidence',
        severity: 'warning',
        code: 'message-order',
        message:
          'IE028 (MRN allocated) must not come before IE928 (positive acknowledgement): expected 1 July 2026, 12:01:00 UTC or later, found 1 July 2026, 11:59:59 UTC.',
        place: { file: 'results/trader-test.xml', line: 4 },
      },
    ]);
  });

  it('at the same second are in order, a second earlier are not', () => {
    expect(codes(findingsOf('DSGB1', withTime('IE928', at('12:00:00'))))).toEqual([]);
    expect(codes(findingsOf('DSGB1', withTime('IE928', at('12:02:00'))))).toEqual([]);
    expect(codes(findingsOf('DSGB1', withTime('IE928', at('12:02:00.999'))))).toEqual([]);
    expect(codes(findingsOf('DSGB1', withTime('IE928', at('12:02:01'))))).toEqual(['message-order']);
    expect(codes(findingsOf('DSGB1', withTime('IE928', at('11:59:59.999'))))).toEqual(['message-order']);
  });

  it('are compared over those that are missing, and over all steps', () => {
    expect(
      codes(findingsOf('DSGB1', [...without('IE928', 'IE028', 'IE029'), message('IE029', at('11:00:00'))])),
    ).toEqual(['message-missing', 'message-order']);
    const departureAfterArrival = [
      message('IE015', at('13:00:00')),
      message('IE007', at('12:00:00')),
      message('IE045', at('14:00:00')),
    ];
    expect(codes(findingsOf('ASGB1', [says('mrn', mrns.xi), ...departureAfterArrival]))).toEqual(['message-order']);
  });

  it('that come twice in a scenario have no place in the order', () => {
    // ASGB3: IE044 > IE025, IE019, IE025, IE045
    const early = allMessages('ASGB3').map((statement) =>
      statement.key === 'message' && statement.message === 'IE025' ? { ...statement, at: at('11:00:00') } : statement,
    );
    expect(findingsOf('ASGB3', [says('mrn', mrns.xi), ...early])).toEqual([]);
    const twice = [...allMessages('ASGB3'), message('IE025', at('12:30:00'))];
    expect(findingsOf('ASGB3', [says('mrn', mrns.xi), ...twice])).toEqual([]);
  });

  it('that the scenario does not have', () => {
    const findings = findingsOf('DSGB1', [
      ...complete,
      message('IE056', at('12:00:30'), { source: 'api-json', line: 20 }),
    ]);
    expect(findings).toEqual([
      {
        kind: 'evidence',
        severity: 'warning',
        code: 'message-unexpected',
        message:
          "IE056 (rejection by the office of departure) was found, which DSGB1 doesn't have: expected IE015, IE928, IE028 and IE029 only.",
        place: { file: 'results/trader-test.xml', line: 20 },
      },
    ]);
    expect(codes(findingsOf('DSGB1', [...complete, message('IE999', undefined, { source: 'message-xml' })]))).toEqual([
      'message-time',
      'message-unexpected',
    ]);
    const unknown = findingsOf('DSGB1', [...complete, message('IE999', at('12:00:30'), { line: 21 })]);
    expect(unknown.map((finding) => finding.message)).toEqual([
      "IE999 was found, which DSGB1 doesn't have: expected IE015, IE928, IE028 and IE029 only.",
    ]);
    const [twice] = findingsOf('ASGB3', [
      says('mrn', mrns.xi),
      ...allMessages('ASGB3'),
      message('IE056', at('12:00:00')),
    ]);
    expect(twice?.message).toMatch(
      /expected IE015, IE928, IE028, IE029, IE007, IE043, IE044, IE025, IE019 and IE045 only\.$/,
    );
  });
});

describe('a scenario whose messages the programme does not list', () => {
  it('may have any', () => {
    const { findings } = gatherEvidence(buildScenario('DSGB1', { steps: [] }), [attempt(complete)], []);
    expect(codes(findings)).not.toContain('message-unexpected');
  });
});

describe('times of messages', () => {
  it('given outright and unreadable: reported even when another can be read', () => {
    const findings = findingsOf('DSGB1', [
      ...complete,
      message('IE015', undefined, { source: 'line', text: 'IE015=01/07/2026', line: 6 }),
    ]);
    expect(findings).toEqual([
      {
        kind: 'evidence',
        severity: 'warning',
        code: 'message-time',
        message:
          "The time of IE015 (declaration) can't be read: expected one such as 2026-07-01T12:00:05Z or 2026-07-01 13:00:05+01:00, found 'IE015=01/07/2026'.",
        place: { file: 'results/trader-test.xml', line: 6 },
      },
    ]);
  });

  it('of a message that says none: reported only where nothing else does', () => {
    const undated = message('IE015', undefined, {
      source: 'message-xml',
      text: 'CC015C without preparationDateAndTime',
    });
    expect(findingsOf('DSGB1', [...complete, undated])).toEqual([]);
    expect(codes(findingsOf('DSGB1', [...without('IE015'), undated]))).toEqual(['message-time']);
  });

  it('the same text twice is reported once, two texts twice', () => {
    expect(codes(findingsOf('DSGB1', [...complete, unreadable('a'), unreadable('a')]))).toEqual(['message-time']);
    expect(codes(findingsOf('DSGB1', [...complete, unreadable('a'), unreadable('b')]))).toEqual([
      'message-time',
      'message-time',
    ]);
  });

  it('two given for one message are a conflict, from a second apart', () => {
    expect(codes(findingsOf('DSGB1', [...complete, given(at('12:00:00.999'))]))).toEqual([]);
    expect(findingsOf('DSGB1', [...complete, given(at('11:59:59.999'))])).toEqual([
      {
        kind: 'evidence',
        severity: 'warning',
        code: 'message-conflict',
        message:
          '2 times are given for IE015 (declaration), expected one: 1 July 2026, 12:00:00 UTC (results/trader-test.xml:4) and 1 July 2026, 11:59:59 UTC (results/trader-test.xml:11). 1 July 2026, 12:00:00 UTC is used.',
        place: { file: 'results/trader-test.xml', line: 4 },
      },
    ]);
  });

  it('a derived one beside it is a copy, not a conflict', () => {
    const derived = message('IE015', at('11:59:00'), { source: 'message-xml' });
    expect(findingsOf('DSGB1', [...complete, derived])).toEqual([]);
    const api = message('IE015', at('11:58:00'), { source: 'api-json' });
    expect(findingsOf('DSGB1', [...without('IE015'), derived, api])).toEqual([]);
  });
});

describe('too much evidence', () => {
  it('is reported with how much was left out', () => {
    const { findings } = gather('DSGB1', attempt(complete, { dropped: { count: 12, line: 99 } }));
    expect(findings).toMatchObject([{ code: 'too-much', place: { file: 'results/trader-test.xml', line: 99 } }]);
    expect(findings[0]?.message).toContain('12 statements were left out');
  });

  it('is counted over all results, also those of which nothing was kept, and points at the first', () => {
    const said = (...attempts: readonly Attempt[]) =>
      gather('DSGB1', attempt(complete, { order: 9 }), ...attempts).findings.map((finding) => [
        /: (.*), from here/u.exec(finding.message)?.[1],
        finding.place?.line,
      ]);
    const one = attempt([], { order: 1, dropped: { count: 1, line: 20 } });
    const two = attempt([], { order: 2, dropped: { count: 2, line: 40 } });
    expect(said(one)).toEqual([['one statement was left out', 20]]);
    expect(said(two, one)).toEqual([['3 statements were left out', 20]]);
    expect(said(one, two)).toEqual([['3 statements were left out', 20]]);
  });
});

describe('what was seen of messages', () => {
  it('is the place of the most trusted of each type, whether or not its time can be read', () => {
    const { seen } = gather(
      'DSGB1',
      attempt([
        message('IE015', at('12:00:00'), { source: 'line', line: 8 }),
        message('IE015', at('12:00:00'), { source: 'property', line: 9 }),
        message('IE029', undefined, { line: 10 }),
      ]),
    );
    const file = 'results/trader-test.xml';
    expect(seen).toEqual(
      new Map([
        ['IE015', { file, line: 9 }],
        ['IE029', { file, line: 10 }],
      ]),
    );
  });

  it('is of the later of two results, in whichever order they are given', () => {
    const first = attempt([message('IE015', at('12:00:00'))], { order: 1, file: 'a.xml' });
    const second = attempt([message('IE015', at('13:00:00'))], { order: 2, file: 'b.xml' });
    for (const attempts of [
      [first, second],
      [second, first],
    ]) {
      const { messages: times, seen } = gather('DSGB1', ...attempts);
      expect([times.get('IE015')?.value, seen.get('IE015')?.file]).toEqual([at('13:00:00'), 'b.xml']);
    }
  });
});

describe('hostile texts in findings', () => {
  it('are cut, on one line and without control characters', () => {
    const [finding] = findingsOf('DSGB1', [says('mrn', `a\n\u001b[31m${'x'.repeat(500)}`), ...complete.slice(1)]);
    expect(finding?.message).toBe(
      `MRN 'a \ufffd[31m${'x'.repeat(50)}…' is not valid: an MRN has 18 characters, this has 507.`,
    );
    const sixtyOne = findingsOf('DSGB1', [says('mrn', 'z'.repeat(61)), ...complete.slice(1)])[0];
    expect(sixtyOne?.message).toContain(`'${'z'.repeat(57)}…'`);
    const blanks = findingsOf('DSGB1', [says('mrn', ' a  \n b\n'), ...complete.slice(1)])[0];
    expect(blanks?.message).toContain(`MRN 'a b' is not valid`);
    const sixty = 'y'.repeat(60);
    expect(findingsOf('DSGB1', [says('mrn', sixty), ...complete.slice(1)])[0]?.message).toContain(`'${sixty}'`);
  });
});

describe('findReusedMrns', () => {
  it('one MRN in two departures, of whatever flow', () => {
    const findings = findReusedMrns(gatheredAll(['DSGB1', mrns.gb], ['PSGB1', mrns.gb], ['DNGB1', mrns.gb2]));
    expect([...findings]).toEqual([
      [
        'DSGB1',
        [
          {
            kind: 'evidence',
            severity: 'warning',
            code: 'mrn-reused',
            message: `MRN '${mrns.gb}' is also that of PSGB1, expected a movement of its own for each departure.`,
            place: { file: 'DSGB1.xml', line: 5 },
          },
        ],
      ],
      [
        'PSGB1',
        [
          {
            kind: 'evidence',
            severity: 'warning',
            code: 'mrn-reused',
            message: `MRN '${mrns.gb}' is also that of DSGB1, expected a movement of its own for each departure.`,
            place: { file: 'PSGB1.xml', line: 5 },
          },
        ],
      ],
    ]);
  });

  it('an arrival may finish the movement of a departure, but no movement arrives twice', () => {
    expect(reused(['DSXI1', mrns.xi], ['ASGB1', mrns.xi])).toEqual([]);
    expect(reused(['DSXI1', mrns.xi], ['ASGB1', mrns.xi], ['ANGB1', mrns.xi])).toEqual(['ASGB1', 'ANGB1']);
    const [finding] = findReusedMrns(gatheredAll(['ASGB1', mrns.xi], ['ANGB1', mrns.xi])).get('ASGB1') ?? [];
    expect(finding?.message).toMatch(
      /^MRN '.*' is also that of ANGB1, expected a movement of its own for each arrival\.$/,
    );
  });

  it('names all the others', () => {
    const [finding] =
      findReusedMrns(gatheredAll(['DSGB1', mrns.gb], ['DSGB4', mrns.gb], ['DSGB5', mrns.gb])).get('DSGB4') ?? [];
    expect(finding?.message).toContain('is also that of DSGB1 and DSGB5,');
  });

  it('different ones, and none, are no reuse; capitals or not make no difference', () => {
    expect(reused(['DSGB1', mrns.gb], ['DSGB4', mrns.gb2])).toEqual([]);
    expect(reused(['DSGB1', undefined], ['DSGB4', undefined])).toEqual([]);
    expect(reused(['DSGB1', mrns.gb], ['DSGB4', mrns.gb.toLowerCase()])).toEqual(['DSGB1', 'DSGB4']);
  });
});
