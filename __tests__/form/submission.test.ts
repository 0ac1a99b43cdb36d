import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationAssessment, Assessment } from '../../src/assessment/assessment.ts';
import { renderSubmissionNote, type Submission } from '../../src/form/note.ts';
import { renderDeadline, renderDraftMail } from '../../src/form/submission.ts';
import {
  buildApplication,
  buildApplicationAssessment,
  buildAssessment,
  buildClock,
  buildRequirementAssessment,
} from '../builders.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { cases, ready } from '../render/cases.ts';

const form = {
  name: 'checklist.docx',
  lacking: [],
  bytes: Uint8Array.from({ length: 400 }, (_, index) => (index * 31) % 256),
};
const answers = {
  'business.name': 'Müller & Söhne Zollsoftware GmbH',
  'production.applicationName': 'Transit',
  'production.applicationId': '7b1d6a90-11aa-4e0e-b0b2-3f2a9c8d7e6f',
};

function submission(overrides: Partial<Submission> = {}): Submission {
  return {
    document: { name: 'checklist.docx', version: 'v1.1 (January 2024)' },
    draft: 'checklist.eml',
    calendar: 'checklist-deadline.ics',
    lacking: [],
    byHand: [],
    answers,
    toCheck: ["form.docx: the form has no field 'MRN' that could be found; fill it in by hand."],
    ...overrides,
  };
}

function firstOf(assessment: Assessment): ApplicationAssessment {
  return assessment.applications[0] ?? buildApplicationAssessment();
}

/** The parts of a draft, read by the rules of MIME. */
function readMail(mail: string): { headers: Map<string, string>; text: string; disposition: string; attached: Buffer } {
  const boundary = /boundary="([^"]*)"/u.exec(mail)?.[1] ?? '';
  const [head = '', text = '', attachment = '', end] = mail.split(`--${boundary}`);
  expect(end).toBe('--\r\n');
  return {
    headers: headersOf(head),
    text: quoted(bodyOf(text)),
    disposition: headersOf(attachment.trimStart()).get('Content-Disposition') ?? '',
    attached: Buffer.from(bodyOf(attachment), 'base64'),
  };
}

function headersOf(part: string): Map<string, string> {
  const [head = ''] = part.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]/gu, ' ').split('\r\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function bodyOf(part: string): string {
  return part.slice(part.indexOf('\r\n\r\n', 2) + 4, -2);
}

function quoted(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}

function decodedWords(header: string): string {
  return header
    .replaceAll(/\?= +=\?/gu, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gu, (_, word: string) => Buffer.from(word, 'base64').toString());
}

