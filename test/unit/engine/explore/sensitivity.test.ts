import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatFigure } from '../../../../src/messages/figures';
import { formulaText } from '../../../../src/messages/formulas';
import { assess } from '../../../../src/engine/assess/assess';
import type { Assessment } from '../../../../src/engine/assess/assessment';
import { leverChanges } from '../../../../src/engine/explore/levers';
import {
  sensitivityOf,
  strongestLever,
  strongestLeverOf,
} from '../../../../src/engine/explore/sensitivity';
import type { SensitivityEntry } from '../../../../src/engine/explore/sensitivity';
import type { Figure } from '../../../../src/engine/figure/figure';
import type { Plan } from '../../../../src/engine/plan/plan';
import { readPlan } from '../../../../src/plan/readPlan';
import { byLength } from '../../../support/long';
import {
  closed,
  engine,
  node,
  observe,
  open,
  planOf,
  stated,
  target,
} from '../../../support/plans';

const example = new URL('../../../../examples/ollama-1000-users.capacity.yaml', import.meta.url);
const assessment = assess(readPlan(readFileSync(example, 'utf8')).plan);

function entriesOf(assessed: Assessment, name = 'A') {
  const scenario = assessed.scenarios.find((each) => each.spec.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  return sensitivityOf(assessed, scenario);
}

function moved(entry: SensitivityEntry | undefined): unknown {
  return entry && [entry.lever, entry.direction, entry.nodes.after.value];
}

/** `users less: 113 nodes, $170/h`. */
function summaryOf(entries: ReturnType<typeof entriesOf>): readonly string[] {
  return entries.map(({ lever, direction, nodes, costPerHour }) => {
    const cost = costPerHour ? `, ${formatFigure(costPerHour.after)}` : '';
    return `${lever} ${direction}: ${formatFigure(nodes.after)}${cost}`;
  });
}

describe('scenario B of the first example', () => {
  const entries = entriesOf(assessment, 'B');

  test('what moves its cost, most first; latency moves nothing without think time', () => {
    expect(summaryOf(entries)).toEqual([
      'headroom more: 139 nodes, $209/h',
      'users more: 138 nodes, $207/h',
      'price less: 125 nodes, $169/h',
      'price more: 125 nodes, $206/h',
      'users less: 113 nodes, $170/h',
      'latency less: 125 nodes, $188/h',
      'latency more: 125 nodes, $188/h',
    ]);
  });

  test('the strongest lever is what saves most, the price aside', () => {
    expect(strongestLever(entries)).toMatchObject({ lever: 'users', direction: 'less' });
  });

  test('is the same without the others', () => {
    for (const name of [
      'ollama-1000-users-think-time',
      'open-workload-daily-profile',
      'vllm-chat-tails',
    ]) {
      const file = new URL(`../../../../examples/${name}.capacity.yaml`, import.meta.url);
      const { plan } = readPlan(readFileSync(file, 'utf8'));
      const [alone, whole] = [assess(plan), assess(plan)];
      const found = alone.scenarios.map((scenario) => strongestLeverOf(alone, scenario));
      const expected = whole.scenarios.map((scenario) =>
        strongestLever(sensitivityOf(whole, scenario)),
      );
      expect(found.map(moved)).toEqual(expected.map(moved));
    }
  });

  test('the derivation shows what was changed, and from what', () => {
    const users = entries.find((each) => each.lever === 'users' && each.direction === 'less');
    expect(users && formulaText(users.value.after)).toBe('1,000 users × 0.9 = 900 users');
    expect(users && formulaText(users.nodes.after)).toBe(
      '900 users / 8 slots, rounded up = 113 nodes',
    );
    expect(users?.nodes.after.derivation).toMatchObject({
      inputs: { users: { value: 900, derivation: { formula: 'change.scaled' } } },
    });
    expect(users?.value.before.derivation).toEqual({ kind: 'stated', path: '/workload/users' });
    const slower = entries.find((each) => each.lever === 'latency' && each.direction === 'more');
    expect(slower && formulaText(slower.value.after)).toBe('2.7 s × 1.1 = 2.97 s');
    const kept = entries.find((each) => each.lever === 'headroom');
    expect(kept && formulaText(kept.value.after)).toBe('0% + 10% = 10%');
  });

  test('computed once', () => {
    expect(entriesOf(assessment, 'B')).toBe(entries);
  });
});

test('a slower engine keeps the load of its benchmark and says what becomes of the target', () => {
  const slower = entriesOf(assessment, 'B').find(
    (each) => each.lever === 'latency' && each.direction === 'more',
  );
  const [, relaxed] = slower?.assessed.verdicts ?? [];
  expect(slower?.assessed.engine.observations[0]?.load?.value).toBeCloseTo(5, 9);
  expect(slower?.assessed.latency?.value).toBeCloseTo(2.97, 9);
  expect(relaxed?.outcome).toBe('meets');
});

describe('which levers there are', () => {
  const curve = engine([observe(8, 2.7)]);
  const levers = (plan: Plan): readonly string[] => {
    const [scenario] = plan.scenarios;
    return scenario
      ? leverChanges(scenario).map(({ lever, direction }) => `${lever} ${direction}`)
      : [];
  };

  test('an open workload has a rate', () => {
    expect(
      levers(planOf({ engine: curve, workload: open(10), scenarios: [{ parallel: 8 }] })),
    ).toContain('rate more');
  });

  test('think time is one where there is some', () => {
    const plan = (thinkTime: number): Plan =>
      planOf({ engine: curve, workload: closed(10, thinkTime), scenarios: [{ parallel: 8 }] });
    expect(levers(plan(0)).some((each) => each.startsWith('thinkTime'))).toBe(false);
    expect(levers(plan(5))).toEqual(expect.arrayContaining(['thinkTime less', 'thinkTime more']));
  });

  test('headroom moves by 10% of the slots, not below nothing and not to all of them', () => {
    const after = (headroom: number): readonly (number | undefined)[] =>
      planOf({
        engine: curve,
        policy: { headroom: stated(headroom) },
        scenarios: [{ parallel: 8 }],
      })
        .scenarios.flatMap(leverChanges)
        .filter(({ lever }) => lever === 'headroom')
        .map(({ inputs }) => inputs[0]?.after);
    expect(after(0)).toEqual([0.1]);
    expect(after(0.05)).toEqual([0, expect.closeTo(0.15, 12)]);
    expect(after(0.95)).toEqual([expect.closeTo(0.85, 12)]);
  });

  test('few users change by one; one user cannot become fewer', () => {
    const users = (count: number): readonly (number | undefined)[] =>
      planOf({ engine: curve, workload: closed(count), scenarios: [{ parallel: 8 }] })
        .scenarios.flatMap(leverChanges)
        .filter(({ lever }) => lever === 'users')
        .map(({ inputs }) => inputs[0]?.after);
    expect(users(4)).toEqual([3, 5]);
    expect(users(1)).toEqual([2]);
  });

  test('without a price nodes are what counts', () => {
    const plan = planOf({
      engine: engine([observe(8, 2.7)], { node: node(undefined) }),
      scenarios: [{ parallel: 8 }],
    });
    const entries = entriesOf(assess(plan));
    expect(entries.map(({ lever }) => lever)).not.toContain('price');
    expect(summaryOf(entries)[0]).toBe('headroom more: 139 nodes');
  });

  test('a scenario that is not sized has none', () => {
    const unknown = engine([observe(8, 1, { latencySeconds: undefined })]);
    const plan = planOf({
      engine: unknown,
      workload: closed(10, 5),
      scenarios: [{ parallel: 8 }],
    });
    expect(entriesOf(assess(plan))).toEqual([]);
  });
});

const plans = fc
  .record({
    workload: fc.oneof(
      fc.record({ users: fc.integer({ min: 1, max: 3000 }), think: fc.constantFrom(0, 1, 10) }),
      fc.record({ rate: fc.double({ min: 0.1, max: 200, noNaN: true }) }),
    ),
    headroom: fc.constantFrom(0, 0.05, 0.2),
    seconds: fc.tuple(
      fc.double({ min: 0.1, max: 2, noNaN: true }),
      fc.double({ min: 1, max: 8, noNaN: true }),
    ),
    price: fc.double({ min: 0.01, max: 90, noNaN: true }),
    sizeFor: fc.constantFrom('slots' as const, 'target' as const),
    parallel: fc.constantFrom(1, 4, 8, 16, 'auto' as const),
  })
  .map(({ workload, headroom, seconds: [first, growth], price, sizeFor, parallel }) =>
    planOf({
      workload: 'users' in workload ? closed(workload.users, workload.think) : open(workload.rate),
      policy: { headroom: stated(headroom) },
      targets: [target(5)],
      engine: engine([observe(1, first), observe(8, first * growth)], { node: node(price) }),
      scenarios: [{ parallel, sizeFor }],
    }),
  );

const RUNS = byLength({ short: 30, long: 100 });

describe('whatever the plan', () => {
  test('an entry is what a fresh assessment of the changed plan says', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const entries = entriesOf(assess(plan));
        const [scenario] = plan.scenarios;
        for (const change of scenario ? leverChanges(scenario) : []) {
          const changed = {
            ...plan,
            engines: [change.scenario.engine],
            scenarios: [change.scenario],
          };
          const [fresh] = assess(changed).scenarios;
          const entry = entries.find(
            ({ lever, direction }) => lever === change.lever && direction === change.direction,
          );
          if (!entry) continue;
          expect(entry.nodes.after.value).toBe(fresh?.nodes?.value);
          expect(entry.costPerHour?.after.value).toBe(fresh?.cost?.perHour.value);
          expect(entry.assessed.latency?.value).toBe(fresh?.latency?.value);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a price 10% up or down moves the cost by 10%, and no node', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { lever, direction, nodes, costPerHour } of entriesOf(assess(plan))) {
          if (lever !== 'price') continue;
          const factor = direction === 'more' ? 1.1 : 0.9;
          expect(nodes.after.value).toBe(nodes.before.value);
          const ratio = (costPerHour?.after.value ?? 0) / (costPerHour?.before.value ?? 1);
          expect(ratio).toBeCloseTo(factor, 12);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('more users, or more requests, never need fewer nodes; fewer never more', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [scenario] = plan.scenarios;
        fc.pre(scenario?.parallel.value !== 'auto');
        for (const { lever, direction, nodes } of entriesOf(assess(plan))) {
          if (lever !== 'users' && lever !== 'rate') continue;
          const change = nodes.after.value - nodes.before.value;
          expect(direction === 'more' ? change : -change).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('no number is linked to a line that says another', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { workload } = plan;
        const users = workload?.kind === 'closed' ? workload.users.value : undefined;
        for (const { nodes } of entriesOf(assess(plan))) {
          for (const linked of linkedTo(nodes.after, '/workload/users')) {
            expect(linked.value).toBe(users);
          }
        }
      }),
      { numRuns: RUNS / 2 },
    );
  });
});

function linkedTo(figure: Figure, path: string): readonly Figure[] {
  const { derivation } = figure;
  if (derivation.kind === 'formula') {
    return Object.values(derivation.inputs).flatMap((input) => linkedTo(input, path));
  }
  return derivation.kind === 'stated' && derivation.path === path ? [figure] : [];
}
