/** The probability of every number of requests in the system. */
import type { BirthDeath } from './birthDeath';
import { geometricQueue, hasSteadyState, type GeometricQueue } from './geometricQueue';
import { walkStates, type StateVisitor } from './walkStates';

export interface SteadyState {
  /** n of the first of `probabilities`. */
  readonly first: number;
  /** P(first + i) as far as it matters: what is left out weighs less than 1e-20. */
  readonly probabilities: Float64Array;
  /** States beyond the slots, where they are one series: `probabilities` end at the slots then. */
  readonly queue: GeometricQueue | undefined;
}

/** @returns undefined without a steady state: more comes in than goes out, and nothing is turned away. */
export function solveSteadyState(chain: BirthDeath): SteadyState | undefined {
  if (!hasSteadyState(chain)) return undefined;
  const states = new StateList();
  const walked = walkStates(chain, states);
  const weights = states.ascending();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const queue = geometricQueue(chain, walked, total);
  const share = (queue?.complement ?? 1) / total;
  return {
    first: walked.last - weights.length + 1,
    probabilities: Float64Array.from(weights, (weight) => weight * share),
    queue,
  };
}

/** Visited from one on downwards, then all others upwards. */
class StateList implements StateVisitor {
  private readonly below: number[] = [];
  private readonly above: number[] = [];
  private before = -1;

  visit(n: number, weight: number): void {
    (n < this.before ? this.below : this.above).push(weight);
    this.before = n;
  }

  ascending(): readonly number[] {
    return [...this.below.reverse(), ...this.above];
  }
}
