import path from 'node:path';
import { existing } from '../../files.ts';
import { requirementsFor } from '../../requirements/demand.ts';
import { type Programme, unusedIn } from '../../requirements/programme.ts';
import { defaultProgramme, eachOf, namesWhere, programmes } from '../../requirements/programmes.ts';
import { repositoryOf } from '../../settings/file/configuration-file.ts';
import { choice, text, words } from '../../settings/kinds.ts';
import { mistakesInWords } from '../../settings/mistakes.ts';
import { globFault } from '../../settings/paths.ts';
import { Reading } from '../../settings/reading.ts';
import { settingsFor } from '../../settings/table.ts';
import { directionNames, directionWords, flowNames, procedureNames } from '../../settings/vocabularies.ts';
import { appearance, note, calledAs, refuse, say } from '../console.ts';
import { type Call, type Command, settingFlag, supportFlags } from '../command.ts';
import { type Basics, defaultResults, type StarterSettings } from './starter-settings.ts';
import {
  askOwner,
  askProgramme,
  confirmed,
  interview,
  type Prompter,
  prompterHere,
  type GivenByFlags,
} from './interview.ts';
import { existingInWords, filesOf, targetsOf, writeTogether } from './files.ts';
import { isAccount, ownerOf, publisher } from './owner.ts';
import { ciNames, type CiName } from './pipelines.ts';
import { renderNextSteps } from './starter.ts';

export const init: Command = {
  name: 'init',
  summary: 'Write the configuration file and the pipelines for your repository',
  usage: '[--programme …] [--flows … --procedures …] [flags]',
  about: [
    'Run it at the top of your repository. On a terminal it asks what it needs to know; elsewhere, or with --yes, the flags have to tell it and nothing is asked.',
    `Writes ${eachOf(({ names }) => names.configuration)}, with comments and the questions of the form to answer, and four workflows into .github/workflows: trader-test.yml, which runs your tests and keeps their reports, a release gate, a nightly freshness check, a status on pull requests. With --ci the pipeline of another CI system, or none; the configuration file then stands at the top. ${namesWhere('flows', { isUsed: false })} needs to know nothing of your software. Then prints which tests are mandatory, and what to do next. Files that exist stay as they are unless --force is given: either all are written or none. A trader-test.yml that exists is yours, and always stays.`,
  ],
  flags: [
    settingFlag(
      'programme',
      `What is to be checked: ${eachOf(({ id, api }) => `${id} (CTC Traders API ${api})`)}.`,
      `${defaultProgramme.id}, when nothing is asked`,
    ),
    ...supportFlags,
    {
      flag: 'credentials-held',
      name: 'credentials-held',
      kind: { is: 'list', of: directionNames },
      description:
        'Directions for which you hold production credentials already: outbound (departures), inbound (arrivals). Their tests are not mandatory again.',
      default: 'none',
    },
    {
      flag: 'ci',
      name: 'ci',
      kind: { is: 'choice', of: ciNames },
      description: 'CI system to write pipelines for; none writes the configuration file alone, into .github.',
      default: 'github',
    },
    {
      flag: 'owner',
      name: 'owner',
      kind: { is: 'text' },
      description: 'GitHub account whose repository holds the action, for the workflows to use.',
      default: 'who publishes this program, else the owner of this repository by its Git remote',
    },
    settingFlag('results', 'Globs of your JUnit reports, relative to the repository.', 'results/**/*.xml'),
    {
      flag: 'yes',
      name: 'yes',
      kind: { is: 'switch' },
      description: 'Ask nothing: take the flags and defaults and write.',
    },
    { flag: 'force', name: 'force', kind: { is: 'switch' }, description: 'Overwrite files that exist.' },
  ],
  examples: [
    { args: 'init', why: 'asks, then writes' },
    { args: 'init --yes --flows arrival --procedures normal,simplified', why: 'asks nothing' },
    ...[...programmes.values()]
      .filter((one) => unusedIn(one).includes('flows'))
      .map(({ id, name }) => ({ args: `init --yes --programme ${id}`, why: `the same for ${name}` })),
    { args: 'init --ci gitlab', why: 'asks, then writes for GitLab CI' },
  ],
  exitCodes: [
    [0, 'all files were written'],
    [2, 'nothing was written: something is missing, wrong, or in the way'],
  ],
  run: (call) => initialise(call),
};

const nothingWritten = 'Nothing was written';

/**
 * Writes the configuration file and the pipelines of a CI system, of flags and, on a terminal, answers. Either all files are written or
 * none, and none that exists without `--force`.
 *
 * @param findPrompter Whom to ask; nobody is asked with `--yes`.
 */
export async function initialise(
  { values, folder }: Pick<Call, 'values' | 'folder'>,
  findPrompter: () => Promise<(Prompter & { close(): void }) | undefined> = prompterHere,
): Promise<number> {
  // GitHub looks for .github only at the top of a repository.
  const workspace = (await repositoryOf(folder)) ?? folder;
  const reading = new Reading({ values, host: 'command', workspace, folder });
  const given = readGiven(reading);
  const ci = reading.givenDirectly({ name: 'ci', kind: choice(ciNames) })?.value ?? 'github';
  if (reading.mistakes.length > 0) {
    return refuse(mistakesInWords(reading.mistakes));
  }
  const prompter = values['yes'] === undefined ? await findPrompter() : undefined;
  try {
    const programme =
      given.programme ?? (prompter === undefined ? defaultProgramme : await askProgramme(given, prompter));
    if (programme === undefined) return refuse(`${nothingWritten}.`);
    const targets = await targetsOf(programme, ci, workspace);
    // Before anybody answers questions for nothing.
    const inTheWay = values['force'] === undefined ? await existingInWords(targets, ci, workspace) : undefined;
    if (inTheWay !== undefined) return refuse(`${nothingWritten}, ${inTheWay}`);
    const basics = await basicsOf(programme, given, prompter);
    if (typeof basics === 'string') return refuse(basics);
    const owner = await ownerFor(given.owner, ci, workspace, prompter);
    if (owner === undefined) return refuse(`${nothingWritten}.`);
    const starter = { ...basics, owner: owner.name };
    return await write({ starter, isOwnerFound: owner.isFound, ci, targets, workspace, folder, prompter });
  } finally {
    prompter?.close();
  }
}

