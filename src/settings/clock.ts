import { phaseRange, type Programme } from '../requirements/programme.ts';
import { formatMoment } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { type GivenDate, instantOf } from './kinds.ts';
import type { Given, Reading } from './reading.ts';
import type { ClockSettings } from './settings.ts';
import type { Rows } from './table.ts';

/* The clock: what age is counted to, and from when on evidence is stale. */

export function readClock(reading: Reading, rows: Rows, programme: Programme, now: Instant): ClockSettings {
  const timeZone = reading.value(rows.timeZone) ?? 'UTC';
  const maxAgeDays = reading.value(rows.maxAgeDays) ?? programme.maxAgeDays;
  const warnDays = reading.value(rows.warnDays) ?? 3;
  if (warnDays >= maxAgeDays) {
    reading.remark(
      `warn-days ${warnDays} is not less than max-age-days ${maxAgeDays}: it warns from the first day on.`,
    );
  }
  const reference = readReference(reading, reading.given(rows.asOf), timeZone, now);
  const notBefore = reading.value(rows.notBefore);
  const clock = {
    ...reference,
    maxAgeDays,
    warnDays,
    notBefore: notBefore === undefined ? undefined : instantOf(notBefore, 'start', timeZone),
    timeZone,
  };
  return { ...clock, phase: readPhase(reading, rows, programme, clock) };
}

/** A file or an input plans ahead: forgotten, it would call old evidence fresh for ever. Only the flag looks back. */
function readReference(
  reading: Reading,
  given: Given<GivenDate> | undefined,
  timeZone: string,
  now: Instant,
): Pick<ClockSettings, 'evaluatedAt' | 'reference'> {
  const asOf = given === undefined ? undefined : instantOf(given.value, 'end', timeZone);
  if (given === undefined || asOf === undefined) {
    return { evaluatedAt: now, reference: 'now' };
  }
  if (asOf >= now) {
    return { evaluatedAt: asOf, reference: 'ahead' };
  }
  const when = formatMoment(asOf, timeZone);
  if (given.by === 'flag') {
    reading.remark(`as-of is in the past (${when}): evidence that has expired since then still counts as fresh.`);
    return { evaluatedAt: asOf, reference: 'back' };
  }
  reading.remarks.push({
    kind: 'stale',
    severity: 'error',
    message: `The planned day of submission is over: as-of is ${when}.`,
    next: 'Set as-of to the new day of submission, or leave it out.',
    place: given.place,
  });
  return { evaluatedAt: asOf, reference: 'over' };
}

function readPhase(
  reading: Reading,
  rows: Rows,
  { phases }: Programme,
  { evaluatedAt, reference }: Pick<ClockSettings, 'evaluatedAt' | 'reference'>,
): number | undefined {
  const latest = phaseRange(phases)?.max;
  if (latest === undefined) {
    return undefined;
  }
  const given = reading.given(rows.phase);
  const chosen = phases.find(({ no }) => no === (given?.value ?? latest));
  const isOver = chosen?.to !== undefined && chosen.to <= evaluatedAt && reference !== 'back';
  if (given !== undefined && given.by !== 'flag' && isOver) {
    reading.remarks.push({
      kind: 'stale',
      severity: 'error',
      message: chosen.remark ?? `Phase ${chosen.no} is over.`,
      next: `Leave phase out: nothing can be ready for a phase that is closed.`,
      place: given.place,
    });
  } else if (chosen?.remark !== undefined) {
    reading.remark(chosen.remark);
  }
  return given?.value ?? latest;
}
