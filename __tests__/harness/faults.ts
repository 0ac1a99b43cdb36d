import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a loopback service does wrong, on demand. */
export type Fault =
  /** Answers with this status; `body` is the text of the answer, by default a Twirp or Azure-like error. */
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Cuts the connection; with `afterBytes`, once so many bytes of the request's body have come in. */
  | { readonly reset: true; readonly afterBytes?: number }
  /** Answers rightly, but only after this time. */
  | { readonly delayMs: number };

interface Planned {
  readonly fault: Fault;
  left: number;
}

/** Faults by route, to be used up in the order in which they were planned. */
export class Faults<Route extends string> {
  readonly #planned = new Map<Route, Planned[]>();

  /** From now on the next `times` requests of the route meet the fault. */
  plan(route: Route, fault: Fault, times: number = Number.POSITIVE_INFINITY): void {
    const list = this.#planned.get(route) ?? [];
    list.push({ fault, left: times });
    this.#planned.set(route, list);
  }

  clear(): void {
    this.#planned.clear();
  }

  /**
   * Commits the fault that is due on this route, if any.
   *
   * @returns true when the request has been dealt with, and the caller must not answer any more.
   */
  async strike(route: Route, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const due = this.#planned.get(route)?.find((planned) => planned.left > 0);
    if (due === undefined) return false;
    due.left -= 1;
    const { fault } = due;
    if ('delayMs' in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      return false;
    }
    if ('reset' in fault) {
      await resetAfter(request, fault.afterBytes ?? 0);
      return true;
    }
    request.resume();
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
    response.end(fault.body ?? JSON.stringify({ code: 'internal', msg: `planned fault ${fault.status}` }));
    return true;
  }
}

async function resetAfter(request: IncomingMessage, bytes: number): Promise<void> {
  // Leaving the loop below ends the request, and with it the way to its socket.
  const { socket } = request;
  let seen = 0;
  if (bytes > 0) {
    for await (const chunk of request) {
      seen += Buffer.isBuffer(chunk) ? chunk.length : 0;
      if (seen >= bytes) break;
    }
  }
  socket.resetAndDestroy();
}
