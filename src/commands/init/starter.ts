import { type Form, type FormQuestion, mayBeUnknown, spokenAnswer } from '../../requirements/form.ts';
import { type Programme, unusedIn } from '../../requirements/programme.ts';
import { hanging, numbered, painter, type Step, type TerminalOptions, wrap } from '../../text/plain-text.ts';
import own from '../../../package.json' with { type: 'json' };
import { renderChoice, type Choice } from '../matrix.ts';
import { actionRepository, type StarterSettings, noOwner, quoted } from './starter-settings.ts';
import { type CiName, pipelineSteps } from './pipelines.ts';

/** As wide as a comment in the file gets. */
const columns = 100;

/**
 * A first configuration file: YAML with what is known, comments that say what each part is for, what may be added,
 * and the questions of the form, waiting for answers.
 */
export function renderConfiguration(starter: StarterSettings): string {
  const { programme, results } = starter;
  const { form, id, name, api } = programme;
  const [scenario = ''] = programme.scenarios.keys();
  return [
    ...schemaLines(starter),
    '',
    ...comment(`What is checked: ${name}, for CTC Traders API ${api}.`),
    `programme: ${id}`,
    '',
    ...comment('JUnit reports to check, relative to the repository.'),
    'results:',
    ...results.map((glob) => `  - ${quoted(glob)}`),
    '',
    ...supportLines(starter),
    ...furtherLines(programme),
    '',
    ...comment('Which of your tests run which scenario, where their names do not say so (* stands for any text).'),
    '# scenarios:',
    `#   ${scenario}: 'release of a simplified departure *'`,
    '',
    ...comment(
      'Answers for the form. It needs an answer to every question. Remove the # in front of a key and write the answer after it.',
    ),
    'answers:',
    ...answerLines(form),
    '',
  ].join('\n');
}

/** Where editors find the schema, and what to do where they can't. */
function schemaLines({ programme, owner }: StarterSettings): readonly string[] {
  const schema = `${programme.id}.schema.json`;
  return [
    `# yaml-language-server: $schema=https://raw.githubusercontent.com/${actionRepository(owner)}/v${own.version}/.github/${schema}`,
    ...comment(
      owner === undefined
        ? `With the line above, editors check and complete this file. Replace ${noOwner} in it by the owner of the repository that holds the action, or put the path of your copy of ${schema} there.`
        : `With the line above, editors check and complete this file. Without access to that repository, put the path of your copy of ${schema} there.`,
    ),
  ];
}

/** Settings that have a default, as comments. */
function furtherLines(programme: Programme): readonly string[] {
  const { recommendedSlots, info } = programme.form;
  return [
    ...comment('More that can be set; without it, these values hold.'),
    ...(unusedIn(programme).includes('combination')
      ? []
      : ['# combination: auto  # or A, B: for software with both procedures']),
    '# warn-days: 3',
    '# time-zone: UTC  # in which times without an offset are read',
    `# fail-on: [missing, failed, stale, unreadable]  # also: evidence, form${recommendedSlots === 0 ? '' : ', recommended'}`,
    "# form-template: path/to/your-copy.docx  # HMRC's form, to be filled in",
    ...comment(`The form is on the ${info.page.name}:`),
    `# ${info.page.url}`,
  ];
}

/** What the software supports, where the programme asks for it. */
function supportLines({ programme, flows, credentialsHeld }: StarterSettings): readonly string[] {
  if (unusedIn(programme).includes('flows')) {
    return [];
  }
  const held = `credentials-held: [${credentialsHeld.join(', ')}]`;
  return [
    ...comment(
      'What the software supports: process flows, and the procedures of each (normal, simplified). The decision matrix of the form picks the mandatory tests by it.',
    ),
    'flows:',
    ...flows.map(({ flow, procedures }) => `  ${flow}: [${procedures.join(', ')}]`),
    '',
    ...comment(
      'Directions for which production credentials are held already: outbound (departures), inbound (arrivals). Their tests are not mandatory again.',
    ),
    credentialsHeld.length === 0 ? '# credentials-held: [outbound]' : held,
    '',
  ];
}

