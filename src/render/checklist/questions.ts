import type { Paragraph, Table } from 'docx';
import { type Answers, answerTo, type Form, type FormQuestion, openQuestions } from '../../requirements/form.ts';
import { type Cell, heading, prose, table } from './parts.ts';

/** All sections of the form but that of the tests: the questions that apply, in our words, with the answers given. */
export function questions(form: Form, answers: Answers): (Paragraph | Table)[] {
  const open = new Set(openQuestions(form, answers).map(({ key }) => key));
  return form.sections.slice(0, -1).flatMap(({ no, title }) => {
    const asked = form.questions.filter((question) => question.section === no && isShown(question, answers, open));
    const rows = asked.map((question) => [
      { text: question.question, tone: 'label' as const },
      answerCell(question, answers, open),
    ]);
    const name = heading(`${no}. ${title}`, 1);
    return rows.length === 0 ? [name, prose('No question applies.')] : [name, table([42, 58], rows)];
  });
}

/** A question that doesn't apply is only shown when it was answered all the same. */
function isShown(question: FormQuestion, answers: Answers, open: ReadonlySet<string>): boolean {
  return (
    open.has(question.key) ||
    answerTo(answers, question.key) !== undefined ||
    (question.onlyIf === undefined && question.onlyIn === undefined)
  );
}

function answerCell(question: FormQuestion, answers: Answers, open: ReadonlySet<string>): Cell {
  const answer = answerTo(answers, question.key);
  if (answer === undefined) {
    return open.has(question.key) ? { text: 'not answered yet', tone: 'open' } : 'Not sure (explained below)';
  }
  if (question.kind === 'text') return String(answer);
  if (answer === true) return 'Yes';
  if (answer === false) return 'No';
  return answer === 'unknown' ? 'Not known' : String(answer);
}
