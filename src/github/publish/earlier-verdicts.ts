import type { Finding } from '../../finding.ts';
import type { GitHubClient, Log } from '../client.ts';
import type { RunContext } from '../context.ts';
import { type Mark, relationOf, type Use } from './mark.ts';
import type { AllPublications } from './contents.ts';

/** What every way of publishing needs. */
export interface Publication {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly use: Use;
  readonly log: Log;
  /** This run's, for what it publishes now. */
  readonly mark: Mark;
  /** What is said in place of a verdict that two uses of one name contest. */
  readonly contested: AllPublications;
  /** Nothing new is written: only a 'ready' of an earlier run is withdrawn. */
  readonly onlyWhereReady: boolean;
  readonly earlier: EarlierVerdicts;
}

/** A verdict of the action that stands somewhere on GitHub. */
export interface PublishedVerdict {
  readonly mark: Mark;
  /** What it shows, whatever its mark says. */
  readonly isReady: boolean;
  readonly url: string;
}

/** What stands already in one place of publishing, and what follows from it. */
export class EarlierVerdicts {
  readonly #own: Mark;
  /** Completes 'left … as it is': `the check run`. */
  readonly #what: string;
  #ready: PublishedVerdict | undefined;
  #later: PublishedVerdict | undefined;
  #shared: PublishedVerdict | undefined;
  #wasSeen = false;

  constructor(what: string, own: Mark) {
    this.#what = what;
    this.#own = own;
  }

  /** What to do with a place in which these stand: write this run's verdict, leave it, or say that it is contested. */
  decide(verdicts: readonly PublishedVerdict[]): 'write' | 'leave' | 'contest' {
    this.#wasSeen = true;
    const relations = verdicts.map((verdict) => ({ verdict, relation: relationOf(verdict.mark, this.#own) }));
    const first = (wanted: string): PublishedVerdict | undefined =>
      relations.find(({ relation }) => relation === wanted)?.verdict;
    this.#ready = verdicts.find(({ isReady }) => isReady) ?? this.#ready;
    this.#shared = first('shared') ?? this.#shared;
    this.#later = first('later');
    if (this.#shared !== undefined) {
      return verdicts.some(({ isReady }) => isReady) ? 'contest' : 'leave';
    }
    return this.#later === undefined ? 'write' : 'leave';
  }

  /** Another use of the action of the same name was met here. */
  get isShared(): boolean {
    return this.#shared !== undefined;
  }

  /** What a reader of the log has to know of a place that was left as it is. */
  findings(): readonly Finding[] {
    if (this.#later === undefined || this.#shared !== undefined) {
      return [];
    }
    const { mark, url } = this.#later;
    const message = `Left ${this.#what} as it is: workflow run ${mark.runId}, attempt ${mark.attempt}, which began after this one, has written it (${url}).`;
    return [{ kind: 'publishing', severity: 'notice', message }];
  }

  /** To be said when the place can't be written to: whether an old 'ready' stands there that this run doesn't confirm. */
  warning(): string {
    if (this.#own.isReady) {
      return '';
    }
    if (!this.#wasSeen) {
      return " If an earlier run left the verdict 'ready' there, it still stands, although it no longer holds.";
    }
    return this.#ready === undefined
      ? ''
      : ` The verdict 'ready' of workflow run ${this.#ready.mark.runId} still stands there, although it no longer holds: ${this.#ready.url}`;
  }

  /** It was seen what stands there. */
  get wasSeen(): boolean {
    return this.#wasSeen;
  }
}
