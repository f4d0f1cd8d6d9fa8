/** Turns what servers did in a time into a run, as if a benchmark tool had printed it. */
import { t } from '@vscode/l10n';
import { checkRun } from '../benchmark/checkRun';
import { ratio } from '../benchmark/figures';
import { remark, type Remark } from '../benchmark/remarks';
import { NO_TIMES, type Length, type Run, type Statistic, type Times } from '../benchmark/run';
import { nameOfStatistic, type TimeKind } from '../benchmark/timeNames';
import { PERCENTILE_SHARES } from '../engine/plan/percentiles';
import { PERCENTILES } from '../engine/plan/plan';
import { meanOfHistogram, quantileOf, variationOf, type Histogram } from './histogram';
import type { ProductionWindow } from './windowOf';

/** What the metrics do not say, and the user does. */
export interface ToldFacts {
  readonly servers: number | undefined;
  readonly parallel: number | undefined;
  /** Mean tokens of an answer, for a server that counts no requests. */
  readonly outputTokens: number | undefined;
}

export type WindowReading =
  | { readonly kind: 'run'; readonly run: Run }
  /** No request ended in the time. */
  | { readonly kind: 'idle' }
  /** The server counts no requests: the mean length of its answers would tell them. */
  | { readonly kind: 'uncounted' }
  /** It tells requests, but no time. */
  | { readonly kind: 'no-times' };

export function runOfWindow(window: ProductionWindow, told: ToldFacts): WindowReading {
  const counted = countRequests(window, told.outputTokens);
  if (counted === 'uncounted') return { kind: 'uncounted' };
  const { ended, failed, isFailedInTimes, meanSeconds } = counted;
  const answered = ended - failed;
  if (!(window.seconds > 0) || !(Math.round(answered) >= 1)) return { kind: 'idle' };
  const remarks: Remark[] = [];
  const { histograms, counters, seconds, service } = window;
  const latency = timesOf(histograms.latency, 'latency', remarks);
  const run: Run = {
    tool: `${service.server.title} in production`,
    when: timeText(window),
    production: true,
    date: dayOf(window.end),
    model: service.model,
    load: { kind: 'rate', perSecond: ended / seconds },
    servers: told.servers ?? window.servers,
    parallel: told.parallel,
    requests: Math.round(ended),
    errors: Math.min(Math.round(failed), Math.round(ended) - 1),
    throughputPerSecond: answered / seconds,
    latency: meanSeconds === undefined ? latency : { mean: meanSeconds },
    ttft: timesOf(histograms.ttft, 'ttft', remarks),
    tpot: tpotOf(window, remarks),
    promptTokens: lengthOf(histograms.promptTokens, ratio(counters.promptTotal, ended)),
    outputTokens: lengthOf(
      histograms.outputTokens,
      told.outputTokens ?? ratio(counters.outputTotal, ended),
    ),
    cachedShare: cachedShareOf(window),
    remarks,
  };
  if (failed >= 0.5 && isFailedInTimes)
    remarks.push(remark('cut-off-in-times', { errors: Math.round(failed) }));
  if (histograms.timePerToken)
    remarks.push(remark('tpot-with-first-token', { what: t`time per token` }));
  const latencyName = service.server.histograms.latency?.[0];
  if (latency.mean === undefined && latencyName !== undefined)
    remarks.push(remark('no-latency', { metric: service.prefix + latencyName }));
  if (window.hasRestarted) remarks.push(remark('restarted', {}));
  const { run: checked } = checkRun({
    ...run,
    remarks: [...remarks, ...inFlightRemarks(window, run)],
  });
  return checked ? { kind: 'run', run: checked } : { kind: 'no-times' };
}

interface CountedRequests {
  readonly ended: number;
  readonly failed: number;
  /** Times of the requests that failed are among the others. */
  readonly isFailedInTimes: boolean;
  /** Mean latency, where it follows from the time of the slots. */
  readonly meanSeconds?: number | undefined;
}

function countRequests(
  { histograms, counters, gauges, seconds }: ProductionWindow,
  outputTokens: number | undefined,
): CountedRequests | 'uncounted' {
  const { failed = 0, failedBeside = 0, outputTotal, promptSeconds, outputSeconds } = counters;
  const requests = counters.requests ?? histograms.latency?.count;
  if (requests !== undefined) {
    return {
      ended: requests + failedBeside,
      failed: failed + failedBeside,
      isFailedInTimes: failed > 0,
    };
  }
  if (outputTotal === undefined || outputSeconds === undefined || outputTokens === undefined)
    return 'uncounted';
  const ended = outputTotal / outputTokens;
  // Little's law: the seconds of all requests, in slots and in the queue
  const spent = (promptSeconds ?? 0) + outputSeconds + (gauges.waiting ?? 0) * seconds;
  return {
    ended,
    failed: 0,
    isFailedInTimes: false,
    meanSeconds: ended > 0 ? spent / ended : undefined,
  };
}

