/** The policy: the plan's, and a scenario's overrides of it. */
import type { Policy } from '../../engine/plan';
import { POLICY } from '../fields/tables';
import { readMap } from './readMap';
import type { Problems, Slot } from './slot';
import { chosen, silent, stated } from './stated';

const DEFAULTS: Policy = { headroom: silent(0), spare: silent(0), routing: silent('least-busy') };

/** @param base What counts where this one is silent. */
export function readPolicy(slot: Slot | undefined, problems: Problems, base = DEFAULTS): Policy {
  if (slot === undefined) {
    return base;
  }
  const { values } = readMap(slot, POLICY, problems);
  return {
    headroom: stated(values.headroom) ?? base.headroom,
    spare: stated(values.spare) ?? base.spare,
    routing: chosen(values.routing) ?? base.routing,
  };
}
