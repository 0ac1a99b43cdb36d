import * as z from 'zod/mini';
import { ncts5 } from '../requirements/ncts5/ncts5.ts';
import { configurationShapes } from './configuration-schema.ts';

/**
 * JSON Schema (draft 7, which editors' YAML plug-ins know best) of the configuration file, made from the shape that the
 * program itself checks. It lists known words that the program also takes in other spellings.
 */
export function configurationSchema(): object {
  return {
    title: 'Configuration of the NCTS5 production checklist (.github/ncts5.yml)',
    ...z.toJSONSchema(configurationShapes(ncts5).file, { target: 'draft-7', io: 'input' }),
  };
}
