import { defaultProgramme, programmes } from '../requirements/programmes.ts';
import { phaseRange, type Programme } from '../requirements/programme.ts';
import { bindingKinds } from '../finding.ts';
import { artifactNames, combinationNames, commentNames, duplicatesNames, flowNames, procedureNames } from './words.ts';

/** What a setting's value looks like. */
export type SettingKind =
  | { readonly is: 'text' | 'path' | 'date' | 'zone' | 'boolean' }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** Separated by commas or new lines; a comma inside brackets (`{a,b}`) separates nothing. */
  | { readonly is: 'list'; readonly of?: readonly string[] };

export interface Setting {
  /** Name of the input and the key in the configuration file; of the flag, too, unless `flag` names another. */
  readonly name: string;
  readonly kind: SettingKind;
  /** What it is for, in whole sentences. */
  readonly description: string;
  /** In words or as it would be written; undefined when there is none. */
  readonly default?: string;
  /** Where it can be set. */
  readonly input: boolean;
  /** Name of the command's flag without `--`; undefined when the command has none. */
  readonly flag?: string;
  readonly config: boolean;
}

const text = { is: 'text' } as const;
const path = { is: 'path' } as const;
const date = { is: 'date' } as const;
const boolean = { is: 'boolean' } as const;
const list = { is: 'list' } as const;

/** What each programme calls something, as one default: 'ncts5-checklist.docx, ncts6-checklist.docx'. */
function ofEach(name: 'checklist' | 'report' | 'artifact'): string {
  return [...programmes.values()].map(({ names }) => names[name]).join(' or ');
}

/**
 * Every setting that an input or a flag can give: the one source of the action's inputs, the command's flags and help,
 * and the keys of the configuration file. Lists, applications, answers and mappings, which only the file can hold,
 * are in `configuration-schema.ts`.
 */
