import { describe, expect, test } from 'vitest';
import type { Target } from '../../../../src/engine/plan/plan';
import { nextMeasurements } from '../../../../src/engine/recommend/nextMeasurements';
import { assessOne, assessPlan, closed, engine, observe, reading } from '../../../support/plans';

/** Measured at 1, 4, 16 and 32 in flight; judged at 8, between them. */
const CURVE = [observe(1, 0.6), observe(4, 1.1), observe(16, 3.9), observe(32, 6.1)];

function judgedAt8(limitSeconds: number, slots = 8) {
  const target: Target = {
    name: 't',
    path: '/targets/t',
    objectives: [{ kind: 'latency', limitSeconds, strict: true, path: '/targets/t/latency' }],
  };
  const given = { engine: engine(CURVE), workload: closed(slots * 10), targets: [target] };
  const assessed = assessOne(given, { parallel: slots, nodes: 10 });
  const band = assessed.band;
  const [verdict] = assessed.verdicts[0]?.objectives ?? [];
  return {
    outcome: verdict?.outcome,
    verified: verdict?.verified,
    reasons: verdict?.reasons,
    band,
  };
}

describe('what is interpolated from measurements', () => {
  const { band } = judgedAt8(1);
  const [low, high] = [band?.low.value ?? NaN, band?.high.value ?? NaN];

  test('is verified where its whole band is on one side of the limit', () => {
    expect(judgedAt8(high * 1.01)).toMatchObject({ outcome: 'meets', verified: true, reasons: [] });
    // measured at 4 in flight, 1.1 s show that for themselves
    expect(judgedAt8(low * 0.5)).toMatchObject({ outcome: 'misses', verified: true });
  });

  test('is undecided where the limit lies within its band, on either side', () => {
    const within = { outcome: 'unknown', verified: false, reasons: ['within-band'] };
    expect(judgedAt8(high * 0.99)).toMatchObject(within);
    expect(judgedAt8(low * 1.01)).toMatchObject(within);
  });

  test('is what to measure next where the limit lies within its band', () => {
    const target: Target = {
      name: 't',
      path: '/targets/t',
      objectives: [
        { kind: 'latency', limitSeconds: high * 0.99, strict: true, path: '/targets/t/latency' },
      ],
    };
    const plan = { engine: engine(CURVE), workload: closed(80), targets: [target] };
    const assessment = assessPlan({ ...plan, scenarios: [{ parallel: 8, nodes: 10 }] });
    const [next] = nextMeasurements(assessment);
    expect(next?.parallel).toBeGreaterThan(4);
    expect(next?.parallel).toBeLessThan(16);
  });

  test.each(['p95', 'ttft', 'tpot'] as const)('holds for %s as well', (kind) => {
    const stating = (load: number, seconds: number) =>
      observe(load, seconds, {
        percentileSeconds: { p95: reading(seconds) },
        ttftSeconds: reading(seconds),
        tpotSeconds: reading(seconds),
      });
    const judged = (limitSeconds: number) => {
      const objective = { kind, limitSeconds, strict: true, path: '/o' } as const;
      const given = {
        engine: engine([stating(1, 0.6), stating(4, 1.1), stating(16, 3.9), stating(32, 6.1)]),
        workload: closed(80),
        targets: [{ name: 't', path: '/targets/t', objectives: [objective] }],
      };
      return assessOne(given, { parallel: 8, nodes: 10 }).verdicts[0]?.objectives[0];
    };
    expect(judged(high * 0.99)).toMatchObject({ outcome: 'unknown', reasons: ['within-band'] });
    // slower than what was measured at 16
    expect(judged(3.95)).toMatchObject({ outcome: 'meets', verified: true });
  });

  test('needs no band where it was measured itself', () => {
    expect(judgedAt8(3.95, 16)).toMatchObject({
      outcome: 'meets',
      verified: true,
      band: undefined,
    });
  });
});
