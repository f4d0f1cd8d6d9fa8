/** Finds "Did you mean": the candidate one typing slip away from the typed text. */

/** Returns the nearest candidate, ignoring case and separators. Returns undefined if none is near. */
export function nearest(typed: string, candidates: readonly string[]): string | undefined {
  const word = plain(typed);
  // Long texts are no slips of short names, and would take time.
  if (word === '' || word.length > 64) {
    return undefined;
  }
  // Half typed words match by their start.
  const begun = candidates.filter((candidate) => plain(candidate).startsWith(word));
  if (word.length > 1 && begun.length === 1) {
    return begun[0];
  }
  let best: string | undefined;
  let bestDistance = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates.slice(0, 1000)) {
    const other = plain(candidate);
    if (Math.abs(other.length - word.length) < bestDistance) {
      const edits = distance(word, other);
      if (edits < bestDistance) {
        best = candidate;
        bestDistance = edits;
      }
    }
  }
  return best;
}

/** Normalizes a word: `think_time`, `Think-Time` and `thinktime` are one word. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '');
}

/**
 * Counts edits between two words: insert, delete, replace, or swap neighbours (optimal string alignment; Boytsov,
 * Indexing methods for approximate dictionary searching, 2011).
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
