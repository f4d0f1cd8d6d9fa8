/** Writes the answer for a target, on one engine or over all, in a sentence. */
import { t } from '@vscode/l10n';
import { limitingTimeOf } from '../../engine/assess/limitingTime';
import type { Recommendation, Option } from '../../engine/recommend/recommendation';
import { NO_ANSWER } from '../../messages/answers';
import { formatFigure } from '../../messages/figures';
import { formatAgainstLimits, limitsOn } from '../../messages/formatAgainstLimits';
import { bold, escapeSentence } from '../../messages/markdown';
import { describeRuledOut } from '../../messages/memory';
import { describeOutcome, nameBefore } from '../../messages/verdicts';
import { escapeName } from '../markdown';
import { linkedTo, type Places } from '../place';

/** Writes `V with parallel 50, **20 nodes**, **$30/h**, below 1 s (meets, unverified)`. */
export function recommendationText(places: Places, recommendation: Recommendation): string {
  if (recommendation.kind === 'option') {
    const { option } = recommendation;
    return `${optionText(places, option)} (${describeOutcome(option.verdict)})`;
  }
  const { because, nearest } = recommendation;
  const none = bold(t`none`);
  const words = `${none}: ${NO_ANSWER[because]}`;
  if (!nearest) return words;
  return because === 'misses'
    ? t`${none}. Closest: ${optionText(places, nearest)}`
    : t`${words}. The cheapest that may meet it: ${optionText(places, nearest)}`;
}

function optionText(places: Places, option: Option): string {
  const { scenario, parallel, nodes, cost, slotsThatFit, verdict } = option;
  const { time, figure } = limitingTimeOf(option);
  const name = scenario
    ? t`${bold(linkedTo(places, scenario.path, escapeName(scenario.name), 'key'))} with parallel ${parallel}`
    : `parallel ${parallel}`;
  return [
    name,
    bold(escapeSentence(formatFigure(nodes))),
    cost &&
      bold(escapeSentence(formatAgainstLimits(cost.perHour, limitsOn('budget', [verdict.target])))),
    figure &&
      nameBefore(time) +
        escapeSentence(formatAgainstLimits(figure, limitsOn(time, [verdict.target]))),
    slotsThatFit && escapeSentence(describeRuledOut(slotsThatFit)),
  ]
    .filter((piece) => piece !== undefined)
    .join(', ');
}