export const settingsTable = [
  everywhere('results', list, {
    description:
      'Globs of JUnit XML reports, one a line, relative to the workspace. Needed unless results-artifact is given.',
  }),
  actionOnly('results-artifact', list, {
    description:
      'Names or patterns (with *) of artifacts of earlier workflow runs of this repository, whose reports are checked together with those of this run. Needs github-token with actions: read.',
  }),
  actionOnly('results-workflow', text, {
    description: 'File name of the workflow whose artifacts results-artifact names, for example trader-test.yml.',
    default: 'any workflow of this repository',
  }),
  actionOnly('results-branch', text, {
    description: 'Branch whose runs results-artifact takes artifacts from.',
    default: 'any branch of this repository',
  }),
  {
    ...everywhere('config', path, {
      description:
        'Configuration file (YAML). Holds everything that an input can set, and applications, answers to the questions of the form and the mapping of test names to scenarios. An input or flag wins over the file.',
      default: `${[...programmes.values()].map(({ names }) => names.configuration).join(' or ')}, if it exists`,
    }),
    config: false,
  },
  {
    ...everywhere('application', text, {
      description: 'Name of the one application in the configuration file that is to be checked.',
      default: 'all of them',
    }),
    config: false,
  },
  everywhere(
    'programme',
    { is: 'choice', of: [...programmes.keys()] },
    {
      description: `What is checked: ${[...programmes.values()].map(({ id, api }) => `${id} (CTC Traders API ${api})`).join(' or ')}. One run checks one of them.`,
      default: `that of the configuration file, else ${defaultProgramme.id}`,
    },
  ),
  everywhere(
    'flows',
    { is: 'list', of: flowNames },
    {
      description:
        'Process flows that the software supports: standard-departure, pre-lodged-departure, arrival. Needed here or in the configuration file.',
    },
  ),
  everywhere(
    'procedures',
    { is: 'list', of: procedureNames },
    {
      description:
        'Procedures that the software supports in these flows: normal, simplified. The configuration file can tell them for each flow. Needed here or there.',
    },
  ),
  everywhere(
    'combination',
    { is: 'choice', of: combinationNames },
    {
      description:
        'Combination of the decision matrix for software with both procedures: A, B, or auto for the one that is satisfied or nearest to it.',
      default: 'auto',
    },
  ),
  everywhere('as-of', date, {
    description:
      'Instant that the age of results is counted to, such as the day of the planned submission: a date and time with offset, or a date, which means its end in time-zone.',
    default: 'now',
  }),
  everywhere(
    'max-age-days',
    { is: 'integer', min: 1, max: 14 },
    {
      description:
        'Age in days of 24 hours from which on a result is stale. HMRC takes results that are less than 14 days old; fewer days leave room for sending the form.',
      default: '14',
    },
  ),
  everywhere(
    'warn-days',
    { is: 'integer', min: 0, max: 14 },
    {
      description: 'Warn when evidence spoils within that many days.',
      default: '3',
    },
  ),
  everywhere('not-before', date, {
    description:
      'Evidence from before is stale, because HMRC changed a process flow or its documentation: a date and time with offset, or a date, which means its start in time-zone.',
  }),
  everywhere(
    'phase',
    { is: 'integer', min: 1, max: 2 },
    {
      description:
        'Phase of production access testing: 2 (final rules, evidence from 1 July 2024 on) or 1 (transition rules, closed since 3 June 2024).',
      default: '2',
    },
  ),
  everywhere(
    'time-zone',
    { is: 'zone' },
    {
      description: 'IANA time zone in which times without an offset are read, for example Europe/London.',
      default: 'UTC',
    },
  ),
  everywhere(
    'duplicates',
    { is: 'choice', of: duplicatesNames },
    {
      description:
        'Which result counts when one test has several at the same time or without a time: the worst, or the last one read.',
      default: 'worst',
    },
  ),
  everywhere(
    'fail-on',
    { is: 'list', of: [...bindingKinds, 'none'] },
    {
      description:
        'Findings that fail the step: missing (also: not run), failed, stale (also: undated), unreadable, evidence, form, recommended, submittable (whatever keeps the form from being sent); or none, then only the output verdict tells.',
      default: 'missing, failed, stale, unreadable',
    },
  ),
  everywhere('checklist', path, {
    description:
      'Path of the Word document to write, inside the workspace. With several applications the name of each stands before the extension. The command writes it only when this or form-template is given.',
    default: ofEach('checklist'),
  }),
  everywhere('form-template', path, {
    description: "Your copy of HMRC's form (.docx), to be filled in. Without it the checklist has a layout of its own.",
  }),
  {
    ...everywhere('report', path, {
      description:
        'Path of the JSON report to write, inside the workspace. The command writes it only when this is given.',
      default: ofEach('report'),
    }),
    flag: 'json',
  },
  everywhere('junit', path, {
    description:
      'Path of a JUnit XML file with the verdict to write, inside the workspace, for systems that show tests: a case for each mandatory test.',
  }),
  {
    name: 'summary',
    kind: path,
    description: 'Path of a Markdown summary to write, inside the workspace.',
    input: false,
    flag: 'summary',
    config: false,
  },
  everywhere('badge', path, {
    description:
      'Path of a badge (.svg) with the verdict to write, inside the workspace; beside it, ending in .json, the same for the endpoint badge of shields.io.',
  }),
  actionOnly('verify-form', path, {
    description:
      'A filled-in form (.docx) of the repository, whose every value is held against the reports: scenario numbers, MRNs, message times, answers.',
  }),
  actionOnly(
    'artifact',
    { is: 'choice', of: artifactNames },
    {
      description:
        'Whether the checklist is uploaded as an artifact: auto (where there is an artifact service), always (else the step fails), or never.',
      default: 'auto',
    },
  ),
  actionOnly('artifact-name', text, {
    description: 'Name of the artifact that the checklist is uploaded as.',
    default: ofEach('artifact'),
  }),
  actionOnly(
    'artifact-retention-days',
    { is: 'integer', min: 1, max: 400 },
    {
      description: 'Days to keep the artifact.',
      default: "the repository's setting",
    },
  ),
  actionOnly('name', text, {
    description:
      'Name of this use of the action, which check run, commit status, comment, issue and artifact bear, so that several uses in one repository stay apart.',
    default: 'the path of the configuration file, unless it is the default one',
  }),
  actionOnly('check-run', boolean, {
    description: 'Publish the verdict as a check run on the commit. Needs checks: write.',
    default: 'false',
  }),
  actionOnly('commit-status', boolean, {
    description: 'Publish the days left as a commit status. Needs statuses: write.',
    default: 'false',
  }),
  actionOnly(
    'comment',
    { is: 'choice', of: commentNames },
    {
      description:
        'Keep one comment on the pull request up to date: off, always, or changes (only when the verdict changes). Needs pull-requests: write.',
      default: 'off',
    },
  ),
  actionOnly('issue', boolean, {
    description:
      'Keep one tracking issue: opened when evidence spoils, fails or is missing, closed when all is well. Needs issues: write.',
    default: 'false',
  }),
  {
    ...actionOnly('github-token', text, {
      description: 'Token for earlier results, check run, commit status, comment and issue.',
      default: '${{ github.token }}',
    }),
    config: false,
  },
] as const satisfies readonly Setting[];

/** Name of a setting that an input or flag can give. */
export type SettingName = (typeof settingsTable)[number]['name'];

/** What a setting's value looks like for that programme: the table's word, but for what each has of its own. */
export function kindFor({ phases, maxAgeDays }: Programme, { name, kind }: Setting): SettingKind {
  const range = phaseRange(phases);
  if (name === 'phase' && range !== undefined) return { is: 'integer', ...range };
  return name === 'max-age-days' ? { is: 'integer', min: 1, max: maxAgeDays } : kind;
}

/** The setting of that name; undefined when there is none. */
export function settingOf(name: string): Setting | undefined {
  const table: readonly Setting[] = settingsTable;
  return table.find((setting) => setting.name === name);
}

/** From where to where a setting that is a whole number goes in that programme. Throws for any other setting. */
export function rangeFor(programme: Programme, name: SettingName): { readonly min: number; readonly max: number } {
  const setting = settingOf(name);
  const kind = setting && kindFor(programme, setting);
  if (kind?.is !== 'integer') throw new Error(`${name} is no whole number`);
  return kind;
}

type Facts = Pick<Setting, 'description' | 'default'>;

function everywhere<Name extends string>(name: Name, kind: SettingKind, facts: Facts) {
  return { name, kind, ...facts, input: true, flag: name, config: true };
}

function actionOnly<Name extends string>(name: Name, kind: SettingKind, facts: Facts) {
  return { name, kind, ...facts, input: true, config: true };
}
