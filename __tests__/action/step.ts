import { afterAll, afterEach, beforeAll } from 'vitest';
import { type ArtifactService, startArtifactService } from '../harness/artifact-service.ts';
import { AS_OF, buildReport, type ScenarioCase } from '../harness/reports.ts';
import { type ActionOptions, type ActionRun, runAction } from '../harness/runner.ts';

/** One scenario for each flow of software with simplified procedures only. */
export const simplified = ['DSGB1', 'PSGB1', 'ASGB1'] as const;

/** What the workflow of a software house with simplified procedures says. */
export const inputs = {
  results: 'results/*.xml',
  flows: 'standard-departure, pre-lodged-departure, arrival',
  procedures: 'simplified',
  'as-of': AS_OF,
};

export interface StepOptions extends ActionOptions {
  /** Makes up `results/trader-test.xml`; default: all that is required, proven. Null: no report at all. */
  readonly cases?: readonly (ScenarioCase | string)[] | null;
  /** Inputs beside (or in place of) the usual ones. */
  readonly with?: Readonly<Record<string, string>>;
}

/** The artifact service for a file's tests, and the action run as a step against it. */
export function useStep(): {
  readonly service: () => ArtifactService;
  readonly run: (options?: StepOptions) => Promise<ActionRun>;
} {
  let service: ArtifactService | undefined;
  beforeAll(async () => {
    service = await startArtifactService();
  });
  afterEach(() => service?.reset());
  afterAll(() => service?.stop());
  const started = (): ArtifactService => {
    if (service === undefined) throw new Error('the artifact service is not up yet');
    return service;
  };
  return {
    service: started,
    run: ({ cases = simplified, with: more, ...options }: StepOptions = {}) =>
      runAction({
        inputs: { ...inputs, ...more },
        ...options,
        env: { ...started().env(), ...options.env },
        files: { ...(cases === null ? {} : { 'results/trader-test.xml': buildReport(cases) }), ...options.files },
      }),
  };
}

/** Fails on what no user should ever see. */
export function internals(run: Pick<ActionRun, 'stdout' | 'stderr'>): string[] {
  const said = `${run.stdout}\n${run.stderr}`.split(/\r\n|\n|\r|%0A/);
  return said.filter((line) =>
    /^\s+at .*[(:]\d+|node:internal|broke, which is a fault|UnhandledPromise|\[object Object\]/.test(line),
  );
}

/** The colours of our own log, and none beside them. */
const ownColours = new RegExp(String.raw`\u001b\[(?:0|1|2|31|32|33|36)m`, 'gu');

/** Control characters and bidirectional overrides that act on whoever looks at a text. */
export function controls(text: string): string[] {
  return text.replaceAll(ownColours, '').match(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu) ?? [];
}
