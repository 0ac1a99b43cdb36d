import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/commands/arguments.ts';
import { mistakesInWords } from '../../src/settings/mistakes.ts';

describe('the command line', () => {
  it('gives values after = or as the next argument, by the names of settings', async () => {
    expect(await parseArguments(['check', '--results=a/*.xml', '--flows', 'arrival', '--json', 'out.json'])).toEqual({
      command: 'check',
      values: { results: 'a/*.xml', flows: 'arrival', report: 'out.json' },
      flagNames: { report: 'json' },
      positionals: [],
      mistakes: [],
    });
  });

  it('takes --json for --report, and not both', async () => {
    expect((await parseArguments(['check', '--report=a.json'])).values).toEqual({ report: 'a.json' });
    const { mistakes } = await parseArguments(['check', '--report=a.json', '--json=b.json']);
    expect(mistakesInWords(mistakes)).toContain("flag --json: is given twice: 'a.json' and 'b.json'. Leave one out.");
  });

  it('keeps everything after the first =', async () => {
    expect((await parseArguments(['check', '--results=a=b.xml'])).values).toEqual({ results: 'a=b.xml' });
  });

  it('takes repeated flags of lists together', async () => {
    expect((await parseArguments(['check', '--results', 'a.xml', '--results=b.xml'])).values).toEqual({
      results: 'a.xml\nb.xml',
    });
  });

  it.each([[[]], [['--help']], [['help']], [['-h', 'init']], [['chek', '--help']]])(
    '%j asks for help',
    async (args) => {
      expect(await parseArguments(args)).toEqual({
        command: 'help',
        values: {},
        flagNames: {},
        positionals: [],
        mistakes: [],
      });
    },
  );

  it.each([
    [['check', '-h'], 'check'],
    [['check', '--results', '--help'], 'check'],
    [['init', '--force', '-h'], 'init'],
    [['help', 'matrix'], 'matrix'],
    [['help', 'nonsense'], 'nonsense'],
  ])('%j asks for help on %s', async (args, asked) => {
    expect(await parseArguments(args)).toEqual({
      command: 'help',
      values: {},
      flagNames: {},
      positionals: [asked],
      mistakes: [],
    });
  });

  it.each([[['version']], [['--version']], [['-v']]])('%j asks for the version', async (args) => {
    expect(await parseArguments(args)).toEqual({
      command: 'version',
      values: {},
      flagNames: {},
      positionals: [],
      mistakes: [],
    });
  });

  it('tells every mistake at once', async () => {
    const { mistakes } = await parseArguments([
      'chek',
      '--reslts',
      'a.xml',
      '--max-age-days',
      '--phase=',
      '--combination',
      'A',
      '--combination',
      'B',
      '--comment=always',
      '--report',
      'x.json',
      'b.xml',
      '-x',
      '--zzz',
    ]);
    expect(mistakesInWords(mistakes).split('\n')).toEqual([
      'The settings have 9 mistakes:',
      "  command line: there is no command 'chek'. Did you mean 'check'? See --help.",
      '  flag --reslts: is not known. Did you mean --results?',
      '  flag --max-age-days: needs a value. Write --max-age-days=… or leave the flag out.',
      '  flag --phase: needs a value. Write --phase=… or leave the flag out.',
      "  flag --combination: is given twice: 'A' and 'B'. Leave one out.",
      '  flag --comment: is only for the action, not for the command. Leave it out.',
      "  command line: 'b.xml' belongs to no flag. If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'.",
      "  command line: '-x' belongs to no flag. Flags begin with two hyphens.",
      '  flag --zzz: is not known. See --help.',
    ]);
  });

  it('lets no control character of a wrong value through', async () => {
    const { mistakes } = await parseArguments(['check', 'a\n::error::b\u001B[31m\u2028c']);
    expect(mistakesInWords(mistakes).split('\n')).toEqual([
      'The settings have a mistake:',
      expect.stringContaining("'a ::error::b [31m c' belongs to no flag."),
    ]);
  });

  it('wants a command before flags, and still reads them', async () => {
    const { mistakes, values } = await parseArguments(['--flows=arrival']);
    expect(mistakesInWords(mistakes)).toBe(
      'The settings have a mistake:\n  command line: a command has to stand before --flows=arrival. Write check first. See --help.',
    );
    expect(values).toEqual({ flows: 'arrival' });
  });

  it('takes numbers of scenarios, and no flags of others with them', async () => {
    expect(await parseArguments(['explain', 'DSGB1', 'dnxi10'])).toMatchObject({
      command: 'explain',
      positionals: ['DSGB1', 'dnxi10'],
      mistakes: [],
    });
    const { mistakes } = await parseArguments(['explain', 'DSGB1', '--submit=2026-12-10', '-x']);
    expect(mistakesInWords(mistakes).split('\n').slice(1)).toEqual([
      '  flag --submit: belongs to plan, not to explain. Leave it out.',
      "  command line: '-x' belongs to no flag. Flags begin with two hyphens.",
    ]);
  });

  it('takes switches without swallowing what follows', async () => {
    const { values, mistakes } = await parseArguments(['init', '--yes', '--flows', 'arrival', '--force']);
    expect([values, mistakes]).toEqual([{ yes: 'true', flows: 'arrival', force: 'true' }, []]);
    expect(
      mistakesInWords((await parseArguments(['init', '--force', 'arrival', '--yes=no'])).mistakes).split('\n'),
    ).toEqual([
      'The settings have 2 mistakes:',
      "  command line: 'arrival' belongs to no flag. If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'.",
      '  flag --yes: takes no value. Write just --yes.',
    ]);
  });

  it('takes no more than one command to help with', async () => {
    expect(mistakesInWords((await parseArguments(['help', 'check', 'init'])).mistakes)).toContain(
      "'init' belongs to no flag. Leave it out, or see --help.",
    );
  });

  it('loses no argument: each is a command, a flag, a value or a mistake', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'check',
        '--results',
        '--flows=x',
        '--json',
        '--__proto__=1',
        '--constructor',
        '--=',
        '--',
        'x',
        '-',
        '',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1 }), async (args) => {
        const { command, values, mistakes } = await parseArguments(args);
        expect(Object.keys(values).every((name) => /^[a-z-]+$/.test(name))).toBe(true);
        if (command !== 'check' || mistakes.length > 0) return;
        const given = Object.values(values).flatMap((value) => value.split('\n'));
        const told = args.filter((arg) => !arg.startsWith('--') || arg.includes('=')).slice(1);
        expect(given.length).toBeGreaterThanOrEqual(told.length);
      }),
    );
  });
});
