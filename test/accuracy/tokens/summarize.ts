/** Errors of many predictions, by what they were made from. */
import type { Method, Mode, Prediction, To } from './scoreTokens';

export interface Summary {
  readonly mode: Mode;
  readonly to: To;
  readonly metric: Prediction['metric'];
  readonly method: Method;
  /** Of |predicted / measured - 1|. */
  readonly mean: number;
  readonly median: number;
  readonly n: number;
  /** Share of the points in the 80 % band; null for methods without one. */
  readonly bandHolds: number | null;
  /** Median of upper end / prediction; null for methods without a band. */
  readonly bandFactor: number | null;
}

export function summarize(predictions: readonly Prediction[]): readonly Summary[] {
  const groups = new Map<string, Prediction[]>();
  for (const prediction of predictions) {
    const { mode, to, metric, method } = prediction;
    const key = [mode, to, metric, method].join();
    const group = groups.get(key);
    if (group) group.push(prediction);
    else groups.set(key, [prediction]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const errors = group
      .map(({ predicted, measured }) => Math.abs(predicted / measured - 1))
      .sort((a, b) => a - b);
    const held = group.flatMap((prediction) => prediction.held ?? []);
    const factors = group
      .flatMap(({ high, predicted }) => (high === undefined ? [] : high / predicted))
      .sort((a, b) => a - b);
    return [
      {
        mode: first.mode,
        to: first.to,
        metric: first.metric,
        method: first.method,
        mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
        median: medianOf(errors),
        n: errors.length,
        bandHolds: held.length > 0 ? held.filter(Boolean).length / held.length : null,
        bandFactor: factors.length > 0 ? medianOf(factors) : null,
      },
    ];
  });
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? NaN)) / 2 : upper;
}

/** Dense models on vLLM and NVIDIA: what the prior is narrowest for. */
export function isUsualKind({ server }: Prediction): boolean {
  const { accelerator, model } = server.facts;
  return server.engine === 'vllm' && accelerator?.vendor === 'nvidia' && !model?.experts;
}
