/** Draws the latency curve of an engine as a Mermaid chart, with latency limits as flat lines. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import { comparedTargets } from '../engine/assess/comparedTargets';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { curveSteps, type CurveStep } from '../engine/explore/series';
import { blocks, listWords } from '../messages/markdown';
import { formatSeconds } from '../messages/numbers';
import { joinSentences } from '../messages/sentences';
import { mermaidLabel } from './mermaidLabel';
import { colourName, LINE_CHART_HEAD } from './mermaidPalette';
import { axisOf, nameOf } from './words';

/** Returns undefined if no line can be drawn. */
export function latencyChart(assessment: Assessment, engine: EngineAssessment): string | undefined {
  if (engine.curve.points.length < 2) return undefined;
  const steps = curveSteps(assessment, engine, MOST_STEPS);
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || first === last) return undefined;
  const highest = Math.max(...steps.map(({ latency }) => latency.value));
  const limits = limitsNear(assessment, highest);
  const top = Math.max(highest, ...limits.map(({ seconds }) => seconds));
  const unit = top < 1 ? MILLISECONDS : SECONDS;
  const lines = [
    { name: t`latency`, values: steps.map(({ latency }) => latency.value) },
    ...limits.map(({ seconds }) => ({
      name: t`limit ${formatSeconds(seconds)}`,
      values: steps.map(() => seconds),
    })),
  ];
  const chart = [
    LINE_CHART_HEAD,
    'xychart-beta',
    `    title "${mermaidLabel(engine.spec.name)}: ${mermaidLabel(titleOf(engine))}"`,
    `    x-axis "${mermaidLabel(axisOf(engine))}" ${first.at} --> ${last.at}`,
    `    y-axis "${mermaidLabel(t`latency (${unit.name})`)}" 0 --> ${plain(top * 1.1 * unit.per)}`,
    ...lines.map(
      ({ name, values }) =>
        `    line "${mermaidLabel(name)}" [${values.map((v) => plain(v * unit.per)).join(', ')}]`,
    ),
  ];
  return blocks(['```mermaid', ...chart, '```'].join('\n'), captionOf(steps, limits));
}

function titleOf({ curve }: EngineAssessment): string {
  return curve.follows === 'parallel'
    ? t`latency by slots of a server`
    : t`latency by requests in flight on a server`;
}

const MOST_STEPS = 33;
const SECONDS = { name: 's', per: 1 } as const;
const MILLISECONDS = { name: 'ms', per: 1000 } as const;

interface Limit {
  readonly seconds: number;
  readonly targets: readonly string[];
}

/** Returns limits near the curve. Limits far above would flatten it. */
function limitsNear({ plan }: Assessment, highest: number): readonly Limit[] {
  const byLimit = new Map<number, string[]>();
  for (const target of comparedTargets(plan)) {
    for (const objective of target.objectives) {
      if (objective.kind !== 'latency' || objective.limitSeconds > highest * 3) continue;
      const names = byLimit.get(objective.limitSeconds) ?? [];
      byLimit.set(objective.limitSeconds, names);
      names.push(nameOf(target));
    }
  }
  return [...byLimit].map(([seconds, targets]) => ({ seconds, targets })).slice(0, MOST_LIMITS);
}

const MOST_LIMITS = 4;

function captionOf(steps: readonly CurveStep[], limits: readonly Limit[]): string {
  const flat = limits.map(
    ({ seconds, targets }, index) =>
      `${colourName(index + 1)} ${formatSeconds(seconds)} (${listWords(targets)})`,
  );
  const isBound = steps.some(({ latency }) => latency.bound !== 'exact');
  const line =
    flat.length === 0
      ? t`The line is the latency curve.`
      : t`The ${colourName(0)} line is the latency curve. Flat lines are limits: ${listWords(flat)}.`;
  return joinSentences(
    line,
    isBound ? t`The curve shows a bound if only that is known.` : undefined,
  );
}

/** Writes a number without an exponent, which the chart's grammar does not know. */
function plain(value: number): string {
  const digits = value.toFixed(4);
  return digits.replace(/\.?0+$/, '');
}
