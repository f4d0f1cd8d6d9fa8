/** The policy: the plan's, and a scenario's overrides of it. */
import type { Policy } from '../../engine/plan';
import { POLICY } from '../fields/tables';
import type { ProblemLog } from './problemLog';
import { readMap } from './readMap';
import { reportWrongType, type Slot } from './slot';
import { chosen, chosenOr, stated, statedOr } from './stated';

const DEFAULTS: Policy = {
  headroom: statedOr(undefined, POLICY.headroom),
  spare: statedOr(undefined, POLICY.spare),
  routing: chosenOr(undefined, POLICY.routing),
};

/** @param base What counts where this one is silent. */
export function readPolicy(slot: Slot | undefined, log: ProblemLog, base = DEFAULTS): Policy {
  if (slot === undefined) {
    return base;
  }
  if (slot.node.kind === 'nothing') {
    reportWrongType(log, slot, 'a map of keys and values');
    return base;
  }
  const { values } = readMap(slot, POLICY, log);
  return {
    headroom: stated(values.headroom) ?? base.headroom,
    spare: stated(values.spare) ?? base.spare,
    routing: chosen(values.routing) ?? base.routing,
  };
}
