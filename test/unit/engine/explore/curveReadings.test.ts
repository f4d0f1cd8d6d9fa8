import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../../src/messages/formulas';
import { curveReadings, placeObservations } from '../../../../src/engine/explore/curveReadings';
import type { Engine } from '../../../../src/engine/plan/plan';
import { assessPlan, byDefault, engine, observe, reading } from '../../../support/plans';

function readingsOf(given: Engine, parallel: number) {
  const assessment = assessPlan({ engine: given, scenarios: [{ parallel }] });
  const [assessed] = assessment.engines;
  if (!assessed) throw new Error('one engine was assessed');
  expect(curveReadings(assessment, assessed)).toBe(curveReadings(assessment, assessed));
  return curveReadings(assessment, assessed);
}

describe('readings of a latency curve', () => {
  const two = engine([observe(2, 1.5), observe(8, 2.7)]);

  test('pass through the observations and go on to where scenarios read it', () => {
    const readings = readingsOf(two, 20);
    const latencyAt = (at: number) => readings.find((each) => each.at === at)?.latency.value;
    expect(readings[0]?.at).toBe(1);
    expect(readings.at(-1)?.at).toBe(20);
    expect([latencyAt(2), latencyAt(8)]).toEqual([1.5, 2.7]);
  });

  test('are extrapolated on either side of what was observed', () => {
    const extrapolated = readingsOf(two, 20).filter((each) => each.extrapolated);
    expect(extrapolated.every(({ at }) => at < 2 || at > 8)).toBe(true);
    expect(extrapolated.some(({ at }) => at < 2)).toBe(true);
    expect(extrapolated.some(({ at }) => at > 8)).toBe(true);
  });

  test('have no band where straight lines are all that is known', () => {
    expect(readingsOf(two, 20).every(({ band }) => band === undefined)).toBe(true);
  });

  test('have a band between measurements, wider beyond them, with its formula', () => {
    const measured = [1, 4, 16, 64].map((at) => observe(at, 1 + at / 20 + at ** 2 / 2000));
    const readings = readingsOf(engine(measured), 256);
    const widthAt = (at: number) => {
      const band = readings.find((each) => each.at === at)?.band;
      return band ? band.high.value / band.low.value : undefined;
    };
    expect(widthAt(16)).toBeUndefined();
    const last = readings.at(-1);
    const inner = readings.find(({ at, band }) => at > 1 && at < 16 && band);
    expect(widthAt(last?.at ?? 0) ?? 0).toBeGreaterThan(widthAt(inner?.at ?? 0) ?? Infinity);
    expect(last?.band && formulaText(last.band.high)).toMatch(/ × .* = /);
  });

  test('are of whole slots where the latency follows them', () => {
    const byParallel = engine([observe(2, 1.5), observe(8, 2.7)], {
      latencyFollows: byDefault('parallel'),
    });
    expect(readingsOf(byParallel, 8).every(({ at }) => Number.isInteger(at))).toBe(true);
  });

  test('property: ascending, no two at one place, and not many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 100 }),
        (places) => {
          const readings = readingsOf(engine(places.map((at) => observe(at, 1))), 8);
          readings.forEach(({ at }, index) => {
            expect(at).toBeGreaterThan(readings[index - 1]?.at ?? 0);
          });
          expect(readings.length).toBeLessThan(112);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('there are none where nothing was observed', () => {
    expect(readingsOf(engine([]), 8)).toEqual([]);
  });
});

test('observations at the same place are all placed, though the curve passes the best alone', () => {
  const assessment = assessPlan({
    engine: engine([
      observe(4, 2),
      observe(4, 3, { source: 'guess', latencySeconds: reading(3, '<') }),
      observe(8, 2.7, { latencySeconds: undefined }),
    ]),
  });
  const placed = assessment.engines.flatMap((each) => placeObservations(each));
  expect(placed.map(({ at, latency }) => [at, latency.value, latency.bound])).toEqual([
    [4, 2, 'exact'],
    [4, 3, '<'],
  ]);
});
