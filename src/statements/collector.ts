import { detached } from './escapes.ts';
import type { Statement } from './statement.ts';

/** More distinct statements than any honest test makes; beyond it they are counted, not kept. */
const statementLimit = 10_000;

/** A statement as a reader finds it; long texts are cut, and nothing keeps the output alive that it was found in. */
export type Draft = Exclude<Statement, { readonly key: 'more' }>;

/**
 * Keeps statements in order, each once per section: polling tests print the same message again and again. A statement
 * `scenario` opens a section (the output of one suite may tell of several scenarios), so the same one counts anew there.
 */
export class StatementCollector {
  readonly #statements: Statement[] = [];
  #seen = new Set<string>();
  #scenario: string | undefined;
  #dropped = 0;
  #firstDropped: Draft | undefined;

  add(draft: Draft): void {
    if (draft.key === 'scenario' && draft.value !== this.#scenario) {
      this.#scenario = detached(draft.value);
      this.#seen.clear();
    }
    const same = identity(draft);
    if (this.#seen.has(same)) return;
    if (this.#statements.length >= statementLimit) {
      this.#firstDropped ??= trimmed(draft);
      this.#dropped++;
      return;
    }
    this.#seen.add(same);
    this.#statements.push(trimmed(draft));
  }

  finish(): readonly Statement[] {
    if (this.#firstDropped === undefined) return this.#statements;
    const { source, derived, line, text } = this.#firstDropped;
    return [...this.#statements, { key: 'more', dropped: this.#dropped, source, derived, line, text }];
  }
}

function identity(draft: Draft): string {
  return draft.key === 'message'
    ? JSON.stringify([draft.message, draft.source, draft.at ?? draft.text, draft.mrn, draft.lrn])
    : JSON.stringify([draft.key, draft.source, draft.value]);
}

const textLimit = 200;
/** Names of scenarios may be long; an MRN or LRN that is longer is wrong in any case. */
const valueLimit = 1000;

function trimmed(draft: Draft): Draft {
  const text = detached(draft.text.slice(0, textLimit));
  if (draft.key !== 'message') return { ...draft, text, value: detached(draft.value.slice(0, valueLimit)) };
  return {
    ...draft,
    text,
    ...(draft.mrn === undefined ? {} : { mrn: detached(draft.mrn) }),
    ...(draft.lrn === undefined ? {} : { lrn: detached(draft.lrn) }),
  };
}
