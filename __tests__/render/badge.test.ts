import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { renderBadgeJson, renderBadgeSvg } from '../../src/render/badge.ts';
import { buildAssessment, buildReason, DAY, NOW } from '../builders.ts';
import { readElements } from '../harness/elements.ts';
import { isSubmittable } from '../../src/assessment/assessment.ts';
import { cases, expiringSoon, notReady, ready, testsProven } from './cases.ts';

/** As https://shields.io/badges/endpoint-badge has it. */
const endpoint = z.strictObject({
  schemaVersion: z.literal(1),
  label: z.string().min(1),
  message: z.string().min(1),
  color: z.enum(['green', 'yellow', 'red']),
});

describe.each(Object.entries(cases))('the badge: %s', (name, assessment) => {
  it('is as reviewed', async () => {
    await expect(renderBadgeSvg(assessment)).toMatchFileSnapshot(`../golden/render/badge/${name}.svg`);
    await expect(renderBadgeJson(assessment)).toMatchFileSnapshot(`../golden/render/badge/${name}.json`);
  });

  it('is what shields.io takes', () => {
    expect(() => endpoint.parse(JSON.parse(renderBadgeJson(assessment)))).not.toThrow();
  });

  it('is well-formed, has a name for those who hear it, and reaches nowhere', () => {
    const elements = readElements(renderBadgeSvg(assessment));
    const title = elements.find((element) => element.name === 'title')?.text;
    expect(title).toMatch(/^NCTS5 evidence: (?:ready|tests proven|not ready)/);
    expect(elements[0]).toMatchObject({ name: 'svg', attributes: { role: 'img', 'aria-label': title } });
    expect(new Set(elements.map((element) => element.name))).toEqual(
      new Set(['svg', 'title', 'clipPath', 'rect', 'g', 'text']),
    );
    expect(renderBadgeSvg(assessment)).not.toMatch(/href|style|on\w+=|<!/);
  });

  it('says the same in the picture and to shields.io', () => {
    const { label, message } = endpoint.parse(JSON.parse(renderBadgeJson(assessment)));
    const texts = readElements(renderBadgeSvg(assessment)).filter((element) => element.name === 'text');
    expect(texts.map(({ text }) => text)).toEqual([label, message]);
  });
});

function messageOf(assessment: Assessment): readonly string[] {
  const { message, color } = endpoint.parse(JSON.parse(renderBadgeJson(assessment)));
  return [color, message];
}

describe('the badge', () => {
  it('is green only when ready, and names the minute until which, never days that pass', () => {
    expect(messageOf(ready)).toEqual(['green', 'ready until 12 Dec 2026, 09:00 UTC']);
    expect(messageOf(expiringSoon)[0]).toBe('yellow');
    expect(messageOf(notReady)).toEqual(['red', 'not ready, 0 of 3 proven']);
  });

  it("is yellow and speaks of the tests where they are proven and the form can't be sent", () => {
    expect(messageOf(testsProven)).toEqual(['yellow', 'tests proven until 12 Dec 2026, 09:00 UTC']);
  });

  it.each(Object.entries(cases))('says ready only of what can be submitted: %s', (_, assessment) => {
    expect(messageOf(assessment)[1]?.startsWith('ready')).toBe(isSubmittable(assessment));
  });

  it('does not call a number of tests what keeps it from being ready when something else does', () => {
    const assessment = buildAssessment({ findings: [buildReason({ kind: 'unreadable' })] });
    expect(messageOf(assessment)).toEqual(['red', 'not ready']);
  });

  it('has room for its text: no character without a width, none outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: NOW - 1000 * DAY, max: NOW + 5000 * DAY }), (expiresAt) => {
        const svg = renderBadgeSvg({ ...ready, expiresAt });
        const [root, ...elements] = readElements(svg);
        const width = Number(root?.attributes['width']);
        const texts = elements.filter((element) => element.name === 'text');
        expect(texts).toHaveLength(2);
        for (const { attributes, text } of texts) {
          const length = Number(attributes['textLength']);
          expect(Number(attributes['x']) + length).toBeLessThan(width);
          // A character without a width in the table counts 11 pixels, which no text of ours is on average.
          expect(length / text.length).toBeLessThan(8);
        }
      }),
      { numRuns: 200 },
    );
  });
});
