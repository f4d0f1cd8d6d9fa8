/** Puts a comparison into words: the verdict first, then each load. */
import { t } from '@vscode/l10n';
import { loadWords } from '../measure/loadText';
import type { Run } from '../benchmark/run';
import { listWords } from '../messages/markdown';
import { formatNumber, formatSeconds } from '../messages/numbers';
import { textTable } from '../messages/textTable';
import type { ComparedFigure, ComparedLoad, Comparison, Quantity } from './compareRuns';

/** Quantities by which a verdict is given, the first that both sides know. */
const DECIDING: readonly Quantity[] = [
  'latency.mean',
  'latency.p50',
  'throughput',
  'tpot.mean',
  'ttft.mean',
];

interface Deciding {
  readonly load: string;
  readonly basis: ComparedLoad['basis'];
  readonly figure: ComparedFigure;
}

/** Returns `B is faster: latency 12% less (±3%) at 8 users.` */
export function verdictWords({ loads }: Comparison): string {
  if (loads.length === 0)
    return t`Nothing can be compared: the runs have no load in common, and no curve reaches the others.`;
  const measured = loads.filter(({ basis }) => basis === 'measured');
  if (measured.length === 0) return byCurveWords(loads);
  const quantity = decidingIn(measured);
  if (!quantity) return t`Nothing can be compared: the runs have no figure in common.`;
  const all = decidingFigures(measured, quantity);
  const better = all.filter(({ figure }) => figure.outcome === 'better');
  const worse = all.filter(({ figure }) => figure.outcome === 'worse');
  const same = all.filter(({ figure }) => figure.outcome === 'same');
  if (all.every(({ figure }) => figure.outcome === 'unknown')) return unknownWords(all, quantity);
  const sentences = [
    better.length > 0 ? t`B is faster: ${eachWords(better, quantity)}.` : '',
    worse.length > 0 ? t`B is slower: ${eachWords(worse, quantity)}.` : '',
    same.length > 0 ? sameWords(same) : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Names the noise that hides a difference, since more requests would show it. */
function sameWords(same: readonly Deciding[]): string {
  const loads = listWords(same.map(({ load }) => load));
  const noises = same.flatMap(({ figure }) => figure.noise ?? []);
  return noises.length === 0
    ? t`No difference beyond the noise at ${loads}.`
    : t`No difference beyond the noise at ${loads} (±${percent(Math.max(...noises))}).`;
}

function byCurveWords(loads: readonly ComparedLoad[]): string {
  const quantity = decidingIn(loads);
  const all = quantity ? decidingFigures(loads, quantity) : [];
  if (!quantity || all.length === 0) return t`No load was measured in both.`;
  return t`No load was measured in both. By the curves ${eachWords(all, quantity)}: an estimate, no measurement.`;
}

function unknownWords(all: readonly Deciding[], quantity: Quantity): string {
  return t`B has ${eachWords(all, quantity)}. The noise is unknown: the runs do not say how many requests they had.`;
}

function decidingIn(loads: readonly ComparedLoad[]): Quantity | undefined {
  return DECIDING.find((quantity) => decidingFigures(loads, quantity).length > 0);
}

function decidingFigures(loads: readonly ComparedLoad[], quantity: Quantity): readonly Deciding[] {
  return loads.flatMap(({ run, basis, figures }) => {
    const figure = figures.find((each) => each.quantity === quantity);
    return figure ? [{ load: loadOf(run), basis, figure }] : [];
  });
}

function eachWords(all: readonly Deciding[], quantity: Quantity): string {
  const name = quantityWords(quantity);
  if (all.length > MOST_NAMED) return t`${name} ${rangeWords(all)} at ${all.length} loads`;
  const [first = '', ...others] = all.map(differenceWords);
  return listWords([`${name} ${first}`, ...others]);
}

/** More loads than these make no sentence. */
const MOST_NAMED = 3;

/** Returns `12% less (±3%) at 8 users`. */
function differenceWords({ load, figure: { difference, noise } }: Deciding): string {
  const number = formatNumber(100 * Math.abs(difference), 2);
  const isSame = Math.abs(difference) < SAME;
  if (noise === undefined) {
    if (isSame) return t`the same at ${load}`;
    return difference < 0 ? t`${number}% less at ${load}` : t`${number}% more at ${load}`;
  }
  const most = percent(noise);
  if (isSame) return t`the same (±${most}) at ${load}`;
  return difference < 0
    ? t`${number}% less (±${most}) at ${load}`
    : t`${number}% more (±${most}) at ${load}`;
}

/** Differences below this share are none. */
const SAME = 0.0005;

/** Returns `3% to 12% less (±4% or better)`. */
function rangeWords(all: readonly Deciding[]): string {
  const sorted = all.map(({ figure }) => figure.difference).sort((x, y) => x - y);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const noises = all.flatMap(({ figure }) => figure.noise ?? []);
  const near = most <= 0 ? percent(-most) : least >= 0 ? percent(least) : signedWords(least);
  const far = signedWords(most <= 0 ? least : most);
  return noises.length < all.length
    ? t`${near} to ${far}`
    : t`${near} to ${far} (±${percent(Math.max(...noises))} or better)`;
}

function signedWords(difference: number): string {
  if (Math.abs(difference) < SAME) return t`the same`;
  const number = formatNumber(100 * Math.abs(difference), 2);
  return difference < 0 ? t`${number}% less` : t`${number}% more`;
}

export function percent(share: number): string {
  return `${formatNumber(100 * share, 2)}%`;
}

/** Returns the load of one server: `8 users`. */
export function loadOf({ load, throughputPerSecond }: Run): string {
  if (load.kind === 'unstated') {
    return throughputPerSecond === undefined
      ? t`an unknown load`
      : t`${formatNumber(throughputPerSecond)}/s answered`;
  }
  return loadWords(load.kind === 'rate' ? load : { thinkTimeSeconds: 0, ...load });
}

/** Returns `TTFT p95`. A mean is the mean latency. */
export function quantityWords(quantity: Quantity): string {
  if (quantity === 'throughput') return t`throughput`;
  const [time = '', statistic = ''] = quantity.split('.');
  const name = time === 'latency' ? t`latency` : time.toUpperCase();
  return statistic === 'mean' ? name : `${name} ${statistic}`;
}

export function valueWords(quantity: Quantity, value: number): string {
  return quantity === 'throughput' ? `${formatNumber(value)}/s` : formatSeconds(value);
}

export const OUTCOME_WORDS = textTable<ComparedFigure['outcome']>({
  better: () => t`B is better`,
  worse: () => t`B is worse`,
  same: () => t`within the noise`,
  unknown: () => t`noise unknown`,
});

export const BASIS_WORDS = textTable<ComparedLoad['basis']>({
  measured: () => '',
  'curve-a': () => t`A by its curve, not measured`,
  'curve-b': () => t`B by its curve, not measured`,
});

export function signedPercent(difference: number): string {
  if (Math.abs(difference) < SAME) return '0%';
  return `${difference < 0 ? '-' : '+'}${percent(Math.abs(difference))}`;
}

export function lengthWords({ promptTokens, outputTokens }: Run): readonly string[] {
  return [
    ...(promptTokens ? [t`${formatNumber(promptTokens.mean)} prompt tokens`] : []),
    ...(outputTokens ? [t`${formatNumber(outputTokens.mean)} output tokens`] : []),
  ];
}
