/** A moment: milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` counts them. Always UTC, never local. */
export type Instant = number;
