import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initialise } from '../../src/commands/init/init.ts';
import {
  askOwner,
  askProgramme,
  interview,
  prompterAt,
  type Prompter,
  type GivenByFlags,
} from '../../src/commands/init/interview.ts';
import { freshFolder } from '../harness/process.ts';

const nothing: GivenByFlags = {
  programme: undefined,
  flows: undefined,
  procedures: undefined,
  credentialsHeld: undefined,
  results: undefined,
  owner: undefined,
};

/** Somebody who gives these answers, one after the other, and then is gone. */
function prompter(...answers: readonly string[]): Prompter & { readonly questions: string[]; close(): void } {
  const left = [...answers];
  const questions: string[] = [];
  return {
    questions,
    ask: (question) => {
      questions.push(question);
      return Promise.resolve(left.shift());
    },
    tell: (text) => void questions.push(text),
    close: () => void questions.push('closed'),
  };
}

describe('the interview', () => {
  it('asks what is not told, and takes numbers, names and Enter', async () => {
    const somebody = prompter('3, standard', 'both', '', 'none', '');
    expect(await interview(ncts5, nothing, somebody)).toEqual({
      programme: ncts5,
      flows: [
        { flow: 'standard-departure', procedures: ['normal', 'simplified'] },
        { flow: 'arrival', procedures: ['normal', 'simplified'] },
      ],
      credentialsHeld: [],
      results: ['results/**/*.xml'],
    });
    await expect(`${somebody.questions.join('\n')}\n`).toMatchFileSnapshot('../golden/commands/interview.txt');
  });

  it('takes different procedures for each flow', async () => {
    const beginning = await interview(
      ncts5,
      nothing,
      prompter('all', 'normal', 'simplified', 'Both', 'outbound,inbound', 'a/*.xml, b/{c,d}.xml'),
    );
    expect(beginning).toEqual({
      programme: ncts5,
      flows: [
        { flow: 'standard-departure', procedures: ['normal'] },
        { flow: 'pre-lodged-departure', procedures: ['simplified'] },
        { flow: 'arrival', procedures: ['normal', 'simplified'] },
      ],
      credentialsHeld: ['inbound', 'outbound'],
      results: ['a/*.xml', 'b/{c,d}.xml'],
    });
  });

  it.each([
    ['1', ['normal']],
    ['2', ['simplified']],
    ['3', ['normal', 'simplified']],
    ['2,1', ['normal', 'simplified']],
    ['1, simplified', ['normal', 'simplified']],
  ])('takes %j for the procedures %j by the numbers that stand before them', async (answer, procedures) => {
    const somebody = prompter('3', answer, '', '');
    expect(await interview(ncts5, nothing, somebody)).toMatchObject({ flows: [{ flow: 'arrival', procedures }] });
    expect(somebody.questions).toEqual(expect.arrayContaining(['  1  normal', '  2  simplified', '  3  both']));
  });

  it.each([
    ['1', ['inbound']],
    ['2', ['outbound']],
    ['3', ['inbound', 'outbound']],
    ['1,2', ['inbound', 'outbound']],
    ['4', []],
    ['', []],
  ])('takes %j for the directions %j by the numbers that stand before them', async (answer, credentialsHeld) => {
    const somebody = prompter('4', '3', '', '', answer, '');
    expect(await interview(ncts5, nothing, somebody)).toMatchObject({ credentialsHeld });
    expect(somebody.questions).toEqual(
      expect.arrayContaining(['  1  inbound (arrivals)', '  2  outbound (departures)', '  3  both', '  4  none']),
    );
  });

  it('takes no number that stands before nothing', async () => {
    const somebody = prompter('0', '5', '3', '0', '4', '01', '1', '5', '', '');
    expect(await interview(ncts5, nothing, somebody)).toMatchObject({ flows: [{ procedures: ['normal'] }] });
    expect(somebody.questions.filter((line) => line.includes('is not known'))).toEqual([
      "'0' is not known. Known are: standard-departure, pre-lodged-departure, arrival, all.",
      "'5' is not known. Known are: standard-departure, pre-lodged-departure, arrival, all.",
      "'0' is not known. Known are: normal, simplified, both.",
      "'4' is not known. Known are: normal, simplified, both.",
      "'01' is not known. Known are: normal, simplified, both.",
      "'5' is not known. Known are: inbound, outbound, both, none.",
    ]);
  });

  it('asks again until it understands, and says what it did not', async () => {
    const somebody = prompter('', '5', 'arival', 'arrival', '', 'normall', 'normal', 'outbund', '', '');
    expect(await interview(ncts5, nothing, somebody)).toMatchObject({
      flows: [{ flow: 'arrival', procedures: ['normal'] }],
    });
    expect(somebody.questions).toEqual(
      expect.arrayContaining([
        'At least one flow is needed.',
        expect.stringContaining("'5' is not known."),
        "'arival' is not known. Did you mean 'arrival'?",
        'At least one procedure is needed.',
        "'normall' is not known. Did you mean 'normal'?",
        "'outbund' is not known. Did you mean 'outbound'?",
      ]),
    );
  });

  it('takes no glob that the configuration file could not name', async () => {
    const somebody = prompter('~/r/*.xml', 'r\\*.xml', 'r/*.xml');
    expect((await interview(ncts6, nothing, somebody))?.results).toEqual(['r/*.xml']);
    expect(somebody.questions.join('\n')).toContain('~ stands for nothing in the configuration file');
    expect(somebody.questions.join('\n')).toContain('Write it with forward slashes: r/*.xml.');
  });

  it('takes mere commas for no answer', async () => {
    const somebody = prompter(',', '1', ', ,', 'normal', ',', ',');
    expect(await interview(ncts5, nothing, somebody)).toEqual({
      programme: ncts5,
      flows: [{ flow: 'standard-departure', procedures: ['normal'] }],
      credentialsHeld: [],
      results: ['results/**/*.xml'],
    });
  });

  it('asks nothing that flags have given', async () => {
    const given: GivenByFlags = {
      programme: undefined,
      flows: ['arrival'],
      procedures: ['normal'],
      credentialsHeld: [],
      results: ['x.xml'],
      owner: 'acme',
    };
    const nobody = prompter();
    expect(await interview(ncts5, given, nobody)).toEqual({
      programme: ncts5,
      flows: [{ flow: 'arrival', procedures: ['normal'] }],
      credentialsHeld: [],
      results: ['x.xml'],
    });
    expect(nobody.questions).toEqual([]);
  });

  it.each([[[]], [['1']], [['1', 'normal']], [['1', 'normal', 'none']]])(
    'ends without a guess when answers end: %j',
    async (answers) => {
      expect(await interview(ncts5, nothing, prompter(...answers))).toBeUndefined();
    },
  );
});

