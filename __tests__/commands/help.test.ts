import { describe, expect, it } from 'vitest';
import { renderHelp, renderOverview } from '../../src/commands/help.ts';
import { parseArguments } from '../../src/commands/arguments.ts';
import { allCommands } from '../../src/commands/commands.ts';
import { type Setting, settingsTable } from '../../src/settings/table.ts';

const program = 'node dist/cli.js';
const plain = { program, colour: false, width: 100 };
const commands = await allCommands();
const pages = [
  ['overview', (options: typeof plain) => renderOverview(commands, options)] as const,
  ...commands.map((command) => [command.name, (options: typeof plain) => renderHelp(command, options)] as const),
];

describe.each(pages)('help: %s', (name, render) => {
  it('is as reviewed', async () => {
    await expect(render(plain)).toMatchFileSnapshot(`../golden/commands/help/${name}.txt`);
  });

  it('fits, and is never wider than what is good to read', () => {
    for (const width of [80, 300]) {
      const longest = Math.max(
        ...render({ ...plain, program: 'npx ncts5-production-checklist', width })
          .split('\n')
          .map((line) => line.length),
      );
      expect(longest).toBeLessThanOrEqual(Math.min(width, 100));
    }
  });

  it('gives examples that the program understands', async () => {
    const calls = render({ ...plain, width: 300 }).matchAll(new RegExp(`^ +${program} (.*?)(?:  .*)?$`, 'gm'));
    for (const [, call = ''] of calls) {
      const args = call.split(' ').map((arg) => arg.replaceAll("'", ''));
      expect([call, (await parseArguments(args)).mistakes]).toEqual([call, []]);
    }
  });
});

describe('help', () => {
  it('names every command in the overview, with its exit codes', () => {
    const overview = renderOverview(commands, plain);
    for (const { name, summary } of commands) expect(overview).toContain(`  ${name.padEnd(9)}${summary}`);
    expect(overview).toContain('Exit codes: 0 ready or done, 1 not ready, 2');
  });

  it('names every flag of a check', () => {
    const table: readonly Setting[] = settingsTable;
    const check = commands.find(({ name }) => name === 'check');
    const ofSettings = table.filter(({ flag }) => flag).map(({ name }) => name);
    expect(check?.flags.map(({ flag }) => flag)).toEqual([...ofSettings, 'quiet']);
  });
});
