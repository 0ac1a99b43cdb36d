import { describe, expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { handInWords, phaseRange, sentWords, submitsWords, unusedIn } from '../../src/requirements/programme.ts';
import { defaultProgramme, eachOf, namesWhere } from '../../src/requirements/programmes.ts';

describe('the programmes', () => {
  it('are told as a choice, the one that is taken by default first', () => {
    expect(eachOf(({ names }) => names.configuration)).toBe('.github/ncts5.yml or .github/ncts6.yml');
    expect(defaultProgramme).toBe(ncts5);
  });

  it.each([
    ['flows', 'NCTS5', 'NCTS6'],
    ['phase', 'NCTS5', 'NCTS6'],
    ['max-age-days', 'NCTS5 and NCTS6', ''],
  ])('of which the setting %s means something are: %s; of the others: %s', (setting, used, unused) => {
    expect(namesWhere(setting, { isUsed: true })).toBe(used);
    expect(namesWhere(setting, { isUsed: false })).toBe(unused);
  });

  it('have phases to choose from, of which the highest is the current one, or none', () => {
    expect(phaseRange(ncts5.phases)).toEqual({ min: 1, max: 2 });
    expect(phaseRange(ncts6.phases)).toBeUndefined();
  });

  it('name each setting once that means nothing in them', () => {
    expect(unusedIn(ncts5)).toEqual([]);
    expect(unusedIn({ unused: ['flows', 'phase'], phases: [] })).toEqual(['flows', 'phase']);
  });
});

describe('where the form goes', () => {
  it('is told in a sentence, and to go on with: by e-mail', () => {
    const { submission } = ncts5;
    expect(handInWords(submission)).toBe('The form is sent by e-mail to SDSTeam@hmrc.gov.uk.');
    expect(sentWords(submission)).toBe('sent by e-mail to SDSTeam@hmrc.gov.uk');
    expect(submitsWords(submission)).toBe('send the form to SDSTeam@hmrc.gov.uk');
  });

  it('is told in a sentence, and to go on with: by upload, with the address that is no longer watched', () => {
    const { submission } = ncts6;
    const place = 'in the Support Form (https://developer.service.hmrc.gov.uk/devhub-support/start)';
    expect(handInWords(submission)).toBe(
      `The form is uploaded ${place}, logged in to the Developer Hub. HMRC says that SDSTeam@hmrc.gov.uk will no longer be monitored: don't send it there.`,
    );
    expect(sentWords(submission)).toBe(`uploaded ${place}`);
    expect(submitsWords(submission)).toBe(`upload the form ${place}`);
  });
});
