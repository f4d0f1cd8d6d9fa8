/** What was measured, each measurement held against itself. */
import { formulaText } from '../catalogue/formulas';
import { blocks, bold, bullets, escapeMarkdown, escapeSentence } from '../catalogue/markdown';
import { capitalise } from '../catalogue/sentences';
import type { Assessment, EngineAssessment, ObservationAssessment } from '../engine/assessment';
import { observationLittlesLaw } from '../lint/rules/observationLittlesLaw';
import type { PlanDocument } from '../plan/document';
import { observedFigure, statedFigure } from '../engine/figures';
import { countText, figureText, nameOf, observationTitle } from './words';

export function baselineSection(document: PlanDocument, assessment: Assessment): string {
  const { engines } = assessment;
  const contradictions = new Set(
    observationLittlesLaw
      .find({ document, assessment }, 'warning')
      .flatMap((finding) =>
        finding.code === 'observation.littles-law' ? [finding.args.observation] : [],
      ),
  );
  const measured = engines.flatMap((engine) =>
    engine.observations
      .filter(({ observation }) => observation.source.value === 'measured')
      .map((observation) => measurementBlock(engine, observation, contradictions.has(observation))),
  );
  return blocks(
    '## Verified baseline',
    ...(measured.length > 0 ? measured : [nothingMeasured(assessment)]),
  );
}

function nothingMeasured({ engines }: Assessment): string {
  return engines.every(({ observations }) => observations.length === 0)
    ? 'The plan has no observation, so nothing is known of any latency.'
    : 'None of the observations in the plan is a measurement: every latency below rests on reports, estimates or guesses.';
}

function measurementBlock(
  { engine }: EngineAssessment,
  assessed: ObservationAssessment,
  contradicts: boolean,
): string {
  const { observation } = assessed;
  const lines = [
    `${bold('Configuration')}: ${configurationText(assessed, nameOf(engine))}`,
    assessed.slots && `${bold('Capacity')}: ${escapeSentence(formulaText(assessed.slots))}`,
    assessed.queueDepth &&
      `${bold('Queue depth')}: ${countText(assessed.queueDepth)} (${figureText(assessed.inFlight)} in flight, ${figureText(assessed.slots)})`,
    assessed.utilisation &&
      `${bold('Slot utilisation')}: ${escapeSentence(formulaText(assessed.utilisation))}`,
    throughputLine(assessed),
    assessed.latency &&
      `${bold('Latency')}: ${figureText(assessed.latency)}${waitingText(assessed)}`,
    littlesLawLine(assessed, contradicts),
    observation.note && `${bold('Note')}: ${escapeMarkdown(observation.note)}`,
  ];
  return blocks(
    `### ${capitalise(observationTitle(observation))}`,
    bullets(lines.filter((line) => line !== undefined)),
  );
}

function configurationText({ observation, load }: ObservationAssessment, engine: string): string {
  const { nodes, parallel, users, date } = observation;
  const pieces = [
    `${engine} on ${figureText(statedFigure(nodes, 'nodes', 'nodes'))}`,
    parallel && `\`parallel\` ${parallel.value}`,
    users && figureText(statedFigure(users, 'users', 'users')),
    load && `${figureText(load)} on each server`,
    date && `on ${escapeMarkdown(date.value)}`,
  ];
  return pieces.filter((piece) => piece !== undefined).join(', ');
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

function littlesLawLine(
  { expectedThroughput, throughputGap }: ObservationAssessment,
  contradicts: boolean,
): string | undefined {
  if (!expectedThroughput) return undefined;
  const expected = `${bold('Little’s law')}: ${escapeSentence(formulaText(expectedThroughput))} to be expected`;
  if (!throughputGap) return expected;
  const verdict = contradicts ? 'the figures contradict each other' : 'consistent';
  return `${expected}, ${figureText(throughputGap)} from what is stated: ${verdict}`;
}