describe('renderSubmissionNote', () => {
  it.each(Object.entries(cases))('is as reviewed: %s', async (name, assessment) => {
    const isReady = assessment.verdict === 'ready';
    const notes = assessment.applications.map((application) =>
      renderSubmissionNote(assessment, application, submission(isReady ? {} : { draft: undefined })),
    );
    const file = name.replaceAll(/[A-Z ]/gu, (sign) => (sign === ' ' ? '-' : `-${sign.toLowerCase()}`));
    await expect(notes.join('\n')).toMatchFileSnapshot(`../golden/form/submission/${file}.html`);
  });

  it('names the instant before which it must be sent, in UTC and UK time', () => {
    const expiresAt = Date.parse('2026-07-01T23:30:00Z');
    const application = buildApplicationAssessment({ expiresAt });
    const note = renderSubmissionNote(buildAssessment({ applications: [application] }), application, submission());
    expect(note).toContain(
      '<strong>HMRC must have it before Wednesday 1 July 2026, 23:30 UTC</strong> (in the UK Thursday 2 July 2026, 00:30 BST;',
    );
  });

  it("tells HMRC's limit for the age of results from a stricter one of one's own", () => {
    const note = (maxAgeDays: number) => {
      const assessment = buildAssessment({ clock: buildClock({ maxAgeDays }) });
      return renderSubmissionNote(assessment, firstOf(assessment), submission());
    };
    expect(note(14)).toContain('HMRC takes results that are less than 14 days old when it gets them.');
    expect(note(10)).toContain('less than 10 days old (max-age-days; HMRC takes them up to 14)');
  });

  it('never tells to send a form that lacks evidence or answers', () => {
    const lacking = ['1. Mandatory test – Standard Departure: MRN'];
    const without = renderSubmissionNote(ready, firstOf(ready), submission({ lacking, draft: undefined }));
    expect(without).toContain(
      '<strong>Do not send it yet:</strong> evidence of mandatory tests is missing in the form.',
    );
    expect(without).toContain('Missing in the form, though HMRC wants it: 1. Mandatory test – Standard Departure: MRN');
    const open = buildApplicationAssessment({ unanswered: [{ key: 'business.name', label: 'Name?' }] });
    const unanswered = renderSubmissionNote(buildAssessment({ applications: [open] }), open, submission());
    expect(unanswered).toContain('<strong>Do not send it yet:</strong> 1 question of the form is open.');
    expect(renderDraftMail(ready, firstOf(ready), answers, { ...form, lacking })).toBeUndefined();
  });

  it('tells where NCTS6 wants it uploaded, with a text to paste, and drafts no mail', async () => {
    const assessment = { ...ready, programme: ncts6 };
    const byHand = ncts6.form.byHand.map((field) => ({ field, isDone: field.key === 'confirm.aligned' }));
    const note = renderSubmissionNote(assessment, firstOf(ready), submission({ draft: undefined, byHand }));
    await expect(note).toMatchFileSnapshot('../golden/form/submission/ncts6.html');
    expect(renderDraftMail(assessment, firstOf(ready), answers, form)).toBeUndefined();
  });

  it('is text whatever comes in: no element of a report, answer or name', () => {
    const attack = '<img src=x onerror=alert(1)>"\'&<script>';
    const application = buildApplicationAssessment({ application: buildApplication({ name: attack }), name: attack });
    const assessment = buildAssessment({ applications: [application], programme: ncts6 });
    for (const lacking of [[attack], []]) {
      const note = renderSubmissionNote(
        assessment,
        application,
        submission({
          toCheck: [attack],
          lacking,
          answers: { 'business.name': attack },
          draft: attack,
          document: { name: attack, version: attack },
        }),
      );
      expect(note.includes('A text to paste there')).toBe(lacking.length === 0);
      expect(note).not.toMatch(/<img|<script|onerror=alert\(1\)>/u);
      expect(
        note.match(
          /<(?!!doctype|\/?(?:html|meta|title|style|h[12]|p|strong|ul|li|input|code|a|pre|table|tr|t[hd])\b)/gu,
        ),
      ).toBeNull();
    }
  });

  it('never tells to upload a form that is not to be sent', () => {
    const lacking = ['Released outbound movement: MRN'];
    const assessment = { ...ready, programme: ncts6 };
    const note = renderSubmissionNote(assessment, firstOf(ready), submission({ lacking, draft: undefined }));
    expect(note).toContain(
      'Once everything above is done, check again and upload the form that is written then in the',
    );
    expect(note).not.toMatch(/Upload <code>|to paste/u);
  });

  it('never tells to send what is not ready', () => {
    for (const assessment of Object.values(cases)) {
      for (const application of assessment.applications.filter(({ verdict }) => verdict === 'not-ready')) {
        expect(renderSubmissionNote(assessment, application, submission())).toMatch(/Do not send it yet/u);
      }
    }
  });
});

