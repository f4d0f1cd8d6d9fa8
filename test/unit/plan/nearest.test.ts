import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/plan/nearest';

describe('did you mean', () => {
  const keys = ['users', 'thinkTime', 'rate', 'p95', 'p99', 'outputTokens'];

  it.each([
    ['user', 'users'],
    ['usres', 'users'],
    ['Users', 'users'],
    ['think_time', 'thinkTime'],
    ['think-tme', 'thinkTime'],
    ['output tokens', 'outputTokens'],
    ['p96', 'p95'],
    ['out', 'outputTokens'],
    ['p9', undefined],
    ['zebra', undefined],
    ['', undefined],
    ['u'.repeat(1000), undefined],
  ])('%s: %s', (typed, meant) => {
    expect(nearest(typed, keys)).toBe(meant);
  });
});
