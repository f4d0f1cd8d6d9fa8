/** An observation: how it was taken, what it says when checked against itself, and what leans on it. */
import { formatFigure } from '../../catalogue/figures';
import { formatNumber } from '../../catalogue/numbers';
import type { Assessment, EngineAssessment, ObservationAssessment } from '../../engine/assessment';
import { blocks, bold, dotted, escapeName, escapeWords, lines } from '../markdown';
import { linkedTo, type Places } from '../place';
import { boldFigure, formulasBlock } from './figureText';

export function observationCard(
  assessment: Assessment,
  observed: ObservationAssessment,
  engine: EngineAssessment,
  places: Places,
): string {
  const { observation, inFlight, load, slots, queueDepth, utilisation } = observed;
  const { expectedThroughput, throughputGap } = observed;
  return blocks(
    lines(titleLine(observed, engine, places), settingLine(observed)),
    lines(latencyLine(observed, places), slotsLine(observed), loadLine(observed)),
    throughputLine(observed, places),
    leaningLine(assessment, observed, places),
    formulasBlock(places, [
      inFlight,
      observation.nodes.value > 1 ? slots : undefined,
      utilisation,
      queueDepth,
      load,
      expectedThroughput,
      throughputGap,
    ]),
  );
}

function titleLine(
  { observation }: ObservationAssessment,
  { engine }: EngineAssessment,
  places: Places,
): string {
  const { name, source, path, date } = observation;
  const title = name === undefined ? 'Observation' : escapeName(name);
  const of = `of ${linkedTo(places, engine.path, escapeName(engine.name), 'key')}`;
  const known = linkedTo(places, `${path}/source`, source.value);
  return dotted(bold(title), known, of, date && escapeName(date.value));
}

/** `50 users · 10 nodes · parallel 8`. */
function settingLine({ observation }: ObservationAssessment): string {
  const { users, nodes, parallel, ratePerSecond } = observation;
  return dotted(
    users && countOf(users.value, 'user'),
    ratePerSecond && `${formatNumber(ratePerSecond.value)} requests/s sent`,
    countOf(nodes.value, 'node'),
    parallel && `parallel ${formatNumber(parallel.value)}`,
  );
}

function latencyLine({ latency, queued }: ObservationAssessment, places: Places): string {
  if (!latency) return 'Latency unknown';
  const wait = queued ? ', waiting for a slot included' : '';
  return `${boldFigure(places, latency)} latency${wait}`;
}

function slotsLine({ slots, queueDepth, utilisation }: ObservationAssessment): string {
  const queue = queueDepth && `queue depth ${bold(formatNumber(queueDepth.value))}`;
  const busy = utilisation && `${bold(escapeWords(formatFigure(utilisation)))} of the slots busy`;
  return dotted(slots && bold(escapeWords(formatFigure(slots))), queue, busy);
}

function loadLine({ load }: ObservationAssessment): string | undefined {
  return load && `${bold(escapeWords(formatFigure(load)))} on each server`;
}

/** Little's law: what users and latency imply against what was stated. */
function throughputLine(observed: ObservationAssessment, places: Places): string | undefined {
  const { expectedThroughput: expected, throughputGap: gap, observation } = observed;
  if (!expected) return undefined;
  const law = `Little’s law expects ${bold(escapeWords(formatFigure(expected)))}`;
  const stated = observation.throughputPerSecond;
  if (!gap || !stated) return law;
  const value = linkedTo(places, stated.path, `${formatNumber(stated.value)}/s`);
  return `${law}; stated are ${bold(value)}, ${bold(escapeWords(formatFigure(gap)))} apart`;
}

const MOST_SCENARIOS = 8;

function leaningLine(
  { scenarios }: Assessment,
  observed: ObservationAssessment,
  places: Places,
): string {
  const leaning = scenarios.filter(({ restsOn }) => restsOn.includes(observed));
  if (leaning.length === 0) return 'No scenario leans on it.';
  const names = leaning
    .slice(0, MOST_SCENARIOS)
    .map(({ scenario }) => bold(linkedTo(places, scenario.path, escapeName(scenario.name), 'key')));
  const more = leaning.length > MOST_SCENARIOS ? [`${leaning.length - MOST_SCENARIOS} more`] : [];
  return `What leans on it: ${[...names, ...more].join(', ')}`;
}

function countOf(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
