/** Creates figures: from what the plan states, from constants, and from other figures by a formula. */
import type { Bound, Reading, Source, Stated } from '../plan/plan';
import type { Figure, InputsOf, Provenance, Unit } from './figure';
import type { FormulaCode } from './formulas';
import { combineProvenance, STATED, withCaveats } from './provenance';

const APPROXIMATELY_STATED: Provenance = {
  known: 'stated',
  reach: 'direct',
  caveats: ['approximate'],
};

/** Creates a figure that the plan decides: users, slots, a price. `key` names the field whose default counts. */
export function statedFigure(stated: Stated<number>, unit: Unit, key: string): Figure {
  return {
    value: stated.value,
    unit,
    bound: 'exact',
    provenance: stated.approximate ? APPROXIMATELY_STATED : STATED,
    derivation:
      stated.path === undefined ? { kind: 'default', key } : { kind: 'stated', path: stated.path },
  };
}

/** Creates a figure that an observation states. It is as well known as its source. */
export function observedFigure(
  reading: Stated<number> | Reading,
  unit: Unit,
  source: Source,
): Figure {
  const provenance: Provenance = { known: source, reach: 'direct', caveats: [] };
  return {
    value: reading.value,
    unit,
    bound: 'bound' in reading ? reading.bound : 'exact',
    provenance: reading.approximate ? withCaveats(provenance, ['approximate']) : provenance,
    derivation:
      reading.path === undefined
        ? { kind: 'default', key: 'observation' }
        : { kind: 'stated', path: reading.path },
  };
}

/** Creates a number that is the same for every plan: hours in a month. */
export function constantFigure(value: number, unit: Unit): Figure {
  return { value, unit, bound: 'exact', provenance: STATED, derivation: { kind: 'constant' } };
}

/** Creates a number from the catalog of GPUs or of models, as reported by their makers. */
export function catalogFigure(value: number, unit: Unit, entry: string): Figure {
  return {
    value,
    unit,
    bound: 'exact',
    provenance: { known: 'reported', reach: 'direct', caveats: [] },
    derivation: { kind: 'catalog', entry },
  };
}

/** Creates the default that counts if the plan does not state `key`. */
export function defaultFigure(value: number, unit: Unit, key: string): Figure {
  return statedFigure({ value, path: undefined }, unit, key);
}

/**
 * Creates a figure computed from others. It is as well known as the worst of its inputs, unless `provenance` is given.
 * `bound` is the relation of the result to the true value. The caller passes it, since only the caller knows in which
 * direction each input moves the result.
 */
export function deriveFigure<Code extends FormulaCode>(
  formula: Code,
  value: number,
  unit: Unit,
  inputs: InputsOf<Code>,
  bound: Bound = 'exact',
  provenance: Provenance = combineProvenance(Object.values(inputs)),
): Figure {
  return { value, unit, bound, provenance, derivation: { kind: 'formula', formula, inputs } };
}
