/** Defines scalars that several maps of the format have. */
import * as limits from './limitsOfFields';
import { count, duration, rate } from './scalars';

/** Words for the mean latency. */
export const MEAN = ['mean', 'average', 'avg'] as const;
export const tokenCount = (signs: 'about' | 'none') =>
  count('a number of tokens', signs, limits.TOKENS, ['512', '1.5k', '~300'], ['tokens', 'token']);
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
export const thinkTime = duration('about', limits.THINK_TIME, ['10s', '2 min', '0']);
export const requestRate = rate('about', limits.RATE, [
  '18/s',
  '18 rps',
  '1000/min',
  '2M/day',
  '~5 requests/second',
]);
