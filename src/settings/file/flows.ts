import * as z from 'zod/mini';
import type { Flow, Procedure } from '../../requirements/scenario.ts';
import { words } from '../kinds.ts';
import { isMap } from '../mistakes.ts';
import { clip, suggestion } from '../nearest.ts';
import { alsoChecked, refuse, spelled } from '../schema.ts';
import { flowNames, flowWords, procedureWords, wordsOf } from '../vocabularies.ts';

/* What the configuration file says by flow: the procedures of each, and why one is not applicable. */

/** Flows, and the procedures of those that have some of their own. */
export type GivenFlows = ReadonlyMap<Flow, readonly Procedure[] | undefined>;

export function flowsSchema(): z.ZodMiniType<GivenFlows> {
  const listed = z.pipe(
    words(flowWords).schema,
    z.transform((flows: readonly Flow[]): GivenFlows => new Map(flows.map((flow) => [flow, undefined]))),
  );
  const procedures = words(procedureWords).schema;
  const what = 'a list of flows, or a map from each flow to its procedures';
  return z.union([listed, byFlow(z.nullable(procedures), (given) => given ?? undefined, what)], what);
}

export function reasonsSchema(): z.ZodMiniType<ReadonlyMap<Flow, string>> {
  const given = byFlow(z.nullable(z.string('a text')), (text) => (text ?? '').trim(), 'a map from flow to text');
  return z.pipe(
    given,
    z.transform((reasons: ReadonlyMap<Flow, string>) => new Map([...reasons].filter(([, text]) => text !== ''))),
  );
}

/** A map from flows, in any of their spellings, each once. */
function byFlow<Given, Value>(
  value: z.ZodMiniType<Given>,
  read: (given: Given) => Value,
  what: string,
): z.ZodMiniType<ReadonlyMap<Flow, Value>> {
  const checked = alsoChecked(z.record(flowKey(), value, what), (given, context) => {
    if (!isMap(given)) return;
    const found = new Set<Flow>();
    for (const key of Object.keys(given)) {
      for (const flow of flowsOf(key)) {
        if (found.has(flow)) refuse(context, given, `is ${flow}, which is given twice.`, { path: [key] });
        found.add(flow);
      }
    }
    if (Object.keys(given).length === 0 && context.issues.length === 0) refuse(context, given, 'names no flow.');
  });
  return z.pipe(
    checked,
    z.transform(
      (given: Record<string, Given>) =>
        new Map(Object.entries(given).flatMap(([key, one]) => flowsOf(key).map((flow) => [flow, read(one)] as const))),
    ),
  );
}

function flowsOf(key: string): readonly Flow[] {
  return wordsOf(key, flowWords) ?? [];
}

/** The name of a flow as a key. */
function flowKey(): z.ZodMiniType<string, string> {
  return spelled([...flowNames, ...Object.keys(flowWords.aliases ?? {})], flowNames).check((context) => {
    if (flowsOf(context.value).length === 0) {
      const message = `'${clip(context.value)}' is not known.`;
      const params = { next: suggestion(context.value, flowNames) };
      context.issues.push({ code: 'custom', input: context.value, message, params });
    }
  });
}
