import { folded } from './labels.ts';
import type { Edit } from '../word/edits.ts';
import type { Control, Paragraph, Piece } from '../word/model.ts';
import { escapeXml } from '../word/xml.ts';

export type Choice = 'yes' | 'no' | 'unknown';

/** A box to tick and the answer that it stands for. */
export interface Box {
  readonly choice: Choice;
  readonly ticked: boolean;
  readonly paragraph: Paragraph;
  readonly piece: Piece;
  /** Of the box's character in the paragraph's text. */
  readonly index: number;
}

const anyBox = /[☐☑☒]/gu;
const tickedBox = /[☑☒]/u;

const choices: ReadonlyMap<string, Choice> = new Map([
  ['yes', 'yes'],
  ['no', 'no'],
  ['dontknow', 'unknown'],
  ['donotknow', 'unknown'],
  ['unknown', 'unknown'],
  ['unsure', 'unknown'],
  ['notsure', 'unknown'],
]);

export function hasBoxes({ text }: Paragraph): boolean {
  return text.search(anyBox) >= 0;
}

/** Whether there is nothing but boxes and their answers in it. */
export function isOnlyBoxes({ text }: Paragraph): boolean {
  return text.split(anyBox).every((words) => folded(words) === '' || choices.has(folded(words)));
}

/** Whether a statement's box is ticked: by the state of Word's own check box, else by the character. */
export function isTicked({ text, pieces }: Paragraph): boolean {
  const states = pieces.map(({ run }) => checkboxOf(run.control)?.checkbox?.isTicked);
  return states.find((state) => state !== undefined) ?? tickedBox.test(text);
}

/** No question of a form has more; a paragraph that has is not searched. */
const maxBoxes = 20;

/** The boxes of a question, from that offset in the first paragraph on. Boxes whose answer can't be told are left out. */
export function readBoxes(paragraphs: readonly Paragraph[], from: number): Box[] {
  return paragraphs.flatMap((paragraph, index) => boxesOf(paragraph, index === 0 ? from : 0));
}

/** The answer stands before each box ('Yes ☐'), or after each ('☐ Yes'). */
function boxesOf(paragraph: Paragraph, from: number): Box[] {
  const rest = paragraph.text.slice(from);
  const texts = rest.split(anyBox);
  if (texts.length > maxBoxes) {
    return [];
  }
  const words = texts.map((text) => choices.get(folded(text)));
  const shift = words[0] === undefined ? 1 : 0;
  return [...rest.matchAll(anyBox)].flatMap((match, number) => {
    const choice = words[number + shift];
    const index = from + match.index;
    const piece = paragraph.pieces.find((candidate) => candidate.from <= index && index < candidate.to);
    if (choice === undefined || piece === undefined) {
      return [];
    }
    return [{ choice, ticked: tickedBox.test(match[0]), paragraph, piece, index }];
  });
}

/** The edits after which just the box of that answer is ticked. */
export function tick(boxes: readonly Box[], choice: Choice): Edit[] {
  const changed = boxes.filter((box) => box.ticked !== (box.choice === choice));
  const pieces = new Set(changed.map(({ piece }) => piece));
  const glyphs = [...pieces].flatMap((piece) => {
    const inPiece = changed.filter((box) => box.piece === piece);
    const [first] = inPiece;
    if (first === undefined || piece.content === undefined) {
      return [];
    }
    const characters = first.paragraph.text.slice(piece.from, piece.to).split('');
    for (const box of inPiece) {
      characters[box.index - piece.from] = glyph(box, choice);
    }
    return [{ start: piece.content.start, end: piece.content.end, text: escapeXml(characters.join('')) }];
  });
  return [...glyphs, ...changed.flatMap((box) => setState(box, choice))];
}

function glyph({ piece, choice }: Box, chosen: Choice): string {
  const checkbox = checkboxOf(piece.run.control)?.checkbox;
  return choice === chosen ? (checkbox?.on ?? '☒') : (checkbox?.off ?? '☐');
}

/** Word's own check boxes keep their state beside the character that they show. */
function setState({ piece, choice }: Box, chosen: Choice): Edit[] {
  const checkbox = checkboxOf(piece.run.control)?.checkbox;
  if (checkbox === undefined) {
    return [];
  }
  const { element, prefix, state } = checkbox;
  const written = `<${prefix}checked ${prefix}val="${choice === chosen ? '1' : '0'}"/>`;
  if (state !== undefined) {
    return [{ start: state.start, end: state.end, text: written }];
  }
  return [{ start: element.end, end: element.end, text: written }];
}

function checkboxOf(control: Control | undefined): Control | undefined {
  return control === undefined || control.checkbox !== undefined ? control : checkboxOf(control.outer);
}
