/** Names of columns: what a header of a CSV means, and its unit. */
import { PERCENTILES } from '../../engine/plan/plan';
import { secondsOfUnit } from '../figures';
import type { Statistic } from '../run';

export type Role =
  | 'users'
  | 'rate'
  | 'throughput'
  | 'requests'
  | 'completed'
  | 'errors'
  | 'promptTokens'
  | 'outputTokens'
  | 'parallel'
  | 'servers'
  | 'date'
  | 'model'
  | 'tool'
  | 'time';

export interface Column {
  readonly name: string;
  /** Undefined for a column that nobody knows. */
  readonly role: Role | undefined;
  readonly time?: 'latency' | 'ttft' | 'tpot';
  readonly statistic?: Statistic;
  /** True if the header names no statistic. */
  readonly isAssumedMean?: boolean;
  /** Seconds of the unit in the header. */
  readonly seconds?: number;
}

const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'users',
    /^(max_)?(concurrency|concurrent(_(requests|users|clients))?|users|vus|clients|streams|in_flight|num_concurrent_requests|batch_size)$/,
  ],
  ['rate', /^(request_rate|rate|arrival_rate|target_(rps|qps)|rate_qps)$/],
  [
    'throughput',
    /^((request_)?throughput(_(rps|req_s|requests_s))?|requests?_per_(s|sec|second)|requests?_(s|sec)|req_s|rps|qps)$/,
  ],
  ['completed', /^(completed|successful|successes|success(ful)?_requests|completed_requests)$/],
  ['requests', /^((num_|total_)?(requests|prompts)|request_count)$/],
  [
    'errors',
    /^(errors?|failed|failures|errored|failed_requests|num_errors|error_count|failure_count)$/,
  ],
  ['promptTokens', /^(mean_|avg_)?(prompt|input)_(tokens|len|length)(_mean|_avg)?$|^isl$/],
  [
    'outputTokens',
    /^(mean_|avg_)?(output|completion|generated)_(tokens|len|length)(_mean|_avg)?$|^osl$/,
  ],
  ['parallel', /^(parallel|num_parallel|slots|max_num_seqs)$/],
  ['servers', /^(servers|replicas)$/],
  ['date', /^(date|day|timestamp|start_time)$/],
  ['model', /^(model|model_id|model_name)$/],
  ['tool', /^(tool|backend)$/],
];

const TIMES: readonly (readonly [NonNullable<Column['time']>, RegExp])[] = [
  ['ttft', /^(ttft|time_to_first_token|first_token(_latency)?)$/],
  ['tpot', /^(tpot|time_per_output_token)$/],
  [
    'latency',
    /^(latency|e2el?|e2e_latency|end_to_end_latency|request_latency|response_time|duration)$/,
  ],
];

const MEAN = 'mean|avg|average';
const STATISTIC = `${MEAN}|median|med|p\\d+`;
const BEFORE = new RegExp(`^(${STATISTIC})_(.+)$`);
const BEHIND = new RegExp(`^(.+?)_(${STATISTIC})$`);

export function columnOf(header: string): Column {
  const name = header.trim();
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9µ]+/g, '_')
    .replace(/^_|_$/g, '');
  const role = ROLES.find(([, pattern]) => pattern.test(words))?.[0];
  if (role) return { name, role };
  const [, before = words, unit] = /^(.+)_(ns|us|µs|ms|s|sec|seconds)$/.exec(words) ?? [];
  return timeColumn(name, before, secondsOfUnit(unit)) ?? { name, role };
}

function timeColumn(name: string, words: string, seconds: number | undefined): Column | undefined {
  const [before, behind] = [BEFORE.exec(words), BEHIND.exec(words)];
  const statisticWord = before?.[1] ?? behind?.[2] ?? (/^p\d+$/.test(words) ? words : undefined);
  const timeWord = before?.[2] ?? behind?.[1] ?? (statisticWord === words ? 'latency' : words);
  const time = TIMES.find(([, pattern]) => pattern.test(timeWord))?.[0];
  const statistic = statisticWord === undefined ? 'mean' : statisticOf(statisticWord);
  if (time === undefined || statistic === undefined) return undefined;
  const unit = seconds === undefined ? {} : { seconds };
  const isAssumedMean = statisticWord === undefined;
  return { name, role: 'time', time, statistic, isAssumedMean, ...unit };
}

function statisticOf(word: string): Statistic | undefined {
  if (/^med(ian)?$/.test(word)) return 'p50';
  return new RegExp(`^(${MEAN})$`).test(word)
    ? 'mean'
    : PERCENTILES.find((percentile) => percentile === word);
}

export function isTime({ role }: Column): boolean {
  return role === 'time';
}
