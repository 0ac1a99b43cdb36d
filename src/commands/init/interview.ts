import { type Beginning, defaultResults, noOwner } from './beginning.ts';
import { isAccount } from './owner.ts';
import { type Programme, unusedIn } from '../../requirements/programme.ts';
import { defaultProgramme, programmes } from '../../requirements/programmes.ts';
import type { SupportedFlow } from '../../requirements/requirement.ts';
import type { Flow, Procedure } from '../../requirements/scenario.ts';
import { itemsOf, type Vocabulary, wordsOf } from '../../settings/kinds.ts';
import { clip, suggestion } from '../../settings/nearest.ts';
import { globFault } from '../../settings/paths.ts';
import {
  directionNames,
  directionWords,
  flowNames,
  flowWords,
  procedureNames,
  procedureWords,
} from '../../settings/words.ts';

/** Somebody at a terminal. */
export interface Person {
  /** The line they answer with; undefined when no more answers come. */
  ask(question: string): Promise<string | undefined>;
  tell(text: string): void;
}

/** What flags tell already; nobody is asked for it again. */
export interface Told {
  readonly programme: Programme | undefined;
  /** In the form's order, never empty. */
  readonly flows: readonly Flow[] | undefined;
  readonly procedures: readonly Procedure[] | undefined;
  readonly credentialsHeld: Beginning['credentialsHeld'] | undefined;
  readonly results: readonly string[] | undefined;
  readonly owner: string | undefined;
}

/**
 * Asks for what flags don't tell. A question is asked again until its answer can be understood. Flows and procedures
 * are never guessed; for the rest Enter takes what stands in brackets.
 *
 * @returns undefined when the answers ended early.
 */
export async function interview(programme: Programme, told: Told, person: Person): Promise<Beginning | undefined> {
  const { owner } = told;
  if (unusedIn(programme).includes('flows')) {
    const globs = told.results ?? (await askResults(person));
    return globs === undefined ? undefined : { programme, flows: [], credentialsHeld: [], results: globs, owner };
  }
  const flows = await askSupport(told, person);
  if (flows === undefined) return undefined;
  const credentialsHeld = told.credentialsHeld ?? (await askCredentials(person));
  if (credentialsHeld === undefined) return undefined;
  const results = told.results ?? (await askResults(person));
  return results === undefined ? undefined : { programme, flows, credentialsHeld, results, owner };
}

/**
 * Asks which programme is meant, the latest first. Whoever tells by flags what the software supports means the one that
 * asks for it.
 */
export async function askProgramme(told: Told, person: Person): Promise<Programme | undefined> {
  if ((told.flows ?? told.procedures ?? told.credentialsHeld) !== undefined) return defaultProgramme;
  const latestFirst = [...programmes.values()].toReversed();
  const choices = latestFirst.map(({ id, api }, index) => `  ${index + 1}  ${id} (API ${api})`);
  return until(person, `Which programme?${choices.join('')} [1] `, (text) => {
    const word = text === '' ? '1' : text.toLowerCase();
    const known = latestFirst.find(({ id }, index) => id === word || String(index + 1) === word);
    return known ?? new Doubt(`'${clip(text)}' is not known. ${suggestion(text, [...programmes.keys()])}`);
  });
}

/** The account that holds the action: its name, or '' where it is not known yet. */
export async function askOwner(person: Person): Promise<string | undefined> {
  const question = `Which GitHub account holds the action? [not known yet: ${noOwner} stays] `;
  return until(person, question, (text) =>
    text === '' || isAccount(text) ? text : new Doubt(`'${clip(text)}' is no name of an account.`),
  );
}

/** Yes, or Enter. */
export async function confirmed(question: string, person: Person): Promise<boolean> {
  const answer = await until(person, `${question} [yes] `, (text) => {
    const word = text.toLowerCase();
    if (word === '' || word === 'y' || word === 'yes') return true;
    return word === 'n' || word === 'no' ? false : new Doubt("Please answer 'yes' or 'no'.");
  });
  return answer ?? false;
}

