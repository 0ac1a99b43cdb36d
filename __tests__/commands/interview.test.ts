import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initialise } from '../../src/commands/init.ts';
import { interview, type Person, type Told } from '../../src/commands/interview.ts';
import { freshFolder } from '../harness/process.ts';

const nothing: Told = { flows: undefined, procedures: undefined, credentialsHeld: undefined, results: undefined };

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
    expect(await interview(nothing, somebody)).toEqual({
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
      nothing,
      person('all', 'normal', 'simplified', 'Both', 'outbound,inbound', 'a/*.xml, b/{c,d}.xml'),
    );
    expect(beginning).toEqual({
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
    expect(await interview(nothing, somebody)).toMatchObject({ flows: [{ flow: 'arrival', procedures: ['normal'] }] });
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

  it('takes mere commas for no answer', async () => {
    const somebody = person(',', '1', ', ,', 'normal', ',', ',');
    expect(await interview(nothing, somebody)).toEqual({
      flows: [{ flow: 'standard-departure', procedures: ['normal'] }],
      credentialsHeld: [],
      results: ['results/**/*.xml'],
    });
  });

  it('asks nothing that flags have told', async () => {
    const told: Told = { flows: ['arrival'], procedures: ['normal'], credentialsHeld: [], results: ['x.xml'] };
    const nobody = person();
    expect(await interview(told, nobody)).toEqual({
      flows: [{ flow: 'arrival', procedures: ['normal'] }],
      credentialsHeld: [],
      results: ['x.xml'],
    });
    expect(nobody.heard).toEqual([]);
  });

  it.each([[[]], [['1']], [['1', 'normal']], [['1', 'normal', 'none']]])(
    'ends without a guess when answers end: %j',
    async (answers) => {
      expect(await interview(nothing, person(...answers))).toBeUndefined();
    },
  );
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
    const code = await initialise({ values, folder: cwd }, () => Promise.resolve(somebody));
    return { code, heard: somebody.heard };
  };

  it('writes after a yes, and tells before what', async () => {
    const { code, heard } = await run(['1', 'normal', '', '', 'Y']);
    expect(code).toBe(0);
    expect(heard.at(-3)).toContain('To be written: .github/ncts5.yml, .github/workflows/ncts5-release-gate.yml');
    expect(heard.at(-1)).toBe('closed');
  });

  it.each([
    ['no', ['1', 'normal', '', '', 'no']],
    ['neither yes nor no, and then leaves', ['1', 'normal', '', '', 'perhaps']],
    ['nothing any more', ['1', 'normal']],
  ])('writes nothing after %s', async (_, answers) => {
    const { code, heard } = await run(answers);
    expect([code, heard.at(-1)]).toEqual([2, 'closed']);
  });

  it('asks nobody with --yes', async () => {
    const { code, heard } = await run([], { flows: 'arrival', procedures: 'normal', yes: 'true' });
    expect([code, heard]).toEqual([0, []]);
  });
});
