import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../../src/engine/plan/plan';
import { assessOne, engine, observe, open, reading, stated, target } from '../../../support/plans';

describe('arrivals beyond what fixed nodes can serve miss every latency', () => {
  const overload = (observations: readonly Observation[], rate: number, parallel = 8) => {
    const sketch = { engine: engine(observations), workload: open(rate), targets: [target(1)] };
    const [verdict] = assessOne(sketch, { parallel, nodes: 10 }).verdicts[0]?.objectives ?? [];
    if (!verdict) throw new Error('one objective has one verdict');
    return verdict;
  };

  test('for certain where a full server was measured, or was between two that were', () => {
    const miss = { outcome: 'misses', verified: true, reasons: ['overloaded'] };
    expect(overload([observe(1, 0.5), observe(8, 0.9)], 1000)).toMatchObject(miss);
    expect(overload([observe(1, 0.5), observe(16, 1.5)], 1000)).toMatchObject(miss);
  });

  test('for certain where even a server as fast as at a lighter load is too slow', () => {
    // 16 slots at 0.9 s answer at most 17.8/s, 10 servers 178/s
    const light = [observe(1, 0.5), observe(8, 0.9)];
    expect(overload(light, 178, 16)).toMatchObject({ verified: true });
    expect(overload(light, 177, 16)).toMatchObject({
      verified: false,
      reasons: ['overloaded', 'extrapolated'],
    });
  });

  test('likely where it rests on less than measurements, and says so', () => {
    const guess = [observe(8, 0.9, { source: 'guess' })];
    expect(overload(guess, 1000)).toMatchObject({
      outcome: 'misses',
      verified: false,
      reasons: ['overloaded', 'not-measured'],
    });
    const lengths = [observe(8, 0.9, { outputTokens: stated(100) })];
    expect(overload(lengths, 1000).reasons).toEqual(['overloaded', 'tokens-unstated']);
  });

  test('likely where the limit lies within the range of what was measured around it', () => {
    // straight between them S(8) is 867 ms, but it may be as low as 800 ms: 100/s on 10 servers
    expect(overload([observe(4, 0.5), observe(16, 1.6)], 100)).toMatchObject({ verified: true });
    expect(overload([observe(4, 0.5), observe(16, 1.6)], 93)).toMatchObject({
      verified: false,
      reasons: ['overloaded', 'within-band'],
    });
  });

  test('likely where what was measured had waited', () => {
    // 6.25/s of 1.28 s are 8 in flight on average: at times more, which wait for a slot
    const came = { ratePerSecond: stated(6.25), throughputPerSecond: reading(6.25) };
    const missed = overload([observe(1, 0.5), observe(8, 1.28, came)], 63);
    expect(missed).toMatchObject({ outcome: 'misses', verified: false });
    expect(missed.reasons).toEqual(['overloaded', 'measured-waiting']);
  });
});
