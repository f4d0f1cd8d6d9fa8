import { describe, expect, test } from 'vitest';
import { hardwareOf, missingForEstimate } from '../../../../src/engine/curve/serverHardware';
import type { Engine, Workload } from '../../../../src/engine/plan/plan';
import { closed, engine, node, stated, tokens } from '../../../support/plans';

const GPU = stated('L4');
const MODEL = stated('meta-llama/Llama-3.1-8B-Instruct');

function hardware(given: Partial<Engine>, gpus = 1) {
  const on = { ...node(1), gpu: GPU, gpus: stated(gpus) };
  return hardwareOf(engine([], { node: on, type: stated('vllm'), ...given }));
}

describe('the hardware of a server', () => {
  test('is GPU and model as the catalogs know them', () => {
    const found = hardware({ model: MODEL });
    expect(found?.facts.gpus).toBe(1);
    expect(found?.facts.accelerator).toBeDefined();
    expect(found?.facts.model).toBeDefined();
    expect(found?.sheet?.bandwidth.value).toBe(300e9);
    // without the input embeddings, of which a token reads one row
    expect(found?.sheet?.weights.value).toBeGreaterThan(14e9);
    expect(found?.sheet?.weights.value).toBeLessThan(16.1e9);
  });

  test('has the bits of its quantization', () => {
    expect(hardware({ model: MODEL })?.facts.weightBits).toBe(16);
    const found = hardware({ model: MODEL, quantization: stated('q8_0') });
    expect(found?.facts.weightBits).toBeCloseTo(8.5, 1);
  });

  test('has the GPUs of one server', () => {
    expect(hardware({ model: MODEL }, 4)?.facts.gpus).toBe(4);
    expect(hardware({ model: MODEL, servers: stated(2) }, 4)?.facts.gpus).toBe(2);
    expect(hardware({ model: MODEL, gpusPerServer: stated(1) }, 4)?.facts.gpus).toBe(1);
  });

  test('is unknown where servers share a GPU, or take more than the node has', () => {
    expect(hardware({ model: MODEL, servers: stated(2) })).toBeUndefined();
    const tooMany = { gpusPerServer: stated(2), servers: stated(2) };
    expect(hardware({ model: MODEL, ...tooMany }, 2)?.sheet).toBeUndefined();
  });

  test('helps with one of both, but has no data sheet then', () => {
    expect(hardware({})).toMatchObject({ facts: { model: undefined }, sheet: undefined });
    const modelOnly = hardware({ model: MODEL, node: node(1) });
    expect(modelOnly).toMatchObject({ facts: { accelerator: undefined }, sheet: undefined });
  });

  test('is unknown where neither is named', () => {
    expect(hardware({ node: node(1) })).toBeUndefined();
    expect(hardware({ node: undefined })).toBeUndefined();
  });
});

test('an estimate needs what the plan does not state, or what no catalog knows', () => {
  const missing = (given: Partial<Engine>, workload: Workload = closed(10)) =>
    missingForEstimate(engine([], { node: { ...node(1), gpu: GPU }, ...given }), workload);
  const both = { ...closed(10), ...tokens(1000, 200) };
  expect(missing({})).toEqual(['model', 'promptTokens', 'outputTokens']);
  expect(missing({ model: stated('nobody/knows-it'), node: node(1) }, both)).toEqual([
    'gpu',
    'model',
  ]);
  expect(missing({ model: MODEL }, both)).toEqual(['quantization']);
  expect(missing({ model: MODEL, quantization: stated('fp8') }, both)).toEqual([]);
});
