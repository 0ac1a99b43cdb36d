import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Fault, Faults } from '../faults.ts';
import { listen, textOf } from '../loopback.ts';
import { Description, isJson } from './openapi.ts';
import { type Answer, type Needs, repositoryPath, type Scope, routes } from './routes.ts';
import { unwrittenRules } from './rules.ts';
import { type Account, actionsBot, State } from './state.ts';

/** One request as it came in and how it was answered. */
export interface SeenCall {
  /** Without `/repos/{owner}/{repo}`: `POST /check-runs`. */
  readonly route: string;
  readonly url: string;
  readonly body: unknown;
  readonly status: number | 'reset';
}

export type Permissions = Readonly<Partial<Record<Scope, 'read' | 'write'>>>;

export const allPermissions: Permissions = {
  actions: 'read',
  checks: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
};

/**
 * GitHub's REST interface on loopback, with a memory. Every request and every answer is held against GitHub's own
 * OpenAPI description; what breaks it, or a rule that isn't in it, is kept in `violations`.
 */
export interface GitHubServer {
  /** GITHUB_API_URL. */
  readonly origin: string;
  readonly state: State;
  readonly calls: readonly SeenCall[];
  /** A test fails when this isn't empty at its end. */
  readonly violations: readonly string[];
  /** What the token in use may do. */
  permissions: Permissions;
  /** Whose token is in use: by default the workflow's own. */
  account: Account;
  /** What a proxy on the way makes of pages that are larger. */
  maxPerPage: number;
  fault(route: string, fault: Fault, times?: number): void;
  /** Does what the request asks, but breaks the connection instead of answering, or in the middle of the answer. */
  loseAnswer(route: string, how?: 'whole' | 'half', times?: number): void;
  /** Called once, right before the next request of the route is dealt with: what somebody else did meanwhile. */
  meanwhile(route: string, deed: (state: State) => void): void;
  reset(): void;
  stop(): Promise<void>;
}

/** The primary limit, used up; it starts again in so many seconds. */
export function primaryLimit(seconds: number): Fault {
  return {
    status: 403,
    headers: {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
    },
    body: JSON.stringify({ message: 'API rate limit exceeded for installation ID 1.' }),
  };
}