describe('renderDraftMail', () => {
  it('is as reviewed', async () => {
    const mail = renderDraftMail(ready, firstOf(ready), answers, form) ?? '';
    await expect(mail.replaceAll('\r\n', '\n')).toMatchFileSnapshot('../golden/form/submission/draft.eml');
  });

  it('has recipient, subject, text and the form, but neither sender nor date', () => {
    const { headers, text, disposition, attached } = readMail(
      renderDraftMail(ready, firstOf(ready), answers, form) ?? '',
    );
    expect([...headers.keys()]).toEqual(['X-Unsent', 'To', 'Subject', 'MIME-Version', 'Content-Type']);
    expect(headers.get('X-Unsent')).toBe('1');
    expect(headers.get('To')).toBe('SDSTeam@hmrc.gov.uk');
    expect(decodedWords(headers.get('Subject') ?? '')).toBe(
      'Application for production credentials, CTC Traders API – Müller & Söhne Zollsoftware GmbH – Transit',
    );
    expect(text).toContain('Business: Müller & Söhne Zollsoftware GmbH\n');
    expect(text).toMatch(/- Standard departure: DSGB1, MRN 26GB0000EXAMPLE1J9, tested Saturday \d/u);
    expect(disposition).toBe('attachment; filename="checklist.docx"');
    expect(attached.equals(form.bytes)).toBe(true);
  });

  it('says which flows do not apply', () => {
    const why = 'Pre-lodged departures are not supported.';
    const application = buildApplicationAssessment({
      requirements: [buildRequirementAssessment('arrival')],
      notRequired: [{ flow: 'pre-lodged-departure', why, cause: 'not-supported' }],
    });
    const assessment = buildAssessment({ applications: [application] });
    const { text } = readMail(renderDraftMail(assessment, application, {}, form) ?? '');
    expect(text).toContain(`- Pre-lodged departure: not applicable. ${why}`);
  });

  it('is not made for what is not ready or has open questions', () => {
    const open = buildApplicationAssessment({ unanswered: [{ key: 'business.name', label: 'Name?' }] });
    expect(renderDraftMail(buildAssessment({ applications: [open] }), open, answers, form)).toBeUndefined();
    for (const assessment of Object.values(cases).filter(({ verdict }) => verdict === 'not-ready')) {
      for (const application of assessment.applications.filter(({ verdict }) => verdict === 'not-ready')) {
        expect(renderDraftMail(assessment, application, answers, form)).toBeUndefined();
      }
    }
  });

  it('keeps answers, names and file names from becoming headers or parts', () => {
    const attack = 'x\r\nBcc: thief@example.org\r\n\r\n--=_checklist_=\r\n\u2028y';
    const application = buildApplicationAssessment({ application: buildApplication({ name: attack }), name: attack });
    const assessment = buildAssessment({ applications: [application] });
    const name = `a"\r\nX-Evil: 1\r\n.docx`;
    const mail = renderDraftMail(assessment, application, { 'business.name': attack }, { ...form, name }) ?? '';
    const { headers, attached, disposition } = readMail(mail);
    expect([...headers.keys()]).toEqual(['X-Unsent', 'To', 'Subject', 'MIME-Version', 'Content-Type']);
    expect(disposition).toBe('attachment; filename="a- X-Evil- 1 .docx"');
    expect(attached.equals(form.bytes)).toBe(true);
  });

  it('reads back whatever the answers are, in short lines of ASCII', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (business, file) => {
          const mail =
            renderDraftMail(ready, firstOf(ready), { 'business.name': business }, { ...form, name: file }) ?? '';
          expect(mail).toMatch(/^[\t -~\r\n]*$/u);
          expect(mail.split('\r\n').every((line) => line.length < 998 && !/[\r\n]/u.test(line))).toBe(true);
          const { headers, attached } = readMail(mail);
          expect(headers.size).toBe(5);
          expect(attached.equals(form.bytes)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('renderDeadline', () => {
  it('says until when, to whom, and nothing while something is not proven', () => {
    const calendar = renderDeadline(ready, firstOf(ready), 'checklist.docx') ?? '';
    expect(calendar).toContain('UID:ncts5-NCTS5@production-checklist');
    expect(calendar.replaceAll('\r\n ', '')).toContain('To apply\\, send the form to SDSTeam@hmrc.gov.uk');
    const open = buildApplicationAssessment({ expiresAt: undefined });
    expect(renderDeadline(ready, open, 'checklist.docx')).toBeUndefined();
  });
});
