import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rolldown, type OutputChunk } from 'rolldown';
import { z } from 'zod';
import config from '../../.github/build/rolldown.config.ts';
import { repository } from '../harness/action-metadata.ts';
import { freshFolder, lastingFolder, runNode, type Ended } from '../harness/process.ts';

export const root = fileURLToPath(repository);
const demo = join(root, '__tests__/fixtures/demo');
const program = join(root, '.github/build/package.mjs');
const run = promisify(execFile);

/** No registry can be reached: an install that needs one fails instead of waiting. */
const offline = {
  PATH: process.env['PATH'] ?? '',
  HOME: lastingFolder('home'),
  npm_config_offline: 'true',
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};

/** Runs npm without network, as nobody's project: what npm says of the outer run is not handed on. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  return (await run('npm', args, { cwd, env: offline, encoding: 'utf8' })).stdout;
}

export interface Built {
  /** The bundle as the build writes it, from the sources of now. */
  readonly dist: string;
  /** Its chunks by path in `dist`, with what they import as the bundler knows it. */
  readonly chunks: ReadonlyMap<string, OutputChunk>;
}

let built: Promise<Built> | undefined;

/** The bundle, built once for all test files of a process. */
export function buildDist(): Promise<Built> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<Built> {
  const dist = join(lastingFolder('package'), 'dist');
  const { output: options, ...input } = config;
  const made = await rolldown({ ...input, cwd: root, logLevel: 'silent' });
  const { output } = await made.write({ ...(Array.isArray(options) ? options[0] : options), dir: dist });
  await made.close();
  return { dist, chunks: new Map(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part]] : []))) };
}

/** Writes the package of a dist into a folder, as the release does. */
export async function writePackage(target: string, dist: string, github?: string): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', ...(github === undefined ? {} : { GITHUB_REPOSITORY: github }) };
  return runNode({ args: [program, target, dist], cwd: root, env });
}

const packedAs = z.tuple([
  z.object({
    filename: z.string(),
    size: z.number(),
    unpackedSize: z.number(),
    files: z.array(z.object({ path: z.string(), mode: z.number() })),
    bundled: z.array(z.string()),
  }),
]);
export type Packed = z.infer<typeof packedAs>[0] & { readonly tarball: string };

export async function pack(folder: string): Promise<Packed> {
  const target = freshFolder('tarball');
  const said = await npm(['pack', folder, '--json', '--ignore-scripts', '--pack-destination', target], target);
  const [packed] = packedAs.parse(JSON.parse(said));
  return { ...packed, tarball: join(target, packed.filename) };
}

/** Installs a tarball into an empty folder. Returns the folder, and what stands in its node_modules. */
export async function install(tarball: string): Promise<{ folder: string; modules: readonly string[] }> {
  const folder = freshFolder('empty');
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(['install', '--ignore-scripts', tarball], folder);
  return { folder, modules: readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')) };
}

/** Runs the installed command under a Node, from the folder. */
export async function command(folder: string, args: readonly string[], node = process.execPath): Promise<Ended> {
  const bin = join(folder, 'node_modules/.bin/ncts5-production-checklist');
  return runNode({ node, args: [bin, ...args], cwd: folder, env: { PATH: '', HOME: folder, LANG: 'C.UTF-8' } });
}

/** The day that the demonstration's reports are about; a check on it finds them ready. */
const demoDay = Date.parse('2025-03-20T12:00:00Z');

/** A report of the demonstration as if it were about today: a check without `as-of` finds it fresh. */
export function freshReport(name: string): string {
  const days = Math.floor((Date.now() - demoDay) / 86_400_000);
  const moved = (date: string): string =>
    new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 'yyyy-MM-dd'.length);
  return readFileSync(join(demo, 'results', name), 'utf8').replaceAll(/2025-03-\d\d/g, moved);
}

/** The demonstration's settings, without those that say where and when its reports are. */
export function demoSettings(results?: string): string {
  const settings = readFileSync(join(demo, 'ncts5.yml'), 'utf8').replaceAll(/^(results:\n {2}- .*|as-of: .*)\n/gm, '');
  return results === undefined ? settings : `results: ${results}\n${settings}`;
}

export const demoReports = readdirSync(join(demo, 'results'));

/** Puts the demonstration's reports and settings into the folder of somebody who has only the package. */
export async function leaveDemo(folder: string): Promise<void> {
  await mkdir(join(folder, 'results'), { recursive: true });
  for (const name of demoReports) await writeFile(join(folder, 'results', name), freshReport(name));
  await writeFile(join(folder, 'demo.yml'), demoSettings('results/*.xml'));
}
