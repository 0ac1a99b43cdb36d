import { askedOf, roleInForm } from '../requirements/role-in-form.ts';
import { interventionMail, interventionRules, type InterventionMail } from '../requirements/intervention.ts';
import { messageOf } from '../requirements/messages.ts';
import type { Programme } from '../requirements/programme.ts';
import { programmes } from '../requirements/programmes.ts';
import { flowTitle, hasMrn, type Scenario, type ScenarioId, type ScenarioStep } from '../requirements/scenario.ts';
import { hanging, type Paint, painter, type TerminalOptions, wrap } from '../text/plain-text.ts';

/**
 * Everything that somebody who is to run a scenario wants to know of it: steps, messages, e-mails, evidence, and
 * where it stands in the form's appendix A. Plain text, ends with an end of line.
 */
export function renderScenario(programme: Programme, scenario: Scenario, { colour, width }: TerminalOptions): string {
  const columns = Math.max(40, width);
  const paint = painter(colour);
  const title = (text: string) => ['', paint('bold', text)];
  return [
    ...wrap(`${scenario.id}  ${scenario.title}`, columns).map((line) => paint('bold', line)),
    ...wrap(kind(scenario), columns),
    ...title('Steps'),
    ...scenario.steps.flatMap((step, index) => {
      const mail = step.manualIntervention ? interventionMail(programme, scenario, index + 1) : undefined;
      return stepLines(step, mail, index + 1, paint);
    }),
    ...timing(programme, scenario, columns),
    ...title('Evidence'),
    ...evidenceLines(programme, scenario, columns),
    ...title('How a test hands it over (any of these)'),
    ...handOverLines(programme, scenario, columns),
    ...title(programme.demand.heading),
    ...roleInForm(programme, scenario).flatMap((sentence) => hanging('  -', sentence, 4, columns)),
    ...twinLines(scenario, columns, title),
    '',
  ].join('\n');
}

/** All numbers, by flow, procedure and region. Plain text, ends with an end of line. */
export function renderScenarioList({ name, scenarios }: Programme, { colour, width }: TerminalOptions): string {
  const columns = Math.max(40, width);
  const paint = painter(colour);
  const groups = new Map<string, ScenarioId[]>();
  for (const scenario of scenarios.values()) {
    const heading = `${flowTitle(scenario.flow)}, ${procedureWords(scenario)}, ${scenario.region}`;
    groups.set(heading, [...(groups.get(heading) ?? []), scenario.id]);
  }
  return [
    `${name} Trader Test has ${scenarios.size} scenarios. Ask for one by its number: explain ${[...scenarios.keys()][0] ?? ''}.`,
    ...[...groups].flatMap(([heading, ids]) => [
      '',
      paint('bold', heading),
      ...wrap(ids.join(' '), columns - 2).map((line) => `  ${line}`),
    ]),
    '',
  ].join('\n');
}

function kind(scenario: Scenario): string {
  const { flow, region, modes, source } = scenario;
  const [first, second] = modes;
  const both = first !== undefined && second !== undefined;
  const rules = both
    ? ['final rules (phase 2) and transition rules (phase 1)']
    : first === 'final'
      ? ['final rules only (phase 2)']
      : first === 'transition'
        ? ['transition rules only (phase 1, closed)']
        : [];
  const described = `described in HMRC's ${source}`;
  return [flowTitle(flow), procedureWords(scenario), regionWords[region], ...rules, described].join(' · ');
}

const regionWords = { GB: 'Great Britain (GB)', XI: 'Northern Ireland (XI)' } as const;

function procedureWords({ procedure }: Scenario): string {
  return procedure === 'either' ? 'either procedure' : `${procedure} procedure`;
}

function stepLines(
  { sends, receives }: ScenarioStep,
  mail: InterventionMail | undefined,
  number: number,
  paint: Paint,
): readonly string[] {
  const lines = [
    ...messageLines('send', sends),
    ...(mail === undefined ? [] : mailLines(mail, paint)),
    ...messageLines('receive', receives),
  ];
  const [first = 'nothing comes back', ...others] = lines;
  return [`${`${number}.`.padStart(4)} ${first}`, ...others.map((line) => `     ${line}`)];
}

/** Its own lines are whole, so that they can be copied. */
function mailLines({ to, when, subject, body }: InterventionMail, paint: Paint): readonly string[] {
  const asked = when === undefined ? [`by e-mail to ${to}:`] : [`by e-mail to ${to},`, `${when}:`];
  return [
    ...asked.map((line, index) => paint('yellow', `${(index === 0 ? 'ask HMRC' : '').padEnd(9)} ${line}`)),
    ...[`Subject: ${subject}`, ...body].map((line) => `            ${line}`),
  ];
}

