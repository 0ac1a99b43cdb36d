import { type Description, isJson, type Json } from './openapi.ts';
import { present } from './present.ts';
import { text } from './rules.ts';
import { repository, type Account, type State } from './state.ts';

/** A request that has passed GitHub's description. */
export interface Call {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** Whose token it came with. */
  readonly account: Account;
}

export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** To be cut into pages; with `under`, wrapped in an object beside `total_count`. */
  | { readonly list: readonly Json[]; readonly under?: string };

export type Handler = (call: Call) => Answer;

/** The permission of the workflow's token that a route needs, by the name of the `permissions` key. */
export interface Needs {
  readonly scope: Scope;
  readonly level: 'read' | 'write';
}

export type Scope = 'actions' | 'checks' | 'issues' | 'pull-requests' | 'statuses';

export interface Route {
  /** Either of them will do; none: any token. */
  readonly needs: readonly Needs[];
  readonly handle: Handler;
}

const read = (scope: Scope): Needs => ({ scope, level: 'read' });
const write = (scope: Scope): Needs => ({ scope, level: 'write' });
const notFound: Answer = { status: 404, body: { message: 'Not Found' } };
const invalid = (message: string): Answer => ({ status: 422, body: { message: `Validation Failed: ${message}` } });

/** GitHub's routes as far as the action uses them, without `/repos/{owner}/{repo}`. */
export function routes(state: State, description: Description): Readonly<Record<string, Route>> {
  const show = present(state, description);
  const conversation = [write('issues'), write('pull-requests')];
  const seeConversation = [...conversation, read('issues'), read('pull-requests')];

  return {
    'GET /user': {
      needs: [],
      handle: ({ account }) =>
        account.type === 'Bot'
          ? { status: 403, body: { message: 'Resource not accessible by integration' } }
          : { status: 200, body: show.publicUser(account) },
    },
    'POST /check-runs': {
      needs: [write('checks')],
      handle({ body }) {
        const run = {
          id: state.nextId(),
          name: String(body['name']),
          headSha: String(body['head_sha']),
          externalId: text(body['external_id']) ?? '',
          status: 'queued',
          conclusion: undefined,
          detailsUrl: undefined,
          title: undefined,
          summary: undefined,
          text: undefined,
          annotations: [],
        };
        if (!/^[0-9a-f]{40}$/.test(run.headSha)) return invalid(`No commit found for SHA: ${run.headSha}`);
        state.checkRuns.push(run);
        updateCheckRun(run, body);
        return { status: 201, body: show.checkRun(run) };
      },
    },
    'PATCH /check-runs/{check_run_id}': {
      needs: [write('checks')],
      handle({ path, body }) {
        const run = state.checkRuns.find(({ id }) => id === Number(path['check_run_id']));
        if (run === undefined) return notFound;
        updateCheckRun(run, body);
        return { status: 200, body: show.checkRun(run) };
      },
    },
    'GET /check-runs/{check_run_id}/annotations': {
      needs: [read('checks'), write('checks')],
      handle({ path }) {
        const run = state.checkRuns.find(({ id }) => id === Number(path['check_run_id']));
        return run === undefined ? notFound : { list: run.annotations.map(show.annotation) };
      },
    },
    'GET /commits/{ref}/check-runs': {
      needs: [read('checks'), write('checks')],
      handle({ path, query }) {
        const name = query.get('check_name');
        const found = state.checkRuns
          .filter((run) => run.headSha === path['ref'] && (name === null || run.name === name))
          .toSorted((left, right) => right.id - left.id);
        const latest = found.filter((run, index) => found.findIndex((other) => other.name === run.name) === index);
        return { list: (query.get('filter') === 'all' ? found : latest).map(show.checkRun), under: 'check_runs' };
      },
    },
    'POST /statuses/{sha}': {
      needs: [write('statuses')],
      handle({ path, body }) {
        const says = text(body['description']);
        if (says !== undefined && says.length > 140) {
          return invalid('description is too long (maximum is 140 characters)');
        }
        const status = {
          id: state.nextId(),
          sha: path['sha'] ?? '',
          state: String(body['state']),
          context: text(body['context']) ?? 'default',
          description: says,
          targetUrl: text(body['target_url']),
        };
        state.statuses.push(status);
        return { status: 201, body: show.status(status) };
      },
    },
    'GET /commits/{ref}/statuses': {
      needs: [read('statuses'), write('statuses')],
      handle({ path }) {
        const found = state.statuses.filter(({ sha }) => sha === path['ref']);
        return { list: found.toSorted((left, right) => right.id - left.id).map(show.status) };
      },
    },
    'GET /issues': {
      needs: seeConversation,
      handle({ query }) {
        const wanted = query.get('state') ?? 'open';
        const labels = query.get('labels')?.split(',') ?? [];
        const oldestFirst = query.get('direction') === 'asc';
        const found = state.issues
          .filter((issue) => wanted === 'all' || issue.state === wanted)
          .filter((issue) => labels.every((label) => issue.labels.includes(label)))
          .toSorted((left, right) => (oldestFirst ? left.number - right.number : right.number - left.number));
        return { list: found.map(show.issue) };
      },
    },
    'POST /issues': {
      needs: [write('issues')],
      handle({ body, account }) {
        if ((text(body['body']) ?? '').length > 65_536) {
          return invalid('body is too long (maximum is 65536 characters)');
        }
        const issue = state.addIssue({
          title: String(body['title']),
          body: text(body['body']) ?? '',
          labels: Array.isArray(body['labels']) ? body['labels'].map(String) : [],
          user: account,
        });
        return { status: 201, body: show.issue(issue) };
      },
    },
    'PATCH /issues/{issue_number}': {
      needs: conversation,
      handle({ path, body }) {
        const issue = state.issues.find(({ number }) => number === Number(path['issue_number']));
        if (issue === undefined) return notFound;
        if ((text(body['body']) ?? '').length > 65_536) {
          return invalid('body is too long (maximum is 65536 characters)');
        }
        issue.title = text(body['title']) ?? issue.title;
        issue.body = text(body['body']) ?? issue.body;
        if (body['state'] === 'open' || body['state'] === 'closed') issue.state = body['state'];
        issue.stateReason = text(body['state_reason']) ?? issue.stateReason;
        if (Array.isArray(body['labels'])) issue.labels = body['labels'].map(String);
        return { status: 200, body: show.issue(issue) };
      },
    },
    'GET /issues/{issue_number}/comments': {
      needs: seeConversation,
      handle: ({ path }) =>
        state.issues.some(({ number }) => number === Number(path['issue_number']))
          ? { list: state.comments.filter(({ issue }) => issue === Number(path['issue_number'])).map(show.comment) }
          : notFound,
    },
    'POST /issues/{issue_number}/comments': {
      needs: conversation,
      handle({ path, body, account }) {
        const issue = Number(path['issue_number']);
        if (!state.issues.some(({ number }) => number === issue)) return notFound;
        const said = text(body['body']) ?? '';
        if (said.length > 65_536) return invalid('body is too long (maximum is 65536 characters)');
        return { status: 201, body: show.comment(state.addComment(issue, said, account)) };
      },
    },
    'PATCH /issues/comments/{comment_id}': {
      needs: conversation,
      handle({ path, body, account }) {
        const comment = state.comments.find(({ id }) => id === Number(path['comment_id']));
        if (comment === undefined) return notFound;
        if (comment.user.login !== account.login) return { status: 403, body: { message: 'Must have admin rights' } };
        const said = text(body['body']) ?? '';
        if (said.length > 65_536) return invalid('body is too long (maximum is 65536 characters)');
        comment.body = said;
        return { status: 200, body: show.comment(comment) };
      },
    },
    'DELETE /issues/comments/{comment_id}': {
      needs: conversation,
      handle({ path }) {
        const index = state.comments.findIndex(({ id }) => id === Number(path['comment_id']));
        if (index < 0) return notFound;
        state.comments.splice(index, 1);
        return { status: 204 };
      },
    },
    'GET /pulls': {
      needs: [read('pull-requests'), write('pull-requests')],
      handle({ query }) {
        const head = query.get('head');
        const wanted = query.get('state') ?? 'open';
        return {
          list: state.pulls
            .filter((pull) => wanted === 'all' || pull.state === wanted)
            .filter((pull) => head === null || `${pull.headRepository.split('/')[0]}:${pull.headBranch}` === head)
            .map(show.pull),
        };
      },
    },
    'GET /actions/artifacts': {
      needs: [read('actions'), write('actions')],
      handle({ query }) {
        const name = query.get('name');
        const found = state.artifacts
          .filter((artifact) => name === null || artifact.name === name)
          .toSorted((left, right) => right.createdAt.getTime() - left.createdAt.getTime());
        return { list: found.map(show.artifact), under: 'artifacts' };
      },
    },
    'GET /actions/artifacts/{artifact_id}/{archive_format}': {
      needs: [read('actions'), write('actions')],
      handle({ path }) {
        const artifact = state.artifacts.find(({ id }) => id === Number(path['artifact_id']));
        if (artifact === undefined) return notFound;
        if (artifact.expired) return { status: 410, body: { message: 'Artifact has expired' } };
        return { status: 302, headers: { location: artifact.downloadUrl() } };
      },
    },
    'GET /actions/runs/{run_id}': {
      needs: [read('actions'), write('actions')],
      handle({ path }) {
        const run = state.runs.find(({ id }) => id === Number(path['run_id']));
        return run === undefined ? notFound : { status: 200, body: show.run(run) };
      },
    },
    'GET /actions/workflows/{workflow_id}/runs': {
      needs: [read('actions'), write('actions')],
      handle({ path, query }) {
        const since = /^>=(.+)$/.exec(query.get('created') ?? '')?.[1];
        const ofWorkflow = state.runs.filter((run) => run.path.endsWith(`/${path['workflow_id']}`));
        if (ofWorkflow.length === 0) return notFound;
        const found = ofWorkflow
          .filter((run) => query.get('branch') === null || run.headBranch === query.get('branch'))
          .filter((run) => since === undefined || run.startedAt.getTime() >= Date.parse(since))
          .toSorted((left, right) => right.startedAt.getTime() - left.startedAt.getTime());
        return { list: found.map(show.run), under: 'workflow_runs' };
      },
    },
  };
}

/** Where the rest of the world reaches the repository. */
export const repositoryPath = `/repos/${repository.owner}/${repository.name}`;

function updateCheckRun(run: State['checkRuns'][number], body: Json): void {
  run.name = text(body['name']) ?? run.name;
  run.externalId = text(body['external_id']) ?? run.externalId;
  run.detailsUrl = text(body['details_url']) ?? run.detailsUrl;
  run.conclusion = text(body['conclusion']) ?? run.conclusion;
  run.status = run.conclusion === undefined ? (text(body['status']) ?? run.status) : 'completed';
  const { output } = body;
  if (!isJson(output)) return;
  run.title = text(output['title']) ?? run.title;
  run.summary = text(output['summary']) ?? run.summary;
  run.text = text(output['text']) ?? run.text;
  // GitHub appends: annotations can't be taken back.
  if (Array.isArray(output['annotations'])) run.annotations.push(...output['annotations'].filter(isJson));
}
