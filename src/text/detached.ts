/**
 * The same text in memory of its own. What is cut out of a longer text keeps all of it alive for as long as it is kept
 * itself, because V8 shares the characters: one name kept of each piece (64 KB) of a report would keep the report.
 */
export function detached(text: string): string {
  // V8 copies what is as short as this.
  if (text.length < 13) return text;
  // What is joined is written again, in one piece; a sum of two texts would only point at them.
  return [text.slice(0, 1), text.slice(1)].join('');
}

/** Detaches texts of which many in a row are the same: those share one copy. */
export function detachedInARow(): (text: string) => string {
  let last = '';
  return (text) => {
    if (text !== last) last = detached(text);
    return last;
  };
}
