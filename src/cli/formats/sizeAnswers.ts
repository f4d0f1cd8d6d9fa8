/** The recommendation for each target and what to measure next, in lines. */
import { NO_ANSWER } from '../../catalogue/answers';
import { formatBeside, limitsOn } from '../../catalogue/besideLimits';
import { describeKnown } from '../../catalogue/provenance';
import { formatFigure } from '../../catalogue/figures';
import { describeRuledOut } from '../../catalogue/memory';
import { loadText } from '../../catalogue/measurement/loadText';
import { describeOutcome } from '../../catalogue/verdicts';
import type { Assessment, NextMeasurement, Option, Recommendation } from '../../engine/assessment';
import type { Figure } from '../../engine/figure';
import { nextMeasurements } from '../../engine/nextMeasurements';
import { recommend } from '../../engine/recommend';
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
  return `${engine.engine.name} with ${loadText(plan, measurement)} on one server (parallel ${parallel}), for ${targets}`;
}

function answerText(recommendation: Recommendation): string {
  if (recommendation.kind === 'option') return optionText(recommendation.option);
  const { because, nearest } = recommendation;
  return sayWith(NO_ANSWER[because], nearest?.slotsThatFit);
}

function optionText({
  engine,
  parallel,
  nodes,
  cost,
  latency,
  verdict,
  slotsThatFit,
}: Option): string {
  const pieces = [
    `${engine.engine.name} with parallel ${parallel} on ${formatFigure(nodes)}`,
    cost && formatBeside(cost.perHour, limitsOn('budget', [verdict.target])),
    latency &&
      `${formatBeside(latency, limitsOn('latency', [verdict.target]))} (${describeKnown(latency)})`,
    describeOutcome(verdict),
  ];
  return sayWith(pieces.filter((piece) => piece !== undefined).join(', '), slotsThatFit);
}

/** What memory kept out of the search. */
function sayWith(answer: string, slotsThatFit: Figure | undefined): string {
  return slotsThatFit ? `${answer}; ${describeRuledOut(slotsThatFit)}` : answer;
}
