import { phaseWindow } from '../requirements/phase.ts';
import type { ClockSettings } from '../settings/settings.ts';
import { formatDuration, formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';

export const day = 24 * 60 * 60 * 1000;

/**
 * The first instant at which evidence of that time is stale: exactly `maxAgeDays` × 24 h later.
 * Source: PAGE, 'less than 14 days old'.
 */
export function expiryOf(testedAt: Instant, clock: ClockSettings): Instant {
  return testedAt + clock.maxAgeDays * day;
}

/** Why evidence of that time doesn't count at the reference instant; empty when it is fresh. */
export function staleReasons(testedAt: Instant, evaluatedAt: Instant, clock: ClockSettings): readonly string[] {
  const reasons: string[] = [];
  const expiresAt = expiryOf(testedAt, clock);
  if (evaluatedAt >= expiresAt) {
    const age = formatDuration(evaluatedAt - testedAt);
    reasons.push(
      `it was tested on ${formatUtc(testedAt)}, ${age} before ${formatUtc(evaluatedAt)}: evidence must be less than ${clock.maxAgeDays} days old`,
    );
  }
  if (clock.notBefore !== undefined && testedAt < clock.notBefore) {
    reasons.push(
      `it was tested on ${formatUtc(testedAt)}, before ${formatUtc(clock.notBefore)}, from when on evidence counts (not-before)`,
    );
  }
  const window = phaseWindow(clock.phase);
  if (testedAt < window.from || (window.to !== undefined && testedAt >= window.to)) {
    const until = window.to === undefined ? '' : ` to ${formatUtc(window.to)}`;
    reasons.push(
      `it was tested on ${formatUtc(testedAt)}, outside of phase ${clock.phase} (${formatUtc(window.from)}${until})`,
    );
  }
  return reasons;
}