async function askSupport(told: Told, person: Person): Promise<readonly SupportedFlow[] | undefined> {
  const flows = told.flows ?? (await askFlows(person));
  if (flows === undefined) return undefined;
  const supported: SupportedFlow[] = [];
  let last: readonly Procedure[] | undefined;
  if (told.procedures === undefined) person.tell('Which procedures does it support: normal, simplified, or both?');
  for (const flow of flows) {
    last = told.procedures ?? (await askProcedures(flow, last, person));
    if (last === undefined) return undefined;
    supported.push({ flow, procedures: last });
  }
  return supported;
}

async function askFlows(person: Person): Promise<readonly Flow[] | undefined> {
  person.tell('Which process flows does your software support?');
  for (const [index, flow] of flowNames.entries()) person.tell(`  ${index + 1}  ${flow}`);
  return until(person, "Numbers or names, separated by commas, or 'all': ", readFlows);
}

/** Enter repeats the answer of the flow before. */
async function askProcedures(
  flow: Flow,
  last: readonly Procedure[] | undefined,
  person: Person,
): Promise<readonly Procedure[] | undefined> {
  return until(person, procedureQuestion(flow, last), (text) => readProcedures(text, last));
}

function procedureQuestion(flow: Flow, last: readonly Procedure[] | undefined): string {
  return `  ${flow}${last === undefined ? '' : ` [${last.length > 1 ? 'both' : last.join('')}]`}: `;
}

function readFlows(text: string): readonly Flow[] | Doubt {
  const words = itemsOf(text).map((item) => flowNames[Number(item) - 1] ?? item);
  return words.length === 0 ? new Doubt('At least one flow is needed.') : readWords(words, flowWords, flowNames);
}

function readProcedures(text: string, fallback: readonly Procedure[] | undefined): readonly Procedure[] | Doubt {
  const words = itemsOf(text);
  return words.length === 0
    ? (fallback ?? new Doubt('At least one procedure is needed.'))
    : readWords(words, procedureWords, [...procedureNames, 'both']);
}

async function askCredentials(person: Person): Promise<Beginning['credentialsHeld'] | undefined> {
  person.tell('For which directions do you hold production credentials already?');
  return until(person, 'outbound (departures), inbound (arrivals), or none [none]: ', (text) =>
    readWords(itemsOf(text), directionWords, [...directionNames, 'none']),
  );
}

/** Each word once, in their own order. */
function readWords<Word extends string>(
  items: readonly string[],
  vocabulary: Vocabulary<Word>,
  known: readonly string[],
): readonly Word[] | Doubt {
  const found: Word[] = [];
  for (const item of items) {
    const meant = wordsOf(item, vocabulary);
    if (meant === undefined) {
      return new Doubt(`'${clip(item)}' is not known. ${suggestion(item, known)}`);
    }
    found.push(...meant);
  }
  return vocabulary.known.filter((word) => found.includes(word));
}

async function askResults(person: Person): Promise<readonly string[] | undefined> {
  return until(person, `Where are your JUnit reports? [${defaultResults.join(', ')}] `, (text) => {
    const globs = itemsOf(text);
    const [fault] = globs.flatMap((glob) => globFault(glob, { isInFile: true }) ?? []);
    if (fault !== undefined) return new Doubt(`${fault.message} ${fault.next}`);
    return globs.length === 0 ? defaultResults : globs;
  });
}

/** What is wrong with an answer, for the person who gave it. */
class Doubt {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

async function until<Value>(
  person: Person,
  question: string,
  read: (text: string) => Value | Doubt,
): Promise<Value | undefined> {
  for (;;) {
    const line = await person.ask(question);
    if (line === undefined) return undefined;
    const value = read(line.trim());
    if (!(value instanceof Doubt)) return value;
    person.tell(value.message);
  }
}

/** Somebody at this terminal, until `close`; undefined where nobody could answer: questions would wait forever. */
export async function personHere(): Promise<(Person & { close(): void }) | undefined> {
  const { stdin, stderr } = process;
  // Questions stand beside the result, which may be piped on.
  return stdin.isTTY && stderr.isTTY ? personAt(stdin, stderr) : undefined;
}

/** Who types there. Lines that come before they are asked for are kept: people paste, and type ahead. */
export async function personAt(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Person & { close(): void }> {
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