describe('somebody at a terminal', () => {
  const typing = async (...chunks: readonly string[]) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const somebody = await prompterAt(input, output);
    for (const chunk of chunks) input.write(chunk);
    return { input, output, somebody };
  };

  it('may type ahead, or paste all answers at once', async () => {
    const { input, output, somebody } = await typing('1, 3\nboth\n\nno', 'ne\n\n');
    expect(await interview(ncts5, nothing, somebody)).toMatchObject({
      flows: [{ flow: 'standard-departure' }, { flow: 'arrival' }],
      credentialsHeld: [],
    });
    input.end();
    expect(String(output.read())).toContain('Numbers or names, separated by commas: ');
    expect(await somebody.ask('More? ')).toBeUndefined();
  });

  it('gives the answers that are there before being gone', async () => {
    const { input, somebody } = await typing('first\nsecond');
    input.end();
    expect(await somebody.ask('1? ')).toBe('first');
    expect(await somebody.ask('2? ')).toBe('second');
    expect(await somebody.ask('3? ')).toBeUndefined();
  });

  it('leaves a question open when it is closed', async () => {
    const { somebody } = await typing();
    const asked = somebody.ask('1? ');
    somebody.close();
    expect(await asked).toBeUndefined();
  });
});

describe('the question which programme', () => {
  it.each([
    ['', 'ncts6'],
    ['1', 'ncts6'],
    ['2', 'ncts5'],
    ['NCTS5', 'ncts5'],
    ['ncts6', 'ncts6'],
  ])('takes %j for %s', async (answer, id) => {
    const somebody = prompter(answer);
    expect((await askProgramme(nothing, somebody))?.id).toBe(id);
    expect(somebody.questions).toEqual(['Which programme?  1  ncts6 (API v3.0)  2  ncts5 (API v2.1) [1] ']);
  });

  it('is asked again until it is understood, and not of whoever tells what the software supports', async () => {
    const somebody = prompter('3', 'ncts7', '2');
    expect((await askProgramme(nothing, somebody))?.id).toBe('ncts5');
    expect(somebody.questions).toEqual(expect.arrayContaining([expect.stringContaining("'ncts7' is not known.")]));
    const nobody = prompter();
    expect((await askProgramme({ ...nothing, flows: ['arrival'] }, nobody))?.id).toBe('ncts5');
    expect(nobody.questions).toEqual([]);
  });

  it('leads to a single further question for NCTS6', async () => {
    const somebody = prompter('reports/*.xml');
    expect(await interview(ncts6, nothing, somebody)).toEqual({
      programme: ncts6,
      flows: [],
      credentialsHeld: [],
      results: ['reports/*.xml'],
    });
    expect(somebody.questions).toEqual(['Where are your JUnit reports? [results/**/*.xml] ']);
  });
});

describe('the question who holds the action', () => {
  it.each([
    [['acme-ltd'], 'acme-ltd'],
    [[''], ''],
    [['acme/tools', 'acme'], 'acme'],
    [[], undefined],
  ])('takes %j for %j', async (answers, owner) => {
    expect(await askOwner(prompter(...answers))).toBe(owner);
  });
});

describe('init with somebody at the terminal', () => {
  beforeEach(() => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => void vi.restoreAllMocks());

  const run = async (answers: readonly string[], values: Readonly<Record<string, string>> = {}) => {
    const cwd = freshFolder('interview');
    await mkdir(path.join(cwd, '.git'));
    const somebody = prompter(...answers);
    const code = await initialise({ values: { programme: 'ncts5', ...values }, folder: cwd }, () =>
      Promise.resolve(somebody),
    );
    return { code, questions: somebody.questions };
  };

  it('writes after a yes, and tells before what', async () => {
    const { code, questions } = await run(['1', 'normal', '', '', '', 'Y']);
    expect(code).toBe(0);
    expect(questions.at(-3)).toContain('To be written: .github/ncts5.yml, .github/workflows/trader-test.yml, ');
    expect(questions.at(-1)).toBe('closed');
  });

  it.each([
    ['no', ['1', 'normal', '', '', 'acme', 'no']],
    ['neither yes nor no, and then leaves', ['1', 'normal', '', '', 'acme', 'perhaps']],
    ['nothing any more', ['1', 'normal']],
    ['nothing any more when asked for the account', ['1', 'normal', '', '']],
  ])('writes nothing after %s', async (_, answers) => {
    const { code, questions } = await run(answers);
    expect([code, questions.at(-1)]).toEqual([2, 'closed']);
  });

  it('asks nobody with --yes', async () => {
    const { code, questions } = await run([], { flows: 'arrival', procedures: 'normal', yes: 'true' });
    expect([code, questions]).toEqual([0, []]);
  });
});