/** The secondary limit, against bursts. */
export function secondaryLimit(seconds: number, status: 403 | 429 = 403): Fault {
  return {
    status,
    headers: { 'retry-after': String(seconds) },
    body: JSON.stringify({ message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' }),
  };
}

export async function startGitHub(): Promise<GitHubServer> {
  const description = new Description();
  const faults = new Faults<string>();
  const lost = new Map<string, { how: 'whole' | 'half'; left: number }>();
  const deeds = new Map<string, (state: State) => void>();
  const calls: SeenCall[] = [];
  const violations: string[] = [];
  const server: { state: State; permissions: Permissions; account: Account; maxPerPage: number } = {
    state: new State(),
    permissions: allPermissions,
    account: actionsBot,
    maxPerPage: 100,
  };
  let table = routes(server.state, description);

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    const operation = description.operation(method, url.pathname);
    const route = operation?.route.replace('/repos/{owner}/{repo}', '') ?? `${method} ${url.pathname}`;
    const seen = (status: SeenCall['status'], body?: unknown): void =>
      void calls.push({ route, url: url.pathname + url.search, body, status });
    const known = table[route];
    if (operation === undefined || known === undefined) {
      violations.push(`${route}: ${operation === undefined ? 'no route of GitHub' : 'not built into the test server'}`);
      seen(404);
      return send(response, 404, { message: 'Not Found' });
    }
    if (url.pathname !== '/user' && !url.pathname.startsWith(`${repositoryPath}/`)) {
      violations.push(`${route}: asked for another repository, ${url.pathname}`);
    }
    // Faults may cut the connection while the body comes in, so they go first; their statuses are logged, too.
    const struck = await faults.strike(route, request, response);
    if (struck) return seen(response.headersSent ? response.statusCode : 'reset');

    const text = await textOf(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const fields = isJson(body) ? body : {};
    const wrong = [
      ...description.requestFaults(operation, url.searchParams, body),
      ...unwrittenRules(route, url.searchParams, fields),
      ...(request.headers['user-agent'] === undefined ? [`${route}: no user agent`] : []),
    ];
    violations.push(...wrong);
    const deed = deeds.get(route);
    deeds.delete(route);
    deed?.(server.state);
    let answer: Answer;
    if (request.headers.authorization === undefined) {
      answer = { status: 401, body: { message: 'Requires authentication' } };
    } else if (!allowed(known.needs, server.permissions)) answer = forbidden(known.needs);
    else if (wrong.length > 0) answer = { status: 422, body: { message: wrong.join('; ') } };
    else {
      answer = known.handle({
        path: operation.path,
        query: url.searchParams,
        body: fields,
        account: server.account,
      });
    }
    const whole = paged(answer, url, `http://${request.headers.host}`, server.maxPerPage);
    violations.push(...description.responseFaults(operation.route, whole.status, whole.body));
    const loss = lost.get(route);
    if (loss === undefined || loss.left <= 0) {
      seen(whole.status, body);
      return send(response, whole.status, whole.body, whole.headers);
    }
    loss.left -= 1;
    seen('reset', body);
    if (loss.how === 'whole') return void request.socket.resetAndDestroy();
    const bytes = Buffer.from(JSON.stringify(whole.body ?? {}));
    response.writeHead(whole.status, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
  };
  const { origin, close } = await listen((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // A client that has lost its patience with a slow answer.
      if (request.socket.destroyed) return;
      violations.push(`the server itself failed: ${String(error)}`);
      if (!response.headersSent) send(response, 500, { message: String(error) });
    });
  });

  return {
    origin,
    get state() {
      return server.state;
    },
    calls,
    violations,
    get permissions() {
      return server.permissions;
    },
    set permissions(permissions) {
      server.permissions = permissions;
    },
    get account() {
      return server.account;
    },
    set account(account) {
      server.account = account;
    },
    get maxPerPage() {
      return server.maxPerPage;
    },
    set maxPerPage(max) {
      server.maxPerPage = max;
    },
    fault: (route, fault, times) => faults.plan(route, fault, times),
    loseAnswer: (route, how = 'whole', times = 1) => void lost.set(route, { how, left: times }),
    meanwhile: (route, deed) => void deeds.set(route, deed),
    reset() {
      server.state = new State();
      server.permissions = allPermissions;
      server.account = actionsBot;
      server.maxPerPage = 100;
      table = routes(server.state, description);
      faults.clear();
      lost.clear();
      deeds.clear();
      calls.length = 0;
      violations.length = 0;
    },
    stop: close,
  };
}

function allowed(needs: readonly Needs[], permissions: Permissions): boolean {
  return needs.length === 0 || needs.some(({ scope, level }) => permissions[scope] === level);
}

function forbidden(needs: readonly Needs[]): Answer {
  const accepted = needs.map(({ scope, level }) => `${scope.replaceAll('-', '_')}=${level}`).join('; ');
  return {
    status: 403,
    body: { message: 'Resource not accessible by integration' },
    headers: { 'x-accepted-github-permissions': accepted },
  };
}

interface Whole {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Cuts a list into the page asked for and says in a Link header where the others are. */
function paged(answer: Answer, url: URL, base: string, maxPerPage: number): Whole {
  if ('status' in answer) return { status: answer.status, body: answer.body, headers: answer.headers ?? {} };
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), maxPerPage);
  const page = Number(url.searchParams.get('page') ?? 1);
  const items = answer.list.slice((page - 1) * size, page * size);
  const last = Math.max(1, Math.ceil(answer.list.length / size));
  const to = (target: number, rel: string): string => {
    const link = new URL(url.pathname + url.search, base);
    link.searchParams.set('page', String(target));
    return `<${link.href}>; rel="${rel}"`;
  };
  const links = page < last ? [to(page + 1, 'next'), to(last, 'last')] : [];
  const headers = links.length > 0 ? { link: links.join(', ') } : undefined;
  const body = answer.under === undefined ? items : { total_count: answer.list.length, [answer.under]: items };
  return { status: 200, body, headers: { ...headers } };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
