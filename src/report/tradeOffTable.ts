/** Shows the trade-off of `parallel` on one engine: nodes and cost against latency. */
import { t } from '@vscode/l10n';
import { verdictText } from '../charts/scenarioColumns';
import type { Assessment } from '../engine/assess/assessment';
import { comparedTargets } from '../engine/assess/comparedTargets';
import { limitingTime } from '../engine/assess/limitingTime';
import { timeOf } from '../engine/assess/shownTime';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { tradeOffs, type TradeOff } from '../engine/explore/series';
import { limitsOn } from '../messages/formatAgainstLimits';
import { blocks, type Column } from '../messages/markdown';
import { titleOfTime } from '../messages/verdicts';
import { tables } from './tables';
import { countText, figureText, knownText, nameOf } from './words';

/** Returns undefined if there is no choice to show. */
export function tradeOffTable(
  assessment: Assessment,
  engine: EngineAssessment,
): string | undefined {
  const rows = tradeOffs(assessment).get(engine) ?? [];
  if (rows.length < 2) return undefined;
  return blocks(
    t`Trade-off of \`parallel\`, with a slot for every request in flight:`,
    tables(columnsFor(assessment), rows),
  );
}

function columnsFor(assessment: Assessment): readonly Column<TradeOff>[] {
  const targets = comparedTargets(assessment.plan);
  const time = limitingTime(assessment);
  return [
    { title: '`parallel`', align: 'right', cell: ({ parallel }) => String(parallel.value) },
    { title: t`Nodes`, align: 'right', cell: ({ nodes }) => countText(nodes) },
    {
      title: t`Cost`,
      align: 'right',
      cell: ({ cost }) => figureText(cost?.perHour, limitsOn('budget', targets)),
    },
    {
      title: titleOfTime(time),
      align: 'right',
      cell: (row) => figureText(timeOf(row, time), limitsOn(time, targets)),
    },
    { title: t`Known`, cell: (row) => knownText(timeOf(row, time)) },
    ...targets.map((target, index) => ({
      title: nameOf(target),
      cell: ({ verdicts }: TradeOff) => verdictText(verdicts[index]),
    })),
  ];
}
