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
import { nameOfKind } from '../messages/verdicts';
import { leavesArrivalsOpen } from '../messages/measurement/arrivals';
import { loadText } from '../messages/measurement/loadText';
import { measurementCommand } from '../messages/measurement/measurementCommand';
import { anchorOf, count } from './fold';
import { figureText, figureWithKnown, nameOf, objectivesText } from './words';

export function nextSection(assessment: Assessment): string | undefined {
  if (assessment.plan.targets.length === 0) return undefined;
  const measurements = nextMeasurements(assessment);
  if (measurements.length === 0) return undefined;
  const texts = measurements.map((each, index) => measurementText(assessment, each, index));
  return blocks(`## ${BENCHMARKS}`, MEASURE, numbered(texts));
}

/** A preview of Markdown runs no commands, so it names them. */
const MEASURE =
  'If the server runs, *Capacity Plan: Measure…* in VS Code takes these benchmarks and writes them into the plan. In a terminal: `capacity-plan measure --url http://HOST:PORT --into PLAN`.';

const BENCHMARKS = 'Benchmarks';

/** Writes the one benchmark that would change most, with a link to how to run it. */
export function nextBenchmark(assessment: Assessment): string | undefined {
  if (assessment.plan.targets.length === 0) return undefined;
  const [first] = nextMeasurements(assessment);
  if (!first) return 'No benchmark of latency would change the decision.';
  const decides = groupDecisions(first.decides);
  const [main = ''] = decides.map(decisionText);
  const isFirstStep = leavesArrivalsOpen(assessment.plan, first);
  const verb = isFirstStep ? 'It is the first step to decide' : 'It decides';
  return [
    `Run ${whatText(assessment, first)}. ${verb} ${main}.`,
    ...(decides.length > 1
      ? [`It also decides ${count(decides.length - 1, 'other question')}.`]
      : []),
    stakeText(first),
    `[How to run it](#${anchorOf(BENCHMARKS)}).`,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function whatText(assessment: Assessment, measurement: NextMeasurement): string {
  const { engine, parallel } = measurement;
  const asked = escapeSentence(loadText(assessment.plan, measurement));
  return `${bold(`${nameOf(engine.spec)} with ${asked}`)} on one ${machineOf(measurement)} at \`parallel\` ${parallel}`;
}

function measurementText(
  assessment: Assessment,
  measurement: NextMeasurement,
  index: number,
): string {
  const what = whatText(assessment, measurement);
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
    decisions.map(({ target }) =>
      target.objectives.length === 1
        ? `${bold(nameOf(target))} (${objectivesText(target)})`
        : bold(nameOf(target)),
    ),
  );
  if (question === 'feasible') {
    const missed = worstMissed(option.verdict);
    const best = missed?.figure
      ? `. The closest known ${nameOfKind(missed.objective.kind)} is ${figureWithKnown(missed.figure)}`
      : '';
    return `if ${engine} can meet ${targets} at all${best}`;
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
    ? `if ${recommended} ${targets}`
    : `if ${nodes} on ${engine} ${meet} ${targets}`;
}

function isAbout({ provenance }: Figure): boolean {
  return provenance.caveats.includes('approximate');
}
