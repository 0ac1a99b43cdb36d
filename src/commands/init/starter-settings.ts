import type { Programme } from '../../requirements/programme.ts';
import type { SupportedFlow } from '../../requirements/requirement.ts';
import type { Direction } from '../../requirements/scenario.ts';

/** What has to be known of the user's software; everything else can be added later. */
export interface Basics {
  readonly programme: Programme;
  /** In the form's order; empty where the programme doesn't ask for them. */
  readonly flows: readonly SupportedFlow[];
  readonly credentialsHeld: readonly Direction[];
  /** Globs of JUnit reports; never empty. */
  readonly results: readonly string[];
}

/** What the first files are made of. */
export interface StarterSettings extends Basics {
  /** The account whose repository holds the action; undefined where it isn't known. */
  readonly owner: string | undefined;
}

export const defaultResults = ['results/**/*.xml'] as const;

/** In the place of an owner who isn't known. */
export const noOwner = 'OWNER';

/** The repository of this action, which has no public address yet: whoever uses it has a copy under an account of their own. */
export function actionRepository(owner: string = noOwner): string {
  return `${owner}/ncts5-production-checklist`;
}

/** A YAML scalar that is this text and nothing else: a glob may begin with `*`, which would be an alias. */
export function quoted(text: string): string {
  return /^[ -~]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
