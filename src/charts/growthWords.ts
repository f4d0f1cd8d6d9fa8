/** Says in sentences how long today's fleet lasts and what growth costs. */
import { formatFigure } from '../messages/figures';
import { breakMonth, breakWords, describeCutOff, mayLastLonger } from '../messages/growth';
import type { FleetBreak } from '../engine/explore/fleetBreak';
import type { ScenarioGrowth } from '../engine/explore/growth';
import { atThePeak } from './peak';
import { sayName } from './words';

/**
 * Returns `` `B` runs out of capacity in month 7 (20 nodes, 418/s at the peak). `` and
 * `` Sized each month, `B` needs 15 nodes today and 29 nodes in month 12. `` first, then the reason.
 */
export function growthNodesWords(growth: ScenarioGrowth): readonly string[] {
  const { scenario, months, horizon, breaks } = growth;
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last || !scenario.nodes) return [];
  const name = sayName(scenario);
  const nodes = formatFigure(scenario.nodes);
  return [
    breaks
      ? `${name} ${runsOut(breaks)} (${nodes}, ${formatFigure(breaks.asked)}${atThePeak([scenario])}).`
      : `${name} lasts for ${formatFigure(horizon)} with ${nodes}.`,
    `Sized each month, ${name} needs ${formatFigure(first.nodes)} today and ${formatFigure(last.nodes)} in month ${last.month}.`,
    ...(breaks ? [`${name} with ${nodes}: ${breakWords(breaks)}.`] : []),
    ...cutOffWords(growth),
  ];
}

/** Returns `` `B` costs $610k in all over 12 months if sized each month. `` and what today's fleet costs. */
export function growthCostWords(growth: ScenarioGrowth): readonly string[] {
  const { scenario, cost, keptCost, horizon, breaks } = growth;
  if (!cost || !keptCost) return cutOffWords(growth);
  const but = breaks ? `, but ${runsOut(breaks)}` : '';
  return [
    `${sayName(scenario)} costs ${formatFigure(cost)} over ${formatFigure(horizon)} if sized each month.`,
    `Today’s fleet of ${sayName(scenario)} costs ${formatFigure(keptCost)}${but}.`,
    ...cutOffWords(growth),
  ];
}

function cutOffWords(growth: ScenarioGrowth): readonly string[] {
  const cutOff = describeCutOff(growth);
  return cutOff === undefined ? [] : [`Growth is ${cutOff}.`];
}

function runsOut(breaks: FleetBreak): string {
  if (breaks.month.value > 0) {
    return breaks.because === 'target'
      ? `misses its target from ${breakMonth(breaks)} on`
      : `runs out of capacity in ${breakMonth(breaks)}`;
  }
  return mayLastLonger(breaks) ? 'may be too small already' : 'is too small already';
}
