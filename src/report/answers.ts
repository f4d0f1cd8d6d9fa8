/** Says why no known option meets a target, and which is the closest. */
import { t } from '@vscode/l10n';
import type { Option, Recommendation } from '../engine/recommend/recommendation';
import { worstMissed } from '../engine/verdict/binding';
import type { ObjectiveVerdict } from '../engine/verdict/verdict';
import { describeCheapest, NO_ANSWER } from '../messages/answers';
import { escapeSentence } from '../messages/markdown';
import { describeRuledOut } from '../messages/memory';
import { describeBinding, describeSurety } from '../messages/reasons';
import { capitalise, joinSentences } from '../messages/sentences';
import { nameOfKind } from '../messages/verdicts';
import { figureText, figureWithKnown, nameOf, optionText } from './words';

export function noAnswerText({
  because,
  nearest,
}: Extract<Recommendation, { readonly kind: 'none' }>): string {
  const answer = `${capitalise(NO_ANSWER[because])}.`;
  if (!nearest) return answer;
  if (because === 'misses') {
    const missed = worstMissed(nearest.verdict);
    const cheapest = capitalise(describeCheapest(nearest.verdict));
    return missed
      ? `${answer} ${nearestText(nearest, missed)}${ruledOut(nearest)}`
      : `${answer} ${cheapest}: ${optionText(nearest)}.${ruledOut(nearest)}`;
  }
  return `${answer} ${withReasons(t`The closest is ${optionText(nearest)}`, nearest)}`;
}

function nearestText(
  { engine, parallel, cost, nodes }: Option,
  { objective, figure }: ObjectiveVerdict,
): string {
  const kind = objective.kind.includes('.') ? objective.kind : nameOfKind(objective.kind);
  const reached = figure ? `${kind} ${figureWithKnown(figure, [objective])}` : t`${kind} unknown`;
  const [name, size] = [nameOf(engine.spec), figureText(nodes)];
  return cost
    ? t`The closest reaches ${reached}, on ${name} with \`parallel\` ${parallel} on ${size} for ${figureText(cost.perHour)}.`
    : t`The closest reaches ${reached}, on ${name} with \`parallel\` ${parallel} on ${size}.`;
}

/** Adds how certain the verdict is: `meets` never appears without it. */
function withReasons(text: string, option: Option): string {
  const { verdict } = option;
  const surety = joinSentences(describeSurety(verdict), describeBinding(option));
  return `${text}. ${escapeSentence(surety)}${ruledOut(option)}`;
}

/** Says which options memory excluded from the search. */
function ruledOut({ slotsThatFit }: Option): string {
  return slotsThatFit ? ` ${escapeSentence(describeRuledOut(slotsThatFit))}.` : '';
}
