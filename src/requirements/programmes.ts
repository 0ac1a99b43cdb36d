import { ncts5 } from './ncts5/ncts5.ts';
import { ncts6 } from './ncts6/ncts6.ts';
import { type Programme, unusedIn } from './programme.ts';

/** Every programme, by its id; the first is taken where nothing tells which is meant. */
export const programmes: ReadonlyMap<string, Programme> = new Map([ncts5, ncts6].map((one) => [one.id, one]));

/** The one that is taken where nothing tells which is meant. */
export const defaultProgramme: Programme = ncts5;

/** What is said of each programme, as a choice: `.github/ncts5.yml or .github/ncts6.yml`. */
export function eachOf(words: (programme: Programme) => string): string {
  return [...programmes.values()].map(words).join(' or ');
}

/** The names of the programmes in which a setting means something, or of the others. */
export function namesWhere(setting: string, { isUsed }: { readonly isUsed: boolean }): string {
  return [...programmes.values()]
    .filter((one) => unusedIn(one).includes(setting) !== isUsed)
    .map(({ name }) => name)
    .join(' and ');
}
