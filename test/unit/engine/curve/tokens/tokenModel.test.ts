import { describe, expect, it } from 'vitest';
import {
  PARAMETERS,
  SIZE,
  logMetric,
  runningAt,
  termsAt,
  type Metric,
  type ServerShape,
} from '../../../../../src/engine/curve/tokens/tokenModel';

const DENSE: ServerShape = {
  expertShare: 0,
  windowShare: 0,
  window: 0,
  slots: Infinity,
  startsTogether: 0,
};
const MIXTURE: ServerShape = { ...DENSE, expertShare: 1 / 32, windowShare: 0.5, window: 128 };

/** About Llama 3 8B on an H100; seconds. */
const VALUES = valuesOf({
  weights: 6e-3,
  layers: 1.5e-3,
  experts: 4e-3,
  arithmetic: 4e-5,
  bookkeeping: 4e-6,
  cache: 8e-8,
  prefill: 4e-5,
  attention: 1e-9,
  prefillBase: 3e-3,
  host: 0.01,
  capacity: 3e5,
});

function valuesOf(values: Record<(typeof PARAMETERS)[number], number>): Float64Array {
  return Float64Array.from(PARAMETERS, (name) => values[name]);
}

function seconds(
  metric: Metric,
  load: number,
  promptTokens: number,
  outputTokens: number,
  shape = DENSE,
): number {
  const terms = termsAt(shape, { load, promptTokens, outputTokens });
  return Math.exp(logMetric(terms, metric, VALUES, new Float64Array(SIZE)));
}

const METRICS = ['latency', 'ttft', 'tpot'] as const;
const POINTS = [
  { load: 1, promptTokens: 128, outputTokens: 128 },
  { load: 16, promptTokens: 2000, outputTokens: 400 },
  { load: 64, promptTokens: 8000, outputTokens: 50 },
  { load: 200, promptTokens: 3000, outputTokens: 1000 },
];

describe('the token model', () => {
  it.each([
    ['dense', DENSE],
    ['a mixture with windows', MIXTURE],
    ['a batch', { ...DENSE, startsTogether: 1 }],
  ])('has the derivatives that small changes show: %s', (_, shape) => {
    for (const point of POINTS) {
      const terms = termsAt(shape, point);
      for (const metric of METRICS) {
        const gradient = new Float64Array(SIZE);
        const from = logMetric(terms, metric, VALUES, gradient);
        for (let i = 0; i < SIZE; i++) {
          const moved = VALUES.map((value, j) => (i === j ? value * (1 + 1e-6) : value));
          const to = logMetric(terms, metric, moved, new Float64Array(SIZE));
          expect(gradient[i]).toBeCloseTo((to - from) / 1e-6, 2);
        }
      }
    }
  });

  it('adds prefill and decode steps for a request alone', () => {
    const prefill = 3e-3 + 1000 * 4e-5 + 1e6 * 1e-9;
    const step = 6e-3 + 1.5e-3 + 4e-5 + 4e-6 + 1050 * 8e-8;
    expect(seconds('latency', 1, 1000, 100)).toBeCloseTo(0.01 + prefill + 99 * step, 9);
  });

  it('splits latency into TTFT and the steps after it', () => {
    for (const { load, promptTokens, outputTokens } of POINTS.slice(0, 3)) {
      const [latency, ttft, tpot] = METRICS.map((metric) =>
        seconds(metric, load, promptTokens, outputTokens),
      ) as [number, number, number];
      expect(ttft + (outputTokens - 1) * tpot).toBeCloseTo(latency, 2);
    }
  });

  it('never gets faster with load, nor with longer prompts or answers', () => {
    for (let load = 1; load < 500; load *= 1.3) {
      expect(seconds('latency', load * 1.3, 2000, 400)).toBeGreaterThan(
        seconds('latency', load, 2000, 400),
      );
      expect(seconds('latency', load, 2600, 400)).toBeGreaterThan(
        seconds('latency', load, 2000, 400),
      );
      expect(seconds('latency', load, 2000, 520)).toBeGreaterThan(
        seconds('latency', load, 2000, 400),
      );
    }
  });

  it('lets wait what does not fit into the cache', () => {
    const terms = termsAt(DENSE, { load: 1000, promptTokens: 2900, outputTokens: 200 });
    expect(runningAt(terms, 3e5).running).toBeCloseTo(100, 0);
    expect(seconds('latency', 2000, 2900, 200) / seconds('latency', 1000, 2900, 200)).toBeCloseTo(
      2,
      2,
    );
    expect(seconds('ttft', 2000, 2900, 200)).toBeGreaterThan(seconds('latency', 1000, 2900, 200));
  });

  it('reads more experts the more requests there are', () => {
    const rise = (shape: ServerShape): number =>
      seconds('tpot', 16, 128, 500, shape) - seconds('tpot', 1, 128, 500, shape);
    expect(rise(MIXTURE)).toBeGreaterThan(rise(DENSE) + 1e-3);
  });
});

it('has finite derivatives where the last request just fits, with very long answers', () => {
  for (let capacity = 1e4; capacity < 1e8; capacity *= 1.2) {
    const values = VALUES.slice();
    values[SIZE - 1] = capacity;
    const gradient = new Float64Array(SIZE);
    const terms = termsAt(DENSE, { load: 16, promptTokens: 60, outputTokens: 86_400 });
    expect(logMetric(terms, 'ttft', values, gradient)).not.toBeNaN();
    expect([...gradient].every(Number.isFinite)).toBe(true);
  }
});
