import { TZDate } from '@date-fns/tz';
import type { ApplicationAssessment, Assessment, RequirementAssessment } from '../assessment/assessment.ts';
import { type Answers, answerTo, type FormInfo } from '../requirements/form.ts';
import type { Programme } from '../requirements/programme.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { markdownCode, markdownText, oneLine } from '../text/escape.ts';
import { flowTitle } from '../requirements/scenario.ts';
import { renderMail } from './mail.ts';
import { ageRule, applicationLabel, reasonsFor, relevantFindings, statusWord, timeLeft } from '../render/words.ts';

/** What is known of the documents of an application when its submission is prepared. */
export interface Submission {
  /** What was made: HMRC's form filled in (`form`), or our own checklist (`own`). */
  readonly document: { readonly name: string; readonly kind: 'form' | 'own' };
  /** File name of the draft, where one was made. */
  readonly draft: string | undefined;
  /** What a person should look at in the form: fields not found, labels not known, remarks. Plain text, sentences. */
  readonly toCheck: readonly string[];
}

/**
 * What a person has to do to send an application to HMRC, as Markdown: until when, what first, to whom, with what.
 * Instants in UTC and in UK time. Nothing is ever sent by us, and it says so.
 */
export function renderSubmissionNote(
  assessment: Assessment,
  application: ApplicationAssessment,
  submission: Submission,
): string {
  const label = applicationLabel(assessment, application.name);
  const sections = [
    `# Submission to HMRC${label === undefined ? '' : `: ${markdownText(label)}`}`,
    deadline(assessment, application),
    'Nothing has been sent. Sending is up to a person.',
    before(assessment, application, submission),
    sending(assessment.programme.submission, submission),
    evidence(application),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/**
 * The application as a draft mail (.eml), unsent, with the filled-in form attached; undefined while something stands in
 * its way or a question of the form is open: nobody should be handed a mail that must not be sent.
 */
export function renderDraftMail(
  assessment: Assessment,
  application: ApplicationAssessment,
  answers: Answers,
  form: { readonly name: string; readonly bytes: Uint8Array },
): string | undefined {
  if (!isSendable(assessment, application)) {
    return undefined;
  }
  const {
    form: { info },
    submission,
  } = assessment.programme;
  // What is uploaded needs no mail.
  if (submission.kind !== 'mail') {
    return undefined;
  }
  const software = answerOf(answers, 'production.applicationName') ?? applicationLabel(assessment, application.name);
  const business = answerOf(answers, 'business.name');
  const subject = ['Application for production credentials, CTC Traders API', business, software]
    .filter((part) => part !== undefined)
    .join(' – ');
  return renderMail({
    to: submission.to,
    subject,
    text: mailText(info, application, { software, business, id: answerOf(answers, 'production.applicationId') }),
    attachment: {
      name: form.name,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: form.bytes,
    },
  });
}

function isSendable(assessment: Assessment, application: ApplicationAssessment): boolean {
  return (
    application.verdict === 'ready' &&
    reasonsFor(assessment, application).length === 0 &&
    application.unanswered.length === 0
  );
}

function deadline(assessment: Assessment, application: ApplicationAssessment): string {
  const { expiresAt } = application;
  if (reasonsFor(assessment, application).length > 0 || application.verdict === 'not-ready') {
    return '**Do not send it yet:** the application is not ready.';
  }
  if (expiresAt === undefined) {
    return '**No mandatory test is required**, so nothing in it expires.';
  }
  const first = application.requirements.find((requirement) => requirement.expiresAt === expiresAt);
  const which =
    first?.scenario === undefined ? '' : `: that is when the evidence of ${first.scenario.scenario.id} is too old`;
  const left = timeLeft(expiresAt, assessment.evaluatedAt);
  return (
    `**Send it before ${formatUtc(expiresAt)}** (${formatUk(expiresAt)} in the UK; ${left})${which}. ` +
    ageRule(assessment)
  );
}

/** What has to be put right or looked at first. */
function before(assessment: Assessment, application: ApplicationAssessment, submission: Submission): string {
  const { document, toCheck } = submission;
  const { page } = assessment.programme.form.info;
  const items = [
    ...reasonsFor(assessment, application).map(
      ({ message, next }) => `${markdownText(message, 600)} ${markdownText(next ?? '', 600)}`,
    ),
    ...application.unanswered.map(({ key, label }) => `Answer ${markdownCode(key)}: ${markdownText(label)}`),
    ...(document.kind === 'own'
      ? [
          `Get HMRC's form from the ${markdownText(page.name)} (${page.url}), and give its path as ${markdownCode('form-template')}: HMRC takes its own form only.`,
        ]
      : [`Read the whole form ${markdownCode(document.name)}; every question must be answered.`]),
    ...toCheck.map((sentence) => markdownText(sentence, 600)),
    ...findings(application),
  ];
  return `## Before you send it\n\n${items.map((item) => `- [ ] ${item}`).join('\n')}`;
}

function findings({ requirements }: ApplicationAssessment): string[] {
  return requirements
    .flatMap(({ scenario }) => (scenario === undefined ? [] : [scenario]))
    .flatMap((scenario) =>
      relevantFindings(scenario).map(
        ({ message }) => `Evidence of ${scenario.scenario.id}: ${markdownText(message, 600)}`,
      ),
    );
}

function sending(way: Programme['submission'], { document, draft }: Submission): string {
  const attached = document.kind === 'form' ? markdownCode(document.name) : "HMRC's form, filled in";
  if (way.kind === 'upload') {
    return [
      '## Uploading it',
      '',
      `Upload ${attached} in the ${way.name} (${way.url}), ${way.condition}; up to ${way.maxFiles} files. Replies come from ${way.repliesFrom}: put it on the list of safe senders. ${way.warning}`,
    ].join('\n');
  }
  const how =
    draft === undefined
      ? 'A draft of the mail is made when the form is filled in, every question is answered and the application is ready.'
      : `The draft ${markdownCode(draft)} has address, subject and attachment; open it in your mail program.`;
  return `## Sending it\n\n- To: ${way.to}\n- Attached: ${attached}, nothing else\n- ${how}`;
}

/** The mandatory tests, as the form has them. */
function evidence({ requirements, notRequired }: ApplicationAssessment): string {
  const rows = [
    ...requirements.map((assessed) => row(assessed)),
    ...notRequired.map(({ flow, why }) => [flowTitle(flow), 'not applicable', markdownText(why), '']),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  if (rows.length === 0) {
    return '';
  }
  return [
    '## Mandatory tests',
    '',
    '| Test | Scenario | MRN | Send before |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function row(assessed: RequirementAssessment): string[] {
  const { requirement, scenario, status, expiresAt } = assessed;
  const name = requirement.title;
  if (status !== 'satisfied' || scenario === undefined) {
    return [name, `${requirement.wanted}: ${statusWord(assessed).text}`, '', ''];
  }
  const mrn = scenario.evidence.mrn === undefined ? 'missing' : markdownCode(scenario.evidence.mrn.value, 40);
  return [name, scenario.scenario.id, mrn, expiresAt === undefined ? '' : formatUtc(expiresAt)];
}

interface Names {
  readonly business: string | undefined;
  readonly software: string | undefined;
  readonly id: string | undefined;
}

function mailText(
  form: FormInfo,
  { requirements, notRequired }: ApplicationAssessment,
  { business, software, id }: Names,
): string {
  const tests = requirements.map(({ requirement, scenario }) => {
    const mrn = scenario?.evidence.mrn?.value;
    const tested = scenario?.testedAt === undefined ? '' : `, tested ${formatUtc(scenario.testedAt)}`;
    return `- ${requirement.title}: ${scenario?.scenario.id ?? ''}${mrn === undefined ? '' : `, MRN ${oneLine(mrn, 40)}`}${tested}`;
  });
  const others = notRequired.map(({ flow, why }) => `- ${flowTitle(flow)}: not applicable. ${oneLine(why)}`);
  const about = [
    ['Business', business],
    ['Production application', software],
    ['Production application ID', id],
  ].flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [`${name}: ${value}`]));
  return [
    'Hello,',
    '',
    `attached is our application for production credentials: '${form.name}'.`,
    '',
    ...(about.length === 0 ? [] : [...about, '']),
    'Mandatory tests:',
    ...tests,
    ...others,
    '',
    'Kind regards',
    '',
  ].join('\n');
}

function answerOf(answers: Answers, key: string): string | undefined {
  const answer = answerTo(answers, key);
  return answer === undefined ? undefined : oneLine(String(answer), 100);
}

/** `12 December 2026, 09:00:00 GMT`, in summer `… BST`. */
function formatUk(instant: Instant): string {
  const there = new TZDate(instant, 'Europe/London');
  const offset = -there.getTimezoneOffset();
  return formatUtc(instant + offset * 60_000).replace(/UTC$/u, offset === 0 ? 'GMT' : 'BST');
}
