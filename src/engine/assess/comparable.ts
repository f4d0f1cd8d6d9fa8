/** Groups scenarios that can be compared: those with the same workload and policy. */
import type { ScenarioAssessment } from './assessment';

/** Groups items that each belong to a scenario, in their order. */
export function groupComparable<T>(
  things: readonly T[],
  scenarioOf: (thing: T) => ScenarioAssessment,
): readonly (readonly T[])[] {
  const groups = new Map<unknown, Map<string, T[]>>();
  for (const thing of things) {
    const { workload, policy } = scenarioOf(thing).spec;
    const key = [policy.spare.value, policy.headroom.value, policy.routing.value].join(' ');
    const ofWorkload = groups.get(workload) ?? new Map<string, T[]>();
    groups.set(workload, ofWorkload);
    const group = ofWorkload.get(key) ?? [];
    ofWorkload.set(key, group);
    group.push(thing);
  }
  return [...groups.values()].flatMap((ofWorkload) => [...ofWorkload.values()]);
}
