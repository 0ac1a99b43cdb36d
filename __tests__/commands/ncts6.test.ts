/* NCTS6 in the commands that explain, and the e-mails for steps by hand in both programmes. */
import { describe, expect, it } from 'vitest';
import { renderScenario } from '../../src/commands/scenario.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { programmes } from '../../src/requirements/programmes.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder } from '../harness/process.ts';

async function say(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runBuiltCli(args, freshFolder('ncts6'));
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout;
}

/** The lines of the e-mail that is shown. */
function mailOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith(' '.repeat(17)) ? [line.trim()] : []));
}

describe('explain', () => {
  it('has the mail for a step by hand, word for word', async () => {
    const text = await say('explain', 'P6-DNGB-04');
    expect(text).toContain('e-mail to nctstradertest@hmrc.gov.uk');
    expect(mailOf(text)).toEqual([
      'Subject: Manual Intervention P6-DNGB-04',
      'Test scenario number: P6-DNGB-04',
      'Step 2, please: accept, control and release the declaration',
      'LRN: (the LRN of the declaration that you have sent)',
    ]);
    expect(text.replaceAll(/\s+/gu, ' ')).toMatch(/9:00 to 17:00.*Monday to Friday.*for this only.*one working day/u);
  });

  it.each([
    ['P6-ANGB-01', 'GB'],
    ['P6-ANXI-01', 'XI'],
    ['P6-ANXI-02', 'XI'],
  ])('asks for MRN and country of arrival in %s', async (id, country) => {
    const mail = mailOf(await say('explain', id));
    expect(mail.slice(-2)).toEqual(['MRN: (the MRN of the movement)', `Country of arrival: ${country}`]);
    expect(mail.join('\n')).toMatch(/please: .*(?:arrival|movement)/u);
  });

  it('has the action that is asked for in NCTS5, too', async () => {
    const text = await say('explain', 'DNGB6');
    expect(mailOf(text)).toContain('Step 2, please: accept, control and release the declaration');
    expect(text).toContain('nctsp5tradertest@hmrc.gov.uk');
  });

  it.each(['P6-WCGB-01', 'P6-WCXI-01', 'WCGB1', 'WCXI1'])('claims no country of %s', async (id) => {
    expect(await say('explain', id)).not.toMatch(/must have the country/u);
  });

  it.each(['P6-DSGB-04', 'P6-DSGB-05', 'P6-DSXI-04', 'P6-DSXI-05'])(
    'says that the mail of %s cannot wait',
    async (id) => {
      const text = await say('explain', id);
      expect(text).toContain('at once after the IE015, before the 45 minutes are over');
      expect(await say('explain', 'P6-DNGB-04')).not.toContain('at once');
    },
  );

  it.each([
    ['P6-DSGB-01', 'yes, plainly'],
    ['P6-DSGB-08', 'yes, it shows more than is asked'],
    ['P6-ASGB-01', 'its departure would do'],
    ['P6-DSGB-06', 'no: cancelled after release'],
    ['P6-DSGB-05', 'no: never released'],
  ])('says whether %s counts', async (id, answer) => {
    const text = await say('explain', id);
    expect(text).toContain(`Counts for the readiness checklist: ${answer}.`);
  });

  it('names the twin in the other programme, both ways', async () => {
    expect(await say('explain', 'P6-DNGB-04')).toContain('DNGB6 of NCTS5');
    expect(await say('explain', 'DNGB6')).toContain('P6-DNGB-04 of NCTS6');
  });

  it('lists the scenarios of the programme that is chosen', async () => {
    const list = await say('explain', '--programme', 'NCTS6');
    expect(list).toContain('NCTS6 Trader Test has 68 scenarios');
    for (const id of ncts6.scenarios.keys()) expect(list).toContain(id);
  });

  it.each([80, 100])('fits a terminal of %d columns, in every programme', (width) => {
    for (const programme of programmes.values()) {
      for (const scenario of programme.scenarios.values()) {
        const long = renderScenario(programme, scenario, { colour: false, width })
          .split('\n')
          .filter((line) => line.length > width);
        expect(long).toEqual([]);
      }
    }
  });
});

describe('matrix', () => {
  it('says that NCTS6 has none, and what counts instead', async () => {
    const text = await say('matrix', '--programme', 'ncts6');
    expect(text).toMatch(/^NCTS6 has no decision matrix: one released outbound movement is enough\.\n/u);
    for (const part of ['yes, plainly', 'P6-DSGB-01', 'How it is judged', "Errors in HMRC's papers", 'not known']) {
      expect(text).toContain(part);
    }
    for (const id of ncts6.scenarios.keys()) expect(text).toContain(id);
  });
});
