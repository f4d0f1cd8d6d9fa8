/** Limits on the mean latency as lines across a chart of it. */
import { listWords } from '../catalogue/markdown';
import { describeLimit } from '../catalogue/verdicts';
import type { Plan } from '../engine/plan';
import type { Rule } from './chart';
import { nameOf } from './words';

export interface LimitLines {
  readonly rules: readonly Rule[];
  /** Says which limits are not drawn; undefined where all are. */
  readonly leftOut: string | undefined;
}

/** @param highest Of what is drawn: a limit far above it would flatten everything below. */
export function latencyLimits({ targets }: Plan, highest: number): LimitLines {
  const byLimit = new Map<string, { readonly at: number; readonly names: string[] }>();
  for (const target of targets) {
    for (const objective of target.objectives) {
      if (objective.kind !== 'latency') continue;
      const words = describeLimit(objective);
      const limit = byLimit.get(words) ?? { at: objective.limitSeconds, names: [] };
      limit.names.push(nameOf(target));
      byLimit.set(words, limit);
    }
  }
  const all = [...byLimit].map(([words, { at, names }]) => ({ at, label: labelOf(names, words) }));
  const near = all.filter(({ at }) => at <= highest * FAR).slice(0, MOST_LIMITS);
  const left = all.filter((limit) => !near.includes(limit)).map(({ label }) => label);
  return {
    rules: near.map((limit) => ({ axis: 'y', kind: 'limit', ...limit })),
    leftOut: left.length > 0 ? `Not drawn: the limits ${listWords(cut(left))}.` : undefined,
  };
}

const FAR = 3;
const MOST_LIMITS = 6;
const MOST_NAMED = 3;

/** `strict <1 s`. */
function labelOf(names: readonly string[], words: string): string {
  return `${listWords(cut(names))} ${words}`;
}

function cut(words: readonly string[]): readonly string[] {
  const left = words.length - MOST_NAMED;
  return left > 0 ? [...words.slice(0, MOST_NAMED), `${left} more`] : words;
}