function answerLines(form: Form): readonly string[] {
  const groups = new Map<string, FormQuestion[]>();
  for (const question of form.questions) {
    const group = question.key.slice(0, question.key.indexOf('.'));
    groups.set(group, [...(groups.get(group) ?? []), question]);
  }
  let section = 0;
  return [...groups].flatMap(([group, questions]) => {
    const [first] = questions;
    const begins = first !== undefined && first.section !== section;
    if (first !== undefined) ({ section } = first);
    const title = form.sections.find(({ no }) => no === section)?.title;
    return [
      ...(begins && title !== undefined ? [`  # -- ${section}. ${title}`] : []),
      `  ${group}:`,
      ...questions.flatMap((question) => [
        ...comment(`${question.question}${howToAnswer(form, question)}`, '    '),
        `    # ${question.key.slice(group.length + 1)}:`,
      ]),
    ];
  });
}

/** ` (yes or no; only if software.onPremise is yes)` */
function howToAnswer(form: Form, question: FormQuestion): string {
  const { kind, onlyIf, onlyIn } = question;
  const values = {
    text: [],
    integer: ['a whole number'],
    'yes-no': yesOrNo(form, question),
    'yes-no-unknown': yesOrNo(form, question),
  };
  const notes: string[] = [...values[kind]];
  if (onlyIf !== undefined) notes.push(`only if ${onlyIf.key} is ${spokenAnswer(onlyIf.is)}`);
  const latest = form.info.versions.at(-1)?.version;
  if (onlyIn !== undefined && onlyIn !== latest) notes.push(`only in the form's ${onlyIn}`);
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

function yesOrNo(form: Form, question: FormQuestion): readonly string[] {
  return [mayBeUnknown(form, question) ? 'yes, no or unknown' : 'yes or no'];
}

function comment(text: string, indent = ''): readonly string[] {
  return wrap(text, columns - indent.length - 2).map((line) => `${indent}# ${line}`);
}

/** The last step, where the form is not sent by mail as the note says anyway. */
function handingIn({ submission, names }: Programme): readonly Step[] {
  return submission.kind === 'mail'
    ? []
    : [
        {
          why: `Once all is proven, tick, sign and date the ${names.paper} and upload it in the ${submission.name}, ${submission.condition}: ${submission.url}`,
        },
      ];
}

interface StartedOptions extends TerminalOptions {
  readonly ci: CiName;
  /** How the program is called: `node dist/cli.js`. */
  readonly program: string;
  /** Whose the action is taken to be, and whether that is only guessed by the repository's remote. */
  readonly owner: string | undefined;
  readonly isOwnerFound: boolean;
}

/**
 * What `init` says when it is done: the files, the tests that are now mandatory, and what to do next. Plain text,
 * ends with an end of line.
 *
 * @param files The configuration file first.
 */
export function renderNextSteps(
  programme: Programme,
  files: readonly string[],
  choice: Choice,
  options: StartedOptions,
): string {
  const { ci, program, colour, width } = options;
  const wide = Math.max(80, width);
  const paint = painter(colour);
  const [configuration = ''] = files;
  const [scenario = ''] = choice.requirements.sets[0]?.requirements[0]?.first ?? [];
  const { reports, start } = pipelineSteps(ci, files);
  const checked = ci === 'github' || ci === 'none' ? `--programme ${programme.id}` : `--config ${configuration}`;
  const steps: readonly Step[] = [
    ...ownerSteps(configuration, options),
    { why: 'See what to run, and how your tests hand the evidence over:', args: `explain ${scenario}` },
    ...reports,
    { why: `Answer the questions of the form in ${configuration}, under answers.` },
    { why: 'Check what there is:', args: `check ${checked}` },
    ...start,
    ...handingIn(programme),
  ];
  return [
    ...hanging('Written:', files.join(', '), 9, wide),
    '',
    renderChoice(programme, choice, options),
    paint('bold', 'What to do next'),
    ...numbered(steps, program, wide, paint),
    '',
  ].join('\n');
}

/** What is left to do about the account that holds the action. */
function ownerSteps(configuration: string, { ci, owner, isOwnerFound }: StartedOptions): readonly Step[] {
  if (owner === undefined) {
    const why =
      ci === 'github'
        ? `Replace ${noOwner} in these files by the owner of the repository that holds the action: nothing runs before.`
        : `Replace ${noOwner} in ${configuration} by the owner of the repository that holds this program: editors check the file then.`;
    return [{ why }];
  }
  return isOwnerFound
    ? [
        {
          why: `The workflows take the action from ${actionRepository(owner)}, since this repository belongs to ${owner}. If another account holds it, run init again with --owner and --force.`,
        },
      ]
    : [];
}
