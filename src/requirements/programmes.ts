import { ncts5 } from './ncts5/ncts5.ts';
import { ncts6 } from './ncts6/ncts6.ts';
import type { Programme } from './programme.ts';

/** Every programme, by its id; the first is taken where nothing tells which is meant. */
export const programmes: ReadonlyMap<string, Programme> = new Map([ncts5, ncts6].map((one) => [one.id, one]));

/** The one that is taken where nothing tells which is meant. */
export const defaultProgramme: Programme = ncts5;
