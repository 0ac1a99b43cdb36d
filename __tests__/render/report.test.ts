import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderReport } from '../../src/render/report.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildProvenance,
  buildRequirementAssessment,
  buildScenarioAssessment,
  buildEvidence,
  buildSourced,
} from '../builders.ts';
import { cases, hostile, notReady, ready } from './cases.ts';

const schema = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(new URL('../../.github/report.schema.json', import.meta.url), 'utf8')));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const context = {
  documents: [
    {
      application: 'NCTS5',
      file: '.ncts5/ncts5-checklist.docx',
      kind: 'own',
      artifact: {
        name: 'checklist.docx',
        id: 77,
        url: 'https://github.com/example/transit/actions/runs/1/artifacts/77',
      },
    },
  ],
} as const;

describe('renderReport', () => {
  it.each(Object.entries(cases))('is as reviewed and holds to its schema: %s', async (name, assessment) => {
    const text = renderReport(assessment, context);
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
    await expect(text).toMatchFileSnapshot(`../golden/render/report/${name}.json`);
  });

  it('has a schema that notices a missing, an unknown and a wrong key', () => {
    const report = z.record(z.string(), z.unknown()).parse(JSON.parse(renderReport(ready)));
    expect(validate({ ...report, verdict: 'green' })).toBe(false);
    expect(validate({ ...report, extra: 1 })).toBe(false);
    const { problems: _, ...less } = report;
    expect(validate(less)).toBe(false);
    expect(validate({ ...report, evaluatedAt: '2026-11-28 12:00' })).toBe(false);
  });

  it('says where each value of the evidence comes from', () => {
    const evidence = buildEvidence('DSGB1', {
      mrn: buildSourced('26GB0000EXAMPLE1J9', { source: 'message-xml', derived: true, provenance: buildProvenance() }),
    });
    const requirement = buildRequirementAssessment('standard-departure', {
      scenario: buildScenarioAssessment('DSGB1', { evidence }),
    });
    const text = renderReport(
      buildAssessment({ applications: [buildApplicationAssessment({ requirements: [requirement] })] }),
    );
    expect(JSON.parse(text)).toMatchObject({
      applications: [{ requirements: [{ mrn: '26GB0000EXAMPLE1J9', messages: { IE015: '2026-11-28T09:00:00Z' } }] }],
      scenarios: {
        DSGB1: { evidence: { mrn: { source: 'message-xml', derived: true, provenance: { runId: 900_100_200 } } } },
      },
    });
  });

  it('marks the reasons that fail the step', () => {
    expect(JSON.parse(renderReport(notReady))).toMatchObject({
      reasons: [{ fatal: true }, { fatal: true }, { fatal: true }, { fatal: true }],
    });
  });

  it('hands hostile text on unchanged, as data', () => {
    const name = hostile.applications[0]?.requirements[0]?.scenario?.counted[0]?.attempt.name;
    expect(JSON.parse(renderReport(hostile))).toMatchObject({ scenarios: { DSGB1: { tests: [{ name }] } } });
  });
});
