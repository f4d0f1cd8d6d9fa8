/**
 * Limits the number of verdicts of a plan. Scenarios times targets, or targets times engines, are short to write and
 * slow to compute. Beyond a limit only the first targets are compared with everything. Every scenario is still judged
 * by its own.
 */
import { memoize } from '../util/cache';
import type { Plan, Target } from '../plan/plan';

/** Most verdicts to compute. People have dozens of scenarios and targets, and a verdict takes microseconds. */
const MOST_VERDICTS = 10_000;

/** Cost of a search for the cheapest option of an engine, in verdicts. */
const VERDICTS_PER_SEARCH = 10;

/** Targets that every scenario, engine and table is compared with: the first of the plan, mostly all. */
export const comparedTargets: (plan: Plan) => readonly Target[] = memoize((plan: Plan) => {
  const { targets, scenarios, engines } = plan;
  const observations = engines.reduce((sum, engine) => sum + engine.observations.length, 0);
  const each = Math.max(scenarios.length, VERDICTS_PER_SEARCH * engines.length, observations);
  const most = Math.max(1, Math.floor(MOST_VERDICTS / Math.max(1, each)));
  return targets.length > most ? targets.slice(0, most) : targets;
});

const comparedSet = memoize((plan: Plan) => new Set(comparedTargets(plan)));

export function isCompared(plan: Plan, target: Target): boolean {
  return comparedSet(plan).has(target);
}
