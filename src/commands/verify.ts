import path from 'node:path';
import { assess } from '../assessment/assess.ts';
import { readReports } from '../check.ts';
import type { Finding } from '../finding.ts';
import { renderVerified } from '../form/verify/text.ts';
import { defaultProgramme } from '../requirements/programmes.ts';
import { mistakesInWords } from '../settings/mistakes.ts';
import { settingsTable } from '../settings/table.ts';
import { verify as verifyFile } from '../verify.ts';
import { callSettings } from './call-settings.ts';
import { type Call, type Command, flagOf } from './command.ts';
import { appearance, exitCodes, note, refuse, say } from './console.ts';

/** What writes files has no say in it, and which copy of the form is meant is said without a flag. */
const ofCheckOnly = new Set(['checklist', 'form-template', 'report', 'junit', 'summary', 'badge']);

export const verify: Command = {
  name: 'verify',
  summary: 'Compare a filled-in form with the reports before it is sent',
  usage: 'FORM.docx [flags]',
  about: [
    "Reads a filled-in copy of HMRC's form back (filled in by a check, by hand, saved by Word or LibreOffice) and compares every value in it with the reports and the configuration: scenario numbers, MRNs, message times, answers, ticked boxes. It says what agrees, what differs, what is empty, what no report proves, and until when the form may be sent.",
    'Settings are those of a check.',
  ],
  flags: settingsTable.filter(({ name, flag }) => flag && !ofCheckOnly.has(name)).map(flagOf),
  positionals: { max: 1 },
  examples: [
    {
      args: `verify ${defaultProgramme.names.checklist}`,
      why: `as ${defaultProgramme.names.configuration} says`,
    },
  ],
  exitCodes: [
    [0, 'the form agrees with the reports'],
    [1, 'something in it differs, is empty, not proven or expired'],
    [2, "wrong settings, no report, or a form that can't be read"],
  ],
  tellsMistakes: true,
  run: verifyAndSay,
};

const noForm: Finding = {
  kind: 'settings',
  severity: 'error',
  message: 'needs the path of a form: verify FORM.docx',
  place: { setting: 'verify' },
};

async function verifyAndSay(call: Call): Promise<number> {
  const { positionals, folder, now } = call;
  const [file = ''] = positionals;
  const read = await callSettings(call, file === '' ? [noForm] : []);
  if ('findings' in read) return refuse(mistakesInWords(read.findings));
  const { settings } = read;
  for (const { message } of settings.findings) {
    note(message);
  }
  const input = await readReports(settings, { now, progress: note });
  const assessment = assess(input, now);
  const verified = await verifyFile(settings, path.resolve(folder, file), { input, assessment, now });
  if ('refused' in verified) {
    return refuse(verified.refused);
  }
  const { form } = verified;
  say(renderVerified(form, { path: verified.path, programme: settings.programme }, appearance()));
  const unreadable = assessment.findings.filter(
    ({ severity, requirement }) => severity === 'error' && requirement === undefined,
  );
  for (const { message } of unreadable) {
    note(message);
  }
  if (assessment.files.length === 0) {
    return refuse('No report was found: nothing proves what the form says.');
  }
  const isSound = [...form.findings, ...unreadable].every(({ severity }) => severity !== 'error');
  return isSound ? exitCodes.done : exitCodes.notReady;
}
