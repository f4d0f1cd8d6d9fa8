/**
 * Columns of the table of scenarios: the same figures and texts in the report and in the panel. Deciding columns come
 * first, since a narrow panel shows no more.
 */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { comparedTargets } from '../engine/assess/comparedTargets';
import { limitingTime } from '../engine/assess/limitingTime';
import { bandOfTime, timeOf } from '../engine/assess/shownTime';
import type { Figure } from '../engine/figure/figure';
import type { TimeObjective } from '../engine/plan/plan';
import type { TargetVerdict } from '../engine/verdict/verdict';
import { formatFigureValue } from '../messages/figures';
import {
  formatAgainstLimits,
  formatValueAgainstLimits,
  limitsOn,
} from '../messages/formatAgainstLimits';
import { markedAnswer } from '../messages/obstacles';
import { describeBand, describeKnown } from '../messages/provenance';
import { titleOfTime } from '../messages/verdicts';
import type { TableColumn } from './table';

/** A column whose texts are plain, except for the backticks around keys of the format. */
export interface ScenarioColumn extends TableColumn {
  readonly id: ScenarioColumnId;
  readonly text: (assessed: ScenarioAssessment) => string;
  /** Figure behind the text, if the text shows one. */
  readonly figure?: (assessed: ScenarioAssessment) => Figure | undefined;
  /** Text of a known figure. */
  readonly format?: (figure: Figure) => string;
}

export type ScenarioColumnId =
  | 'scenario'
  | 'engine'
  | 'parallel'
  | 'nodes'
  | 'slots'
  | 'queueDepth'
  | 'latency'
  | 'known'
  /** Columns of verdicts, one for each compared target, in its order. Their title is the target's name. */
  | 'verdict'
  | 'perHour'
  | 'perMonth';

/** Columns whose texts are names of the plan, without words of ours. */
export const NAME_COLUMNS: ReadonlySet<ScenarioColumnId> = new Set(['scenario', 'engine']);

export function scenarioColumns(assessment: Assessment): readonly ScenarioColumn[] {
  const { plan, scenarios } = assessment;
  const targets = comparedTargets(plan);
  const queues = scenarios.some(({ queueDepth }) => (queueDepth?.value ?? 0) > 0);
  const budgets = limitsOn('budget', targets);
  const time = limitingTime(assessment);
  const limits = limitsOn(time, targets);
  return [
    wordsColumn('scenario', t`Scenario`, ({ spec: { name, title } }) =>
      title === undefined ? name : `${name}: ${title}`,
    ),
    figureColumn('nodes', t`Nodes`, (row) => row.nodes, formatFigureValue),
    figureColumn(
      'perHour',
      t`Cost`,
      (row) => row.cost?.perHour,
      (figure) => formatAgainstLimits(figure, budgets),
    ),
    figureColumn(
      'latency',
      titleOfTime(time),
      (row) => timeOf(row, time),
      (figure) => formatAgainstLimits(figure, limits),
    ),
    ...targets.map((target) =>
      wordsColumn('verdict', target.name, ({ verdictOn }) => verdictText(verdictOn(target))),
    ),
    wordsColumn('known', t`Known`, (row) => knownWithBand(row, time)),
    wordsColumn('engine', t`Engine`, ({ spec: scenario }) => scenario.engine.name),
    figureColumn('parallel', '`parallel`', (row) => row.parallel, formatFigureValue),
    figureColumn('slots', t`Slots`, (row) => row.slots, formatFigureValue),
    ...(queues
      ? [figureColumn('queueDepth', t`Waiting`, (row) => row.queueDepth, formatFigureValue)]
      : []),
    figureColumn(
      'perMonth',
      t`Per month`,
      (row) => row.cost?.perMonth,
      (figure) => formatValueAgainstLimits(figure, budgets),
    ),
  ];
}

/** Text for an unknown figure. */
export const NOTHING = '–';

export function verdictText(verdict: TargetVerdict | undefined): string {
  return verdict ? markedAnswer(verdict) : NOTHING;
}

function knownWithBand(assessed: ScenarioAssessment, time: TimeObjective): string {
  const figure = timeOf(assessed, time);
  if (!figure) return NOTHING;
  const band = bandOfTime(assessed, time);
  const known = describeKnown(figure);
  return band ? `${known}; ${describeBand(band)}` : known;
}

function wordsColumn(
  id: ScenarioColumnId,
  title: string,
  text: ScenarioColumn['text'],
): ScenarioColumn {
  return { id, title, align: 'left', text };
}

function figureColumn(
  id: ScenarioColumnId,
  title: string,
  figure: (assessed: ScenarioAssessment) => Figure | undefined,
  format: (figure: Figure) => string,
): ScenarioColumn {
  const text = (assessed: ScenarioAssessment): string => {
    const found = figure(assessed);
    return found ? format(found) : NOTHING;
  };
  return { id, title, align: 'right', text, figure, format };
}
