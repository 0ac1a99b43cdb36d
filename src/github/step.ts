import { appendFile, stat } from 'node:fs/promises';
import * as core from '@actions/core';
import { reasonOf } from '../files.ts';
import { type Finding, placeInWords } from '../finding.ts';
import { guardLine, visibleText } from '../text/escape.ts';

/*
 * What a step says to its runner: the only place that knows workflow commands. Nothing in here fails for want of a
 * runner: what can't be said comes back as a finding or becomes a warning, and never stands in the way of the verdict.
 */

/** GitHub's limit for the summaries of all steps of a job that write to one file, in bytes of UTF-8. */
const maxSummary = 2 ** 20;

/** GitHub shows so many annotations of each severity for a step and drops the rest without a word. */
const shownAnnotations = 10;

/** Every input named, trimmed; '' where the workflow sets none. */
export function readInputs<Name extends string>(names: readonly Name[]): ReadonlyMap<Name, string> {
  return new Map(names.map((name) => [name, core.getInput(name)]));
}

/** Writes lines to the log. Text of reports may be in them: no line can become a command, no control character acts. */
export function info(text: string): void {
  for (const line of visibleText(text).split('\n')) core.info(guardLine(line));
}

/** Writes text of our own to the log, with the colours that it has: what is of others in it has been made safe. */
export function print(text: string): void {
  for (const line of text.trimEnd().split('\n')) core.info(guardLine(line));
}

/** Runs the work inside a fold of the log. */
export async function group<T>(title: string, work: () => T | Promise<T>): Promise<T> {
  return core.group(visibleText(title), async () => work());
}

/**
 * Shows findings as annotations, most important first as given; beside the code where they have a file. What is beyond GitHub's limit goes to the log, and the last one
 * shown says so.
 *
 * @param spare places per severity to leave free for annotations that come later (the failure itself is an error).
 */
export function annotate(findings: readonly Finding[], spare = 1): void {
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const all = findings.filter((finding) => finding.severity === severity);
    const room = shownAnnotations - spare;
    const shown = all.length > room ? all.slice(0, room - 1) : all;
    for (const finding of shown) {
      issue(finding);
    }
    const rest = all.slice(shown.length);
    if (rest.length === 0) {
      continue;
    }
    issue({ severity, message: `${rest.length} more of these are in the log of this step: GitHub shows only ten.` });
    for (const { place, message } of rest) {
      const where = placeInWords(place);
      info(`${severity}: ${where === undefined ? '' : `${where}: `}${message}`);
    }
  }
}

const annotators = { error: core.error, warning: core.warning, notice: core.notice };

function issue({ severity, message, next, place }: Pick<Finding, 'severity' | 'message' | 'next' | 'place'>): void {
  const { file, line, column } = place ?? {};
  const properties: core.AnnotationProperties = {
    ...(file === undefined ? undefined : { file: visibleText(file) }),
    ...(line === undefined ? undefined : { startLine: line }),
    ...(column === undefined ? undefined : { startColumn: column }),
  };
  annotators[severity](visibleText(next === undefined ? message : `${message} ${next}`), properties);
}

/**
 * Sets the step's outputs; undefined sets ''. What keeps it from doing so is shown as a warning at once: outputs come
 * last, when nothing else could carry it any more.
 */
export function setOutputs(outputs: Readonly<Record<string, string | number | undefined>>): void {
  if ((process.env['GITHUB_OUTPUT'] ?? '') === '') {
    core.warning('The outputs could not be set: there is no GITHUB_OUTPUT, so this is not a step of a workflow.');
    return;
  }
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value ?? '');
  } catch (error) {
    core.warning(`The outputs could not be set: ${reasonOf(error)}.`);
  }
}

/**
 * Appends to the job summary. Longer than GitHub takes (1 MiB with what earlier steps wrote), it is cut after a line.
 * Returns what kept it from being shown, or shown whole.
 */
export async function writeSummary(markdown: string): Promise<Finding | undefined> {
  const path = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (path === '') {
    return unpublished('The job summary could not be written: there is no GITHUB_STEP_SUMMARY.');
  }
  try {
    const room = maxSummary - (await sizeOf(path));
    const { text, cut } = fit(markdown.endsWith('\n') ? markdown : `${markdown}\n`, room);
    await appendFile(path, text);
    return cut
      ? unpublished('The job summary was cut: GitHub shows at most 1 MiB. The JSON report has everything.')
      : undefined;
  } catch (error) {
    return unpublished(`The job summary could not be written: ${reasonOf(error)}.`);
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

function fit(markdown: string, room: number): { text: string; cut: boolean } {
  if (Buffer.byteLength(markdown) <= room) return { text: markdown, cut: false };
  const note = '\n\n*The rest did not fit into the summary. The JSON report has everything.*\n';
  const head = Buffer.from(markdown).subarray(0, Math.max(0, room - Buffer.byteLength(note)));
  const end = head.lastIndexOf('\n') + 1;
  return { text: end === 0 ? '' : head.subarray(0, end).toString() + note, cut: true };
}

/** Fails the step. To be called after the outputs are set; the process goes on to its end. */
export function fail(message: string): void {
  core.setFailed(visibleText(message));
}

/**
 * Ends the process, with the exit code that stands, once the log is out. An upload that was given up or a connection
 * kept open would hold it for minutes.
 */
export function finish(): void {
  process.stdout.write('', () => process.exit());
}

/** Hides a secret in every log of the job from now on. */
export function maskToken(token: string | undefined): void {
  if (token !== undefined && token !== '') core.setSecret(token);
}

function unpublished(message: string): Finding {
  return { kind: 'publishing', severity: 'warning', message };
}
