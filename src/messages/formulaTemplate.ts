/** Text of a formula, with places for its inputs. */
import type { Figure, FormulaInputs } from '../engine/figure/figure';

export type Template = (inputs: FormulaInputs, result: Figure) => string;
