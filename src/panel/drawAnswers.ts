/** Writes the answer for each target in two lines: the option, and how well it is known or why there is none. */
import type { Assessment } from '../engine/assess/assessment';
import { recommend } from '../engine/recommend/recommend';
import type {
  TargetRecommendation,
  Recommendation,
  Option,
} from '../engine/recommend/recommendation';
import { NO_ANSWER } from '../messages/answers';
import { formatFigure } from '../messages/figures';
import { formatAgainstLimits, limitsOn } from '../messages/formatAgainstLimits';
import { describeLevers } from '../messages/levers';
import { describeRuledOut } from '../messages/memory';
import { describeKnown } from '../messages/provenance';
import { describeBinding, describeSurety } from '../messages/reasons';
import { capitalise, joinSentences, sentences } from '../messages/sentences';
import { describeObjective, outcomeMark } from '../messages/verdicts';
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
    range: places.rangeOf(target.path, 'key'),
  };
}

/** `vllm · parallel 50 · 20 nodes · $30.00/h`; or that there is no answer, and why. */
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
  const latency = latencyWords(option);
  const speed = latency === undefined ? 'Latency unknown.' : `Latency ${latency}.`;
  return joinSentences(speed, describeSurety(verdict), describeBinding(option), ruledOut(option));
}

function noneDetail({ because, nearest }: Extract<Recommendation, { kind: 'none' }>): string {
  if (!nearest) return '';
  const { verdict } = nearest;
  const latency = latencyWords(nearest);
  const speed = latency === undefined ? '' : `, latency ${latency}`;
  const option = `${describeAnswer({ kind: 'option', option: nearest })}${speed}`;
  if (because !== 'misses') {
    return joinSentences(`The nearest: ${option}.`, describeSurety(verdict), ruledOut(nearest));
  }
  const missed = verdict.objectives
    .filter(({ outcome }) => outcome === 'misses')
    .map(({ objective }) => objective.kind);
  const could = [...new Set(missed.map(describeLevers))].join('; ');
  return joinSentences(
    `The nearest: ${option}.`,
    could && `What could help: ${could}.`,
    ruledOut(nearest),
  );
}

/** Writes `below 1 s (reported)`. */
function latencyWords({ latency, verdict }: Option): string | undefined {
  const limits = limitsOn('latency', [verdict.target]);
  return latency && `${formatAgainstLimits(latency, limits)} (${describeKnown(latency)})`;
}

/** Names the `parallel` values that memory ruled out. */
function ruledOut({ slotsThatFit }: Option): string {
  return slotsThatFit ? sentences(describeRuledOut(slotsThatFit)) : '';
}
