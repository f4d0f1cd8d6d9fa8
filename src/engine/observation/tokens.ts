/** Tells if an observation had the token lengths of the workload. */
import type { Caveat } from '../figure/figure';
import type { Observation, Stated, Workload } from '../plan/plan';

/** Lengths within this share of each other count as the same. */
export const SAME_TOKENS = 0.1;

type TokenMatch = 'same' | 'differ' | 'unstated';

/** Compares token lengths. If neither states them they count as the same: the plan is about one service. */
export function compareTokens(observation: Observation, workload: Workload): TokenMatch {
  const matches = [
    compareLength(observation.promptTokens, workload.promptTokens),
    compareLength(observation.outputTokens, workload.outputTokens),
  ];
  if (matches.includes('differ')) return 'differ';
  return matches.includes('unstated') ? 'unstated' : 'same';
}

export function tokenCaveats(
  observations: readonly Observation[],
  workload: Workload,
): readonly Caveat[] {
  const matches = observations.map((observation) => compareTokens(observation, workload));
  if (matches.includes('differ')) return ['tokens-differ'];
  return matches.includes('unstated') ? ['tokens-unstated'] : [];
}

function compareLength(
  observed: Stated<number> | undefined,
  asked: Stated<number> | undefined,
): TokenMatch {
  if (!observed && !asked) return 'same';
  if (!observed || !asked) return 'unstated';
  const gap = Math.abs(observed.value - asked.value);
  return gap <= SAME_TOKENS * asked.value ? 'same' : 'differ';
}
