import { bindingKinds } from '../finding.ts';
import { phaseRange, type Programme, type ProgrammeNames } from '../requirements/programme.ts';
import { defaultProgramme, eachOf, namesWhere, programmes } from '../requirements/programmes.ts';
import type { Application } from '../requirements/requirement.ts';
import { artifactName, boolean, choice, date, integer, type Kind, list, text, words, zone } from './kinds.ts';
import type { Settings } from './settings.ts';
import { flowWords, procedureWords } from './vocabularies.ts';

export interface Setting<Value = unknown> {
  /** Name of the input and the key in the configuration file; of the flag, too. */
  readonly name: string;
  /** Reads a value, wherever it was given. */
  readonly kind: Kind<Value>;
  /** The field of `Settings` that it sets. */
  readonly field: Field;
  /** What it is for, in whole sentences. */
  readonly description: string;
  /** In words or as it would be written; undefined when there is none. */
  readonly default?: string;
  /** Whether the action has it as an input. */
  readonly input: boolean;
  /** Whether the command has it as a flag. */
  readonly flag: boolean;
  /** Another name of the flag. */
  readonly also?: string;
  /** Whether it is a key of the configuration file. */
  readonly config: boolean;
}

type Within<Group extends keyof Settings> = Group extends unknown
  ? `${Group}.${keyof NonNullable<Settings[Group]> & string}`
  : never;
type Field = keyof Settings | Within<'earlier' | 'clock' | 'output' | 'publish'> | `applications.${keyof Application}`;

type Facts = Pick<Setting, 'field' | 'description' | 'default' | 'also'>;

/**
 * Every setting that an input or a flag can give, read for a programme: the one source of the action's inputs, the command's
 * flags and help, and the keys of the configuration file. Lists, applications, answers and mappings, which only the file
 * can hold, are in `configuration-schema.ts`.
 */
export function settingsFor(programme: Programme) {
  return { ...whatToCheck(), ...howToJudge(programme), ...whatToWrite(), ...howToPublish() };
}

/** The settings of a programme, by the names that the code has for them. */
export type Rows = ReturnType<typeof settingsFor>;

/** By name, in the order of action.yml; as the default programme has them. */
export const settingsTable: readonly Setting[] = Object.values(settingsFor(defaultProgramme));

/** The setting of that name; undefined when there is none. */
export function settingOf(name: string): Setting | undefined {
  return settingsTable.find((setting) => setting.name === name);
}

function whatToCheck() {
  return {
    programme: everywhere('programme', choice([...programmes.keys()]), {
      field: 'programme',
      description: `What the results are checked for: ${eachOf(({ id, api }) => `${id} (API ${api})`)}.`,
      default: [...programmes.values()]
        .map(({ id, names }) => (id === defaultProgramme.id ? id : `${id} where only ${names.configuration} exists`))
        .join(', or '),
    }),
    results: everywhere('results', list(), {
      field: 'results',
      description:
        'Globs of JUnit XML reports, one a line, relative to the workspace. Needed unless results-artifact is given.',
    }),
    resultsArtifact: actionOnly('results-artifact', list(), {
      field: 'earlier.artifacts',
      description:
        'Names or patterns (with *) of artifacts of earlier workflow runs of this repository, whose reports are checked together with those of this run. Needs github-token with actions: read.',
    }),
    resultsWorkflow: actionOnly('results-workflow', text(), {
      field: 'earlier.workflow',
      description: 'File name of the workflow whose artifacts results-artifact names, for example trader-test.yml.',
      default: 'any workflow of this repository',
    }),
    resultsBranch: actionOnly('results-branch', text(), {
      field: 'earlier.branch',
      description: 'Branch whose runs results-artifact takes artifacts from.',
      default: 'any branch of this repository',
    }),
    config: {
      ...everywhere('config', text('path'), {
        field: 'configuration',
        description:
          'Configuration file (YAML). Holds everything that an input can set, and applications, answers to the questions of the form and the mapping of test names to scenarios. An input or flag wins over the file. What it names has to lie in the workspace.',
        default: `${perProgramme('configuration')}, if it exists`,
      }),
      config: false,
    },
    application: {
      ...everywhere('application', text(), {
        field: 'applications',
        description: 'Name of the one application in the configuration file that is to be checked.',
        default: 'all of them',
      }),
      config: false,
    },
    flows: everywhere('flows', words(flowWords), {
      field: 'applications.flows',
      description: `Process flows that the software supports: standard-departure, pre-lodged-departure, arrival, or all. Needed for ${namesWhere('flows', { isUsed: true })}, here or in the configuration file.`,
    }),
    procedures: everywhere('procedures', words(procedureWords), {
      field: 'applications.flows',
      description: `Procedures that the software supports in these flows: normal, simplified, or both. The configuration file can tell them for each flow. Needed for ${namesWhere('procedures', { isUsed: true })}, here or there.`,
    }),
    combination: everywhere('combination', choice(['auto', 'A', 'B']), {
      field: 'applications.combination',
      description:
        'Combination of the decision matrix for software with both procedures: A, B, or auto for the one that is satisfied or nearest to it.',
      default: 'auto',
    }),
    alsoRequired: everywhere('also-required', list(), {
      field: 'applications.alsoRequired',
      description:
        "Scenarios that have to be proven besides HMRC's mandatory tests, because your own rules want them, for example DSGB6, PNGB1. They are not entered among the form's mandatory tests.",
    }),
  };
}

