import type { Finding } from '../finding.ts';
import { XmlError } from '../xml/error.ts';
import { CaseFindings, caseElement, firstLine, isVerdictElement, plainNamed, type CaseElement } from './outcome.ts';
import { verdictMark, type OutputListener, type TestResult } from './report.ts';
import { collect, nothing, type Intake } from './intake.ts';
import { withoutCredentials } from '../text/credentials.ts';
import { detached, detachedInARow } from '../text/detached.ts';
import { closeSuite, durationOf, openSuite, type OpenSuite } from './suites.ts';
import type { Attributes } from '../xml/markup.ts';
import type { XmlEvents } from '../xml/reader.ts';

/** Who takes the results of a report. */
export interface ReportConsumer<Notes> {
  /** Asked for only when a case or suite has something to say. */
  listen(of: 'case' | 'suite'): OutputListener<Notes>;
  /** One result as soon as nothing can be added to it; suite notes follow until the report ends. */
  result(result: TestResult<Notes>): void;
}

/** A case that has begun. */
interface OpenCase<Notes> {
  readonly parent: OpenSuite<Notes>;
  readonly attributes: Attributes;
  readonly line: number;
  readonly findings: CaseFindings;
  /** Of its end tag, once that has come. */
  endLine: number;
  listener: OutputListener<Notes> | undefined;
}

/** Whom a property or output is of. */
type Owner<Notes> = OpenCase<Notes> | OpenSuite<Notes>;

interface OpenTag {
  readonly name: string;
  readonly lower: string;
  readonly plain: Attributes;
  readonly line: number;
}

/** Elements that hold others, which are looked at for themselves. */
const wrappers: ReadonlySet<string> = new Set(['failures', 'errors', 'problems', 'exceptions']);
const maxRemarks = 20;
/** Enough for the first line of a message, in characters; and for a property. */
const [maxMessage, maxProperty] = [4096, 1024 * 1024];

/**
 * Turns the elements of a report into results. Unknown elements are looked through, so that no failure hides in them;
 * names are compared without prefix and letter case.
 */
export class Assembly<Notes> implements XmlEvents {
  readonly remarks: Finding[] = [];
  cases = 0;
  failed = 0;
  notRun = 0;
  readonly #consumer: ReportConsumer<Notes>;
  readonly #wantText: (wanted: boolean) => void;
  #remarksLeftOut = 0;
  #suite: OpenSuite<Notes> | undefined;
  #case: OpenCase<Notes> | undefined;
  /** Ended, but comments that follow still belong to it: node:test writes a test's diagnostics after it. */
  #ended: OpenCase<Notes> | undefined;
  #intake: Intake | undefined;
  /** Many cases in a row are of one class, and of one file. */
  readonly #className = detachedInARow();
  readonly #sourceFile = detachedInARow();

  constructor(consumer: ReportConsumer<Notes>, wantText: (wanted: boolean) => void) {
    this.#consumer = consumer;
    this.#wantText = wantText;
  }

  open(name: string, attributes: Attributes, line: number): void {
    if (this.#intake !== undefined) {
      this.#intake.depth++;
      if (this.#intake.verbatim) this.#intake.text(`<${name}>`, line);
      this.#intake.inner?.(name);
      return;
    }
    this.#handOn();
    const lower = name.toLowerCase();
    const plain = plainNamed(attributes);
    if (lower === 'testsuite' || lower === 'testsuites') {
      this.#refuseInsideCase(name, line);
      this.#suite = openSuite(lower, plain, line, this.#suite);
    } else if (this.#suite === undefined) {
      throw notJUnit(name, line);
    } else {
      this.#openInside(this.#suite, { name, lower, plain, line });
    }
  }

  #openInside(suite: OpenSuite<Notes>, { name, lower, plain, line }: OpenTag): void {
    const owner = this.#case ?? suite;
    if (lower === 'testcase') {
      this.#refuseInsideCase(name, line);
      const findings = new CaseFindings(plain);
      this.#case = { parent: suite, attributes: plain, line, endLine: line, findings, listener: undefined };
    } else if (lower === 'property') this.#property(owner, plain, line);
    else if (lower === 'system-out' || lower === 'system-err') this.#take(this.#output(owner));
    else if (!wrappers.has(lower)) {
      const meaning = caseElement(lower);
      if (meaning !== undefined) this.#take(this.#outcomeElement(suite, meaning, plain));
      else if (this.#case !== undefined && isVerdictElement(lower)) {
        this.#take(this.#verdictElement(this.#case, lower, plain));
      } else this.#case?.findings.part(lower, plain);
    }
  }

