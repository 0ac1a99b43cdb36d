import { AS_OF, TESTED } from '../../harness/reports.ts';
import type { Files } from '../../harness/process.ts';

/**
 * A workspace with a required scenario, DSGB1, that did not honestly pass. Beside it stands a sound report that proves
 * everything else, so that this one thing alone decides: whoever overlooks it is falsely green.
 */
export interface HostileCase {
  readonly kind: string;
  /** What is hostile or broken about it, for people. */
  readonly name: string;
  /** Put into the workspace beside the sound report. */
  readonly files: Files;
  /** Makes what files can't say: links, pipes, folders. */
  readonly prepare?: (workspace: string) => Promise<void>;
  /** Settings beside the usual ones. */
  readonly values?: Readonly<Record<string, string>>;
  /** A text that the reasons have to contain, beside what is asked of every case. */
  readonly named?: string;
}

/** Where the hostile report lies unless a case says otherwise. */
export const hostilePath = 'results/hostile.xml';

export const usualSettings = {
  results: 'results/**/*.xml',
  flows: 'standard-departure, pre-lodged-departure, arrival',
  procedures: 'simplified',
  'as-of': AS_OF,
  checklist: 'checklist.docx',
} as const;

export const passingName = '[DSGB1] is released for transit';
const stamp = ` timestamp="${TESTED}"`;

/** A case of DSGB1 that passes and is fresh, unless the attributes or the content say otherwise. */
export function testcase(content = '', attributes = stamp, name = passingName): string {
  return `<testcase classname="trader.test" name="${name}"${attributes}>${content}</testcase>`;
}

/** Attributes of a fresh case and some more. */
export function stamped(attributes: string): string {
  return `${stamp} ${attributes}`;
}

/** A report around cases. */
export function report(content: string, suite = 'name="CTC Traders API"', root = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${root}>\n<testsuite ${suite}>\n${content}\n</testsuite>\n</testsuites>\n`;
}

export const failure = '<failure message="expected 202, got 500">AssertionError</failure>';
/** What goes wrong when a failure is overlooked. */
export const failing = report(testcase(failure));
export const honest = report(testcase());

/** Makes cases of one kind. */
export function ofKind(
  kind: string,
): (name: string, content: string | Uint8Array | Files, more?: Partial<HostileCase>) => HostileCase {
  return (name, content, more = {}) => ({
    kind,
    name,
    files: typeof content === 'string' || content instanceof Uint8Array ? { [hostilePath]: content } : content,
    ...more,
  });
}
