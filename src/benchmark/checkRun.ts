/** Leaves out figures of a run that cannot be right, whichever tool printed them, and says so. */
import { PERCENTILES } from '../engine/plan/plan';
import { TOLERATED_GAP } from '../engine/observation/meanLatency';
import { remark, type Remark } from './remarks';
import { NO_TIMES, type Run, type Times } from './run';
import { STATISTICS } from './figures';
import { nameOfStatistic, nameOfTime, type TimeKind } from './timeNames';

/** Returns undefined for a run that tells nothing; the remarks say why. */
export function checkRun(run: Run): {
  readonly run: Run | undefined;
  readonly remarks: readonly Remark[];
} {
  const { requests, errors } = run;
  if (requests !== undefined && requests - (errors ?? 0) <= 0) {
    return { run: undefined, remarks: [remark('all-failed', { errors })] };
  }
  const checked = checkTokens(checkTimes(run));
  if (!tellsSpeed(checked)) {
    const why = checked.remarks.filter(({ code }) => code !== 'no-field');
    return { run: undefined, remarks: [...why, remark('nothing-known', {})] };
  }
  return { run: checked, remarks: [] };
}

/** An observation needs a time, or users and throughput. */
function tellsSpeed({ latency, ttft, tpot, load, throughputPerSecond }: Run): boolean {
  const hasTime = [latency, ttft, tpot].some((times) =>
    STATISTICS.some((statistic) => times[statistic] !== undefined),
  );
  return hasTime || (load.kind === 'users' && throughputPerSecond !== undefined);
}

function checkTimes(run: Run): Run {
  const remarks: Remark[] = [...run.remarks];
  const check = (kind: TimeKind): Times => {
    const positive = onlyPositive(run[kind], kind, remarks);
    if (!isFalling(positive)) return positive;
    remarks.push(remark('percentiles-fall', { what: nameOfTime(kind) }));
    return positive.mean === undefined ? NO_TIMES : { mean: positive.mean };
  };
  const [latency, ttft, tpot] = [check('latency'), check('ttft'), check('tpot')];
  return { ...run, latency, ttft, tpot, remarks };
}

function onlyPositive(times: Times, kind: TimeKind, remarks: Remark[]): Times {
  const kept = STATISTICS.flatMap((statistic) => {
    const seconds = times[statistic];
    if (seconds === undefined) return [];
    if (seconds > 0 && Number.isFinite(seconds)) return [[statistic, seconds] as const];
    remarks.push(remark('no-time', { what: nameOfStatistic(statistic, kind) }));
    return [];
  });
  const { about } = times;
  return { ...Object.fromEntries(kept), ...(about && { about }) };
}

function isFalling(times: Times): boolean {
  const values = PERCENTILES.flatMap((percentile) => times[percentile] ?? []);
  return values.some((value, index) => value > (values[index + 1] ?? Infinity));
}

/** Share of the latency from which the first token came with the last one. */
const WITH_THE_LAST = 0.999;

/** Checks times of tokens against the latency: latency = TTFT + (output tokens - 1) x TPOT. */
function checkTokens(run: Run): Run {
  const { latency, ttft, tpot, outputTokens, remarks } = run;
  const tokens = outputTokens?.mean;
  const [whole, first] = [latency.mean ?? latency.p50, ttft.mean ?? ttft.p50];
  if (whole === undefined || first === undefined || tokens === undefined || tokens < 2) return run;
  if (first >= WITH_THE_LAST * whole) {
    const all = [...remarks, remark('not-streamed', {})];
    return { ...run, ttft: NO_TIMES, tpot: NO_TIMES, remarks: all };
  }
  if (latency.mean === undefined || ttft.mean === undefined || tpot.mean === undefined) return run;
  const sum = first + (tokens - 1) * tpot.mean;
  if (sum <= whole * (1 + TOLERATED_GAP) && sum >= whole * (1 - TOLERATED_GAP)) return run;
  const expectedSeconds = (whole - first) / (tokens - 1);
  const args = { tpotSeconds: tpot.mean, expectedSeconds };
  return { ...run, tpot: NO_TIMES, remarks: [...remarks, remark('tokens-do-not-add-up', args)] };
}
