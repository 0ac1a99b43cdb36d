import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Answer, answerTo, mayBeUnknown, openQuestions, spokenAnswer } from '../../src/requirements/form.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';

const { form } = ncts5;

const open = (answers: Record<string, Answer>, version?: 'v1.0' | 'v1.1') =>
  openQuestions(form, answers, version).map(({ key }) => key);

const everything: Record<string, Answer> = {
  'business.name': 'Example Customs Software Ltd',
  'business.address': '1 Example Street',
  'sandbox.applicationName': 'Sandbox',
  'sandbox.applicationId': 'a1',
  'production.applicationName': 'Production',
  'production.applicationId': 'b2',
  'software.saas': true,
  'software.onPremise': false,
  'rateLimit.standardIsEnough': true,
  'movementCap.exceeds500': false,
  'movementCap.over5000InFlight': 'unknown',
};

describe('the form', () => {
  it('has five sections and two versions, the latest last', () => {
    expect(form.sections.map(({ no, title }) => `${no} ${title}`)).toEqual([
      '1 Information about your business',
      '2 Information about your software application',
      '3 Rate limit',
      '4 Movement data capping limit',
      '5 Testing production access scenarios',
    ]);
    expect(form.info.versions).toEqual([
      { version: 'v1.0', date: 'October 2023' },
      { version: 'v1.1', date: 'January 2024' },
    ]);
  });

  it('asks for the message times that are looked for', () => {
    for (const { flow, labels } of form.mandatoryTests) {
      expect(labels.messages.map(({ message }) => message)).toEqual(ncts5.expected[flow]);
    }
  });
});

describe('answers', () => {
  it('of white space only are none, nor are those of an object itself', () => {
    expect(answerTo({ 'business.name': ' \n' }, 'business.name')).toBeUndefined();
    expect(answerTo({ 'software.saas': false, n: 0 }, 'software.saas')).toBe(false);
    expect(answerTo({ n: 0 }, 'n')).toBe(0);
    expect(answerTo({}, 'constructor')).toBeUndefined();
  });

  it('are written yes and no for true and false', () => {
    expect([true, false, 'unknown', 3].map(spokenAnswer)).toEqual(['yes', 'no', 'unknown', '3']);
  });
});

describe('open questions', () => {
  it('are all those without a condition when nothing is answered', () => {
    expect(open({})).toEqual(Object.keys(everything));
  });

  it('are none when all is answered', () => {
    expect(open(everything)).toEqual([]);
  });

  it('include the EORI enrolments only for the version that asks for them', () => {
    expect(open(everything, 'v1.0')).toEqual(['software.eoriEnrolments']);
    expect(open({ ...everything, 'software.eoriEnrolments': 0 }, 'v1.0')).toEqual([]);
  });

  it('include how many applications on premises need', () => {
    expect(open({ ...everything, 'software.onPremise': true })).toEqual(['software.productionApplications']);
  });

  it('include six more where the standard rate is too low', () => {
    expect(open({ ...everything, 'rateLimit.standardIsEnough': false })).toEqual([
      'rateLimit.whyExceed',
      'rateLimit.history',
      'rateLimit.usage',
      'rateLimit.callsPerSession',
      'rateLimit.batch',
      'rateLimit.impact',
    ]);
  });

  it('include why one is unsure, whose answer settles the question itself', () => {
    expect(open({ ...everything, 'rateLimit.standardIsEnough': 'unknown' })).toEqual(['rateLimit.unsure']);
    const { 'rateLimit.standardIsEnough': _, ...rest } = everything;
    expect(open(rest)).toEqual(['rateLimit.standardIsEnough']);
    expect(open({ ...rest, 'rateLimit.unsure': 'no figures yet' })).toEqual([]);
  });

  it('are not settled by what follows from another answer to them', () => {
    const { 'rateLimit.standardIsEnough': _, ...rest } = everything;
    expect(open({ ...rest, 'rateLimit.whyExceed': 'peaks' })).toEqual(['rateLimit.standardIsEnough']);
  });

  it('are those of the latest version unless another is named', () => {
    const versions = ['v1', 'v2', 'v3'].map((version) => ({ version, date: 'March 2025' }));
    const questions = versions.map(({ version }) => ({
      key: `of.${version}`,
      section: 1,
      label: 'Name:',
      question: 'Name?',
      kind: 'text' as const,
      onlyIn: version,
    }));
    const threeVersions = { ...form, questions, info: { ...form.info, versions } };
    expect(openQuestions(threeVersions, {}).map(({ key }) => key)).toEqual(['of.v3']);
    expect(openQuestions(threeVersions, {}, 'v2').map(({ key }) => key)).toEqual(['of.v2']);
  });

  it('take false and 0 for answers and white space for none', () => {
    expect(open({ ...everything, 'software.saas': false })).toEqual([]);
    expect(open({ ...everything, 'business.name': ' \n' })).toEqual(['business.name']);
  });
});

