import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../src/text/escape.ts';
import { type Deadline, renderCalendar } from '../../src/form/calendar.ts';

const deadline: Deadline = {
  id: 'ncts5-default',
  at: Date.parse('2026-12-04T09:00:00Z'),
  madeAt: Date.parse('2026-11-26T12:00:00Z'),
  title: 'NCTS5: the evidence expires',
  text: 'Send the form before.\nTo: SDSTeam@hmrc.gov.uk',
  url: undefined,
};

/** Properties of the event, by the rules of RFC 5545: unfolded, unescaped. */
function properties(calendar: string): Map<string, string> {
  const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('BEGIN:VALARM'));
  return new Map(
    event.map((line) => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).replaceAll(/\\([\\;,n])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
    ]),
  );
}

describe('the deadline for a calendar', () => {
  it('is an event at that instant, with reminders', async () => {
    await expect(renderCalendar(deadline).replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      '../golden/form/submission/deadline.ics',
    );
  });

  it('is updated by a later one of the same name', () => {
    const [first, second] = [deadline, { ...deadline, madeAt: deadline.madeAt + 86_400_000 }].map((one) =>
      properties(renderCalendar(one)),
    );
    expect(second?.get('UID')).toBe(first?.get('UID'));
    expect(Number(second?.get('SEQUENCE'))).toBeGreaterThan(Number(first?.get('SEQUENCE')));
  });

  it('reads back whatever stands in it, in short lines, and nothing becomes a property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const calendar = renderCalendar({ ...deadline, title: text, text });
        expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/u.test(line))).toBe(
          true,
        );
        expect([...properties(calendar).keys()]).toEqual([...properties(renderCalendar(deadline)).keys()]);
        expect(properties(calendar).get('DESCRIPTION')).toBe(visibleText(text));
      }),
      { numRuns: 200 },
    );
  });
});
