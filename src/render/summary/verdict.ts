import { type ApplicationAssessment, type Assessment, fatalOf, isSubmittable } from '../../assessment/assessment.ts';
import { nextOf, type Step, stepsOf } from '../../assessment/steps.ts';
import type { Finding } from '../../finding.ts';
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
  readonly documents?: readonly ShownDocument[] | undefined;
}

/** A document of an application, as it was written and uploaded. */
export interface ShownDocument {
  /** Name of the application that it is for. */
  readonly application: string;
  /**
   * HMRC's form filled in (`form`), our own checklist (`own`); beside the form how to submit it (`note`), with what (`mail`)
   * and until when (`calendar`).
   */
  readonly kind: 'form' | 'own' | 'note' | 'mail' | 'calendar';
  /** File name or path to show. */
  readonly file: string;
  /** Undefined where it was not uploaded. */
  readonly artifact?: Artifact | undefined;
}

export interface Artifact {
  readonly name: string;
  readonly id: number;
  /** Where a person downloads it. */
  readonly url: string;
  /** `sha256:<hex>` of its bytes. */
  readonly digest?: string | undefined;
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

/** The documents to take away: what each is, where it lies, and whether the form may be sent. */
export function documentSection(assessment: Assessment, { documents = [] }: SummaryContext): Section | undefined {
  const { programme, expiresAt } = assessment;
  if (documents.length === 0) return undefined;
  const intro =
    isSubmittable(assessment) && !assessment.looksBack && expiresAt !== undefined
      ? `HMRC must have the form before **${moment(assessment, expiresAt)}**. To apply, ${submissionMarkdown(programme.submission, submitsWords)}.`
      : undefined;
  return listSection(
    { id: 'documents', title: 'Documents', priority: 3, intro },
    documents.map((document) => documentItem(assessment, document)),
  );
}

const documentTitles: Readonly<Record<ShownDocument['kind'], string>> = {
  form: "HMRC's form, filled in",
  own: "Checklist with the evidence (not HMRC's form)",
  note: 'How to submit the form',
  mail: 'Draft of the mail to HMRC, with the form attached',
  calendar: 'The deadline, for a calendar',
};

function documentItem(assessment: Assessment, { application: name, kind, file, artifact }: ShownDocument): string {
  const application = assessment.applications.find((one) => one.name === name);
  const label = applicationLabel(assessment, name);
  const what = `${documentTitles[kind]}${label === undefined ? '' : ` for ${markdownText(label)}`}`;
  const hold = kind === 'form' ? notToBeSent(assessment, application) : undefined;
  const isSame = artifact !== undefined && file.split('/').at(-1) === artifact.name;
  const place = [
    ...(isSame ? [] : [markdownCode(file)]),
    ...(artifact === undefined ? [] : [`${isSame ? '' : 'download '}${markdownLink(artifact.name, artifact.url)}`]),
  ].join(', ');
  const digest = artifact?.digest;
  return stacked(
    `📄 ${what}${hold === undefined ? '' : ` – **${hold}**`}: ${place}`,
    digest === undefined ? undefined : `<sub>${markdownCode(digest)}</sub>`,
  );
}

/** Why a filled-in form may not be sent as it is; undefined where it may. */
function notToBeSent(assessment: Assessment, application: ApplicationAssessment | undefined): string | undefined {
  if ((application ?? assessment).verdict === 'not-ready') return 'a draft, not to be sent';
  if (!isSubmittable(assessment, application)) return 'not complete, not to be sent yet';
  return assessment.looksBack ? 'as of a day in the past, not to be sent' : undefined;
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
    `${inBold(assessment, finding)}${place === undefined ? '' : ` ${markdownCode(place, 200)}`}`,
    brought === undefined ? undefined : markdownText(brought, 600),
    next === undefined ? undefined : `→ ${markdownText(next, 600)}`,
  );
}

/** The finding with what it is about in bold, where it is about a test, a scenario or an application; else as a whole. */
function inBold(assessment: Assessment, finding: Finding): string {
  const message = sentenceOf(assessment, finding);
  const [subject = '', ...rest] = message.split(': ');
  const isAboutOne = (finding.requirement ?? finding.scenario ?? finding.application) !== undefined;
  if (!isAboutOne || rest.length === 0 || subject.length > 80) return `**${markdownText(message, 600)}**`;
  return `**${markdownText(subject)}:** ${markdownText(rest.join(': '), 600)}`;
}
