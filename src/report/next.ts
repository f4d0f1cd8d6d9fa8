/** Lists the next measurements: what each decides, what it may save, and how to take it. */
import type { Assessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import type { MeasurementDecision, NextMeasurement } from '../engine/recommend/nextMeasurement';
import { nextMeasurements } from '../engine/recommend/nextMeasurements';
import { worstMissed } from '../engine/verdict/binding';
import {
  blocks,
  bold,
  escapeSentence,
  fenced,
  indented,
  numbered,
  escapeMarkdown,
  listWords,
} from '../messages/markdown';
import { leavesArrivalsOpen } from '../messages/measurement/arrivals';
import { loadText } from '../messages/measurement/loadText';
import { measurementCommand } from '../messages/measurement/measurementCommand';
import { figureText, figureWithKnown, nameOf, objectivesText } from './words';

export function nextSection(assessment: Assessment): string | undefined {
  if (assessment.plan.targets.length === 0) return undefined;
  const measurements = nextMeasurements(assessment);
  return blocks(
    '## What to measure next',
    measurements.length > 0
      ? numbered(measurements.map((each, index) => measurementText(assessment, each, index)))
      : 'No measurement of latency would settle more than is settled.',
  );
}

function measurementText(
  assessment: Assessment,
  measurement: NextMeasurement,
  index: number,
): string {
  const { engine, parallel } = measurement;
  const asked = escapeSentence(loadText(assessment.plan, measurement));
  const what = `${bold(`${nameOf(engine.spec)} with ${asked}`)} on one ${machineOf(measurement)} at \`parallel\` ${parallel}`;
  const decides = groupDecisions(measurement.decides).map(decisionText);
  const margin = `${index + 1}. `.length;
  const isFirstStep = leavesArrivalsOpen(assessment.plan, measurement);
  const verb = isFirstStep ? 'It is the first step to decide' : 'It decides';
  const decision =
    decides.length === 1
      ? `${what}. ${verb} ${decides.join('')}.`
      : [`${what}. ${verb}`, ...decides.map((each) => indented(`- ${each}`, margin))].join('\n');
  const howTo = blocks(
    isFirstStep ? SECOND_STEP : undefined,
    stakeText(measurement),
    ...commandBlocks(assessment, measurement),
  );
  return blocks(decision, indented(howTo, margin));
}

const SECOND_STEP =
  'It does not show queueing. The second step is a run with random arrivals, listed here once this one is in the plan.';

function stakeText({ valuePerMonth }: NextMeasurement): string | undefined {
  return valuePerMonth && `At stake: ${figureText(valuePerMonth)}.`;
}

/** Writes the most fitting way, and folds the others. */
function commandBlocks(
  { plan }: Assessment,
  measurement: NextMeasurement,
): readonly (string | undefined)[] {
  const { server, runs } = measurementCommand(plan, measurement);
  const [run, ...others] = runs;
  return [
    server && fenced(server, 'bash'),
    run && fenced(run.command, 'bash'),
    run && escapeSentence(run.copy),
    ...others.flatMap(({ tool, command, copy }) => [
      `<details><summary>Or with ${tool}</summary>`,
      fenced(command, 'bash'),
      escapeSentence(copy),
      '</details>',
    ]),
  ];
}

/** Names the GPU if the plan does. A server may be one of several on a node. */
function machineOf({ engine: { spec: engine } }: NextMeasurement): string {
  const { node, servers } = engine;
  const gpu = node?.gpu && node.gpus.value === 1 ? node.gpu.value : node?.name;
  const single = servers.value === 1;
  if (gpu === undefined) return single ? 'node' : 'server';
  return single ? escapeMarkdown(gpu) : `server of a node ${escapeMarkdown(gpu)}`;
}

/** Groups decisions: the same question on the same option is one question, for several targets. */
function groupDecisions(
  decisions: readonly MeasurementDecision[],
): readonly (readonly MeasurementDecision[])[] {
  const groups = new Map<string, MeasurementDecision[]>();
  for (const decision of decisions) {
    const { question, scope, option } = decision;
    const key = [question, scope, option.parallel, option.nodes.value].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), decision]);
  }
  return [...groups.values()];
}

function decisionText(decisions: readonly MeasurementDecision[]): string {
  const [first] = decisions;
  if (!first) return '';
  const { option, question, scope } = first;
  const engine = nameOf(option.engine.spec);
  const targets = listWords(
    decisions.map(({ target }) => `${bold(nameOf(target))} (${objectivesText(target)})`),
  );
  if (question === 'feasible') {
    const missed = worstMissed(option.verdict);
    const best = missed?.figure
      ? `; the nearest known is ${missed.objective.kind} ${figureWithKnown(missed.figure)}`
      : '';
    return `whether ${engine} can meet ${targets} at all${best}`;
  }
  const cost = option.cost ? ` (${figureText(option.cost.perHour)})` : '';
  const nodes = `${figureText(option.nodes)}${cost}`;
  const meet = option.nodes.value === 1 ? 'meets' : 'meet';
  // "the recommended at most 2 nodes" is not English
  const recommended =
    option.nodes.bound === 'exact' && !isAbout(option.nodes)
      ? `the recommended ${nodes} ${meet}`
      : `the recommended option, ${nodes}, meets`;
  return scope === 'overall'
    ? `whether ${recommended} ${targets}`
    : `whether ${nodes}, the best known on ${engine}, ${meet} ${targets}`;
}

function isAbout({ provenance }: Figure): boolean {
  return provenance.caveats.includes('approximate');
}
