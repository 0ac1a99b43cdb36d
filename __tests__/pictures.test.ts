import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fingerprintFile, fingerprints, images, shown } from '../.github/build/pictures/sources.ts';

describe("README's pictures", () => {
  const drawn = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(fingerprintFile, 'utf8')));

  it('are all made by the script', () => {
    expect(
      readdirSync(images)
        .filter((name) => name.endsWith('.png'))
        .toSorted(),
    ).toEqual(Object.keys(drawn).toSorted());
  });

  it('show what the program makes of the demonstration today', async () => {
    expect(fingerprints(await shown()), 'A picture is older than what it shows: `npm run pictures` draws them').toEqual(
      drawn,
    );
  });

  it('show the verdict, a filled-in form and times', async () => {
    const { summary, form } = await shown();
    expect(summary).toContain('Ready to submit');
    expect(summary).toContain('```mermaid');
    expect(form.filled).not.toEqual(form.empty);
  });
});
