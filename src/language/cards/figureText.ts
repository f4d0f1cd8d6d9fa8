/** Writes figures in cards: the number, how well it is known, and how it was computed. */
import { t } from '@vscode/l10n';
import { blocks, bold, escapeSentence } from '../../messages/markdown';
import { formatAgainstLimits } from '../../messages/formatAgainstLimits';
import { explainFigure, type FormulaLine } from '../../messages/formulas';
import { labelledFormulas, type LabelledFigure } from '../../messages/labelledFormulas';
import type { Figure } from '../../engine/figure/figure';
import type { Objective } from '../../engine/plan/plan';
import { lines } from '../markdown';
import { linkedFormula, linkedTo, type Places } from '../place';

/** Returns the number in bold. A number that the plan states links to its line. */
export function boldFigure(
  places: Places,
  figure: Figure,
  limits: readonly Objective[] = [],
): string {
  return bold(plainFigure(places, figure, limits));
}

/** @param limits Values that it is compared with. It gets enough digits to differ from them. */
export function plainFigure(
  places: Places,
  figure: Figure,
  limits: readonly Objective[] = [],
): string {
  const { derivation } = figure;
  const path = derivation.kind === 'stated' ? derivation.path : undefined;
  return linkedTo(places, path, escapeSentence(formatAgainstLimits(figure, limits)));
}

/** Returns every formula behind the figures, each with its title and after the formulas it builds on. */
export function formulasBlock(
  places: Places,
  figures: readonly LabelledFigure[],
): string | undefined {
  const computed = figures.filter(({ figure }) => figure?.derivation.kind === 'formula');
  return formulaLines(places, labelledFormulas(computed));
}

/** Returns the formula of each figure, without those of its inputs. */
export function ownFormulasBlock(
  places: Places,
  figures: readonly (Figure | undefined)[],
): string | undefined {
  const own = figures.flatMap((figure) => (figure ? explainFigure(figure).slice(0, 1) : []));
  return formulaLines(places, own);
}

/** Returns folded formulas, with the plan's numbers as links to their lines. */
function formulaLines(places: Places, formulas: readonly FormulaLine[]): string | undefined {
  if (formulas.length === 0) return undefined;
  return blocks(
    `<details><summary>${t`Formulas`}</summary>`,
    lines(...formulas.map((line) => linkedFormula(places, line))),
    '</details>',
  );
}
