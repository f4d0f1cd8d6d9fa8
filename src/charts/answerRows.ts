/** Adds the answers to a table of scenarios: a badge on the scenario that is one, or a row of their own. */
import type { Assessment } from '../engine/assess/assessment';
import { comparedTargets } from '../engine/assess/comparedTargets';
import { limitingTime } from '../engine/assess/limitingTime';
import type { Figure } from '../engine/figure/figure';
import { constantFigure } from '../engine/figure/figures';
import type { TimeObjective } from '../engine/plan/plan';
import { capitalise } from '../messages/sentences';
import { describeKnown } from '../messages/provenance';
import { answerWords, optionName, type AnswerOption } from './answerOptions';
import { cellOf } from './numberCell';
import { timeOfOption } from './optionFigures';
import { NOTHING, verdictText, type ScenarioColumn } from './scenarioColumns';
import type { TableCell, TableRow } from './table';
import { nameOf } from './words';

/** @param columns Columns of the rows. */
export function withAnswers(
  rows: readonly TableRow[],
  columns: readonly ScenarioColumn[],
  answers: readonly AnswerOption[],
  assessment: Assessment,
): readonly TableRow[] {
  const badges = new Map(
    answers.map((answer) => [answer.option.scenario?.name, answerWords(answer)]),
  );
  return [
    ...rows.map((row) => {
      const badge = row.scenario === undefined ? undefined : badges.get(row.scenario);
      return badge === undefined ? row : { ...row, badge };
    }),
    ...answers
      .filter(({ option }) => !option.scenario)
      .map((answer) => rowOf(answer, columns, assessment)),
  ];
}

function rowOf(
  answer: AnswerOption,
  columns: readonly ScenarioColumn[],
  assessment: Assessment,
): TableRow {
  const time = limitingTime(assessment);
  const targets = comparedTargets(assessment.plan);
  const verdicts = columns.filter(({ id }) => id === 'verdict');
  return {
    cells: columns.map((column): TableCell => {
      const figure = figureOf(column, answer, time);
      if (figure && column.format) return cellOf(figure, column.format(figure));
      if (column.id !== 'verdict') return { text: wordsOf(column, answer, time) };
      const target = targets[verdicts.indexOf(column)];
      return { text: verdictText(target && answer.option.verdictOn(target)) };
    }),
    add: answer.targets[0]?.name ?? '',
  };
}

function figureOf(
  { id }: ScenarioColumn,
  answer: AnswerOption,
  time: TimeObjective,
): Figure | undefined {
  const { nodes, cost, parallel } = answer.option;
  switch (id) {
    case 'nodes':
      return nodes;
    case 'perHour':
      return cost?.perHour;
    case 'perMonth':
      return cost?.perMonth;
    case 'latency':
      return timeOfOption(answer, time);
    case 'parallel':
      return constantFigure(parallel, 'slots/server');
    default:
      return undefined;
  }
}

function wordsOf({ id }: ScenarioColumn, answer: AnswerOption, time: TimeObjective): string {
  const { option } = answer;
  switch (id) {
    case 'scenario':
      return `${capitalise(answerWords(answer))}: ${optionName(option)}`;
    case 'engine':
      return nameOf(option.engine.spec);
    case 'known': {
      const figure = timeOfOption(answer, time);
      return figure ? describeKnown(figure) : NOTHING;
    }
    default:
      return NOTHING;
  }
}
