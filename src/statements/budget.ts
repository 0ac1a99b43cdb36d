import { droppedTogether, droppedWith } from './collector.ts';
import type { Dropped, Statements } from './statement.ts';

const limits = {
  /** Kept of all reports of a run together. Each takes some 250 bytes. */
  statements: 50_000,
  /** Of what is left, one test or suite may take a tenth: so the first ones leave something for all that follow. */
  share: 10,
  /** What names a scenario is kept beyond the limit, since it decides whom a failure counts against; but not without end. */
  names: 20_000,
};

/**
 * Bounds what is kept of the statements of a whole run, however many reports and tests there are. What doesn't fit is
 * counted as dropped, like what one test states beyond its own limit.
 */
export class StatementBudget {
  #left = limits.statements;

  /** What the reports do too much of, a clause, once not even what names a scenario can be kept any more. */
  get tooMuch(): string | undefined {
    const max = limits.statements + limits.names;
    return this.#left <= -limits.names ? `name scenarios and movements more than ${max} times` : undefined;
  }

  /** How many more there is room for; negative where names took more. */
  get left(): number {
    return this.#left;
  }

  /** Keeps what there is room for: the first messages, then the first of the rest, and all that name a scenario or test. */
  take(stated: Statements): Statements {
    const { statements } = stated;
    const room = Math.max(0, Math.ceil(this.#left / limits.share));
    const kept = statements.length <= room ? stated : firstOf(stated, room);
    this.#left -= kept.statements.length;
    return kept;
  }

  /** What was taken is not kept after all. */
  release(stated: Statements | undefined): void {
    this.#left += stated?.statements.length ?? 0;
  }

  /** Nothing of what was taken since so much was left is kept. */
  releaseAll(left: number): void {
    this.#left = left;
  }
}

/** Messages go before other statements: the age of a result counts from them. */
function firstOf(stated: Statements, room: number): Statements {
  const { statements } = stated;
  let dropped: Dropped | undefined;
  let messages = room;
  let others = Math.max(0, room - statements.filter(({ key }) => key === 'message').length);
  const kept = statements.filter((statement) => {
    const { key } = statement;
    if (key === 'scenario' || key === 'display-name') return true;
    if (key === 'message' ? messages-- > 0 : others-- > 0) return true;
    dropped = droppedWith(dropped, statement);
    return false;
  });
  return { ...stated, statements: kept, dropped: droppedTogether(dropped, stated.dropped) };
}
