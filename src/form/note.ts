import type { ApplicationAssessment, Assessment, RequirementAssessment } from '../assessment/assessment.ts';
import { adviceOf, stepsOf } from '../assessment/steps.ts';
import { ageRule, applicationLabel, consequencesText, sentenceOf, statusWord, timeLeft } from '../render/words.ts';
import type { Answers, ByHandField } from '../requirements/form.ts';
import type { Programme } from '../requirements/programme.ts';
import { flowTitle } from '../requirements/scenario.ts';
import { oneLine } from '../text/escape.ts';
import { formatForForm, formatMoment } from '../time/format.ts';
import { canBeSent, inUk, submittedNames } from './submission.ts';

/** What is known of the documents of an application when its submission is prepared. */
export interface Submission {
  /** HMRC's form, filled in; its version as it is called. */
  readonly document: { readonly name: string; readonly version: string | undefined };
  /** File name of the draft mail, where one was made. */
  readonly draft: string | undefined;
  /** File name of the deadline for a calendar, where there is one. */
  readonly calendar: string | undefined;
  /** What of the mandatory tests is not in the form; names of fields. */
  readonly lacking: readonly string[];
  /** What only a person may do in the form, and whether it is done. */
  readonly byHand: readonly { readonly field: ByHandField; readonly isDone: boolean }[];
  /** What a person should look at in the form: fields not found, labels not known, remarks. Plain text, sentences. */
  readonly toCheck: readonly string[];
  readonly answers: Answers;
}

/**
 * What a person has to do to send an application to HMRC, as a page that opens in any browser: until when, what first, to
 * whom, with what. Instants in UTC and in UK time. Nothing is ever sent by us, and it says so.
 */
export function renderSubmissionNote(
  assessment: Assessment,
  application: ApplicationAssessment,
  submission: Submission,
): string {
  const label = applicationLabel(assessment, application.name);
  const title = `Submission to HMRC${label === undefined ? '' : `: ${oneLine(label, 100)}`}`;
  const body = [
    `<h1>${html(title)}</h1>`,
    deadline(assessment, application, submission),
    '<p>Nothing has been sent: a person has to send it.</p>',
    `<h2>Before you send it</h2>\n${list(before(assessment, application, submission), true)}`,
    sending(assessment, application, submission),
    evidence(application),
  ];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    // Nothing in it is fetched or run, whatever a report or an answer says.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${html(title)}</title>`,
    `<style>${style}</style>`,
    ...body.filter((section) => section !== ''),
    '</html>',
    '',
  ].join('\n');
}

const style =
  'body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}' +
  'table{border-collapse:collapse}td,th{border:1px solid #b1b4b6;padding:.3rem .6rem;text-align:left;vertical-align:top}' +
  'ul.todo{list-style:none;padding:0}ul.todo li{margin:.4rem 0 .4rem 1.6rem;text-indent:-1.6rem}' +
  'pre{background:#f3f2f1;padding:1rem;white-space:pre-wrap}.stop{border-left:5px solid #d4351c;padding-left:1rem}' +
  '.until{border-left:5px solid #00703c;padding-left:1rem}';

function deadline(assessment: Assessment, application: ApplicationAssessment, submission: Submission): string {
  const { expiresAt } = application;
  if (!canBeSent(assessment, application, submission.lacking)) {
    const why = reasonNotToSend(application, submission);
    return `<p class="stop"><strong>Do not send it yet:</strong> ${why}.</p>`;
  }
  if (expiresAt === undefined) {
    return '<p><strong>No mandatory test is required</strong>, so nothing in it expires.</p>';
  }
  const first = [...application.requirements, ...application.alsoRequired].find(
    (requirement) => requirement.expiresAt === expiresAt,
  );
  const id = first?.scenario?.scenario.id;
  const which = id === undefined ? '' : `: that is when the evidence of ${html(id)} is too old`;
  const left = timeLeft(expiresAt, assessment.evaluatedAt);
  const until = formatMoment(expiresAt, assessment.clock.timeZone);
  return `<p class="until"><strong>HMRC must have it before ${html(until)}</strong> (${[...inUk(expiresAt, assessment.clock), html(left)].join('; ')})${which}. ${html(ageRule(assessment))}</p>`;
}

function reasonNotToSend({ unanswered, verdict }: ApplicationAssessment, { lacking }: Submission): string {
  if (verdict === 'not-ready') {
    return 'not every mandatory test is proven, so this form is a draft';
  }
  if (lacking.length > 0) {
    return 'evidence of mandatory tests is missing in the form';
  }
  if (unanswered.length > 0) {
    return `${unanswered.length} ${unanswered.length === 1 ? 'question of the form is' : 'questions of the form are'} open`;
  }
  return 'something in its evidence has to be corrected first';
}

/** What has to be put right or looked at first, HTML. */
function before(assessment: Assessment, application: ApplicationAssessment, submission: Submission): string[] {
  const { document, toCheck } = submission;
  const steps = stepsOf(assessment, application).filter(({ finding: { kind } }) => kind !== 'form');
  const version = document.version === undefined ? '' : `, ${html(document.version)}`;
  return [
    // Open questions stand below, each with a box of its own to tick.
    ...steps.map((step) => {
      const said = [sentenceOf(assessment, step.finding), consequencesText(step.consequences), adviceOf(step)];
      return html(said.filter((text) => text !== undefined).join(' '), 900);
    }),
    // What is wrong with the tests or their evidence says so already.
    ...(steps.length > 0 ? [] : lackingItems(submission)),
    ...application.unanswered.map(({ key, label }) => `Answer ${code(key)}: ${html(label)}`),
    ...toCheck.map((sentence) => html(sentence, 600)),
    ...byHand(submission),
    `Read the whole form ${code(document.name)}${version}; every question must be answered.`,
  ];
}

