import type { Scenario } from './scenario.ts';

/** Whom to ask for a step by hand, and how. Source: GUIDE, normal procedure. */
const mail = { address: 'nctsp5tradertest@hmrc.gov.uk', subject: 'Manual Intervention' } as const;

/** The e-mail after which a person at HMRC moves a scenario on. Plain text. */
export interface InterventionMail {
  readonly to: string;
  readonly subject: string;
  readonly body: readonly string[];
}

/**
 * The e-mail that asks for a step by hand: number of the scenario, step and LRN, which only the sender knows.
 * Source: GUIDE, normal procedure.
 *
 * @param step Its number in the scenario, from 1.
 */
export function interventionMail({ id }: Scenario, step: number): InterventionMail {
  return {
    to: mail.address,
    subject: `${mail.subject} ${id}`,
    body: [`Scenario number: ${id}`, `Step: ${step}`, 'LRN: (the LRN of the declaration that you have sent)'],
  };
}
