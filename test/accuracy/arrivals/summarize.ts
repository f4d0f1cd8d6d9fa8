/** Errors and wrong verdicts of many answers. */
import { METRICS, type Metric } from './arrivalCase';
import type { Answer } from './askPlan';

export interface ArrivalSummary {
  readonly metric: Metric;
  /** Mean of predicted / truth - 1. */
  readonly bias: number;
  /** Median of |predicted / truth - 1|. */
  readonly median: number;
  /** Answers with a figure. */
  readonly n: number;
  /** Share of both limits below that are decided rightly, from 0 to 1. */
  readonly decided: number;
  /** Answers with a limit at 0.8 of the truth that is said to be met. */
  readonly falsePasses: number;
  /** Answers with a limit at 1.25 of the truth that is said to be missed. */
  readonly falseMisses: number;
  /** Wrong verdicts, of both kinds, that are called verified. */
  readonly verifiedWrong: number;
}

export function summarizeArrivals(answers: readonly Answer[]): readonly ArrivalSummary[] {
  return METRICS.flatMap((metric) => {
    const of = answers.filter((answer) => answer.metric === metric);
    return of.length === 0 ? [] : [summarizeMetric(metric, of)];
  });
}

function summarizeMetric(metric: Metric, answers: readonly Answer[]): ArrivalSummary {
  const errors = answers.flatMap(({ predicted, truth }) =>
    predicted === undefined ? [] : [predicted / truth - 1],
  );
  const falsePasses = answers.filter(({ verdicts }) => verdicts.missed.outcome === 'meets');
  const falseMisses = answers.filter(({ verdicts }) => verdicts.met.outcome === 'misses');
  const decided = answers.flatMap(({ verdicts }) => [
    verdicts.missed.outcome === 'misses',
    verdicts.met.outcome === 'meets',
  ]);
  return {
    metric,
    bias: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    median: medianOf(errors.map(Math.abs)),
    n: errors.length,
    decided: decided.filter(Boolean).length / decided.length,
    falsePasses: falsePasses.length,
    falseMisses: falseMisses.length,
    verifiedWrong:
      falsePasses.filter(({ verdicts }) => verdicts.missed.verified).length +
      falseMisses.filter(({ verdicts }) => verdicts.met.verified).length,
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? NaN)) / 2 : upper;
}
