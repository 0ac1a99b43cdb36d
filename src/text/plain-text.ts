/* Text for terminals and logs: colours, and lines that fit. */

export interface TerminalOptions {
  /** ANSI colours. */
  readonly colour: boolean;
  /** Columns to wrap at; at least 40 are used. */
  readonly width: number;
}

const colours = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

/** Puts a text into a colour, or leaves it alone where there are none. */
export type Paint = (colour: keyof typeof colours, text: string) => string;

export function painter(colour: boolean): Paint {
  return (name, text) => (colour ? `\u001B[${colours[name]}m${text}\u001B[0m` : text);
}

/** Lines of at most that many UTF-16 units, broken at spaces, or inside a word that is too long for a line. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, columns))) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** The text after a label of that many columns, further lines of it under its first one. */
export function hanging(label: string, text: string, indent: number, columns: number): readonly string[] {
  const [first = '', ...others] = wrap(text, columns - indent);
  return [`${label.padEnd(indent)}${first}`.trimEnd(), ...others.map((line) => ' '.repeat(indent) + line)];
}

/** Something to do, and the call of the program that does it. */
export interface Step {
  readonly why: string;
  /** What follows the program's name. */
  readonly args?: string;
}

/** Steps with their numbers, calls on lines of their own. */
export function numbered(steps: readonly Step[], program: string, columns: number, paint: Paint): readonly string[] {
  return steps.flatMap(({ why, args }, index) => [
    ...hanging(`  ${index + 1}.`, why, 5, columns),
    ...(args === undefined ? [] : [`     ${paint('cyan', `${program} ${args}`)}`]),
  ]);
}

function pieces(word: string, columns: number): readonly string[] {
  if (word.length <= columns) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece.length + character.length > columns) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
