/**
 * The known word that a mistyped word most likely stands for, or undefined when none is close. A word that differs only
 * in upper and lower case comes first; otherwise the fewest letters inserted, removed, replaced or swapped with their
 * neighbour, at most one in three. Of words that are equally close the first is taken.
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const candidates = known
    .map((candidate) => ({ candidate, limit: Math.floor(Math.max(word.length, candidate.length) / 3) }))
    // A difference in length is at least that many edits, so long junk is never compared letter by letter.
    .filter(({ candidate, limit }) => Math.abs(candidate.length - word.length) <= limit)
    .map(({ candidate, limit }) => ({ candidate, limit, edits: distance(lower, candidate.toLowerCase()) }))
    .filter(({ limit, edits }) => edits <= limit);
  return candidates.toSorted((a, b) => a.edits - b.edits)[0]?.candidate;
}

/** Edit distance in which swapping two neighbours counts as one edit (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
    }
  }
  return at(a.length, b.length);
}
