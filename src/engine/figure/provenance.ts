/** How well a figure is known when it rests on others: no better than the worst of them. */
import { SOURCES } from '../plan/plan';
import { isMeasured } from '../plan/sources';
import {
  REACHES,
  type Caveat,
  type Figure,
  type Known,
  type Provenance,
  type Reach,
} from './figure';

const KNOWN_BEST_FIRST: readonly Known[] = ['stated', ...SOURCES];
const NO_CAVEATS: readonly Caveat[] = [];

export const STATED: Provenance = { known: 'stated', reach: 'direct', caveats: NO_CAVEATS };

/** Rank of a degree of knowledge; 0 is the best known. */
export function rankKnown(known: Known): number {
  return KNOWN_BEST_FIRST.indexOf(known);
}

/** Tells if a figure lies beyond what was observed: at other loads, token lengths or hardware. */
export function isBeyondObserved({ reach }: Provenance): boolean {
  return rankReach(reach) >= rankReach('extrapolated');
}

/** Tells if a figure is based on nothing less certain than a measurement. */
export function isStatedOrMeasured({ known }: Provenance): boolean {
  return known === 'stated' || isMeasured(known);
}

/** 0 is what was observed itself. */
function rankReach(reach: Reach): number {
  return REACHES.indexOf(reach);
}

/** Provenance of a figure that is computed from `figures`. */
export function combineProvenance(figures: readonly Figure[]): Provenance {
  let combined = STATED;
  for (const { provenance } of figures) combined = worseOf(combined, provenance);
  return combined;
}

export function worseOf(a: Provenance, b: Provenance): Provenance {
  if (a === STATED || a === b) return b;
  if (b === STATED) return a;
  return {
    known: rankKnown(a.known) >= rankKnown(b.known) ? a.known : b.known,
    reach: rankReach(a.reach) >= rankReach(b.reach) ? a.reach : b.reach,
    caveats: mergeCaveats(a.caveats, b.caveats),
  };
}

export function withCaveats(provenance: Provenance, caveats: readonly Caveat[]): Provenance {
  if (caveats.length === 0) return provenance;
  return { ...provenance, caveats: mergeCaveats(provenance.caveats, caveats) };
}

/** Returns the figure as it counts for one that does not have the caveat, whatever its inputs have. */
export function withoutCaveat(figure: Figure, caveat: Caveat): Figure {
  const { caveats } = figure.provenance;
  if (!caveats.includes(caveat)) return figure;
  const others = caveats.filter((each) => each !== caveat);
  return { ...figure, provenance: { ...figure.provenance, caveats: others } };
}

export function withReach(provenance: Provenance, reach: Reach): Provenance {
  return rankReach(reach) > rankReach(provenance.reach) ? { ...provenance, reach } : provenance;
}

function mergeCaveats(a: readonly Caveat[], b: readonly Caveat[]): readonly Caveat[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...new Set([...a, ...b])];
}
