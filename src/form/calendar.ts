import type { Instant } from '../time/instant.ts';
import { oneLine, visibleText } from '../text/escape.ts';

/** Until when something has to be sent. */
export interface Deadline {
  /** Names the event: the same one updates it wherever it was imported. Letters, digits, hyphens. */
  readonly id: string;
  /** The first instant at which it is too late. */
  readonly at: Instant;
  /** When the deadline was worked out; a later one replaces an earlier one of the same name. */
  readonly madeAt: Instant;
  /** What the calendar shows, one line. */
  readonly title: string;
  /** What to do, lines ended by `\n`. */
  readonly text: string;
  /** Where it is done; undefined where there is no such address. */
  readonly url: string | undefined;
}

/** Days before it at which the calendar reminds of it. */
const reminders = [3, 1];

/**
 * A deadline as a file (.ics) that calendars import: an event without length at that instant, with reminders. The same
 * deadline always makes the same text. Source: RFC 5545.
 */
export function renderCalendar({ id, at, madeAt, title, text, url }: Deadline): string {
  const summary = escaped(oneLine(title, 200));
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//production-checklist//deadline//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@production-checklist`,
    `DTSTAMP:${stamp(madeAt)}`,
    `SEQUENCE:${Math.floor(madeAt / 1000)}`,
    `DTSTART:${stamp(at)}`,
    `DTEND:${stamp(at)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(visibleText(text))}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    'TRANSP:TRANSPARENT',
    ...reminders.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${summary}`,
      `TRIGGER:-P${days}D`,
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(foldLine)
    .join('\r\n');
}

/** `20261204T090000Z` */
function stamp(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/gu, '\\$&').replaceAll('\n', '\\n');
}

/** Lines of at most 75 bytes; what goes on begins with a space. No character is cut in two. */
function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > 75) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}
