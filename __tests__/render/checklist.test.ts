import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Finding } from '../../src/finding.ts';
import { renderChecklist } from '../../src/render/checklist.ts';
import type { Answer } from '../../src/requirements/form.ts';
import {
  buildApplication,
  buildApplicationAssessment,
  buildAssessment,
  buildAttempt,
  buildCounted,
  buildEvidence,
  buildEvidenceFinding,
  buildMessages,
  buildProvenance,
  buildRecommended,
  buildReportFile,
  buildRequirement,
  buildRequirementAssessment,
  buildScenarioAssessment,
  buildSourced,
} from '../builders.ts';
import { ooxmlErrors } from '../harness/ooxml.ts';
import { cases, hostile, notReady, ready, twoApplications, undatedAndAmbiguous } from './cases.ts';
import { docxPart, docxText } from './docx-text.ts';

const answers: Readonly<Record<string, Answer>> = {
  'business.name': 'Example Freight Ltd',
  'business.address': '1 Harbour Way\nDover\nCT16 1AA',
  'software.saas': true,
  'software.onPremise': false,
  'rateLimit.unsure': 'Traffic after the launch is hard to foresee.',
  'movementCap.exceeds500': 'unknown',
  'software.eoriEnrolments': 12,
};

async function render(assessment: Assessment, given = answers, index = 0): Promise<Uint8Array> {
  const application = assessment.applications[index];
  if (application === undefined) throw new Error('No such application.');
  return renderChecklist(assessment, application, given);
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Nothing to say where the validator can't be had: it runs on Linux x64 only. */
async function validate(bytes: Uint8Array): Promise<readonly string[]> {
  return (await ooxmlErrors(bytes)) ?? [];
}

describe('renderChecklist', () => {
  it.each(Object.entries(cases))('reads as reviewed and is valid OOXML: %s', async (name, assessment) => {
    for (const index of assessment.applications.keys()) {
      const bytes = await render(assessment, answers, index);
      const file = index === 0 ? name : `${name}-${index + 1}`;
      await expect(docxText(bytes)).toMatchFileSnapshot(`../golden/render/checklist/${file}.txt`);
      expect(await validate(bytes)).toEqual([]);
    }
  });

  it('is the same byte for byte at another time, in another zone, and on every Node that runs this', async () => {
    const first = await render(ready);
    vi.useFakeTimers({ now: Date.parse('2031-03-30T01:30:00Z'), toFake: ['Date'] });
    vi.stubEnv('TZ', 'Pacific/Apia');
    const second = await render(ready);
    expect(Buffer.compare(first, second)).toBe(0);
    // Made by one version of Node, checked by the other.
    const hash = createHash('sha256').update(first).digest('hex');
    await expect(`${hash}\n`).toMatchFileSnapshot('../golden/render/checklist/ready.sha256');
  });

  it('dates itself by the assessment, not by the clock', async () => {
    const core = docxPart(await render(ready), 'docProps/core.xml');
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]+/gu)).toEqual(['2026-11-28T12:00:00Z', '2026-11-28T12:00:00Z']);
  });

  it('asks for page numbers, A4, and repeats the heads of its tables', async () => {
    const bytes = await render(ready);
    const document = docxPart(bytes, 'word/document.xml');
    expect(document).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/u);
    expect(document.match(/<w:tblHeader\/>/gu)?.length).toBe(7);
    const footer = Object.keys(unzipSync(bytes)).find((path) => path.startsWith('word/footer')) ?? '';
    expect(docxPart(bytes, footer)).toMatch(/PAGE.*NUMPAGES/su);
  });
});

