import type { Form } from '../requirements/form.ts';
import type { Programme } from '../requirements/programme.ts';
import { programmes } from '../requirements/programmes.ts';
import { listed } from '../text/wording.ts';
import type { Configuration } from './configuration.ts';
import type { Look } from './given.ts';
import type { SettingName } from './table.ts';
import { settingsTable } from './table.ts';

/**
 * What was given and means something in other programmes only, as one remark: such settings, the word `recommended` in
 * fail-on where nothing is recommended, and answers to questions of other forms. So a file can be carried over. Undefined
 * when there is nothing of the kind.
 */
export function unusedIn(
  programme: Programme,
  outright: Look,
  configuration: Configuration | undefined,
): string | undefined {
  const places = [[], ...(configuration?.structure.applications ?? []).map((_, index) => ['applications', index])];
  const has = (path: readonly PropertyKey[]) =>
    configuration?.given(path) !== undefined || configuration?.keys(path) !== undefined;
  const isGiven = (name: string) =>
    settingNames(name).some((setting) => outright(setting) !== undefined) ||
    places.some((place) => has([...place, name]));
  const failOn = outright('fail-on') ?? configuration?.given(['fail-on']);
  const saysRecommended =
    programme.form.recommendedSlots === 0 && (failOn?.texts.some((text) => /\brecommended\b/iu.test(text)) ?? false);
  const answers = foreignQuestions(programme.form).filter((key) =>
    places.some((place) => has([...place, 'answers', ...key.split('.')]) || has([...place, 'answers', key])),
  );
  const unused = [
    ...programme.unused.filter(isGiven),
    ...(saysRecommended ? ["'recommended' in fail-on"] : []),
    ...answers.map((key) => `the answer to ${key}`),
  ];
  if (unused.length === 0) return undefined;
  return `${listed(unused)} ${unused.length === 1 ? 'changes' : 'change'} nothing in ${programme.name}.`;
}

/** The setting of that name, if an input or flag can give it. */
function settingNames(name: string): readonly SettingName[] {
  return settingsTable.map((setting) => setting.name).filter((setting) => setting === name);
}

/** The keys of questions that only the forms of other programmes ask. */
export function foreignQuestions(form: Form): readonly string[] {
  const own = new Set(form.questions.map(({ key }) => key));
  const all = [...programmes.values()].flatMap((programme) => programme.form.questions.map(({ key }) => key));
  return [...new Set(all)].filter((key) => !own.has(key));
}
