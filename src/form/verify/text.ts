import { placeInWords } from '../../finding.ts';
import type { Programme } from '../../requirements/programme.ts';
import { guardLine, markdownCode, markdownText, oneLine } from '../../text/escape.ts';
import { painter, type TerminalOptions, wrap } from '../../text/plain-text.ts';
import { formatMoment } from '../../time/format.ts';
import type { Outcome, VerifiedField } from './outcome.ts';
import type { VerifiedForm } from './verify.ts';

/** What is shown of a verified form besides itself. */
interface VerifiedContext {
  /** Of the form, as it is shown. */
  readonly path: string;
  readonly programme: Programme;
}

const words: Readonly<Record<Outcome, string>> = {
  agrees: 'agrees',
  given: 'only here',
  differs: 'differs',
  empty: 'empty',
  unproven: 'not proven',
  unreadable: 'not a time',
};
const widest = Math.max(...Object.values(words).map(({ length }) => length));

function isWrong(outcome: Outcome): boolean {
  return outcome !== 'agrees' && outcome !== 'given';
}

/** Whether the form can be sent and until when; which form it is; what is left to do by hand. Sentences. */
function headline(form: VerifiedForm, { path, programme }: VerifiedContext): readonly string[] {
  const errors = form.findings.filter(({ severity }) => severity === 'error').length;
  const version = form.version === undefined ? '; its version is not known' : `, ${form.version}`;
  const until = form.expiresAt === undefined ? '' : ` It may be sent before ${formatMoment(form.expiresAt, 'UTC')}.`;
  return [
    errors === 0
      ? `The form agrees with the reports.${until}`
      : `Do not send the form: ${errors} ${errors === 1 ? 'thing has' : 'things have'} to be corrected in it first.`,
    `${oneLine(path, 200)} is HMRC's ${programme.name} ${programme.names.paper}${version}.`,
    ...(form.byHand.length === 0 ? [] : [`To be done by hand: ${form.byHand.join('; ')}.`]),
  ];
}

/** For a terminal or a log. Ends with an end of line. */
export function renderVerified(
  form: VerifiedForm,
  context: VerifiedContext,
  { colour, width }: TerminalOptions,
): string {
  const columns = Math.max(40, width);
  const paint = painter(colour);
  const isSound = form.findings.every(({ severity }) => severity !== 'error');
  const [first = '', ...others] = headline(form, context);
  const head = [
    ...wrap(first, columns).map((line) => paint(isSound ? 'green' : 'red', paint('bold', line))),
    ...others.flatMap((text) => wrap(text, columns)),
  ];
  const groups = form.groups.map(({ title, fields }) => [
    paint('bold', title),
    ...fields.flatMap((field) =>
      fieldLines(field, columns).map((line) => (isWrong(field.outcome) ? paint('red', line) : line)),
    ),
  ]);
  const next = form.findings.map(({ message, next: step = '', place }) => {
    const at = placeInWords(place);
    return wrap(`${oneLine(message, 400)}${at === undefined ? '' : ` (${oneLine(at, 200)})`} ${step}`, columns - 2)
      .map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)
      .join('\n');
  });
  const blocks = [head, ...groups, ...(next.length === 0 ? [] : [[paint('bold', 'To be put right'), ...next]])];
  return `${blocks.map((lines) => lines.map(guardLine).join('\n')).join('\n\n')}\n`;
}

function fieldLines({ name, outcome, inForm, expected, place }: VerifiedField, columns: number): readonly string[] {
  const indent = widest + 4;
  const at = placeInWords(place);
  const shown = inForm === undefined ? '' : `${/[?!.]$/u.test(name) ? '' : ':'} ${oneLine(inForm, 200)}`;
  const text = [
    ...wrap(`${name}${shown}`, columns - indent),
    ...(isWrong(outcome) && expected !== undefined
      ? wrap(`should be ${oneLine(expected, 200)}${at === undefined ? '' : ` (${at})`}`, columns - indent)
      : []),
  ];
  return text.map((line, index) => `  ${(index === 0 ? words[outcome] : '').padEnd(widest)}  ${line}`);
}

/** For a job summary, Markdown. */
export function renderVerifiedSummary(form: VerifiedForm, context: VerifiedContext): string {
  const [first = '', ...others] = headline(form, context);
  const rows = form.groups.flatMap(({ title, fields }) =>
    fields.map(({ name, outcome, inForm = '', expected = '', place }) => {
      const at = placeInWords(place);
      const cells = [
        `${markdownText(title, 80)}: ${markdownText(name, 120)}`,
        isWrong(outcome) ? `**${words[outcome]}**` : words[outcome],
        inForm === '' ? '' : markdownCode(inForm),
        [
          expected === '' || outcome === 'agrees' ? '' : markdownCode(expected),
          at === undefined ? '' : markdownCode(at),
        ]
          .filter((part) => part !== '')
          .join(' '),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  const next = form.findings.map(
    ({ message, next: step = '' }) => `- ${markdownText(message, 600)} ${markdownText(step, 300)}`,
  );
  return [
    `## ${markdownText(first, 300)}`,
    others.map((text) => markdownText(text, 600)).join('\n\n'),
    ...(next.length === 0 ? [] : [`### To be put right\n\n${next.join('\n')}`]),
    ['| Field | | In the form | In reports and configuration |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n');
}
