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
  const byPath = observationsByPath(engine);
  const cited = new Set<Placed>();
  for (const figure of figures) {
    for (const path of figure ? itemsBehind(figure) : NONE) {
      const placed = byPath.get(path);
      if (placed) cited.add(placed);
    }
  }
  return [...cited].sort((a, b) => a.place - b.place).map(({ assessed }) => assessed);
}

const NONE: ReadonlySet<KeyPath> = new Set();

/** Items of lists that a figure cites. Kept with each figure, since formulas share their inputs. */
const itemsBehind = memoize(({ derivation, provenance }: Figure): ReadonlySet<KeyPath> => {
  // decisions of the plan are based on no observation
  if (provenance.known === 'stated') return NONE;
  if (derivation.kind === 'stated') return new Set([itemOf(derivation.path)]);
  if (derivation.kind !== 'formula') return NONE;
  const sets = new Set(Object.values(derivation.inputs).map(itemsBehind));
  sets.delete(NONE);
  const [first = NONE] = sets;
  return sets.size <= 1 ? first : new Set([...sets].flatMap((set) => [...set]));
});

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

/** Matches the path of an observation: an item of the list, or a run of a file that an item or the engine names. */
const OBSERVATION = /^\/[^/]*\/[^/]*\/[^/]*\/(?:\d+\/from\/\d+|from\/\d+|\d+)(?=\/|$)/;

/** Observation of a path inside it: `/engines/ollama/observations/0`. */
function itemOf(path: KeyPath): KeyPath {
  return OBSERVATION.exec(path)?.[0] ?? path;
}
