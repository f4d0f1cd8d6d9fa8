/** Writes how growth affects each scenario, and what a day costs by three ways to run a fleet. */
import { describeKnown } from '../../messages/provenance';
import { formatFigure } from '../../messages/figures';
import { describeCutOff, explainLasting } from '../../messages/growth';
import type { Assessment } from '../../engine/assess/assessment';
import { dayOf, type FleetDay, type ScenarioDay } from '../../engine/explore/dailyProfile';
import { growthOf, type ScenarioGrowth } from '../../engine/explore/growth';
import type { Paint } from '../paint';
import { textBlock } from './textBlock';

/** Returns no lines if the plan has neither growth nor hours of a day. */
export function sizeChange(assessment: Assessment, paint: Paint): readonly string[] {
  const { scenarios } = assessment;
  const growth = scenarios.flatMap((each) => growthOf(assessment, each) ?? []);
  const days = scenarios.flatMap((each) => dayOf(assessment, each) ?? []);
  return [
    ...textBlock('Growth', growth.map(growthLine), paint),
    ...textBlock('By hour', days.map(dayLine), paint),
  ];
}

/** Writes `A: 84 nodes, $126.00/h in 12 months; today’s nodes break in month 5: …`. */
function growthLine(growth: ScenarioGrowth): string {
  const { scenario, months, horizon, cost } = growth;
  const last = months.at(-1);
  const cutOff = describeCutOff(growth);
  const then = [last?.nodes, last?.costPerHour].flatMap((figure) =>
    figure ? [formatFigure(figure)] : [],
  );
  const pieces = [
    `${then.join(', ')} in ${formatFigure(horizon)}`,
    explainLasting(growth),
    ...(cost ? [`${formatFigure(cost)} if sized each month`] : []),
    ...(cutOff === undefined ? [] : [`growth is ${cutOff}`]),
  ];
  return `${scenario.spec.name}: ${pieces.join('; ')}`;
}

/**
 * Writes `A: fixed $16,425.00/month, scheduled $9,000.00/month, autoscaled $10,000.00/month (measured, on a typical
 * day)`.
 */
function dayLine({ scenario, fixed, scheduled, autoscaled }: ScenarioDay): string {
  return `${scenario.spec.name}: fixed ${paid(fixed)}, scheduled ${paid(scheduled)}, autoscaled ${paid(autoscaled)} (${describeKnown(scheduled.nodeHours)})`;
}

/** Writes the cost, or the node-hours of a day if there is no price. */
function paid({ costPerMonth, nodeHours }: FleetDay): string {
  return formatFigure(costPerMonth ?? nodeHours);
}
