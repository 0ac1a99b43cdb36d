import { Readable } from 'node:stream';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';
import { HttpClient } from '@actions/http-client';
import { setSecret } from '@actions/core';

/*
 * The artifact service of a workflow run, spoken to as GitHub's toolkit does it (@actions/artifact 6.2.1): JSON to a Twirp
 * service, then the bytes to a signed address of blob storage. The toolkit knows only the upload as a whole, which can't be
 * begun again once the name is taken; here each step can be repeated by itself.
 */

/** A refusal or a failure of one step. */
export class ServiceError extends Error {
  /** Of HTTP; 500 also for a connection that broke, as Octokit has it. */
  readonly status: number;
  /** There was no answer at all. */
  readonly isConnection: boolean;
  /** For `rateLimitSeconds`. */
  readonly response: { readonly headers: Readonly<Record<string, string>> };

  constructor(message: string, status: number, options: { isConnection?: boolean; retryAfter?: string } = {}) {
    super(message);
    this.status = status;
    this.isConnection = options.isConnection ?? false;
    this.response = { headers: status === 429 ? { 'retry-after': options.retryAfter ?? '2' } : {} };
  }
}

interface StoredArtifact {
  readonly id: number;
  /** Bytes. */
  readonly size: number;
  /** `sha256:<hex>`; undefined where the service doesn't tell. */
  readonly digest: string | undefined;
}

/** A connection that says nothing for so long is broken. */
const silenceMs = 30_000;

export class ArtifactService {
  readonly #url: string;
  readonly #http: HttpClient;
  readonly #storage: HttpClient;
  readonly #ids: Readonly<Record<string, string>>;

  /**
   * @param url ACTIONS_RESULTS_URL
   * @param token ACTIONS_RUNTIME_TOKEN, whose scope names the run and the job.
   * @throws Error for a token that doesn't.
   */
  constructor(url: string, token: string) {
    const options = { socketTimeout: silenceMs, allowRetries: false };
    this.#url = new URL('/twirp/github.actions.results.api.v1.ArtifactService/', url).href;
    this.#http = new HttpClient('ncts5-production-checklist', [new BearerCredentialHandler(token)], options);
    this.#storage = new HttpClient('ncts5-production-checklist', [], options);
    this.#ids = idsIn(token);
  }

  /** Takes a name. Gives the signed address that the bytes go to. */
  async create(name: string, mimeType: string, expiresAt: Date | undefined): Promise<string> {
    const answer = await this.#call('CreateArtifact', {
      name,
      version: 7,
      mime_type: mimeType,
      ...(expiresAt === undefined ? undefined : { expires_at: expiresAt.toISOString() }),
    });
    const address = answer['signed_upload_url'];
    if (answer['ok'] !== true || typeof address !== 'string' || !URL.canParse(address)) {
      throw new ServiceError('the answer to CreateArtifact has no address to upload to', 502);
    }
    const signature = new URL(address).searchParams.get('sig') ?? '';
    for (const secret of [signature, encodeURIComponent(signature)]) {
      if (secret !== '') {
        setSecret(secret);
      }
    }
    return address;
  }

  /** Puts all bytes there, in place of what is there. */
  async put(address: string, bytes: Uint8Array, mimeType: string): Promise<void> {
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Length': bytes.length,
      'x-ms-blob-type': 'BlockBlob',
      'x-ms-blob-content-type': mimeType,
    };
    const body = Readable.from([Buffer.from(bytes)]);
    await this.#send('the upload', () => this.#storage.request('PUT', address, body, headers));
  }

  /** Says that the bytes are complete. Gives the artifact's number. */
  async finalize(name: string, size: number, digest: string): Promise<number> {
    const answer = await this.#call('FinalizeArtifact', { name, size: String(size), hash: digest });
    const id = Number(answer['artifact_id']);
    if (answer['ok'] !== true || !Number.isSafeInteger(id) || id <= 0) {
      throw new ServiceError('the answer to FinalizeArtifact has no artifact in it', 400);
    }
    return id;
  }

  /** The finished artifact of that name in this run. */
  async find(name: string): Promise<StoredArtifact | undefined> {
    const { artifacts } = await this.#call('ListArtifacts', { name_filter: name });
    const found: unknown = Array.isArray(artifacts)
      ? artifacts.find((one: unknown) => field(one, 'name') === name)
      : undefined;
    if (found === undefined) {
      return undefined;
    }
    const digest = field(found, 'digest');
    return {
      id: Number(field(found, 'database_id')),
      size: Number(field(found, 'size')),
      digest: typeof digest === 'string' ? digest : undefined,
    };
  }

  /** Gives a name free again. */
  async remove(name: string): Promise<void> {
    await this.#call('DeleteArtifact', { name });
  }

  async #call(method: string, fields: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    const body = JSON.stringify({ ...this.#ids, ...fields });
    const headers = { 'Content-Type': 'application/json' };
    const text = await this.#send(method, () => this.#http.post(this.#url + method, body, headers));
    const answer = parsed(text);
    if (answer === undefined) {
      throw new ServiceError(`the answer to ${method} is not the service's but something else`, 502);
    }
    return answer;
  }

  /** The text of the answer. Undefined statuses don't happen in answers. */
  async #send(step: string, request: () => ReturnType<HttpClient['post']>): Promise<string> {
    let status = 0;
    let text = '';
    let retryAfter: string | undefined;
    try {
      const { message, readBody } = await requestOf(request);
      status = message.statusCode ?? 0;
      retryAfter = message.headers['retry-after'];
      text = await readBody();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new ServiceError(`${step}: ${why}`, 500, { isConnection: true });
    }
    if (status >= 200 && status < 300) {
      return text;
    }
    const said = field(parsed(text), 'msg');
    const why = `${step}: ${status}${typeof said === 'string' ? `, ${said}` : ''}`;
    throw new ServiceError(why, status, retryAfter === undefined ? {} : { retryAfter });
  }
}

async function requestOf(request: () => ReturnType<HttpClient['post']>) {
  const response = await request();
  return { message: response.message, readBody: () => response.readBody() };
}

/** Which run and job a token is for: `Actions.Results:<run>:<job>` among the scopes of its second part. */
function idsIn(token: string): Readonly<Record<string, string>> {
  const payload = parsed(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const scopes = field(payload, 'scp');
  const found = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(typeof scopes === 'string' ? scopes : '');
  if (found === null) {
    throw new Error('the token of the runner (ACTIONS_RUNTIME_TOKEN) does not name its run and job');
  }
  return { workflow_run_backend_id: found[1] ?? '', workflow_job_run_backend_id: found[2] ?? '' };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
