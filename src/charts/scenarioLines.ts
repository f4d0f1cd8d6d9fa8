/** Says what a point of a scenario shows: its figures, each with how well it is known. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { obstacleOf } from '../engine/assess/canRun';
import { verdictOf } from '../engine/assess/ownVerdict';
import { bandOfTime, timeOf } from '../engine/assess/shownTime';
import type { TimeObjective } from '../engine/plan/plan';
import { limitsOn } from '../messages/formatAgainstLimits';
import { OBSTACLE_WORDS } from '../messages/obstacles';
import { describeBand } from '../messages/provenance';
import { describeOutcome, titleOfTime } from '../messages/verdicts';
import { figureLine, figureLines, nameOf, scenarioTitle, targetsOf } from './words';

/** @param time Time that the chart compares scenarios by. */
export function scenarioLines(
  assessed: ScenarioAssessment,
  time: TimeObjective,
): readonly string[] {
  const { spec: scenario, nodes, cost, queueDepth, verdicts } = assessed;
  const band = bandOfTime(assessed, time);
  const targets = targetsOf(assessed);
  const obstacle = obstacleOf(assessed, verdictOf(assessed));
  return [
    scenarioTitle(assessed),
    ...figureLines(nodes),
    ...figureLine(t`Cost`, cost?.perHour, limitsOn('budget', targets)),
    ...figureLine(titleOfTime(time), timeOf(assessed, time), limitsOn(time, targets)),
    ...(band ? [t`Band: ${describeBand(band)}`] : []),
    ...((queueDepth?.value ?? 0) > 0 ? figureLine(t`Waiting`, queueDepth) : []),
    ...verdicts
      .slice(0, MOST_VERDICTS)
      .map((verdict) => `${nameOf(verdict.target)}: ${describeOutcome(verdict)}`),
    ...(obstacle ? [OBSTACLE_WORDS[obstacle]] : []),
    t`Engine: ${nameOf(scenario.engine)}`,
  ];
}

/** Number of verdicts shown: more would cover the chart. */
const MOST_VERDICTS = 6;
