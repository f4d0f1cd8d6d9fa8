/** The answer to a target in words: what meets it, or why nothing known does. */
import { formatBeside } from '../catalogue/besideLimits';
import { escapeSentence } from '../catalogue/markdown';
import { describeRuledOut, NOTHING_FITS } from '../catalogue/memory';
import { describeObjective } from '../catalogue/verdicts';
import type {
  NoRecommendation,
  ObjectiveVerdict,
  Option,
  Recommendation,
} from '../engine/assessment';
import { bindingObjective, worstMissed } from '../engine/binding';
import {
  figureText,
  figureWithKnown,
  nameOf,
  optionOnEngine,
  optionText,
  reasonsText,
} from './words';

/** The answer over all engines. */
export function answerText(recommendation: Recommendation): string {
  if (recommendation.kind === 'none') return noAnswer(recommendation, true);
  return withReasons(optionText(recommendation.option), recommendation.option);
}

/** The answer on one engine, which is named beside it. */
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
    return missed
      ? `${answer} ${nearestText(nearest, missed, namesEngine)}${ruledOut(nearest)}`
      : `${answer} The cheapest that is fast enough: ${text}.${ruledOut(nearest)}`;
  }
  return `${answer} ${withReasons(`The nearest is ${text}`, nearest)}`;
}

const NO_ANSWER: Readonly<Record<NoRecommendation, string>> = {
  misses: 'nothing that is known meets it',
  unknown: 'what is known does not decide it',
  memory: NOTHING_FITS,
  'no-workload': 'no answer, since the plan does not state its workload',
  'no-engines': 'no answer, since the plan defines no engine',
  currencies:
    'several engines meet it, but which is cheapest cannot be said: prices are missing or in several currencies',
};

function nearestText(
  { engine, parallel, cost, nodes }: Option,
  { objective, figure }: ObjectiveVerdict,
  namesEngine: boolean,
): string {
  const reached = `${objective.kind} ${figure ? figureWithKnown(figure, [objective]) : 'unknown'}`;
  const on = namesEngine ? ` on ${nameOf(engine.engine)}` : '';
  const price = cost ? ` for ${figureText(cost.perHour)}` : '';
  return `The nearest reaches ${reached},${on} with \`parallel\` ${parallel} on ${figureText(nodes)}${price}.`;
}

/** Nobody reads `meets` without hearing how well that is known. */
function withReasons(text: string, option: Option): string {
  const { verdict } = option;
  const binding = bindingObjective(verdict);
  const binds = binding?.figure
    ? ` The tightest limit is ${escapeSentence(`${describeObjective(binding.objective)}, at ${formatBeside(binding.figure, [binding.objective])}`)}.`
    : '';
  const limits = binds + ruledOut(option);
  if (verdict.verified) return `${text}. Verified by measurement.${limits}`;
  const reasons = reasonsText(verdict);
  const what = verdict.outcome === 'meets' ? 'Unverified' : 'Not decided';
  return reasons === '' ? `${text}. ${what}.${limits}` : `${text}. ${what}: ${reasons}.${limits}`;
}

/** What memory kept out of the search. */
function ruledOut({ slotsThatFit }: Option): string {
  return slotsThatFit ? ` ${escapeSentence(describeRuledOut(slotsThatFit))}.` : '';
}
