import { chmod, chown, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputVariables, readActionMetadata, repository } from './action-metadata.ts';
import { readFileCommands } from './file-commands.ts';
import { actionNode } from './nodes.ts';
import { type Ended, type Files, freshFolder, runNode, writeFiles, nowhere } from './process.ts';
import { type CommandLog, readCommands } from './workflow-commands.ts';

export interface ActionOptions {
  /** Path of a Node binary; default: the one that runs the tests. */
  readonly node?: string;
  /** What a workflow writes under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Put on top of what the runner sets; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Put into the workspace before the run. */
  readonly files?: Files;
  /** Works in this folder instead of a fresh one: for runs after one another. */
  readonly workspace?: string;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** What `${{ github.token }}` gives. */
  readonly token?: string;
  /** Entry to run instead of the action's `runs.main`: for parts that are tested on their own. */
  readonly main?: string;
  /**
   * Lets long waits (retries) pass fast: every timer of half a second to three minutes runs a hundred times faster. With
   * 'deadlines' longer ones do as well, which on a busy machine may be too soon for work that goes well.
   */
  readonly hurry?: boolean | 'deadlines';
  /**
   * When the step runs, ISO 8601: its clock goes on from there. Default: a minute before `as-of`, an input or in a file,
   * which plans ahead; without it, now.
   */
  readonly startedAt?: string;
  readonly timeout?: number;
  /** The workspace can be read but not written to. */
  readonly readOnlyWorkspace?: boolean;
  /** What stands at the path of GITHUB_STEP_SUMMARY: by default an empty file. */
  readonly summaryFile?: 'folder' | 'missing';
  /** Sets nothing but what Node needs to start: no runner, no inputs. */
  readonly bare?: boolean;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

/** What GitHub would make of the step. */
export interface ActionRun extends Ended, CommandLog {
  readonly conclusion: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Variables set for later steps through GITHUB_ENV. */
  readonly exported: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly workspace: string;
}

/** Runs the built action as a step of a job, in a process of its own. */
export async function runAction(options: ActionOptions = {}): Promise<ActionRun> {
  const metadata = readActionMetadataUnless(options.main);
  const home = freshFolder('job');
  const workspace = options.workspace ?? join(home, 'work');
  const temp = join(home, 'temp');
  await mkdir(workspace, { recursive: true });
  await mkdir(join(temp, 'files'), { recursive: true });
  await writeFiles(workspace, options.files ?? {});
  const files = await commandFiles(join(temp, 'files'), options);

  const runner = runnerVariables(home, workspace, temp, files, options.event?.name ?? 'push');
  const github = { ...githubContext(runner), token: options.token ?? '' };
  const env =
    options.bare === true ? {} : { ...runner, ...inputVariables(metadata.inputs, options.inputs ?? {}, github) };
  const merged = Object.entries({ ...env, ...options.env }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const unprivileged = options.readOnlyWorkspace === true && process.getuid?.() === 0;
  const main = options.main ?? (unprivileged ? await readableCopy(home, metadata.main) : metadata.main);
  if (options.readOnlyWorkspace === true) {
    await withdrawWriting(workspace, [temp, join(temp, 'files'), ...Object.values(files)]);
  }

  const ended = await runNode({
    // Who has no powers may not reach a Node that lies in somebody's own folder.
    node: options.node ?? (unprivileged ? process.execPath : actionNode),
    args: [...hurrying(options.hurry), ...clockOf(options), main],
    cwd: workspace,
    env: Object.fromEntries(merged),
    timeout: options.timeout,
    unprivileged,
  });
  if (options.readOnlyWorkspace === true) await chmod(workspace, 0o755);
  const commands = readCommands(`${ended.stdout}\n${ended.stderr}`);
  const failed = ended.exitCode !== 0 || commands.refused.length > 0;
  return {
    ...ended,
    ...commands,
    conclusion: failed ? 'failure' : 'success',
    outputs: { ...outputCommands(commands), ...readFileCommands(await readFile(files.GITHUB_OUTPUT, 'utf8')) },
    state: readFileCommands(await readFile(files.GITHUB_STATE, 'utf8')),
    exported: readFileCommands(await readFile(files.GITHUB_ENV, 'utf8')),
    summary: options.summaryFile === undefined ? await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') : '',
    annotations: commands.commands.flatMap(annotation),
    workspace,
  };
}

/** Runs the built command as on a laptop: none of the runner's variables. */
export async function runCli(options: {
  readonly node?: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<Ended> {
  const main = fileURLToPath(new URL('dist/cli.js', repository));
  return runNode({
    node: options.node,
    args: [main, ...options.args],
    cwd: options.cwd,
    env: { ...ground, ...options.env },
  });
}

/** An odd zone on purpose: nothing may lean on the machine's. */
const ground = { PATH: process.env['PATH'] ?? '', HOME: nowhere, LANG: 'C.UTF-8', TZ: 'America/St_Johns' };

function hurrying(hurry: ActionOptions['hurry'] = false): readonly string[] {
  if (hurry === false) return [];
  const isLong = hurry === 'deadlines' ? 'wait >= 500' : 'wait >= 500 && wait < 180_000';
  const timers = `const real = globalThis.setTimeout; globalThis.setTimeout = (run, wait, ...args) => real(run, ${isLong} ? wait / 100 : wait, ...args);`;
  const signals =
    'const timeout = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = (wait) => timeout(Math.ceil(wait / 100));';
  const code = hurry === 'deadlines' ? timers + signals : timers;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

/** A clock that shows another time and runs on. */
function clockOf({ startedAt, inputs = {}, files = {} }: ActionOptions): readonly string[] {
  const texts = Object.values(files).filter((text) => typeof text === 'string');
  const inFile = texts.map((text) => /^as-of: *(\S+)$/mu.exec(text)?.[1]).find((text) => text !== undefined);
  const planned = Date.parse(inputs['as-of'] ?? inFile ?? '');
  const at = startedAt === undefined ? planned - 60_000 : Date.parse(startedAt);
  if (Number.isNaN(at)) {
    return [];
  }
  const code = `const Real = Date; const ahead = ${at} - Real.now(); globalThis.Date = class Date extends Real { constructor(...given) { if (given.length === 0) super(Real.now() + ahead); else super(...given); } static now() { return Real.now() + ahead; } };`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

type CommandFiles = Readonly<
  Record<
    'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_ENV' | 'GITHUB_PATH' | 'GITHUB_STEP_SUMMARY' | 'GITHUB_EVENT_PATH',
    string
  >
>;

async function commandFiles(folder: string, options: ActionOptions): Promise<CommandFiles> {
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
  };
  for (const file of [files.GITHUB_OUTPUT, files.GITHUB_STATE, files.GITHUB_ENV, files.GITHUB_PATH]) {
    await writeFile(file, '');
  }
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(options.event?.payload ?? {}));
  if (options.summaryFile === 'folder') await mkdir(files.GITHUB_STEP_SUMMARY);
  if (options.summaryFile === undefined) await writeFile(files.GITHUB_STEP_SUMMARY, '');
  return files;
}

function runnerVariables(home: string, workspace: string, temp: string, files: CommandFiles, event: string) {
  return {
    ...ground,
    ...files,
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_REPOSITORY: '',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: event,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'checklist',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'transit-house/ncts-client',
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_REPOSITORY_OWNER: 'transit-house',
    GITHUB_REPOSITORY_OWNER_ID: '9919',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4200001',
    GITHUB_RUN_NUMBER: '17',
    // Not the loopback: the toolkit takes 127.0.0.1 for GitHub Enterprise Server.
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'Release',
    GITHUB_WORKFLOW_REF: 'transit-house/ncts-client/.github/workflows/release.yml@refs/heads/main',
    GITHUB_WORKFLOW_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'loopback',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(home, 'tools'),
  };
}

/** The `github` context's names are the variables' without their prefix, in lower case. */
function githubContext(runner: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(runner).filter(([name]) => name.startsWith('GITHUB_'));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice('GITHUB_'.length).toLowerCase(), value]));
}

function readActionMetadataUnless(main: string | undefined) {
  if (main !== undefined) return { main, inputs: {} };
  const { inputs, runs } = readActionMetadata();
  return { main: fileURLToPath(new URL(runs.main, repository)), inputs };
}

/** Like the runner's own checkout of an action: a place that an unprivileged user may read. */
async function readableCopy(home: string, main: string): Promise<string> {
  const dist = fileURLToPath(new URL('dist', repository));
  await cp(dist, join(home, 'action', 'dist'), { recursive: true });
  await cp(fileURLToPath(new URL('package.json', repository)), join(home, 'action', 'package.json'));
  return join(home, 'action', 'dist', main.slice(dist.length + 1));
}

async function withdrawWriting(workspace: string, writable: readonly string[]): Promise<void> {
  await chmod(workspace, 0o555);
  if (process.getuid?.() !== 0) return;
  for (const path of writable) await chown(path, 65_534, 65_534);
}

/** `::set-output::` is deprecated, but a runner still obeys it. */
function outputCommands({ commands }: CommandLog): Record<string, string> {
  const set = commands.filter((command) => command.name.toLowerCase() === 'set-output');
  return Object.fromEntries(set.map((command) => [command.properties['name'] ?? '', command.data]));
}

function annotation(command: CommandLog['commands'][number]): Annotation[] {
  const { name, data, properties } = command;
  if (name !== 'error' && name !== 'warning' && name !== 'notice') return [];
  return [
    {
      level: name,
      message: data,
      ...(properties['title'] === undefined ? undefined : { title: properties['title'] }),
      ...(properties['file'] === undefined ? undefined : { file: properties['file'] }),
      ...(properties['line'] === undefined ? undefined : { line: Number(properties['line']) }),
    },
  ];
}
