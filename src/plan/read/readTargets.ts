/** Targets: named sets of upper bounds. */
import { type Objective, type Target, TIME_OBJECTIVES } from '../../engine/plan';
import { HOURS_PER } from '../../engine/cost';
import { TARGET } from '../fields/tables';
import type { YamlNode } from '../yamlTree';
import { readMap } from './readMap';
import type { Named } from './readNames';
import { reportMissing, type Problems } from './slot';

/** Objectives in the order of the file. A target without a usable one judges nothing: undefined. */
export function readTarget(
  { name, slot }: Named,
  currency: string,
  problems: Problems,
): Target | undefined {
  const { values } = readMap(slot, TARGET, problems);
  const objectives: Objective[] = [];
  for (const key of keysOf(slot.node)) {
    const kind = TIME_OBJECTIVES.find((objective) => objective === key);
    if (kind !== undefined) {
      const said = values[kind];
      if (said !== undefined) {
        const { value, bound } = said.value;
        objectives.push({ kind, path: said.path, strict: bound === '<', limitSeconds: value });
      }
    } else if (key === 'rejected' && values.rejected !== undefined) {
      const { value, path } = values.rejected;
      objectives.push({ kind: key, path, strict: value.bound === '<', limitShare: value.value });
    } else if (key === 'budget' && values.budget !== undefined) {
      const { value: budget, path } = values.budget;
      objectives.push({
        kind: key,
        path,
        strict: budget.bound === '<',
        limitPerHour: budget.value / HOURS_PER[budget.per],
        currency: budget.currency ?? currency,
        per: budget.per,
      });
    }
  }
  if (
    slot.node.kind === 'nothing' ||
    (slot.node.kind === 'map' && slot.node.entries.length === 0)
  ) {
    reportMissing(problems, slot, Object.keys(TARGET), 'a target has one or more of them');
  }
  return objectives.length === 0 ? undefined : { name, path: slot.path, objectives };
}

function keysOf(node: YamlNode): readonly string[] {
  return node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}
