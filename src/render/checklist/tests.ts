import type { Paragraph, Table } from 'docx';
import {
  evidenceFindings,
  findingOf,
  type ApplicationAssessment,
  type Assessment,
  type RecommendedAssessment,
  type RequirementAssessment,
  type ScenarioAssessment,
} from '../../assessment/assessment.ts';
import { explanationOf } from '../../assessment/findings.ts';
import { firstOf, type Finding } from '../../finding.ts';
import { messageOf, type MessageType } from '../../requirements/messages.ts';
import { type Flow, flowTitle } from '../../requirements/scenario.ts';
import { formatForForm, formatMoment } from '../../time/format.ts';
import { placeBeside, statusWord } from '../words.ts';
import { type Cell, gap, heading, notRecorded, prose, table } from './parts.ts';

/** The section of the tests in the form: the mandatory ones and the slots for recommended ones. */
export function tests(assessment: Assessment, application: ApplicationAssessment): (Paragraph | Table)[] {
  const { form } = assessment.programme;
  const section = form.sections.at(-1);
  return [
    heading(`${section?.no ?? ''}. ${section?.title ?? ''}`, 1),
    ...form.mandatoryTests.flatMap(({ no, flow }) => [
      heading(`Mandatory test ${no}: ${flowTitle(flow)}`, 2),
      table([32, 68], mandatoryRows(assessment, application, flow), { together: true }),
      gap(),
    ]),
    heading('Recommended tests', 2),
    ...recommendedSlotTable(form.recommendedSlots, application),
  ];
}

/** Only what is proven fills the fields in: stale or failed evidence is told as what it is, and the fields stay open. */
function mandatoryRows(
  assessment: Assessment,
  application: ApplicationAssessment,
  flow: Flow,
): readonly (readonly Cell[])[] {
  const required = application.requirements.find(({ requirement }) => requirement.cell?.flow === flow);
  if (required === undefined) {
    const why = application.notRequired.find((item) => item.flow === flow)?.why;
    return [
      [label('Not applicable, because'), why === undefined ? notRecorded : why],
      [label('Scenario number'), { text: 'not applicable', tone: 'quiet' }],
    ];
  }
  const { status, scenario } = required;
  return status === 'satisfied' && scenario !== undefined
    ? provenRows(assessment, required, scenario)
    : unprovenRows(assessment, application, required);
}

function provenRows(
  assessment: Assessment,
  { requirement }: RequirementAssessment,
  scenario: ScenarioAssessment,
): readonly (readonly Cell[])[] {
  const { evidence } = scenario;
  const findings = evidenceFindings(assessment, scenario);
  return [
    [
      label('State'),
      {
        text: `proven, evidence lasts until ${scenario.expiresAt === undefined ? 'an unknown time' : formatMoment(scenario.expiresAt, 'UTC')}`,
        tone: 'good',
      },
    ],
    [label('Required because'), requirement.because],
    [label('Scenario number'), { text: scenario.scenario.id, bold: true }],
    [label('MRN'), evidence.mrn === undefined ? notRecorded : { text: evidence.mrn.value, code: true, max: 60 }],
    ...requirement.messages.map((message) => [
      label(messageLabel(message)),
      messageTime(assessment, scenario, message),
    ]),
    ...(findings.length === 0
      ? []
      : [
          [
            label('To be checked'),
            firstFew(findings.map(({ message }) => message)).map((text) => ({ text, tone: 'open' as const, max: 600 })),
          ],
        ]),
  ];
}

function messageLabel(type: MessageType): string {
  const message = messageOf(type);
  return `${type} ${message?.name ?? ''}: date and time ${message?.direction === 'sent' ? 'sent' : 'received'}`;
}

function messageTime(assessment: Assessment, { evidence }: ScenarioAssessment, type: MessageType): Cell {
  const time = evidence.messages.get(type);
  if (time === undefined) return notRecorded;
  const zone = time.assumedZone ? ` (written without offset, read as ${assessment.clock.timeZone})` : '';
  return `${formatForForm(time.value)}${zone}`;
}

function unprovenRows(
  assessment: Assessment,
  application: ApplicationAssessment,
  assessed: RequirementAssessment,
): readonly (readonly Cell[])[] {
  const { requirement } = assessed;
  const finding = findingOf(assessment, application, assessed);
  const reasons = explanationOf(assessed, application.name, assessment.findings).map(withPlace);
  const open = { text: 'open', tone: 'open' } as const;
  return [
    [label('State'), { text: `NOT PROVEN: ${statusWord(assessed).text}`, tone: 'bad', bold: true }],
    [label('Required because'), requirement.because],
    ...(reasons.length === 0
      ? []
      : [[label('Why it is not proven'), firstFew(reasons).map((text) => ({ text, max: 600 }))]]),
    ...(finding?.next === undefined ? [] : [[label('Next step'), finding.next]]),
    [label('Scenario number'), { text: `open: ${requirement.wanted}`, tone: 'open' }],
    [label('MRN'), open],
    ...requirement.messages.map((message) => [label(messageLabel(message)), open]),
  ];
}

function withPlace({ message, place }: Finding): string {
  const where = placeBeside({ place });
  return where === undefined ? message : `${message} (${where})`;
}

/** A field of a page can hold so many sentences; a scenario of thousands of tests has thousands. */
const maxSentences = 10;

function firstFew(sentences: readonly string[]): readonly string[] {
  const { shown, more } = firstOf(sentences, maxSentences);
  return more > 0 ? [...shown, `… and ${more} more; the JSON report has them all.`] : shown;
}

function label(text: string): Cell {
  return { text, tone: 'label' };
}

function recommendedSlotTable(slots: number, { recommended }: ApplicationAssessment): (Paragraph | Table)[] {
  const proven = recommended.filter(isProven);
  const rows = Array.from({ length: slots }, (_, index): Cell[] => {
    const number = { text: String(index + 1), tone: 'label' as const };
    const scenario = proven[index]?.scenario;
    if (scenario === undefined) return [number, { text: 'open', tone: 'quiet' }, '', ''];
    const { mrn, lrn } = scenario.evidence;
    const identifiers = [
      ...(mrn === undefined ? [] : [{ text: mrn.value, code: true, max: 60 }]),
      ...(lrn === undefined ? [] : [{ text: `LRN ${lrn.value}`, code: true, max: 60 }]),
    ];
    return [
      number,
      { text: scenario.scenario.id, bold: true },
      identifiers.length === 0 ? notRecorded : identifiers,
      scenario.expiresAt === undefined ? '' : formatMoment(scenario.expiresAt, 'UTC', 'short'),
    ];
  });
  const left = proven.length - slots;
  return [
    prose('Not required, but HMRC recommends them. Only tests that passed and are fresh are filled in.', true),
    table([8, 24, 40, 34], rows, { head: ['No.', 'Scenario number', 'MRN / LRN', 'Evidence lasts until'] }),
    ...(left > 0
      ? [gap(), prose(`${left} more passed than the form has room for; the list in appendix A names them.`)]
      : []),
  ];
}

function isProven({ status }: RecommendedAssessment): boolean {
  return status === 'satisfied';
}
