/** What the loopback GitHub remembers, in the shape in which a test wants to look at it. */
export interface Account {
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

export interface StoredCheckRun {
  readonly id: number;
  name: string;
  readonly headSha: string;
  externalId: string;
  status: string;
  conclusion: string | undefined;
  detailsUrl: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  text: string | undefined;
  /** As sent: `path`, `start_line`, `end_line`, `annotation_level`, `message`, `title`. */
  readonly annotations: Readonly<Record<string, unknown>>[];
}

export interface StoredStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | undefined;
  readonly targetUrl: string | undefined;
}

export interface StoredIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  stateReason: string | undefined;
  labels: string[];
  readonly user: Account;
  /** Pull requests are issues, too, and are listed with them. */
  readonly isPullRequest: boolean;
}

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly user: Account;
}

export interface StoredPull {
  readonly number: number;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`; another one than the repository's own for a fork. */
  readonly headRepository: string;
  readonly state: 'open' | 'closed';
}

export interface RestArtifact {
  readonly id: number;
  readonly name: string;
  readonly sizeInBytes: number;
  readonly createdAt: Date;
  readonly expired: boolean;
  /** `sha256:<hex>`; GitHub knows none of artifacts from old uploaders. */
  readonly digest: string | undefined;
  readonly run: ArtifactRun | undefined;
  /** Where the redirect of `…/zip` leads. */
  readonly downloadUrl: () => string;
}

export interface ArtifactRun {
  readonly id: number;
  /** Undefined when the fork is gone. */
  readonly headRepositoryId: number | undefined;
  readonly headBranch: string;
  readonly headSha: string;
}

export interface StoredRun {
  readonly id: number;
  readonly attempt: number;
  readonly startedAt: Date;
  /** `.github/workflows/trader-test.yml` */
  readonly path: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly headRepository: { readonly id: number; readonly fullName: string };
}

/** The repository of all tests: the one that the test runner's variables name. */
export const repository = { id: 1_296_269, owner: 'transit-house', name: 'ncts-client' } as const;

export const actionsBot: Account = { login: 'github-actions[bot]', type: 'Bot' };

/** A made-up commit: 40 hex digits out of a short word. */
export function shaOf(word: string): string {
  return Buffer.from(word).toString('hex').padEnd(40, '0').slice(0, 40);
}

export class State {
  readonly checkRuns: StoredCheckRun[] = [];
  readonly statuses: StoredStatus[] = [];
  readonly issues: StoredIssue[] = [];
  readonly comments: StoredComment[] = [];
  readonly pulls: StoredPull[] = [];
  readonly artifacts: RestArtifact[] = [];
  readonly runs: StoredRun[] = [];
  #lastId = 1000;
  #lastNumber = 0;

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  nextNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }

  addIssue(issue: Partial<Omit<StoredIssue, 'number'>> = {}): StoredIssue {
    const stored: StoredIssue = {
      number: this.nextNumber(),
      title: 'Something else',
      body: '',
      state: 'open',
      stateReason: undefined,
      labels: [],
      user: { login: 'somebody', type: 'User' },
      isPullRequest: false,
      ...issue,
    };
    this.issues.push(stored);
    return stored;
  }

  /** A pull request and the issue that it is. */
  addPull(pull: Partial<Omit<StoredPull, 'number'>> = {}): StoredPull {
    const { number } = this.addIssue({ isPullRequest: true });
    const stored: StoredPull = {
      number,
      headSha: shaOf('head'),
      headBranch: 'feature',
      headRepository: `${repository.owner}/${repository.name}`,
      state: 'open',
      ...pull,
    };
    this.pulls.push(stored);
    return stored;
  }

  addComment(issue: number, body: string, user: Account = { login: 'somebody', type: 'User' }): StoredComment {
    const comment = { id: this.nextId(), issue, body, user };
    this.comments.push(comment);
    return comment;
  }

  addRun(run: Partial<StoredRun> = {}): StoredRun {
    const stored: StoredRun = {
      id: this.nextId(),
      attempt: 1,
      startedAt: new Date(),
      path: '.github/workflows/trader-test.yml',
      event: 'schedule',
      headBranch: 'main',
      headSha: shaOf('main'),
      headRepository: { id: repository.id, fullName: `${repository.owner}/${repository.name}` },
      ...run,
    };
    this.runs.push(stored);
    return stored;
  }

  addArtifact(artifact: Partial<Omit<RestArtifact, 'run'>> & { run?: StoredRun | undefined }): RestArtifact {
    const { run, ...rest } = artifact;
    const stored: RestArtifact = {
      id: this.nextId(),
      name: 'trader-test-results',
      sizeInBytes: 100,
      createdAt: new Date(),
      expired: false,
      digest: undefined,
      downloadUrl: () => {
        throw new Error('this artifact of the test has no content');
      },
      ...rest,
      run: run && {
        id: run.id,
        headRepositoryId: run.headRepository.id,
        headBranch: run.headBranch,
        headSha: run.headSha,
      },
    };
    this.artifacts.push(stored);
    return stored;
  }
}
