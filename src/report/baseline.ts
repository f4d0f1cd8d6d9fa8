/** Lists measurements, each checked for consistency. */
import type { Assessment } from '../engine/assess/assessment';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { observedFigure, statedFigure } from '../engine/figure/figures';
import { contradictsItself } from '../engine/observation/littlesLaw';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import { isCountAssumed, observedServersFigure } from '../engine/observation/observedServers';
import type { Engine } from '../engine/plan/plan';
import { isMeasured } from '../engine/plan/sources';
import { formulaText } from '../messages/formulas';
import { blocks, bold, bullets, escapeMarkdown, escapeSentence } from '../messages/markdown';
import { capitalise } from '../messages/sentences';
import { describeQueueDepth } from '../messages/waiting';
import { figureText, isNamed, nameOf, observationTitle } from './words';

export function baselineSection(assessment: Assessment): string {
  const measured = assessment.engines.flatMap((engine) =>
    engine.observations
      .filter(({ observation }) => isMeasured(observation.source.value))
      .map((observation) => measurementBlock(engine, observation)),
  );
  return blocks(
    '## Verified baseline',
    ...(measured.length > 0 ? measured : [nothingMeasured(assessment)]),
  );
}

function nothingMeasured({ engines }: Assessment): string {
  return engines.every(({ observations }) => observations.length === 0)
    ? 'The plan has no observation, so nothing is known of any latency.'
    : 'The plan has no measurement: every latency comes from reports, estimates or guesses.';
}

function measurementBlock(onEngine: EngineAssessment, assessed: ObservationAssessment): string {
  const { spec: engine } = onEngine;
  const { observation } = assessed;
  const title = observationTitle(onEngine, assessed);
  const lines = [
    `${bold('Configuration')}: ${configurationText(assessed, engine)}`,
    assessed.slots && `${bold('Capacity')}: ${escapeSentence(formulaText(assessed.slots))}`,
    queueLine(assessed),
    assessed.utilisation &&
      `${bold('Slot utilisation')}: ${escapeSentence(formulaText(assessed.utilisation))}`,
    throughputLine(assessed),
    assessed.latency &&
      `${bold('Latency')}: ${figureText(assessed.latency)}${waitingText(assessed)}`,
    littlesLawLine(assessed),
    observation.note && `${bold('Note')}: ${escapeMarkdown(observation.note)}`,
  ];
  return blocks(
    `### ${isNamed(observation) ? title : capitalise(title)}`,
    bullets(lines.filter((line) => line !== undefined)),
  );
}

function configurationText({ observation, load }: ObservationAssessment, spec: Engine): string {
  const { nodes, servers, parallel, users, thinkTimeSeconds, ratePerSecond, date } = observation;
  const thinkTime = users && thinkTimeSeconds.path !== undefined ? thinkTimeSeconds : undefined;
  const pieces = [
    `${nameOf(spec)} on ${figureText(
      servers || isCountAssumed(observation, spec)
        ? observedServersFigure(observation, spec)
        : statedFigure(nodes, 'nodes', 'nodes'),
    )}`,
    parallel && `\`parallel\` ${parallel.value}`,
    users && figureText(statedFigure(users, 'users', 'users')),
    thinkTime && `${figureText(statedFigure(thinkTime, 's', 'thinkTime'))} of thinking`,
    ratePerSecond && `${figureText(statedFigure(ratePerSecond, 'requests/s', 'rate'))} sent`,
    load && `${figureText(load)} on each server`,
    date && `on ${escapeMarkdown(date.value)}`,
  ];
  return pieces.filter((piece) => piece !== undefined).join(', ');
}

function queueLine(assessed: ObservationAssessment): string | undefined {
  const { inFlight, slots } = assessed;
  const queue = describeQueueDepth(assessed);
  return (
    queue &&
    `${bold('Queue depth')}: ${escapeSentence(queue)} (${figureText(inFlight)} in flight, ${figureText(slots)})`
  );
}

function waitingText({ queued }: ObservationAssessment): string {
  return queued ? ', waiting for a slot included: more requests were in flight than slots' : '';
}

function throughputLine({ observation }: ObservationAssessment): string | undefined {
  const { throughputPerSecond, source } = observation;
  if (!throughputPerSecond) return undefined;
  const stated = observedFigure(throughputPerSecond, 'requests/s', source.value);
  return `${bold('Throughput')}: ${figureText(stated)}`;
}

function littlesLawLine({
  expectedThroughput,
  throughputGap,
  observation,
}: ObservationAssessment): string | undefined {
  const { throughputPerSecond, source } = observation;
  if (!expectedThroughput) return undefined;
  const expected = `${bold('Little’s law')}: ${escapeSentence(formulaText(expectedThroughput))} expected`;
  if (!throughputGap || !throughputPerSecond) return expected;
  const stated = figureText(observedFigure(throughputPerSecond, 'requests/s', source.value));
  const verdict = contradictsItself(throughputGap)
    ? 'the figures contradict each other'
    : 'consistent';
  return `${expected}, ${stated} reported (${figureText(throughputGap)} off): ${verdict}`;
}
