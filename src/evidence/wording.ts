import type { Candidate } from './candidates.ts';

/** Where a finding points to. */
export interface Whereabouts {
  readonly file: string;
  readonly line: number;
}

export function where({ file, line }: Whereabouts): Whereabouts {
  return { file, line };
}

/** A value out of a report as part of a sentence: on one line, not endless. Renderers escape it. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '\ufffd').trim();
  return `'${line.length > 60 ? `${line.slice(0, 57)}…` : line}'`;
}

/** `IE015, IE928 and IE028` */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Contradictory values, each with its place: `'A' (results/a.xml:12), 'B' (results/b.xml:3)`; beyond five only how many. */
export function withPlaces<T>(candidates: readonly Candidate<T>[], show: (value: T) => string): string {
  const shown = candidates.slice(0, 5).map(({ value, file, line }) => `${show(value)} (${file}:${line})`);
  const more = candidates.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}