function howToJudge({ phases, maxAgeDays }: Programme) {
  const { min, max } = phaseRange(phases) ?? { min: 1, max: 1 };
  return {
    asOf: everywhere('as-of', date(), {
      field: 'clock.evaluatedAt',
      description:
        'Instant that the age of results is counted to, such as the day of the planned submission: a date and time with offset, or a date, which means its end in time-zone. Once it is over, nothing is ready; only the flag of the command looks back.',
      default: 'now',
    }),
    maxAgeDays: everywhere('max-age-days', integer(1, maxAgeDays), {
      field: 'clock.maxAgeDays',
      description: `Age in days of 24 hours from which on a result is stale. HMRC takes results that are less than ${maxAgeDays} days old; fewer days leave room for sending the form.`,
      default: String(maxAgeDays),
    }),
    warnDays: everywhere('warn-days', integer(0, maxAgeDays), {
      field: 'clock.warnDays',
      description: 'Warn when evidence expires within that many days.',
      default: '3',
    }),
    notBefore: everywhere('not-before', date(), {
      field: 'clock.notBefore',
      description:
        'Evidence from before is stale, because HMRC changed a process flow or its documentation: a date and time with offset, or a date, which means its start in time-zone.',
    }),
    phase: everywhere('phase', integer(min, max), {
      field: 'clock.phase',
      description: phaseWords(phases),
      default: String(max),
    }),
    timeZone: everywhere('time-zone', zone(), {
      field: 'clock.timeZone',
      description: 'IANA time zone in which times without an offset are read, for example Europe/London.',
      default: 'UTC',
    }),
    duplicates: everywhere('duplicates', choice(['worst', 'last']), {
      field: 'duplicates',
      description:
        'Which result counts when one test has several at the same time or without a time: the worst, or the last one read.',
      default: 'worst',
    }),
    failOn: everywhere('fail-on', words({ known: [...bindingKinds, 'none'] }), {
      field: 'failOn',
      description:
        'Findings that fail the step: missing (also: not run), failed, stale (also: undated), unreadable, evidence, form, recommended, submittable (whatever keeps the form from being sent); or none, then only the output verdict tells.',
      default: 'missing, failed, stale, unreadable',
    }),
  };
}

