import type { Programme } from '../requirements/programme.ts';
import { actionRepository } from './configuration-file.ts';
import { renderChoice, type Choice } from './matrix.ts';
import { hanging, numbered, painter, type Step, type TerminalOptions } from '../text/plain-text.ts';

interface StartedOptions extends TerminalOptions {
  /** How the program is called: `node dist/cli.js`. */
  readonly program: string;
}

/**
 * What `init` says when it is done: the files, the tests that the matrix now demands, and what to do next. Plain text,
 * ends with an end of line.
 *
 * @param files The configuration file first.
 */
export function renderStarted(
  programme: Programme,
  files: readonly string[],
  choice: Choice,
  options: StartedOptions,
): string {
  const { program, colour, width } = options;
  const columns = Math.max(80, width);
  const paint = painter(colour);
  const [configuration = ''] = files;
  const [owner = ''] = actionRepository.split('/');
  const [scenario = 'DSGB1'] = choice.requirements.sets[0]?.requirements[0]?.accepts ?? [];
  const steps: readonly Step[] = [
    {
      why: `Replace ${owner} in these files by the owner of the repository that holds the action: nothing runs before.`,
    },
    { why: 'See what to run, and how your tests hand the evidence over:', args: `explain ${scenario}` },
    {
      why: 'Let the workflow that runs your tests keep its reports: the new workflows take the artifact trader-test-results of trader-test.yml on main. Change that where yours have other names.',
    },
    { why: `Answer the questions of the form in ${configuration}, under answers.` },
    { why: 'Check what there is:', args: 'check' },
    {
      why: 'Commit the files. Pull requests from forks get a token that can only read; the action has a workflow for them, too: .github/examples/pull-request-from-forks.yml in its repository.',
    },
  ];
  return [
    ...hanging('Written:', files.join(', '), 9, columns),
    '',
    renderChoice(programme, choice, options),
    paint('bold', 'What to do next'),
    ...numbered(steps, program, columns, paint),
    '',
  ].join('\n');
}
