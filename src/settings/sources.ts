import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Claim } from '../requirements/requirement.ts';
import { checkedClaims } from './file/own-results.ts';
import { itemsOf } from './kinds.ts';
import { expanded, globFault } from './paths.ts';
import type { Reading } from './reading.ts';
import type { EarlierResultsSettings, Settings } from './settings.ts';
import type { Rows } from './table.ts';

/* Where results come from: globs of reports, and artifacts of earlier runs. */

/** @param isPartial Whether the configuration file can't be read: what seems to be missing may stand in it. */
export function readSources(
  reading: Reading,
  rows: Rows,
  { isPartial }: { readonly isPartial: boolean },
): Pick<Settings, 'results' | 'resultsAnywhere' | 'earlier'> {
  const results = readResults(reading, rows);
  const claims = checkedClaims(reading.configuration, reading.givenDirectly(rows.application)?.value);
  const earlier = readEarlier(reading, rows, claims);
  if (
    results.length === 0 &&
    earlier === undefined &&
    !claims.some((claim) => (claim.results ?? claim.artifacts) !== undefined) &&
    !isPartial &&
    ![rows.results, rows.resultsArtifact].some((row) => reading.isUnreadable(row))
  ) {
    const or = reading.isAction ? ' or results-artifact' : '';
    const next = `Give the globs of your JUnit reports${or}, for example results/**/*.xml.`;
    reading.addMistake(reading.placeOf('results'), 'no source of results is given.', next);
  }
  return { results, resultsAnywhere: reading.given(rows.results)?.by !== 'file', earlier };
}

/** Globs as they are searched for: those of inputs and flags start from where they were given. */
function readResults(reading: Reading, rows: Rows): readonly string[] {
  const given = reading.given(rows.results);
  const { folder, workspace, values } = reading.source;
  // A file whose name has a comma is meant as it stands.
  const whole = (values['results'] ?? '').split(/\r?\n/).map((line) => line.trim());
  const isWhole = (line: string) => line.includes(',') && existsSync(path.resolve(folder, line));
  const items =
    given === undefined || given.by === 'file' || !whole.some(isWhole)
      ? (given?.value ?? [])
      : whole.flatMap((line) => (isWhole(line) ? [line] : itemsOf(line)));
  if (given === undefined) {
    return items;
  }
  const { place, by } = given;
  if (by === 'file') {
    return items;
  }
  for (const item of items) {
    const fault = globFault(item, { isInFile: false });
    if (fault !== undefined) {
      reading.addMistake(place, fault.message, fault.next);
    }
  }
  return items.flatMap((item) => {
    const [, not = '', glob = ''] = /^(!(?!\())?([^]*)$/.exec(item) ?? [];
    if (folder === workspace && !/^[~$]/.test(glob)) {
      return [item];
    }
    const found = expanded(glob, folder, (name) => {
      reading.addMistake(place, `the variable ${name} is not set here.`, 'Write the path out.');
    });
    return found === undefined ? [] : [`${not}${found}`];
  });
}

/** The artifacts of all applications; those that inputs name are in the place of those of the file. */
function readEarlier(reading: Reading, rows: Rows, claims: readonly Claim[]): EarlierResultsSettings | undefined {
  const shared = reading.given(rows.resultsArtifact);
  const own = shared === undefined || shared.by === 'file' ? claims.flatMap((claim) => claim.artifacts ?? []) : [];
  const artifacts = [...new Set([...(shared?.value ?? []), ...own])];
  const workflow = reading.value(rows.resultsWorkflow);
  const branch = reading.value(rows.resultsBranch);
  if (artifacts.length === 0) {
    if (workflow !== undefined || branch !== undefined) {
      reading.remark('results-workflow and results-branch change nothing without results-artifact.');
    }
    return undefined;
  }
  if (!reading.isAction) {
    reading.remark('results-artifact is left out: only the action can fetch the results of earlier workflow runs.');
    return undefined;
  }
  return { artifacts, workflow, branch };
}
