/** Says in sentences what more load takes. */
import { t } from '@vscode/l10n';
import { differentLoads, type LoadSeries } from '../engine/explore/byUsers';
import { formatFigure, formatFigureValue } from '../messages/figures';
import { listWords } from '../messages/markdown';
import { atThePeak } from './peak';
import type { StepFigure } from './stepFigure';
import { listNames, sayName } from './words';

/**
 * Returns a sentence for each of the best scenarios, and one on fixed nodes.
 * @param ranked Scenarios, best first.
 */
export function byUsersWords(
  ranked: readonly LoadSeries[],
  figureOf: StepFigure,
): readonly (string | undefined)[] {
  const fixed = ranked
    .map(({ scenario }) => scenario)
    .filter(({ spec: scenario }) => scenario.nodes !== undefined);
  return [
    ...ranked.slice(0, MOST_TOLD).map((series) => loadWords(series, figureOf)),
    fixed.length > 0
      ? t`Sized anew at each load, though the plan fixes the nodes of ${listNames(fixed)}.`
      : undefined,
  ];
}

const MOST_TOLD = 2;
const TOLD = [1, 2, 8];

/** Returns `` `V`: 20 nodes for 1,000 users, 40 for 2,000 and 160 for 8,000. `` */
function loadWords({ scenario, steps }: LoadSeries, figureOf: StepFigure): string | undefined {
  const told = differentLoads(steps, TOLD).flatMap((step): readonly string[] => {
    const { multiple } = step;
    const figure = figureOf(step);
    if (!figure) return [];
    // the first step has said the unit
    const format = multiple === 1 ? formatFigure : formatFigureValue;
    const asked = format(step.asked);
    return [t`${format(figure)} for ${multiple === 1 ? atThePeak(asked, [scenario]) : asked}`];
  });
  return told.length > 0 ? `${sayName(scenario)}: ${listWords(told)}.` : undefined;
}
