/** Says in sentences what the latency curves show. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import type { CurvePoint } from '../engine/curve/curve';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { curveReadings } from '../engine/explore/curveReadings';
import { isBeyondObserved } from '../engine/figure/provenance';
import { formatFigure } from '../messages/figures';
import { quote } from '../messages/findings/words';
import { describeKnown } from '../messages/provenance';
import { placeOf } from './curveSeries';
import { namesWith } from './words';

/** Says what the x axis counts. Engines of one plan may differ in it. */
export function placeWords(engines: readonly EngineAssessment[]): string {
  const follows = new Set(engines.map(({ curve }) => curve.follows));
  if (!follows.has('load')) return t`slots of a server (latencyFollows: parallel)`;
  // each clause has its own line
  return follows.size > 1
    ? t`requests in flight on a server; slots with latencyFollows: parallel`
    : t`requests in flight on a server`;
}

/** Returns sentences, the most important first. */
export function latencyWords(
  assessment: Assessment,
  engines: readonly EngineAssessment[],
): readonly (string | undefined)[] {
  const silent = assessment.engines.filter((engine) => !engines.includes(engine));
  const beyond = assessment.scenarios.filter(
    ({ latency }) => latency !== undefined && isBeyondObserved(latency.provenance),
  );
  const left = engines.length - MOST_NAMED;
  const isBounded = engines.some((engine) =>
    curveReadings(assessment, engine).some(({ latency }) => latency.bound !== 'exact'),
  );
  const [first, ...others] = engines.slice(0, MOST_NAMED).map(engineWords);
  return [
    first,
    beyond.length > 0
      ? namesWith(
          beyond,
          (names) => t`${names} lies outside what was observed.`,
          (names) => t`${names} lie outside what was observed.`,
        )
      : undefined,
    ...others,
    left > 0 ? t`The table has ${left} more.` : undefined,
    isBounded ? t`If only a bound is known, the line is that bound.` : undefined,
    silent.length > 0 ? silentWords(silent) : undefined,
  ];
}

const MOST_NAMED = 4;

/** Returns `ollama takes 1 s (estimate) with 1 slot and 2.7 s (measured) with 8 slots.` */
function engineWords({ spec: engine, curve }: EngineAssessment): string {
  const [first] = curve.points;
  const last = curve.points.at(-1);
  if (!first || !last) return '';
  const at = (point: CurvePoint): string =>
    t`${formatFigure(point.latency)} (${describeKnown(point.latency)}) with ${placeOf(curve.follows, point.at)}`;
  const name = quote(engine.name);
  return first === last
    ? t`${name} takes ${at(first)}.`
    : t`${name} takes ${at(first)} and ${at(last)}.`;
}

function silentWords(engines: readonly EngineAssessment[]): string {
  const [first] = engines;
  return engines.length === 1 && first
    ? t`${quote(first.spec.name)} has no observation of a latency at a known load, and no line.`
    : t`${engines.length} engines have no observation of a latency at a known load, and no line.`;
}