function whatToWrite() {
  return {
    checklist: everywhere('checklist', text('path'), {
      field: 'output.checklist',
      description:
        'Path of the Word document to write. With several applications each has a document, with its name before the extension. The command writes it only when this or form-template is given.',
      default: perProgramme('checklist'),
    }),
    formTemplate: everywhere('form-template', text('path'), {
      field: 'output.formTemplate',
      description:
        "Your copy of HMRC's form (.docx), to be filled in. Without it the checklist has a layout of its own.",
    }),
    report: {
      ...everywhere('report', text('path'), {
        field: 'output.report',
        description: 'Path of the JSON report to write. The command writes it only when this is given.',
        default: perProgramme('report'),
      }),
      also: 'json',
    },
    junit: everywhere('junit', text('path'), {
      field: 'output.junit',
      description:
        'Path of a JUnit XML file with the verdict to write, for systems that show tests: a case for each mandatory test.',
    }),
    summary: {
      ...everywhere('summary', text('path'), {
        field: 'output.summary',
        description:
          'Path of a Markdown summary to write. The path - stands for standard output, here and for report and junit.',
      }),
      input: false,
      config: false,
    },
    badge: everywhere('badge', text('path'), {
      field: 'output.badge',
      description:
        'Path of a badge (.svg) with the verdict to write; beside it, ending in .json, the same for the endpoint badge of shields.io.',
    }),
    verifyForm: actionOnly('verify-form', text('path'), {
      field: 'verifyForm',
      description:
        'A filled-in form (.docx) of the repository, whose values are all compared with the reports: scenario numbers, MRNs, message times, answers.',
    }),
  };
}

function howToPublish() {
  return {
    artifact: actionOnly('artifact', choice(['auto', 'always', 'never']), {
      field: 'publish.artifact',
      description:
        'Whether the checklist is uploaded as an artifact: auto (where there is an artifact service), always (else the step fails), or never.',
      default: 'auto',
    }),
    artifactName: actionOnly('artifact-name', artifactName(), {
      field: 'output.artifactName',
      description: 'What the names of the artifacts begin with.',
      default: 'as the documents are called, with the name of the use of the action if it has one',
    }),
    artifactRetentionDays: actionOnly('artifact-retention-days', integer(1, 400), {
      field: 'output.artifactRetentionDays',
      description: 'Days to keep the artifact.',
      default: "the repository's setting",
    }),
    name: actionOnly('name', text(), {
      field: 'publish.name',
      description:
        'Name of this use of the action, shown in its check run, commit status, comment, issue and artifact, so that several uses in one repository stay apart.',
      default: 'the path of the configuration file, unless it is the default one',
    }),
    checkRun: actionOnly('check-run', boolean(), {
      field: 'publish.checkRun',
      description: 'Publish the verdict as a check run on the commit. Needs checks: write.',
      default: 'false',
    }),
    commitStatus: actionOnly('commit-status', boolean(), {
      field: 'publish.commitStatus',
      description: 'Publish the days left as a commit status. Needs statuses: write.',
      default: 'false',
    }),
    comment: actionOnly('comment', choice(['off', 'always', 'changes'], { true: 'always', false: 'off' }), {
      field: 'publish.comment',
      description:
        'Keep one comment on the pull request up to date: off, always, or changes (only when the verdict changes). Needs pull-requests: write.',
      default: 'off',
    }),
    issue: actionOnly('issue', boolean(), {
      field: 'publish.issue',
      description:
        'Keep one tracking issue: opened when evidence expires, fails or is missing, closed when all is well. Needs issues: write.',
      default: 'false',
    }),
    githubToken: {
      ...actionOnly('github-token', text(), {
        field: 'publish.token',
        description: 'Token for earlier results, check run, commit status, comment and issue.',
        default: '${{ github.token }}',
      }),
      config: false,
    },
  };
}

function everywhere<Value>(name: string, kind: Kind<Value>, facts: Facts): Setting<Value> {
  return { name, kind, ...facts, input: true, flag: true, config: true };
}

function actionOnly<Value>(name: string, kind: Kind<Value>, facts: Facts): Setting<Value> {
  return { ...everywhere(name, kind, facts), flag: false };
}

/** What each programme calls a file of its own: `ncts5-report.json or ncts6-report.json`. */
function perProgramme(name: keyof ProgrammeNames): string {
  return eachOf(({ names }) => names[name]);
}

/** What phases there are, the current one first: `Phase of … in NCTS5: 2 (…) or 1 (…).` */
function phaseWords(phases: Programme['phases']): string {
  const each = phases.map(({ no, about }) => (about === undefined ? String(no) : `${no} (${about})`));
  const offered = each.length === 0 ? '' : `: ${each.toReversed().join(' or ')}`;
  return `Phase of production access testing in ${namesWhere('phase', { isUsed: true })}${offered}.`;
}