  close(name: string, line: number): void {
    const intake = this.#intake;
    if (intake !== undefined) {
      if (intake.depth-- > 0) {
        if (intake.verbatim) intake.text(`</${name}>`, line);
        return;
      }
      this.#intake = undefined;
      this.#wantText(false);
      intake.end();
      return;
    }
    this.#handOn();
    const lower = name.toLowerCase();
    if (lower === 'testcase') {
      this.#ended = this.#case;
      if (this.#ended !== undefined) this.#ended.endLine = line;
      this.#case = undefined;
    } else if (this.#suite !== undefined && (lower === 'testsuite' || lower === 'testsuites')) {
      this.#closeSuite(this.#suite, true);
    }
  }

  text(text: string, line: number): void {
    this.#intake?.text(text, line);
  }

  comment(text: string, line: number): void {
    const owner = this.#case ?? this.#ended ?? this.#suite;
    if (owner !== undefined && text.trim() !== '') this.#listener(owner).comment(text, line);
  }

  /** Ends everything that is open when a report can't be read on. What hasn't shown a failure by now is no pass. */
  breakOff(): void {
    this.#intake = undefined;
    const open = this.#case ?? this.#ended;
    this.#case = this.#ended = undefined;
    if (open !== undefined) {
      open.findings.notRun++;
      open.findings.notRunMessage ??= 'The report breaks off here.';
      this.#emit(open);
    }
    while (this.#suite !== undefined) this.#closeSuite(this.#suite, false);
  }

  /** Everything that looks wrong, with a word on what was left out of a long list. */
  get allRemarks(): readonly Finding[] {
    if (this.#remarksLeftOut === 0) return this.remarks;
    const message = `${this.#remarksLeftOut} more remarks like these on the same report are left out.`;
    return [...this.remarks, { kind: 'counts', severity: 'notice', message }];
  }

  #refuseInsideCase(name: string, line: number): void {
    if (this.#case === undefined) return;
    const message = `<${name}> stands inside a <testcase>, so it is unclear which of the two passed.`;
    throw new XmlError('unexpected', message, { line }, 'Have the tool write them side by side.');
  }

  #property(owner: Owner<Notes>, attributes: Attributes, line: number): void {
    const name = attributes.get('name') ?? '';
    if (name === verdictMark) throw ownVerdict(line);
    const value = attributes.get('value');
    const tell = (text: string): void => {
      this.#listener(owner).property(name, text, line);
      if ('findings' in owner) owner.findings.property(name, text);
    };
    if (value !== undefined) tell(value);
    // The content of one that has a value is no result either.
    const content = value === undefined ? collect(maxProperty, tell) : nothing();
    this.#take({ ...content, inner: (element) => failureInside(owner, element) });
  }

  #output(owner: Owner<Notes>): Intake {
    let hasText = false;
    return {
      depth: 0,
      verbatim: true,
      text: (text, line) => {
        hasText = true;
        this.#listener(owner).text(text, line);
      },
      end: () => {
        if (hasText) this.#listener(owner).endOfText();
      },
    };
  }

  #verdictElement({ findings }: OpenCase<Notes>, name: string, attributes: Attributes): Intake {
    findings.verdict(name, attributes);
    const content = collect(maxMessage, (text) => findings.verdict(name, text));
    return { ...content, inner: (element) => this.#outcomeInside(element) };
  }

  #outcomeInside(element: string): void {
    const meaning = caseElement(element.toLowerCase());
    if (meaning !== undefined) this.#case?.findings.count(meaning);
  }

