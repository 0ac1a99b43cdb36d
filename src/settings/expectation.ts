import { type Form, questionOf, mayBeUnknown } from '../requirements/form.ts';
import type { Programme } from '../requirements/programme.ts';
import { kindFor, type Setting, settingOf } from './table.ts';

const ofStructure: Readonly<Record<string, string>> = {
  name: 'a text',
  flows: 'a list of flows, or a map from each flow to its procedures',
  procedures: 'a list of procedures',
  'credentials-held': "a list of 'inbound' and 'outbound'",
  'not-applicable': 'a map from flow to text',
  answers: "a map of answers to the form's questions",
  applications: 'a list of applications, each with a name and its flows',
  scenarios: 'a map from scenario number to test names, or a list of maps with scenario and test',
};

const ofSetting: Readonly<Record<Setting['kind']['is'], string>> = {
  text: 'a text (if it looks like a number or true, put it in quotes)',
  path: 'a path',
  date: 'a date, or a date and time',
  zone: 'an IANA time zone',
  boolean: 'true or false',
  integer: 'a whole number',
  choice: 'one word',
  list: 'a text or a list of texts',
};

/** What may stand at a path of the configuration file in that programme, to follow 'must be'. */
export function expectation(programme: Programme, path: readonly PropertyKey[]): string {
  const keys = path.map(String);
  if (keys[0] === 'applications' && keys.length === 2) return 'a map of name, flows and so on';
  const [name = 'applications', ...inner] = keys[0] === 'applications' && keys.length > 2 ? keys.slice(2) : keys;
  if (inner.length === 0) return ofStructure[name] ?? ofTable(programme, name);
  return name === 'answers' ? ofAnswer(programme.form, inner.join('.')) : innerOf(name);
}

function innerOf(name: string): string {
  if (name === 'flows') return 'a list of procedures';
  return name === 'scenarios' ? 'a test name or a list of test names' : 'a text';
}

function ofTable(programme: Programme, name: string): string {
  const setting = settingOf(name);
  if (setting === undefined) return 'something else';
  const kind = kindFor(programme, setting);
  if (kind.is === 'integer') return `a whole number from ${kind.min} to ${kind.max}`;
  return kind.is === 'choice' ? `one of ${kind.of.join(', ')}` : ofSetting[kind.is];
}

function ofAnswer(form: Form, key: string): string {
  const question = questionOf(form, key);
  if (question === undefined) return 'a map of answers';
  if (question.kind === 'text') return 'a text';
  if (question.kind === 'integer') return 'a whole number from 0';
  return mayBeUnknown(form, question) ? 'yes, no or unknown' : 'yes or no';
}
