/** Draws the charts of a plan: quick ones, and slow ones that a caller asks for one by one. */
import type { Assessment } from '../engine/assess/assessment';
import { drawCostByUsers, drawNodesByUsers } from './byUsersChart';
import type { Chart, ChartId, QUICK_CHART_IDS, SLOW_CHART_IDS } from './chart';
import { drawDayCost } from './dayCostChart';
import { drawDayNodes } from './dayNodesChart';
import { drawGrowthCost, drawGrowthNodes } from './growthChart';
import { drawLatency } from './latencyChart';
import { drawTradeOff } from './tradeOffChart';

type Draw = (assessment: Assessment) => Chart | undefined;

const QUICK: Readonly<Record<(typeof QUICK_CHART_IDS)[number], Draw>> = {
  'trade-off': (assessment) => drawTradeOff(assessment),
  latency: drawLatency,
};

const SLOW: Readonly<Record<(typeof SLOW_CHART_IDS)[number], Draw>> = {
  'nodes-by-users': drawNodesByUsers,
  'cost-by-users': drawCostByUsers,
  'growth-nodes': drawGrowthNodes,
  'growth-cost': drawGrowthCost,
  'day-nodes': drawDayNodes,
  'day-cost': drawDayCost,
};

const ALL: Readonly<Record<ChartId, Draw>> = { ...QUICK, ...SLOW };

/**
 * Draws the charts that are fast enough for every keystroke.
 * @param hasAnswers False to leave out the answers, which have to be searched for.
 */
export function quickCharts(assessment: Assessment, hasAnswers = true): readonly Chart[] {
  const tradeOff = hasAnswers ? drawTradeOff(assessment) : drawTradeOff(assessment, []);
  return [tradeOff, drawLatency(assessment)].filter((chart) => chart !== undefined);
}

/** Returns functions that each draw one chart, or return undefined if the plan has nothing for it. */
export function slowCharts(assessment: Assessment): readonly (() => Chart | undefined)[] {
  return Object.values(SLOW).map((draw) => () => draw(assessment));
}

/** Draws one chart by its id. */
export function drawChart(assessment: Assessment, id: ChartId): Chart | undefined {
  return ALL[id](assessment);
}
