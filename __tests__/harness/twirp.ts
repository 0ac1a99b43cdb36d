import { z } from 'zod';

const ids = { workflow_run_backend_id: z.uuid(), workflow_job_run_backend_id: z.uuid() };
const name = z
  .string()
  .min(1)
  .regex(/^[^":<>|*?\r\n\\/]+$/, 'holds a character that artifact names must not hold');
/** The requests as the protocol has them, in JSON: int64 as strings, times as ISO 8601, nothing unknown. */
export const bodies = {
  CreateArtifact: z.strictObject({
    ...ids,
    name,
    version: z.int().min(4).max(7),
    mime_type: z.string().optional(),
    expires_at: z.iso.datetime().optional(),
  }),
  FinalizeArtifact: z.strictObject({
    ...ids,
    name,
    size: z.string().regex(/^\d+$/),
    hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  }),
  ListArtifacts: z.strictObject({
    ...ids,
    name_filter: z.string().optional(),
    id_filter: z.string().regex(/^\d+$/).optional(),
  }),
  GetSignedArtifactURL: z.strictObject({ ...ids, name }),
  DeleteArtifact: z.strictObject({ ...ids, name }),
};
export type Method = keyof typeof bodies;

/** An answer other than 200, in Twirp's form. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @throws Refusal 400 that lists what is wrong with the request. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'malformed', z.prettifyError(parsed.error));
}
