import { execFileSync } from 'node:child_process';

export interface NodeBinary {
  /** `Node 24.21.0` */
  readonly name: string;
  readonly path: string;
  readonly major: number;
}

/** The Node binaries to run the built entries on: this one, and those named by NODE20 and NODE24. One of each version. */
export const nodes: readonly NodeBinary[] = found('NODE20', 'NODE24');

/** Those to run the package on: Node 22 as well, which GitHub runs no action on but people have. */
export const nodesOfPeople: readonly NodeBinary[] = found('NODE20', 'NODE22', 'NODE24');

function found(...variables: readonly string[]): readonly NodeBinary[] {
  return [process.execPath, ...variables.map((name) => process.env[name])]
    .flatMap((path) => (path === undefined || path === '' ? [] : [describe(path)]))
    .filter((node, index, all) => all.findIndex((other) => other.name === node.name) === index);
}

/** On which GitHub runs the action, where there is one here; else this one. */
export const actionNode: string = nodes.find(({ major }) => major === 24)?.path ?? process.execPath;

function describe(path: string): NodeBinary {
  const version = execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
  return { name: `Node ${version}`, path, major: Number.parseInt(version, 10) };
}
