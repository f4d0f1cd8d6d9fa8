/** Table of the months beside a chart of growth: a column for each scenario. */
import { t } from '@vscode/l10n';
import type { ScenarioGrowth } from '../engine/explore/growth';
import { loadTitle } from '../messages/loadTitle';
import type { GrowthFigures } from './growthFigures';
import { figureCell, numberCell } from './numberCell';
import { atThePeak } from './peak';
import type { Table } from './table';
import { scenarioName } from './words';

export function growthTable(drawn: readonly ScenarioGrowth[], { ofMonth }: GrowthFigures): Table {
  const longest = drawn.reduce((most, { months }) => Math.max(most, months.length), 0);
  const first = drawn[0]?.scenario.spec.workload;
  const isOneLoad = drawn.every(({ scenario }) => scenario.spec.workload === first);
  const scenarios = drawn.map(({ scenario }) => scenario);
  const right = (title: string) => ({ title, align: 'right' }) as const;
  return {
    columns: [
      right(t`Month`),
      ...(isOneLoad ? [right(atThePeak(loadTitle(drawn[0]?.months[0]?.asked), scenarios))] : []),
      ...drawn.map(({ scenario }) => right(scenarioName(scenario))),
    ],
    rows: Array.from({ length: longest }, (_, month) => {
      const asked = drawn.find(({ months }) => months[month])?.months[month]?.asked;
      return {
        cells: [
          numberCell(String(month), month),
          ...(isOneLoad ? [figureCell(asked)] : []),
          ...drawn.map(({ months }) => {
            const found = months[month];
            return figureCell(found && ofMonth(found));
          }),
        ],
      };
    }),
  };
}
