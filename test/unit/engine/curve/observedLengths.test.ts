import { describe, expect, test } from 'vitest';
import { assessEngine } from '../../../../src/engine/assess/assess';
import {
  lengthsOf,
  readLengths,
  statesLengths,
} from '../../../../src/engine/curve/observedLengths';
import type { Observation, Workload } from '../../../../src/engine/plan/plan';
import { closed, engine, observe, stated, tokens } from '../../../support/plans';

function read(observations: readonly Observation[], workload: Workload) {
  const lengths = readLengths(assessEngine(engine(observations)).observations, workload);
  return lengths && [lengths.promptTokens.value, lengths.outputTokens.value];
}

const ASKED = { ...closed(10), ...tokens(1000, 200) };

describe('the lengths that a workload is sized at', () => {
  test('are its own', () => {
    expect(read([observe(1, 1, tokens(500, 50))], ASKED)).toEqual([1000, 200]);
  });

  test('are those of the observations where it leaves them out', () => {
    const answersOnly = { ...closed(10), outputTokens: stated(200) };
    expect(read([observe(1, 1, tokens(500, 50))], answersOnly)).toEqual([500, 200]);
    const promptsOnly = { ...closed(10), promptTokens: stated(1000) };
    const observed = [observe(1, 1), observe(8, 2, { outputTokens: stated(50) })];
    expect(read(observed, promptsOnly)).toEqual([1000, 50]);
  });

  test('have typical prompts where nothing states theirs', () => {
    const answersOnly = { ...closed(10), outputTokens: stated(200) };
    expect(read([observe(1, 1)], answersOnly)).toEqual([512, 200]);
  });

  test('are unknown where nothing states the length of answers', () => {
    const promptsOnly = { ...closed(10), promptTokens: stated(1000) };
    expect(read([observe(1, 1)], promptsOnly)).toBeUndefined();
  });
});

test('an observation has its own lengths, and those of the workload for the others', () => {
  const lengths = readLengths([], ASKED);
  if (!lengths) throw new Error('the workload states its lengths');
  expect(lengthsOf(observe(1, 1), lengths)).toEqual({
    promptTokens: 1000,
    outputTokens: 200,
    cachedTokens: 0,
  });
  const own = observe(1, 1, { outputTokens: stated(50) });
  expect(lengthsOf(own, lengths)).toEqual({
    promptTokens: 1000,
    outputTokens: 50,
    cachedTokens: 0,
  });
});

test('a difference shows only in a length that both state', () => {
  const promptsOnly = { ...closed(10), promptTokens: stated(1000) };
  expect(statesLengths(observe(1, 1, tokens(500, 50)), ASKED)).toBe(true);
  expect(statesLengths(observe(1, 1, { outputTokens: stated(50) }), ASKED)).toBe(true);
  expect(statesLengths(observe(1, 1, { outputTokens: stated(50) }), promptsOnly)).toBe(false);
  expect(statesLengths(observe(1, 1), ASKED)).toBe(false);
  expect(statesLengths(observe(1, 1, tokens(500, 50)), closed(10))).toBe(false);
});
