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

/** The option that a report names as the nearest to a target that nothing meets. */
function nearestTo(limits: Limits, workload: Workload, follows: 'load' | 'parallel' = 'load') {
  const [recommended] = recommend(assessOn(limits, workload, { follows }));
  const overall = recommended?.overall;
  if (overall?.kind !== 'none' || !overall.nearest) throw new RangeError('something meets it');
  const { nearest } = overall;
  const { objectives } = nearest.verdict;
  const figure = (kind: string): number =>
    objectives.find(({ objective }) => objective.kind === kind)?.figure?.value ?? Infinity;
  return { ...nearest, figure, outcomes: objectives.map(({ outcome }) => outcome) };
}

describe('what comes nearest to a percentile that nothing meets', () => {
  const lowestOf = (workload: Workload): number =>
    figureOf(assessOn({ p99: 0.5 }, workload, { parallel: 16, nodes: 20_000 }), 'p99');

  test.for(WORKLOADS)('is within a twentieth of the lowest there is: %s', ([, workload]) => {
    const nearest = nearestTo({ p99: 0.5 }, workload);
    expect(nearest.outcomes).toEqual(['misses']);
    expect(nearest.figure('p99')).toBeLessThanOrEqual(lowestOf(workload) * 1.05 * (1 + 1e-9));
  });

  test.for(WORKLOADS.slice(0, 2))('takes no more nodes than that: %s', ([, workload]) => {
    const limit = lowestOf(workload) * 1.05;
    const nodes = nearestTo({ p99: 0.5 }, workload).nodes.value;
    for (let parallel = 1; parallel <= 16; parallel++) {
      const fewer = only(assessOn({ p99: limit }, workload, { parallel, nodes: nodes - 1 }));
      expect(fewer.verdicts[0]?.outcome, `parallel ${parallel}`).not.toBe('meets');
    }
  });

  test('says how the nodes came about', () => {
    const { nodes } = nearestTo({ p99: 0.5 }, closed(400, 10));
    expect(explainFigure(nodes).map(textOf)[0]).toMatch(
      /nodes for the slots, more while they bring the target nearer = \d+ nodes$/,
    );
  });

  test('leaves what can be met met', () => {
    const limits = { p99: 0.5, latency: 1.2, ttft: 0.11 };
    expect(nearestTo(limits, closed(400, 10)).outcomes).toEqual(['misses', 'meets', 'meets']);
  });

  test('is not held up by what nothing is known of', () => {
    const both = nearestTo({ p99: 0.5, tpot: 0.01 }, closed(400, 10));
    expect(both.figure('p99')).toBe(nearestTo({ p99: 0.5 }, closed(400, 10)).figure('p99'));
  });

  test('takes the slots that are fast where latency follows them', () => {
    const nearest = nearestTo({ p99: 0.5 }, closed(400, 10), 'parallel');
    expect(nearest.parallel).toBe(1);
    // in balance 37 are in flight: so many slots wait for each other far too often
    expect(nearest.nodes.value).toBeGreaterThan(37);
  });

  test('is for a mean the nodes that leave each request alone', () => {
    const { parallel, nodes, latency } = nearestTo({ latency: 0.9 }, closed(40));
    expect([parallel, nodes.value, latency?.value]).toEqual([1, 40, 1]);
  });
});

describe('`parallel: auto` where nothing meets the target', () => {
  test.for(WORKLOADS)('takes the fewest nodes that serve: %s', ([, workload]) => {
    for (const sizeFor of ['target', 'slots'] as const) {
      const auto = only(assessOn({ p99: 0.5 }, workload, { sizeFor }));
      const each = Array.from({ length: 16 }, (_, i) =>
        only(assessOn({ p99: 0.5 }, workload, { parallel: i + 1, sizeFor: 'slots' })),
      );
      const nodes = each.map((scenario) => scenario.nodes?.value ?? Infinity);
      expect(auto.verdicts[0]?.outcome).toBe('misses');
      expect(auto.nodes?.value).toBe(Math.min(...nodes));
    }
  });

  test('keeps what can be kept, with no more nodes than that takes', () => {
    const limits = { p99: 0.5, latency: 1.2, ttft: 0.15 };
    const auto = only(assessOn(limits, closed(400, 10)));
    const outcomes = auto.verdicts[0]?.objectives.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['misses', 'meets', 'meets']);
    const rest = only(assessOn({ latency: 1.2, ttft: 0.15 }, closed(400, 10)));
    expect(auto.nodes?.value).toBe(rest.nodes?.value);
  });

  test('goes no further than what was observed, though it may save nodes', () => {
    const auto = only(assessOn({ latency: 0.9 }, closed(40)));
    // 16 in flight is the most that was observed
    expect([auto.parallel.value, auto.nodes?.value]).toEqual([14, 3]);
  });

  test('of fixed nodes it is the lowest figure of all `parallel`', () => {
    const workload = closed(100, 10);
    const auto = assessOn({ p99: 0.5 }, workload, { nodes: 10 });
    const each = Array.from({ length: 16 }, (_, i) =>
      figureOf(assessOn({ p99: 0.5 }, workload, { nodes: 10, parallel: i + 1 }), 'p99'),
    );
    expect(figureOf(auto, 'p99')).toBeCloseTo(Math.min(...each), 6);
  });
});
