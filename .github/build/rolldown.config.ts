import { defineConfig } from 'rolldown';
import { chunkFile, chunkGroups } from './chunks.ts';
import { licences } from './licences.ts';

/**
 * One build for both entries. Heavy libraries (docx, the toolkit, the form filler) are imported with
 * `import()` where they are used and so land in chunks of their own: a check that needs none of them
 * doesn't pay for reading them. Chunk names carry no hash, so that a diff of dist shows what changed.
 */
export default defineConfig({
  input: { index: 'src/index.ts', cli: 'src/cli.ts' },
  platform: 'node',
  // Workflows that `init` writes are taken in as they stand.
  moduleTypes: { '.yml': 'text' },
  resolve: { conditionNames: ['node', 'import', 'default'] },
  plugins: [licences()],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: chunkFile,
    codeSplitting: { groups: [...chunkGroups] },
    minify: false,
    sourcemap: false,
  },
});
