import { type Basics, defaultResults, noOwner } from './starter-settings.ts';
import { isAccount } from './owner.ts';
import { type Programme, unusedIn } from '../../requirements/programme.ts';
import { defaultProgramme, programmes } from '../../requirements/programmes.ts';
import type { SupportedFlow } from '../../requirements/requirement.ts';
import type { Flow, Procedure } from '../../requirements/scenario.ts';
import { itemsOf } from '../../settings/kinds.ts';
import { clip, suggestion } from '../../settings/nearest.ts';
import { globFault } from '../../settings/paths.ts';
import {
  directionNames,
  directionWords,
  flowNames,
  flowWords,
  procedureNames,
  procedureWords,
  type Vocabulary,
  wordsOf,
} from '../../settings/vocabularies.ts';

/** Somebody at a terminal. */
export interface Prompter {
  /** The line they answer with; undefined when no more answers come. */
  ask(question: string): Promise<string | undefined>;
  tell(text: string): void;
}

/** What flags tell already; nobody is asked for it again. */
export interface GivenByFlags {
  readonly programme: Programme | undefined;
  /** In the form's order, never empty. */
  readonly flows: readonly Flow[] | undefined;
  readonly procedures: readonly Procedure[] | undefined;
  readonly credentialsHeld: Basics['credentialsHeld'] | undefined;
  readonly results: readonly string[] | undefined;
  readonly owner: string | undefined;
}

/**
 * Asks for what flags don't tell. A question is asked again until its answer can be understood. Flows and procedures
 * are never guessed; for the rest Enter takes what stands in brackets.
 *
 * @returns undefined when the answers ended early.
 */
export async function interview(
  programme: Programme,
  given: GivenByFlags,
  prompter: Prompter,
): Promise<Basics | undefined> {
  if (unusedIn(programme).includes('flows')) {
    const globs = given.results ?? (await askResults(prompter));
    return globs === undefined ? undefined : { programme, flows: [], credentialsHeld: [], results: globs };
  }
  const flows = await askSupport(given, prompter);
  if (flows === undefined) return undefined;
  const credentialsHeld = given.credentialsHeld ?? (await askCredentials(prompter));
  if (credentialsHeld === undefined) return undefined;
  const results = given.results ?? (await askResults(prompter));
  return results === undefined ? undefined : { programme, flows, credentialsHeld, results };
}

/**
 * Asks which programme is meant, the latest first. Whoever tells by flags what the software supports means the one that
 * asks for it.
 */
export async function askProgramme(given: GivenByFlags, prompter: Prompter): Promise<Programme | undefined> {
  if ((given.flows ?? given.procedures ?? given.credentialsHeld) !== undefined) return defaultProgramme;
  const latestFirst = [...programmes.values()].toReversed();
  const choices = latestFirst.map(({ id, api }, index) => `  ${index + 1}  ${id} (API ${api})`);
  return until(prompter, `Which programme?${choices.join('')} [1] `, (text) => {
    const names = latestFirst.map(({ id }) => id);
    const known = programmes.get(byNumber(text === '' ? '1' : text.toLowerCase(), names));
    return known ?? new AnswerError(`'${clip(text)}' is not known. ${suggestion(text, [...programmes.keys()])}`);
  });
}

/** The account that holds the action: its name, or '' where it is not known yet. */
export async function askOwner(prompter: Prompter): Promise<string | undefined> {
  const question = `Which GitHub account holds the action? [not known yet: ${noOwner} stays] `;
  return until(prompter, question, (text) =>
    text === '' || isAccount(text) ? text : new AnswerError(`'${clip(text)}' is not the name of a GitHub account.`),
  );
}

/** Yes, or Enter. */
export async function confirmed(question: string, prompter: Prompter): Promise<boolean> {
  const answer = await until(prompter, `${question} [yes] `, (text) => {
    const word = text.toLowerCase();
    if (word === '' || word === 'y' || word === 'yes') return true;
    return word === 'n' || word === 'no' ? false : new AnswerError("Please answer 'yes' or 'no'.");
  });
  return answer ?? false;
}

async function askSupport(given: GivenByFlags, prompter: Prompter): Promise<readonly SupportedFlow[] | undefined> {
  const flows = given.flows ?? (await askFlows(prompter));
  if (flows === undefined) return undefined;
  const supported: SupportedFlow[] = [];
  let last: readonly Procedure[] | undefined;
  if (given.procedures === undefined) tellChoices('Which procedures does it support?', procedureChoices, prompter);
  for (const flow of flows) {
    last = given.procedures ?? (await askProcedures(flow, last, prompter));
    if (last === undefined) return undefined;
    supported.push({ flow, procedures: last });
  }
  return supported;
}

async function askFlows(prompter: Prompter): Promise<readonly Flow[] | undefined> {
  tellChoices('Which process flows does your software support?', flowChoices, prompter);
  return until(prompter, 'Numbers or names, separated by commas: ', readFlows);
}

/** Enter repeats the answer of the flow before. */
async function askProcedures(
  flow: Flow,
  last: readonly Procedure[] | undefined,
  prompter: Prompter,
): Promise<readonly Procedure[] | undefined> {
  return until(prompter, procedureQuestion(flow, last), (text) => readProcedures(text, last));
}

