import { type Direction, flows, type Flow, type Procedure } from '../requirements/scenario.ts';

/* What settings with known words accept. One place for readers, help, action.yml and the JSON Schema. */

export interface Vocabulary<Word extends string> {
  /** In the order in which they are handed on. */
  readonly known: readonly Word[];
  /** Other spellings, in lower case. */
  readonly aliases?: Readonly<Record<string, readonly Word[]>>;
}

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

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}

/** The words that one stands for. */
export function wordsOf<Word extends string>(
  item: string,
  { known, aliases = {} }: Vocabulary<Word>,
): readonly Word[] | undefined {
  const asked = plain(item);
  const found = known.find((word) => plain(word) === asked);
  return found === undefined ? (Object.hasOwn(aliases, asked) ? aliases[asked] : undefined) : [found];
}
