#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { check } from './check.ts';
import { makeBadge, makeDocuments, shownChecklists } from './documents.ts';
import { writeFiles, type OutputFile } from './files.ts';
import { guardLine, visibleText } from './render/escape.ts';
import { renderReport } from './render/report.ts';
import { renderSummary } from './render/summary.ts';
import { renderTerminal } from './render/terminal.ts';
import { parseArguments } from './settings/arguments.ts';
import { formatComplaints } from './settings/complaint.ts';
import { helpText } from './settings/help.ts';
import { readSettings } from './settings/read.ts';
import type { Settings } from './settings/settings.ts';
import type { Instant } from './time/instant.ts';

/** What the command answers with. */
const exitCodes = { ready: 0, notReady: 1, unusable: 2 } as const;

const command = 'node dist/cli.js';

async function run(args: readonly string[], now: Instant): Promise<number> {
  const { command: asked, values, complaints } = parseArguments(args);
  if (asked !== 'check' && complaints.length > 0) return refuse(formatComplaints(complaints));
  if (asked === 'help') return say(helpText(command));
  if (asked === 'version') return say(await ownVersion());
  const read = await readSettings({ values, spokenAs: 'flag', workspace: process.cwd(), now });
  // A mistyped flag doesn't hide the other mistakes.
  const all = [...complaints, ...('complaints' in read ? read.complaints : [])];
  if ('complaints' in read || all.length > 0) return refuse(formatComplaints(all));
  return checkAndWrite(read.settings, now);
}

async function checkAndWrite(settings: Settings, now: Instant): Promise<number> {
  const { workspace, output } = settings;
  for (const remark of settings.remarks) note(remark);
  const assessment = await check(settings, { now, progress: note });
  const documents = await makeDocuments(assessment, settings);
  const shown = { checklists: shownChecklists(documents.files, workspace) };
  const files: OutputFile[] = [
    ...documents.files,
    { path: output.report, content: renderReport(assessment, shown) },
    ...(await makeBadge(assessment, settings)),
  ];
  if (output.summary !== undefined) files.push({ path: output.summary, content: renderSummary(assessment, shown) });
  const { written, problems: unwritten } = await writeFiles(files, workspace);
  say(renderTerminal(assessment, { colour: hasColour(), width: process.stdout.columns ?? 100 }));
  if (written.length > 0) say(`\nWritten: ${written.join(', ')}\n`);
  for (const { message } of [...documents.problems, ...unwritten]) note(message);

  if (assessment.files.length === 0) return exitCodes.unusable;
  if (assessment.fatal.length > 0) return exitCodes.notReady;
  // Ready, but a file that was asked for is not there: whoever goes on from here mustn't find an old one in its place.
  const lacking = unwritten.length > 0 || documents.problems.some(({ severity }) => severity === 'error');
  return lacking ? exitCodes.unusable : exitCodes.ready;
}

/** dist and src stand beside package.json alike. */
async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

function hasColour(): boolean {
  return process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';
}

function say(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return exitCodes.ready;
}

/** Beside the result, so that the result can be piped on. In a workflow's `run:` no line of it is a command to the runner. */
function note(text: string): void {
  const lines = visibleText(text).split('\n').map(guardLine);
  process.stderr.write(`${lines.join('\n')}\n`);
}

function refuse(text: string): number {
  note(text);
  return exitCodes.unusable;
}

// Whoever reads the output may have seen enough (`| head`); the exit code still has to come.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  process.exitCode = await run(process.argv.slice(2), Date.now());
} catch (error) {
  // Nothing a user does should lead here; what does is a fault of the program, and mustn't pass for ready.
  note(
    `The check itself broke, which is a fault of this program: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
  );
  process.exitCode = exitCodes.unusable;
}
