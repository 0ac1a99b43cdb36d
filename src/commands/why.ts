import path from 'node:path';
import { statusText, type Assessment } from '../assessment/assessment.ts';
import { existing } from '../files.ts';
import type { Finding } from '../finding.ts';
import { moment } from '../render/words.ts';
import { unusedIn } from '../requirements/programme.ts';
import { defaultProgramme, programmes } from '../requirements/programmes.ts';
import { workspaceOf } from '../settings/file/configuration-file.ts';
import { mistakesInWords } from '../settings/mistakes.ts';
import { guardLine, oneLine } from '../text/escape.ts';
import { hanging, type Paint, painter, type TerminalOptions } from '../text/plain-text.ts';
import { whyAt, type AtScenario, type NotFound, type Why } from '../why.ts';
import { callSettings } from './call-settings.ts';
import type { Call } from './command.ts';
import { appearance, note, refuse, say } from './console.ts';

/** Says whether the test at a line of a report counts, and why: `--why results/trader-test.xml:12`. */
export async function showWhy({ values: { why: text, ...values }, ...call }: Call): Promise<number> {
  const { mistakes, positionals, folder, now } = call;
  if (text === undefined) return refuse(mistakesInWords(mistakes));
  const asked = /^(.+?):(\d+)(?::\d+)?$/.exec(text.trim());
  const [, file = '', line = ''] = asked ?? [];
  const defaults = await defaultsFor(file, values, folder);
  const read = await callSettings({ ...call, values: { ...defaults, ...values } }, [
    ...(positionals.length === 0 ? [] : [mistake(`is asked beside ${positionals.join(', ')}.`, 'Ask one by one.')]),
    ...(Number(line) > 0
      ? []
      : [mistake(`'${text}' names no line.`, 'Give report and line, as in --why results/trader-test.xml:12.')]),
  ]);
  if ('findings' in read) return refuse(mistakesInWords(read.findings));
  const found = await whyAt(read.settings, { file: path.resolve(folder, file), line: Number(line) }, now, note);
  return isMissing(found) ? refuse(`${found.message} ${found.next}`) : say(renderWhy(found, appearance()));
}

/**
 * Without a configuration file the report that is asked about is the only one, unless results are given; what the software
 * supports has no say in whether a test counts.
 */
async function defaultsFor(
  file: string,
  values: Readonly<Record<string, string>>,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const workspace = await workspaceOf(folder);
  const places = [...programmes.values()].map(({ names }) => path.join(workspace, names.configuration));
  if (file === '' || values['config'] !== undefined || (await existing(places)).length > 0) return {};
  const programme = programmes.get(values['programme']?.trim().toLowerCase() ?? '') ?? defaultProgramme;
  return unusedIn(programme).includes('flows')
    ? { results: file }
    : { results: file, flows: 'all', procedures: 'both' };
}

function isMissing(found: Why | NotFound): found is NotFound {
  return !('assessment' in found);
}

function mistake(message: string, next: string): Finding {
  return { kind: 'settings', severity: 'error', message, next, place: { setting: 'flag --why' } };
}

/** What became of a result, where, and what would change that. Plain text for a terminal, ends with an end of line. */
function renderWhy(why: Why, { colour, width }: TerminalOptions): string {
  const { assessment, file, found, began, decisions, problem } = why;
  const columns = Math.max(40, width);
  const paint = painter(colour);
  const row = (label: string, text: string) => hanging(`  ${label}`, oneLine(text, 500), 11, columns);
  const lines = [
    paint('bold', oneLine(`${file}:${found.line}`, 500)),
    ...row('Test', found.name === '' ? '(without a name)' : found.name),
    ...row('Outcome', [outcomes[found.outcome], found.message].filter(Boolean).join(': ')),
    ...(found.suites.length === 0 ? [] : row('Suites', found.suites.join(' › '))),
    ...(found.className === '' ? [] : row('Class', found.className)),
    ...(began === undefined ? [] : row('Began', moment(assessment, began))),
    ...decisions.flatMap((one) => ['', ...heading(one, paint), ...decisionLines(assessment, one, columns)]),
    ...(problem === undefined
      ? []
      : ['', ...sentence(`The report could not be read as a whole: ${problem.message}`, columns)]),
  ];
  return `${lines.map(guardLine).join('\n')}\n`;
}

const outcomes = { passed: 'passed', failed: 'failed', 'not-run': 'not run' } as const;

function heading({ scenario }: AtScenario, paint: Paint): readonly string[] {
  if (scenario === undefined) return [];
  const whose = scenario.application === undefined ? '' : `, ${oneLine(scenario.application, 80)}`;
  return [paint('bold', `${scenario.scenario.id}${whose} (${statusText(scenario.status, scenario)})`)];
}

function decisionLines(
  assessment: Assessment,
  { scenario, concerned, reason, next, age }: AtScenario,
  columns: number,
): readonly string[] {
  return [
    ...(concerned === undefined
      ? []
      : sentence(`It concerns ${scenario?.scenario.id ?? 'the scenario'}, because ${concerned}.`, columns)),
    ...sentence(`It ${reason}.`, columns),
    ...(age === undefined ? [] : sentence(ageInWords(assessment, age), columns)),
    ...(next === undefined ? [] : hanging('  →', oneLine(next, 1000), 4, columns)),
  ];
}

const clocks = {
  messages: 'its messages',
  case: 'its own timestamp',
  suite: "its suite's timestamp",
  root: "the report's timestamp",
} as const;

function ageInWords(assessment: Assessment, { time, timeFrom }: NonNullable<AtScenario['age']>): string {
  if (time === undefined) return 'No usable time tells when it ran, so it proves nothing as it is.';
  const by = timeFrom === undefined ? '' : `, by ${clocks[timeFrom]}`;
  return `Its age counts from ${moment(assessment, time)}${by}.`;
}

function sentence(text: string, columns: number): readonly string[] {
  return hanging('  ', oneLine(text, 1000), 2, columns);
}
