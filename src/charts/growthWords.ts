/** Says in sentences how long today's fleet lasts and what growth costs. */
import { t } from '@vscode/l10n';
import { formatFigure } from '../messages/figures';
import { breakMonth, breakWords, describeCutOff, mayLastLonger } from '../messages/growth';
import type { ScenarioAssessment } from '../engine/assess/assessment';
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
      ? breakSentence(name, nodes, breaks, scenario)
      : t`${name} lasts for ${formatFigure(horizon)} with ${nodes}.`,
    t`Sized each month, ${name} needs ${formatFigure(first.nodes)} today and ${formatFigure(last.nodes)} in month ${last.month}.`,
    ...(breaks ? [t`${name} with ${nodes}: ${breakWords(breaks)}.`] : []),
    ...cutOffWords(growth),
  ];
}

/** Returns `` `B` costs $610k in all over 12 months if sized each month. `` and what today's fleet costs. */
export function growthCostWords(growth: ScenarioGrowth): readonly string[] {
  const { scenario, cost, keptCost, horizon, breaks } = growth;
  if (!cost || !keptCost) return cutOffWords(growth);
  return [
    t`${sayName(scenario)} costs ${formatFigure(cost)} over ${formatFigure(horizon)} if sized each month.`,
    keptCostSentence(sayName(scenario), formatFigure(keptCost), breaks),
    ...cutOffWords(growth),
  ];
}

function cutOffWords(growth: ScenarioGrowth): readonly string[] {
  const cutOff = describeCutOff(growth);
  return cutOff === undefined ? [] : [t`Growth is ${cutOff}.`];
}

/** Says when a fleet that is kept no longer serves, with its nodes and the load of that month. */
function breakSentence(
  name: string,
  nodes: string,
  breaks: FleetBreak,
  scenario: ScenarioAssessment,
): string {
  const asked = atThePeak(formatFigure(breaks.asked), [scenario]);
  const month = breakMonth(breaks);
  if (breaks.month.value > 0) {
    return breaks.because === 'target'
      ? t`${name} misses its target from ${month} on (${nodes}, ${asked}).`
      : t`${name} runs out of capacity in ${month} (${nodes}, ${asked}).`;
  }
  return mayLastLonger(breaks)
    ? t`${name} may be too small already (${nodes}, ${asked}).`
    : t`${name} is too small already (${nodes}, ${asked}).`;
}

/** Says what a fleet that is kept costs, and when it no longer serves. */
function keptCostSentence(name: string, cost: string, breaks: FleetBreak | undefined): string {
  if (!breaks) return t`Today’s fleet of ${name} costs ${cost}.`;
  const month = breakMonth(breaks);
  if (breaks.month.value > 0) {
    return breaks.because === 'target'
      ? t`Today’s fleet of ${name} costs ${cost}, but misses its target from ${month} on.`
      : t`Today’s fleet of ${name} costs ${cost}, but runs out of capacity in ${month}.`;
  }
  return mayLastLonger(breaks)
    ? t`Today’s fleet of ${name} costs ${cost}, but may be too small already.`
    : t`Today’s fleet of ${name} costs ${cost}, but is too small already.`;
}
