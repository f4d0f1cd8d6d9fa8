/** Reads the policy: the plan's, and a scenario's overrides of it. */
import { t } from '@vscode/l10n';
import type { Policy } from '../../engine/plan/plan';
import { POLICY } from '../fields/tables';
import type { ProblemLog } from './problemLog';
import { readMap } from './readMap';
import { reportWrongType, type ReadContext } from './readContext';
import { toValue, valueOrDefault, toQuantity, quantityOrDefault } from './toStated';

const DEFAULTS: Policy = {
  headroom: quantityOrDefault(undefined, POLICY.headroom),
  spare: quantityOrDefault(undefined, POLICY.spare),
  routing: valueOrDefault(undefined, POLICY.routing),
};

/** @param base Policy that counts if this one is silent. */
export function readPolicy(
  context: ReadContext | undefined,
  log: ProblemLog,
  base = DEFAULTS,
): Policy {
  if (context === undefined) {
    return base;
  }
  if (context.node.kind === 'nothing') {
    reportWrongType(log, context, t`a map of keys and values`);
    return base;
  }
  const { values } = readMap(context, POLICY, log);
  return {
    headroom: toQuantity(values.headroom) ?? base.headroom,
    spare: toQuantity(values.spare) ?? base.spare,
    routing: toValue(values.routing) ?? base.routing,
  };
}
