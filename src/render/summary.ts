import type { Assessment } from '../assessment/assessment.ts';
import { fitSections, listSection, type Section, stacked } from './markdown.ts';
import {
  type Artifact,
  documentSection,
  nextSection,
  type ShownDocument,
  type SummaryContext,
  verdictSection,
} from './summary/verdict.ts';
import {
  aroundSection,
  decisionSection,
  evidenceSection,
  fileSection,
  formSection,
  methodSection,
  remarkSection,
} from './summary/details.ts';
import {
  alsoRequiredSection,
  becauseSection,
  notRequiredSection,
  recommendedSection,
  requirementSection,
} from './summary/tests.ts';
import { timelineSection, timelineTextSection } from './summary/timeline.ts';
import { type Finding, placeInWords } from '../finding.ts';
import { markdownCode, markdownText } from '../text/escape.ts';

export type { Artifact, ShownDocument, SummaryContext };

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
    ...perApplication(alsoRequiredSection),
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
    decisionSection(assessment),
    fileSection(assessment),
    methodSection(assessment),
  ].filter((section) => section !== undefined);
}

/** The summary of a run that ended at its settings: nothing was judged, so nothing is known to be ready. Markdown. */
export function renderRefusal(mistakes: readonly Finding[]): string {
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  const items = mistakes.map(({ place, message, next }) =>
    stacked(
      `${markdownCode(placeInWords(place) ?? 'settings', 200)}: ${markdownText(message, 600)}`,
      next === undefined ? undefined : `→ ${markdownText(next, 600)}`,
    ),
  );
  const title = `❌ Could not be checked: the settings have ${count}`;
  const intro =
    "This checks the evidence for HMRC's checklists of the CTC Traders API (NCTS5, NCTS6). No report was read, so nothing is known to be ready.";
  const list = listSection({ id: 'next', title: 'What to put right', priority: 1, intro }, items, true);
  const head = { ...list, id: 'verdict' as const, open: `## ${title}`, rows: [], priority: 0 };
  return fitSections([head, list], maxRefusal);
}

/** More mistakes than a page holds are not read. */
const maxRefusal = 60_000;
