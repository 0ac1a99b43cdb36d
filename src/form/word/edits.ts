import type { Control, Paragraph, Property } from './model.ts';
import { escapeXml, FormRefused } from './xml.ts';

/** Puts a text in the place of a stretch of the source; of nothing, when start and end are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of a paragraph's text. */
export interface Range {
  readonly paragraph: Paragraph;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/**
 * The source with all edits made. The same edit twice counts once.
 *
 * @throws FormRefused when two fields claim the same text.
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let offset = 0;
  let before: Edit | undefined;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start === before?.start && edit.end === before.end && edit.text === before.text) {
      continue;
    }
    if (edit.start < offset) {
      throw new FormRefused('Two fields of the template share one place.', 'Fill it in by hand.');
    }
    result += source.slice(offset, edit.start) + edit.text;
    offset = edit.end;
    before = edit;
  }
  return result + source.slice(offset);
}

/** A run with that text, in lines. */
export function runXml(prefix: string, properties: readonly Property[], text: string): string {
  const w = prefix;
  const format = properties.map(({ source }) => source).join('');
  const lines = text
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line) => `<${w}t xml:space="preserve">${escapeXml(line)}</${w}t>`);
  return `<${w}r>${format === '' ? '' : `<${w}rPr>${format}</${w}rPr>`}${lines.join(`<${w}br/>`)}</${w}r>`;
}

/** Takes text out of a paragraph: whole runs where nothing else is in them, so that no empty ones pile up. */
export function removeText({ paragraph, from, to }: Range): Edit[] {
  const touched = paragraph.pieces.filter((piece) => piece.to > from && piece.from < to);
  const runs = new Set(touched.map(({ run }) => run));
  const emptied = new Set(
    [...runs].filter((run) => !run.hasOther && run.pieces.every((piece) => piece.from >= from && piece.to <= to)),
  );
  const rests = touched
    .filter(({ run }) => !emptied.has(run))
    .map((piece) => {
      if (piece.content === undefined) {
        return { ...span(piece.element), text: '' };
      }
      const text = paragraph.text.slice(piece.from, piece.to);
      const rest = text.slice(0, Math.max(0, from - piece.from)) + text.slice(Math.max(0, to - piece.from));
      return { ...span(piece.content), text: escapeXml(rest) };
    });
  const controls = new Set([...runs].flatMap(({ control }) => chain(control)));
  return [
    ...[...emptied].map((run) => ({ ...span(run), text: '' })),
    ...rests,
    ...[...controls].flatMap((control) => freeControl(control)),
  ];
}

function chain(control: Control | undefined): Control[] {
  return control === undefined ? [] : [control, ...chain(control.outer)];
}

/** A control that holds a value no longer shows a prompt, nor what a part of data says in its place. */
function freeControl({ prompt, binding }: Control): Edit[] {
  return [prompt, binding].flatMap((element) => (element === undefined ? [] : [{ ...span(element), text: '' }]));
}

function span({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}
