import type { Instant } from '../time/instant.ts';

/** A phase of a programme, and when tests of it count. Days begin at midnight UTC, as the clock of NCTS5 Trader Test has it. */
export interface Phase {
  readonly no: number;
  readonly from: Instant;
  /** The first instant after the phase; undefined while it has no end. */
  readonly to?: Instant;
  /** What somebody who chooses the phase should know, one sentence; undefined when there is nothing to say. */
  readonly remark?: string;
}

/** The lowest and the highest number of phases that can be chosen; the highest is the current one. */
export function phaseRange(offered: readonly Phase[]): { readonly min: number; readonly max: number } {
  const numbers = offered.map(({ no }) => no);
  return { min: Math.min(...numbers), max: Math.max(...numbers) };
}

/**
 * The phases of NCTS5 and the windows in which evidence for them must have been gained. Source: PAGE.
 *
 * Phase 1 (transition rules): 30 October 2023 to 3 June 2024, that day included.
 * Phase 2 (final rules): HMRC says only 'summer 2024', without an end; NCTS5 went live in the UK on 1 July 2024.
 */
export const phases: readonly Phase[] = [
  {
    no: 1,
    from: Date.UTC(2023, 9, 30),
    to: Date.UTC(2024, 5, 4),
    remark:
      'Phase 1 (transition rules) closed on 3 June 2024: only evidence from 30 October 2023 to that day counts for it, and HMRC takes no new applications under it; phase 2 is the current one.',
  },
  { no: 2, from: Date.UTC(2024, 6, 1) },
];
