/** What a plan predicts for a load that was measured, before it knows the measurement. */
import { assessEngine } from '../engine/assess/assess';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { predictLoad, type PredictedTimes, type ServedLoad } from '../engine/explore/predictLoad';
import type { Engine, Plan } from '../engine/plan/plan';
import type { Load, Run } from '../benchmark/run';

/** @returns undefined for a load that a scenario cannot have. */
export function predictRun(plan: Plan, engine: Engine, run: Run): PredictedTimes | undefined {
  return predictRunBy(plan, assessEngine(engine), run);
}

/** Predicts by an engine that is assessed already: for many runs. */
export function predictRunBy(
  plan: Plan,
  engine: EngineAssessment,
  run: Run,
): PredictedTimes | undefined {
  const by = byOf(run.load);
  if (!by) return undefined;
  const { servers = 1, parallel, promptTokens, outputTokens, cachedShare } = run;
  return predictLoad(plan, engine, {
    by,
    servers,
    parallel,
    promptTokens,
    outputTokens,
    cachedShare,
  });
}

function byOf(load: Load): ServedLoad['by'] | undefined {
  switch (load.kind) {
    case 'users':
      return { ...load, thinkTimeSeconds: load.thinkTimeSeconds ?? 0 };
    case 'rate':
      return load;
    case 'unstated':
      return undefined;
  }
}
