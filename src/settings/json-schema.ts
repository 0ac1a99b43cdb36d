import * as z from 'zod/mini';
import type { Programme } from '../requirements/programme.ts';
import { configurationShapes } from './configuration-schema.ts';

/**
 * JSON Schema (draft 7, which editors' YAML plug-ins know best) of the configuration file, made from the shape that the
 * program itself checks. It lists known words that the program also takes in other spellings.
 */
export function configurationSchema(programme: Programme): object {
  const { names } = programme;
  return {
    title: `Configuration of the ${names.check} (${names.configuration})`,
    ...z.toJSONSchema(configurationShapes(programme).file, { target: 'draft-7', io: 'input' }),
  };
}
