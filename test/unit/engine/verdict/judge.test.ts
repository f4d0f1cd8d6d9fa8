import { describe, expect, test } from 'vitest';
import type { Observation, Stated, Workload } from '../../../../src/engine/plan/plan';
import {
  assessOne,
  byDefault,
  closed,
  engine,
  node,
  observe,
  open,
  planOf,
  reading,
  stated,
  target,
} from '../../../support/plans';
import { assess } from '../../../../src/engine/assess/assess';

/** The verdict on `latency < 1 s` (or another limit) of one scenario with `parallel` users a node. */
function verdict(
  observations: readonly Observation[],
  given: {
    limit?: number;
    strict?: boolean;
    parallel?: number;
    workload?: Workload;
    nodes?: number;
  } = {},
) {
  const parallel = given.parallel ?? 8;
  const assessed = assessOne(
    {
      engine: engine(observations),
      workload: given.workload ?? closed(parallel * 10),
      targets: [target(given.limit ?? 1, given.strict ?? true)],
    },
    { parallel, nodes: given.nodes ?? 10 },
  );
  const [judged] = assessed.verdicts[0]?.objectives ?? [];
  return {
    outcome: judged?.outcome,
    verified: judged?.verified,
    reasons: judged?.reasons,
    proven: judged?.proof !== undefined,
  };
}

describe('a strict limit', () => {
  test('is missed by equality, a limit with <= is not', () => {
    expect(verdict([observe(8, 1)])).toMatchObject({ outcome: 'misses', verified: true });
    expect(verdict([observe(8, 1)], { strict: false })).toMatchObject({ outcome: 'meets' });
  });

  test('rounding is not equality’s way out', () => {
    expect(verdict([observe(8, 0.1 + 0.2)], { limit: 0.3 })).toMatchObject({ outcome: 'misses' });
    expect(verdict([observe(8, 0.1 + 0.2)], { limit: 0.3, strict: false }).outcome).toBe('meets');
  });
});

describe('what verifies a verdict', () => {
  test('a measurement at the scenario’s own load', () => {
    expect(verdict([observe(8, 0.9)])).toMatchObject({
      outcome: 'meets',
      verified: true,
      reasons: [],
    });
  });

  test('interpolation between measurements', () => {
    expect(verdict([observe(4, 0.5), observe(12, 0.9)])).toMatchObject({
      outcome: 'meets',
      verified: true,
    });
  });

  test.each(['reported', 'estimate', 'guess'] as const)('not a %s', (source) => {
    expect(verdict([observe(8, 0.9, { source })])).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['not-measured'],
    });
    expect(verdict([observe(8, 1.1, { source })])).toMatchObject({
      outcome: 'misses',
      verified: false,
    });
  });

  test('not an extrapolation of measurements', () => {
    expect(verdict([observe(1, 0.1), observe(4, 0.2)])).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['extrapolated'],
    });
  });

  test('but what was measured at a heavier load is no slower at a lighter one', () => {
    const lighter = verdict([observe(8, 0.9)], { nodes: 11 });
    expect(lighter).toMatchObject({ outcome: 'meets', verified: true, reasons: [] });
    const unknown = verdict([observe(8, 1.05)], { nodes: 11 });
    expect(unknown).toMatchObject({ outcome: 'unknown', verified: false });
  });

  test('not by a benchmark that contradicts itself, or of which many requests failed', () => {
    const twice = { users: stated(8), throughputPerSecond: reading(20) };
    expect(verdict([observe(8, 0.9, twice)])).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['contradicts-itself'],
    });
    const half = { requests: stated(100), errors: stated(50) };
    expect(verdict([observe(8, 0.9, half)])).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['requests-failed'],
    });
    const slow = verdict([observe(8, 1.1, half)]);
    expect(slow).toMatchObject({ outcome: 'misses', verified: false, proven: false });
    const few = { requests: stated(1000), errors: stated(10) };
    expect(verdict([observe(8, 0.9, few)])).toMatchObject({ verified: true });
  });

  test('not where a lighter load was slower than the limit', () => {
    const falling = verdict([observe(1, 1.05), observe(8, 0.9)]);
    expect(falling).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['lighter-was-slower'],
      proven: false,
    });
    const guessed = verdict([observe(1, 1.05), observe(8, 0.9, { source: 'guess' })]);
    expect(guessed).toMatchObject({ outcome: 'misses', verified: true, proven: true });
  });

  test('not by too few requests', () => {
    const requests = (count: number) => verdict([observe(8, 0.9, { requests: stated(count) })]);
    expect(requests(29)).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['few-requests'],
    });
    expect(requests(30)).toMatchObject({ verified: true });
  });

  test('not at a load that the plan gives as about', () => {
    const about = { ...closed(80), users: { ...stated(80), approximate: true } } as Workload;
    expect(verdict([observe(8, 0.9)], { workload: about })).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['approximate'],
    });
  });

  test('not a value given as about', () => {
    const about = observe(8, 0.9, { latencySeconds: { ...reading(0.9), approximate: true } });
    expect(verdict([about])).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['approximate'],
    });
    const slow = observe(8, 5, { latencySeconds: { ...reading(5), approximate: true } });
    expect(verdict([slow])).toMatchObject({ outcome: 'misses', verified: false, proven: false });
  });

  test('not the balance alone, where users think or requests arrive by chance', () => {
    const crowded = { workload: closed(166, 1), limit: 2 };
    expect(verdict([observe(8, 0.9)], crowded)).toMatchObject({
      outcome: 'meets',
      verified: false,
      reasons: ['modelled-waiting'],
    });
    const busy = verdict([observe(1, 0.5), observe(8, 0.9)], {
      workload: open(80),
      nodes: 10,
      limit: 2,
    });
    expect(busy).toMatchObject({ outcome: 'meets', verified: false });
    expect(busy.reasons).toContain('modelled-waiting');
  });

  test('but a miss by balance is one: waiting only adds to it', () => {
    expect(verdict([observe(1, 2), observe(8, 9)], { workload: closed(80, 1) })).toMatchObject({
      outcome: 'misses',
      verified: true,
    });
  });
});

