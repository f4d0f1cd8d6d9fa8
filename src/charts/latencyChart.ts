/** Latency curves: a line for each engine, what it was observed by, and where the scenarios stand on it. */
import type { Assessment } from '../engine/assess/assessment';
import { axisFor, valuesOnX, valuesOnY } from './axes';
import { bandWords } from './bandWords';
import type { Chart, Series } from './chart';
import { curveSeries } from './curveSeries';
import { latencyTable } from './latencyTable';
import { latencyWords, placeWords } from './latencyWords';
import { latencyLimits, excludedLimitsWords } from './limits';
import { observationSeries } from './observationSeries';
import { operatingSeries } from './operatingSeries';
import { sentences } from './words';

/** Undefined where no engine has a latency at a known place. */
export function drawLatency(assessment: Assessment): Chart | undefined {
  const engines = assessment.engines.filter(({ curve }) => curve.points.length > 0);
  if (engines.length === 0) return undefined;
  const drawn: readonly Series[] = [
    ...engines.flatMap((engine) => curveSeries(assessment, engine)),
    // What was observed is on top: many a scenario stands exactly where it was.
    ...engines.flatMap((engine) => operatingSeries(assessment, engine)),
    ...engines.flatMap((engine) => observationSeries(assessment, engine)),
  ];
  const latencies = valuesOnY(drawn);
  const highest = latencies.reduce((a, b) => Math.max(a, b), 0);
  const limits = latencyLimits(assessment.plan, highest);
  return {
    id: 'latency',
    title: 'Latency curves',
    conclusion: sentences(
      latencyWords(assessment, engines),
      bandWords(drawn),
      excludedLimitsWords(limits),
    ),
    x: axisFor(placeWords(engines), 'requests/server', valuesOnX(drawn), WIDE),
    y: axisFor('mean latency (s)', 's', latencies, TALL),
    series: drawn,
    rules: limits.rules,
    table: latencyTable(assessment, engines),
  };
}

/** Times the smallest, beyond which an axis begins logarithmic. */
const WIDE = 20;
const TALL = 50;
