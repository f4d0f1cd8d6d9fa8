/** Writes the recommendation for each target, and what to measure next, in lines. */
import type { Assessment } from '../../engine/assess/assessment';
import { limitingTimeOf } from '../../engine/assess/limitingTime';
import type { Figure } from '../../engine/figure/figure';
import type { NextMeasurement } from '../../engine/recommend/nextMeasurement';
import { nextMeasurements } from '../../engine/recommend/nextMeasurements';
import { recommend } from '../../engine/recommend/recommend';
import type { Recommendation, Option } from '../../engine/recommend/recommendation';
import { NO_ANSWER } from '../../messages/answers';
import { formatFigure } from '../../messages/figures';
import { formatAgainstLimits, limitsOn } from '../../messages/formatAgainstLimits';
import { loadText } from '../../messages/measurement/loadText';
import { describeRuledOut } from '../../messages/memory';
import { describeKnown } from '../../messages/provenance';
import { describeOutcome, nameBefore } from '../../messages/verdicts';
import type { Paint } from '../paint';
import { textBlock } from './textBlock';

export function sizeAnswers(assessment: Assessment, paint: Paint): readonly string[] {
  const answers = recommend(assessment).map(
    ({ target, overall }) => `${target.name}: ${answerText(overall)}`,
  );
  const next = nextMeasurements(assessment).map(
    (measurement, index) => `${index + 1}. ${measurementText(assessment, measurement)}`,
  );
  return [...textBlock('Cheapest', answers, paint), ...textBlock('Measure next', next, paint)];
}

function measurementText({ plan }: Assessment, measurement: NextMeasurement): string {
  const { engine, parallel, decides } = measurement;
  const targets = [...new Set(decides.map(({ target }) => target.name))].join(' and ');
  return `${engine.spec.name} with ${loadText(plan, measurement)} on one server (parallel ${parallel}), for ${targets}`;
}

function answerText(recommendation: Recommendation): string {
  if (recommendation.kind === 'option') return optionText(recommendation.option);
  const { because, nearest } = recommendation;
  return sayWith(NO_ANSWER[because], nearest?.slotsThatFit);
}

function optionText(option: Option): string {
  const { engine, parallel, nodes, cost, verdict, slotsThatFit } = option;
  const { time, figure } = limitingTimeOf(option);
  const pieces = [
    `${engine.spec.name} with parallel ${parallel} on ${formatFigure(nodes)}`,
    cost && formatAgainstLimits(cost.perHour, limitsOn('budget', [verdict.target])),
    figure &&
      `${nameBefore(time)}${formatAgainstLimits(figure, limitsOn(time, [verdict.target]))} (${describeKnown(figure)})`,
    describeOutcome(verdict),
  ];
  return sayWith(pieces.filter((piece) => piece !== undefined).join(', '), slotsThatFit);
}

/** Adds the `parallel` values that memory ruled out. */
function sayWith(answer: string, slotsThatFit: Figure | undefined): string {
  return slotsThatFit ? `${answer}; ${describeRuledOut(slotsThatFit)}` : answer;
}