function readGiven(reading: Reading): GivenByFlags {
  const rows = settingsFor(defaultProgramme);
  const results = reading.givenDirectly(rows.results);
  if (results?.value.length === 0) {
    reading.addMistake(results.place, 'names no glob.', "Write for example 'results/**/*.xml'.");
  }
  for (const glob of results?.value ?? []) {
    const fault = globFault(glob, { isInFile: true });
    if (fault !== undefined && results !== undefined) reading.addMistake(results.place, fault.message, fault.next);
  }
  const id = reading.givenDirectly(rows.programme)?.value;
  const owner = reading.givenDirectly({ name: 'owner', kind: text() });
  if (owner !== undefined && !isAccount(owner.value)) {
    reading.addMistake(
      owner.place,
      'is not the name of a GitHub account.',
      'Write the name alone, for example acme-ltd.',
    );
  }
  return {
    programme: id === undefined ? undefined : programmes.get(id),
    flows: reading.givenDirectly(rows.flows)?.value,
    procedures: reading.givenDirectly(rows.procedures)?.value,
    credentialsHeld: reading.givenDirectly({ name: 'credentials-held', kind: words(directionWords) })?.value,
    results: results?.value,
    owner: owner?.value,
  };
}

/** What the programme needs to know, or why nobody said it. */
async function basicsOf(
  programme: Programme,
  given: GivenByFlags,
  prompter: Prompter | undefined,
): Promise<Basics | string> {
  if (prompter !== undefined) return (await interview(programme, given, prompter)) ?? `${nothingWritten}.`;
  const { flows, procedures, credentialsHeld = [], results = defaultResults } = given;
  if (unusedIn(programme).includes('flows')) return { programme, flows: [], credentialsHeld: [], results };
  if (flows !== undefined && procedures !== undefined) {
    return { programme, flows: flows.map((flow) => ({ flow, procedures })), credentialsHeld, results };
  }
  const missing = [
    ...(flows === undefined ? [`--flows ${flowNames.join(',')}`] : []),
    ...(procedures === undefined ? [`--procedures ${procedureNames.join(',')}`] : []),
  ];
  return [
    `${nothingWritten}: init needs to know what your software supports, and there is nobody to ask here. Give the flags that apply:`,
    ...missing.map((flag) => `  ${flag}`),
    ...[...programmes.values()]
      .filter((one) => unusedIn(one).includes('flows'))
      .map(({ id, api }) => `For API ${api}, which needs neither: --programme ${id}`),
    `Also possible: --credentials-held ${directionNames.join(',')} and --results 'results/**/*.xml'. See ${calledAs()} help init.`,
  ].join('\n');
}

interface Owner {
  /** Undefined where nobody knows it yet. */
  readonly name: string | undefined;
  /** Whether it is that of the repository, for want of a better one. */
  readonly isFound: boolean;
}

/** Whose account holds the action; undefined when the answers ended. */
async function ownerFor(
  given: string | undefined,
  ci: CiName,
  workspace: string,
  prompter: Prompter | undefined,
): Promise<Owner | undefined> {
  const known = given ?? (await publisher());
  if (known !== undefined || ci !== 'github') return { name: known, isFound: false };
  const found = await ownerOf(workspace);
  if (found !== undefined || prompter === undefined) return { name: found, isFound: found !== undefined };
  const answer = await askOwner(prompter);
  return answer === undefined ? undefined : { name: answer === '' ? undefined : answer, isFound: false };
}

interface Writing {
  readonly starter: StarterSettings;
  readonly isOwnerFound: boolean;
  readonly ci: CiName;
  readonly targets: readonly string[];
  readonly workspace: string;
  readonly folder: string;
  readonly prompter: Prompter | undefined;
}

async function write({ starter, isOwnerFound, ci, targets, workspace, folder, prompter }: Writing): Promise<number> {
  const { programme, flows, credentialsHeld, owner } = starter;
  const application = {
    name: undefined,
    flows,
    credentialsHeld,
    combination: 'auto',
    notApplicable: {},
    alsoRequired: [],
    answers: {},
  } as const;
  const requirements = requirementsFor(programme, application);
  const mistakes = requirements.mistakes.map(({ message }) => message);
  if (mistakes.length > 0) return refuse(`${nothingWritten}. ${mistakes.join(' ')}`);
  const files = filesOf(starter, ci, targets, workspace);
  if (prompter !== undefined) {
    prompter.tell(`To be written: ${targets.join(', ')}.`);
    if (!(await confirmed('Write them?', prompter))) return refuse(`${nothingWritten}.`);
  }
  const problem = await writeTogether(files, workspace);
  if (problem !== undefined) return refuse(`${nothingWritten}: ${problem}.`);
  if (ci === 'github' && (await existing([path.join(workspace, '.git')])).length === 0) {
    note('This folder is not the top of a Git repository: GitHub looks for .github only there.');
  } else if (workspace !== folder) {
    const why = ci === 'github' ? ': GitHub looks for .github only there' : '';
    note(`Written at the top of the repository, ${workspace}${why}.`);
  }
  return say(
    renderNextSteps(
      programme,
      targets,
      { application, requirements },
      { ci, owner, isOwnerFound, program: calledAs(), ...appearance() },
    ),
  );
}
