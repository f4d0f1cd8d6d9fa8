/**
 * Which `parallel` a search may choose on an engine: up to the largest that the plan names or observed, as
 * far as a server can have so many slots, and its KV cache fits into the memory.
 */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import { constantFigure } from '../figure/figures';
import { checkMemory } from '../hardware/memory';
import { singleSlotFigure } from '../hardware/singleSlot';
import type { Engine, Plan, Workload } from '../plan/plan';

interface ParallelRange {
  /** At least 1. */
  readonly largest: number;
  /**
   * The most slots that a server has memory for, or can have at all, where that rules out larger ones that would be
   * looked at; 0 where not even one fits.
   */
  readonly most: Figure | undefined;
}

export function parallelRange(
  plan: Plan,
  engine: EngineAssessment,
  workload: Workload,
): ParallelRange {
  const largest = largestParallelOf(plan, engine);
  const fit = slotsThatFit(engine.spec, workload);
  const most = fit && fit.value < 1 ? fit : (singleSlotFigure(engine.spec) ?? fit);
  if (!most || most.value >= largest) return { largest, most: undefined };
  return { largest: Math.max(1, most.value), most };
}

/** The largest `parallel` that the plan names or observed on an engine: beyond it nothing is known. */
function largestParallelOf(plan: Plan, engine: EngineAssessment): number {
  let largest = 1;
  for (const { parallel, engine: used } of plan.scenarios) {
    if (used.name === engine.spec.name && parallel.value !== 'auto') {
      largest = Math.max(largest, parallel.value);
    }
  }
  for (const { observation, load } of engine.observations) {
    const observed = observation.parallel?.value ?? load?.value ?? 1;
    if (Number.isFinite(observed)) largest = Math.max(largest, Math.floor(observed));
  }
  return Math.min(largest, MOST_PARALLEL);
}

/** More slots than any server has; keeps a search short where a benchmark had a long queue. */
const MOST_PARALLEL = 4096;

/** Undefined where it is not known: what a server of no known type keeps for a slot, nobody can say. */
function slotsThatFit(engine: Engine, workload: Workload): Figure | undefined {
  const { type, model } = engine;
  if (!model || !type || type.value === 'other') return undefined;
  return checkMemory(engine, workload, ONE_SLOT)?.largestParallel;
}

const ONE_SLOT = constantFigure(1, 'slots/server');
