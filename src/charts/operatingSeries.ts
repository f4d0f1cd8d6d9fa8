/**
 * Draws the operating points of an engine's scenarios, each in its colour. Their latency includes waiting, so it may lie
 * above the curve.
 */
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { scenariosOf } from '../engine/assess/scenariosOf';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { Figure } from '../engine/figure/figure';
import type { ChartPoint, Series } from './chart';
import { MOST_IN_LEGEND, scenarioColour } from './colours';
import { hollowIf, isHollow } from './hollow';
import { scenarioLines } from './scenarioLines';
import { tagOf } from './tags';
import { scenarioName } from './words';

export function operatingSeries(
  assessment: Assessment,
  engine: EngineAssessment,
): readonly Series[] {
  const isNamed = assessment.scenarios.length <= MOST_IN_LEGEND;
  return scenariosOf(assessment, engine).flatMap((assessed): readonly Series[] => {
    const point = pointOf(assessed);
    if (!point) return [];
    return [
      {
        id: `scenario/${assessed.spec.name}`,
        label: isNamed ? scenarioName(assessed) : undefined,
        kind: 'points',
        colour: scenarioColour(assessment, assessed),
        points: [point],
      },
    ];
  });
}

function pointOf(assessed: ScenarioAssessment): ChartPoint | undefined {
  const { latency } = assessed;
  const place = placeRead(assessed);
  if (!latency || !Number.isFinite(latency.value + place.value)) return undefined;
  const band = assessed.band;
  return {
    x: place.value,
    y: latency.value,
    ...(band ? { low: band.low.value, high: band.high.value } : {}),
    mark: 'star',
    // A point here is a latency. A certain miss does not make it better known.
    ...hollowIf(isHollow(latency)),
    tag: tagOf(assessed, latency),
    says: scenarioLines(assessed, 'latency'),
    scenario: assessed.spec.name,
  };
}

/** Returns the slots, or the requests in flight. A server works on at most as many as it has slots. */
export function placeRead({ engine, parallel, load }: ScenarioAssessment): Figure {
  if (engine.curve.follows === 'parallel' || !load) return parallel;
  return load.value < parallel.value ? load : parallel;
}
