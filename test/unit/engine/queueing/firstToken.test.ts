import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prefillOf, timeToFirstToken } from '../../../../src/engine/queueing/firstToken';
import { firstTokenPercentile } from '../../../../src/engine/queueing/firstTokenPercentile';

/** Prompts of 512 tokens at 32 us each. */
const prefillSeconds = 512 * 3.2e-5;
const random = { prefillSeconds, arrivalScv: 1, busy: 1 };

describe('time to first token', () => {
  // iteration-level simulation of continuous batching: arrivals a second, seconds between tokens, TTFT
  test.each([
    [10.15, 0, 0.0074947, 0.0293051],
    [20.3, 0, 0.0115064, 0.0385538],
    [27.066, 0, 0.017758, 0.0513093],
    [30.45, 0, 0.0243531, 0.0637108],
    [10.15, 0.8, 0.0075909, 0.0309217],
    [27.066, 0.8, 0.0192, 0.0603],
  ])(
    'at %d/s, prompts of cv %d: as simulated',
    (arrivalRate, prefillCv, stepSeconds, simulated) => {
      const seconds = timeToFirstToken({ ...random, arrivalRate, prefillCv, stepSeconds });
      expect(Math.abs(seconds / simulated - 1)).toBeLessThan(0.03);
    },
  );

  test('of a request alone is its prompt and a step', () => {
    const alone = { ...random, arrivalRate: 0, prefillCv: 0, stepSeconds: 0.005, busy: 0 };
    expect(timeToFirstToken(alone)).toBeCloseTo(prefillSeconds + 0.005, 12);
    const { prefillSeconds: _, ...rest } = alone;
    expect(prefillOf(prefillSeconds + 0.005, rest)).toBeCloseTo(prefillSeconds, 9);
  });

  test('never falls as more arrive, and is shorter where they come evenly', () => {
    const rate = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const at = (arrivalRate: number, arrivalScv = 1): number =>
          timeToFirstToken({ ...random, arrivalScv, arrivalRate, prefillCv: 1, stepSeconds: 0.01 });
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)) * (1 - 1e-12));
        expect(at(a, 0.25)).toBeLessThanOrEqual(at(a));
      }),
    );
  });
});

describe('percentiles of the time to first token', () => {
  const parts = { fixed: 0, prompt: 0, promptCv: 0, others: 0, slotWait: 0, slotShare: 0 };

  test('of one exponential wait are exponential, behind what all take', () => {
    const waits = { ...parts, fixed: 1, prompt: 2, others: 3 };
    expect(firstTokenPercentile(waits, 0.95)).toBeCloseTo(3 - 3 * Math.log(0.05), 2);
    expect(firstTokenPercentile(parts, 0.95)).toBe(0);
  });

  test('of two equal waits are those of their sum', () => {
    const both = { ...parts, others: 1, slotWait: 1, slotShare: 1 };
    // Erlang-2: (1 + x) exp(-x) = 0.05
    expect(firstTokenPercentile(both, 0.95)).toBeCloseTo(4.744, 1);
  });

  test('rise with the share', () => {
    const all = { fixed: 1, prompt: 2, promptCv: 1, others: 0.5, slotWait: 9, slotShare: 0.3 };
    const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((p) => firstTokenPercentile(all, p));
    expect(p50).toBeLessThan(p95);
    expect(p95).toBeLessThan(p99);
  });
});
