/** Writes a figure as JSON, with everything that it was computed from. */
import { describeKnown } from '../../messages/provenance';
import { formatFigure } from '../../messages/figures';
import { formulaText } from '../../messages/formulas';
import type { Figure, Unit } from '../../engine/figure/figure';
import type { Bound } from '../../engine/plan/plan';

/** A number that goes into a formula. */
export interface InputJson {
  readonly value: number;
  /** Unit such as `s`, `nodes`, `requests/s`, or for money `USD/hour`, `USD/1000-requests`. */
  readonly unit: string;
  readonly bound: Bound;
  readonly derivation: DerivationJson;
}

export interface FigureJson extends InputJson {
  /** Text such as `at most 27 nodes`. */
  readonly text: string;
  readonly provenance: {
    readonly known: string;
    readonly reach: string;
    readonly caveats: readonly string[];
    readonly text: string;
  };
}

export type DerivationJson =
  | { readonly kind: 'stated'; readonly path: string }
  | { readonly kind: 'default'; readonly key: string }
  | { readonly kind: 'constant' }
  | { readonly kind: 'catalog'; readonly entry: string }
  | {
      readonly kind: 'formula';
      readonly formula: string;
      /** Text such as `1,000 users / 8 slots = 125 nodes`. */
      readonly text: string;
      readonly inputs: Readonly<Record<string, InputJson>>;
    };

export function figureJson(figure: Figure): FigureJson {
  const { value, unit, bound, derivation } = inputJson(figure);
  const provenance = { ...figure.provenance, text: describeKnown(figure) };
  return { value, unit, bound, text: formatFigure(figure), provenance, derivation };
}

export function figureOrNull(figure: Figure | undefined): FigureJson | null {
  return figure ? figureJson(figure) : null;
}

function inputJson(figure: Figure): InputJson {
  const { value, unit, bound } = figure;
  return { value, unit: unitJson(unit), bound, derivation: derivationJson(figure) };
}

function derivationJson(figure: Figure): DerivationJson {
  const { derivation } = figure;
  if (derivation.kind !== 'formula') return derivation;
  const inputs = Object.entries(derivation.inputs).map(
    ([name, input]) => [name, inputJson(input)] as const,
  );
  return {
    kind: 'formula',
    formula: derivation.formula,
    text: formulaText(figure),
    inputs: Object.fromEntries(inputs),
  };
}

function unitJson(unit: Unit): string {
  return typeof unit === 'object' ? `${unit.currency}/${unit.per}` : unit;
}
