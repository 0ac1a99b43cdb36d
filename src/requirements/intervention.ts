import type { Programme } from './programme.ts';
import type { Scenario } from './scenario.ts';

/** The e-mail after which a person at HMRC moves a scenario on. Plain text. */
export interface InterventionMail {
  readonly to: string;
  readonly subject: string;
  readonly body: readonly string[];
  /** When it has to be sent, a clause; undefined where it can wait. */
  readonly when: string | undefined;
}

/**
 * The e-mail that asks for a step by hand: number of the scenario, step, the action that is expected, and LRN; of some
 * arrivals MRN and country of arrival, too. Source: GUIDE, normal procedure; GUIDE6; SHEET6, tab IE007.
 *
 * @param step Its number in the scenario, from 1.
 */
export function interventionMail(
  { interventions }: Pick<Programme, 'interventions'>,
  scenario: Scenario,
  step: number,
): InterventionMail {
  const { id, region } = scenario;
  const arrival = interventions.arrivals.includes(id)
    ? ['MRN: (the MRN of the movement)', `Country of arrival: ${region}`]
    : [];
  return {
    to: interventions.to,
    subject: `${interventions.subject} ${id}`,
    body: [
      `Test scenario number: ${id}`,
      `Step ${step}, please: ${actionOf(scenario, step)}`,
      'LRN: (the LRN of the declaration that you have sent)',
      ...arrival,
    ],
    when: interventions.urgent.find(({ scenarios }) => scenarios.includes(id))?.when,
  };
}

/** What holds of every such e-mail, sentences. */
export function interventionRules({ trading }: Pick<Programme, 'trading'>): readonly string[] {
  return [
    `The mailbox is watched ${trading.mailbox}, and is for this only.`,
    'Allow one working day, and ask again after it.',
  ];
}

/** `accept, control and release the declaration` */
function actionOf({ flow, steps }: Scenario, step: number): string {
  const asks = steps[step - 1]?.asks ?? [];
  const last = asks.at(-1) ?? '';
  const all = asks.length < 2 ? last : `${asks.slice(0, -1).join(', ')} and ${last}`;
  return last.includes(' ') ? all : `${all} ${flow === 'arrival' ? 'the movement' : 'the declaration'}`;
}
