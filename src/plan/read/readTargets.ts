/** Reads targets: named sets of upper bounds. */
import { type Objective, type Target, TIME_OBJECTIVES } from '../../engine/plan/plan';
import { HOURS_PER } from '../../engine/fleet/cost';
import { TARGET } from '../fields/tables';
import type { YamlNode } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import { readMap, type MapReading } from './readMap';
import type { Named } from './readNames';
import { reportMissing } from './readContext';

/** Returns objectives in the order of the file. Returns undefined if none is usable. */
export function readTarget(
  { name, context }: Named,
  currency: string,
  log: ProblemLog,
): Target | undefined {
  const { values, lacks, slips } = readMap(context, TARGET, log);
  const objectives = keysOf(context.node).flatMap(
    (key) => toObjective(key, values, currency) ?? [],
  );
  const keys = Object.keys(TARGET) as (keyof typeof TARGET)[];
  if (keys.every(lacks)) {
    reportMissing(log, context, { keys, need: 'any' }, slips);
  }
  return objectives.length === 0 ? undefined : { name, path: context.path, objectives };
}

function toObjective(
  key: string,
  values: MapReading<typeof TARGET>['values'],
  currency: string,
): Objective | undefined {
  const kind = TIME_OBJECTIVES.find((objective) => objective === key);
  const time = kind && values[kind];
  if (kind !== undefined && time !== undefined) {
    const { value, bound } = time.value;
    return { kind, path: time.path, strict: bound === '<', limitSeconds: value };
  }
  if (key === 'rejected' && values.rejected !== undefined) {
    const { value, path } = values.rejected;
    return { kind: key, path, strict: value.bound === '<', limitShare: value.value };
  }
  if (key === 'budget' && values.budget !== undefined) {
    const { value: budget, path } = values.budget;
    return {
      kind: key,
      path,
      strict: budget.bound === '<',
      limitPerHour: budget.value / HOURS_PER[budget.per],
      currency: budget.currency ?? currency,
      per: budget.per,
    };
  }
  return undefined;
}

function keysOf(node: YamlNode): readonly string[] {
  return node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}
