/** Writes the answer to a target: the option that meets it, or why no known one does. */
import type { Recommendation, Option } from '../engine/recommend/recommendation';
import { worstMissed } from '../engine/verdict/binding';
import type { ObjectiveVerdict } from '../engine/verdict/verdict';
import { describeCheapest, NO_ANSWER } from '../messages/answers';
import { escapeSentence } from '../messages/markdown';
import { describeRuledOut } from '../messages/memory';
import { describeBinding, describeSurety } from '../messages/reasons';
import { capitalise, joinSentences } from '../messages/sentences';
import { figureText, figureWithKnown, nameOf, optionOnEngine, optionText } from './words';

/** Writes the answer over all engines. */
export function answerText(recommendation: Recommendation): string {
  if (recommendation.kind === 'none') return noAnswer(recommendation, true);
  return withReasons(optionText(recommendation.option), recommendation.option);
}

/** Writes the answer on one engine, whose name is beside it. */
export function answerOnEngine(recommendation: Recommendation): string {
  if (recommendation.kind === 'none') return noAnswer(recommendation, false);
  return withReasons(optionOnEngine(recommendation.option), recommendation.option);
}

function noAnswer(
  { because, nearest }: Extract<Recommendation, { readonly kind: 'none' }>,
  namesEngine: boolean,
): string {
  const answer = `${NO_ANSWER[because]}.`;
  if (!nearest) return answer;
  const text = namesEngine ? optionText(nearest) : optionOnEngine(nearest);
  if (because === 'misses') {
    const missed = worstMissed(nearest.verdict);
    const cheapest = capitalise(describeCheapest(nearest.verdict));
    return missed
      ? `${answer} ${nearestText(nearest, missed, namesEngine)}${ruledOut(nearest)}`
      : `${answer} ${cheapest}: ${text}.${ruledOut(nearest)}`;
  }
  return `${answer} ${withReasons(`The nearest is ${text}`, nearest)}`;
}

function nearestText(
  { engine, parallel, cost, nodes }: Option,
  { objective, figure }: ObjectiveVerdict,
  namesEngine: boolean,
): string {
  const reached = `${objective.kind} ${figure ? figureWithKnown(figure, [objective]) : 'unknown'}`;
  const on = namesEngine ? ` on ${nameOf(engine.spec)}` : '';
  const price = cost ? ` for ${figureText(cost.perHour)}` : '';
  return `The nearest reaches ${reached},${on} with \`parallel\` ${parallel} on ${figureText(nodes)}${price}.`;
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
