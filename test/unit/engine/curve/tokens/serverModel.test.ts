import { describe, expect, it } from 'vitest';
import { findGpu, findModel } from '../../../../../src/engine/catalog/catalog';
import {
  toTokenModel,
  type HardwareFacts,
  type ModelArchitecture,
} from '../../../../../src/engine/curve/tokens/hardwareFacts';
import {
  fitServer,
  type Band,
  type ServerEvidence,
  type TokenObservation,
} from '../../../../../src/engine/curve/tokens/serverModel';

/** Llama 2 7B on vLLM, one H100; latency of static batches (LLM-Inference-Bench, BSD-3-Clause). */
const MEASURED: readonly TokenObservation[] = [
  [512, 1, 3.88368],
  [512, 16, 5.44644],
  [512, 64, 10.825],
  [1024, 1, 7.83853],
  [1024, 16, 13.1687],
  [1024, 64, 32.6412],
].map(([tokens = 0, load = 0, latency = 0]) => ({
  load,
  promptTokens: tokens,
  outputTokens: tokens,
  latency,
}));
const SHORT = MEASURED.slice(0, 3);
const LONG = MEASURED.slice(3);

function architectureOf(name: string): ModelArchitecture | undefined {
  const found = findModel(name);
  return found && toTokenModel(found.model);
}

function hardware(gpu: string, model = 'meta-llama/Llama-2-7b-hf'): HardwareFacts {
  return {
    accelerator: findGpu(gpu),
    gpus: 1,
    model: architectureOf(model),
    weightBits: 16,
    cacheBits: 16,
  };
}

function evidence(observations: readonly TokenObservation[], gpu = 'H100'): ServerEvidence {
  return { engine: 'vllm', hardware: hardware(gpu), observations, startsTogether: true };
}

function width({ low, high }: Band): number {
  return high / low;
}

const AT = { load: 16, promptTokens: 2000, outputTokens: 400 };

describe('a server that was measured', () => {
  it('has at the observations what was observed', () => {
    const server = fitServer(evidence(MEASURED));
    for (const observation of MEASURED) {
      const { latency, rung } = server.at(observation);
      expect(latency.value / (observation.latency ?? NaN)).toBeCloseTo(1, 2);
      expect(rung).toBe('measured');
    }
  });

  it('is predicted at other lengths within 10%', () => {
    const server = fitServer(evidence(SHORT));
    for (const observation of LONG) {
      const { latency } = server.at(observation);
      expect(Math.abs(latency.value / (observation.latency ?? NaN) - 1)).toBeLessThan(0.1);
    }
  });

  it('changes by nothing that it predicted itself', () => {
    const before = fitServer(evidence(SHORT));
    const predicted = { ...AT, latency: before.at(AT).latency.value };
    const after = fitServer(evidence([...SHORT, predicted]));
    for (const load of [1, 4, 16, 40, 100]) {
      for (const promptTokens of [100, 1000, 5000]) {
        const point = { load, promptTokens, outputTokens: 300 };
        for (const metric of ['latency', 'ttft', 'tpot'] as const) {
          const ratio = after.at(point)[metric].value / before.at(point)[metric].value;
          expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
        }
      }
    }
  });

  it('is the better known the nearer the observations are', () => {
    const server = fitServer(evidence(SHORT));
    const near = server.at({ load: 16, promptTokens: 700, outputTokens: 512 });
    const far = server.at({ load: 16, promptTokens: 20_000, outputTokens: 512 });
    const observed = server.at({ load: 16, promptTokens: 512, outputTokens: 512 });
    expect(width(near.latency)).toBeGreaterThan(width(observed.latency));
    expect(width(far.latency)).toBeGreaterThan(width(near.latency));
  });

  it('has the same values with bands and without', () => {
    const server = fitServer(evidence(SHORT));
    const times = server.at(AT);
    for (const metric of ['latency', 'ttft', 'tpot'] as const) {
      expect(server.valueAt(AT, metric)).toBeCloseTo(times[metric].value, 12);
    }
  });

  it('lets requests wait beyond its slots', () => {
    const server = fitServer({ ...evidence(SHORT), slots: 8 });
    expect(server.running({ ...AT, load: 32 })).toBeLessThanOrEqual(8);
    const [full, queued] = [8, 16].map((load) => server.at({ ...AT, load }).latency.value);
    expect((queued ?? NaN) / (full ?? NaN)).toBeGreaterThan(1.8);
  });
});

