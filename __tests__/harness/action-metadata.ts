import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const metadata = z.looseObject({
  inputs: z.record(
    z.string(),
    z.strictObject({
      description: z.string(),
      required: z.boolean().optional(),
      default: z.string().optional(),
      deprecationMessage: z.string().optional(),
    }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
  runs: z.strictObject({ using: z.string(), main: z.string() }),
});
export type ActionMetadata = z.infer<typeof metadata>;

export const repository = new URL('../../', import.meta.url);

/** The repository's own action.yml. */
export function readActionMetadata(file: URL = new URL('action.yml', repository)): ActionMetadata {
  return metadata.parse(parse(readFileSync(file, 'utf8')));
}

/**
 * The environment variables that the runner makes of a step's `with:`. An explicit '' beats a default, `required` is
 * not enforced, inputs that action.yml doesn't declare are handed over all the same.
 */
export function inputVariables(
  declared: ActionMetadata['inputs'],
  given: Readonly<Record<string, string>>,
  github: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = new Set([...Object.keys(declared), ...Object.keys(given)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const value = given[name] ?? evaluate(declared[name]?.default ?? '', github);
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value];
    }),
  );
}

/** `${{ github.<name> }}` in defaults; anything else is more than our action.yml should need. */
function evaluate(text: string, github: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const name = /^github\.([a-z_]+)$/.exec(expression)?.[1];
    if (name === undefined) throw new Error(`the harness can't evaluate the default ${text}`);
    return github[name] ?? '';
  });
}
