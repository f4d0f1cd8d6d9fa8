/** `targets.<name>`: each objective is an upper bound. */
import type { ObjectiveKind, TokenPercentile } from '../../engine/plan/plan';
import { MEAN, timeLimit, tokenTime } from './commonShapes';
import * as limits from './limitsOfFields';
import { price } from './priceScalar';
import { share } from './scalars';
import type { Field } from './shape';

export const TARGET = {
  latency: {
    shape: timeLimit(),
    alsoCalled: MEAN,
    meaning:
      'Limit of the mean time from sending a request to its whole answer. `<1s` is strict: 1.0 s misses it.',
  },
  p50: {
    shape: timeLimit(),
    alsoCalled: ['median'],
    meaning: 'Limit of the latency that half of the requests stay below.',
  },
  p90: {
    shape: timeLimit(),
    meaning: 'Limit of the latency that 90% of the requests stay below.',
  },
  p95: {
    shape: timeLimit(),
    meaning: 'Limit of the latency that 95% of the requests stay below.',
  },
  p99: {
    shape: timeLimit(),
    meaning: 'Limit of the latency that 99% of the requests stay below.',
  },
  ttft: {
    shape: tokenTime(timeLimit, 'Limit of the time to the first token'),
    meaning:
      'Limit of the mean time to the first token, or a map: `{ mean: <400ms, p95: <500ms, p99: <2s }`.',
  },
  tpot: {
    shape: tokenTime(timeLimit, 'Limit of the time per output token'),
    meaning:
      'Limit of the mean time per output token after the first: (latency - ttft) / (outputTokens - 1). Or a map: `{ p99: <60ms }`.',
  },
  rejected: {
    shape: share('limit', limits.SHARE, ['<1%', '0.5%', '0.01']),
    meaning: 'Limit of the share of requests that may be rejected because a queue is full.',
  },
  budget: {
    shape: price('limit', limits.BUDGET),
    meaning: 'Limit of the cost of all nodes, per hour, day, month or year.',
  },
} as const satisfies Readonly<Record<Exclude<ObjectiveKind, TokenPercentile>, Field>>;
