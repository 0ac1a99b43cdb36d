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
  personAt,
  type Person,
  type Told,
} from '../../src/commands/init/interview.ts';
import { freshFolder } from '../harness/process.ts';

const nothing: Told = {
  programme: undefined,
  flows: undefined,
  procedures: undefined,
  credentialsHeld: undefined,
  results: undefined,
  owner: undefined,
};

/** Somebody who gives these answers, one after the other, and then is gone. */
function person(...answers: readonly string[]): Person & { readonly heard: string[]; close(): void } {
  const left = [...answers];
  const heard: string[] = [];
  return {
    heard,
    ask: (question) => {
      heard.push(question);
      return Promise.resolve(left.shift());
    },
    tell: (text) => void heard.push(text),
    close: () => void heard.push('closed'),
  };
}

describe('the interview', () => {
  it('asks what is not told, and takes numbers, names and Enter', async () => {
    const somebody = person('3, standard', 'both', '', 'none', '');
    expect(await interview(ncts5, nothing, somebody)).toEqual({
      programme: ncts5,
      flows: [
        { flow: 'standard-departure', procedures: ['normal', 'simplified'] },
        { flow: 'arrival', procedures: ['normal', 'simplified'] },
      ],
      credentialsHeld: [],
      results: ['results/**/*.xml'],
    });
    await expect(`${somebody.heard.join('\n')}\n`).toMatchFileSnapshot('../golden/commands/interview.txt');
  });

  it('takes different procedures for each flow', async () => {
    const beginning = await interview(
      ncts5,
      nothing,
      person('all', 'normal', 'simplified', 'Both', 'outbound,inbound', 'a/*.xml, b/{c,d}.xml'),
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

  it('asks again until it understands, and says what it did not', async () => {
    const somebody = person('', '4', 'arival', 'arrival', '', 'normall', 'normal', 'outbund', '', '');
    expect(await interview(ncts5, nothing, somebody)).toMatchObject({
      flows: [{ flow: 'arrival', procedures: ['normal'] }],
    });
    expect(somebody.heard).toEqual(
      expect.arrayContaining([
        'At least one flow is needed.',
        expect.stringContaining("'4' is not known."),
        "'arival' is not known. Did you mean 'arrival'?",
        'At least one procedure is needed.',
        "'normall' is not known. Did you mean 'normal'?",
        "'outbund' is not known. Did you mean 'outbound'?",
      ]),
    );
  });

  it('takes no glob that the configuration file could not name', async () => {
    const somebody = person('~/r/*.xml', 'r\\*.xml', 'r/*.xml');
    expect((await interview(ncts6, nothing, somebody))?.results).toEqual(['r/*.xml']);
    expect(somebody.heard.join('\n')).toContain('~ stands for nothing in the configuration file');
    expect(somebody.heard.join('\n')).toContain('Write it with forward slashes: r/*.xml.');
  });

  it('takes mere commas for no answer', async () => {
    const somebody = person(',', '1', ', ,', 'normal', ',', ',');
    expect(await interview(ncts5, nothing, somebody)).toEqual({
      programme: ncts5,
      flows: [{ flow: 'standard-departure', procedures: ['normal'] }],
      credentialsHeld: [],
      results: ['results/**/*.xml'],
    });
  });

  it('asks nothing that flags have told', async () => {
    const told: Told = {
      programme: undefined,
      flows: ['arrival'],
      procedures: ['normal'],
      credentialsHeld: [],
      results: ['x.xml'],
      owner: 'acme',
    };
    const nobody = person();
    expect(await interview(ncts5, told, nobody)).toEqual({
      programme: ncts5,
      flows: [{ flow: 'arrival', procedures: ['normal'] }],
      credentialsHeld: [],
      results: ['x.xml'],
      owner: 'acme',
    });
    expect(nobody.heard).toEqual([]);
  });

  it.each([[[]], [['1']], [['1', 'normal']], [['1', 'normal', 'none']]])(
    'ends without a guess when answers end: %j',
    async (answers) => {
      expect(await interview(ncts5, nothing, person(...answers))).toBeUndefined();
    },
  );
});

describe('somebody at a terminal', () => {
  const typing = async (...chunks: readonly string[]) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const somebody = await personAt(input, output);
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
    expect(String(output.read())).toContain("Numbers or names, separated by commas, or 'all': ");
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
    const somebody = person(answer);
    expect((await askProgramme(nothing, somebody))?.id).toBe(id);
    expect(somebody.heard).toEqual(['Which programme?  1  ncts6 (API v3.0)  2  ncts5 (API v2.1) [1] ']);
  });

  it('is asked again until it is understood, and not of whoever tells what the software supports', async () => {
    const somebody = person('3', 'ncts7', '2');
    expect((await askProgramme(nothing, somebody))?.id).toBe('ncts5');
    expect(somebody.heard).toEqual(expect.arrayContaining([expect.stringContaining("'ncts7' is not known.")]));
    const nobody = person();
    expect((await askProgramme({ ...nothing, flows: ['arrival'] }, nobody))?.id).toBe('ncts5');
    expect(nobody.heard).toEqual([]);
  });

  it('leads to a single further question for NCTS6', async () => {
    const somebody = person('reports/*.xml');
    expect(await interview(ncts6, nothing, somebody)).toEqual({
      programme: ncts6,
      flows: [],
      credentialsHeld: [],
      results: ['reports/*.xml'],
    });
    expect(somebody.heard).toEqual(['Where are your JUnit reports? [results/**/*.xml] ']);
  });
});

describe('the question who holds the action', () => {
  it.each([
    [['acme-ltd'], 'acme-ltd'],
    [[''], ''],
    [['acme/tools', 'acme'], 'acme'],
    [[], undefined],
  ])('takes %j for %j', async (answers, owner) => {
    expect(await askOwner(person(...answers))).toBe(owner);
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
    const somebody = person(...answers);
    const code = await initialise({ values: { programme: 'ncts5', ...values }, folder: cwd }, () =>
      Promise.resolve(somebody),
    );
    return { code, heard: somebody.heard };
  };

  it('writes after a yes, and tells before what', async () => {
    const { code, heard } = await run(['1', 'normal', '', '', '', 'Y']);
    expect(code).toBe(0);
    expect(heard.at(-3)).toContain('To be written: .github/ncts5.yml, .github/workflows/trader-test.yml, ');
    expect(heard.at(-1)).toBe('closed');
  });

  it.each([
    ['no', ['1', 'normal', '', '', 'acme', 'no']],
    ['neither yes nor no, and then leaves', ['1', 'normal', '', '', 'acme', 'perhaps']],
    ['nothing any more', ['1', 'normal']],
    ['nothing any more when asked for the account', ['1', 'normal', '', '']],
  ])('writes nothing after %s', async (_, answers) => {
    const { code, heard } = await run(answers);
    expect([code, heard.at(-1)]).toEqual([2, 'closed']);
  });

  it('asks nobody with --yes', async () => {
    const { code, heard } = await run([], { flows: 'arrival', procedures: 'normal', yes: 'true' });
    expect([code, heard]).toEqual([0, []]);
  });
});
