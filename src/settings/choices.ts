import type { Direction, Flow, Procedure } from '../requirements/scenario.ts';
import type { Complain } from './complaint.ts';
import { type Given, readWords } from './given.ts';
import { choiceOf, directionNames, flowNames, flowOf, procedureNames } from './words.ts';

/*
 * What software supports, as inputs, flags and the configuration file give it: each word once, in the form's order.
 * Undefined when nothing was given; words that are not known are complained about.
 */

export function readFlows(given: Given | undefined, complain: Complain): readonly Flow[] | undefined {
  return inOrder(flowNames, readWords(given, flowOf, flowNames, complain));
}

export function readProcedures(given: Given | undefined, complain: Complain): readonly Procedure[] | undefined {
  return inOrder(procedureNames, readChoices(given, procedureNames, complain));
}

export function readDirections(given: Given | undefined, complain: Complain): readonly Direction[] | undefined {
  return inOrder(directionNames, readChoices(given, directionNames, complain));
}

/** A list of words of which any may be chosen, in the order given. */
export function readChoices<Choice extends string>(
  given: Given | undefined,
  choices: readonly Choice[],
  complain: Complain,
): readonly Choice[] | undefined {
  return readWords(given, (word) => choiceOf(word, choices), choices, complain);
}

function inOrder<Word>(all: readonly Word[], chosen: readonly Word[] | undefined): readonly Word[] | undefined {
  return chosen && all.filter((word) => chosen.includes(word));
}