/** Bounds of a bucket differ by at most such a factor for a percentile that counts, and for one that is about so much. */
const NARROW = 1.25;
const WIDEST = 2.5;

function timesOf(histogram: Histogram | undefined, kind: TimeKind, remarks: Remark[]): Times {
  if (!histogram) return NO_TIMES;
  const mean = meanOfHistogram(histogram);
  const about: Statistic[] = [];
  const known = PERCENTILES.flatMap((each) => {
    const share = PERCENTILE_SHARES[each];
    const quantile = quantileOf(histogram, share);
    if (!quantile || histogram.count * (1 - share) < LEAST_BEYOND) return [];
    const { value, low, high } = quantile;
    const what = nameOfStatistic(each, kind);
    if (high === Infinity) {
      remarks.push(remark('last-bucket', { what, lowSeconds: low }));
      return [];
    }
    if (high > WIDEST * low) {
      remarks.push(remark('wide-bucket', { what, lowSeconds: low, highSeconds: high }));
      return [];
    }
    if (high > NARROW * low) about.push(each);
    return [[each, value] as const];
  });
  const times = { ...(mean !== undefined && { mean }), ...Object.fromEntries(known) };
  return about.length > 0 ? { ...times, about } : times;
}

/** Requests beyond a percentile, without which chance decides it. */
const LEAST_BEYOND = 2;

/**
 * Mean over all tokens, which is what latency, TTFT and the length of answers give; percentiles over requests. A server
 * without histograms tells how long its slots wrote, and how many tokens.
 */
function tpotOf({ histograms, counters }: ProductionWindow, remarks: Remark[]): Times {
  const times = timesOf(histograms.tpot, 'tpot', remarks);
  const { outputSeconds, outputTotal } = counters;
  const mean =
    (histograms.itl && meanOfHistogram(histograms.itl)) ??
    times.mean ??
    ratio(outputSeconds, outputTotal);
  return mean === undefined ? times : { ...times, mean };
}

function lengthOf(
  histogram: Histogram | undefined,
  otherwise: number | undefined,
): Length | undefined {
  const mean = (histogram && meanOfHistogram(histogram)) ?? otherwise;
  return mean === undefined ? undefined : { mean, cv: histogram && variationOf(histogram) };
}

/** Share of the prompt tokens that is worth writing. */
const LEAST_CACHED = 0.02;

function cachedShareOf({ counters }: ProductionWindow): number | undefined {
  const share = ratio(counters.cacheHits, counters.cacheQueries);
  return share !== undefined && share > LEAST_CACHED && share <= 1 ? share : undefined;
}

/** Looks at a gauge that its mean needs, and the share by which it may then differ from Little's law. */
const ENOUGH_LOOKS = 5;
const TOLERATED = 0.3;

/** Says if the requests in flight by Little's law are not those that the server says. */
function inFlightRemarks({ gauges, looks }: ProductionWindow, run: Run): readonly Remark[] {
  if (looks < ENOUGH_LOOKS) return [];
  const { throughputPerSecond, latency } = run;
  const { running, waiting = 0 } = gauges;
  if (running === undefined || throughputPerSecond === undefined || latency.mean === undefined)
    return [];
  const [expected, gauge] = [throughputPerSecond * latency.mean, running + waiting];
  if (gauge < 1 || Math.abs(expected / gauge - 1) <= TOLERATED) return [];
  return [remark('in-flight-differs', { expected, gauge })];
}

/** Returns `2026-11-30 14:00 to 15:00 UTC`. */
export function timeText({ end, seconds }: Pick<ProductionWindow, 'end' | 'seconds'>): string {
  const [from, to] = [isoOf(end - seconds), isoOf(end)];
  const isSameDay = from.slice(0, 10) === to.slice(0, 10);
  return `${momentOf(from)} to ${isSameDay ? momentOf(to).slice(11) : momentOf(to)} UTC`;
}

/** Returns `2026-11-30 14:00`, with seconds if there are any. */
export function momentText(seconds: number): string {
  return `${momentOf(isoOf(seconds))} UTC`;
}

function momentOf(iso: string): string {
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  return `${day} ${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}

function dayOf(seconds: number): string {
  return isoOf(seconds).slice(0, 10);
}

function isoOf(seconds: number): string {
  return new Date(Math.round(seconds) * 1000).toISOString();
}
