import type { Paragraph, Table } from 'docx';
import {
  statusText,
  type ApplicationAssessment,
  type Assessment,
  type ScenarioStatus,
} from '../../assessment/assessment.ts';
import { matrixOf } from '../../requirements/demand.ts';
import { demands } from '../../requirements/matrix.ts';
import type { DecisionMatrix } from '../../requirements/requirement.ts';
import { type ScenarioId, flowTitle } from '../../requirements/scenario.ts';
import { formatMoment } from '../../time/format.ts';
import { eitherOf } from '../words.ts';
import { type Cell, gap, heading, prose, table, type Text, type Tone } from './parts.ts';

/** Appendix A of the form: the matrix with the software's cells marked, and the list with the state of every scenario. */
export function appendix(assessment: Assessment, application: ApplicationAssessment): (Paragraph | Table)[] {
  const { programme } = assessment;
  const demanded = matrixOf(programme);
  if (demanded === undefined) {
    return [];
  }
  return [
    heading('Appendix A: which tests are mandatory', 1),
    prose(
      'Decision matrix. Marked cells are the ones that apply to this software; one scenario of a cell is enough.',
      true,
    ),
    matrix(demanded, application),
    gap(),
    prose('List of tests, with what was found for each scenario.', true),
    list(assessment, demanded),
    gap(),
    ...programme.errata.map((text) =>
      prose([
        { text: 'Erratum of the form. ', bold: true, small: true },
        { text, small: true },
      ]),
    ),
  ];
}

function matrix(decisionMatrix: DecisionMatrix, { combination, requirements: assessed }: ApplicationAssessment): Table {
  const { rows: flows, columns, cells } = decisionMatrix;
  const set = { combination, requirements: assessed.map(({ requirement }) => requirement) };
  const rows = flows.map(({ flow }): Cell[] => [
    { text: flowTitle(flow), tone: 'label', bold: true },
    ...columns.map(({ column }): Cell => {
      const text = eitherOf(cells[column][flow]);
      return demands(decisionMatrix, { flow, column }, set)
        ? [
            { text, tone: 'good', bold: true },
            { text: 'applies', tone: 'good', small: true },
          ]
        : { text, tone: 'quiet' };
    }),
  ]);
  return table([26, 20, 20, 20, 20], rows, {
    head: ['Process flow', ...columns.map(({ title }) => title)],
    together: true,
  });
}

function list(assessment: Assessment, { listedTests }: DecisionMatrix): Table {
  const rows = listedTests.map(({ group, need, accepts: [gb, xi], procedure, xiAsPrinted }): Cell[] => [
    { text: group, small: true },
    { text: procedure, small: true },
    { text: need, small: true, bold: need !== 'recommended' },
    [{ text: gb, bold: true }, state(assessment, gb)],
    [
      { text: xiAsPrinted === undefined ? xi : `${xi} (the form prints ${xiAsPrinted})`, bold: true },
      state(assessment, xi),
      // Who goes by the form has run what it prints.
      ...(xiAsPrinted === undefined || !assessment.scenarios.has(xiAsPrinted)
        ? []
        : [
            {
              ...state(assessment, xiAsPrinted),
              text: `${xiAsPrinted}: ${state(assessment, xiAsPrinted).text}`,
              inline: false,
            },
          ]),
    ],
  ]);
  return table([15, 22, 18, 32, 36], rows, { head: ['Kind', 'Procedure', 'Need', 'GB scenario', 'XI scenario'] });
}

function state({ scenarios }: Assessment, id: ScenarioId): Text {
  const found = scenarios.get(id);
  if (found === undefined) return { text: 'no result', tone: 'quiet', small: true, inline: true };
  const until =
    found.status !== 'passed' || found.expiresAt === undefined
      ? ''
      : `, until ${formatMoment(found.expiresAt, 'UTC', 'short')}`;
  return { text: `${statusText(found.status, found)}${until}`, tone: tones[found.status], small: true, inline: true };
}

const tones: Readonly<Record<ScenarioStatus, Tone>> = {
  passed: 'good',
  stale: 'open',
  failed: 'bad',
  'not-run': 'open',
};
