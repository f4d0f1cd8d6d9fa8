/** Writes names and figures of a plan as Markdown. */
import { t } from '@vscode/l10n';
import { limitingTimeOf } from '../engine/assess/limitingTime';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { Figure } from '../engine/figure/figure';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import type { Engine, Objective, Observation, Scenario, Source, Target } from '../engine/plan/plan';
import type { Option } from '../engine/recommend/recommendation';
import { memoize } from '../engine/util/cache';
import {
  formatAgainstLimits,
  formatValueAgainstLimits,
  limitsOn,
} from '../messages/formatAgainstLimits';
import { bold, escapeMarkdown, escapeSentence } from '../messages/markdown';
import { describeKnown } from '../messages/provenance';
import { describeObjective, titleOfTime } from '../messages/verdicts';

/** @param limits Limits of the figure: its digits tell it from them. */
export function figureText(figure: Figure | undefined, limits: readonly Objective[] = []): string {
  if (!figure) return '–';
  return escapeSentence(formatAgainstLimits(figure, limits));
}

/** Writes a figure without the unit if the head of a column has it: `500`, `at most 27`, `$21.9k`. */
export function countText(figure: Figure | undefined, limits: readonly Objective[] = []): string {
  if (!figure) return '–';
  return escapeSentence(formatValueAgainstLimits(figure, limits));
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
  return isShared && number !== undefined ? t`${title} (no. ${number} of the list)` : title;
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
  const titles = TITLES[source.value];
  if (load) return titles.withLoad(figureText(load));
  return parallel ? titles.withSlots(parallel.value) : titles.bare();
}

interface Titles {
  readonly withLoad: (load: string) => string;
  readonly withSlots: (parallel: number) => string;
  readonly bare: () => string;
}

const TITLES: Readonly<Record<Source, Titles>> = {
  measured: {
    withLoad: (load) => t`measurement with ${load}`,
    withSlots: (parallel) => t`measurement at \`parallel\` ${parallel}`,
    bare: () => t`measurement`,
  },
  reported: {
    withLoad: (load) => t`reported value with ${load}`,
    withSlots: (parallel) => t`reported value at \`parallel\` ${parallel}`,
    bare: () => t`reported value`,
  },
  estimate: {
    withLoad: (load) => t`estimate with ${load}`,
    withSlots: (parallel) => t`estimate at \`parallel\` ${parallel}`,
    bare: () => t`estimate`,
  },
  guess: {
    withLoad: (load) => t`guess with ${load}`,
    withSlots: (parallel) => t`guess at \`parallel\` ${parallel}`,
    bare: () => t`guess`,
  },
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
  const budgets = limitsOn('budget', [verdict.target]);
  const name = time === 'latency' ? t`latency` : titleOfTime(time);
  const speed = figure
    ? `${name} ${figureWithKnown(figure, limitsOn(time, [verdict.target]))}`
    : t`latency unknown`;
  const size = t`${bold(nameOf(option.engine.spec))} with ${bold(figureText(nodes))} at \`parallel\` ${parallel}`;
  const named = scenario ? ofScenario(size, scenario) : size;
  const priced = cost ? t`${named} for ${bold(figureText(cost.perHour, budgets))}` : named;
  return `${priced}, ${speed}`;
}

/** Returns `20 nodes at `parallel` 50 (scenario V)`. */
export function ofScenario(size: string, scenario: Scenario): string {
  return t`${size} (scenario ${nameOf(scenario)})`;
}

/** Names the unit of the curve's axis. */
export function axisOf({ curve }: EngineAssessment): string {
  return curve.follows === 'parallel' ? t`slots of a server` : t`requests in flight on a server`;
}
