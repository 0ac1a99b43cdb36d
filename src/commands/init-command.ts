import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { existing, type OutputFile, reasonOf, shownPath } from '../files.ts';
import { type Beginning, renderConfiguration } from './configuration-file.ts';
import { renderStarted } from './started.ts';
import { requirementsFor } from '../requirements/matrix.ts';
import { ncts5 } from '../requirements/ncts5/ncts5.ts';
import { readDirections, readFlows, readProcedures } from '../settings/choices.ts';
import { type Complain, complainInto, type Complaint, formatComplaints } from '../settings/complaint.ts';
import { givenAs, readList } from '../settings/given.ts';
import { defaultConfiguration } from '../settings/load-configuration.ts';
import { directionNames, flowNames, procedureNames } from '../settings/words.ts';
import { appearance, note, program, refuse, say } from './console.ts';
import { confirmed, defaultResults, interview, type Person, type Told } from './interview.ts';
import { personHere } from './terminal.ts';
import { writeTogether } from './write-together.ts';

/** The examples of this repository that are copied, and where to: names of their own, for a repository has others. */
const workflows = [
  { example: 'release-gate.yml', target: '.github/workflows/ncts5-release-gate.yml' },
  { example: 'nightly-freshness.yml', target: '.github/workflows/ncts5-nightly-freshness.yml' },
  { example: 'pull-request.yml', target: '.github/workflows/ncts5-pull-request.yml' },
] as const;

const nothingWritten = 'Nothing was written';

/**
 * Writes the configuration file and three workflows, of flags and, on a terminal, answers. Either all files are written or
 * none, and none that exists without `--force`.
 *
 * @param values Of the flags, by name.
 * @param workspace The top of the user's repository.
 * @param home Where this program is installed, with its `.github/examples`.
 * @param findPerson Whom to ask; nobody is asked with `--yes`.
 * @returns The exit code.
 */
export async function init(
  values: Readonly<Record<string, string>>,
  workspace: string,
  home: URL,
  findPerson: () => Promise<(Person & { close(): void }) | undefined> = personHere,
): Promise<number> {
  const complaints: Complaint[] = [];
  const told = readTold(values, complainInto(complaints));
  if (complaints.length > 0) return refuse(formatComplaints(complaints));
  const targets = [defaultConfiguration, ...workflows.map(({ target }) => target)];
  // Before anybody answers questions for nothing.
  const inTheWay = values['force'] === undefined ? await existing(targets.map((one) => path.join(workspace, one))) : [];
  if (inTheWay.length > 0) {
    const names = inTheWay.map((one) => shownPath(one, workspace));
    return refuse(`${nothingWritten}, since there is already: ${names.join(', ')}. Give --force to overwrite.`);
  }
  const person = values['yes'] === undefined ? await findPerson() : undefined;
  try {
    const beginning = await beginningOf(told, person);
    if (typeof beginning === 'string') return refuse(beginning);
    return await write(beginning, targets, workspace, home, person);
  } finally {
    person?.close();
  }
}

function readTold(values: Readonly<Record<string, string>>, complain: Complain): Told {
  const given = (name: string) => givenAs(`flag --${name}`, values[name]);
  const noneHeld = values['credentials-held']?.trim().toLowerCase() === 'none';
  const results = readList(given('results'));
  if (results?.length === 0) complain('flag --results', 'names no glob.', "Write for example 'results/**/*.xml'.");
  return {
    flows: readFlows(given('flows'), complain),
    procedures: readProcedures(given('procedures'), complain),
    credentialsHeld: noneHeld ? [] : readDirections(given('credentials-held'), complain),
    results,
  };
}

/** What to write, or why there is nothing to. */
async function beginningOf(told: Told, person: Person | undefined): Promise<Beginning | string> {
  if (person !== undefined) return (await interview(told, person)) ?? `${nothingWritten}.`;
  const { flows, procedures, credentialsHeld = [], results = defaultResults } = told;
  if (flows !== undefined && procedures !== undefined) {
    return { flows: flows.map((flow) => ({ flow, procedures })), credentialsHeld, results };
  }
  const missing = [
    ...(flows === undefined ? [`--flows ${flowNames.join(',')}`] : []),
    ...(procedures === undefined ? [`--procedures ${procedureNames.join(',')}`] : []),
  ];
  return [
    `${nothingWritten}: init needs to know what your software supports, and nobody is asked here. Tell it by flags, with those that hold:`,
    ...missing.map((flag) => `  ${flag}`),
    `Also possible: --credentials-held ${directionNames.join(',')} and --results 'results/**/*.xml'. See ${program()} help init.`,
  ].join('\n');
}

async function write(
  beginning: Beginning,
  targets: readonly string[],
  workspace: string,
  home: URL,
  person: Person | undefined,
): Promise<number> {
  const { flows, credentialsHeld } = beginning;
  const application = { name: 'default', flows, credentialsHeld, combination: 'auto', notApplicable: {} } as const;
  const requirements = requirementsFor(ncts5, application);
  if (requirements.complaints.length > 0) return refuse(`${nothingWritten}. ${requirements.complaints.join(' ')}`);
  const files = await filesOf(beginning, workspace, home);
  if (typeof files === 'string') return refuse(files);
  if (person !== undefined) {
    person.tell(`To be written: ${targets.join(', ')}.`);
    if (!(await confirmed('Write them?', person))) return refuse(`${nothingWritten}.`);
  }
  const problem = await writeTogether(files, workspace);
  if (problem !== undefined) return refuse(`${nothingWritten}: ${problem}.`);
  if ((await existing([path.join(workspace, '.git')])).length === 0) {
    note('This folder is not the top of a Git repository: GitHub looks for .github only there.');
  }
  return say(renderStarted(ncts5, targets, { application, requirements }, { program: program(), ...appearance() }));
}

async function filesOf(beginning: Beginning, workspace: string, home: URL): Promise<readonly OutputFile[] | string> {
  const files: OutputFile[] = [
    { path: path.join(workspace, defaultConfiguration), content: renderConfiguration(ncts5, beginning) },
  ];
  for (const { example, target } of workflows) {
    try {
      const text = await readFile(new URL(`.github/examples/${example}`, home), 'utf8');
      files.push({ path: path.join(workspace, target), content: withoutChoice(text) });
    } catch (error) {
      return `${nothingWritten}: the workflow ${example} can't be read (${reasonOf(error)}). This program needs .github/examples of its own repository beside its folder dist.`;
    }
  }
  return files;
}

/** What the examples say the software supports stands in the configuration file; an input would win over it. */
function withoutChoice(workflow: string): string {
  return workflow.replace(/^ +(?:flows|procedures): .*\n/gmu, '');
}
