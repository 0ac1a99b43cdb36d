import { isSubmittable, type ApplicationAssessment, type Assessment } from '../assessment/assessment.ts';
import { type Answers, answerTo, type FormInfo } from '../requirements/form.ts';
import { submitsWords } from '../requirements/programme.ts';
import { formatMoment, formatUk } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { oneLine } from '../text/escape.ts';
import { flowTitle } from '../requirements/scenario.ts';
import { renderCalendar } from './calendar.ts';
import { renderMail } from './mail.ts';
import { applicationLabel } from '../render/words.ts';

/**
 * The application as a draft mail (.eml), unsent, with the filled-in form attached; undefined while something stands in
 * its way or a question of the form is open: nobody should be handed a mail that must not be sent.
 */
export function renderDraftMail(
  assessment: Assessment,
  application: ApplicationAssessment,
  answers: Answers,
  form: { readonly name: string; readonly bytes: Uint8Array; readonly lacking: readonly string[] },
): string | undefined {
  if (!canBeSent(assessment, application, form.lacking)) {
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
  const names = submittedNames(answers);
  const software = names.software ?? applicationLabel(assessment, application.name);
  const { business } = names;
  const subject = ['Application for production credentials, CTC Traders API', business, software]
    .filter((part) => part !== undefined)
    .join(' – ');
  return renderMail({
    to: submission.to,
    subject,
    text: mailText(info, application, { ...names, software }),
    attachment: {
      name: form.name,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: form.bytes,
    },
  });
}

/**
 * Whether the form of an application could be sent as it is.
 *
 * @param lacking What of the mandatory tests is not in it.
 */
export function canBeSent(
  assessment: Assessment,
  application: ApplicationAssessment,
  lacking: readonly string[],
): boolean {
  return isSubmittable(assessment, application) && lacking.length === 0;
}

/** Who applies for what, as the form has it. */
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
    const tested = scenario?.testedAt === undefined ? '' : `, tested ${formatMoment(scenario.testedAt, 'UTC')}`;
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

/** Out of the answers to the form's questions. */
export function submittedNames(answers: Answers): Names {
  return {
    business: answerOf(answers, 'business.name'),
    software: answerOf(answers, 'production.applicationName'),
    id: answerOf(answers, 'production.applicationId'),
  };
}

function answerOf(answers: Answers, key: string): string | undefined {
  const answer = answerTo(answers, key);
  return answer === undefined ? undefined : oneLine(String(answer), 100);
}

/** `in the UK Friday 3 July 2026, 10:00 BST`, where that isn't said by UTC or by the zone of the settings. */
export function inUk(instant: Instant, { timeZone }: Assessment['clock']): readonly string[] {
  const isSaid = formatMoment(instant, 'Europe/London') === formatMoment(instant, 'UTC');
  return isSaid || timeZone === 'Europe/London' ? [] : [`in the UK ${formatUk(instant)}`];
}

/** Until when the form has to be sent, for a calendar (.ics); undefined while its evidence isn't proven. */
export function renderDeadline(
  assessment: Assessment,
  application: ApplicationAssessment,
  document: string,
): string | undefined {
  const { expiresAt } = application;
  const { programme, evaluatedAt, clock } = assessment;
  if (expiresAt === undefined) {
    return undefined;
  }
  const label = applicationLabel(assessment, application.name);
  const way = programme.submission;
  const name = oneLine(application.name, 60).replaceAll(/[^\p{L}\p{N}-]+/gu, '-');
  return renderCalendar({
    id: `${programme.id}-${name}`,
    at: expiresAt,
    madeAt: evaluatedAt,
    title: `${programme.name} evidence expires${label === undefined ? '' : ` (${label})`}: HMRC must have the form before`,
    text: `HMRC must have ${document} before ${[formatMoment(expiresAt, clock.timeZone), ...inUk(expiresAt, clock)].join(', ')}.\nTo apply, ${submitsWords(way)}.`,
    url: way.kind === 'upload' ? way.url : undefined,
  });
}
