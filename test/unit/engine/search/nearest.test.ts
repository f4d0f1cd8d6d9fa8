import { describe, expect, test } from 'vitest';
import { textOf, explainFigure } from '../../../../src/messages/formulas';
import type { ScenarioAssessment } from '../../../../src/engine/assess/assessment';
import type { Objective, Target, Workload } from '../../../../src/engine/plan/plan';
import { recommend } from '../../../../src/engine/recommend/recommend';
import { assessPlan, closed, engine, observe, open, reading, stated } from '../../../support/plans';

type Limits = Partial<Record<'latency' | 'p99' | 'ttft' | 'tpot', number>>;

function targetOf(limits: Limits): Target {
  const objectives = Object.entries(limits).map(
    ([kind, limitSeconds]) =>
      ({ kind, limitSeconds, strict: true, path: `/targets/t/${kind}` }) as Objective,
  );
  return { name: 't', path: '/targets/t', objectives };
}

/** 1 s alone, a tenth more for each that shares the server; a first token takes a tenth of it all. */
const server = (follows: 'load' | 'parallel' = 'load') =>
  engine(
    [1, 4, 16].map((load) => {
      const seconds = 1 + 0.1 * (load - 1);
      return observe(load, seconds, { ttftSeconds: reading(seconds / 10) });
    }),
    { latencyFollows: stated(follows) },
  );

function assessOn(
  limits: Limits,
  workload: Workload,
  given: {
    parallel?: number | 'auto';
    nodes?: number;
    sizeFor?: 'slots' | 'target';
    follows?: 'load' | 'parallel';
  } = {},
) {
  const { parallel = 'auto', nodes, sizeFor = 'target', follows } = given;
  return assessPlan({
    engine: server(follows),
    workload,
    targets: [targetOf(limits)],
    scenarios: [{ parallel, sizeFor, ...(nodes !== undefined && { nodes }) }],
  });
}

function only(assessed: ReturnType<typeof assessOn>): ScenarioAssessment {
  const [scenario] = assessed.scenarios;
  if (!scenario) throw new RangeError('the plan has a scenario');
  return scenario;
}

function figureOf(assessed: ReturnType<typeof assessOn>, kind: string): number {
  const all = only(assessed).verdicts[0]?.objectives ?? [];
  return all.find(({ objective }) => objective.kind === kind)?.figure?.value ?? Infinity;
}

const WORKLOADS = [
  ['users who think', closed(400, 10)],
  ['arrivals', open(30)],
  ['users without a pause', closed(400)],
] as const;

describe('a percentile that nothing meets', () => {
  test.for(WORKLOADS)('is within a twentieth of the lowest there is: %s', ([, workload]) => {
    const auto = assessOn({ p99: 0.5 }, workload);
    expect(only(auto).verdicts[0]?.outcome).toBe('misses');
    const lowest = figureOf(
      assessOn({ p99: 0.5 }, workload, { parallel: 16, nodes: 20_000 }),
      'p99',
    );
    expect(figureOf(auto, 'p99')).toBeLessThanOrEqual(lowest * 1.05 * (1 + 1e-9));
  });

  test.for(WORKLOADS.slice(0, 2))('takes no more nodes than that: %s', ([, workload]) => {
    const auto = assessOn({ p99: 0.5 }, workload);
    const lowest = figureOf(
      assessOn({ p99: 0.5 }, workload, { parallel: 16, nodes: 20_000 }),
      'p99',
    );
    const nodes = only(auto).nodes?.value ?? 0;
    for (let parallel = 1; parallel <= 16; parallel++) {
      const fewer = only(
        assessOn({ p99: lowest * 1.05 }, workload, { parallel, nodes: nodes - 1 }),
      );
      expect(fewer.verdicts[0]?.outcome, `parallel ${parallel}`).not.toBe('meets');
    }
  });

  test('says how the nodes came about', () => {
    const { nodes } = only(assessOn({ p99: 0.5 }, closed(400, 10)));
    const [first] = nodes ? explainFigure(nodes).map(textOf) : [];
    expect(first).toMatch(
      /nodes for the slots, more while they bring the target nearer = \d+ nodes$/,
    );
  });

  test('is recommended as the nearest, with the same nodes', () => {
    const assessed = assessOn({ p99: 0.5 }, closed(400, 10));
    const { parallel, nodes, spec: scenario } = only(assessed);
    expect(recommend(assessed)[0]?.overall).toMatchObject({
      kind: 'none',
      because: 'misses',
      nearest: { parallel: parallel.value, nodes: { value: nodes?.value }, scenario },
    });
  });

  test('leaves what can be met met', () => {
    const auto = only(assessOn({ p99: 0.5, latency: 1.2, ttft: 0.11 }, closed(400, 10)));
    const outcomes = auto.verdicts[0]?.objectives.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['misses', 'meets', 'meets']);
  });

  test('is not held up by what nothing is known of', () => {
    const auto = assessOn({ p99: 0.5, tpot: 0.01 }, closed(400, 10));
    expect(figureOf(auto, 'p99')).toBe(figureOf(assessOn({ p99: 0.5 }, closed(400, 10)), 'p99'));
  });

  test('takes the slots that are fast where latency follows them', () => {
    const auto = only(assessOn({ p99: 0.5 }, closed(400, 10), { follows: 'parallel' }));
    expect(auto.parallel.value).toBe(1);
    // in balance 37 are in flight: so many slots wait for each other far too often
    expect(auto.nodes?.value).toBeGreaterThan(37);
  });
});

describe('with nodes that cannot be added', () => {
  test.for([{ nodes: 10, sizeFor: 'target' }, { sizeFor: 'slots' }] as const)(
    'the lowest figure of all `parallel`: %o',
    (given) => {
      const workload = closed(100, 10);
      const auto = assessOn({ p99: 0.5 }, workload, given);
      const each = Array.from({ length: 16 }, (_, i) =>
        figureOf(assessOn({ p99: 0.5 }, workload, { ...given, parallel: i + 1 }), 'p99'),
      );
      expect(figureOf(auto, 'p99')).toBeCloseTo(Math.min(...each), 6);
    },
  );
});

test('a mean that nothing meets takes the nodes that leave each request alone', () => {
  const auto = only(assessOn({ latency: 0.9 }, closed(40)));
  expect([auto.parallel.value, auto.nodes?.value, auto.latency?.value]).toEqual([1, 40, 1]);
});
