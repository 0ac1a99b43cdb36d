/**
 * The known word that somebody who wrote `word` most likely meant; undefined when none is near.
 * Letter case doesn't count. A beginning (`max-age`) or another order of its parts (`days-max-age`) is near, too.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  return nearestOf(word, known, 1)[0];
}

/** The known words that somebody who wrote `word` may have meant, at most `count`, the nearest first. */
export function nearestOf(word: string, known: readonly string[], count: number): readonly string[] {
  // Nobody mistypes a name at such a length; comparing would only cost time.
  if (word.length > 60) return [];
  const wanted = word.toLowerCase();
  const near = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  return known
    .map((candidate) => ({ candidate, distance: distanceOf(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= near)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** As much of a wrong value as a message can hold; on one line. */
export function clip(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** A hint that names the nearest known word, or, when none is near, all of them. */
export function suggestion(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean '${meant}'?`;
}

function distanceOf(a: string, b: string): number {
  const distance = editDistance(a, b);
  return (a.length > 2 && b.startsWith(a)) || parts(a) === parts(b) ? Math.min(1, distance) : distance;
}

function parts(text: string): string {
  const words = text.split(/[^a-z0-9]+/);
  return words.toSorted().join('-');
}

/** Letters to insert, delete, replace or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(current, column - 1) + 1,
        at(last, column) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