describe('a measurement at a lighter load', () => {
  const light = observe(8, 2, { users: stated(4) });

  test('proves a miss', () => {
    expect(verdict([light])).toMatchObject({ outcome: 'misses', verified: true, proven: true });
  });

  test('not a pass', () => {
    expect(verdict([light], { limit: 3 })).toMatchObject({ outcome: 'unknown', verified: false });
  });

  test('of a heavier load it proves nothing', () => {
    const heavy = observe(64, 2, { users: stated(64) });
    expect(verdict([heavy])).toMatchObject({ proven: false, outcome: 'unknown' });
  });

  test('nor do estimates', () => {
    const estimate = observe(8, 2, { users: stated(4), source: 'estimate' });
    expect(verdict([estimate])).toMatchObject({
      outcome: 'misses',
      verified: false,
      proven: false,
    });
  });
});

describe('bounds', () => {
  const below = (limit: number) => observe(8, limit, { latencySeconds: reading(limit, '<') });
  const above = (limit: number) => observe(8, limit, { latencySeconds: reading(limit, '>') });

  test('an upper one can only show that a target is met', () => {
    expect(verdict([below(1)]).outcome).toBe('meets');
    expect(verdict([below(2)])).toMatchObject({ outcome: 'unknown', reasons: ['bound-undecided'] });
  });

  test('a lower one only that it is missed', () => {
    expect(verdict([above(1)]).outcome).toBe('misses');
    expect(verdict([above(0.5)]).outcome).toBe('unknown');
  });

  test('keep their strictness', () => {
    const atMost = observe(8, 1, { latencySeconds: reading(1, '<=') });
    expect(verdict([atMost]).outcome).toBe('unknown');
    expect(verdict([atMost], { strict: false }).outcome).toBe('meets');
    const atLeast = observe(8, 1, { latencySeconds: reading(1, '>=') });
    expect(verdict([atLeast]).outcome).toBe('misses');
    expect(verdict([atLeast], { strict: false }).outcome).toBe('unknown');
  });
});

