import path from 'node:path';
import { fatalOf } from '../assessment/assessment.ts';
import { check as checkReports } from '../check.ts';
import { makeBadge, makeDocuments, readTemplate, shownChecklists, writeOptions } from '../documents.ts';
import { existing, fileAt, writeFiles } from '../files.ts';
import { renderJUnit } from '../render/junit.ts';
import { renderReport } from '../render/report.ts';
import { renderSummary } from '../render/summary.ts';
import { renderTerminal } from '../render/terminal.ts';
import { formatComplaints } from '../settings/complaint.ts';
import { programmes } from '../requirements/programmes.ts';
import { readSettings } from '../settings/read.ts';
import { type Setting, settingsTable } from '../settings/table.ts';
import { type Call, type Command, type Flag, flagOf } from './command.ts';
import { appearance, exitCodes, note, calledAs, refuse, say } from './console.ts';

export const check: Command = {
  name: 'check',
  summary: 'Check reports: the verdict, what to do next, the Word document',
  usage: "--results 'results/**/*.xml' [flags]",
  about: [
    'Reads the JUnit reports of your scenario runs, says for each mandatory test whether it is proven and until when, and what to do next. When asked, it writes the checklist or your copy of the form as a Word document, a JSON report, a summary, a badge. The action does the same on GitHub.',
    'Everything can stand in .github/ncts5.yml as well; a flag wins over the file.',
  ],
  flags: [...settingsTable].flatMap(flagsOf),
  examples: [
    { args: 'check', why: 'as .github/ncts5.yml says' },
    {
      args: "check --results 'results/**/*.xml' --flows arrival --procedures normal,simplified",
      why: 'without a file',
    },
    { args: 'check --as-of 2026-12-01 --form-template form.docx', why: "ready on that day? fill HMRC's form in" },
  ],
  exitCodes: [
    [0, 'ready (or nothing that fail-on names)'],
    [1, 'not ready'],
    [2, 'wrong settings, nothing to check, or a file could not be written'],
  ],
  tellsMistakes: true,
  run: checkAndWrite,
};

function flagsOf(setting: Setting): readonly Flag[] {
  return setting.flag === undefined ? [] : [flagOf(setting, setting.flag)];
}

/** Settings → check → documents and files → verdict. */
async function checkAndWrite({ values, mistakes: mistyped, folder: workspace, now }: Call): Promise<number> {
  const read = await readSettings({ values, spokenAs: 'flag', workspace, now });
  const complaints = [...mistyped, ...('complaints' in read ? read.complaints : [])];
  if ('complaints' in read || complaints.length > 0) {
    return refuse(`${formatComplaints(complaints)}${await wayIn(values, workspace)}`);
  }
  const { settings } = read;
  const { output } = settings;
  for (const remark of settings.remarks) note(remark);
  const template = await readTemplate(settings);
  const assessment = await checkReports(settings, { now, form: template?.form, progress: note });
  const documents = await makeDocuments(assessment, settings, template);
  const shown = { checklists: shownChecklists(documents.files, workspace) };
  const files = [
    ...documents.files,
    ...fileAt(output.report, () => renderReport(assessment, shown)),
    ...fileAt(output.junit, () => renderJUnit(assessment)),
    ...fileAt(output.summary, () => renderSummary(assessment, shown)),
    ...(await makeBadge(assessment, settings)),
  ];
  const { written, problems: unwritten } = await writeFiles(files, writeOptions(settings, assessment, documents));
  say(renderTerminal(assessment, appearance()));
  if (written.length > 0) say(`\nWritten: ${written.join(', ')}\n`);
  for (const { message } of [...documents.problems, ...unwritten]) note(message);

  // A form that can't be filled in is a wrong setting, whatever the verdict.
  const refused = documents.problems.some(({ severity }) => severity === 'error');
  if (assessment.files.length === 0 || refused) return exitCodes.unusable;
  if (fatalOf(assessment).length > 0) return exitCodes.notReady;
  // Ready, but a file that was asked for is not there: whoever goes on from here mustn't find an old one in its place.
  return unwritten.length > 0 ? exitCodes.unusable : exitCodes.done;
}

/** For whoever comes without any settings: what to begin with. */
async function wayIn(values: Readonly<Record<string, string>>, workspace: string): Promise<string> {
  if (Object.keys(values).length > 0) return '';
  const places = [...programmes.values()].map(({ names }) => names.configuration);
  if ((await existing(places.map((place) => path.join(workspace, place)))).length > 0) return '';
  return `\nThere is no ${places.join(' or ')} in this folder: '${calledAs()} init' asks what it needs to know and writes it.`;
}
