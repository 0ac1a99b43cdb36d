import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { internals } from '../action/step.ts';
import { builtCli } from '../harness/cli.ts';
import { freshFolder, runNode } from '../harness/process.ts';
import { effort, patience } from './effort.ts';
import { good } from './checking.ts';
import { usualSettings } from './corpus/hostile-case.ts';
import { sizes, writeSize } from './sizes.ts';

/**
 * Tells the most memory that the process has had, in MiB. From /proc, since what getrusage says begins with what the
 * process that started it had.
 */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    let most = process.resourceUsage().maxRSS;
    try {
      most = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
    } catch {}
    process.stderr.write('RSS ' + Math.round(most / 1024));
  });`)}`;

/** In the suite half a hundredth of it has to do; with effort (`npm run fuzz`) it is the whole. */
const share = effort > 1 ? 1 : 0.005;

describe('reports that are hostile by their size', () => {
  let command = '';
  beforeAll(async () => {
    command = await builtCli();
  });

  it.concurrent.each(sizes)(
    '$name',
    async ({ content, whole, seconds, megabytes }) => {
      const workspace = freshFolder('size');
      mkdirSync(join(workspace, 'results'));
      for (const [path, text] of Object.entries(good)) writeFileSync(join(workspace, path), text);
      writeSize(workspace, content(whole === true ? 1 : share));
      const flags = Object.entries({ ...usualSettings, json: 'r.json', summary: 's.md' }).map(
        ([name, value]) => `--${name}=${value}`,
      );
      const ended = await runNode({
        args: ['--import', telling, command, 'check', ...flags],
        cwd: workspace,
        env: { PATH: process.env['PATH'] ?? '' },
        // A machine may be busy with other things.
        timeout: 60_000 + seconds * 3000,
      });
      const memory = Number(/RSS (\d+)/.exec(ended.stderr)?.[1]);
      if (share === 1) console.info(`${Math.round(ended.milliseconds)} ms, ${memory} MiB`);
      expect(ended).toMatchObject({ exitCode: 1, signal: null });
      expect(internals(ended)).toEqual([]);
      expect(ended.stdout).toMatch(/DSGB1|results\/hostile\.xml/);
      expect(await readFile(join(workspace, 'r.json'), 'utf8')).toContain('"verdict": "not-ready"');
      expect(statSync(join(workspace, 's.md')).size).toBeLessThanOrEqual(1_048_576);
      // Machines differ and are shared: these bounds are for what grows by the square.
      expect(memory).toBeLessThan(share === 1 ? megabytes : 250);
    },
    4 * patience,
  );
});
