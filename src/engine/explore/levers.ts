/**
 * Levers of a scenario: inputs that are each moved by 10 % in both directions. Users stay whole, rounded away from the
 * stated number. Headroom, a share already, moves by 10 % of all slots, so that 0 has a next step too. A think time of
 * 0 s does not move: 10 % of it is nothing.
 */
import { changeOf, type ChangedInput } from '../figure/changedInput';
import type { Figure, Unit } from '../figure/figure';
import { statedFigure } from '../figure/figures';
import type { ClosedWorkload, Engine, OpenWorkload, Scenario, Stated } from '../plan/plan';
import { ceilForgiving } from '../util/rounding';
import { scaleLatency } from './scaleLatency';

/** Levers, in the order that counts if two move the cost equally. */
export const LEVERS = ['users', 'rate', 'thinkTime', 'latency', 'headroom', 'price'] as const;
export type Lever = (typeof LEVERS)[number];

export const LEVER_SHARE = 0.1;

export interface LeverChange {
  readonly lever: Lever;
  readonly direction: 'less' | 'more';
  /** Value as the plan states it; undefined for latency, which follows from many. */
  readonly stated: Figure | undefined;
  /** Scenario with the change in it. */
  readonly scenario: Scenario;
  /** Values of the plan that the change replaces; several for latency. */
  readonly inputs: readonly ChangedInput[];
}

export function leverChanges(scenario: Scenario): readonly LeverChange[] {
  const { workload } = scenario;
  return [
    ...(workload?.kind === 'closed' ? closedChanges(scenario, workload) : []),
    ...(workload?.kind === 'open' ? openChanges(scenario, workload) : []),
    ...latencyChanges(scenario),
    ...headroomChanges(scenario),
    ...priceChanges(scenario),
  ];
}

const FACTORS = [
  ['less', 1 - LEVER_SHARE],
  ['more', 1 + LEVER_SHARE],
] as const;

function closedChanges(scenario: Scenario, workload: ClosedWorkload): readonly LeverChange[] {
  const { users, thinkTimeSeconds } = workload;
  return [
    ...scaled('users', users, 'users', wholeUsers, (changed) => ({
      ...scenario,
      workload: { ...workload, users: changed },
    })),
    ...scaled('thinkTime', thinkTimeSeconds, 's', unrounded, (changed) => ({
      ...scenario,
      workload: { ...workload, thinkTimeSeconds: changed },
    })),
  ];
}

function openChanges(scenario: Scenario, workload: OpenWorkload): readonly LeverChange[] {
  return scaled('rate', workload.ratePerSecond, 'requests/s', unrounded, (changed) => ({
    ...scenario,
    workload: { ...workload, ratePerSecond: changed },
  }));
}

function latencyChanges(scenario: Scenario): readonly LeverChange[] {
  return FACTORS.flatMap(([direction, factor]) => {
    const { engine, changes } = scaleLatency(scenario.engine, factor);
    if (changes.length === 0) return [];
    const changed = { ...scenario, engine };
    const lever = 'latency' as const;
    return [{ lever, direction, stated: undefined, scenario: changed, inputs: changes }];
  });
}

function headroomChanges(scenario: Scenario): readonly LeverChange[] {
  const { policy } = scenario;
  const { headroom } = policy;
  const stated = statedFigure(headroom, 'share', 'headroom');
  const up = headroom.value + LEVER_SHARE;
  const down = Math.max(0, headroom.value - LEVER_SHARE);
  const steps = [
    ['less', down],
    ['more', up],
  ] as const;
  return steps
    .filter(([, after]) => after !== headroom.value && after < 1)
    .map(([direction, after]) => {
      const step = { kind: 'added', by: after - headroom.value } as const;
      const changed = { ...policy, headroom: { ...headroom, value: after } };
      const inputs = [changeOf(headroom, after, 'headroom', step)];
      const kept = { ...scenario, policy: changed };
      return { lever: 'headroom', direction, stated, scenario: kept, inputs };
    });
}

function priceChanges(scenario: Scenario): readonly LeverChange[] {
  const { engine } = scenario;
  const { node } = engine;
  const price = node?.price;
  if (!node || !price) return [];
  const unit: Unit = { currency: price.currency, per: price.per };
  return scaled('price', price.amount, unit, unrounded, (amount) => {
    const priced: Engine = { ...engine, node: { ...node, price: { ...price, amount } } };
    return { ...scenario, engine: priced };
  });
}

/** A value 10 % lower and higher; left out if it changes nothing or leaves nothing. */
function scaled(
  lever: Lever,
  stated: Stated<number>,
  unit: Unit,
  round: (value: number, factor: number) => number,
  apply: (changed: Stated<number>) => Scenario,
): readonly LeverChange[] {
  return FACTORS.flatMap(([direction, factor]) => {
    const after = round(stated.value * factor, factor);
    if (after === stated.value || !(after > 0)) return [];
    const inputs = [changeOf(stated, after, lever, { kind: 'scaled', factor })];
    const figure = statedFigure(stated, unit, lever);
    const scenario = apply({ ...stated, value: after });
    return [{ lever, direction, stated: figure, scenario, inputs }];
  });
}

function unrounded(value: number): number {
  return value;
}

/** Whole users, rounded away from the stated number, so that a few users change by at least one. */
function wholeUsers(value: number, factor: number): number {
  return factor > 1 ? ceilForgiving(value) : -ceilForgiving(-value);
}