describe('the ladder of evidence', () => {
  const rungs = {
    hardware: fitServer(evidence([])),
    once: fitServer(evidence(SHORT.slice(1, 2))),
    scaled: fitServer(evidence(SHORT)),
    unknownGpu: fitServer(evidence(SHORT.slice(1, 2), 'a GPU of nobody')),
  };

  it('says on which rung a figure stands', () => {
    expect(rungs.hardware.at(AT).rung).toBe('hardware');
    expect(rungs.once.at(AT).rung).toBe('scaledOnce');
    expect(rungs.once.at({ ...AT, promptTokens: 512, outputTokens: 512 }).rung).toBe(
      'measuredOnce',
    );
    expect(rungs.scaled.at(AT).rung).toBe('scaled');
    expect(rungs.unknownGpu.at(AT).rung).toBe('unknownGpu');
  });

  it('is narrower the more is known', () => {
    const widths = Object.fromEntries(
      Object.entries(rungs).map(([name, server]) => [name, width(server.at(AT).latency)]),
    );
    expect(widths.once).toBeLessThan(widths.hardware ?? 0);
    expect(widths.scaled).toBeLessThan(widths.once ?? 0);
  });

  it('knows a faster GPU, and doubts GPUs of other makers', () => {
    // answers of one request at a time: reading weights takes nearly all of it
    const [h100, h200, mi300x] = ['H100', 'H200', 'MI300X'].map((gpu) =>
      fitServer(evidence([], gpu)).at({ load: 1, promptTokens: 100, outputTokens: 1000 }),
    );
    expect(h200?.latency.value).toBeLessThan(h100?.latency.value ?? 0);
    expect(mi300x && width(mi300x.latency)).toBeGreaterThan(h100 ? width(h100.latency) : Infinity);
  });

  it('carries over from another GPU, and one observation tightens it', () => {
    const like = evidence(MEASURED);
    const none = fitServer({ ...evidence([], 'GH200'), like });
    const seen = { load: 16, promptTokens: 512, outputTokens: 512, latency: 4.9 };
    const one = fitServer({ ...evidence([seen], 'GH200'), like });
    expect(none.at(AT).rung).toBe('otherGpu');
    expect(none.at(AT).latency.value).toBeLessThan(fitServer(like).at(AT).latency.value);
    expect(width(none.at(AT).latency)).toBeLessThan(width(rungs.hardware.at(AT).latency));
    expect(width(one.at(AT).latency)).toBeLessThan(width(none.at(AT).latency));
    expect(one.at(seen).latency.value).toBeCloseTo(4.9, 1);
  });

  it('takes nothing from a GPU of another maker', () => {
    const like = evidence(MEASURED);
    const [once] = SHORT;
    for (const own of [[], once ? [once] : []]) {
      const alone = fitServer(evidence(own, 'MI300X')).at(AT);
      expect(fitServer({ ...evidence(own, 'MI300X'), like }).at(AT)).toEqual(alone);
    }
  });

  it('works with nothing but observations', () => {
    const server = fitServer({ engine: 'other', hardware: undefined, observations: SHORT });
    for (const { latency, ...point } of SHORT) {
      expect(server.at(point).latency.value / (latency ?? NaN)).toBeCloseTo(1, 2);
    }
    const predicted = server.at({ load: 16, promptTokens: 1024, outputTokens: 1024 }).latency;
    expect(Math.abs(predicted.value / 13.17 - 1)).toBeLessThan(0.1);
    expect(width(predicted)).toBeGreaterThan(1.05);
  });
});

it('gives the same for the same', () => {
  expect(fitServer(evidence(MEASURED)).at(AT)).toEqual(fitServer(evidence(MEASURED)).at(AT));
});
