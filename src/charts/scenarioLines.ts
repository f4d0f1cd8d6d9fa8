/** What a point of a scenario says: its figures, each with how well it is known. */
import { describeBand } from '../catalogue/provenance';
import { describeOutcome } from '../catalogue/verdicts';
import { limitsOn } from '../catalogue/besideLimits';
import { OBSTACLE_WORDS } from '../catalogue/obstacles';
import type { ScenarioAssessment } from '../engine/assessment';
import { obstacleOf } from '../engine/canRun';
import { latencyBand } from '../engine/latencyBand';
import { verdictOf } from '../engine/ownVerdict';
import { figureLine, figureLines, nameOf, scenarioTitle, targetsOf } from './words';

export function scenarioLines(assessed: ScenarioAssessment): readonly string[] {
  const { scenario, nodes, cost, latency, queueDepth, verdicts } = assessed;
  const band = latencyBand(assessed);
  const targets = targetsOf(assessed);
  const obstacle = obstacleOf(assessed, verdictOf(assessed));
  return [
    scenarioTitle(assessed),
    ...figureLines(nodes),
    ...figureLine('Cost', cost?.perHour, limitsOn('budget', targets)),
    ...figureLine('Latency', latency, limitsOn('latency', targets)),
    ...(band ? [`Band: ${describeBand(band)}`] : []),
    ...((queueDepth?.value ?? 0) > 0 ? figureLine('Waiting', queueDepth) : []),
    ...verdicts
      .slice(0, MOST_VERDICTS)
      .map((verdict) => `${nameOf(verdict.target)}: ${describeOutcome(verdict)}`),
    ...(obstacle ? [OBSTACLE_WORDS[obstacle]] : []),
    `Engine: ${nameOf(scenario.engine)}`,
  ];
}

/** More would cover the chart. */
const MOST_VERDICTS = 6;
