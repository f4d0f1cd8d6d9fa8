/** Table of the doublings beside a chart by users: a row for each scenario. */
import { t } from '@vscode/l10n';
import { differentLoads, DOUBLINGS, type LoadSeries } from '../engine/explore/byUsers';
import { formatFigure } from '../messages/figures';
import { formatNumber } from '../messages/numbers';
import { figureCell } from './numberCell';
import { atThePeak } from './peak';
import type { StepFigure } from './stepFigure';
import type { Table } from './table';
import { scenarioTitle, textCell } from './words';

export function byUsersTable(drawn: readonly LoadSeries[], figureOf: StepFigure): Table {
  const loads = new Set(drawn.map(({ steps }) => stepsKey(steps)));
  const isOneLoad = loads.size === 1;
  const multiples = isOneLoad
    ? differentLoads(drawn[0]?.steps ?? [], DOUBLINGS).map(({ multiple }) => multiple)
    : DOUBLINGS;
  const scenarios = drawn.map(({ scenario }) => scenario);
  const titles = multiples.map((multiple) => {
    const asked = drawn[0]?.steps.find((step) => step.multiple === multiple)?.asked;
    return isOneLoad && asked
      ? atThePeak(formatFigure(asked), scenarios)
      : `× ${formatNumber(multiple)}`;
  });
  return {
    columns: [
      { title: t`Scenario`, align: 'left' },
      ...(isOneLoad ? [] : [{ title: atThePeak(t`Today`, scenarios), align: 'right' } as const]),
      ...titles.map((title) => ({ title, align: 'right' }) as const),
    ],
    rows: drawn.map(({ scenario, steps }) => {
      const at = (multiple: number) => steps.find((step) => step.multiple === multiple);
      return {
        cells: [
          textCell(scenarioTitle(scenario)),
          ...(isOneLoad ? [] : [figureCell(at(1)?.asked)]),
          ...multiples.map((multiple) => {
            const step = at(multiple);
            return figureCell(step && figureOf(step));
          }),
        ],
        scenario: scenario.spec.name,
      };
    }),
  };
}

function stepsKey(steps: LoadSeries['steps']): number | undefined {
  return steps.find(({ multiple }) => multiple === 1)?.asked.value;
}
