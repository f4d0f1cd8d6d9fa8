/** Limits of sensible values. Outside them a unit or a digit has most likely slipped. */
import type { Limits } from '../quantities/limits';

const MICROSECOND = 1e-6;
const DAY = 86_400;

export const LATENCY: Limits = { atLeast: MICROSECOND, atMost: DAY, words: '1 µs to 1 day' };
export const THINK_TIME: Limits = {
  atLeast: MICROSECOND,
  orZero: true,
  atMost: DAY,
  words: '0, or 1 µs to 1 day',
};
export const USERS: Limits = {
  atLeast: 1,
  atMost: 1e9,
  whole: true,
  words: 'a whole number from 1 to 1,000,000,000',
};
export const RATE: Limits = {
  atLeast: 1e-6,
  atMost: 1e9,
  words: '0.000001/s to 1,000,000,000/s',
};
export const PEAK_FACTOR: Limits = { atLeast: 1, atMost: 1000, words: '1 to 1000' };
export const GROWTH: Limits = {
  atLeast: -0.99,
  atMost: 10,
  words: '-99% to 1000% for its period',
};
export const HORIZON: Limits = {
  atLeast: 1,
  atMost: 120,
  whole: true,
  words: 'a whole number of months from 1 to 120',
};
export const STARTUP: Limits = THINK_TIME;
export const TOKENS: Limits = { atLeast: 1, atMost: 1e8, words: '1 to 100,000,000' };
export const CV: Limits = { atLeast: 0, atMost: 10, words: '0 to 10' };
export const CACHED: Limits = { atLeast: 0, atMost: 0.999, words: '0% to 99.9%' };
export const BURSTINESS: Limits = { atLeast: 0, atMost: 10_000, words: '0 to 10,000' };
export const GAPS_CV: Limits = { atLeast: 0, atMost: 100, words: '0 to 100' };
export const SHARE: Limits = { atLeast: 0, atMost: 1, words: '0% to 100%' };
export const HEADROOM: Limits = { atLeast: 0, atMost: 0.99, words: '0% to 99%' };
export const SPARE: Limits = {
  atLeast: 0,
  atMost: 1e6,
  whole: true,
  words: 'a whole number from 0 to 1,000,000',
};
export const NODES: Limits = {
  atLeast: 1,
  atMost: 1e6,
  whole: true,
  words: 'a whole number from 1 to 1,000,000',
};
export const PARALLEL: Limits = {
  atLeast: 1,
  atMost: 4096,
  whole: true,
  words: 'a whole number from 1 to 4096',
};
export const SERVERS: Limits = {
  atLeast: 1,
  atMost: 1024,
  whole: true,
  words: 'a whole number from 1 to 1024',
};
export const GPUS: Limits = SERVERS;
export const MEMORY: Limits = { atLeast: 1e6, atMost: 1e15, words: '1 MB to 1000 TB' };
export const BANDWIDTH: Limits = {
  atLeast: 1e6,
  atMost: 1e16,
  words: '1 MB/s to 10,000 TB/s',
};
export const PRICE: Limits = {
  atLeast: 1e-6,
  orZero: true,
  atMost: 1e12,
  words: '0, or 0.000001 to 1,000,000,000,000',
};
export const BUDGET: Limits = {
  atLeast: 1e-6,
  atMost: 1e15,
  words: '0.000001 to 1,000,000,000,000,000',
};
export const CONTEXT: Limits = {
  atLeast: 1,
  atMost: 1e8,
  whole: true,
  words: 'a whole number from 1 to 100,000,000',
};
export const MODEL_SIZE: Limits = {
  above: 0,
  atMost: 1e12,
  words: 'above 0, at most 1,000,000,000,000',
};
export const PARAMETERS: Limits = {
  atLeast: 1e5,
  atMost: 1e14,
  words: '100,000 to 100,000,000,000,000',
};
export const MEMORY_SHARE: Limits = { above: 0, atMost: 1, words: 'above 0%, at most 100%' };
export const BATCHED: Limits = {
  atLeast: 1,
  atMost: 1e7,
  whole: true,
  words: 'a whole number from 1 to 10,000,000',
};
export const MAX_QUEUE: Limits = {
  atLeast: 0,
  atMost: 1e9,
  whole: true,
  words: 'a whole number from 0 to 1,000,000,000',
};
export const REQUESTS: Limits = {
  atLeast: 1,
  atMost: 1e12,
  whole: true,
  words: 'a whole number from 1 to 1,000,000,000,000',
};
export const ERRORS: Limits = {
  atLeast: 0,
  atMost: 1e12,
  whole: true,
  words: 'a whole number from 0 to 1,000,000,000,000',
};
