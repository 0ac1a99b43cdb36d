import { withoutCredentials } from './credentials.ts';

/** A value out of a report as part of a sentence: on one line, not endless. Renderers escape it. */
export function quoted(text: string): string {
  const line = withoutCredentials(text).replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '\ufffd').trim();
  return `'${line.length > 60 ? `${line.slice(0, 57)}…` : line}'`;
}

/** `IE015, IE928 and IE028` */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 report`, `3 reports` */
export function plural(count: number, singular: string, several = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : several}`;
}
