/** Writes names and figures of a plan as Markdown. */
import { limitingTimeOf } from '../engine/assess/limitingTime';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { Figure } from '../engine/figure/figure';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import type { Engine, Objective, Observation, Scenario, Source, Target } from '../engine/plan/plan';
import type { Option } from '../engine/recommend/recommendation';
import { memoize } from '../engine/util/cache';
import { formatFigureValue } from '../messages/figures';
import { formatAgainstLimits, limitsOn } from '../messages/formatAgainstLimits';
import { bold, escapeMarkdown, escapeSentence } from '../messages/markdown';
import { describeKnown } from '../messages/provenance';
import { describeObjective, titleOfTime } from '../messages/verdicts';

/** @param limits Limits of the figure: its digits tell it from them. */
export function figureText(figure: Figure | undefined, limits: readonly Objective[] = []): string {
  if (!figure) return '–';
  return escapeSentence(formatAgainstLimits(figure, limits));
}

/** Writes a figure without the unit if the head of a column has it: `500`, `at most 27`, `$21.9k`. */
export function countText(figure: Figure | undefined): string {
  if (!figure) return '–';
  return escapeSentence(formatFigureValue(figure));
}

export function knownText(figure: Figure | undefined): string {
  return figure ? escapeSentence(describeKnown(figure)) : '–';
}

/** Returns `1.17 s (interpolated between an estimate and a guess)`. */
export function figureWithKnown(figure: Figure, limits: readonly Objective[] = []): string {
  return `${figureText(figure, limits)} (${knownText(figure)})`;
}

export function nameOf({ name }: Engine | Scenario | Target): string {
  return escapeMarkdown(name);
}

/** Returns `V: Migrate to vLLM`. */
export function titleOf({ name, title }: Scenario): string {
  return title === undefined ? escapeMarkdown(name) : escapeMarkdown(`${name}: ${title}`);
}

/** Returns its name. Without one it is its kind and place. A shared title also has its number in the list. */
export function observationTitle(
  engine: EngineAssessment,
  observed: ObservationAssessment,
): string {
  const { name } = observed.observation;
  if (isNamed(observed.observation) && name !== undefined) return escapeMarkdown(name);
  const title = titleByPlace(observed);
  const number = numberInList(engine).get(observed);
  const isShared = (namelessByTitle(engine).get(title) ?? 0) > 1;
  return isShared && number !== undefined ? `${title} (no. ${number} of the list)` : title;
}

/** Groups nameless observations by title, once: every title depends on all the others. */
const namelessByTitle = memoize(({ observations }: EngineAssessment) => {
  const counts = new Map<string, number>();
  for (const observed of observations) {
    if (isNamed(observed.observation)) continue;
    const title = titleByPlace(observed);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return counts;
});

const numberInList = memoize(
  ({ observations }: EngineAssessment) =>
    new Map(observations.map((observed, index) => [observed, index + 1])),
);

export function isNamed({ name }: Observation): boolean {
  return name !== undefined && name.trim() !== '';
}

/** Returns `measurement with 64 in flight`, `guess at `parallel` 4`. */
function titleByPlace({ observation, load }: ObservationAssessment): string {
  const { source, parallel } = observation;
  const at = load
    ? ` with ${figureText(load)}`
    : parallel
      ? ` at \`parallel\` ${parallel.value}`
      : '';
  return `${SOURCE_NOUNS[source.value]}${at}`;
}

const SOURCE_NOUNS: Readonly<Record<Source, string>> = {
  measured: 'measurement',
  reported: 'reported value',
  estimate: 'estimate',
  guess: 'guess',
};

/** Returns `latency <1 s, budget ≤$30.00/h`. */
export function objectivesText({ objectives }: Target): string {
  return escapeSentence(objectives.map(describeObjective).join(', '));
}

/**
 * Returns `**vllm** with **20 nodes** at \`parallel\` 50 (scenario V) for **$30.00/h**, latency below 1 s
 * (reported)`.
 */
export function optionText(option: Option): string {
  const { nodes, parallel, cost, scenario, verdict } = option;
  const { time, figure } = limitingTimeOf(option);
  const named = scenario ? ` (scenario ${nameOf(scenario)})` : '';
  const budgets = limitsOn('budget', [verdict.target]);
  const price = cost ? ` for ${bold(figureText(cost.perHour, budgets))}` : '';
  const name = time === 'latency' ? 'latency' : titleOfTime(time);
  const speed = figure
    ? `, ${name} ${figureWithKnown(figure, limitsOn(time, [verdict.target]))}`
    : ', latency unknown';
  const size = `${bold(figureText(nodes))} at \`parallel\` ${parallel}`;
  return `${bold(nameOf(option.engine.spec))} with ${size}${named}${price}${speed}`;
}

/** Names the unit of the curve's axis. */
export function axisOf({ curve }: EngineAssessment): string {
  return curve.follows === 'parallel' ? 'slots of a server' : 'requests in flight on a server';
}
