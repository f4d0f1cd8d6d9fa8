/**
 * Shows figures of a plan with one value changed. They cite the change, so that no number links to a line that states
 * another value.
 */
import type { Figure, FormulaInputs } from './figure';
import { constantFigure, deriveFigure } from './figures';
import type { KeyPath, Stated } from '../plan/plan';

/** One value of the plan, before and after. */
export interface ChangedInput {
  readonly path: KeyPath | undefined;
  /** Field whose default counts if `path` is undefined. */
  readonly key: string;
  readonly before: number;
  readonly after: number;
  readonly step: ChangeStep;
}

type ChangeStep =
  | { readonly kind: 'scaled'; readonly factor: number }
  /** Amount added; `by` may be negative. */
  | { readonly kind: 'added'; readonly by: number };

/** Change of a stated value to `after`. */
export function changeOf(
  stated: Stated<number>,
  after: number,
  key: string,
  step: ChangeStep,
): ChangedInput {
  return { path: stated.path, key, before: stated.value, after, step };
}

/** The same figure, with a formula for every number in its derivation that differs from the plan. */
export function citeChanges(figure: Figure, changes: readonly ChangedInput[]): Figure {
  const known = new Map<Figure, Figure>();
  const cite = (current: Figure): Figure => {
    const done = known.get(current);
    if (done) return done;
    const change = changes.find((each) => isChanged(current, each));
    const cited = change ? changedFigure(current, change) : citeInputs(current, cite);
    known.set(current, cited);
    return cited;
  };
  return cite(figure);
}

function isChanged({ derivation, value }: Figure, { path, key, after }: ChangedInput): boolean {
  if (value !== after) return false;
  if (derivation.kind === 'stated') return derivation.path === path;
  return derivation.kind === 'default' && path === undefined && derivation.key === key;
}

function changedFigure(figure: Figure, { before, step }: ChangedInput): Figure {
  const stated: Figure = { ...figure, value: before };
  const { unit, bound, provenance, value } = figure;
  if (step.kind === 'scaled') {
    const inputs = { before: stated, factor: constantFigure(step.factor, 'factor') };
    return deriveFigure('change.scaled', value, unit, inputs, bound, provenance);
  }
  const inputs = { before: stated, by: constantFigure(Math.abs(step.by), unit) };
  return deriveFigure('change.added', value, unit, inputs, bound, provenance);
}

function citeInputs(figure: Figure, cite: (input: Figure) => Figure): Figure {
  const { derivation } = figure;
  if (derivation.kind !== 'formula') return figure;
  let differs = false;
  const inputs: Record<string, Figure> = {};
  for (const [name, input] of Object.entries(derivation.inputs)) {
    const cited = cite(input);
    if (cited !== input) differs = true;
    inputs[name] = cited;
  }
  if (!differs) return figure;
  return { ...figure, derivation: { ...derivation, inputs: inputs satisfies FormulaInputs } };
}
