/** Estimates how long a load takes to measure, by what the plan predicts for it. */
import { NO_TIMES } from '../benchmark/run';
import type { Engine, Plan } from '../engine/plan/plan';
import { DEFAULTS } from './defaults';
import type { LengthsAsked } from './planned';
import { predictRun } from './predictRun';
import { leastRequests, type LoadAsked } from './loads';

/** @returns Seconds, at most those of a load's limit; the limit if the plan predicts no latency. */
export function expectedSeconds(
  plan: Plan,
  engine: Engine,
  load: LoadAsked,
  lengths: LengthsAsked,
): number {
  const times = { latency: NO_TIMES, ttft: NO_TIMES, tpot: NO_TIMES };
  const run = { tool: '', load, ...lengths, ...times, remarks: [] };
  const latency = predictRun(plan, engine, run)?.latency?.value;
  if (latency === undefined) return DEFAULTS.seconds;
  const perSecond =
    load.kind === 'rate' ? load.perSecond : load.users / (latency + load.thinkTimeSeconds);
  // the first answer of each user is dropped
  const warmUp = load.kind === 'users' ? load.users : 0;
  const requests = leastRequests(load, DEFAULTS.requests) + warmUp;
  return Math.min(DEFAULTS.seconds, requests / perSecond + latency);
}
