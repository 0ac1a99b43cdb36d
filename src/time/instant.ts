/** A moment: milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` counts them. Always UTC, never local. */
export type Instant = number;

/** Of 24 hours, in milliseconds. */
export const dayLength = 86_400_000;

/** Whole days of 24 hours, rounded down. */
export function wholeDays(from: Instant, to: Instant): number {
  return Math.floor((to - from) / dayLength);
}
