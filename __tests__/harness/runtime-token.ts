/** The runner's own id of the job, the same for every run here. */
export const jobBackendId = '00000000-0000-4000-8000-0000000000aa';

/** The runner's own id of a run, made from the run's number so that either leads to the other. */
export function runBackendId(runId: number): string {
  return `00000000-0000-4000-8000-${String(runId).padStart(12, '0')}`;
}

/** Shaped as the runner's: an (unsigned) JWT whose scope names the run. */
export function runtimeToken(runId: number): string {
  const scope = `Actions.GenericRead:00000000 Actions.Results:${runBackendId(runId)}:${jobBackendId}`;
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ scp: scope })}.loopback`;
}

/** The run that a request may act for; undefined for a header that bears none of our tokens. */
export function runOfToken(authorization: string | undefined): number | undefined {
  const payload = /^Bearer [^.]+\.([^.]+)\.loopback$/.exec(authorization ?? '')?.[1];
  if (payload === undefined) return undefined;
  const scope = Buffer.from(payload, 'base64url').toString();
  const run = /Actions\.Results:00000000-0000-4000-8000-(\d{12}):/.exec(scope)?.[1];
  return run === undefined ? undefined : Number(run);
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
