import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJUnit } from '../../src/render/junit.ts';
import { readReport } from '../../src/junit/read.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildReason,
  buildRequirementAssessment,
  buildScenarioAssessment,
} from '../builders.ts';
import { readElements } from '../harness/elements.ts';
import { against } from '../harness/xsd.ts';
import { cases, hostile, notReady, ready } from './cases.ts';

/** Ant's schema is of 2011. Ant has written `<skipped>` since 1.9, and whoever reads its format reads that. */
function withoutSkipped(xml: string): string {
  return xml.replaceAll(/\n *<skipped>.*<\/skipped>/g, '').replaceAll(/ skipped="\d+"/g, '');
}

const named = (xml: string, name: string) => readElements(xml).filter((element) => element.name === name);

describe('renderJUnit', () => {
  it.each(Object.entries(cases))('is as reviewed: %s', async (name, assessment) => {
    await expect(renderJUnit(assessment)).toMatchFileSnapshot(`../golden/render/junit/${name}.xml`);
  });

  it('keeps to the schemas of Jenkins and Ant', async () => {
    const texts = Object.values(cases).map(renderJUnit);
    const nothing = texts.map(() => '');
    expect(await against('jenkins', texts)).toEqual(nothing);
    expect(await against('ant', texts.map(withoutSkipped))).toEqual(nothing);
  });

  it.each(['jenkins', 'ant'] as const)(
    'is held to a schema of %s that notices other names and another order',
    async (schema) => {
      const xml = renderJUnit(ready);
      const other = xml.replaceAll(' tests="', ' testz="');
      const turned = xml.replace(/( *<properties>[^]*<\/properties>\n)([^]*)( {4}<system-out>)/, '$2$1$3');
      const [renamed = '', moved = ''] = await against(schema, [other, turned]);
      expect(renamed).toContain('testz');
      expect(moved).toContain('properties');
    },
  );

  it.each(Object.entries(cases))('counts what it lists: %s', (_, assessment) => {
    const xml = renderJUnit(assessment);
    const sum = (attribute: string): number =>
      named(xml, 'testsuite').reduce((total, { attributes }) => total + Number(attributes[attribute] ?? 0), 0);
    expect(named(xml, 'testsuite')).toHaveLength(assessment.applications.length);
    expect(sum('tests')).toBe(named(xml, 'testcase').length);
    expect(sum('failures')).toBe(named(xml, 'failure').length);
    expect(sum('skipped')).toBe(named(xml, 'skipped').length);
  });

  it.each(Object.entries(cases))('fails somewhere exactly when the verdict is not ready: %s', (_, assessment) => {
    const failures = named(renderJUnit(assessment), 'failure');
    expect(failures.length > 0).toBe(assessment.verdict === 'not-ready');
  });

  it('says of each failure why, and what to do', () => {
    const failures = named(renderJUnit(notReady), 'failure');
    expect(failures.length).toBeGreaterThan(0);
    for (const { attributes, text } of failures) {
      expect(attributes['message']).not.toBe('');
      expect(text).toContain('What to do: ');
    }
  });

  it('shows a reason of no test as a failure of its own, so that a red verdict never looks green', () => {
    const reason = buildReason({ kind: 'unreadable', message: 'results/a.xml breaks off in line 3.' });
    const satisfied = buildRequirementAssessment('standard-departure', { scenario: buildScenarioAssessment('DSGB1') });
    const application = buildApplicationAssessment({ requirements: [satisfied] });
    const xml = renderJUnit(buildAssessment({ findings: [reason], applications: [application] }));
    expect(named(xml, 'failure').map(({ attributes }) => attributes['message'])).toEqual([reason.message]);
  });

  it('is XML whatever reports are called and say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const findings = [buildReason({ kind: 'unreadable', message })];
        const application = buildApplicationAssessment({ name: message, requirements: [] });
        const xml = renderJUnit(buildAssessment({ findings, applications: [application] }));
        expect(named(xml, 'failure')).toHaveLength(1);
      }),
    );
    expect(() => readElements(renderJUnit(hostile))).not.toThrow();
  });
});

describe('a report reader', () => {
  async function read(xml: string) {
    const results: string[] = [];
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(xml);
    }
    const listener = {
      property: () => {},
      text: () => {},
      endOfText: () => {},
      comment: () => {},
      finish: () => undefined,
    };
    const file = await readReport(source(), 'results/verdict.xml', {
      listen: () => listener,
      result: ({ outcome, declared }) => {
        if (declared === undefined) results.push(outcome);
      },
    });
    return { file, results };
  }

  it.each(Object.entries(cases))(
    'takes nothing of a verdict for evidence, and says what the file is: %s',
    async (_, assessment) => {
      const { file, results } = await read(renderJUnit(assessment));
      expect(results).toEqual([]);
      expect(file.problem).toMatchObject({ kind: 'not-junit', severity: 'error' });
      expect(file.problem?.message).toContain('verdict of this program');
    },
  );

  it('does so wherever the suite stands, whatever else is in the file', async () => {
    const suites = /<testsuite [^]*<\/testsuite>/.exec(renderJUnit(ready))?.[0] ?? '';
    const { file, results } = await read(
      `<testsuites><testsuite name="a"><testcase name="DSGB1"><failure/></testcase></testsuite>${suites}</testsuites>`,
    );
    expect(results).toEqual(['failed']);
    expect(file.problem?.message).toContain('verdict of this program');
  });
});
