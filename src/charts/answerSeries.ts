/** Draws the answers as stars: behind the point of a scenario that is one, or at a place of their own. */
import { t } from '@vscode/l10n';
import type { TimeObjective } from '../engine/plan/plan';
import { limitsOn } from '../messages/formatAgainstLimits';
import { capitalise } from '../messages/sentences';
import { titleOfTime } from '../messages/verdicts';
import { answerWords, optionName, type AnswerOption } from './answerOptions';
import type { ChartPoint, Series } from './chart';
import { hollowIf } from './hollow';
import { timeOfOption } from './optionFigures';
import { boundTag } from './tags';
import type { TradeOffAxis } from './tradeOffAxis';
import { figureLine, figureLines, nameOf } from './words';

export function answerSeries(
  answers: readonly AnswerOption[],
  axis: TradeOffAxis,
  time: TimeObjective,
): readonly Series[] {
  const points = answers.flatMap((answer) => pointOf(answer, axis, time) ?? []);
  if (points.length === 0) return [];
  return [{ id: 'answers', label: undefined, kind: 'points', colour: 'foreground', points }];
}

function pointOf(
  answer: AnswerOption,
  axis: TradeOffAxis,
  time: TimeObjective,
): ChartPoint | undefined {
  const { option } = answer;
  const price = axis.figureOf(option);
  const found = timeOfOption(answer, time);
  if (!price || !found || !Number.isFinite(price.value + found.value)) return undefined;
  const { scenario } = option;
  return {
    x: price.value,
    y: found.value,
    mark: 'star',
    ...hollowIf(!option.verdict.verified || found.bound !== 'exact'),
    // The point of a scenario has its own tag.
    ...(!scenario && { tag: boundTag(optionName(option), found) }),
    says: linesOf(answer, time),
    ...(scenario && { scenario: scenario.name }),
  };
}

function linesOf(answer: AnswerOption, time: TimeObjective): readonly string[] {
  const { option, targets } = answer;
  const words = capitalise(answerWords(answer));
  // The point of the scenario says the rest.
  if (option.scenario) return [`${words}: ${nameOf(option.scenario)}`];
  return [
    `${words}: ${optionName(option)}`,
    ...figureLines(option.nodes),
    ...figureLine(t`Cost`, option.cost?.perHour, limitsOn('budget', targets)),
    ...figureLine(titleOfTime(time), timeOfOption(answer, time), limitsOn(time, targets)),
    t`Not a scenario of the plan yet`,
  ];
}
