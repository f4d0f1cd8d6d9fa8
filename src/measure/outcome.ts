/** Decides what of a sweep is worth to be written, and says why loads are missing. */
import { t } from '@vscode/l10n';
import type { Run } from '../benchmark/run';
import { loadWords } from './loadText';
import { cutShortWords } from './measureText';
import { runOf, type RunFacts } from './runOf';
import type { SweepResult } from './sweep';

export interface Outcome {
  /** Runs of the loads that were measured whole; none if nothing may be written. */
  readonly runs: readonly Run[];
  /** Why loads are missing. */
  readonly words: string | undefined;
  /** `stopped`: by the person. `lost`: the server is gone, or answered nothing. `partial`: heavier loads are missing. */
  readonly kind: 'whole' | 'partial' | 'stopped' | 'lost';
}

export function outcomeOf(
  { results, endsItself, cutShort }: SweepResult,
  facts: Omit<RunFacts, 'endsItself'>,
): Outcome {
  const last = results.at(-1);
  const words = cutShort && last && cutShortWords(cutShort, loadWords(last.load), last.why);
  if (cutShort === 'stopped') return { runs: [], words, kind: 'stopped' };
  if (cutShort === 'gone') return { runs: [], words, kind: 'lost' };
  const isLastLeftOut = cutShort === 'failing' || cutShort === 'behind';
  const whole = isLastLeftOut ? results.slice(0, -1) : results;
  const runs = whole.flatMap((result) => runOf(result, { ...facts, endsItself }) ?? []);
  if (runs.length > 0) return { runs, words, kind: isLastLeftOut ? 'partial' : 'whole' };
  const nothing = t`No load was measured, so nothing is written.`;
  return { runs, words: words === undefined ? nothing : `${words} ${nothing}`, kind: 'lost' };
}
