/** A Prometheus of tests: it has hours of two vLLM servers, and answers the queries that are asked. */
import type { GetText, RangeAsked } from '../../../src/production/readRange';

/** 2026-11-30 00:00 UTC. */
export const END = Date.UTC(2026, 10, 30) / 1000;
export const RANGE: RangeAsked = {
  wanted: {},
  selector: '',
  end: END,
  stepSeconds: 3600,
  steps: 48,
};

export interface Hour {
  /** Requests in the hour, over all servers, and their mean latency. */
  readonly requests: number;
  readonly latency: number;
  readonly servers?: number;
  readonly restarts?: number;
}

/** Requests by the hour of a day: few at night, most in the afternoon. */
export const DAY: readonly number[] = Array.from({ length: 24 }, (_, hour) =>
  Math.round(2000 + 6000 * Math.max(0, Math.sin(((hour - 6) / 16) * Math.PI)) ** 2),
);

/** @param hourAt Hour that ends so many hours before the end of the range; undefined if there is no data. */
export function fakePrometheus(
  hourAt: (before: number) => Hour | undefined = (before) => ({
    requests: DAY[(47 - before) % 24] ?? 0,
    latency: 2,
  }),
  asked: string[] = [],
): GetText {
  return (path, parameters) => {
    asked.push(parameters.query ?? parameters['match[]'] ?? '');
    if (path === '/api/v1/series') return answer(SERIES);
    const [start, end, step] = ['start', 'end', 'step'].map((key) => Number(parameters[key]));
    const points: { readonly time: number; readonly hour: Hour }[] = [];
    for (let time = start ?? 0; time <= (end ?? 0); time += step ?? 3600) {
      const hour = hourAt(Math.round((END - time) / 3600));
      if (hour) points.push({ time, hour });
    }
    const rows = valuesOf(parameters.query ?? '');
    const result = rows.map(({ labels, value }) => ({
      metric: labels,
      values: points.map(({ time, hour }) => [time, String(value(hour))]),
    }));
    return answer({ resultType: 'matrix', result });
  };
}

const NAMES = [
  'vllm:num_requests_running',
  'vllm:num_requests_waiting',
  'vllm:request_success_total',
  'vllm:e2e_request_latency_seconds_count',
  'vllm:request_prompt_tokens_count',
  'vllm:request_generation_tokens_count',
];

const SERIES = NAMES.flatMap((name) =>
  ['a:8000', 'b:8000'].map((instance) => ({
    __name__: name,
    instance,
    model_name: 'chat',
    job: 'llm',
  })),
);

const BOUNDS = [0.5, 1, 1.5, 2, 2.5, 5, 10, Infinity];

interface Row {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: (hour: Hour) => number;
}

function valuesOf(query: string): readonly Row[] {
  const one = (value: Row['value']): readonly Row[] => [{ labels: {}, value }];
  if (
    query.includes('count_over_time(vllm:num_requests_running') &&
    !query.includes('sum_over_time')
  )
    return one(({ servers = 2 }) => servers);
  if (query.startsWith('sum(resets')) return one(({ restarts = 0 }) => restarts);
  if (query.includes('num_requests_running'))
    return one(({ requests, latency }) => (requests * latency) / 3600);
  if (query.includes('num_requests_waiting')) return one(() => 0);
  if (query.includes('request_success'))
    return [{ labels: { finished_reason: 'stop' }, value: ({ requests }) => requests }];
  if (query.includes('latency_seconds_bucket'))
    return BOUNDS.map((bound) => ({
      labels: { le: bound === Infinity ? '+Inf' : String(bound) },
      value: ({ requests, latency }) => requests * (1 - Math.exp(-bound / latency)),
    }));
  if (query.includes('latency_seconds_sum'))
    return one(({ requests, latency }) => requests * latency);
  if (query.includes('prompt_tokens_sum')) return one(({ requests }) => 500 * requests);
  if (query.includes('generation_tokens_sum')) return one(({ requests }) => 200 * requests);
  if (query.includes('_count')) return one(({ requests }) => requests);
  return [];
}

function answer(data: unknown): Promise<string> {
  return Promise.resolve(JSON.stringify({ status: 'success', data }));
}
