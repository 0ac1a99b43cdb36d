import { type Direction, flows, type Flow, type Procedure } from '../requirements/scenario.ts';
import type { Vocabulary } from './kinds.ts';

/* What settings with known words accept. One place for readers, help, action.yml and the JSON Schema. */

export const flowNames: readonly Flow[] = flows.map(({ id }) => id);
export const procedureNames = ['normal', 'simplified'] as const satisfies readonly Procedure[];
export const directionNames = ['inbound', 'outbound'] as const satisfies readonly Direction[];

/** In the form's order; short and plural names are accepted, too. */
export const flowWords: Vocabulary<Flow> = {
  known: flowNames,
  aliases: {
    ...Object.fromEntries(flowNames.map((name) => [`${name}s`, [name]])),
    standard: ['standard-departure'],
    'pre-lodged': ['pre-lodged-departure'],
    prelodged: ['pre-lodged-departure'],
    'prelodged-departure': ['pre-lodged-departure'],
    'prelodged-departures': ['pre-lodged-departure'],
    'pre-lodge': ['pre-lodged-departure'],
    all: flowNames,
  },
};

export const procedureWords: Vocabulary<Procedure> = { known: procedureNames, aliases: { both: procedureNames } };

/** A person who holds none says so. */
export const directionWords: Vocabulary<Direction> = {
  known: directionNames,
  aliases: { both: directionNames, none: [] },
};
