/** Writes the answer for each target in two lines: the option, and how well it is known or why there is none. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import { limitingTimeOf } from '../engine/assess/limitingTime';
import type { Objective } from '../engine/plan/plan';
import { recommend } from '../engine/recommend/recommend';
import type {
  TargetRecommendation,
  Recommendation,
  Option,
} from '../engine/recommend/recommendation';
import { bindingObjective } from '../engine/verdict/binding';
import { NO_ANSWER } from '../messages/answers';
import { formatFigure } from '../messages/figures';
import { formatAgainstLimits, limitsOn } from '../messages/formatAgainstLimits';
import { describeLevers } from '../messages/levers';
import { describeRuledOut } from '../messages/memory';
import { describeKnown } from '../messages/provenance';
import { describeBinding, describeSurety } from '../messages/reasons';
import { capitalise, joinSentences, sentences } from '../messages/sentences';
import {
  describeLimit,
  describeObjective,
  outcomeMark,
  titleOfQuantity,
  titleOfTime,
} from '../messages/verdicts';
import type { Answer } from './picture';
import type { Places } from './places';

export function drawAnswers(assessment: Assessment, places: Places): readonly Answer[] {
  return recommend(assessment).map((found) => drawAnswer(found, places));
}

function drawAnswer({ target, overall }: TargetRecommendation, places: Places): Answer {
  return {
    target: target.name,
    objectives: target.objectives.map(describeObjective).join(', '),
    mark: markOf(overall),
    verified: overall.kind === 'option' && overall.option.verdict.verified,
    headline: describeAnswer(overall),
    detail: overall.kind === 'option' ? optionDetail(overall.option) : noneDetail(overall),
    scenario: overall.kind === 'option' ? overall.option.scenario?.name : undefined,
    canAdd: overall.kind === 'option' && !overall.option.scenario,
    range: places.rangeOf(target.path, 'key'),
  };
}

/** Returns `vllm · parallel 50 · 20 nodes · $30/h`; or that there is no answer, and why. */
function describeAnswer(recommendation: Recommendation): string {
  if (recommendation.kind === 'none') return capitalise(NO_ANSWER[recommendation.because]);
  const { engine, parallel, nodes, cost, verdict } = recommendation.option;
  const budgets = limitsOn('budget', [verdict.target]);
  return [
    engine.spec.name,
    `parallel ${parallel}`,
    formatFigure(nodes),
    ...(cost ? [formatAgainstLimits(cost.perHour, budgets)] : []),
  ].join(' · ');
}

function markOf(recommendation: Recommendation): Answer['mark'] {
  if (recommendation.kind === 'option') return outcomeMark(recommendation.option.verdict);
  return recommendation.because === 'misses' || recommendation.because === 'memory' ? '✗' : '?';
}

function optionDetail(option: Option): string {
  const { verdict } = option;
  const binding = bindingObjective(verdict)?.objective;
  // A limiting time is told with its limit already.
  const isTold = binding?.kind === limitingTimeOf(option).time;
  return joinSentences(
    timeWords(option, isTold ? binding : undefined),
    describeSurety(verdict),
    isTold ? undefined : describeBinding(option),
    ruledOut(option),
  );
}

function noneDetail({ because, nearest }: Extract<Recommendation, { kind: 'none' }>): string {
  if (!nearest) return '';
  const { verdict } = nearest;
  const closest = t`Closest: ${describeAnswer({ kind: 'option', option: nearest })}.`;
  const time = timeWords(nearest);
  if (because !== 'misses') {
    return joinSentences(closest, time, describeSurety(verdict), ruledOut(nearest));
  }
  const missed = verdict.objectives
    .filter(({ outcome }) => outcome === 'misses')
    .map(({ objective }) => objective.kind);
  const could = [...new Set(missed.map(describeLevers))].join('; ');
  return joinSentences(closest, time, could && t`This could help: ${could}.`, ruledOut(nearest));
}

/**
 * Returns `Latency below 1 s (reported).`, by the time that limits the target.
 * @param limiting The objective, to say its limit too: `Limiting target: TPOT 28 ms of <30 ms (interpolated).`
 */
function timeWords(option: Option, limiting?: Objective): string {
  const { verdict } = option;
  const { time: kind, figure } = limitingTimeOf(option);
  if (!figure) return t`${titleOfTime(kind)} unknown.`;
  const value = formatAgainstLimits(figure, limitsOn(kind, [verdict.target]));
  const known = describeKnown(figure);
  return limiting
    ? t`Limiting target: ${titleOfQuantity(limiting)} ${value} of ${describeLimit(limiting)} (${known}).`
    : `${titleOfTime(kind)} ${value} (${known}).`;
}

/** Names the `parallel` values that memory ruled out. */
function ruledOut({ slotsThatFit }: Option): string {
  return slotsThatFit ? sentences(describeRuledOut(slotsThatFit)) : '';
}
