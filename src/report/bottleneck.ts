/** Shows where the time goes: how the latency of each engine follows its load, and the cost of that. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import { WAITS_NONE, type CurvePoint } from '../engine/curve/curve';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import { mayHaveQueued } from '../engine/observation/observedArrivals';
import { isMeasured } from '../engine/plan/sources';
import { clearlyLess } from '../engine/util/rounding';
import { blocks, bold, escapeSentence, table } from '../messages/markdown';
import { capitalise, listOf } from '../messages/sentences';
import type { Illustrations } from './illustrations';
import { latencyChart } from './latencyChart';
import { tradeOffTable } from './tradeOffTable';
import { axisOf, figureText, figureWithKnown, knownText, nameOf, observationTitle } from './words';

export function bottleneckSection(
  assessment: Assessment,
  { mermaid, images }: Illustrations,
): string | undefined {
  if (assessment.engines.length === 0) return undefined;
  const parts = assessment.engines.map((engine) => engineBlock(assessment, engine, mermaid));
  return blocks(`## ${t`The bottleneck: latency`}`, images('latency'), ...parts);
}

function engineBlock(assessment: Assessment, engine: EngineAssessment, mermaid: boolean): string {
  return blocks(
    `### ${nameOf(engine.spec)}`,
    proseOf(engine),
    observationTable(engine),
    mermaid ? latencyChart(assessment, engine) : undefined,
    tradeOffTable(assessment, engine),
  );
}

function proseOf(engine: EngineAssessment): string {
  const { points } = engine.curve;
  if (points.length === 0) return t`No observation tells its latency at a known load.`;
  return [...withoutQueue(engine), ...trendOf(engine, points)].join(' ');
}

/** Says how much latency is work. Without queueing it is all work; with random arrivals part of it may be waiting. */
function withoutQueue(engine: EngineAssessment): readonly string[] {
  const fitting = engine.observations.filter(
    ({ observation, queueDepth, latency }) =>
      isMeasured(observation.source.value) && latency && queueDepth?.value === 0,
  );
  const byChance = fitting.filter(mayHaveQueued);
  const plain = fitting.filter((each) => !mayHaveQueued(each));
  const each = plain.map(
    (observed) => t`${figureText(observed.latency)} in ${bold(observationTitle(engine, observed))}`,
  );
  const work = t`Without queueing, an answer took ${listOf(each, 'and', MOST_RUNS)}.`;
  const chance = byChance.map((observed) => chanceWords(engine, observed));
  return [...(plain.length > 0 ? [work] : []), ...chance];
}

const MOST_RUNS = 2;

function chanceWords(engine: EngineAssessment, observed: ObservationAssessment): string {
  const { latency, utilisation, observation } = observed;
  const name = bold(observationTitle(engine, observed));
  const time = figureText(latency);
  // a throughput alone does not tell how its requests arrived
  const took =
    observation.users || observation.ratePerSecond
      ? t`In ${name} an answer took ${time}, with requests that came at random`
      : t`In ${name} an answer took ${time}, with requests that may have come at random`;
  const busy = utilisation && t`${figureText(utilisation)} of the slots busy on average`;
  const isBusy = utilisation && utilisation.value > WAITS_NONE;
  const waited = isBusy ? t`some of it may be queueing` : t`next to none of it is queueing`;
  return `${took}${busy ? `, ${busy}` : ''}: ${waited}.`;
}

function trendOf(engine: EngineAssessment, points: readonly CurvePoint[]): readonly string[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || first === last) return [onePoint(engine)];
  const both = [first.latency, last.latency];
  if (both.some(({ bound }) => bound !== 'exact')) return [];
  if (!clearlyLess(first.latency.value, last.latency.value)) return [];
  const [low, high] = [figureWithKnown(first.latency), figureWithKnown(last.latency)];
  return engine.curve.follows === 'parallel'
    ? [
        t`Latency rises with the slots of a server: ${low} at ${place(first)}, ${high} at ${place(last)}.`,
        t`Fewer slots per server make each answer faster, and need more nodes. More nodes at the same \`parallel\` do not make it faster.`,
      ]
    : [
        t`Latency rises with the requests in flight on a server: ${low} at ${place(first)}, ${high} at ${place(last)}.`,
        t`Fewer requests in flight on a server make each answer faster, and need more nodes.`,
      ];
}

function onePoint({ curve }: EngineAssessment): string {
  return curve.follows === 'parallel'
    ? t`Only one point of its latency is known. Nothing shows how it changes with the slots of a server.`
    : t`Only one point of its latency is known. Nothing shows how it changes with the requests in flight on a server.`;
}

function observationTable(engine: EngineAssessment): string | undefined {
  const axis = axisOf(engine);
  return table<CurvePoint>(
    [
      { title: capitalise(axis), align: 'right', cell: place },
      { title: t`Latency`, align: 'right', cell: ({ latency }) => figureText(latency) },
      { title: t`Source`, cell: ({ latency }) => knownText(latency) },
      { title: t`Taken with`, cell: takenWith },
      { title: t`Observation`, cell: ({ observations }) => namesOf(engine, observations) },
    ],
    engine.curve.points,
  );
}

function takenWith({ observations }: CurvePoint): string {
  const loads = observations.flatMap(({ load }) => (load ? [t`${figureText(load)} a server`] : []));
  return [...new Set(loads)].join(', ') || '–';
}

function namesOf(engine: EngineAssessment, observations: readonly ObservationAssessment[]): string {
  return observations.map((observed) => observationTitle(engine, observed)).join(', ');
}

function place({ at }: CurvePoint): string {
  return escapeSentence(formatPlace(at));
}

function formatPlace(at: number): string {
  return Number.isInteger(at) ? String(at) : String(Number(at.toFixed(2)));
}
