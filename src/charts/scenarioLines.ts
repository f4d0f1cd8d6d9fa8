/** What a point of a scenario says: its figures, each with how well it is known. */
import { describeBand } from '../catalogue/figures';
import { describeOutcome } from '../catalogue/verdicts';
import type { ScenarioAssessment } from '../engine/assessment';
import { latencyBand } from '../engine/latencyBand';
import { figureLine, figureLines, nameOf, scenarioTitle } from './words';

export function scenarioLines(assessed: ScenarioAssessment): readonly string[] {
  const { scenario, nodes, cost, latency, queueDepth, verdicts } = assessed;
  const band = latencyBand(assessed);
  return [
    scenarioTitle(assessed),
    ...figureLines(nodes),
    ...figureLine('Cost', cost?.perHour),
    ...figureLine('Latency', latency),
    ...(band ? [`Band: ${describeBand(band)}`] : []),
    ...((queueDepth?.value ?? 0) > 0 ? figureLine('Waiting', queueDepth) : []),
    ...verdicts
      .slice(0, MOST_VERDICTS)
      .map((verdict) => `${nameOf(verdict.target)}: ${describeOutcome(verdict)}`),
    `Engine: ${nameOf(scenario.engine)}`,
  ];
}

/** More would cover the chart. */
const MOST_VERDICTS = 6;
