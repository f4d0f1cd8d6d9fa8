/**
 * Reads k6's summary: the data of `handleSummary`, or `--summary-export`. Times are milliseconds. `passes` of
 * `http_req_failed` counts the requests that failed. `http_req_duration` includes them, unless the summary has
 * `{expected_response:true}` too.
 */
import { t } from '@vscode/l10n';
import { scaled, timesOf } from '../figures';
import { numberAt, valueAt, type Json } from '../json';
import { remark, type Remark } from '../remarks';
import { NO_TIMES, type Load, type Run, type Times } from '../run';
import type { Format } from './format';

export const K6: Format = {
  title: 'k6 summary',
  matches: ({ documents }) => documents.some(isK6),
  read: ({ documents }) => ({ runs: documents.filter(isK6).map(readRun), remarks: [] }),
};

function isK6(json: Json): boolean {
  return valuesOf(json, 'http_req_duration') !== undefined && requestsOf(json) !== undefined;
}

/** `--summary-export` has the values one level higher. */
function valuesOf(json: Json, metric: string): Json | undefined {
  const found = valueAt(json, 'metrics', metric);
  return valueAt(found, 'values') ?? found;
}

function requestsOf(json: Json): number | undefined {
  return numberAt(valuesOf(json, 'http_reqs'), 'count');
}

const SUCCESSES = 'http_req_duration{expected_response:true}';

function readRun(json: Json): Run {
  const requests = requestsOf(json);
  const errors = numberAt(valuesOf(json, 'http_req_failed'), 'passes') ?? 0;
  const onlySuccesses = valuesOf(json, SUCCESSES);
  const times = onlySuccesses ?? valuesOf(json, 'http_req_duration');
  const perSecond = numberAt(valuesOf(json, 'http_reqs'), 'rate');
  const share = requests ? (requests - errors) / requests : 1;
  const { load, remarks } = readLoad(json, requests);
  return {
    tool: 'k6',
    load,
    requests,
    errors,
    throughputPerSecond: scaled(perSecond, share),
    latency: readTimes(times),
    ttft: NO_TIMES,
    tpot: NO_TIMES,
    remarks: [
      ...remarks,
      ...(errors > 0 && !onlySuccesses ? [remark('failed-in-times', { errors })] : []),
      remark('no-field', { what: [t`connection times`, t`checks`] }),
    ],
  };
}

function readTimes(values: Json | undefined): Times {
  return timesOf((statistic) => {
    if (statistic === 'mean') return scaled(numberAt(values, 'avg'), 1e-3);
    const median = statistic === 'p50' ? numberAt(values, 'med') : undefined;
    return scaled(median ?? numberAt(values, `p(${statistic.slice(1)})`), 1e-3);
  });
}

/** Share of an iteration beyond which the rest of it counts as think time. */
const NOTABLE_PAUSE = 0.02;

/** Virtual users send one request after the other; what an iteration takes beyond them is think time. */
function readLoad(
  json: Json,
  requests: number | undefined,
): { readonly load: Load; readonly remarks: readonly Remark[] } {
  const vus = valuesOf(json, 'vus');
  const most = numberAt(vus, 'max') ?? numberAt(valuesOf(json, 'vus_max'), 'max');
  const least = numberAt(vus, 'min') ?? most;
  const iterations = numberAt(valuesOf(json, 'iterations'), 'count');
  const each = requests && iterations ? requests / iterations : 1;
  const mixed = each > 1.01 ? [remark('requests-an-iteration', { requests: rounded(each) })] : [];
  if (most === undefined || least === undefined)
    return { load: { kind: 'unstated' }, remarks: mixed };
  if (least < most) {
    const varied = remark('users-varied', { from: least, to: most });
    return { load: { kind: 'unstated' }, remarks: [varied, ...mixed] };
  }
  const iteration = numberAt(valuesOf(json, 'iteration_duration'), 'avg') ?? 0;
  const sending = (numberAt(valuesOf(json, 'http_req_duration'), 'avg') ?? 0) * each;
  const pause = (iteration - sending) / each;
  return {
    load:
      pause > NOTABLE_PAUSE * (iteration / each)
        ? { kind: 'users', users: most, thinkTimeSeconds: pause * 1e-3 }
        : { kind: 'users', users: most },
    remarks: mixed,
  };
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10;
}
