import * as z from 'zod/mini';

/* What the schemas of settings are made with. */

/** What takes down the mistakes in a value. */
export type Context = Pick<Parameters<Parameters<typeof z.transform>[0]>[1], 'issues'>;

/** Says what is wrong with a value, and what to do; the others are looked at all the same. */
export function refuse(
  context: Context,
  input: unknown,
  message: string,
  { next, path = [] }: { readonly next?: string | undefined; readonly path?: readonly PropertyKey[] } = {},
): void {
  context.issues.push({ code: 'custom', input, message, params: { next }, path: [...path], continue: true });
}

/**
 * A schema with a check of its own, which runs whatever the schema finds: a value of the wrong type hides no mistake beside
 * it. The check has nothing to say of what has the wrong type.
 */
export function alsoChecked<Value>(
  schema: z.ZodMiniType<Value>,
  check: (given: unknown, context: Context) => void,
): z.ZodMiniType<Value> {
  return schema.check(z.check((context) => check(context.value, context), { when: () => true }));
}

/** A schema with what it is for, as editors show it. */
export function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  // Metadata is read beside what the schema itself registered, hence merged.
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), description });
  return schema;
}

/** Takes whatever stands there for nothing: what means something in another programme only, so that a file can be carried over. */
export function ignored(programme: string): z.ZodMiniType<undefined> {
  const nothing = z.pipe(
    z.unknown(),
    z.transform(() => undefined),
  );
  return described(nothing, `Changes nothing in ${programme}.`);
}

/** A word as editors offer it, and in the other spellings that are read. */
export function spelled(spellings: readonly string[], offered: readonly string[] = spellings): z.ZodMiniString<string> {
  return z.string(`one of ${offered.join(', ')}`).register(z.globalRegistry, {
    anyOf: [{ enum: [...offered] }, { pattern: `^\\s*(?:${patternOf(spellings)})\\s*$` }],
  });
}

/** Such words with commas or new lines between them. */
export function spelledList(spellings: readonly string[], offered: readonly string[]): z.ZodMiniString<string> {
  const one = `(?:${patternOf(spellings)})`;
  const pattern = `^[\\s,]*${one}(?:\\s*[,\\n]\\s*${one})*[\\s,]*$`;
  return z.string().register(z.globalRegistry, { anyOf: [{ enum: [...offered] }, { pattern }] });
}

function patternOf(spellings: readonly string[]): string {
  return spellings.map((word) => word.split('').map(patternOfChar).join('')).join('|');
}

function patternOfChar(char: string): string {
  if (char === '-') {
    return '[-_\\s]+';
  }
  return /[a-z]/i.test(char) ? `[${char.toLowerCase()}${char.toUpperCase()}]` : char;
}