function messageLines(verb: string, types: readonly string[]): readonly string[] {
  return types.map((type, index) => `${(index === 0 ? verb : '').padEnd(9)} ${named(type)}`);
}

/** `IE028  MRN allocated` */
function named(type: string): string {
  return `${type}  ${messageOf(type)?.name ?? ''}`.trimEnd();
}

function timing(programme: Programme, scenario: Scenario, columns: number): readonly string[] {
  const manual = scenario.steps.some(({ manualIntervention }) => manualIntervention);
  const sentences = [
    `Trader Test is open ${programme.trading.open}.`,
    ...(manual ? ['A person at HMRC does what it is asked for by e-mail.', ...interventionRules(programme)] : []),
    ...byItself(scenario),
  ];
  return wrap(sentences.join(' '), columns - 5).map((line) => `     ${line}`);
}

/** What comes after a known time without anybody's doing; a sentence, or none. */
function byItself({ minutes, steps }: Scenario): readonly string[] {
  if (minutes === undefined) {
    return [];
  }
  const answer = steps.some(({ receives }) => receives.includes('IE051'))
    ? 'The refusal (IE051)'
    : 'The release (IE029)';
  return [`${answer} follows by itself, about ${minutes} minutes after the IE015.`];
}

/** The scenarios of other programmes that do the same. */
function twinLines(
  { id, twin }: Scenario,
  columns: number,
  title: (text: string) => readonly string[],
): readonly string[] {
  const twins = [...programmes.values()].flatMap(({ name, scenarios }) =>
    [...scenarios.values()]
      .filter((other) => other.id === twin || other.twin === id)
      .map((other) => `${other.id} of ${name}`),
  );
  return twins.length === 0
    ? []
    : [...title('The same in another programme'), ...hanging('  -', `${twins.join(', ')}.`, 4, columns)];
}

function evidenceLines(programme: Programme, scenario: Scenario, columns: number): readonly string[] {
  const row = (label: string, text: string) => hanging(`  ${label}`, text, 12, columns);
  return [
    ...row('MRN', mrnWords(scenario)),
    ...row('LRN', hasMrn(scenario) ? 'if there is one; at most 22 characters' : 'at most 22 characters'),
    ...row('Form', askedOf(programme, scenario)),
    ...row('Fresh', freshWords(programme, scenario)),
  ];
}

function mrnWords(scenario: Scenario): string {
  if (!hasMrn(scenario)) return 'none: the scenario ends before one is allocated, its LRN takes its place';
  const country = scenario.mrnCountry;
  if (country === undefined) return "of which country isn't known: HMRC's papers contradict each other there";
  const why =
    scenario.flow === 'arrival'
      ? `${scenario.id} is an arrival in ${regionWords[scenario.region]} from ${regionWords[country]}`
      : `${scenario.id} is a departure from ${regionWords[country]}`;
  return `must have the country ${country}: ${why}`;
}

function freshWords({ maxAgeDays, arrivalAge }: Programme, { flow }: Scenario): string {
  const arrival =
    flow === 'arrival' && arrivalAge === 'arrival' ? '; an older departure before it is not held against it' : '';
  return `for less than ${maxAgeDays} days from the earliest of these times and of the test's own${arrival}`;
}

function handOverLines({ expected, names }: Programme, scenario: Scenario, columns: number): readonly string[] {
  const { id } = scenario;
  const [type = 'IE015'] = expected[scenario.flow];
  // A right check digit, so that nobody learns from an MRN that would be refused.
  const mrn = scenario.mrnCountry === undefined ? 'YOUR-MRN' : `26${scenario.mrnCountry}0000EXAMPLE1J9`;
  const value = hasMrn(scenario) ? mrn : 'YOUR-LRN-1';
  const key = hasMrn(scenario) ? 'mrn' : 'lrn';
  const time = '2026-07-01T12:00:05Z';
  const row = (label: string, text: string) => hanging(`  ${label}`, text, 12, columns);
  return [
    ...row(
      'name',
      `the test's or suite's name has the number: '[${id}] …', 'test_${id.toLowerCase().replaceAll('-', '_')}_…', '@${id}'`,
    ),
    ...row('property', `<property name="${key}" value="${value}"/> <property name="${type}" value="${time}"/>`),
    ...row('marker', `[[PROPERTY|${key}=${value}]] [[PROPERTY|${type}=${time}]] in the test's output`),
    ...row('line', `${key}=${value}, ${type}: ${time} in the test's output`),
    ...row(
      'as it is',
      `the API's JSON (${type} with 'received') or the NCTS messages (CC${type.slice(2)}C …), printed by the test`,
    ),
    ...row('mapping', `names without a number: scenarios: { ${id}: 'your test name *' } in ${names.configuration}`),
    ...row(
      'recipes',
      'tool by tool (pytest, JUnit, newman, …): in .github/recipes of the repository that this program comes from',
    ),
  ];
}
