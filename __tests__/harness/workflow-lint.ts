import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readActionMetadata } from './action-metadata.ts';
import { buildEntry } from './build.ts';
import { freshFolder, runNode } from './process.ts';

/** What GitHub's language service is told of other people's actions: no network, so only what we use of them. */
const others: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout': ['ref', 'fetch-depth', 'path', 'persist-credentials'],
  'actions/setup-node': ['node-version', 'registry-url', 'node-version-file', 'cache', 'package-manager-cache'],
  'actions/setup-java': ['distribution', 'java-version', 'cache'],
  'actions/setup-python': ['python-version'],
  'actions/upload-artifact': ['name', 'path', 'retention-days', 'if-no-files-found'],
  'actions/download-artifact': ['name', 'path', 'pattern', 'merge-multiple'],
  'actions/attest-build-provenance': ['subject-path'],
  'actions/attest': ['subject-path'],
};

/** Under which the language service, which knows no local actions, is shown ours. */
const ourselves = 'this/repository';

const diagnostics = z.record(z.string(), z.array(z.string()));

/**
 * Lints workflows and action.yml with GitHub's own language service.
 *
 * @param files text by path; `.github/workflows/<name>.yml` or `action.yml`, for that is how it tells them apart.
 * @param ourNames repositories under which our own action is used besides `./`, such as in the README.
 * @returns mistakes as `line: message` by path; an empty list for a clean file.
 */
export async function lintWorkflows(
  files: Readonly<Record<string, string>>,
  ourNames: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const { inputs, outputs } = readActionMetadata();
  const our = { name: 'ours', description: '', inputs, outputs };
  const actions = {
    ...Object.fromEntries([ourselves, ...ourNames].map((name) => [name, our])),
    ...Object.fromEntries(
      Object.entries(others).map(([name, known]) => [
        name,
        { name, description: '', inputs: Object.fromEntries(known.map((input) => [input, { description: '' }])) },
      ]),
    ),
  };
  const documents = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replaceAll(/uses: \.\/\s*$/gm, `uses: ${ourselves}@v0`)]),
  );
  const asked = join(freshFolder('lint'), 'asked.json');
  writeFileSync(asked, JSON.stringify({ documents, actions }));
  // The package imports JSON without saying so, which Node refuses: bundled, it runs.
  const linter = await buildEntry(`
    import { readFileSync } from 'node:fs';
    import { validate } from '@actions/languageservice';
    import { TextDocument } from 'vscode-languageserver-textdocument';
    const { documents, actions } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
    const actionsMetadataProvider = { fetchActionMetadata: async ({ owner, name }) => actions[owner + '/' + name] };
    const found = {};
    for (const [path, text] of Object.entries(documents)) {
      const document = TextDocument.create('file:///' + path, 'yaml', 0, text);
      const mistakes = await validate(document, { actionsMetadataProvider });
      found[path] = mistakes.map(({ range, message }) => range.start.line + 1 + ': ' + message);
    }
    console.log(JSON.stringify(found));
  `);
  const { stdout, stderr, exitCode } = await runNode({ args: [linter, asked], cwd: freshFolder('lint'), env: {} });
  if (exitCode !== 0) throw new Error(`the linter failed: ${stderr}`);
  return diagnostics.parse(JSON.parse(stdout));
}
