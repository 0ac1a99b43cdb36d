import type { Programme } from '../../requirements/programme.ts';
import { defaultProgramme } from '../../requirements/programmes.ts';
import type { Step } from '../../text/plain-text.ts';
import { actionRepository, type StarterSettings, defaultResults, quoted } from './starter-settings.ts';
import nightlyFreshness from '../../../.github/examples/nightly-freshness.yml';
import pullRequest from '../../../.github/examples/pull-request.yml';
import releaseGate from '../../../.github/examples/release-gate.yml';
import traderTest from '../../../.github/examples/trader-test.yml';
import azure from '../../../.github/recipes/ci/azure-pipelines.yml';
import bitbucket from '../../../.github/recipes/ci/bitbucket-pipelines.yml';
import gitlab from '../../../.github/recipes/ci/gitlab-ci.yml';
import jenkins from '../../../.github/recipes/ci/jenkins.jenkinsfile';

/* The CI systems for which `init` writes pipelines: the examples and recipes of this repository, as they stand. */

export const ciNames = ['github', 'gitlab', 'jenkins', 'azure', 'bitbucket', 'none'] as const;
export type CiName = (typeof ciNames)[number];

/** A file for the user's repository; its path is relative to the top. */
interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

interface Pipeline extends RepositoryFile {
  /** What has to be done at the CI system before it runs. */
  readonly setUp: readonly string[];
}

const otherSystems: Readonly<Record<Exclude<CiName, 'github' | 'none'>, Pipeline>> = {
  gitlab: {
    path: '.gitlab-ci.yml',
    text: gitlab,
    setUp: ['In GitLab under Build > Pipeline schedules, add 37 8 * * 1-5, time zone London, branch main.'],
  },
  jenkins: {
    path: 'Jenkinsfile',
    text: jenkins,
    setUp: [
      'In Jenkins install the plugins Pipeline, JUnit and Copy Artifact, and make a Pipeline of the file. Its first build starts the schedule.',
    ],
  },
  azure: {
    path: 'azure-pipelines.yml',
    text: azure,
    setUp: [
      'In Azure DevOps create a pipeline from the file, and run it once by hand with First run ticked: there is nothing to fetch yet.',
    ],
  },
  bitbucket: {
    path: 'bitbucket-pipelines.yml',
    text: bitbucket,
    setUp: [
      'In Bitbucket make an access token with the scopes repository and repository:write, and keep it as the secured variable CHECKLIST_TOKEN.',
      'Under Repository settings > Pipelines > Schedules, add the pipeline for each working day between 07:00 and 19:00 UK time.',
    ],
  },
};

/** The examples that are copied for GitHub, under names of their own, since a repository has other workflows. */
const workflows = [
  { text: releaseGate, name: 'release-gate' },
  { text: nightlyFreshness, name: 'nightly-freshness' },
  { text: pullRequest, name: 'pull-request' },
] as const;

/** The workflow that runs the user's tests, whatever the programme. Once it is there it is theirs, and never written over. */
export const testsWorkflow = '.github/workflows/trader-test.yml';

/** Where the configuration file goes: pipelines of other systems name it, and expect it at the top of the repository. */
export function configurationFor(ci: CiName, { id, names }: Programme): string {
  return ci === 'github' || ci === 'none' ? names.configuration : `${id}.yml`;
}

/** The pipelines for a CI system, which read that configuration. */
export function pipelinesFor(ci: CiName, starter: StarterSettings): readonly RepositoryFile[] {
  const { programme, owner, results } = starter;
  if (ci === 'none') {
    return [];
  }
  if (ci === 'github') {
    return [
      { path: testsWorkflow, text: testsOf(traderTest, results) },
      ...workflows.map(({ text, name }) => ({
        path: `.github/workflows/${programme.id}-${name}.yml`,
        text: workflowOf(text, programme).replaceAll(`${actionRepository()}@`, `${actionRepository(owner)}@`),
      })),
    ];
  }
  const { path, text } = otherSystems[ci];
  return [{ path, text: pipelineOf(text, programme) }];
}

/**
 * What has to be done for the pipelines to run: first for the tests to hand their reports over, then to start them.
 *
 * @param written The workflow that runs the tests, too; else it was there.
 */
export function pipelineSteps(
  ci: CiName,
  written: readonly string[],
): { readonly reports: readonly Step[]; readonly start: readonly Step[] } {
  if (ci === 'none') {
    return { reports: [], start: [] };
  }
  if (ci === 'github') {
    const why = written.includes(testsWorkflow)
      ? `In ${testsWorkflow}, put the commands that run your scenarios in place of ./run-trader-test-scenarios. If a workflow of yours runs them already, delete this one, let yours keep its reports for 14 days or more as an artifact trader-test-results, and name it as results-workflow in the others.`
      : `${testsWorkflow} was there and is left as it is: it has to keep its JUnit reports as an artifact trader-test-results, if: always(), for 14 days or more. The other workflows take them from its runs on main.`;
    return {
      reports: [{ why }],
      start: [
        {
          why: 'Commit the files to the default branch: GitHub runs schedules there only, and switches them off in a public repository in which nothing has happened for 60 days.',
        },
        {
          why: 'Pull requests from forks get a token that can only read; the action has a workflow for them, too: .github/examples/pull-request-from-forks.yml in its repository.',
        },
      ],
    };
  }
  const { path, setUp } = otherSystems[ci];
  return {
    reports: [{ why: `In ${path}, put the command that runs your scenarios in place of ./run-trader-test-scenarios.` }],
    start: [{ why: 'Commit the files.' }, ...setUp.map((why) => ({ why }))],
  };
}

/** The workflow that runs the tests, keeping the reports where they are written. */
function testsOf(example: string, results: readonly string[]): string {
  return example.replace(`path: ${defaultResults.join('')}\n`, (line) =>
    results.join() === defaultResults.join() ? line : pathLines(results.map(kept)),
  );
}

function pathLines(globs: readonly string[]): string {
  const [first = ''] = globs;
  return globs.length === 1
    ? `path: ${quoted(first)}\n`
    : ['path: |', ...globs.map((glob) => `  ${glob}`)].join('\n          ').concat('\n');
}

/** A glob as actions/upload-artifact takes it, which knows no braces: then all XML of the folder before them. */
function kept(glob: string): string {
  const folder = glob.slice(0, glob.search(/[*?[{(!@+]|$/u));
  return /[{(]/u.test(glob) ? `${folder.slice(0, folder.lastIndexOf('/') + 1)}**/*.xml` : glob;
}

/**
 * An example as a programme's own workflow. What it says the software supports stands in the configuration file, and an
 * input would win over it; which programme is meant it has to say, since there may be a file of another one.
 */
function workflowOf(example: string, { id, name }: Programme): string {
  return example
    .replace(/^( +)flows: .*\n/mu, `$1programme: ${id}\n`)
    .replace(/^ +procedures: .*\n/mu, '')
    .replaceAll(defaultProgramme.name, name)
    .replaceAll(new RegExp(`\\b${defaultProgramme.id}-(?=freshness|status)`, 'gu'), `${id}-`);
}

/** A recipe as a programme's own pipeline; the package keeps its name. */
function pipelineOf(recipe: string, { id, name, names }: Programme): string {
  return recipe
    .replaceAll(defaultProgramme.names.check, names.check)
    .replaceAll(new RegExp(`\\b${defaultProgramme.name}\\b`, 'gu'), name)
    .replaceAll(new RegExp(`\\b${defaultProgramme.id}\\b(?!-production-checklist)`, 'gu'), id);
}
