/** Reads how uneven arrivals are: an index of dispersion, or the coefficient of variation of the gaps between them. */
import type { Stated } from '../../engine/plan/plan';
import { WORKLOAD } from '../fields/tables';
import type { ProblemLog } from './problemLog';
import { readMap, readScalar } from './readMap';
import { reportMissing, type ReadContext } from './readContext';
import { toQuantity } from './toStated';

/** Returns the index of dispersion; undefined if it is not usable, which a problem says. */
export function readBurstiness(context: ReadContext, log: ProblemLog): Stated<number> | undefined {
  const { scalar, map } = WORKLOAD.burstiness.shape;
  if (context.node.kind !== 'map') {
    return toQuantity(readScalar(context, scalar, 'burstiness', log));
  }
  const { values, lacks, slips } = readMap(context, map.fields, log);
  if (lacks('cv')) reportMissing(log, context, { keys: ['cv'], need: 'one' }, slips);
  const cv = toQuantity(values.cv);
  // of gaps that do not depend on each other (Cox and Lewis, The Statistical Analysis of Series of Events, 1966)
  return cv && { ...cv, value: cv.value * cv.value };
}
