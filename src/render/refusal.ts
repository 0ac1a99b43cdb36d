import { type Finding, placeInWords } from '../finding.ts';
import { markdownCode, markdownText } from '../text/escape.ts';
import { listSection, stacked } from './markdown.ts';
import { fitSections } from './sections.ts';

/** The summary of a run that ended at its settings: nothing was judged, so nothing is known to be ready. Markdown. */
export function renderRefusal(mistakes: readonly Finding[]): string {
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  const items = mistakes.map(({ place, message, next }) =>
    stacked(
      `${markdownCode(placeInWords(place) ?? 'settings', 200)}: ${markdownText(message, 600)}`,
      next === undefined ? undefined : `→ ${markdownText(next, 600)}`,
    ),
  );
  const title = `❌ Could not be checked: the settings have ${count}`;
  const intro = 'No report was read, so nothing is known to be ready.';
  const list = listSection({ id: 'next', title: 'What to put right', priority: 1, intro }, items, true);
  const head = { ...list, id: 'verdict' as const, open: `## ${title}`, rows: [], priority: 0 };
  return fitSections([head, list], maxRefusal);
}

/** More mistakes than a page holds are not read. */
const maxRefusal = 60_000;
