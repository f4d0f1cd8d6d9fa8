/** Keeps the hints of scenarios that are being typed, so that none vanishes and comes back with each key. */
import { findChange, type TextChange } from '../plan/textChange';
import { markOutOfDate, type Hint } from './inlayHints';

export interface KnownHints {
  readonly text: string;
  readonly hints: readonly Hint[];
}

/**
 * Returns the hints of a text. A scenario whose hint is missing keeps the last one, marked, if its name is still there.
 * @param hints The hints as they are computed of the text; undefined if nobody could.
 */
export function keepHints(
  before: KnownHints,
  text: string,
  hints: readonly Hint[] | undefined,
): readonly Hint[] {
  const shown = new Set(hints?.map(({ scenario }) => scenario));
  const missing = before.hints.filter(({ scenario }) => !shown.has(scenario));
  if (missing.length === 0) return hints ?? [];
  const change = findChange(before.text, text);
  const kept = missing.flatMap((hint) => {
    const moved = move(hint, change);
    if (!moved || !isSameName(before.text, hint.subject, text, moved.subject)) return [];
    return [hints ? markOutOfDate(moved) : moved];
  });
  return [...(hints ?? []), ...kept].sort((a, b) => a.offset - b.offset);
}

function move(hint: Hint, change: TextChange): Hint | undefined {
  const offset = change.toNew(hint.offset);
  const subject = change.toNew(hint.subject);
  if (offset === undefined || subject === undefined) return undefined;
  // where its parts led to may be anywhere now
  const parts = hint.parts.map(({ text, about }) => ({ text, about }));
  return { ...hint, offset, subject, parts };
}

/** Tells if the key at the new place is the one of the old place, and no comment. */
function isSameName(before: string, from: number, now: string, to: number): boolean {
  const end = before.indexOf(':', from) + 1;
  const line = now.slice(now.lastIndexOf('\n', to - 1) + 1, to);
  return end > from && !line.includes('#') && now.startsWith(before.slice(from, end), to);
}
