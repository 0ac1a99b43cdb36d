import type { Person } from './interview.ts';

/** Somebody at this terminal, until `close`; undefined where nobody could answer: questions would wait forever. */
export async function personHere(): Promise<(Person & { close(): void }) | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return undefined;
  const { createInterface } = await import('node:readline/promises');
  // Questions stand beside the result, which may be piped on.
  const lines = createInterface({ input: stdin, output: stderr });
  const closed = new Promise<undefined>((resolve) => {
    // Ctrl+C or Ctrl+D: the question that is open would never be answered.
    lines.once('close', () => resolve(undefined));
  });
  return {
    ask: async (question) => {
      const answer = await Promise.race([lines.question(question).catch(() => undefined), closed]);
      if (answer === undefined) stderr.write('\n');
      return answer;
    },
    tell: (text) => void stderr.write(`${text}\n`),
    close: () => lines.close(),
  };
}
