/** Draws cost against latency, or another time that targets limit: a point for each scenario, marked by the verdict on its own target. */
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { obstacleOf } from '../engine/assess/canRun';
import { verdictOf } from '../engine/assess/ownVerdict';
import { comparedTargets } from '../engine/assess/comparedTargets';
import { bandOfTime, shownTime, timeOf } from '../engine/assess/shownTime';
import { partsOf } from '../engine/plan/objectives';
import type { TimeObjective } from '../engine/plan/plan';
import type { Outcome } from '../engine/verdict/verdict';
import { axisFor, valuesOnX, valuesOnY } from './axes';
import { bandWords } from './bandWords';
import type { Chart, ChartPoint, Mark, Series } from './chart';
import { engineColour } from './colours';
import { frontierSeries } from './frontierSeries';
import { hollowIf, isUnverified } from './hollow';
import { nameOfKind } from '../messages/verdicts';
import { budgetLimits, excludedLimitsWords, timeLimits } from './limits';
import type { Placed } from './placedScenario';
import { scenarioLines } from './scenarioLines';
import { scenarioTable } from './scenarioTable';
import { tagOf } from './tags';
import { tradeOffAxis, type TradeOffAxis } from './tradeOffAxis';
import { tradeOffWords } from './tradeOffWords';
import { nameOf, sentences } from './words';

/** Returns undefined if no scenario has both figures. */
export function drawTradeOff(assessment: Assessment): Chart | undefined {
  const axis = tradeOffAxis(assessment);
  const time = shownTime(comparedTargets(assessment.plan));
  const placed = assessment.scenarios.flatMap((assessed) => placeOn(axis, time, assessed) ?? []);
  if (placed.length === 0) return undefined;
  const shown = new Set(placed.map(({ assessed }) => assessed));
  const left = assessment.scenarios.filter((assessed) => !shown.has(assessed));
  const isCostOfLatency = axis.kind === 'cost' && time === 'latency';
  const frontier = isCostOfLatency ? frontierSeries(assessment, placed) : [];
  const series = [...frontier, ...engineSeries(assessment, time, placed)];
  const times = valuesOnY(series);
  const prices = valuesOnX(series);
  const limits = [
    timeLimits(assessment.plan, time, highestOf(times)),
    budgetLimits(assessment.plan, axis.unit, highestOf(prices)),
  ];
  return {
    id: 'trade-off',
    title: `${axis.kind === 'cost' ? 'Cost' : 'Nodes'} against ${nameOfKind(time)}`,
    conclusion: sentences(
      tradeOffWords(placed, left, axis),
      bandWords(series),
      excludedLimitsWords(...limits),
    ),
    x: axisFor(axis.label, axis.unit, prices, LOG_BEYOND),
    y: axisFor(`${isMean(time) ? 'mean ' : ''}${nameOfKind(time)} (s)`, 's', times, LOG_BEYOND),
    series,
    rules: limits.flatMap(({ rules }) => rules),
    table: scenarioTable(assessment),
  };
}

/** Ratio to the smallest value: below it people compare lengths from zero by eye. */
const LOG_BEYOND = 50;

function placeOn(
  axis: TradeOffAxis,
  shown: TimeObjective,
  assessed: ScenarioAssessment,
): Placed | undefined {
  const time = timeOf(assessed, shown);
  const price = axis.figureOf(assessed);
  if (!price || !time || !Number.isFinite(price.value + time.value)) return undefined;
  return { assessed, price, time };
}

function engineSeries(
  assessment: Assessment,
  time: TimeObjective,
  placed: readonly Placed[],
): readonly Series[] {
  return assessment.engines.flatMap((engine): readonly Series[] => {
    const points = placed
      .filter(({ assessed }) => assessed.engine === engine)
      .map((each) => pointOf(each, time));
    if (points.length === 0) return [];
    const label = nameOf(engine.spec);
    const colour = engineColour(assessment, engine);
    return [{ id: `engine/${engine.spec.name}`, label, kind: 'points', colour, points }];
  });
}

const MARKS: Readonly<Record<Outcome, Mark>> = {
  meets: 'circle',
  misses: 'cross',
  unknown: 'triangle',
};

function pointOf({ assessed, price, time }: Placed, shown: TimeObjective): ChartPoint {
  const band = bandOfTime(assessed, shown);
  return {
    x: price.value,
    y: time.value,
    ...(band ? { low: band.low.value, high: band.high.value } : {}),
    mark: markOf(assessed),
    ...hollowIf(isUnverified(assessed, time)),
    tag: tagOf(assessed, time),
    says: scenarioLines(assessed),
    scenario: assessed.spec.name,
  };
}

/** Chooses a mark. A scenario that cannot run as planned must not look like an answer. */
function markOf(assessed: ScenarioAssessment): Mark {
  const verdict = verdictOf(assessed);
  if (!verdict) return 'circle';
  return verdict.outcome === 'meets' && obstacleOf(assessed, verdict)
    ? 'square'
    : MARKS[verdict.outcome];
}

function isMean(time: TimeObjective): boolean {
  return partsOf(time).percentile === undefined;
}

function highestOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
