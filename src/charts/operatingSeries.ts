/**
 * Draws the operating points of an engine's scenarios. Their latency includes waiting, so it may lie above the curve.
 */
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { Figure } from '../engine/figure/figure';
import type { ChartPoint, Series } from './chart';
import { engineColour } from './colours';
import { hollowIf, isHollow } from './hollow';
import { scenarioLines } from './scenarioLines';
import { tagOf } from './tags';
import { nameOf } from './words';

export function operatingSeries(
  assessment: Assessment,
  engine: EngineAssessment,
): readonly Series[] {
  const points = assessment.scenarios
    .filter((assessed) => assessed.engine === engine)
    .flatMap((assessed) => pointOf(assessed) ?? []);
  if (points.length === 0) return [];
  return [
    {
      id: `engine/${engine.spec.name}/scenarios`,
      label: `${nameOf(engine.spec)}: scenarios`,
      kind: 'points',
      colour: engineColour(assessment, engine),
      points,
    },
  ];
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
    says: scenarioLines(assessed),
    scenario: assessed.spec.name,
  };
}

/** Returns the slots, or the requests in flight. A server works on at most as many as it has slots. */
export function placeRead({ engine, parallel, load }: ScenarioAssessment): Figure {
  if (engine.curve.follows === 'parallel' || !load) return parallel;
  return load.value < parallel.value ? load : parallel;
}
