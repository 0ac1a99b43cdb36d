import type { ApplicationAssessment, Assessment } from '../../assessment/assessment.ts';
import { othersInWords, otherScenarios } from '../../assessment/others.ts';
import { handInWords } from '../../requirements/programme.ts';
import { markdownText } from '../../text/escape.ts';
import { listSection } from '../markdown.ts';
import type { Section } from '../sections.ts';
import { titled } from './tests.ts';

/**
 * What stands around the one movement that a programme asks for: why this one, what else was run, what is to be done by
 * hand, and where the form goes. Undefined in a programme that asks for tests by a matrix.
 */
export function aroundSection(assessment: Assessment, application: ApplicationAssessment): Section | undefined {
  const { programme, scenarios } = assessment;
  if (!programme.tellsOthers) {
    return undefined;
  }
  const others = othersInWords(otherScenarios([application], scenarios));
  const items = [
    ...application.requirements.map(({ requirement, scenario, remark }) =>
      markdownText(
        remark === undefined || scenario === undefined
          ? requirement.because
          : `${requirement.because} ${scenario.scenario.id} is taken: ${remark}.`,
        600,
      ),
    ),
    ...(others === '' ? [] : [`Other scenarios run: ${markdownText(others, 600)}`]),
    ...byHand(programme.form.byHand.map(({ kind }) => kind)),
    markdownText(handInWords(programme.submission), 600),
  ];
  return listSection(
    { id: 'around', title: titled(assessment, application, 'What to know of it'), priority: 4 },
    items,
  );
}

/** What only a person may do in the form. */
function byHand(kinds: readonly ('tick' | 'signature' | 'date')[]): readonly string[] {
  const words = { tick: 'tick the statements that are true', signature: 'sign', date: 'date the signature' };
  const todo = [...new Set(kinds)].map((kind) => words[kind]);
  return todo.length === 0 ? [] : [`To be done by hand: ${todo.join(', ')}`];
}
