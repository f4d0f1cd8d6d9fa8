/** Shows an observation: how it was taken, its consistency check, and the figures based on it. */
import { t } from '@vscode/l10n';
import { observedServers } from '../../engine/observation/observedServers';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import type { EngineAssessment } from '../../engine/curve/engineAssessment';
import { observedFigure } from '../../engine/figure/figures';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { formatFigure } from '../../messages/figures';
import { blocks, bold, escapeSentence } from '../../messages/markdown';
import { describeQueueDepth } from '../../messages/waiting';
import { dotted, escapeName, lines } from '../markdown';
import { linkedTo, type Places } from '../place';
import { sourceText } from '../sourceText';
import { boldFigure, ownFormulasBlock } from './figureText';
import { noteLines, settingLine, timesLine } from './statedLines';

export function observationCard(
  assessment: Assessment,
  observed: ObservationAssessment,
  engine: EngineAssessment,
  places: Places,
): string {
  const { observation, load, slots, utilisation } = observed;
  const { expectedThroughput, throughputGap } = observed;
  return blocks(
    lines(
      titleLine(observed, engine, places),
      settingLine(observed, engine.spec, places),
      ...noteLines(observed),
    ),
    lines(latencyLine(observed, places), timesLine(observed, places), slotsLine(observed)),
    isSetAside(observed, engine) ? setAsideWords() : undefined,
    lines(throughputLine(observed, places), usedByLine(assessment, observed, places)),
    ownFormulasBlock(places, [
      load,
      observedServers(observation, engine.spec) > 1 ? slots : undefined,
      utilisation,
      expectedThroughput,
      throughputGap,
    ]),
  );
}

function setAsideWords(): string {
  return t`It had random arrivals, and others show that some of its latency is queueing: the latency curve leaves it out. It can still prove that a target is met, or missed.`;
}

function isSetAside(observed: ObservationAssessment, { curve }: EngineAssessment): boolean {
  return curve.setAside.some(({ observations }) => observations.includes(observed));
}

function titleLine(
  { observation }: ObservationAssessment,
  { spec: engine }: EngineAssessment,
  places: Places,
): string {
  const { name, source, path, date } = observation;
  const title = name === undefined ? t`Observation` : escapeName(name);
  const of = t`of ${linkedTo(places, engine.path, escapeName(engine.name), 'key')}`;
  const known = linkedTo(places, `${path}/source`, sourceText(source.value));
  return dotted(bold(title), known, of, date && escapeName(date.value));
}

function latencyLine({ latency, load, queued }: ObservationAssessment, places: Places): string {
  return dotted(
    latency ? withWaiting(boldFigure(places, latency), queued) : t`latency unknown`,
    load && t`${bold(escapeSentence(formatFigure(load)))} on each server`,
  );
}

function withWaiting(latency: string, isQueued: boolean): string {
  return isQueued ? t`${latency} latency, waiting for a slot included` : t`${latency} latency`;
}

function slotsLine(observed: ObservationAssessment): string {
  const { slots, utilisation } = observed;
  const depth = describeQueueDepth(observed);
  const queue = depth && t`queue depth ${bold(escapeSentence(depth))}`;
  const busy =
    utilisation && t`${bold(escapeSentence(formatFigure(utilisation)))} of the slots busy`;
  return dotted(slots && bold(escapeSentence(formatFigure(slots))), queue, busy);
}

/** Compares the stated throughput with Little's law applied to users and latency. */
function throughputLine(observed: ObservationAssessment, places: Places): string | undefined {
  const { expectedThroughput: expected, throughputGap: gap, observation } = observed;
  const { throughputPerSecond, source } = observation;
  const stated =
    throughputPerSecond &&
    boldFigure(places, observedFigure(throughputPerSecond, 'requests/s', source.value));
  if (!expected) return stated && t`${stated} served`;
  const law = bold(escapeSentence(formatFigure(expected)));
  if (!stated) return t`Little’s law check: ${law} expected`;
  if (!gap) return t`Little’s law check: ${law} expected, ${stated} reported`;
  const off = bold(escapeSentence(formatFigure(gap)));
  return t`Little’s law check: ${law} expected, ${stated} reported (${off} off)`;
}

const MOST_SCENARIOS = 8;

function usedByLine(
  { scenarios }: Assessment,
  observed: ObservationAssessment,
  places: Places,
): string {
  const used = scenarios.filter(
    (scenario) => scenario.citedObservations.includes(observed) || isShownBy(scenario, observed),
  );
  if (used.length === 0) return t`No scenario uses it.`;
  const names = used
    .slice(0, MOST_SCENARIOS)
    .map(({ spec: scenario }) =>
      bold(linkedTo(places, scenario.path, escapeName(scenario.name), 'key')),
    );
  const more = used.length > MOST_SCENARIOS ? [t`${used.length - MOST_SCENARIOS} more`] : [];
  return t`Used by ${[...names, ...more].join(', ')}`;
}

function isShownBy({ verdicts }: ScenarioAssessment, observed: ObservationAssessment): boolean {
  return verdicts.some(({ objectives }) => objectives.some(({ proof }) => proof === observed));
}
