import * as z from 'zod/mini';
import type { Claim } from '../../requirements/requirement.ts';
import { type Kind, kindOf, list, text } from '../kinds.ts';
import { globFault } from '../paths.ts';
import { type Context, described as withWords, refuse } from '../schema.ts';
import type { Configuration } from './configuration.ts';

/* What an application of the file's list says of its own results: whose a result is, where there are several. */

const kinds = { results: globs(), artifacts: list(), property: property(), suite: pattern() };

/** The keys of an application that are about its results. */
export function ownResultsShape() {
  return {
    results: described(
      kinds.results,
      'Globs of reports of this application alone. Without any of results, results-artifact, property and suite it goes by what no other application claims; where several are given, all have to hold.',
    ),
    'results-artifact': described(
      kinds.artifacts,
      'Names or patterns (with *) of artifacts of earlier workflow runs with reports of this application alone.',
    ),
    property: described(
      kinds.property,
      "Property of a test or of a suite around it that identifies this application's results: name=value, or a map of name and value; * in the value stands for any text.",
    ),
    suite: described(kinds.suite, "Name or pattern (with *) of a suite around this application's tests."),
  };
}

function described<Value>({ schema }: Kind<Value>, description: string) {
  return withWords(z.optional(schema), description);
}

/** Globs as the configuration file names them. */
export function globs(): Kind<readonly string[]> {
  return list((glob, context) => {
    const fault = globFault(glob, { isInFile: true });
    if (fault !== undefined) refuse(context, glob, fault.message, { next: fault.next });
  });
}

/** A pattern that fits every result would tell nothing apart. */
function refuseAll(value: string, context: Context): void {
  if (/^[*\s]*$/.test(value)) {
    refuse(context, value, `'${value}' fits everything.`, {
      next: 'Write what tells this application from the others.',
    });
  }
}

function pattern(): Kind<string> {
  return kindOf({ is: 'text' }, () =>
    z.pipe(
      text().schema,
      z.transform((value: string, context) => {
        refuseAll(value, context);
        return value;
      }),
    ),
  );
}

function property(): Kind<{ readonly name: string; readonly value: string }> {
  return kindOf({ is: 'text' }, propertySchema);
}

function propertySchema(): z.ZodMiniType<{ readonly name: string; readonly value: string }> {
  const what = 'name=value, or a map of name and value';
  const map = z.strictObject({ name: z.string('a text'), value: z.string('a text') }, what);
  return z.pipe(
    z.union([z.string(), map], what),
    z.transform((given: string | { name: string; value: string }, context) => {
      const at = typeof given === 'string' ? given.indexOf('=') : -1;
      const read =
        typeof given === 'string' ? { name: given.slice(0, Math.max(at, 0)), value: given.slice(at + 1) } : given;
      const [name, value] = [read.name.trim(), read.value.trim()];
      if (name === '') {
        const message = typeof given === 'string' ? `must be ${what}, not '${given}'.` : 'has no name.';
        refuse(context, given, message);
      } else {
        refuseAll(value, context);
      }
      return { name, value };
    }),
  );
}

/** What each application of the file's list claims, in its order; undefined for one that claims nothing. */
export function claimsIn(configuration: Configuration): readonly (Claim | undefined)[] {
  const listed = configuration.value(['applications']);
  return Array.isArray(listed) ? listed.map((_, index) => claimAt(configuration, index)) : [];
}

/** What is wrong with it has been told before. */
function claimAt(configuration: Configuration, index: number): Claim | undefined {
  const at = (key: string) => configuration.value(['applications', index, key]);
  const claim: Claim = {
    results: filled(kinds.results.schema.safeParse(at('results')).data),
    artifacts: filled(kinds.artifacts.schema.safeParse(at('results-artifact')).data),
    property: kinds.property.schema.safeParse(at('property')).data,
    suite: kinds.suite.schema.safeParse(at('suite')).data,
  };
  return Object.values(claim).every((one) => one === undefined) ? undefined : claim;
}

/** What the applications that are checked claim: all of them, or the one of that name. */
export function checkedClaims(
  configuration: Configuration | undefined,
  selected: string | undefined,
): readonly Claim[] {
  if (configuration === undefined) return [];
  return claimsIn(configuration).filter((claim, index): claim is Claim => {
    const name = configuration.value(['applications', index, 'name']);
    return claim !== undefined && (selected === undefined || (typeof name === 'string' && name.trim() === selected));
  });
}

function filled(items: readonly string[] | undefined): readonly string[] | undefined {
  return items === undefined || items.length === 0 ? undefined : items;
}
