import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Programme } from '../requirements/programme.ts';
import type { AddMistake } from './mistakes.ts';
import { type GivenPath, isHeld, isInside, isProtected, realPath, resolvePath } from './paths.ts';
import type { Reading } from './reading.ts';
import type { BadgeFiles, OutputSettings, Settings } from './settings.ts';
import type { Rows } from './table.ts';

/* Where documents are written to and read from. */

type PathName = 'checklist' | 'formTemplate' | 'report' | 'summary' | 'junit' | 'badge' | 'verifyForm';

type GivenPaths = Readonly<Record<PathName, GivenPath | undefined>>;

/** Can go to standard output, as `-`. */
const streams = ['report', 'summary', 'junit'] as const;
type Stream = (typeof streams)[number];

/** Nothing is written twice or over the user's copy of the form, and what the file names must lie inside the workspace. */
export async function readOutputs(
  reading: Reading,
  rows: Rows,
  { names }: Programme,
): Promise<Pick<Settings, 'output' | 'verifyForm'>> {
  const given = givenPaths(reading, rows);
  const toStandardOutput = standardOutput(given, reading.addMistake);
  const at = (name: PathName) => {
    const one = given[name];
    return one === undefined || one.text === '-' ? undefined : resolvePath(one, reading.addMistake);
  };
  const formTemplate = at('formTemplate');
  const verifyForm = at('verifyForm');
  // The action's documents are its product; a laptop's folder is nobody's to fill.
  const byDefault = (name: string, isWanted: boolean) =>
    isWanted ? path.join(reading.source.workspace, name) : undefined;
  const paths = {
    checklist: at('checklist') ?? byDefault(names.checklist, reading.isAction || given.formTemplate !== undefined),
    report: at('report') ?? byDefault(names.report, reading.isAction && given.report === undefined),
    summary: at('summary'),
    junit: at('junit'),
    badge: badgeFiles(at('badge')),
  };
  checkExtensions(reading, given, paths);
  await checkWritten(reading, given, paths, formTemplate);
  await checkRead(reading, given.formTemplate, formTemplate);
  await checkRead(reading, given.verifyForm, verifyForm);
  const artifactName = reading.value(rows.artifactName);
  const artifactRetentionDays = reading.value(rows.artifactRetentionDays);
  return { output: { ...paths, formTemplate, toStandardOutput, artifactName, artifactRetentionDays }, verifyForm };
}

function givenPaths(reading: Reading, rows: Rows): GivenPaths {
  return {
    checklist: reading.path(rows.checklist),
    formTemplate: reading.path(rows.formTemplate),
    report: reading.path(rows.report),
    summary: reading.path(rows.summary),
    junit: reading.path(rows.junit),
    badge: reading.path(rows.badge),
    verifyForm: reading.path(rows.verifyForm),
  };
}

/** What goes to standard output: one thing at most, and only on a command line. */
function standardOutput(given: GivenPaths, addMistake: AddMistake): Stream | undefined {
  for (const [name, one] of Object.entries(given)) {
    if (one?.text === '-' && (one.by !== 'flag' || !streams.some((stream) => stream === name))) {
      addMistake(one.place, "can't be '-', which stands for standard output.", 'Give the path of a file.');
    }
  }
  const [first, second] = streams.filter((name) => given[name]?.text === '-' && given[name].by === 'flag');
  const place = second === undefined ? undefined : given[second]?.place;
  if (place !== undefined) {
    addMistake(place, `can't go to standard output, where ${first ?? ''} goes already.`, 'Give one of them a file.');
  }
  return first;
}

type Written = Pick<OutputSettings, Stream | 'checklist' | 'badge'>;

function checkExtensions(reading: Reading, given: GivenPaths, { checklist, badge }: Written): void {
  if (checklist !== undefined && path.extname(checklist).toLowerCase() !== '.docx') {
    reading.addMistake(
      given.checklist?.place ?? reading.placeOf('checklist'),
      'must end in .docx, or Word will not open it.',
    );
  }
  if (badge !== undefined && path.extname(badge.svg).toLowerCase() !== '.svg') {
    reading.addMistake(given.badge?.place ?? reading.placeOf('badge'), 'must end in .svg, or no page will show it.');
  }
}

/** What is written must have a file of its own, and no other than it may. */
async function checkWritten(
  reading: Reading,
  given: GivenPaths,
  paths: Written,
  formTemplate: string | undefined,
): Promise<void> {
  const named = [
    { name: 'checklist', file: paths.checklist },
    { name: 'report', file: paths.report },
    { name: 'summary', file: paths.summary },
    { name: 'junit', file: paths.junit },
    { name: 'badge', file: paths.badge?.svg },
    { name: 'badge', file: paths.badge?.json },
  ] as const;
  const taken = new Map(formTemplate === undefined ? [] : [[await realPath(formTemplate), 'form-template']]);
  const wrong = new Set<PathName>();
  for (const { name, file } of named) {
    // What is wrong with the picture of a badge is wrong with the file beside it.
    if (file === undefined || wrong.has(name)) {
      continue;
    }
    const real = await realPath(file);
    const other = taken.get(real);
    const faults = [
      await faultOfPath(file, given[name], reading.source.workspace),
      other === undefined ? undefined : { message: `is the same file as ${other}, which would be overwritten.` },
    ];
    for (const fault of faults) {
      if (fault !== undefined) {
        wrong.add(name);
        reading.addMistake(given[name]?.place ?? reading.placeOf(name), fault.message, fault.next);
      }
    }
    taken.set(real, name);
  }
}

/** Why nothing can be written at a path, whatever else is written; undefined where it can. */
async function faultOfPath(
  file: string,
  given: GivenPath | undefined,
  workspace: string,
): Promise<{ readonly message: string; readonly next?: string } | undefined> {
  if (await isFolder(file)) {
    return { message: 'is a folder, not a file.' };
  }
  if (given?.by === 'file' && !isInside(file, workspace)) {
    return { message: outside, next: 'Choose a path inside of it, or give this as an input or a flag.' };
  }
  if (isInside(file, workspace) && !(await isHeld(file, workspace))) {
    return {
      message: 'leads outside of the workspace through a link.',
      next: 'Remove the link, or write where it leads.',
    };
  }
  return (await isProtected(file, workspace))
    ? { message: 'lies in .git or .github/workflows, where nothing is written.', next: 'Give another path.' }
    : undefined;
}

const outside = 'lies outside of the workspace, where the configuration file can name nothing.';

/** What is not there stops no evidence from being judged: whoever reads it says so. */
async function checkRead(reading: Reading, given: GivenPath | undefined, file: string | undefined): Promise<void> {
  if (given?.by === 'file' && file !== undefined && !(await isHeld(file, reading.source.workspace))) {
    reading.addMistake(given.place, outside, 'Choose a path inside of it, or give this as an input or a flag.');
  }
}

function badgeFiles(svg: string | undefined): BadgeFiles | undefined {
  if (svg === undefined) {
    return undefined;
  }
  const { dir, name } = path.parse(svg);
  return { svg, json: path.join(dir, `${name}.json`) };
}

async function isFolder(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.isDirectory() === true;
}
