import { setTimeout as sleep } from 'node:timers/promises';
import type { Assessment } from '../assessment/assessment.ts';
import { type CheckRunAnnotation, type CheckRunContent, renderCheckRun } from '../render/check-run.ts';
import { statusOf } from './api-error.ts';
import { once } from './client.ts';
import { applicationSuffix, keyOf } from './marker.ts';
import { allPages } from './pages.ts';
import type { Publication } from './publication.ts';

/** GitHub's limit for one request. */
const chunk = 50;

const superseded = 'Superseded';

interface Existing {
  readonly id: number;
  readonly url: string;
  readonly annotationCount: number;
}

/**
 * Keeps one check run with the verdict on the head commit. The one of an earlier attempt is updated in place; but annotations can't
 * be taken back, so where an old one no longer holds, a new check run takes its place, as GitHub does it for
 * repeated jobs. Of several with the name GitHub shows the newest; older ones are marked as superseded.
 *
 * @returns its address.
 * @throws Octokit's error
 */
export async function publishCheckRun(publication: Publication, sha: string): Promise<string> {
  const { client, assessment, summary, log } = publication;
  const content = renderCheckRun(assessment, summary);
  const { retries, retryBaseMs } = client.pace;
  for (let tried = 0; ; tried += 1) {
    try {
      const { id, url, missing } = await write(publication, sha, content);
      await annotate(publication, id, content, missing);
      await supersede(publication, sha, id);
      log(`Check run on ${sha.slice(0, 7)}: ${content.conclusion}, ${url}`);
      return url;
    } catch (error) {
      // A creation is only repeated after looking whether it happened although its answer was lost.
      if ((statusOf(error) ?? 0) < 500 || tried >= retries) throw error;
      await sleep((tried + 1) ** 2 * retryBaseMs);
    }
  }
}

interface Written {
  readonly id: number;
  readonly url: string;
  /** Annotations that it doesn't have yet. */
  readonly missing: readonly CheckRunAnnotation[];
}

async function write(publication: Publication, sha: string, content: CheckRunContent): Promise<Written> {
  const { client, context, assessment } = publication;
  const { annotations, conclusion } = content;
  const [newest] = await existing(publication, sha);
  const missing = newest === undefined ? annotations : await missingOn(publication, newest, annotations);
  const common = {
    owner: context.owner,
    repo: context.repo,
    status: 'completed',
    conclusion,
    details_url: context.runUrl,
    output: outputOf(content, (missing ?? annotations).slice(0, chunk)),
  } as const;
  const { data } =
    newest === undefined || missing === undefined
      ? await client.api.checks.create({
          ...common,
          name: nameOf(assessment),
          head_sha: sha,
          external_id: keyOf(assessment),
          ...once,
        })
      : // Not repeated by itself either: its annotations would be there twice.
        await client.api.checks.update({ ...common, check_run_id: newest.id, ...once });
  return { id: data.id, url: data.html_url ?? context.runUrl, missing: (missing ?? annotations).slice(chunk) };
}

async function annotate(
  { client, context: { owner, repo } }: Publication,
  id: number,
  content: CheckRunContent,
  annotations: readonly CheckRunAnnotation[],
): Promise<void> {
  for (let from = 0; from < annotations.length; from += chunk) {
    const output = outputOf(content, annotations.slice(from, from + chunk));
    await client.api.checks.update({ owner, repo, check_run_id: id, output, ...once });
  }
}

/** The newest first, without those marked as superseded. */
async function existing({ client, context, assessment }: Publication, sha: string): Promise<readonly Existing[]> {
  const name = nameOf(assessment);
  const runs = await allPages(async (page) => {
    const { owner, repo } = context;
    const { data } = await client.api.checks.listForRef({
      owner,
      repo,
      ref: sha,
      check_name: name,
      filter: 'all',
      ...page,
    });
    return data.check_runs;
  }, 10);
  return runs
    .filter((run) => run.external_id === keyOf(assessment) && run.output.title !== superseded)
    .toSorted((left, right) => right.id - left.id)
    .map((run) => ({
      id: run.id,
      url: run.html_url ?? context.runUrl,
      annotationCount: run.output.annotations_count,
    }));
}

/** Annotations still to be added; undefined when there is one that no longer holds. */
async function missingOn(
  { client, context: { owner, repo } }: Publication,
  run: Existing,
  wanted: readonly CheckRunAnnotation[],
): Promise<readonly CheckRunAnnotation[] | undefined> {
  if (run.annotationCount === 0) return wanted;
  const present = await allPages(
    async (page) => (await client.api.checks.listAnnotations({ owner, repo, check_run_id: run.id, ...page })).data,
    20,
  );
  const keys = new Set(present.map(annotationKey));
  const wantedKeys = new Set(wanted.map(annotationKey));
  if (![...keys].every((key) => wantedKeys.has(key))) return undefined;
  return wanted.filter((annotation) => !keys.has(annotationKey(annotation)));
}

function annotationKey(annotation: {
  readonly path: string;
  readonly start_line: number;
  readonly annotation_level: string | null;
  readonly title: string | null;
  readonly message: string | null;
}): string {
  const { path, start_line, annotation_level, title, message } = annotation;
  return JSON.stringify([path, start_line, annotation_level, title, message]);
}

async function supersede(publication: Publication, sha: string, id: number): Promise<void> {
  const { client, context, log } = publication;
  const older = (await existing(publication, sha)).filter((run) => run.id < id);
  for (const run of older) {
    await client.api.checks.update({
      owner: context.owner,
      repo: context.repo,
      check_run_id: run.id,
      status: 'completed',
      conclusion: 'neutral',
      output: { title: superseded, summary: 'A newer check run of the same name says how it stands.' },
    });
    log(`Marked an older check run as superseded: ${run.url}`);
  }
}

function outputOf({ title, summary, text }: CheckRunContent, annotations: readonly CheckRunAnnotation[]) {
  return { title, summary, text, annotations: [...annotations] };
}

function nameOf(assessment: Assessment): string {
  return `NCTS5 production checklist${applicationSuffix(assessment)}`;
}
