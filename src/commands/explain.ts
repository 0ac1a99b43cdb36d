import type { Finding } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
import { matrixOf } from '../requirements/demand.ts';
import { eachOf, programmes } from '../requirements/programmes.ts';
import { scenarioFinder } from '../requirements/scenario-number.ts';
import type { Scenario } from '../requirements/scenario.ts';
import { workspaceOf } from '../settings/file/configuration-file.ts';
import { mistakesInWords } from '../settings/mistakes.ts';
import { clip, nearestOf } from '../settings/nearest.ts';
import { readSupport } from '../settings/read.ts';
import { settingsTable } from '../settings/table.ts';
import { type Call, type Command, flagOf, settingFlag } from './command.ts';
import { appearance, exitCodes, note, refuse, say } from './console.ts';
import { renderScenario, renderScenarioList } from './scenario.ts';

/** What writes files has no say in why a test counts. */
const notForWhy = new Set([
  'programme',
  'config',
  'checklist',
  'form-template',
  'report',
  'junit',
  'summary',
  'badge',
  'verify-form',
]);
const ofScenarios = new Set(['programme', 'config']);

function onlyForWhy(name: string): Finding {
  const message = 'says something of a check only.';
  const next = 'Leave it out, or ask for a test with --why.';
  return { kind: 'settings', severity: 'error', message, next, place: { setting: `flag --${name}` } };
}

export const explain: Command = {
  name: 'explain',
  summary: 'Show scenarios: steps, messages, what to ask HMRC for, which evidence is taken',
  usage: '[<scenario number> …] | --why <report>:<line> [flags]',
  about: [
    `Shows a scenario of Trader Test, of whichever programme has its number: what is sent and received in which step, the e-mails for steps that a person at HMRC does, the country that its MRN must have, the evidence that the form asks for and how tests hand it over, and what the scenario is good for: ${eachOf((one) => (matrixOf(one) === undefined ? `whether it counts for the ${one.names.paper} (${one.name})` : `where it stands in the form's appendix A (${one.name})`))}.`,
    'Without a number it lists all scenarios of the programme.',
    'With --why it reads reports as a check does, and says of the test at that line which scenario it concerns and by which place, whether it counts and why, what superseded it, and what would change that.',
  ],
  flags: [
    {
      flag: 'why',
      name: 'why',
      kind: { is: 'place' },
      description: 'Report and line of a test, as the summary names them: says whether it counts, and why.',
    },
    settingFlag('programme'),
    settingFlag('config'),
    ...settingsTable.filter(({ name, flag }) => flag && !notForWhy.has(name)).map(flagOf),
  ],
  positionals: { max: Infinity },
  examples: [
    { args: 'explain DSGB1', why: 'one scenario' },
    { args: 'explain dngb1 ASXI1', why: 'several, in any letter case' },
    ...[...programmes.values()].slice(1).flatMap(({ id, name, scenarios }) => [
      { args: `explain ${[...scenarios.keys()][0] ?? ''}`, why: `one of ${name}` },
      { args: `explain --programme ${id}`, why: `all of ${name}` },
    ]),
    { args: 'explain --why results/trader-test.xml:12', why: 'why a test counts, or does not' },
  ],
  exitCodes: [
    [0, 'printed'],
    [2, 'a number is not known (those that are were printed), a report has no test there, or wrong settings'],
  ],
  tellsMistakes: true,
  run: show,
};

/**
 * Shows the scenarios of those numbers, in any letter case, or a list of all. A number that is not known doesn't keep the
 * others from being shown.
 */
async function show(call: Call): Promise<number> {
  const { positionals: numbers, values, folder } = call;
  if (values['why'] !== undefined || call.mistakes.some(({ place }) => place?.setting === 'flag --why')) {
    // A check costs start-up time that a look at a scenario need not pay.
    const { showWhy } = await import('./why.ts');
    return showWhy(call);
  }
  const mistakes = [
    ...call.mistakes,
    ...Object.keys(values)
      .filter((name) => !ofScenarios.has(name))
      .map(onlyForWhy),
  ];
  if (mistakes.length > 0) return refuse(mistakesInWords(mistakes));
  const look = appearance();
  if (numbers.length === 0) {
    const read = await readSupport({ values, workspace: await workspaceOf(folder), folder }, { programmeOnly: true });
    return 'findings' in read ? refuse(mistakesInWords(read.findings)) : say(renderScenarioList(read.programme, look));
  }
  const found = numbers.map((number) => ({ number, scenario: scenarioOf(number) }));
  const known = new Map(
    found.flatMap(({ scenario }) => (scenario === undefined ? [] : [[scenario.scenario, scenario.programme]])),
  );
  if (known.size > 0) {
    say([...known].map(([scenario, of]) => renderScenario(of, scenario, look)).join('\n'));
  }
  const unknown = found.filter(({ scenario }) => scenario === undefined);
  for (const { number } of unknown) note(unknownNumber(number));
  return unknown.length === 0 ? exitCodes.done : exitCodes.unusable;
}

/** Numbers of programmes never collide. In any letter case, and spelt as names may spell them: `p6_dsgb_01`. */
function scenarioOf(number: string): { readonly programme: Programme; readonly scenario: Scenario } | undefined {
  for (const programme of programmes.values()) {
    const { ids } = scenarioFinder(programme)(number);
    const [id = ''] = ids;
    const scenario = programme.scenarios.get(id);
    // Not a text that has a number in it.
    if (scenario !== undefined && number.trim().length <= id.length) return { programme, scenario };
  }
  return undefined;
}

function unknownNumber(number: string): string {
  const all = [...programmes.values()].flatMap(({ scenarios }) => [...scenarios.keys()]);
  const near = nearestOf(number.trim(), all, 4);
  const hint = near.length === 0 ? "'explain' alone lists all numbers." : `Near it are ${near.join(', ')}.`;
  return `There is no scenario '${clip(number)}'. ${hint}`;
}
