import { describe, expect, it } from 'vitest';
import { mistakesTold, settingsOf, type Situation } from './reading.ts';

/** Applications of a list, each with what is its own. */
const listed = (...own: readonly string[]) =>
  `applications:\n${own.map((keys, index) => `  - {name: App ${index + 1}, flows: arrival, procedures: normal${keys === '' ? '' : `, ${keys}`}}\n`).join('')}`;

const nowhere = { results: '' };

async function ownershipOf(situation: Situation) {
  const { applications } = await settingsOf(situation);
  return applications.map(({ ownership }) => ownership);
}

const claim = { results: undefined, artifacts: undefined, property: undefined, suite: undefined };

describe('results of its own', () => {
  it.each([
    ['results: "a/*.xml, b.xml"', { results: ['a/*.xml', 'b.xml'] }],
    ['results-artifact: [reports-*, more]', { artifacts: ['reports-*', 'more'] }],
    ['property: app = one', { property: { name: 'app', value: 'one' } }],
    ['property: app=a=b', { property: { name: 'app', value: 'a=b' } }],
    ['property: {name: " app", value: "one* "}', { property: { name: 'app', value: 'one*' } }],
    ['suite: " App one * "', { suite: 'App one *' }],
    ['suite: one, property: a=b', { suite: 'one', property: { name: 'a', value: 'b' } }],
  ])('are claimed by an application: %s', async (keys, own) => {
    const claimed = { ...claim, ...own };
    expect(await ownershipOf({ file: listed(keys, '') })).toEqual([
      { own: claimed, others: [] },
      { own: undefined, others: [claimed] },
    ]);
  });

  it('are nobody’s where no application claims any', async () => {
    expect(await ownershipOf({ file: listed('', 'results: []') })).toEqual([undefined, undefined]);
  });

  it('belong to one of several, and are others’ to the rest', async () => {
    const [first, second] = [
      { ...claim, suite: 'one' },
      { ...claim, suite: 'two' },
    ];
    expect(await ownershipOf({ file: listed('suite: one', 'suite: two', '') })).toEqual([
      { own: first, others: [second] },
      { own: second, others: [first] },
      { own: undefined, others: [first, second] },
    ]);
  });

  it('are still others’ where only one of the applications is checked', async () => {
    const values = { application: 'App 1' };
    expect(await ownershipOf({ file: listed('suite: one', 'suite: two'), values })).toEqual([
      { own: { ...claim, suite: 'one' }, others: [{ ...claim, suite: 'two' }] },
    ]);
  });

  it('come from where an input says for the one that is checked, in place of the reports that the file names', async () => {
    const file = listed('results: one.xml, suite: one', 'results: two.xml');
    expect(await ownershipOf({ file, values: { application: 'App 1' } })).toEqual([
      { own: { ...claim, suite: 'one' }, others: [{ ...claim, results: ['two.xml'] }] },
    ]);
    expect(await ownershipOf({ file, values: { application: 'App 1', ...nowhere } })).toEqual([
      { own: { ...claim, results: ['one.xml'], suite: 'one' }, others: [{ ...claim, results: ['two.xml'] }] },
    ]);
  });
});

describe('a source of results', () => {
  it.each([
    ['reports', 'results: one.xml'],
    ['artifacts', 'results-artifact: reports'],
  ])('is that of an application alone: its %s', async (_, keys) => {
    expect(await mistakesTold({ file: listed(keys, ''), values: nowhere })).toEqual([]);
  });

  it.each(['suite: one', 'property: a=b'])('is not what tells whose a result is: %s', async (keys) => {
    expect(await mistakesTold({ file: listed(keys, ''), values: nowhere })).toEqual([
      expect.stringContaining('no source of results is given.'),
    ]);
  });

  it('is not that of an application that is not checked', async () => {
    const file = listed('results: one.xml', 'suite: two');
    expect(await mistakesTold({ file, values: { ...nowhere, application: ' App 2 ' } })).toEqual([
      expect.stringContaining('no source of results is given.'),
    ]);
    expect(await mistakesTold({ file, values: { ...nowhere, application: 'App 1' } })).toEqual([]);
  });

  it('is every artifact that the file names, or those of an input in their place', async () => {
    const file = `results-artifact: shared\n${listed('results-artifact: one', 'results-artifact: [two, shared]', '')}`;
    expect((await settingsOf({ file, values: nowhere })).earlier?.artifacts).toEqual(['shared', 'one', 'two']);
    const values = { ...nowhere, 'results-artifact': 'mine' };
    expect((await settingsOf({ file, values })).earlier?.artifacts).toEqual(['mine']);
  });
});

describe('what would claim everything, or nothing', () => {
  it.each([
    ['suite: "*"', "suite: '*' fits everything."],
    ['suite: "* *"', "suite: '* *' fits everything."],
    ['property: app=*', "property: '*' fits everything."],
    ['property: {name: app, value: " "}', "property: '' fits everything."],
    ['property: "app="', "property: '' fits everything."],
    ['property: app', "property: must be name=value, or a map of name and value, not 'app'."],
    ['property: =one', "property: must be name=value, or a map of name and value, not '=one'."],
    ['property: {name: " ", value: one}', 'property: has no name.'],
    ['results: "~/x.xml"', "results: '~/x.xml': ~ stands for nothing in the configuration file"],
  ])('is refused: %s', async (keys, words) => {
    expect(await mistakesTold({ file: listed(keys, '') })).toEqual([
      expect.stringContaining(`applications[0].${words}`),
    ]);
  });
});
