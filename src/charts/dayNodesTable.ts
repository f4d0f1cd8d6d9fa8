/**
 * Table of the hours beside a chart of a day. Each scenario has its schedule, its fixed fleet and its autoscaled
 * fleet.
 */
import { t } from '@vscode/l10n';
import { loadTitle } from '../messages/loadTitle';
import { autoscaledNodes, type ScenarioDay } from '../engine/explore/dailyProfile';
import type { Table } from './table';
import { figureCell, numberCell } from './numberCell';
import { scenarioName } from './words';

const HOURS = 24;

export function dayNodesTable(drawn: readonly ScenarioDay[]): Table {
  const right = (title: string) => ({ title, align: 'right' }) as const;
  const first = drawn[0]?.scenario.spec.workload;
  const isOneLoad = drawn.every(({ scenario }) => scenario.spec.workload === first);
  const days = drawn.map((day) => ({ ...day, autoscaled: autoscaledNodes(day) }));
  return {
    columns: [
      right(t`Hour`),
      ...(isOneLoad ? [right(loadTitle(days[0]?.hours[0]?.asked))] : []),
      ...days.flatMap(({ scenario }) => {
        const name = scenarioName(scenario);
        return [right(name), right(t`${name} autoscaled`), right(t`${name} fixed`)];
      }),
    ],
    rows: Array.from({ length: HOURS }, (_, hour) => ({
      cells: [
        numberCell(String(hour), hour),
        ...(isOneLoad ? [figureCell(days[0]?.hours[hour]?.asked)] : []),
        ...days.flatMap(({ scenario, hours, autoscaled }) => [
          figureCell(hours[hour]?.nodes),
          figureCell(autoscaled[hour]),
          figureCell(scenario.nodes),
        ]),
      ],
    })),
  };
}
