/** Lists measurements, each checked for consistency. */
import { t } from '@vscode/l10n';
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
    `## ${t`Verified baseline`}`,
    ...(measured.length > 0 ? measured : [nothingMeasured(assessment)]),
  );
}

function nothingMeasured({ engines }: Assessment): string {
  return engines.every(({ observations }) => observations.length === 0)
    ? t`The plan has no observation, so nothing is known of any latency.`
    : t`The plan has no measurement: every latency comes from reports, estimates or guesses.`;
}

function measurementBlock(onEngine: EngineAssessment, assessed: ObservationAssessment): string {
  const { spec: engine } = onEngine;
  const { observation } = assessed;
  const title = observationTitle(onEngine, assessed);
  const lines = [
    `${bold(t`Configuration`)}: ${configurationText(assessed, engine)}`,
    assessed.slots && `${bold(t`Capacity`)}: ${escapeSentence(formulaText(assessed.slots))}`,
    queueLine(assessed),
    assessed.utilisation &&
      `${bold(t`Slot utilisation`)}: ${escapeSentence(formulaText(assessed.utilisation))}`,
    throughputLine(assessed),
    assessed.latency &&
      `${bold(t`Latency`)}: ${figureText(assessed.latency)}${waitingText(assessed)}`,
    littlesLawLine(assessed),
    observation.note && `${bold(t`Note`)}: ${escapeMarkdown(observation.note)}`,
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
    t`${nameOf(spec)} on ${figureText(
      servers || isCountAssumed(observation, spec)
        ? observedServersFigure(observation, spec)
        : statedFigure(nodes, 'nodes', 'nodes'),
    )}`,
    parallel && `\`parallel\` ${parallel.value}`,
    users && figureText(statedFigure(users, 'users', 'users')),
    thinkTime && t`${figureText(statedFigure(thinkTime, 's', 'thinkTime'))} of thinking`,
    ratePerSecond && t`${figureText(statedFigure(ratePerSecond, 'requests/s', 'rate'))} sent`,
    load && t`${figureText(load)} on each server`,
  ];
  const text = pieces.filter((piece) => piece !== undefined).join(', ');
  return date ? t`${text}, on ${escapeMarkdown(date.value)}` : text;
}

function queueLine(assessed: ObservationAssessment): string | undefined {
  const { inFlight, slots } = assessed;
  const queue = describeQueueDepth(assessed);
  return (
    queue &&
    `${bold(t`Queue depth`)}: ${t`${escapeSentence(queue)} (${figureText(inFlight)} in flight, ${figureText(slots)})`}`
  );
}

function waitingText({ queued }: ObservationAssessment): string {
  return queued
    ? `, ${t`waiting for a slot included: more requests were in flight than slots`}`
    : '';
}

function throughputLine({ observation }: ObservationAssessment): string | undefined {
  const { throughputPerSecond, source } = observation;
  if (!throughputPerSecond) return undefined;
  const stated = observedFigure(throughputPerSecond, 'requests/s', source.value);
  return `${bold(t`Throughput`)}: ${figureText(stated)}`;
}

function littlesLawLine({
  expectedThroughput,
  throughputGap,
  observation,
}: ObservationAssessment): string | undefined {
  const { throughputPerSecond, source } = observation;
  if (!expectedThroughput) return undefined;
  const formula = escapeSentence(formulaText(expectedThroughput));
  const expected = `${bold(t`Little’s law`)}: ${t`${formula} expected`}`;
  if (!throughputGap || !throughputPerSecond) return expected;
  const stated = figureText(observedFigure(throughputPerSecond, 'requests/s', source.value));
  const verdict = contradictsItself(throughputGap)
    ? t`the figures contradict each other`
    : t`consistent`;
  return `${expected}, ${t`${stated} reported (${figureText(throughputGap)} off)`}: ${verdict}`;
}