  #outcomeElement(suite: OpenSuite<Notes>, meaning: CaseElement, attributes: Attributes): Intake {
    const findings = this.#case?.findings;
    const note = (text: string | undefined): void => {
      if (findings !== undefined) findings.note(meaning, text);
      else if (meaning === 'failed') suite.ownMessage ??= text;
    };
    if (findings !== undefined) findings.count(meaning);
    else if (meaning === 'failed') suite.ownFailures++;
    else if (meaning === 'not-run') suite.ownSkips++;
    const message = firstLine(attributes.get('message'));
    note(message);
    return message === undefined ? collect(maxMessage, (text) => note(firstLine(text))) : nothing();
  }

  #take(intake: Intake): void {
    this.#intake = intake;
    this.#wantText(true);
  }

  #listener(owner: Owner<Notes>): OutputListener<Notes> {
    return (owner.listener ??= this.#consumer.listen('findings' in owner ? 'case' : 'suite'));
  }

  #handOn(): void {
    const ended = this.#ended;
    this.#ended = undefined;
    if (ended !== undefined) this.#emit(ended);
  }

  #emit({ parent, attributes, line, endLine, findings, listener }: OpenCase<Notes>): void {
    const { outcome, flaky, message } = findings.conclude();
    const className = withoutCredentials(attributes.get('classname') ?? attributes.get('class') ?? '');
    const result: { -readonly [Key in keyof TestResult<Notes>]: TestResult<Notes>[Key] } = {
      suite: parent.suite,
      className: this.#className(className),
      name: detached(withoutCredentials(attributes.get('name') ?? '')),
      outcome,
      flaky,
      line,
      endLine,
    };
    const sourceFile = attributes.get('file') ?? '';
    if (sourceFile !== '') result.sourceFile = this.#sourceFile(sourceFile);
    const timestamp = attributes.get('timestamp');
    const duration = durationOf(attributes.get('time'));
    const assertions = attributes.get('assertions') ?? '';
    if (duration !== undefined) result.duration = duration;
    if (/^\s*\d{1,9}\s*$/.test(assertions)) result.assertions = Number(assertions);
    if (message !== undefined) result.message = detached(message);
    if (timestamp !== undefined && timestamp.trim() !== '') result.timestamp = detached(timestamp);
    if (listener !== undefined) result.notes = listener.finish();
    this.cases++;
    if (outcome === 'failed') this.failed++;
    if (outcome === 'not-run') this.notRun++;
    parent.tally.addCase(outcome, flaky, findings.failed, findings.retried);
    this.#consumer.result(result);
  }

  #closeSuite(suite: OpenSuite<Notes>, whole: boolean): void {
    this.#suite = suite.parent;
    const results = closeSuite(
      suite,
      (severity, message, line) => this.#remark({ kind: 'counts', severity, message, place: { line } }),
      whole,
    );
    for (const result of results) this.#consumer.result(result);
  }

  #remark(remark: Finding): void {
    if (this.remarks.length >= maxRemarks) this.#remarksLeftOut++;
    else this.remarks.push(remark);
  }
}

/** A property has no business with a failure, so one inside of it is one of its owner's. */
function failureInside<Notes>(owner: Owner<Notes>, element: string): void {
  if (caseElement(element) !== 'failed') return;
  if ('findings' in owner) owner.findings.count('failed');
  else owner.ownFailures++;
}

function ownVerdict(line: number): XmlError {
  const message = 'It is a verdict of this program (setting "junit") and no test report, so it proves nothing.';
  const next = 'Leave it out of "results", or write it where "results" does not look.';
  return new XmlError('unexpected', message, { line }, next);
}

function notJUnit(name: string, line: number): XmlError {
  const message = `Its root element is <${name}>, so it is no JUnit report, which has <testsuites> or <testsuite>.`;
  const next = 'Have the tool write JUnit XML, or leave the file out of "results".';
  return new XmlError('unexpected', message, { line }, next);
}
