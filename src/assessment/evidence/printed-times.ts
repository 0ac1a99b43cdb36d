import type { MessageType } from '../../requirements/messages.ts';
import type { MessageStatement, Statement } from '../../statements/statement.ts';

/** Of one message: by each LRN that it was printed under, the time. */
type ByLrn = Map<string, MessageStatement>;

/**
 * Times printed under the LRN of another movement, in an output that prints several: `LRN=A`, `IE015=…`, `LRN=B`,
 * `IE015=…`. Only where nothing speaks against that order: no time before the first LRN, each LRN whole, no message twice
 * under one, and the message under the chosen LRN as well.
 */
export function timesOfOthers(
  statements: readonly Statement[],
  isChosen: (lrn: string) => boolean,
): readonly MessageStatement[] {
  const printed = printedUnder(statements.filter(({ source }) => source === 'line'));
  return [...(printed?.values() ?? [])].flatMap((byLrn) => {
    const isOurs = [...byLrn.keys()].some(isChosen);
    return isOurs ? [...byLrn].flatMap(([lrn, time]) => (isChosen(lrn) ? [] : [time])) : [];
  });
}

/** Undefined where it can't be told which time is of which LRN; without the messages that are there twice. */
function printedUnder(lines: readonly Statement[]): ReadonlyMap<MessageType, ByLrn> | undefined {
  const printed = new Map<MessageType, ByLrn>();
  const twice = new Set<MessageType>();
  let lrn: string | undefined;
  for (const statement of lines) {
    if (statement.key === 'lrn') {
      if (statement.unclear === true) return undefined;
      lrn = statement.value;
    } else if (statement.key === 'message') {
      if (lrn === undefined) return undefined;
      const { message } = statement;
      const byLrn: ByLrn = printed.get(message) ?? new Map();
      if (byLrn.has(lrn)) twice.add(message);
      printed.set(message, byLrn.set(lrn, statement));
    }
  }
  for (const message of twice) printed.delete(message);
  return printed;
}
