import { Paragraph, type Table, TextRun } from 'docx';
import {
  isSubmittable,
  type ApplicationAssessment,
  type Assessment,
  evidenceFindings,
  type RequirementAssessment,
} from '../../assessment/assessment.ts';
import { expiresSoon } from '../../assessment/freshness.ts';
import { stepsOf } from '../../assessment/steps.ts';
import { firstOf } from '../../finding.ts';
import { sentWords } from '../../requirements/programme.ts';
import { formatMoment } from '../../time/format.ts';
import { ageRule, applicationLabel, moment, plural, statusWord, verdictWord } from '../words.ts';
import { oneLine } from '../../text/escape.ts';
import { flowTitle } from '../../requirements/scenario.ts';
import { type Cell, gap, heading, notRecorded, prose, table, type Text, type Tone } from './parts.ts';
import { type Answers, answerTo, type Form, type FormQuestion, openQuestions } from '../../requirements/form.ts';

/** Title, verdict and the mandatory tests at a glance. */
export function front(assessment: Assessment, application: ApplicationAssessment): (Paragraph | Table)[] {
  const label = applicationLabel(assessment, application.name);
  const { name, form, submission } = assessment.programme;
  return [
    new Paragraph({ style: 'Title', children: [new TextRun('Production credentials checklist')] }),
    new Paragraph({
      style: 'Subtitle',
      children: [
        new TextRun(
          `${name} Trader Test evidence for the CTC Traders API${label === undefined ? '' : ` – ${oneLine(label)}`}`,
        ),
      ],
    }),
    table([1], [[verdictBox(assessment, application)]]),
    gap(),
    ...overview(assessment, application),
    prose(
      [
        { text: 'Working document: it gathers the answers and the evidence, but HMRC wants them in its own form, ' },
        { text: form.info.name, bold: true },
        { text: ', from the ' },
        { text: form.info.page.name, href: form.info.page.url },
        { text: `, ${sentWords(submission)}. All times are UTC.` },
      ].map((text) => ({ ...text, small: true, tone: 'quiet' as const })),
    ),
  ];
}

function verdictBox(assessment: Assessment, application: ApplicationAssessment): readonly Text[] {
  const { text } = verdictWord(assessment, application);
  const tone = verdictTone(assessment, application);
  const { expiresAt } = application;
  const open = application.unanswered.length;
  const stillOpen =
    open === 0 ? [] : [{ text: `Still to be answered: ${plural(open, 'question')} of the form, marked below.`, tone }];
  const todo = stepsOf(assessment, application).map(({ finding: { message, next } }) => ({
    text: `• ${message} ${next ?? ''}`,
    tone,
    max: 900,
  }));
  const submit =
    expiresAt === undefined || application.verdict === 'not-ready'
      ? []
      : [
          {
            text: `HMRC must have the form before ${moment(assessment, expiresAt)}. ${ageRule(assessment)}`,
            tone,
          },
        ];
  const { shown, more } = firstOf(todo, maxSteps);
  return [
    { text, tone, bold: true },
    ...submit,
    ...stillOpen,
    ...shown,
    ...(more > 0 ? [{ text: `• … and ${more} more; the JSON report has them all.`, tone }] : []),
    { text: `Assessed as of ${formatMoment(assessment.evaluatedAt, assessment.clock.timeZone)}.`, tone, small: true },
  ];
}

/** More would push the document itself off its first page. */
const maxSteps = 12;

function verdictTone(assessment: Assessment, application: ApplicationAssessment): Tone {
  if (application.verdict === 'not-ready') return 'bad';
  if (!isSubmittable(assessment, application)) return 'open';
  const { expiresAt } = application;
  const isShort = expiresAt !== undefined && expiresSoon(expiresAt, assessment.evaluatedAt, assessment.clock);
  return isShort ? 'open' : 'good';
}

function overview(assessment: Assessment, application: ApplicationAssessment): (Paragraph | Table)[] {
  const { requirements, notRequired, combination, combinationBecause } = application;
  const rows: Cell[][] = [
    ...requirements.map((assessed) => requirementRow(assessment, assessed)),
    ...notRequired.map(({ flow }) => [
      { text: flowTitle(flow), bold: true },
      { text: 'not required', tone: 'quiet' as const },
      '–',
      '–',
      '–',
    ]),
  ];
  const because =
    combination === undefined
      ? []
      : [prose(`Combination ${combination} of the decision matrix. ${combinationBecause ?? ''}`)];
  return [
    table([24, 14, 20, 24, 24], rows, { head: ['Mandatory test', 'State', 'Scenario', 'MRN', 'Evidence lasts until'] }),
    gap(),
    ...because,
  ];
}

function requirementRow(assessment: Assessment, assessed: RequirementAssessment): Cell[] {
  const { requirement, status, scenario, expiresAt } = assessed;
  const proven = status === 'satisfied';
  const mrn = scenario?.evidence.mrn?.value;
  const findings = scenario === undefined ? 0 : evidenceFindings(assessment, scenario).length;
  return [
    { text: requirement.title, bold: true },
    [
      { text: statusWord(assessed).text, tone: proven ? 'good' : 'bad', bold: true },
      ...(proven && findings > 0 ? [{ text: 'evidence to be checked', tone: 'open' as const, small: true }] : []),
    ],
    proven ? (scenario?.scenario.id ?? '') : { text: requirement.wanted, tone: 'quiet' },
    !proven ? '–' : mrn === undefined ? notRecorded : { text: mrn, code: true, small: true, max: 60 },
    expiresAt === undefined || !proven ? '–' : formatMoment(expiresAt, 'UTC', 'short'),
  ];
}

/** All sections of the form but that of the tests: the questions that apply, in our words, with the answers given. */
export function questions(form: Form, answers: Answers): (Paragraph | Table)[] {
  const open = new Set(openQuestions(form, answers).map(({ key }) => key));
  return form.sections.slice(0, -1).flatMap(({ no, title }) => {
    const asked = form.questions.filter((question) => question.section === no && isShown(question, answers, open));
    const rows = asked.map((question) => [
      { text: question.question, tone: 'label' as const },
      answerCell(question, answers, open),
    ]);
    const name = heading(`${no}. ${title}`, 1);
    return rows.length === 0 ? [name, prose('No question applies.')] : [name, table([42, 58], rows)];
  });
}

/** A question that doesn't apply is only shown when it was answered all the same. */
function isShown(question: FormQuestion, answers: Answers, open: ReadonlySet<string>): boolean {
  return (
    open.has(question.key) ||
    answerTo(answers, question.key) !== undefined ||
    (question.onlyIf === undefined && question.onlyIn === undefined)
  );
}

function answerCell(question: FormQuestion, answers: Answers, open: ReadonlySet<string>): Cell {
  const answer = answerTo(answers, question.key);
  if (answer === undefined) {
    return open.has(question.key) ? { text: 'not answered yet', tone: 'open' } : 'Not sure (explained below)';
  }
  if (question.kind === 'text') return String(answer);
  if (answer === true) return 'Yes';
  if (answer === false) return 'No';
  return answer === 'unknown' ? 'Not known' : String(answer);
}
