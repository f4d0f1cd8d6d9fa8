/** Says in sentences how long today's fleet lasts and what growth costs. */
import { formatFigure } from '../messages/figures';
import { breakMonth, breakWords, describeCutOff, mayLastLonger } from '../messages/growth';
import type { FleetBreak } from '../engine/explore/fleetBreak';
import type { ScenarioGrowth } from '../engine/explore/growth';
import { atThePeak } from './peak';
import { sayName } from './words';

/**
 * Returns `` `B` needs 125 nodes today and 315 nodes in month 12; today’s fleet of 125 nodes breaks in month 1, at …
 * ``
 */
export function growthNodesWords(growth: ScenarioGrowth): string {
  const { scenario, months, horizon, breaks } = growth;
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last || !scenario.nodes) return '';
  const needs = `${formatFigure(first.nodes)} today and ${formatFigure(last.nodes)} in month ${last.month}`;
  const fleet = `today’s fleet of ${formatFigure(scenario.nodes)}`;
  const name = sayName(scenario);
  const end = cutOffWords(growth);
  if (!breaks) return `${name} needs ${needs}; ${fleet} lasts for ${formatFigure(horizon)}.${end}`;
  return `${name} needs ${needs}; ${fleet} ${whenWords(breaks)}, at ${formatFigure(breaks.asked)}${atThePeak([scenario])}: ${breakWords(breaks)}.${end}`;
}

export function growthCostWords(growth: ScenarioGrowth): string {
  const { scenario, cost, keptCost, horizon, breaks } = growth;
  if (!cost || !keptCost) return '';
  const but = breaks ? `, which ${whenWords(breaks)}` : ', which lasts';
  const over = formatFigure(horizon);
  return `${sayName(scenario)} costs ${formatFigure(cost)} over ${over} if each month is sized, against ${formatFigure(keptCost)} with today’s fleet${but}.${cutOffWords(growth)}`;
}

/** Writes a sentence that follows others. */
function cutOffWords(growth: ScenarioGrowth): string {
  const cutOff = describeCutOff(growth);
  return cutOff === undefined ? '' : ` Growth is ${cutOff}.`;
}

function whenWords(breaks: FleetBreak): string {
  if (breaks.month.value > 0) return `breaks in ${breakMonth(breaks)}`;
  return mayLastLonger(breaks) ? 'may be too small already' : 'is too small already';
}