describe('a miss beside an upper bound names what shows it', () => {
  const ofOne = (observations: readonly Observation[], workload: Workload, limit: number) =>
    assessOne(
      { engine: engine(observations), workload, targets: [target(limit)] },
      { parallel: 32, nodes: 2 },
    ).verdicts[0]?.objectives[0];

  test('the curve at the load, where a measurement with as much to do only bounds it', () => {
    const rate = (perSecond: number, seconds: number) =>
      observe(32, seconds, {
        ratePerSecond: stated(perSecond),
        throughputPerSecond: reading(perSecond),
      });
    const observations = [rate(5, 1.5), rate(10, 3), observe(32, 3.1, { users: stated(32) })];
    const missed = ofOne(observations, open(20), 2.5);
    expect(missed?.outcome).toBe('misses');
    expect(missed?.figure?.bound).toBe('exact');
    expect(missed?.figure?.value).toBeCloseTo(2.912, 3);
  });

  test('the least that the curve allows for, below the lightest observation', () => {
    // S(4) is at most 4 s; while throughput does not fall it is no lower than 4 s x 4 / 32
    const missed = ofOne([observe(32, 4)], closed(8), 0.4);
    expect(missed).toMatchObject({ outcome: 'misses', verified: false, reasons: ['extrapolated'] });
    expect(missed?.figure).toMatchObject({ value: 0.5, bound: '>=' });
  });
});

describe('a load that is known only as the most that it may be', () => {
  test.each([
    ['arrivals', open(2)],
    ['users who think', closed(6, 2)],
  ])('proves no miss: %s', (_, workload) => {
    // at most 2 s with 8 in flight: with S(b) = b / 4 a request alone takes 250 ms, and few meet another
    const far = verdict([observe(8, 2)], { workload, nodes: 1, limit: 0.7 });
    expect(far).toMatchObject({ outcome: 'unknown', verified: false });
    const near = [observe(1, 0.25), observe(2, 0.5), observe(8, 2)];
    expect(verdict(near, { workload, nodes: 1, limit: 0.7 }).outcome).toBe('meets');
  });

  test('nor does a latency below a bound, though the most that it may be is in flight', () => {
    const below = (seconds: number) =>
      observe(8, seconds, { latencySeconds: reading(seconds, '<') });
    const slow = observe(4, 1.5);
    const answer = verdict([slow, below(3)], { workload: open(2), nodes: 1, limit: 1.2 });
    expect(answer).toMatchObject({ outcome: 'unknown', verified: false, proven: false });
    const crowded = { workload: open(1000), nodes: 1, limit: 0.5 };
    expect(verdict([below(1)], crowded)).toMatchObject({ outcome: 'unknown', verified: false });
  });

  test('proves one where even a request alone is too slow', () => {
    const alone = { workload: open(2), nodes: 1, limit: 0.2 };
    expect(verdict([observe(8, 2)], alone).outcome).toBe('misses');
  });

  test('but a load that does not rest on the latency is certain', () => {
    const busy = { workload: closed(6), nodes: 1, limit: 0.7 };
    expect(verdict([observe(8, 2)], busy).outcome).toBe('misses');
  });
});

describe('a load that rests on a guess', () => {
  const judged = (guess: number) =>
    assessOne(
      {
        engine: engine([observe(4, 2), observe(8, guess, { source: 'guess' })], {
          latencyFollows: stated('parallel'),
        }),
        workload: open(1),
        targets: [target(1.5)],
      },
      { parallel: 8, nodes: 1 },
    ).verdicts[0]?.objectives[0];

  test('makes no measurement a lower bound', () => {
    // 6 in flight, were the guess right; if answers take the 2 s that were measured at 4, there are 2
    expect(judged(6)).toMatchObject({ outcome: 'misses', verified: false, proof: undefined });
    expect(judged(2.1)).toMatchObject({ outcome: 'misses', verified: false, proof: undefined });
  });

  test('does where what was measured alone puts as much in flight', () => {
    const known = [observe(4, 2), observe(8, 9, { source: 'guess' })];
    const answer = verdict(known, { workload: closed(8, 1), nodes: 1, limit: 1.5 });
    expect(answer).toMatchObject({ outcome: 'misses', verified: true, proven: true });
  });
});

