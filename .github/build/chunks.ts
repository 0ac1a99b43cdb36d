import type { CodeSplittingGroup, PreRenderedChunk } from 'rolldown';

/*
 * Left to itself the bundler makes sixty chunks, some of two lines, under names (`dist-bundle2`, `esm`) that change places
 * with unrelated edits. So dist is laid out like src: a file for each room of what a check needs, one for each part that is
 * loaded when it is asked for, under the path of its module; and in `lib/` one for each library.
 */

/** What two libraries share goes to the one named first: it is loaded whenever a later one is. */
const libraries: readonly (readonly [name: string, packages: string])[] = [
  ['http-client', '@actions/http-client|undici|tunnel'],
  ['actions-core', '@actions/core'],
  ['octokit', '@actions/github|@octokit/(?!plugin-request-log)[^/]+|bottleneck'],
  ['fflate', 'fflate'],
  ['docx', 'docx'],
  ['saxes', 'saxes'],
  ['yaml', 'yaml'],
  ['zod', 'zod'],
  ['date-fns-tz', '@date-fns/tz'],
  ['tinyglobby', 'tinyglobby'],
  ['artifact-client', '@actions/artifact'],
];

/** Rooms, without those parts of them that are heavy or seldom needed. */
const rooms: readonly (readonly [name: string, modules: RegExp])[] = [
  ['time', /\/src\/time\//],
  ['requirements', /\/src\/requirements\//],
  ['statements', /\/src\/statements\//],
  ['matching', /\/src\/matching\//],
  ['junit', /\/src\/(?:junit|xml)\//],
  ['assessment', /\/src\/assessment\//],
  ['settings', /\/src\/settings\/(?!file\/(?:configuration\.ts|yaml))/],
  ['text', /\/src\/text\//],
  ['render', /\/src\/render\/(?!badge|check-run|checklist|comment|issue)/],
  ['zip', /\/src\/zip\/(?!replace)/],
  ['form', /\/src\/(?:form\/(?!calendar|document-names|mail|note|submission|verify)|zip\/)/],
  ['context', /\/src\/github\/context\.ts$/],
  ['github', /\/src\/github\/(?:api-error|client|patience)\.ts$/],
  ['commands', /\/src\/commands\/(?:arguments|call-settings|commands?|console)\.ts$/],
  ['check', /\/src\/(?!cli|command-line|index|main|publishing|verify)[^/]+\.ts$/],
  ['verify-form', /\/src\/(?:form\/verify\/|verify\.ts$)/],
];

export const chunkGroups: readonly CodeSplittingGroup[] = [
  ...libraries.map(([name, packages]) => ({ name: `lib/${name}`, test: new RegExp(`/node_modules/(?:${packages})/`) })),
  ...rooms.map(([name, test]) => ({ name, test })),
].map((group, index, all) => ({ ...group, priority: all.length - index }));

/** Path in dist of a chunk: of a part loaded by `import()` that of its module, else the group's name. */
export function chunkFile({ name, facadeModuleId }: Pick<PreRenderedChunk, 'name' | 'facadeModuleId'>): string {
  const module = facadeModuleId?.replace(/^.*\/src\/(.+)\.ts$/, '$1') ?? name;
  const library = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
  return `chunks/${library === undefined ? module : `lib/${library.replace('@', '').replace('/', '-')}`}.js`;
}
