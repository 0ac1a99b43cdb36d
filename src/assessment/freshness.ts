import type { Programme } from '../requirements/programme.ts';
import type { ClockSettings } from '../settings/settings.ts';
import { formatDuration, formatMoment, formatUtc } from '../time/format.ts';
import { dayLength, type Instant } from '../time/instant.ts';

/**
 * The first instant at which evidence of that time is stale: exactly `maxAgeDays` × 24 h later.
 * Source: PAGE, 'less than 14 days old'.
 */
export function expiryOf(testedAt: Instant, clock: ClockSettings): Instant {
  return testedAt + clock.maxAgeDays * dayLength;
}

/** Whether evidence that lasts until then expires within the days of which the user wants to be warned, or has expired. */
export function expiresSoon(expiresAt: Instant, evaluatedAt: Instant, { warnDays }: ClockSettings): boolean {
  return expiresAt - evaluatedAt <= warnDays * dayLength;
}

/** Why evidence of that time doesn't count at the reference instant; empty when it is fresh. */
export function staleReasons(
  testedAt: Instant,
  evaluatedAt: Instant,
  clock: ClockSettings,
  { name, phases }: Pick<Programme, 'name' | 'phases'>,
): readonly string[] {
  const reasons: string[] = [];
  const expiresAt = expiryOf(testedAt, clock);
  if (evaluatedAt >= expiresAt) {
    const age = formatDuration(evaluatedAt - testedAt);
    reasons.push(
      `it was tested on ${formatMoment(testedAt, clock.timeZone)}, ${age} ago, and evidence must be less than ${clock.maxAgeDays} days old`,
    );
  }
  if (clock.notBefore !== undefined && testedAt < clock.notBefore) {
    reasons.push(
      `it was tested on ${formatUtc(testedAt)}, before ${formatUtc(clock.notBefore)}, from when on evidence counts (not-before)`,
    );
  }
  if (phases.length === 0) return reasons;
  const window = phases.find(({ no }) => no === clock.phase);
  // Settings refuse it; a programming error here must not make a time count.
  if (window === undefined) return [...reasons, `${name} has no phase ${clock.phase}, so no time counts for it`];
  if (testedAt < window.from || (window.to !== undefined && testedAt >= window.to)) {
    const until = window.to === undefined ? '' : ` to ${formatUtc(window.to)}`;
    reasons.push(
      `it was tested on ${formatUtc(testedAt)}, outside of phase ${clock.phase} (${formatUtc(window.from)}${until})`,
    );
  }
  return reasons;
}
