/**
 * Draws cost against the time that limits the scenarios: a point for each, in its colour, marked by the verdict on its
 * own target. The answers are stars.
 */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { obstacleOf } from '../engine/assess/canRun';
import { verdictOf } from '../engine/assess/ownVerdict';
import { limitingTime } from '../engine/assess/limitingTime';
import { bandOfTime, timeOf } from '../engine/assess/shownTime';
import { partsOf } from '../engine/plan/objectives';
import type { TimeObjective } from '../engine/plan/plan';
import type { Outcome } from '../engine/verdict/verdict';
import { answerOptions, type AnswerOption } from './answerOptions';
import { answerSeries } from './answerSeries';
import { axisFor, valuesOnX, valuesOnY } from './axes';
import { captionOf } from './caption';
import type { Chart, ChartPoint, Mark, Series } from './chart';
import { MOST_IN_LEGEND, scenarioColour } from './colours';
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
import { scenarioName } from './words';

/**
 * Returns undefined if no scenario has both figures.
 * @param answers None, if the search for them takes too long.
 */
export function drawTradeOff(
  assessment: Assessment,
  answers: readonly AnswerOption[] = answerOptions(assessment),
): Chart | undefined {
  const axis = tradeOffAxis(assessment);
  const time = limitingTime(assessment);
  const placed = assessment.scenarios.flatMap((assessed) => placeOn(axis, time, assessed) ?? []);
  if (placed.length === 0) return undefined;
  const shown = new Set(placed.map(({ assessed }) => assessed));
  const left = assessment.scenarios.filter((assessed) => !shown.has(assessed));
  const isCostOfLatency = axis.kind === 'cost' && time === 'latency';
  const frontier = isCostOfLatency ? frontierSeries(assessment, placed) : [];
  const series = [
    ...frontier,
    ...answerSeries(answers, axis, time),
    ...placed.map((each) => seriesOf(assessment, each, time, placed.length)),
  ];
  const times = valuesOnY(series);
  const prices = valuesOnX(series);
  const limits = [
    timeLimits(assessment.plan, time, highestOf(times)),
    budgetLimits(assessment.plan, axis.unit, highestOf(prices)),
  ];
  return {
    id: 'trade-off',
    title: titleOf(axis, nameOfKind(time)),
    ...captionOf(...tradeOffWords(placed, left, axis, time), excludedLimitsWords(...limits)),
    x: axisFor(axis.label, axis.unit, prices, LOG_BEYOND),
    y: axisFor(timeLabel(time), 's', times, LOG_BEYOND),
    series,
    rules: limits.flatMap(({ rules }) => rules),
    table: scenarioTable(assessment, answers),
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
  return { assessed, price, time, kind: shown };
}

/** @param count Number of scenarios. With many, the legend names none: each point has its name beside it. */
function seriesOf(
  assessment: Assessment,
  placed: Placed,
  time: TimeObjective,
  count: number,
): Series {
  const { assessed } = placed;
  return {
    id: `scenario/${assessed.spec.name}`,
    label: count > MOST_IN_LEGEND ? undefined : scenarioName(assessed),
    kind: 'points',
    colour: scenarioColour(assessment, assessed),
    points: [pointOf(placed, time)],
  };
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
    says: scenarioLines(assessed, shown),
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

function titleOf({ kind }: TradeOffAxis, time: string): string {
  return kind === 'cost' ? t`Cost against ${time}` : t`Nodes against ${time}`;
}

function timeLabel(time: TimeObjective): string {
  const name = nameOfKind(time);
  return partsOf(time).percentile === undefined ? t`mean ${name} (s)` : `${name} (s)`;
}

function highestOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
