/**
 * Range of `parallel` for a search: up to the largest that the plan names or observed, or the usual one if nothing was
 * observed. A server must be able to have so many slots, and their KV cache must fit into its memory.
 */
import { traitsOf } from '../catalog/data/engineTypes';
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
   * Most slots that a server has memory for, or can have at all; 0 if not even one fits. Undefined unless it rules out
   * a `parallel` that would be looked at.
   */
  readonly most: Figure | undefined;
}

export function parallelRange(
  plan: Plan,
  engine: EngineAssessment,
  workload: Workload,
): ParallelRange {
  const isBare = engine.curve.modelled !== undefined && engine.observations.length === 0;
  const largest = Math.max(largestParallelOf(plan, engine), isBare ? USUAL_SLOTS : 1);
  const fit = slotsThatFit(engine.spec, workload);
  const most = fit && fit.value < 1 ? fit : (singleSlotFigure(engine.spec) ?? fit);
  if (!most || most.value >= largest) return { largest, most: undefined };
  return { largest: Math.max(1, most.value), most };
}

/** Largest `parallel` that the plan names or observed on an engine: beyond it nothing is known. */
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

/**
 * Slots to try on a server of which nothing was observed: vLLM's default of `--max-num-seqs` on most GPUs
 * (https://docs.vllm.ai/en/stable/configuration/engine_args/).
 */
const USUAL_SLOTS = 256;

/** Limit on the slots to try: more than any server has. Keeps a search short if a benchmark had a long queue. */
const MOST_PARALLEL = 4096;

/** Most slots that fit; undefined if unknown, as for a server of unknown type. */
function slotsThatFit(engine: Engine, workload: Workload): Figure | undefined {
  const { type, model } = engine;
  if (!model || !traitsOf(type?.value).isKnownServer) return undefined;
  return checkMemory(engine, workload, ONE_SLOT)?.largestParallel;
}

const ONE_SLOT = constantFigure(1, 'slots/server');
