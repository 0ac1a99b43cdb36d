import { type Direction, flows, type Flow, type Procedure } from '../requirements/scenario.ts';

/** What a setting with a choice accepts. One place for readers, help, action.yml and the JSON Schema. */
export const flowNames: readonly Flow[] = flows.map(({ id }) => id);
export const procedureNames = ['normal', 'simplified'] as const satisfies readonly Procedure[];
export const directionNames = ['inbound', 'outbound'] as const satisfies readonly Direction[];
export const combinationNames = ['auto', 'A', 'B'] as const;
export const duplicatesNames = ['worst', 'last'] as const;
export const artifactNames = ['auto', 'always', 'never'] as const;
export const commentNames = ['off', 'always', 'changes'] as const;

/** Short and plural names of flows that are accepted, too. */
const flowAliases: Readonly<Record<string, Flow>> = {
  standard: 'standard-departure',
  'pre-lodged': 'pre-lodged-departure',
  prelodged: 'pre-lodged-departure',
  'prelodged-departure': 'pre-lodged-departure',
  'pre-lodge': 'pre-lodged-departure',
};

/** The flow that a word means, in any letter case, singular or plural, with hyphens, underscores or spaces. */
export function flowOf(word: string): Flow | undefined {
  const name = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replace(/s$/, '');
  return flowNames.find((flow) => flow === name) ?? (Object.hasOwn(flowAliases, name) ? flowAliases[name] : undefined);
}

/** The choice that a word means, in any letter case. */
export function choiceOf<Choice extends string>(word: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = word.trim().toLowerCase();
  return choices.find((choice) => choice.toLowerCase() === wanted);
}
