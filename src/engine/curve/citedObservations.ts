/** Finds the observations that figures are based on, by their derivations. */
import type { Figure } from '../figure/figure';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { KeyPath } from '../plan/plan';
import { memoize } from '../util/cache';
import type { EngineAssessment } from './engineAssessment';

/** Observations of the engine that a figure, or one of its inputs, cites; in the order of the plan. */
export function citedObservations(
  engine: EngineAssessment,
  figures: readonly (Figure | undefined)[],
): readonly ObservationAssessment[] {
  const cited = new Set<Placed>();
  const seen = new Set<Figure>();
  const byPath = observationsByPath(engine);
  const follow = (figure: Figure): void => {
    const { derivation, provenance } = figure;
    // decisions of the plan are based on no observation
    if (provenance.known === 'stated' || seen.has(figure)) return;
    seen.add(figure);
    if (derivation.kind === 'formula') Object.values(derivation.inputs).forEach(follow);
    if (derivation.kind !== 'stated') return;
    const placed = byPath.get(itemOf(derivation.path));
    if (placed) cited.add(placed);
  };
  for (const figure of figures) if (figure) follow(figure);
  return [...cited].sort((a, b) => a.place - b.place).map(({ assessed }) => assessed);
}

interface Placed {
  readonly assessed: ObservationAssessment;
  /** Index in the plan's list. */
  readonly place: number;
}

const observationsByPath = memoize(
  ({ observations }: EngineAssessment): ReadonlyMap<KeyPath, Placed> =>
    new Map(
      observations.map((assessed, place) => [assessed.observation.path, { assessed, place }]),
    ),
);

const STEPS_TO_OBSERVATION = 4;

/** Observation of a path inside it: `/engines/ollama/observations/0`. */
function itemOf(path: KeyPath): KeyPath {
  let end = 0;
  for (let steps = 0; steps < STEPS_TO_OBSERVATION; steps++) {
    end = path.indexOf('/', end + 1);
    if (end < 0) return path;
  }
  return path.slice(0, end);
}
