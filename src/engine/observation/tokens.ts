/** Tells if an observation had the token lengths of the workload. */
import type { Caveat } from '../figure/figure';
import type { Observation, Workload } from '../plan/plan';

/** Lengths within this share of each other count as the same. */
export const SAME_TOKENS = 0.1;

type TokenMatch = 'same' | 'differ' | 'unstated';

/**
 * Compares token lengths, of a prompt those that no prefix cache answers. If neither states them they count as the same:
 * the plan is about one service.
 */
export function compareTokens(observation: Observation, workload: Workload): TokenMatch {
  const matches = [
    compareLength(freshTokens(observation), freshTokens(workload)),
    compareLength(observation.outputTokens?.value, workload.outputTokens?.value),
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

/** Tokens of a prompt that no prefix cache answers. */
function freshTokens({
  promptTokens,
  cachedTokens,
}: Pick<Workload, 'promptTokens' | 'cachedTokens'>): number | undefined {
  return promptTokens && promptTokens.value * (1 - (cachedTokens?.value ?? 0));
}

function compareLength(observed: number | undefined, asked: number | undefined): TokenMatch {
  if (observed === undefined && asked === undefined) return 'same';
  if (observed === undefined || asked === undefined) return 'unstated';
  return Math.abs(observed - asked) <= SAME_TOKENS * asked ? 'same' : 'differ';
}