/** What HMRC wants in the form and it lacks, an item for each test. */
function lackingItems({ lacking }: Submission): string[] {
  const tests = new Set(lacking.map((name) => name.split(': ')[0] ?? name));
  return [...tests].map((test) => {
    const own = lacking.filter((name) => name.startsWith(`${test}: `));
    const fields = own.map((name) => name.slice(`${test}: `.length)).join(', ');
    return `Missing in the form, though HMRC wants it: ${html(fields === '' ? test : `${test}: ${fields}`, 600)}`;
  });
}

function byHand({ byHand: fields }: Submission): string[] {
  const open = (kind: ByHandField['kind']) => fields.filter(({ field, isDone }) => field.kind === kind && !isDone);
  const label = ({ field }: (typeof fields)[number]): string => html(field.label.replace(/:$/u, ''));
  const statements = open('tick').map(label);
  return [
    ...(statements.length === 0
      ? []
      : [`By hand: tick the statements that are true: ${statements.map((text) => `'${text}'`).join(', ')}`]),
    ...open('signature').map((one) => `By hand: sign it at '${label(one)}'`),
    ...open('date').map((one) => `By hand: date it at '${label(one)}'`),
  ];
}

function sending(assessment: Assessment, application: ApplicationAssessment, submission: Submission): string {
  const { document, draft, calendar } = submission;
  const way = assessment.programme.submission;
  const reminder = calendar === undefined ? [] : [`The deadline for your calendar: ${code(calendar)}`];
  const isDone = canBeSent(assessment, application, submission.lacking);
  if (way.kind === 'upload') {
    const what = isDone
      ? `Upload ${code(document.name)}`
      : 'Once everything above is done, check again and upload the form that is written then';
    return [
      '<h2>Uploading it</h2>',
      `<p>${what} in the <a href="${html(way.url)}">${html(way.name)}</a> (${html(way.url)}), ${html(way.condition)}; up to ${way.maxFiles} files. Replies come from ${html(way.repliesFrom)}: put it on the list of safe senders. ${html(way.warning)}</p>`,
      ...(isDone
        ? [
            '<p>A text to paste there:</p>',
            `<pre>${pasted(assessment.programme, application, submission.answers)}</pre>`,
          ]
        : []),
      ...(reminder.length === 0 ? [] : [list(reminder)]),
    ].join('\n');
  }
  const attached = isDone ? [`Attached: ${code(document.name)}, nothing else`] : [];
  const how =
    draft === undefined
      ? 'A draft of the mail is made once everything above is done.'
      : `The draft ${code(draft)} has address, subject and attachment; open it in your mail program.`;
  const items = [`To: ${html(way.to)}`, ...attached, how, ...reminder];
  return `<h2>Sending it</h2>\n${list(items)}`;
}

/** Product, application, evidence: what somebody at HMRC needs to know what was uploaded. */
function pasted(programme: Programme, application: ApplicationAssessment, answers: Answers): string {
  const { business, software, id } = submittedNames(answers);
  const lines = [
    ['Software developer', business],
    ['Production application', software],
    ['Production application ID', id],
    ...application.requirements.flatMap(({ requirement, scenario, status }) => {
      const { mrn, messages } = (status === 'satisfied' ? scenario?.evidence : undefined) ?? {};
      const times = requirement.messages.map((type) => [type, messages?.get(type)?.value] as const);
      return [
        ['MRN', mrn?.value] as const,
        ...times.map(([type, time]) => [type, time === undefined ? undefined : formatForForm(time)] as const),
      ];
    }),
  ].flatMap(([name = '', value]) => (value === undefined ? [] : [html(`${name}: ${value}`, 200)]));
  return [html(`${programme.name} ${programme.names.paper}`), '', ...lines].join('\n');
}

/** The mandatory tests, as the form has them. */
function evidence({ requirements, notRequired }: ApplicationAssessment): string {
  const rows = [
    ...requirements.map((assessed) => row(assessed)),
    ...notRequired.map(({ flow, why }) => [html(flowTitle(flow)), 'not applicable', html(why), '']),
  ];
  return [
    '<h2>Mandatory tests</h2>',
    '<table>',
    tableRow(['Test', 'Scenario', 'MRN', 'Expires'], 'th'),
    ...rows.map((cells) => tableRow(cells, 'td')),
    '</table>',
  ].join('\n');
}

function row(assessed: RequirementAssessment): string[] {
  const { requirement, scenario, status, expiresAt } = assessed;
  const name = html(requirement.title);
  if (status !== 'satisfied' || scenario === undefined) {
    return [name, html(`${requirement.wanted}: ${statusWord(assessed).text}`), '', ''];
  }
  const { mrn } = scenario.evidence;
  const shown = mrn === undefined ? 'missing' : code(mrn.value, 40);
  return [
    name,
    html(scenario.scenario.id),
    shown,
    expiresAt === undefined ? '' : formatMoment(expiresAt, 'UTC', 'short'),
  ];
}

function tableRow(cells: readonly string[], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
}

function list(items: readonly string[], isToDo = false): string {
  const box = isToDo ? '<input type="checkbox"> ' : '';
  return `<ul${isToDo ? ' class="todo"' : ''}>\n${items.map((item) => `<li>${box}${item}</li>`).join('\n')}\n</ul>`;
}

function code(text: string, max = 120): string {
  return `<code>${html(text, max)}</code>`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text as the content of an element or of an attribute in double quotation marks. */
function html(text: string, max = 300): string {
  return oneLine(text, max).replaceAll(/[&<>"]/gu, (sign) => entities.get(sign) ?? sign);
}
