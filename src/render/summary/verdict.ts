import { type Assessment, fatalOf, isSubmittable } from '../../assessment/assessment.ts';
import { nextOf, type Step, stepsOf } from '../../assessment/steps.ts';
import { submitsWords } from '../../requirements/programme.ts';
import { markdownCode, markdownLink, markdownText } from '../../text/escape.ts';
import { listSection, type Section, stacked } from '../markdown.ts';
import {
  submissionMarkdown,
  applicationLabel,
  consequencesText,
  moment,
  placeBeside,
  plural,
  sentenceOf,
  verdictWord,
} from '../words.ts';

/** What a summary tells beyond the assessment. All of it is optional: what isn't known isn't mentioned. */
export interface SummaryContext {
  /** Instead of the product's name over the verdict. */
  readonly title?: string | undefined;
  readonly artifacts?: readonly Artifact[] | undefined;
  readonly checklists?: readonly ChecklistFile[] | undefined;
  /** What could not be published, each a sentence that names what to grant or change. */
  readonly notPublished?: readonly string[] | undefined;
}

/** An uploaded checklist. */
export interface Artifact {
  readonly name: string;
  readonly id: number;
  /** Where a person downloads it. */
  readonly url: string;
  /** `sha256:<hex>` of its bytes. */
  readonly digest?: string | undefined;
}

/** One written checklist. */
export interface ChecklistFile {
  /** Name of the application that it is for. */
  readonly application: string;
  /** File name or path to show. */
  readonly file: string;
  /** HMRC's form filled in (`form`), or our own document (`own`). */
  readonly kind: 'form' | 'own';
}

/** Verdict, what it is about, and each application's verdict when there are several. Never left out. */
export function verdictSection(assessment: Assessment, context: SummaryContext): Section {
  const { icon, text } = verdictWord(assessment);
  const title = context.title === undefined ? [] : [`**${markdownText(context.title)}**`];
  const several = assessment.applications.length > 1;
  return {
    id: 'verdict',
    title: 'Verdict',
    priority: 0,
    open: `${[
      `## ${icon} ${markdownText(assessment.programme.name)}: ${markdownText(text)}`,
      ...title,
      facts(assessment),
      ...stepNote(assessment),
      ...(context.notPublished ?? []).map((sentence) => `⚠️ ${markdownText(sentence, 500)}`),
    ].join('\n\n')}${several ? '\n' : ''}`,
    rows: several ? assessment.applications.map((application) => applicationRow(assessment, application)) : [],
    close: '',
    more: (count) => `- … and ${plural(count, 'more application')}`,
  };
}

function facts(assessment: Assessment): string {
  const { programme } = assessment;
  const requirements = assessment.applications.flatMap((application) => application.requirements);
  const proven = requirements.filter(({ status }) => status === 'satisfied').length;
  const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
  return [
    `HMRC's ${programme.names.paper} for the CTC Traders API ${programme.api}`,
    `${proven} of ${plural(requirements.length, 'mandatory test')} proven`,
    `${plural(assessment.files.length, 'report')} with ${plural(cases, 'case')} read`,
    `as of ${moment(assessment, assessment.evaluatedAt)}`,
  ].join(' · ');
}

function stepNote(assessment: Assessment): readonly string[] {
  if (assessment.verdict === 'ready' || fatalOf(assessment).length > 0) return [];
  const named = assessment.failOn.size === 0 ? 'nothing' : [...assessment.failOn].join(', ');
  return [`The step does not fail for this: <code>fail-on</code> names ${named}.`];
}

/** The documents to take away: drafts, until they could be sent. */
export function documentSection(
  assessment: Assessment,
  { artifacts = [], checklists = [] }: SummaryContext,
): Section | undefined {
  const what = { form: "HMRC's form, filled in", own: 'Checklist' };
  const { programme, expiresAt } = assessment;
  const canBeSent = isSubmittable(assessment) && !assessment.looksBack;
  const draft = canBeSent ? '' : 'Draft, not to be sent. ';
  const items = [
    ...checklists.map(({ application, file, kind }) => {
      const label = applicationLabel(assessment, application);
      return `📄 ${draft}${what[kind]}${label === undefined ? '' : ` for ${markdownText(label)}`}: ${markdownCode(file)}`;
    }),
    ...artifacts.map(({ name, id, url, digest }) => {
      const sum = digest === undefined ? '' : `, ${markdownCode(digest)}`;
      return `📦 ${draft}Download: ${markdownLink(name, url)} (artifact ${id}${sum})`;
    }),
  ];
  if (items.length === 0) return undefined;
  const intro =
    canBeSent && expiresAt !== undefined
      ? `HMRC must have the form before **${moment(assessment, expiresAt)}**. Whoever applies ${submissionMarkdown(programme.submission, submitsWords)}.`
      : undefined;
  return listSection({ id: 'documents', title: 'Documents', priority: 3, intro }, items);
}

function applicationRow(assessment: Assessment, application: Assessment['applications'][number]): string {
  const { icon, text } = verdictWord(assessment, application);
  return `- ${icon} **${markdownText(application.name)}**: ${markdownText(text)}`;
}

/** What to do, in the order to act on. */
export function nextSection(assessment: Assessment): Section | undefined {
  const steps = stepsOf(assessment);
  if (steps.length === 0) return undefined;
  const items = steps.map((step) => stepItem(assessment, step, nextOf(steps, step)));
  return listSection({ id: 'next', title: 'What to do next', priority: 2 }, items, true);
}

function stepItem(assessment: Assessment, { finding, consequences }: Step, next: string | undefined): string {
  const place = placeBeside(finding);
  const brought = consequencesText(consequences);
  return stacked(
    `${subjectInBold(sentenceOf(assessment, finding))}${place === undefined ? '' : ` ${markdownCode(place, 200)}`}`,
    brought === undefined ? undefined : markdownText(brought, 600),
    next === undefined ? undefined : `→ ${markdownText(next, 600)}`,
  );
}

/** What comes before the first colon is what the sentence is about: 'Arrival (ASGB1 or ASXI1): …'. */
function subjectInBold(message: string): string {
  const [subject = '', ...rest] = message.split(': ');
  if (rest.length === 0 || subject.length > 80) return `**${markdownText(message, 600)}**`;
  return `**${markdownText(subject)}:** ${markdownText(rest.join(': '), 600)}`;
}