function procedureQuestion(flow: Flow, last: readonly Procedure[] | undefined): string {
  return `  ${flow}${last === undefined ? '' : ` [${last.length > 1 ? 'both' : last.join('')}]`}: `;
}

function readFlows(text: string): readonly Flow[] | AnswerError {
  const items = itemsOf(text);
  return items.length === 0
    ? new AnswerError('At least one flow is needed.')
    : readWords(items, flowWords, flowChoices);
}

function readProcedures(text: string, fallback: readonly Procedure[] | undefined): readonly Procedure[] | AnswerError {
  const items = itemsOf(text);
  return items.length === 0
    ? (fallback ?? new AnswerError('At least one procedure is needed.'))
    : readWords(items, procedureWords, procedureChoices);
}

async function askCredentials(prompter: Prompter): Promise<Basics['credentialsHeld'] | undefined> {
  tellChoices('For which directions do you hold production credentials already?', directionChoices, prompter);
  return until(prompter, 'Number or name [none]: ', (text) =>
    readWords(itemsOf(text), directionWords, directionChoices),
  );
}

/** The words that are offered, in the order of their numbers, and what is said after a name. */
type Choices = ReadonlyMap<string, string>;

const flowChoices: Choices = offered([...flowNames, 'all']);
const procedureChoices: Choices = offered([...procedureNames, 'both']);
const directionChoices: Choices = offered([...directionNames, 'both', 'none'], {
  inbound: ' (arrivals)',
  outbound: ' (departures)',
});

function offered(names: readonly string[], remarks: Readonly<Record<string, string>> = {}): Choices {
  return new Map(names.map((name) => [name, remarks[name] ?? '']));
}

function tellChoices(question: string, choices: Choices, prompter: Prompter): void {
  prompter.tell(question);
  for (const [index, [name, remark]] of [...choices].entries()) prompter.tell(`  ${index + 1}  ${name}${remark}`);
}

/** The name that stands under a number; anything else is a name itself. */
function byNumber(text: string, names: readonly string[]): string {
  return names.find((_, index) => text === String(index + 1)) ?? text;
}

/** Each word once, in their own order. */
function readWords<Word extends string>(
  items: readonly string[],
  vocabulary: Vocabulary<Word>,
  choices: Choices,
): readonly Word[] | AnswerError {
  const names = [...choices.keys()];
  const found: Word[] = [];
  for (const item of items) {
    const meant = wordsOf(byNumber(item, names), vocabulary);
    if (meant === undefined) {
      return new AnswerError(`'${clip(item)}' is not known. ${suggestion(item, names)}`);
    }
    found.push(...meant);
  }
  return vocabulary.known.filter((word) => found.includes(word));
}

async function askResults(prompter: Prompter): Promise<readonly string[] | undefined> {
  return until(prompter, `Where are your JUnit reports? [${defaultResults.join(', ')}] `, (text) => {
    const globs = itemsOf(text);
    const [fault] = globs.flatMap((glob) => globFault(glob, { isInFile: true }) ?? []);
    if (fault !== undefined) return new AnswerError(`${fault.message} ${fault.next}`);
    return globs.length === 0 ? defaultResults : globs;
  });
}

/** What is wrong with an answer, for whoever gave it. */
class AnswerError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

async function until<Value>(
  prompter: Prompter,
  question: string,
  read: (text: string) => Value | AnswerError,
): Promise<Value | undefined> {
  for (;;) {
    const line = await prompter.ask(question);
    if (line === undefined) return undefined;
    const value = read(line.trim());
    if (!(value instanceof AnswerError)) return value;
    prompter.tell(value.message);
  }
}

/** Somebody at this terminal, until `close`; undefined where nobody could answer: questions would wait forever. */
export async function prompterHere(): Promise<(Prompter & { close(): void }) | undefined> {
  const { stdin, stderr } = process;
  // Questions stand beside the result, which may be piped on.
  return stdin.isTTY && stderr.isTTY ? prompterAt(stdin, stderr) : undefined;
}

/** Who types there. Lines that come before they are asked for are kept: people paste, and type ahead. */
export async function prompterAt(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Prompter & { close(): void }> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input, output });
  const typed: string[] = [];
  let isGone = false;
  let answer: ((line: string | undefined) => void) | undefined;
  const handOn = () => {
    if (answer === undefined || (typed.length === 0 && !isGone)) return;
    if (typed.length === 0) output.write('\n');
    answer(typed.shift());
    answer = undefined;
  };
  lines.on('line', (line) => {
    typed.push(line);
    handOn();
  });
  // Ctrl+C or Ctrl+D: the question that is open would never be answered.
  lines.once('close', () => {
    isGone = true;
    handOn();
  });
  return {
    ask: (question) => {
      if (isGone) output.write(question);
      else {
        lines.setPrompt(question);
        lines.prompt();
      }
      return new Promise((resolve) => {
        answer = resolve;
        handOn();
      });
    },
    tell: (text) => void output.write(`${text}\n`),
    close: () => lines.close(),
  };
}
