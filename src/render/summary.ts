import type { Assessment } from '../assessment/assessment.ts';
import { fitSections, type Section } from './sections.ts';
import type { SummaryContext } from './summary/context.ts';
import { aroundSection } from './summary/around.ts';
import {
  evidenceSection,
  fileSection,
  formSection,
  methodSection,
  remarkSection,
  supersededSection,
} from './summary/details.ts';
import { becauseSection, notRequiredSection, recommendedSection, requirementSection } from './summary/tests.ts';
import { timelineSection, timelineTextSection } from './summary/timeline.ts';
import { documentSection, nextSection, verdictSection } from './summary/verdict.ts';

export type { SummaryContext };

/** GitHub's limit for the summary of one step, in bytes of UTF-8. */
export const summaryLimit = 1_048_576;

/**
 * The job summary as GitHub Markdown, at most `summaryLimit` bytes, with an end of line: verdict first, then what to do next, what each
 * application needs and has, the documents, and the details.
 */
export function renderSummary(assessment: Assessment, context: SummaryContext = {}): string {
  return fitSections(summarySections(assessment, context), summaryLimit);
}

/**
 * The summary in pieces, in the order in which they are read. For others who say the same in less space:
 * choose by `id`, put together with `fitSections`.
 */
export function summarySections(assessment: Assessment, context: SummaryContext = {}): readonly Section[] {
  const perApplication = (
    sectionOf: (assessment: Assessment, application: Assessment['applications'][number]) => Section | undefined,
  ) => assessment.applications.map((application) => sectionOf(assessment, application));
  return [
    verdictSection(assessment, context),
    nextSection(assessment),
    ...perApplication(requirementSection),
    ...perApplication(aroundSection),
    documentSection(assessment, context),
    ...perApplication(timelineSection),
    ...perApplication(timelineTextSection),
    evidenceSection(assessment),
    ...perApplication(becauseSection),
    ...perApplication(notRequiredSection),
    ...perApplication(recommendedSection),
    ...perApplication((_, application) => formSection(assessment, application, context)),
    remarkSection(assessment),
    supersededSection(assessment),
    fileSection(assessment),
    methodSection(assessment),
  ].filter((section) => section !== undefined);
}
