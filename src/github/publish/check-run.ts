import { collect, once } from '../client.ts';
import { retrying } from '../patience.ts';
import type { CheckRunAnnotation, CheckRunContent } from './contents.ts';
import { isAfter, readMark, writeMark } from './mark.ts';
import type { Publication, PublishedVerdict } from './earlier-verdicts.ts';

/** GitHub's limit for one request. */
const maxAnnotations = 50;

const superseded = 'Superseded';

interface Existing extends PublishedVerdict {
  readonly id: number;
  readonly name: string;
  readonly annotationCount: number;
  readonly conclusion: string | null;
  readonly output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null };
  readonly detailsUrl: string | null;
}

/**
 * Keeps one check run with the verdict on the head commit. The one of an earlier attempt is updated in place; but
 * annotations can't be taken back, so where an old one no longer holds, a new check run takes its place, as GitHub does
 * it for repeated jobs. Of several with the name GitHub shows the newest; older ones are marked as superseded.
 *
 * @throws Octokit's error
 */
export async function publishCheckRun(publication: Publication, sha: string, content: CheckRunContent): Promise<void> {
  // A creation is only repeated after looking whether it happened although its answer was lost.
  await retrying(publication.client.pace, () => publishOnce(publication, sha, content));
}

async function publishOnce(publication: Publication, sha: string, content: CheckRunContent): Promise<void> {
  const { earlier, contested, log, onlyWhereReady } = publication;
  const before = await existing(publication, sha);
  const decision = earlier.decide(before);
  if (decision === 'leave' || (onlyWhereReady && !before.some(({ isReady }) => isReady))) {
    return;
  }
  const wanted = decision === 'contest' ? contested.checkRun : content;
  const { id, url, missing } = await write(publication, sha, before[0], wanted);
  await addAnnotations(publication, id, wanted, missing);
  log(`Check run on ${sha.slice(0, 7)}: ${wanted.conclusion}, ${url}`);
  const after = await existing(publication, sha);
  await settle(publication, id, after);
  await supersede(
    publication,
    after.filter((run) => run.id < id),
  );
}

/** What other runs wrote meanwhile: GitHub shows the newest check run, so that has to say what the latest run says. */
async function settle(publication: Publication, id: number, all: readonly Existing[]): Promise<void> {
  const { client, context, earlier, contested } = publication;
  const { owner, repo } = context;
  const decision = earlier.decide(all);
  const newest = all[0]?.id ?? id;
  if (decision === 'contest') {
    const { conclusion, ...output } = contested.checkRun;
    await client.api.checks.update({ owner, repo, check_run_id: newest, conclusion, output: outputOf(output, []) });
  }
  const later = all.toSorted((left, right) => (isAfter(left.mark, right.mark) ? -1 : 1))[0];
  if (decision === 'leave' && newest === id && later !== undefined && later.id !== id) {
    const { conclusion, detailsUrl, output } = later;
    await client.api.checks.update({
      owner,
      repo,
      check_run_id: id,
      external_id: writeMark(later.mark),
      conclusion: conclusion === 'success' || conclusion === 'neutral' ? conclusion : 'failure',
      details_url: detailsUrl ?? context.runUrl,
      output: { title: output.title ?? '', summary: output.summary ?? '', text: output.text ?? '' },
    });
  }
}

interface Written {
  readonly id: number;
  readonly url: string;
  /** Annotations that it doesn't have yet. */
  readonly missing: readonly CheckRunAnnotation[];
}

async function write(
  publication: Publication,
  sha: string,
  newest: Existing | undefined,
  content: CheckRunContent,
): Promise<Written> {
  const { client, context, use, mark } = publication;
  const { annotations, conclusion } = content;
  const missing = newest === undefined ? annotations : await missingOn(publication, newest, annotations);
  const common = {
    owner: context.owner,
    repo: context.repo,
    status: 'completed',
    conclusion,
    details_url: context.runUrl,
    external_id: writeMark({ ...mark, isReady: conclusion === 'success' }),
    output: outputOf(content, (missing ?? annotations).slice(0, maxAnnotations)),
  } as const;
  const { data } =
    newest === undefined || missing === undefined
      ? await client.api.checks.create({ ...common, name: newest?.name ?? use.name, head_sha: sha, ...once })
      : // Not repeated by itself either: its annotations would be there twice.
        await client.api.checks.update({ ...common, check_run_id: newest.id, ...once });
  return {
    id: data.id,
    url: data.html_url ?? context.runUrl,
    missing: (missing ?? annotations).slice(maxAnnotations),
  };
}

async function addAnnotations(
  { client, context: { owner, repo } }: Publication,
  id: number,
  content: CheckRunContent,
  annotations: readonly CheckRunAnnotation[],
): Promise<void> {
  for (let from = 0; from < annotations.length; from += maxAnnotations) {
    const output = outputOf(content, annotations.slice(from, from + maxAnnotations));
    await client.api.checks.update({ owner, repo, check_run_id: id, output, ...once });
  }
}

/** The newest first, without those marked as superseded and those of others. */
async function existing(
  { client, context, use, onlyWhereReady }: Publication,
  sha: string,
): Promise<readonly Existing[]> {
  const { owner, repo } = context;
  // What is withdrawn may bear a name that only a configuration knows which can't be read.
  const byName = onlyWhereReady ? undefined : { check_name: use.name };
  const query = { owner, repo, ref: sha, filter: 'all', per_page: 100, ...byName } as const;
  const { items } = await collect(client.pages(client.api.checks.listForRef, query), 20);
  return items
    .flatMap((run): Existing[] => {
      const mark = readMark(run.external_id);
      if (mark === undefined || run.output.title === superseded) {
        return [];
      }
      if (run.name !== use.name && mark.key !== use.key) {
        return [];
      }
      return [
        {
          id: run.id,
          name: run.name,
          mark,
          isReady: run.conclusion === 'success',
          url: run.html_url ?? context.runUrl,
          annotationCount: run.output.annotations_count,
          conclusion: run.conclusion,
          output: run.output,
          detailsUrl: run.details_url,
        },
      ];
    })
    .toSorted((left, right) => right.id - left.id);
}

/** Annotations still to be added; undefined when there is one that no longer holds. */
async function missingOn(
  { client, context: { owner, repo } }: Publication,
  run: Existing,
  wanted: readonly CheckRunAnnotation[],
): Promise<readonly CheckRunAnnotation[] | undefined> {
  if (run.annotationCount === 0) {
    return wanted;
  }
  const query = { owner, repo, check_run_id: run.id, per_page: 100 };
  const { items } = await collect(client.pages(client.api.checks.listAnnotations, query), 20);
  const keys = new Set(items.map(annotationKey));
  const wantedKeys = new Set(wanted.map(annotationKey));
  if (![...keys].every((key) => wantedKeys.has(key))) {
    return undefined;
  }
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

async function supersede({ client, context, log }: Publication, older: readonly Existing[]): Promise<void> {
  for (const run of older) {
    await client.api.checks.update({
      owner: context.owner,
      repo: context.repo,
      check_run_id: run.id,
      status: 'completed',
      conclusion: 'neutral',
      output: { title: superseded, summary: 'A newer check run of the same name has the verdict.' },
    });
    log(`Marked an older check run as superseded: ${run.url}`);
  }
}

function outputOf(
  { title, summary, text }: Pick<CheckRunContent, 'title' | 'summary' | 'text'>,
  annotations: readonly CheckRunAnnotation[],
) {
  return { title, summary, text, annotations: [...annotations] };
}
