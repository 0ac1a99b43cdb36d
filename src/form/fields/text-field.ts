import { type LabelEnd, looksLikeTestLabel, plain } from './labels.ts';
import { type Edit, type Range, removeText, runXml } from '../word/edits.ts';
import type { Control, Paragraph, Piece, Property, Run } from '../word/model.ts';

/** A label of the form that was found, and how far it goes in its paragraph. */
export interface Label extends LabelEnd {
  readonly paragraph: Paragraph;
}

/** A field that takes text: where its value goes, and what stands there. */
export interface TextField {
  /** Line breaks as `\n`; '' when there is only a prompt, a dotted line or nothing. */
  readonly existing: string;
  /** The value as it can stand there: after a label on one line, since further lines would start at the margin. */
  fit(value: string): string;
  /** The edits that put a fitting value there instead of what there is. A value of '' only clears. */
  put(value: string): Edit[];
}

/** How labels are marked and values aren't. */
const ofLabelsOnly = new Set(
  ['b', 'bCs', 'i', 'iCs', 'u', 'strike', 'dstrike', 'caps', 'smallCaps', 'vanish', 'webHidden', 'highlight'].map(
    (name) => `w:${name}`,
  ),
);
/** Not allowed in a run, or the history of another one. */
const ofMarksOnly = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']);
const promptStyle = 'w:rStyle';

/** What Word shows in an empty control; other programs make plain text of it. */
const prompt = /^click (?:or tap )?(?:here )?to enter (?:text|a date)\.?$/iu;
/** Lines to write on: `______`, `.......`. */
const blank = /^[\s_.…·–—-]*$/u;
/** What is left of such a line before and after what a person wrote on it. */
const lineEnds = /^(?:_{2,}|\.{4,}|…{2,}|\s)+|(?:_{2,}|\.{4,}|…{2,}|\s)+$/gu;

/** After the label, in its paragraph. */
export function fieldAfter(label: Label): TextField {
  const range = restOf(label);
  return {
    existing: textOf([range]),
    fit: (value) => value.replace(/,?\s*\n\s*/gu, ', '),
    put: (value) => [...removeText(cut(label, range)), ...insertAfter(label, range, value)],
  };
}

/**
 * In the paragraphs below the label (or in the cell beside it), the first of which takes the value.
 * What stands after the label counts as part of an earlier value.
 */
export function fieldIn(paragraphs: readonly [Paragraph, ...Paragraph[]], label: Label): TextField {
  const after = restOf(label);
  const ranges = [after, ...paragraphs.map(whole)];
  const [first] = paragraphs;
  return {
    existing: textOf(ranges),
    fit: (value) => value,
    put: (value) => [
      ...removeText(cut(label, after)),
      ...paragraphs.flatMap((paragraph) => removeText(whole(paragraph))),
      // A paragraph that begins like a label would be taken for one when the form is filled in again.
      ...(looksLikeTestLabel(value) ? insertAfter(label, after, value) : insertInto(first, label, value)),
    ],
  };
}

/** What stands after a label in its paragraph. */
export function restOf({ paragraph, valueStart }: Label): Range {
  return { paragraph, from: valueStart, to: paragraph.text.length };
}

function whole(paragraph: Paragraph): Range {
  return { paragraph, from: 0, to: paragraph.text.length };
}

function textOf(ranges: readonly Range[]): string {
  const texts = ranges.map(({ paragraph, from, to }) => {
    const shown = paragraph.pieces.filter(({ run }) => !isPrompted(run.control));
    return shown
      .map((piece) => paragraph.text.slice(Math.max(piece.from, from), Math.max(from, Math.min(piece.to, to))))
      .join('');
  });
  return texts
    .map((text) => text.replace(lineEnds, '').trim())
    .filter((text) => !blank.test(text) && !prompt.test(text))
    .join('\n');
}

function isPrompted(control: Control | undefined): boolean {
  return control !== undefined && (control.prompt !== undefined || isPrompted(control.outer));
}

/** With the white space before it, where value and label share a piece of text, so that none is left at its end. */
function cut(label: Label, range: Range): Range {
  if (range.from >= range.to) {
    return range;
  }
  const shared = label.paragraph.pieces.find((piece) => piece.from < range.from && piece.to > range.from);
  return shared === undefined ? range : { ...range, from: Math.max(label.labelEnd, shared.from) };
}

function insertAfter(label: Label, range: Range, value: string): Edit[] {
  if (value === '') {
    return [];
  }
  const { paragraph, labelEnd } = label;
  const { text, pieces, prefix } = paragraph;
  const from = cut(label, range).from;
  const labelPiece = pieceAt(paragraph, labelEnd - 1);
  const before = pieceAt(paragraph, from - 1) ?? labelPiece;
  const first = pieces.find((piece) => piece.from >= from && piece.to > piece.from);
  const inControl = first !== undefined && first.run.control !== labelPiece?.run.control ? first : undefined;
  const lead = text.slice(0, from);
  // A label without any mark after it gets its colon, so that it is told from its value the next time.
  const colon = /[:?.!’'"”)\]]\s*$|\t\s*$/u.test(lead) ? '' : ':';
  const space = colon === '' && /\s$/u.test(lead) ? '' : ' ';
  if (inControl?.run.control !== undefined) {
    const run = runXml(prefix, styleOf(inControl.run), value);
    return [{ start: inControl.run.start, end: inControl.run.start, text: run }];
  }
  const style = first !== undefined && first.run !== labelPiece?.run ? styleOf(first.run) : labelStyle(labelPiece?.run);
  const at = before?.run.childEnd ?? paragraph.insertAt;
  return [{ start: at, end: at, text: runXml(prefix, style, `${colon}${space}${value}`) }];
}

function insertInto(paragraph: Paragraph, label: Label, value: string): Edit[] {
  if (value === '') {
    return [];
  }
  const { prefix, insertAt, isEmptyElement, pieces } = paragraph;
  const first = pieces.find((piece) => piece.to > piece.from)?.run;
  // Not as the empty paragraph's mark would have it: in HMRC's form those differ from answer to answer.
  const style = first === undefined ? labelStyle(labelRun(label)) : styleOf(first);
  const run = runXml(prefix, style, value);
  if (isEmptyElement) {
    return [{ start: insertAt, end: paragraph.end, text: `>${run}</${prefix}p>` }];
  }
  const at = first?.start ?? insertAt;
  return [{ start: at, end: at, text: run }];
}

function labelRun({ paragraph, labelEnd }: Label): Run | undefined {
  return pieceAt(paragraph, labelEnd - 1)?.run;
}

function pieceAt({ pieces }: Paragraph, index: number): Piece | undefined {
  return pieces.find((piece) => piece.from <= index && index < piece.to);
}

/** Of text that is being replaced: the same, but not the look of a prompt. */
function styleOf({ properties, control }: Run): readonly Property[] {
  return properties.filter(({ name }) => !ofMarksOnly.has(name) && !(name === promptStyle && isPrompted(control)));
}

function labelStyle(run: Run | undefined): readonly Property[] {
  return (run?.properties ?? []).filter(({ name }) => !ofMarksOnly.has(name) && !ofLabelsOnly.has(name));
}

/** Whether two values say the same, white space aside. */
export function sameValue(a: string, b: string): boolean {
  return plain(a.replace(lineEnds, '')) === plain(b.replace(lineEnds, ''));
}
