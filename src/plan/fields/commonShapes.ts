/** Defines scalars that several maps of the format have. */
import type { Percentile } from '../../engine/plan/plan';
import type { Amount } from '../quantities/amount';
import * as limits from './limitsOfFields';
import { count, duration, rate, share } from './scalars';
import type { EitherShape, Field, Fields, ScalarShape } from './shape';

/** Words for the slots of a server. */
export const SLOT_WORDS = [
  ...['maxnumseqs', 'numparallel', 'ollamanumparallel', 'maxrunningrequests'],
] as const;

/** Words for the mean latency. */
export const MEAN = ['mean', 'average', 'avg'] as const;
export const tokenCount = (signs: 'about' | 'none') =>
  count('a number of tokens', signs, limits.TOKENS, ['512', '1.5k', '~300'], ['tokens', 'token']);

/** A length in tokens: its mean as a scalar, or a map of what is known of how lengths vary. */
export function tokenLength() {
  const tokens = tokenCount('about');
  return {
    kind: 'either',
    scalar: tokens,
    map: {
      kind: 'map',
      noun: 'a length',
      fields: {
        mean: {
          shape: tokens,
          alsoCalled: MEAN,
          meaning:
            'Mean tokens. Otherwise the mean follows from `p50` and `p95`, as of a lognormal.',
        },
        p50: { shape: tokens, alsoCalled: ['median'], meaning: 'Tokens that half of them have.' },
        p95: { shape: tokens, meaning: 'Tokens that 95% of them do not exceed.' },
        cv: {
          shape: count('a number', 'about', limits.CV, ['0.8', '1.5']),
          meaning:
            'Coefficient of variation: standard deviation / mean, 0 if all have one length. It follows from two of the others.',
        },
      },
    },
  } as const satisfies EitherShape;
}

export const users = count(
  'a number of users',
  'about',
  limits.USERS,
  ['1000', '1,000', '1k', '~500'],
  ['users', 'user'],
);
export const nodeCount = count(
  'a number of nodes',
  'none',
  limits.NODES,
  ['10'],
  ['nodes', 'node'],
);
export const slots = count('a whole number', 'none', limits.PARALLEL, ['8'], ['requests', 'slots']);
export const observedTime = () =>
  duration('reading', limits.LATENCY, ['2.7s', '250ms', '<1s', '~2.7s']);
export const timeLimit = () => duration('limit', limits.LATENCY, ['<1s', '<= 250ms', '3s']);

/** A time of tokens: its mean as a scalar, or a map of mean and percentiles. */
export function tokenTime(mean: () => ScalarShape<Amount>, what: string) {
  const percentile = (share: string) => ({
    shape: mean(),
    meaning: `${what} that ${share} of the requests stay below.`,
  });
  return {
    kind: 'either',
    scalar: mean(),
    map: {
      kind: 'map',
      noun: 'a time of tokens',
      fields: {
        mean: { shape: mean(), alsoCalled: MEAN, meaning: `Mean over all requests.` },
        p50: { ...percentile('half'), alsoCalled: ['median'] },
        p90: percentile('90%'),
        p95: percentile('95%'),
        p99: percentile('99%'),
      } satisfies Fields & Record<'mean' | Percentile, Field>,
    },
  } as const satisfies EitherShape;
}
export const cachedShare = share('about', limits.CACHED, ['60%', '0.6']);
export const thinkTime = duration('about', limits.THINK_TIME, ['10s', '2 min', '0']);
export const requestRate = rate('about', limits.RATE, [
  '18/s',
  '18 rps',
  '1000/min',
  '2M/day',
  '~5 requests/second',
]);
