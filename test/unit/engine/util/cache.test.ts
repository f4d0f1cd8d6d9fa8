import { describe, expect, test, vi } from 'vitest';
import {
  createAnswers,
  createFifoCache,
  memoize,
  memoizeLast,
} from '../../../../src/engine/util/cache';

const key = (): object => ({});

test('memoize computes once for each object, undefined included', () => {
  const compute = vi.fn(() => undefined);
  const remembered = memoize(compute);
  const [a, b] = [key(), key()];
  [a, b, a, b].forEach(remembered);
  expect(compute.mock.calls).toEqual([[a], [b]]);
});

test('memoizeLast computes anew for another object than the last', () => {
  const compute = vi.fn((asked: object) => asked);
  const remembered = memoizeLast(compute);
  const [a, b] = [key(), key()];
  for (const each of [a, a, b, a]) expect(remembered(each)).toBe(each);
  expect(compute).toHaveBeenCalledTimes(3);
});

test('answers are computed once for the same objects and key, undefined included', () => {
  const answerTo = createAnswers<string, number | undefined>();
  const [a, b] = [key(), key()];
  const compute = vi.fn(() => undefined);
  answerTo([a, b], 'x', compute);
  answerTo([a, b], 'x', compute);
  expect(compute).toHaveBeenCalledTimes(1);
  expect(answerTo([b, a], 'x', () => 1)).toBe(1);
  expect(answerTo([a], 'x', () => 2)).toBe(2);
  expect(answerTo([a, b], 'y', () => 3)).toBe(3);
  expect(answerTo([a, b], 'y', () => 4)).toBe(3);
});

describe('a cache with a limit', () => {
  /** Asks for one key after another; the keys that were computed. */
  const computedOf = (most: number, keys: string): string => {
    const cache = createFifoCache<string>(most, () => 1);
    let computed = '';
    for (const asked of keys) {
      const value = cache.get(asked, () => {
        computed += asked;
        return asked;
      });
      expect(value).toBe(asked);
    }
    return computed;
  };

  test('computes once what fits', () => {
    expect(computedOf(2.5, 'abab')).toBe('ab'); // a key of one letter weighs a quarter
  });

  test('forgets the oldest first, however often it was asked for', () => {
    expect(computedOf(2.5, 'abaacb')).toBe('abc');
    expect(computedOf(2.5, 'abaaca')).toBe('abca');
  });
});