describe('token lengths', () => {
  const asking = (outputTokens: Stated<number> | undefined): Workload => ({
    ...closed(80),
    outputTokens,
  });

  test('others than the workload’s verify nothing', () => {
    const observed = observe(8, 0.9, { outputTokens: stated(100) });
    expect(verdict([observed], { workload: asking(stated(400)) })).toMatchObject({
      verified: false,
      reasons: ['tokens-scaled'],
    });
    const bound = { ...observed, latencySeconds: reading(0.9, '<') };
    expect(verdict([bound], { workload: asking(stated(400)) })).toMatchObject({
      verified: false,
      reasons: ['tokens-differ'],
    });
    expect(verdict([observed], { workload: asking(stated(105)) }).verified).toBe(true);
    expect(verdict([observed], { workload: asking(undefined) }).reasons).toEqual([
      'tokens-unstated',
    ]);
  });

  test('nor do they prove a miss', () => {
    const observed = observe(8, 5, { outputTokens: stated(100) });
    expect(verdict([observed], { workload: asking(stated(400)) })).toMatchObject({
      outcome: 'misses',
      verified: false,
    });
  });
});

describe('what cannot be judged is unknown', () => {
  test('without any observation', () => {
    expect(verdict([])).toMatchObject({ outcome: 'unknown', reasons: ['no-evidence'] });
  });

  test('tokens, where no observation states them and the whole answer is too slow', () => {
    const ttft = {
      kind: 'ttft',
      limitSeconds: 0.05,
      strict: true,
      path: '/targets/t/ttft',
    } as const;
    const [assessed] = assess(
      planOf({
        engine: engine([observe(8, 0.1)]),
        targets: [{ name: 't', path: '/targets/t', objectives: [ttft] }],
        scenarios: [{ parallel: 8 }],
      }),
    ).scenarios;
    expect(assessed?.verdicts[0]).toMatchObject({ outcome: 'unknown', verified: false });
    expect(assessed?.verdicts[0]?.objectives[0]?.reasons).toEqual(['no-evidence']);
  });
});

describe('budgets', () => {
  const budget = (limitPerHour: number, currency = 'USD') => {
    const path = '/targets/t/budget';
    const objective = {
      kind: 'budget',
      limitPerHour,
      currency,
      per: 'hour',
      strict: false,
      path,
    } as const;
    const [assessed] = assess(
      planOf({
        engine: engine([], { node: node(2) }),
        workload: closed(80),
        targets: [{ name: 't', path: '/targets/t', objectives: [objective] }],
        scenarios: [{ parallel: 8 }],
      }),
    ).scenarios;
    return assessed?.verdicts[0]?.objectives[0];
  };

  test('10 nodes at $2/h keep a budget of $20/h, by arithmetic alone', () => {
    expect(budget(20)).toMatchObject({ outcome: 'meets', verified: true });
    expect(budget(19.99)).toMatchObject({ outcome: 'misses', verified: true });
  });

  test('currencies are never compared', () => {
    expect(budget(1000, 'EUR')).toMatchObject({ outcome: 'unknown', reasons: ['other-currency'] });
  });
});

test('with spare nodes gone the rest is judged', () => {
  const sketch = {
    engine: engine([observe(1, 0.5), observe(8, 1.2), observe(10, 1.4), observe(16, 2)]),
    workload: closed(80),
    targets: [target(1.3)],
  };
  expect(assessOne(sketch, { parallel: 16, nodes: 10 }).verdicts[0]?.outcome).toBe('meets');
  const withSpare = { ...sketch, policy: { spare: stated(2) } };
  const assessed = assessOne(withSpare, { parallel: 16, nodes: 10 });
  expect(assessed.servingNodes?.value).toBe(8);
  expect(assessed.load?.value).toBe(10);
  expect(assessed.verdicts[0]?.outcome).toBe('misses');
  expect(assessed.cost?.perHour.value).toBe(10);
  const none = assessOne(
    { ...sketch, policy: { spare: byDefault(10) } },
    { parallel: 16, nodes: 10 },
  );
  expect(none.overloaded).toBe(true);
  expect(none.verdicts[0]?.outcome).toBe('misses');
});

test('where no node is left to serve, no share of rejected requests is kept either', () => {
  const path = '/targets/t/rejected';
  const objective = { kind: 'rejected', limitShare: 0.01, strict: true, path } as const;
  const assessed = assessOne(
    {
      engine: engine([observe(1, 0.5), observe(16, 2)]),
      workload: closed(80),
      policy: { spare: stated(1) },
      targets: [{ name: 't', path: '/targets/t', objectives: [objective] }],
    },
    { parallel: 16, nodes: 1 },
  );
  expect(assessed.verdicts[0]).toMatchObject({ outcome: 'misses', verified: true });
});
