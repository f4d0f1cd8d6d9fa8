/** Figures in cards: the number, how well it is known, and how it came about. */
import { blocks, bold, escapeSentence } from '../../catalogue/markdown';
import { formatBeside } from '../../catalogue/besideLimits';
import { explainFigure, textOf, type FormulaLine } from '../../catalogue/formulas';
import type { Figure } from '../../engine/figure';
import type { Objective } from '../../engine/plan';
import { lines } from '../markdown';
import { linkedFormula, linkedTo, type Places } from '../place';

/** The number in bold; where the plan states it, it leads to that line. */
export function boldFigure(
  places: Places,
  figure: Figure,
  limits: readonly Objective[] = [],
): string {
  return bold(plainFigure(places, figure, limits));
}

/** @param limits What it is held against: its digits tell it from them. */
export function plainFigure(
  places: Places,
  figure: Figure,
  limits: readonly Objective[] = [],
): string {
  const { derivation } = figure;
  const path = derivation.kind === 'stated' ? derivation.path : undefined;
  return linkedTo(places, path, escapeSentence(formatBeside(figure, limits)));
}

/** Every formula behind the figures, each after those that it builds on. */
export function formulasBlock(
  places: Places,
  figures: readonly (Figure | undefined)[],
): string | undefined {
  return formulaLines(places, figures, (figure) => [...explainFigure(figure)].reverse());
}

/** The formula of each figure, without those of its inputs. */
export function ownFormulasBlock(
  places: Places,
  figures: readonly (Figure | undefined)[],
): string | undefined {
  return formulaLines(places, figures, (figure) => explainFigure(figure).slice(0, 1));
}

/** Each formula once, below a rule, with the numbers of the plan as links to their lines. */
function formulaLines(
  places: Places,
  figures: readonly (Figure | undefined)[],
  explain: (figure: Figure) => readonly FormulaLine[],
): string | undefined {
  const byText = new Map<string, FormulaLine>();
  for (const figure of figures) {
    if (!figure) continue;
    for (const line of explain(figure)) byText.set(textOf(line), line);
  }
  if (byText.size === 0) return undefined;
  const formulas = [...byText.values()].map((line) => linkedFormula(places, line));
  return blocks('---', lines(...formulas));
}
