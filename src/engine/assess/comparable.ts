/** Which scenarios can be held against each other: those that are asked the same, under the same policy. */
import type { ScenarioAssessment } from './assessment';

/** Groups of things of which each is about a scenario; in the order in which they come. */
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
