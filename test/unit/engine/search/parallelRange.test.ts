import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFrontier } from '../../../../src/engine/recommend/frontier';
import { checkMemory } from '../../../../src/engine/hardware/memory';
import { constantFigure } from '../../../../src/engine/figure/figures';
import type { Engine } from '../../../../src/engine/plan/plan';
import { recommend } from '../../../../src/engine/recommend/recommend';
import {
  assessPlan,
  closed,
  engine,
  node,
  observe,
  stated,
  target,
  type ScenarioSketch,
} from '../../../support/plans';

const GB = 1e9;

/** Llama 3.1 8B on Ollama: 4.91 GB of weights, and 1.07 GB a slot of 8,192 tokens. */
function sized(memoryBytes: number, given: Partial<Engine> = {}): Engine {
  return engine([observe(1, 1), observe(64, 10)], {
    type: stated('ollama'),
    model: stated('llama3.1:8b'),
    contextTokens: stated(8192),
    node: { ...node(1), memoryBytes: stated(memoryBytes) },
    ...given,
  });
}

function sketch(on: Engine, limit = 20, scenarios: readonly ScenarioSketch[] = []) {
  return assessPlan({ engine: on, workload: closed(640), targets: [target(limit)], scenarios });
}

function overall(...given: Parameters<typeof sketch>) {
  const [found] = recommend(sketch(...given));
  if (!found) throw new Error('one target has one recommendation');
  return found.overall;
}

describe('a parallel whose KV cache does not fit', () => {
  test('is not recommended, and the option says what fits', () => {
    expect(overall(sized(24 * GB))).toMatchObject({
      kind: 'option',
      option: { parallel: 16, nodes: { value: 40 }, slotsThatFit: { value: 16 } },
    });
  });

  test('is not chosen by auto, and the formula says why', () => {
    const [auto] = sketch(sized(24 * GB), 20, [{ parallel: 'auto' }]).scenarios;
    expect(auto?.parallel).toMatchObject({
      value: 16,
      provenance: { known: 'stated', caveats: [] },
      derivation: { formula: 'parallel.auto', inputs: { largest: { value: 16 } } },
    });
    expect(auto?.memory?.fit).toBe('fits');
  });

  test('but memory that is enough for every slot changes nothing', () => {
    const { option } = overall(sized(80 * GB)) as Extract<
      ReturnType<typeof overall>,
      { kind: 'option' }
    >;
    expect([option.parallel, option.slotsThatFit]).toEqual([64, undefined]);
  });

  test.for<readonly [string, Partial<Engine>]>([
    ['no type', { type: undefined, quantization: stated('q4_K_M') }],
    ['another type', { type: stated('other'), quantization: stated('q4_K_M') }],
    ['no model', { model: undefined }],
    ['a model of no catalog', { model: stated('our-own') }],
    ['bits that nobody knows', { quantization: stated('our-own') }],
    ['no context, and no token lengths', { type: stated('vllm'), contextTokens: undefined }],
    ['a node without memory', { node: node(1) }],
  ])('with %s nothing is restricted', ([, given]) => {
    expect(overall(sized(24 * GB, given))).toMatchObject({
      kind: 'option',
      option: { parallel: 64, slotsThatFit: undefined },
    });
  });

  test('a vLLM pages: what requests need counts, not the context', () => {
    const vllm = sized(24 * GB, { type: stated('vllm') });
    const workload = { ...closed(640), promptTokens: stated(1500), outputTokens: stated(500) };
    const plan = { engine: vllm, workload, targets: [target(20)] };
    const [found] = recommend(assessPlan(plan));
    expect(found?.overall).toMatchObject({ option: { parallel: 15 } });
  });
});

test('a context that a server pages rules out none of the slots that were measured', () => {
  const vllm = sized(80 * GB, { type: stated('vllm'), contextTokens: stated(128_000) });
  expect(overall(vllm)).toMatchObject({ option: { parallel: 64, slotsThatFit: undefined } });
  const [auto, stated64] = sketch(vllm, 20, [{ parallel: 'auto' }, { parallel: 64 }]).scenarios;
  expect(auto?.parallel.value).toBe(64);
  expect(stated64?.memory?.fit).toBe('fits');
});

describe('where not even one slot fits', () => {
  const tooSmall = sized(5.5 * GB);
  const weightsAlone = sized(4 * GB, { type: stated('llama.cpp'), quantization: stated('Q4_K_M') });

  test.for([tooSmall, weightsAlone])('nothing is recommended, because of memory', (on) => {
    expect(overall(on)).toEqual({ kind: 'none', because: 'memory', nearest: undefined });
  });

  test('auto is 1, and says that it does not fit', () => {
    const [auto] = sketch(tooSmall, 20, [{ parallel: 'auto' }]).scenarios;
    expect(auto?.parallel).toMatchObject({
      value: 1,
      derivation: { inputs: { largest: { value: 0 } } },
    });
    expect(auto?.memory?.fit).not.toBe('fits');
  });

  test('another engine answers, also where it misses', () => {
    const slow = engine([observe(1, 30)], { name: 'slow' });
    const both = [{ parallel: 1, engine: slow }] as const;
    expect(overall(tooSmall, 20, both)).toMatchObject({ because: 'misses' });
    expect(overall(tooSmall, 40, both)).toMatchObject({ kind: 'option' });
  });
});

test('a scenario that exceeds its memory replaces none', () => {
  const assessed = sketch(sized(24 * GB), 20, [{ parallel: 64 }, { parallel: 8 }]);
  const slower = engine([observe(8, 16)], { name: 'slower', node: node(20) });
  const withSlower = sketch(sized(24 * GB), 20, [
    { parallel: 64 },
    { parallel: 8, engine: slower },
  ]);
  expect(findFrontier(assessed).frontier.map(({ spec: scenario }) => scenario.name)).toEqual(['B']);
  expect([...findFrontier(withSlower).dominated]).toEqual([]);
  const fitting = sketch(sized(96 * GB), 20, [{ parallel: 64 }, { parallel: 8, engine: slower }]);
  expect([...findFrontier(fitting).dominated.keys()]).toHaveLength(1);
});

test('what is recommended or chosen fits, whatever memory and context', () => {
  const server = fc.record({
    memory: fc.double({ min: 2, max: 100, noNaN: true }),
    context: fc.integer({ min: 1, max: 200_000 }),
    type: fc.constantFrom('ollama' as const, 'llama.cpp' as const, 'vllm' as const),
    model: fc.constantFrom('llama3.1:8b', 'gemma2:27b'),
    bits: fc.constantFrom('Q4_K_M', 'fp8', 'bf16'),
    limit: fc.double({ min: 0.5, max: 20, noNaN: true }),
  });
  fc.assert(
    fc.property(server, ({ memory, context, type, model, bits, limit }) => {
      const on = sized(memory * GB, {
        type: stated(type),
        model: stated(model),
        quantization: stated(bits),
        contextTokens: stated(context),
      });
      const fits = (parallel: number): boolean =>
        checkMemory(on, closed(640), constantFigure(parallel, 'slots/server'))?.fit === 'fits';
      const assessed = sketch(on, limit, [{ parallel: 'auto' }]);
      const [auto] = assessed.scenarios;
      expect(fits(auto?.parallel.value ?? 0)).toBe(fits(1));
      for (const { overall: answer } of recommend(assessed)) {
        const option = answer.kind === 'option' ? answer.option : answer.nearest;
        expect(option ? fits(option.parallel) : fits(1)).toBe(option !== undefined);
      }
    }),
    { numRuns: 200 },
  );
});
