import { defineConfig, type Plugin } from 'rolldown';
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
  // Workflows and pipelines that `init` writes are taken in as they stand.
  moduleTypes: { '.yml': 'text', '.jenkinsfile': 'text' },
  resolve: { conditionNames: ['node', 'import', 'default'] },
  // What of the toolkit's core is not used goes, and with it the HTTP client that it asks for identities with: every check
  // would read it at its start. Neither does anything when it is read.
  treeshake: { moduleSideEffects: [{ test: /\/node_modules\/@actions\/(?:core|http-client)\//, sideEffects: false }] },
  plugins: [licences(), noneFromOutside()],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: chunkFile,
    codeSplitting: { groups: [...chunkGroups] },
    minify: false,
    // Docstrings are half of some libraries, and every start would read them; they stand in src, and licences in LICENSES.txt.
    comments: { legal: true, annotation: false, jsdoc: false },
    sourcemap: false,
  },
});

/**
 * fdir takes a picomatch for its own globs from whatever `node_modules` lies above dist. tinyglobby doesn't ask it for any, and
 * nothing but dist is to be loaded.
 */
function noneFromOutside(): Plugin {
  const lookup = '__require.resolve("picomatch");';
  return {
    name: 'none-from-outside',
    transform: {
      filter: { id: /\/node_modules\/fdir\/dist\/index\.mjs$/ },
      handler(code) {
        if (!code.includes(lookup)) this.error('fdir looks for picomatch in another way now: mend this plugin.');
        return code.replace(lookup, 'throw new Error("There is none.");');
      },
    },
  };
}
