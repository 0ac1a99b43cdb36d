import { renderMatrix } from './matrix.ts';
import { requirementsFor } from '../requirements/matrix.ts';
import { ncts5 } from '../requirements/ncts5/ncts5.ts';
import type { Application } from '../requirements/requirement.ts';
import { readApplications } from '../settings/applications.ts';
import { type Complaint, complainInto, formatComplaints } from '../settings/complaint.ts';
import { givenAs } from '../settings/given.ts';
import { loadConfiguration } from '../settings/load-configuration.ts';
import { appearance, note, refuse, say } from './console.ts';

/**
 * Prints the decision matrix, once for each application that flags or the configuration file describe, or without a
 * choice when neither does.
 *
 * @param values Of the flags, by the names of settings.
 * @returns The exit code.
 */
export async function matrix(values: Readonly<Record<string, string>>, workspace: string): Promise<number> {
  const complaints: Complaint[] = [];
  const choice = await readChoice(values, workspace, complaints);
  if (complaints.length > 0) return refuse(formatComplaints(complaints));
  if (choice.length === 0) return say(renderMatrix(ncts5, undefined, appearance()));
  const rendered = choice.map((application) =>
    renderMatrix(ncts5, { application, requirements: requirementsFor(ncts5, application) }, appearance()),
  );
  return say(rendered.join('\n\n'));
}

async function readChoice(
  values: Readonly<Record<string, string>>,
  workspace: string,
  complaints: Complaint[],
): Promise<readonly Application[]> {
  const complain = complainInto(complaints);
  const outright = (name: string) => givenAs(`flag --${name}`, values[name]);
  const loaded = await loadConfiguration(outright('config'), workspace, ncts5, complain);
  if (loaded === 'broken') return [];
  // Without any of these there is no choice to show, and nothing to complain of either.
  const told = ['flows', 'procedures', 'combination', 'application'].some((name) => Object.hasOwn(values, name));
  if (loaded === 'none' && !told) return [];
  const placed = readApplications({
    programme: ncts5,
    outright,
    spoken: (name) => `flag --${name}`,
    configuration: loaded === 'none' ? undefined : loaded,
    complain,
    remark: note,
  });
  return placed.map(({ application }) => application);
}
