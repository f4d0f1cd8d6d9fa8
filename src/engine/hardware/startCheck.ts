/**
 * Checks if a server starts that nobody tells its longest request. vLLM makes room for one as long as the model takes,
 * and does not start without (`_check_enough_kv_cache_memory`, vllm/v1/core/kv_cache_utils.py).
 */
import { traitsOf } from '../catalog/data/engineTypes';
import type { Figure } from '../figure/figure';
import type { Engine } from '../plan/plan';
import { memoize } from '../util/cache';
import { contextOfModel } from './contextLimit';
import { longestFigure } from './kvCache';
import { contextThatFits, fitOf, fixedPart, type MemoryFit } from './memory';

export interface StartCheck {
  /** Longest request that the model takes. */
  readonly tokens: Figure;
  /** Bytes of its keys and values. */
  readonly kv: Figure;
  /** Bytes that are left for it, at least and at most. */
  readonly room: { readonly low: number; readonly high: number };
  readonly fit: MemoryFit;
  /** Longest request that surely fits. */
  readonly largest: Figure;
}

/** @returns undefined if the server needs no such room, the plan states its context, or the weights do not even fit. */
export const checkStart = memoize((engine: Engine): StartCheck | undefined => {
  const { type, contextTokens, kvTokens } = engine;
  if (!traitsOf(type?.value).needsRoomForLongest || contextTokens || kvTokens) return undefined;
  const fixed = fixedPart(engine);
  const tokens = contextOfModel(engine);
  if (!fixed || !tokens) return undefined;
  const { shape, perToken, beyond, weights, usable, margin } = fixed;
  const left = usable.value - weights.value;
  if (left + margin.value <= 0) return undefined;
  const kv = longestFigure(shape, perToken, tokens, beyond);
  return {
    tokens,
    kv,
    room: { low: Math.max(0, left - margin.value), high: left + margin.value },
    fit: fitOf(weights.value + kv.value, usable.value, margin.value),
    largest: contextThatFits(engine, fixed, undefined),
  };
});

/** Rounds a context down to whole thousands, as people write it. */
export function roundContext(tokens: number): number {
  const step = tokens >= 10_000 ? 1000 : 100;
  return Math.floor(tokens / step) * step;
}
