/** Writes the answers for a target, and the next measurement, as JSON. */
import type { Plan } from '../../engine/plan/plan';
import type { MeasurementDecision, NextMeasurement } from '../../engine/recommend/nextMeasurement';
import type {
  TargetRecommendation,
  Recommendation,
  Option,
} from '../../engine/recommend/recommendation';
import { arrivalsToMeasure } from '../../messages/measurement/arrivals';
import {
  measurementCommand,
  type MeasurementCommand,
} from '../../messages/measurement/measurementCommand';
import { costJson } from './costJson';
import { figureJson, figureOrNull } from './figureJson';
import { verdictJson } from './verdictJson';

export function recommendationJson({ target, overall, byEngine }: TargetRecommendation) {
  return {
    target: target.name,
    overall: answerJson(overall),
    byEngine: byEngine.map(({ engine, recommendation }) => ({
      engine: engine.spec.name,
      ...answerJson(recommendation),
    })),
  };
}

/**
 * Writes an answer as JSON. `option` meets the target. Without an option, `because` says why and `nearest` is the
 * closest one.
 */
function answerJson(recommendation: Recommendation) {
  if (recommendation.kind === 'option') {
    return { option: optionJson(recommendation.option), because: null, nearest: null };
  }
  const { because, nearest } = recommendation;
  return { option: null, because, nearest: nearest ? optionJson(nearest) : null };
}

function optionJson(option: Option) {
  const { engine, parallel, nodes, latency, load, cost, verdict, scenario, slotsThatFit } = option;
  return {
    engine: engine.spec.name,
    parallel,
    scenario: scenario?.name ?? null,
    nodes: figureJson(nodes),
    load: figureOrNull(load),
    latency: figureOrNull(latency),
    cost: costJson(cost),
    verdict: verdictJson(verdict),
    slotsThatFit: figureOrNull(slotsThatFit),
  };
}

export function measurementJson(plan: Plan, measurement: NextMeasurement) {
  const { engine, parallel, load, decides, costPerHour, valuePerMonth } = measurement;
  return {
    engine: engine.spec.name,
    parallel,
    load,
    ratePerSecond: arrivalsToMeasure(plan, measurement)?.ratePerSecond ?? null,
    costPerHour: figureOrNull(costPerHour),
    atStakePerMonth: figureOrNull(valuePerMonth),
    command: commandJson(measurementCommand(plan, measurement)),
    decides: decides.map(decisionJson),
  };
}

function commandJson({ server, runs }: MeasurementCommand) {
  return { server: server ?? null, runs };
}

function decisionJson({ target, question, scope, option }: MeasurementDecision) {
  return {
    target: target.name,
    question,
    scope,
    engine: option.engine.spec.name,
    parallel: option.parallel,
    nodes: option.nodes.value,
  };
}
