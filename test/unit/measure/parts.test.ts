import { describe, expect, test } from 'vitest';
import { drawLength, PromptWriter } from '../../../src/measure/lengths';
import { errorText, readPart } from '../../../src/measure/requestBody';
import { timesOf } from '../../../src/measure/runOf';
import { settlingLength } from '../../../src/measure/steadyPart';
import { seededRandom } from '../../support/mutatePlan';

describe('a part of an answer', () => {
  test.each([
    ['a completion', '{"choices":[{"text":"x"}]}', true],
    ['a chat', '{"choices":[{"delta":{"content":"x"}}]}', true],
    ['thinking', '{"choices":[{"delta":{"reasoning_content":"x"}}]}', true],
    ['a role', '{"choices":[{"delta":{"role":"assistant","content":""}}]}', false],
  ])('%s', (_, data, hasText) => {
    expect(readPart(data)?.hasText).toBe(hasText);
  });

  test('has the tokens that the server counts', () => {
    const usage =
      '{"prompt_tokens":600,"completion_tokens":250,"prompt_tokens_details":{"cached_tokens":512}}';
    expect(readPart(`{"choices":[],"usage":${usage}}`)?.usage).toEqual({
      promptTokens: 600,
      outputTokens: 250,
      cachedTokens: 512,
    });
  });

  test('may be an error, in the words of each server', () => {
    expect(readPart('{"error":{"message":"out of memory"}}')?.error).toBe('out of memory');
    expect(errorText('{"object":"error","message":"too long"}')).toBe('too long');
    expect(errorText('{"detail":"Not Found"}')).toBe('Not Found');
    expect(errorText('upstream failed')).toBe('upstream failed');
    expect(readPart('no JSON')).toBeUndefined();
  });
});

describe('where a run has settled', () => {
  test('after the slow beginning', () => {
    const slow = [9, 7, 5, 3];
    const steady = Array.from({ length: 40 }, (_, i) => 1 + 0.1 * (i % 3));
    expect(settlingLength([...slow, ...steady], 0)).toBe(4);
  });

  test('at least after the first answers of all users, and at most half-way', () => {
    const steady = Array.from({ length: 20 }, (_, i) => 1 + 0.1 * (i % 2));
    expect(settlingLength(steady, 3)).toBeGreaterThanOrEqual(3);
    const falling = Array.from({ length: 20 }, (_, i) => 20 - i);
    expect(settlingLength(falling, 0)).toBeLessThanOrEqual(10);
  });
});

test('percentiles are those of NumPy', () => {
  const times = timesOf(Array.from({ length: 100 }, (_, i) => i + 1));
  expect(times.mean).toBeCloseTo(50.5, 9);
  expect(times.p50).toBeCloseTo(50.5, 9);
  expect(times.p90).toBeCloseTo(90.1, 9);
  expect(times.p99).toBeUndefined();
});

test('a prompt is never many times as long as was asked for, whatever a server counts', () => {
  const prompts = new PromptWriter(seededRandom(1));
  for (let i = 0; i < 50; i++) prompts.learn(1000, 1);
  expect(prompts.write(1000).split(' ').length).toBeLessThanOrEqual(2000);
});

test('equal lengths are equal, and none is below one', () => {
  const random = seededRandom(1);
  expect(drawLength({ mean: 100, cv: 0 }, random)).toBe(100);
  for (let i = 0; i < 500; i++) {
    expect(drawLength({ mean: 3, cv: 2 }, random)).toBeGreaterThanOrEqual(1);
  }
});
