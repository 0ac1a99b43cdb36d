/** The element whose text is being taken in. Markup inside of it is text as well: nothing in there is a result. */
export interface Intake {
  /** Elements open inside of it. */
  depth: number;
  /** Whether markup inside is shown as text too: system-out may carry unescaped XML. */
  readonly verbatim: boolean;
  /** What to make of an element that begins inside; nothing, where it is not there. */
  inner?(name: string): void;
  text(text: string, line: number): void;
  end(): void;
}

/** For an element whose text is not wanted: it is only waited for its end. */
export function nothing(): Intake {
  return { depth: 0, verbatim: false, text: () => undefined, end: () => undefined };
}

/** Takes in the text up to a limit and hands it over in the end. */
export function collect(limit: number, done: (text: string) => void): Intake {
  let collected = '';
  return {
    depth: 0,
    verbatim: false,
    text: (text) => {
      // Leading space doesn't count: the first line of a message may come after a screenful of it.
      const piece = collected === '' ? text.trimStart() : text;
      collected += piece.slice(0, limit - collected.length);
    },
    end: () => done(collected),
  };
}
