/** Compares the runs of two sides load by load, and each figure with the noise of both. */
import { STATISTICS } from '../benchmark/figures';
import { NO_TIMES, type Run, type Statistic, type Times } from '../benchmark/run';
import { noiseOf, throughputNoise } from './noise';
import { isSameLoad } from './loadKey';
import { mergeRepeats } from './mergeRepeats';
import type { Side } from './side';

export type Quantity = 'throughput' | `${'latency' | 'ttft' | 'tpot'}.${Statistic}`;

/** `same`: no difference beyond the noise. `unknown`: nobody says how many requests there were. */
export type Outcome = 'better' | 'worse' | 'same' | 'unknown';

export interface ComparedFigure {
  readonly quantity: Quantity;
  /** Seconds, or answers a second. */
  readonly a: number;
  readonly b: number;
  /** Share by which B is above A: -0.1 for a tenth less. */
  readonly difference: number;
  /** Share that chance may add to or take from the difference in 19 of 20 cases; undefined if unknown. */
  readonly noise: number | undefined;
  /** How B compares with A. */
  readonly outcome: Outcome;
}

export interface ComparedLoad {
  /** The run that was measured: of both sides, or of the one side that has the load. */
  readonly run: Run;
  /** `curve-a`: only B has the load, and the curve through A's runs stands for A. */
  readonly basis: 'measured' | 'curve-a' | 'curve-b';
  readonly figures: readonly ComparedFigure[];
}

export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  /** Lightest load first, those that both measured before those of a curve. */
  readonly loads: readonly ComparedLoad[];
}

export function compareRuns(a: Side, b: Side): Comparison {
  const ofA = mergeRepeats(a.runs);
  const ofB = mergeRepeats(b.runs);
  const pairs = ofA.flatMap((run) => {
    const other = ofB.find((each) => isSameLoad(run, each));
    return other ? [[run, other] as const] : [];
  });
  const both = pairs.map(([run, other]) => comparedLoad(run, run, other, 'measured'));
  const onlyA = ofA.filter((run) => !pairs.some(([each]) => each === run));
  const onlyB = ofB.filter((run) => !pairs.some(([, each]) => each === run));
  const byCurve = [
    ...onlyA.map((run) => comparedLoad(run, run, predictedRun(b, run), 'curve-b')),
    ...onlyB.map((run) => comparedLoad(run, predictedRun(a, run), run, 'curve-a')),
  ];
  return { a, b, loads: [both, byCurve].flatMap(usable) };
}

function usable(loads: readonly ComparedLoad[]): readonly ComparedLoad[] {
  return loads
    .filter(({ figures }) => figures.length > 0)
    .sort((x, y) => sizeOf(x.run) - sizeOf(y.run));
}

function sizeOf({ load }: Run): number {
  if (load.kind === 'unstated') return Infinity;
  return load.kind === 'users' ? load.users : load.perSecond;
}

/** A run as the curve of a side has it: means only. */
function predictedRun(side: Side, { tool: _, ...run }: Run): Run {
  const times = run.load.kind === 'unstated' ? undefined : side.predict({ tool: '', ...run });
  const mean = (time: 'latency' | 'ttft' | 'tpot'): Times => {
    const value = times?.[time]?.value;
    return value === undefined ? NO_TIMES : { mean: value };
  };
  return {
    ...run,
    tool: '',
    requests: undefined,
    throughputPerSecond: undefined,
    latency: mean('latency'),
    ttft: mean('ttft'),
    tpot: mean('tpot'),
  };
}

function comparedLoad(run: Run, a: Run, b: Run, basis: ComparedLoad['basis']): ComparedLoad {
  const times = (['latency', 'ttft', 'tpot'] as const).flatMap((time) =>
    STATISTICS.flatMap((statistic) => {
      const noises = [a, b].map((each) => noiseOf(each, time, statistic));
      return compared(`${time}.${statistic}`, a[time][statistic], b[time][statistic], noises);
    }),
  );
  const throughput = compared('throughput', a.throughputPerSecond, b.throughputPerSecond, [
    throughputNoise(a),
    throughputNoise(b),
  ]);
  return { run, basis, figures: [...times, ...throughput] };
}

function compared(
  quantity: Quantity,
  a: number | undefined,
  b: number | undefined,
  noises: readonly (number | undefined)[],
): readonly ComparedFigure[] {
  if (a === undefined || b === undefined || !(a > 0) || !(b > 0)) return [];
  const known = noises.filter((noise) => noise !== undefined);
  const ratio = Math.log(b / a);
  const most = known.length === 2 ? IN_19_OF_20 * Math.hypot(...known) : undefined;
  const isBeyond = most !== undefined && Math.abs(ratio) > most;
  const isBetter = quantity === 'throughput' ? ratio > 0 : ratio < 0;
  const outcome =
    most === undefined ? 'unknown' : !isBeyond ? 'same' : isBetter ? 'better' : 'worse';
  return [
    { quantity, a, b, difference: b / a - 1, noise: most && (b / a) * Math.expm1(most), outcome },
  ];
}

/** Standard deviations of a normal distribution that hold 95%. */
const IN_19_OF_20 = 1.96;
