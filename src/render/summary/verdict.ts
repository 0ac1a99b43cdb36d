import type { Assessment } from '../../assessment/assessment.ts';
import type { Finding } from '../../finding.ts';
import { formatUtc } from '../../time/format.ts';
import { markdownCode, markdownLink, markdownText } from '../../text/escape.ts';
import { listSection, stacked } from '../markdown.ts';
import type { Section } from '../sections.ts';
import { applicationLabel, placeBeside, plural, verdictWord } from '../words.ts';
import type { SummaryContext } from './context.ts';

/** Verdict and days left, the checklist to take away, and each application's verdict when there are several. Never left out. */
export function verdictSection(assessment: Assessment, context: SummaryContext): Section {
  const { icon, text } = verdictWord(assessment);
  const title = context.title === undefined ? [] : [`**${markdownText(context.title)}**`];
  const several = assessment.applications.length > 1;
  return {
    id: 'verdict',
    title: 'Verdict',
    priority: 0,
    open: `${[
      `## ${icon} ${markdownText(text)}`,
      ...title,
      facts(assessment),
      ...stepNote(assessment),
      ...checklistLines(assessment, context),
      ...(context.notPublished ?? []).map((sentence) => `⚠️ ${markdownText(sentence, 500)}`),
    ].join('\n\n')}${several ? '\n' : ''}`,
    rows: several ? assessment.applications.map((application) => applicationRow(assessment, application)) : [],
    close: '',
    more: (count) => `- … and ${plural(count, 'more application')}`,
  };
}

function facts(assessment: Assessment): string {
  const requirements = assessment.applications.flatMap((application) => application.requirements);
  const proven = requirements.filter(({ status }) => status === 'satisfied').length;
  const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
  return [
    `${proven} of ${plural(requirements.length, 'mandatory test')} proven`,
    `${plural(assessment.files.length, 'report')} with ${plural(cases, 'case')} read`,
    `as of ${formatUtc(assessment.evaluatedAt)}`,
  ].join(' · ');
}

function stepNote(assessment: Assessment): readonly string[] {
  if (assessment.verdict === 'ready' || assessment.fatal.length > 0) return [];
  const named = assessment.failOn.length === 0 ? 'nothing' : assessment.failOn.join(', ');
  return [`The step does not fail for this: <code>fail-on</code> names ${named}.`];
}

function checklistLines(
  assessment: Assessment,
  { artifacts = [], checklists = [] }: SummaryContext,
): readonly string[] {
  const what = { form: "HMRC's form, filled in", own: 'Checklist' };
  const lines = checklists.map(({ application, file, kind }) => {
    const label = applicationLabel(assessment, application);
    return `📄 ${what[kind]}${label === undefined ? '' : ` for ${markdownText(label)}`}: ${markdownCode(file)}`;
  });
  lines.push(
    ...artifacts.map(({ name, id, url, digest }) => {
      const sum = digest === undefined ? '' : `, ${markdownCode(digest)}`;
      return `📦 Download: ${markdownLink(name, url)} (artifact ${id}${sum})`;
    }),
  );
  return lines.length === 0 ? [] : [stacked(...lines)];
}

function applicationRow(assessment: Assessment, application: Assessment['applications'][number]): string {
  const { icon, text } = verdictWord(assessment, application);
  return `- ${icon} **${markdownText(application.name)}**: ${markdownText(text)}`;
}

/** What stands in the way, in the order to act on, each with its next step. */
export function nextSection(assessment: Assessment): Section | undefined {
  if (assessment.reasons.length === 0) return undefined;
  const items = assessment.reasons.map((reason) => reasonItem(assessment, reason));
  return listSection({ id: 'next', title: 'What to do next', priority: 2 }, items, true);
}

function reasonItem(assessment: Assessment, reason: Finding): string {
  const label = reason.application === undefined ? undefined : applicationLabel(assessment, reason.application);
  const place = placeBeside(reason);
  return stacked(
    `${label === undefined ? '' : `${markdownText(label)}: `}${subjectInBold(reason.message)}${place === undefined ? '' : ` ${markdownCode(place, 200)}`}`,
    `→ ${markdownText(reason.next ?? '', 600)}`,
  );
}

/** What comes before the first colon is what the sentence is about: 'Arrival (ASGB1 or ASXI1): …'. */
function subjectInBold(message: string): string {
  const [subject = '', ...rest] = message.split(': ');
  if (rest.length === 0 || subject.length > 80) return `**${markdownText(message, 600)}**`;
  return `**${markdownText(subject)}:** ${markdownText(rest.join(': '), 600)}`;
}
