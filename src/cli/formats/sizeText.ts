/** Writes nodes, cost and latency of every scenario for people at a terminal. */
import { formatAgainstLimits, limitsOn } from '../../messages/formatAgainstLimits';
import { describeKnown } from '../../messages/provenance';
import { formatFigureValue } from '../../messages/figures';
import { markedAnswer } from '../../messages/obstacles';
import { describeObjective, titleOfTime } from '../../messages/verdicts';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { comparedTargets } from '../../engine/assess/comparedTargets';
import { limitingTime } from '../../engine/assess/limitingTime';
import { timeOf } from '../../engine/assess/shownTime';
import type { Figure } from '../../engine/figure/figure';
import type { Objective } from '../../engine/plan/plan';
import { printable } from '../../messages/printable';
import type { Paint } from '../paint';
import { alignTable, type TextColumn } from './alignTable';
import { sizeAnswers } from './sizeAnswers';
import { sizeChange } from './sizeChange';
import { sizeMemory } from './sizeMemory';
import { sizeObjectives } from './sizeObjectives';

export function formatSize(assessment: Assessment, paint: Paint): string {
  const { plan, scenarios } = assessment;
  const title = plan.title === undefined ? [] : [paint(printable(plan.title), 'bold'), ''];
  const [head = '', ...rows] = alignTable(columnsFor(assessment), scenarios).map(printable);
  const table =
    scenarios.length > 0
      ? [paint(head, 'bold'), ...rows]
      : ['The plan has no scenario that could be assessed.'];
  const targets = plan.targets.map(
    ({ name, objectives }) => `${name}: ${objectives.map(describeObjective).join(', ')}`,
  );
  const limits = targets.length > 0 ? ['', printable(targets.join('; '))] : [];
  return [
    ...title,
    ...table,
    ...limits,
    ...sizeObjectives(assessment, paint),
    ...sizeMemory(assessment, paint),
    ...sizeAnswers(assessment, paint),
    ...sizeChange(assessment, paint),
    '',
  ].join('\n');
}

function columnsFor(assessment: Assessment): readonly TextColumn<ScenarioAssessment>[] {
  const { plan, scenarios } = assessment;
  const targets = comparedTargets(plan);
  const time = limitingTime(assessment);
  const queues = scenarios.some(({ queueDepth }) => (queueDepth?.value ?? 0) > 0);
  const waiting: TextColumn<ScenarioAssessment> = {
    title: 'Waiting',
    align: 'right',
    cell: ({ queueDepth }) => text(queueDepth),
  };
  return [
    { title: 'Scenario', cell: ({ spec: scenario }) => scenario.name },
    { title: 'Engine', cell: ({ spec: scenario }) => scenario.engine.name },
    { title: 'Parallel', align: 'right', cell: ({ parallel }) => String(parallel.value) },
    { title: 'Nodes', align: 'right', cell: ({ nodes }) => count(nodes) },
    { title: 'Slots', align: 'right', cell: ({ slots }) => count(slots) },
    ...(queues ? [waiting] : []),
    {
      title: 'Cost',
      align: 'right',
      cell: ({ cost }) => text(cost?.perHour, limitsOn('budget', targets)),
    },
    {
      title: titleOfTime(time),
      align: 'right',
      cell: (row) => text(timeOf(row, time), limitsOn(time, targets)),
    },
    ...targets.map((target) => ({
      title: target.name,
      cell: ({ verdictOn }: ScenarioAssessment) => markedAnswer(verdictOn(target)),
    })),
    {
      title: `${titleOfTime(time)} is`,
      cell: (row) => {
        const figure = timeOf(row, time);
        return figure ? describeKnown(figure) : '-';
      },
    },
  ];
}

function text(figure: Figure | undefined, limits: readonly Objective[] = []): string {
  return figure ? formatAgainstLimits(figure, limits) : '-';
}

function count(figure: Figure | undefined): string {
  return figure ? formatFigureValue(figure) : '-';
}
