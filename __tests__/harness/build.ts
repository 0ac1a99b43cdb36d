import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { repository } from './action-metadata.ts';
import { freshFolder } from './process.ts';

/**
 * Bundles a few lines of TypeScript with what they import from `src/` (as `src/…`), as dist is bundled, so that a part
 * of the action can be run as a step by itself. Returns the path of the entry.
 */
export async function buildEntry(source: string): Promise<string> {
  const folder = freshFolder('entry');
  const root = fileURLToPath(repository);
  await build({
    input: 'virtual:entry',
    platform: 'node',
    moduleTypes: { '.yml': 'text', '.jenkinsfile': 'text' },
    resolve: { conditionNames: ['node', 'import', 'default'] },
    output: { dir: folder, format: 'esm', entryFileNames: 'entry.mjs', chunkFileNames: '[name].mjs' },
    logLevel: 'silent',
    plugins: [
      {
        name: 'virtual-entry',
        resolveId: (id) => {
          if (id === 'virtual:entry') return join(root, '__tests__/harness/virtual-entry.ts');
          return id.startsWith('src/') ? join(root, id) : undefined;
        },
        load: (id) => (id.endsWith('virtual-entry.ts') ? source : undefined),
      },
    ],
  });
  return join(folder, 'entry.mjs');
}
