import { describe, expect, it } from 'vitest';
import { matchedNamed, type Named } from './named.ts';
import { matched } from './matched.ts';

describe('a test that names a scenario of another programme', () => {
  it.each<[string, Named]>([
    ['name', { name: 'P6-DSGB-01: x' }],
    ['display name', { display: 'P6-DSGB-01: x' }],
    ['property', { property: 'P6-DSGB-01' }],
    ['class', { className: 'P6-DSGB-01' }],
    ['suite', { suite: 'P6-DSGB-01: x' }],
    ['file name', { file: 'P6-DSGB-01.xml' }],
  ])('in its %s is told, with the setting that has it checked', async (_, named) => {
    const { attempts, findings } = await matchedNamed(named);
    expect(attempts).toEqual([]);
    expect(findings).toEqual([
      {
        kind: 'elsewhere',
        code: 'other-programme',
        severity: 'notice',
        message: '1 result names NCTS6 scenarios (P6-DSGB-01): it counts for NCTS6 only.',
        next: 'To check them, set programme: ncts6.',
        place: { file: named.file ?? 'r.xml', line: 1 },
      },
    ]);
  });

  it.each([
    [2, 'P6-DSGB-01, P6-DSGB-02'],
    [3, 'P6-DSGB-01, P6-DSGB-02, P6-DSGB-03'],
    [5, 'P6-DSGB-01, P6-DSGB-02, P6-DSGB-03, …'],
  ])('is told with %i others together', async (count, numbers) => {
    const tests = Array.from({ length: count }, (_, index) => `\n<testcase name="P6-DSGB-0${index + 1}: x"/>`).join('');
    const { findings } = await matched(`<testsuites><testsuite name="s">${tests}</testsuite></testsuites>`);
    expect(findings.map(({ message, place }) => [message, place?.line])).toEqual([
      [`${count} results name NCTS6 scenarios (${numbers}): they count for NCTS6 only.`, 2],
    ]);
  });

  it('is not told where it names none but in what else it states', async () => {
    expect((await matchedNamed({ printed: 'LRN=P6-DSGB-01' })).findings).toEqual([]);
  });
});
