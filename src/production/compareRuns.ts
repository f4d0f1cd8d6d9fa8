/** Compares runs of production with what the other observations of an engine predict, and finds since when they drift. */
import { assessEngine } from '../engine/assess/assess';
import { toleratedRange, withoutProduction } from '../engine/explore/drift';
import type { PredictedTimes } from '../engine/explore/predictLoad';
import type { Engine, Plan } from '../engine/plan/plan';
import type { Run } from '../benchmark/run';
import { predictRunBy } from '../measure/predictRun';
import { hasEnoughRequests, type WindowRun } from './levels';

export interface Comparison {
  readonly predicted: PredictedTimes;
  /** Observed / predicted - 1, of the latency; undefined if the plan predicts an overload. */
  readonly share: number | undefined;
  /** `none` within the band and the noise; `unknown` for an overload, or lengths that are unstated on one side. */
  readonly drift: 'slower' | 'faster' | 'none' | 'unknown';
  /** Latencies in seconds that are no drift; undefined if it is unknown. */
  readonly tolerated: ReturnType<typeof toleratedRange>;
}

/** @returns undefined for a run whose latency the plan does not predict, or that has none. */
export type Compare = (run: Run) => Comparison | undefined;

/** @returns undefined if the engine has no observation but those of production. */
export function comparerOf(plan: Plan, engine: Engine): Compare | undefined {
  const others = withoutProduction(engine);
  if (others.observations.length === 0) return undefined;
  const assessed = assessEngine(others);
  return (run) => {
    const predicted = predictRunBy(plan, assessed, run);
    const observed = run.latency.mean;
    if (!predicted || observed === undefined) return undefined;
    if (!predicted.latency) {
      const isKnown = predicted.isOverloaded;
      return isKnown
        ? { predicted, share: undefined, drift: 'unknown', tolerated: undefined }
        : undefined;
    }
    const share = observed / predicted.latency.value - 1;
    const tolerated = toleratedRange(predicted, run.requests);
    return { predicted, share, drift: driftOf(observed, tolerated), tolerated };
  };
}

function driftOf(observed: number, tolerated: Comparison['tolerated']): Comparison['drift'] {
  if (!tolerated) return 'unknown';
  if (observed > tolerated.high) return 'slower';
  return observed < tolerated.low ? 'faster' : 'none';
}

export interface DriftTime {
  /** Begin of the first window since which all drift the same way, in seconds since 1970. */
  readonly since: number;
  /** Windows since then that have enough requests. */
  readonly windows: number;
  readonly drift: 'slower' | 'faster';
}

/** @param runs In the order of time. @returns undefined if the last window with enough requests does not drift. */
export function driftTimeOf(runs: readonly WindowRun[], compare: Compare): DriftTime | undefined {
  let found: DriftTime | undefined;
  for (const { window, run } of runs.filter(hasEnoughRequests).reverse()) {
    const drift = compare(run)?.drift ?? 'unknown';
    if (drift === 'unknown') continue;
    if (drift === 'none' || (found && found.drift !== drift)) break;
    found = { since: window.end - window.seconds, windows: (found?.windows ?? 0) + 1, drift };
  }
  return found;
}