describe('what the checklist claims', () => {
  it('fills in no field from evidence that proves nothing', async () => {
    for (const assessment of [notReady, undatedAndAmbiguous]) {
      const text = docxText(
        await render({
          ...assessment,
          applications: assessment.applications.map((one) => ({ ...one, recommended: [] })),
        }),
      );
      expect(text).not.toMatch(/26(?:GB|XI)0000EXAMPLE/u);
      expect(text).not.toMatch(/\| (?:passed|proven)\b/u);
      expect(text).toContain('NOT PROVEN: ');
      expect(text).toContain('Nothing is proven yet.');
    }
  });

  it('says what was not recorded instead of leaving it out', async () => {
    const messages = new Map([...buildMessages('standard-departure')].filter(([type]) => type !== 'IE028'));
    const evidence = buildEvidence('DSGB1', { mrn: undefined, messages });
    const requirement = buildRequirementAssessment('standard-departure', {
      scenario: buildScenarioAssessment('DSGB1', { evidence }),
    });
    const assessment = buildAssessment({ applications: [buildApplicationAssessment({ requirements: [requirement] })] });
    const text = docxText(await render(assessment));
    expect(text).toContain('| MRN | not recorded |');
    expect(text).toContain('| IE028 MRN allocated: date and time received | not recorded |');
    expect(text).toContain('| IE015 declaration: date and time sent | 28 November 2026 09:00:00 UTC |');
  });

  it('only fills recommended slots with what passed and is fresh', async () => {
    const recommended = [
      buildRecommended(['DSGB4', 'DSXI4'], {
        status: 'stale',
        scenario: buildScenarioAssessment('DSGB4', { status: 'stale' }),
      }),
      buildRecommended(['DSGB6', 'DSXI6'], { status: 'satisfied', scenario: buildScenarioAssessment('DSXI6') }),
      buildRecommended(['DSGB7', 'DSXI7'], {
        status: 'failed',
        scenario: buildScenarioAssessment('DSGB7', { status: 'failed' }),
      }),
    ];
    const text = docxText(
      await render(buildAssessment({ applications: [buildApplicationAssessment({ recommended })] })),
    );
    const slots = text.split('\n').filter((line) => /^\| \d+ \|/u.test(line));
    expect(slots).toHaveLength(12);
    expect(slots[0]).toContain('| 1 | DSXI6 |');
    expect(slots.slice(1).every((line) => line.includes('| open |'))).toBe(true);
  });

  it('stays a document of a few pages however many tests a scenario has', async () => {
    const counted = Array.from({ length: 5000 }, (_, line) =>
      buildCounted({ attempt: buildAttempt({ line, name: `[DSGB1] ${line}` }) }),
    );
    const proven = buildRequirementAssessment('standard-departure', {
      scenario: buildScenarioAssessment('DSGB1', { counted }),
    });
    const findings = counted.map(({ attempt }): Finding => ({
      kind: 'failed',
      severity: 'notice',
      message: `'${attempt.name}' failed`,
      scenario: 'ASGB1',
    }));
    const failed = buildRequirementAssessment('arrival', {
      status: 'failed',
      scenario: buildScenarioAssessment('ASGB1', { status: 'failed' }),
    });
    const applications = [buildApplicationAssessment({ requirements: [proven, failed] })];
    const text = docxText(await render(buildAssessment({ applications, findings })));
    expect(text).toContain('… and 4800 more results');
    expect(text).toContain('… and 4990 more');
    expect(text.split('\n').length).toBeLessThan(400);
  });

  it('marks the cells of the matrix that apply, in each column', async () => {
    const requirement = buildRequirementAssessment('arrival', {
      requirement: buildRequirement('arrival', {
        cell: { flow: 'arrival', column: 'combination B' },
        because: 'Both procedures.',
      }),
    });
    const textOf = async (combination: 'B' | undefined) => {
      const application = buildApplicationAssessment({ combination, requirements: [requirement] });
      return docxText(await render(buildAssessment({ applications: [application] })));
    };
    const one = await textOf('B');
    expect(one).toContain('| Arrival | ANGB1 or ANXI1 | ASGB1 or ASXI1 | ASGB1 or ASXI1 | ASGB1 or ASXI1 / applies |');
    expect(one.match(/ \/ applies/gu)).toHaveLength(1);
    // Without a name the combinations agree: the cells of both apply, as the sentence beside them says.
    const both = await textOf(undefined);
    expect(both).toContain('| ASGB1 or ASXI1 / applies | ASGB1 or ASXI1 / applies |');
    expect(both.match(/ \/ applies/gu)).toHaveLength(2);
  });

  it('tells why a flow is not applicable, in the words given', async () => {
    expect(docxText(await render(twoApplications))).toContain(
      '| Not applicable, because | The inbound edition has no departures. |',
    );
  });

  it('names run, commit and hash of what comes from an earlier run', async () => {
    const attempt = buildAttempt({ file: 'earlier/newman.xml', provenance: buildProvenance() });
    const scenario = buildScenarioAssessment('DSGB1', { counted: [buildCounted({ attempt })] });
    const assessment = buildAssessment({
      applications: [
        buildApplicationAssessment({ requirements: [buildRequirementAssessment('standard-departure', { scenario })] }),
      ],
      files: [
        buildReportFile({ path: 'earlier/newman.xml', sha256: 'ab'.repeat(32), provenance: buildProvenance() }),
        buildReportFile({
          path: 'earlier/newman.xml',
          sha256: 'cd'.repeat(32),
          provenance: buildProvenance({ artifactId: 1 }),
        }),
      ],
    });
    const bytes = await render(assessment);
    const text = docxText(bytes);
    expect(text).toContain('Workflow run 900100200, attempt 1');
    expect(text).toContain('Commit 0123456789abcdef0123456789abcdef01234567 on main');
    expect(text).toContain('ab'.repeat(32));
    expect(text).not.toContain('cd'.repeat(32));
    expect(docxPart(bytes, 'word/_rels/document.xml.rels')).toContain(
      'https://github.com/example/transit/actions/runs/900100200',
    );
    expect(await validate(bytes)).toEqual([]);
  });
});

describe('hostile text', () => {
  it('reaches no part of the package as markup or address', async () => {
    const bytes = await render(hostile, {
      'business.name': '</w:t><w:evil/>',
      'business.address': '\u0000\u000b\ud800\ufffe & <x>',
    });
    for (const [path, part] of Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/u.test(name))) {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(part);
      expect(`${path}: ${text}`).not.toMatch(/<script|<img|<w:evil|javascript:alert|\u202E/u);
    }
    expect(docxText(bytes)).toContain('</w:t><w:evil/>');
    expect(await validate(bytes)).toEqual([]);
  });

  it('leaves every document valid', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), { numRuns: 6, seed: 7 });
    for (const text of texts) {
      const evidence = buildEvidence('DSGB1', {
        mrn: buildSourced(text, { file: text }),
      });
      const findings = [buildEvidenceFinding({ message: text })];
      const provenance = buildProvenance({ runUrl: `https://example.com/${text}`, branch: text });
      const counted = [buildCounted({ attempt: buildAttempt({ name: text, suites: [text], file: text, provenance }) })];
      const scenario = buildScenarioAssessment('DSGB1', { evidence, counted });
      const application = buildApplicationAssessment({
        application: buildApplication({ name: text }),
        requirements: [buildRequirementAssessment('standard-departure', { scenario })],
      });
      const bytes = await render(buildAssessment({ applications: [application], findings }), { 'business.name': text });
      expect({ text, errors: await validate(bytes) }).toEqual({ text, errors: [] });
    }
  });
});
