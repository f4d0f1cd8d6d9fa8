/** Reads targets: named sets of upper bounds. */
import type { Objective, Target, TimeObjective } from '../../engine/plan/plan';
import { objectiveOf } from '../../engine/plan/objectives';
import { HOURS_PER } from '../../engine/fleet/cost';
import { TARGET } from '../fields/tables';
import type { PriceAmount } from '../fields/priceScalar';
import type { Amount } from '../quantities/amount';
import type { YamlNode } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import { readMap, type Located, type MapReading } from './readMap';
import { readTokenTime } from './readTokenTime';
import type { Named } from './readNames';
import { reportMissing } from './readContext';

/** Returns objectives in the order of the file. Returns undefined if none is usable. */
export function readTarget(
  { name, context }: Named,
  currency: string,
  log: ProblemLog,
): Target | undefined {
  const { values, lacks, slips } = readMap(context, TARGET, log);
  const objectives = keysOf(context.node).flatMap((key) =>
    toObjectives(key, values, currency, log),
  );
  const keys = Object.keys(TARGET) as (keyof typeof TARGET)[];
  if (keys.every(lacks)) {
    reportMissing(log, context, { keys, need: 'any' }, slips);
  }
  return objectives.length === 0 ? undefined : { name, path: context.path, objectives };
}

type Values = MapReading<typeof TARGET>['values'];

function toObjectives(
  key: string,
  values: Values,
  currency: string,
  log: ProblemLog,
): readonly Objective[] {
  switch (key) {
    case 'latency':
    case 'p50':
    case 'p90':
    case 'p95':
    case 'p99': {
      const time = values[key];
      return time ? [timeObjective(key, time)] : [];
    }
    case 'ttft':
    case 'tpot':
      return readTokenTime(values[key], TARGET[key].shape, key, log).map(({ percentile, time }) =>
        timeObjective(objectiveOf(key, percentile), time),
      );
    case 'rejected': {
      if (!values.rejected) return [];
      const { value, path } = values.rejected;
      return [{ kind: key, path, strict: value.bound === '<', limitShare: value.value }];
    }
    case 'budget':
      return values.budget ? [budgetObjective(values.budget, currency)] : [];
    default:
      return [];
  }
}

function timeObjective(kind: TimeObjective, { value, path }: Located<Amount>): Objective {
  return { kind, path, strict: value.bound === '<', limitSeconds: value.value };
}

function budgetObjective({ value, path }: Located<PriceAmount>, currency: string): Objective {
  return {
    kind: 'budget',
    path,
    strict: value.bound === '<',
    limitPerHour: value.value / HOURS_PER[value.per],
    currency: value.currency ?? currency,
    per: value.per,
  };
}

function keysOf(node: YamlNode): readonly string[] {
  return node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}