describe('questions', () => {
  it('may be answered with unknown only where the form has room for it', () => {
    expect(form.questions.filter((question) => mayBeUnknown(form, question)).map(({ key }) => key)).toEqual([
      'rateLimit.standardIsEnough',
      'movementCap.exceeds500',
      'movementCap.over5000InFlight',
    ]);
  });

  it('depend on questions that exist', () => {
    const conditions = form.questions.flatMap(({ onlyIf }) => (onlyIf === undefined ? [] : [onlyIf.key]));
    expect(conditions.filter((key) => !form.questions.some((question) => question.key === key))).toEqual([]);
  });

  it('are worded in our own words', () => {
    expect(form.questions.filter(({ label, question }) => label.includes(question))).toEqual([]);
  });
});

sharedDescribe('the form beside its published fields', () => {
  const published = z.object({
    form: z.string(),
    versions: z.array(z.string()),
    sections: z.array(
      z.object({
        no: z.number(),
        title: z.string(),
        fields: z.array(
          z.object({
            key: z.string().optional(),
            label: z.string().optional(),
            kind: z.string().optional(),
            onlyIf: z.string().optional(),
            onlyIn: z.string().optional(),
            table: z.string().optional(),
            labels: z.array(z.string()).optional(),
          }),
        ),
      }),
    ),
  });
  const read = () => published.parse(JSON.parse(readFileSync(sharedPath('domain', 'form.json'), 'utf8')));

  it('has the same questions, labels and conditions', () => {
    const fieldsOf = read().sections.flatMap(({ no, fields }) => fields.map((field) => ({ no, ...field })));
    expect(
      form.questions.map(({ key, label, kind, section, onlyIn, onlyIf }) => [
        key,
        label,
        kind,
        section,
        onlyIn,
        onlyIf !== undefined,
      ]),
    ).toEqual(
      fieldsOf
        .filter(({ key }) => key !== undefined)
        .map(({ key, label, kind, no, onlyIn, onlyIf }) => [key, label, kind, no, onlyIn, onlyIf !== undefined]),
    );
  });

  it('has the same tables for tests', () => {
    const tables = read().sections[4]?.fields ?? [];
    expect([
      ...form.mandatoryTests.map(({ title, labels }) => ({
        table: title,
        labels: [labels.notApplicable, labels.scenario, labels.mrn, ...labels.messages.map(({ label }) => label)],
      })),
      {
        table: 'N. Recommended, N = 1 to 12',
        labels: [form.recommendedLabels?.scenario, form.recommendedLabels?.identifier],
      },
    ]).toEqual(tables);
  });

  it('has the same name, versions and sections', () => {
    const { form: name, versions, sections } = read();
    expect(form.info.name).toBe(name);
    expect(form.info.versions.map(({ version, date }) => `${version} ${date}`)).toEqual(versions);
    expect(sections.map(({ no }) => no)).toEqual(form.sections.map(({ no }) => no));
    expect(sections.filter(({ title }, index) => !title.startsWith(form.sections[index]?.title ?? '?'))).toEqual([]);
  });
});
