/** Lists the next measurements: what each decides, what it may save, and how to take it. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import type { Engine } from '../engine/plan/plan';
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
import { joinSentences } from '../messages/sentences';
import { anchorOf } from './fold';
import { figureText, figureWithKnown, nameOf, objectivesText } from './words';

export function nextSection(assessment: Assessment): string | undefined {
  if (assessment.plan.targets.length === 0) return undefined;
  const measurements = nextMeasurements(assessment);
  if (measurements.length === 0) return undefined;
  const texts = measurements.map((each, index) => measurementText(assessment, each, index));
  return blocks(`## ${benchmarksTitle()}`, measureText(), numbered(texts));
}

/** A preview of Markdown runs no commands, so it names them. */
function measureText(): string {
  return t`If the server runs, *Capacity Plan: Measure…* in VS Code takes these benchmarks and writes them into the plan. In a terminal: \`capacity-plan measure --url http://HOST:PORT --into PLAN\`.`;
}

function benchmarksTitle(): string {
  return t`Benchmarks`;
}

/** Writes the one benchmark that would change most, with a link to how to run it. */
export function nextBenchmark(assessment: Assessment): string | undefined {
  if (assessment.plan.targets.length === 0) return undefined;
  const [first] = nextMeasurements(assessment);
  if (!first) return t`No benchmark of latency would change the decision.`;
  const decides = groupDecisions(first.decides);
  const [main = ''] = decides.map(decisionText);
  const others = decides.length - 1;
  const what = whatText(assessment, first);
  return joinSentences(
    leavesArrivalsOpen(assessment.plan, first)
      ? t`Run ${what}. It is the first step to decide ${main}.`
      : t`Run ${what}. It decides ${main}.`,
    others > 0 ? othersText(others) : undefined,
    stakeText(first),
    `[${t`How to run it`}](#${anchorOf(benchmarksTitle())}).`,
  );
}

function othersText(others: number): string {
  return others === 1
    ? t`It also decides 1 other question.`
    : t`It also decides ${others} other questions.`;
}

function whatText(assessment: Assessment, measurement: NextMeasurement): string {
  const { engine, parallel } = measurement;
  const asked = escapeSentence(loadText(assessment.plan, measurement));
  return onOneMachine(bold(t`${nameOf(engine.spec)} with ${asked}`), engine.spec, parallel);
}

/** Names the GPU if the plan does. A server may be one of several on a node. */
function onOneMachine(what: string, { node, servers }: Engine, parallel: number): string {
  const gpu = node?.gpu && node.gpus.value === 1 ? node.gpu.value : node?.name;
  const isAlone = servers.value === 1;
  if (gpu === undefined) {
    return isAlone
      ? t`${what} on one node at \`parallel\` ${parallel}`
      : t`${what} on one server at \`parallel\` ${parallel}`;
  }
  const name = escapeMarkdown(gpu);
  return isAlone
    ? t`${what} on one ${name} at \`parallel\` ${parallel}`
    : t`${what} on one server of a node ${name} at \`parallel\` ${parallel}`;
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
  const decision =
    decides.length === 1
      ? decidesText(what, decides.join(''), isFirstStep)
      : [
          openingText(what, isFirstStep),
          ...decides.map((each) => indented(`- ${each}`, margin)),
        ].join('\n');
  const howTo = blocks(
    isFirstStep ? secondStep() : undefined,
    stakeText(measurement),
    ...commandBlocks(assessment, measurement),
  );
  return blocks(decision, indented(howTo, margin));
}

function decidesText(what: string, question: string, isFirstStep: boolean): string {
  return isFirstStep
    ? t`${what}. It is the first step to decide ${question}.`
    : t`${what}. It decides ${question}.`;
}

/** Opens a list of questions. */
function openingText(what: string, isFirstStep: boolean): string {
  return isFirstStep ? t`${what}. It is the first step to decide` : t`${what}. It decides`;
}

function secondStep(): string {
  return t`It does not show queueing. The second step is a run with random arrivals, listed here once this one is in the plan.`;
}

function stakeText({ valuePerMonth }: NextMeasurement): string | undefined {
  return valuePerMonth && t`At stake: ${figureText(valuePerMonth)}.`;
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
      `<details><summary>${t`Or with ${tool}`}</summary>`,
      fenced(command, 'bash'),
      escapeSentence(copy),
      '</details>',
    ]),
  ];
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
    return missed?.figure
      ? t`if ${engine} can meet ${targets} at all. The closest known ${nameOfKind(missed.objective.kind)} is ${figureWithKnown(missed.figure)}`
      : t`if ${engine} can meet ${targets} at all`;
  }
  const cost = option.cost ? ` (${figureText(option.cost.perHour)})` : '';
  const nodes = `${figureText(option.nodes)}${cost}`;
  const isOne = option.nodes.value === 1;
  if (scope !== 'overall') {
    return isOne
      ? t`if ${nodes} on ${engine} meets ${targets}`
      : t`if ${nodes} on ${engine} meet ${targets}`;
  }
  // "the recommended at most 2 nodes" is not English
  if (option.nodes.bound !== 'exact' || isAbout(option.nodes))
    return t`if the recommended option, ${nodes}, meets ${targets}`;
  return isOne
    ? t`if the recommended ${nodes} meets ${targets}`
    : t`if the recommended ${nodes} meet ${targets}`;
}

function isAbout({ provenance }: Figure): boolean {
  return provenance.caveats.includes('approximate');
}
