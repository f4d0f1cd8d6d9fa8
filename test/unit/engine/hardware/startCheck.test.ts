/** A vLLM server makes room for its longest request at the start, which is the model's where no `context` is set. */
import { describe, expect, test } from 'vitest';
import { checkStart, roundContext } from '../../../../src/engine/hardware/startCheck';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { describeFinding } from '../../../../src/messages/findings';
import { readPlan } from '../../../../src/plan/readPlan';
import { around } from '../../../support/markedPlan';

const LLAMA = 'type: vllm\n    model: meta-llama/Llama-3.1-8B-Instruct\n    quantization: fp8';
const REPORTED = '{ source: reported, users: 8, latency: 1s }';

function checkOf(engine: string, node = '{ gpu: L4 }') {
  const [found] = readPlan(around({ engine, node })).plan.engines;
  return found && checkStart(found);
}

function findingsOf(engine: string, observation = REPORTED): readonly string[] {
  const { findings } = analyzePlan(around({ engine, observation }));
  return findings.flatMap((each) =>
    each.code === 'engine.full-context' ? describeFinding(each) : [],
  );
}

describe('a vLLM server without `context`', () => {
  test('needs room for all 131,072 tokens of its model: 16 GiB of an L4 do not fit', () => {
    const check = checkOf(LLAMA);
    expect(check?.tokens.value).toBe(131_072);
    expect(check?.kv.value).toBe(16 * 2 ** 30);
    expect(check?.fit).toBe('does-not-fit');
  });

  test('starts on a GPU with that room', () => {
    expect(checkOf(LLAMA, '{ gpu: H100 }')?.fit).toBe('fits');
  });

  test('starts with a `context` that fits, and the finding names one', () => {
    const [text = ''] = findingsOf(LLAMA);
    expect(text).toMatch(
      /^`e` does not start: one request of 131,072 tokens needs 16 GiB of KV cache/,
    );
    const context = Number(/`context: (\d+)`/.exec(text)?.[1]);
    expect(context % 1000).toBe(0);
    const codes = analyzePlan(around({ engine: `${LLAMA}\n    context: ${context}` })).findings;
    expect(codes.map(({ code }) => code)).not.toContain('memory.does-not-fit');
    expect(codes.map(({ code }) => code)).not.toContain('engine.full-context');
  });

  test('with hardly any room for KV cache needs fewer bits or more GPUs', () => {
    const { findings } = analyzePlan(
      around({
        engine: `${LLAMA.replace('3.1-8B', '3.3-70B')}\n    reservedMemory: 1 GiB`,
        node: '{ gpu: H100 }',
        observation: REPORTED,
      }),
    );
    const [text = ''] = findings.flatMap((each) =>
      each.code === 'engine.full-context' ? describeFinding(each) : [],
    );
    expect(text).toMatch(/needs 40 GiB of KV cache, at most [\d.]+ GiB is left/);
    expect(text).toMatch(/Use fewer bits a weight, a smaller model, or more or larger GPUs\.$/);
  });

  test('that was measured did start, and nothing is said', () => {
    expect(findingsOf(LLAMA, '{ source: measured, users: 8, latency: 1s }')).toEqual([]);
  });

  test('that reports its room did start', () => {
    expect(checkOf(`${LLAMA}\n    kvTokens: 80000`)).toBeUndefined();
  });
});

test.each(['sglang', 'tgi', 'ollama', 'llama.cpp'])('%s starts with less', (type) => {
  expect(checkOf(LLAMA.replace('vllm', type))).toBeUndefined();
});

test('weights that do not fit are said once, elsewhere', () => {
  expect(checkOf(LLAMA.replace('8B', '70B'))).toBeUndefined();
});

test.each([
  [45_678, 45_000],
  [9_876, 9_800],
  [99, 0],
])('a context of %d is written %d', (tokens, written) => {
  expect(roundContext(tokens)).toBe(written);
});
