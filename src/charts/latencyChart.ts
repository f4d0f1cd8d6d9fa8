/** Latency curves: a line for each engine, what it was observed by, and where the scenarios stand on it. */
import type { Assessment } from '../engine/assessment';
import { axisFor, valuesOnX, valuesOnY } from './axes';
import type { Chart, Series } from './chart';
import { curveSeries } from './curveSeries';
import { latencyTable } from './latencyTable';
import { latencyWords, placeWords } from './latencyWords';
import { latencyLimits } from './limits';
import { observationSeries } from './observationSeries';
import { operatingSeries } from './operatingSeries';

/** Undefined where no engine has a latency at a known place. */
export function drawLatency(assessment: Assessment): Chart | undefined {
  const engines = assessment.engines.filter(({ curve }) => curve.points.length > 0);
  if (engines.length === 0) return undefined;
  const drawn: readonly Series[] = [
    ...engines.flatMap((engine) => curveSeries(assessment, engine)),
    ...engines.flatMap((engine) => observationSeries(assessment, engine)),
    ...engines.flatMap((engine) => operatingSeries(assessment, engine)),
  ];
  const latencies = valuesOnY(drawn);
  const highest = latencies.reduce((a, b) => Math.max(a, b), 0);
  const { rules, leftOut } = latencyLimits(assessment.plan, highest);
  const words = latencyWords(assessment, engines);
  return {
    id: 'latency',
    title: 'Latency curves',
    conclusion: leftOut === undefined ? words : `${words} ${leftOut}`,
    x: axisFor(placeWords(engines), 'requests/server', valuesOnX(drawn), WIDE),
    y: axisFor('mean latency (s)', 's', latencies, TALL),
    series: drawn,
    rules,
    table: latencyTable(assessment, engines),
  };
}

/** Times the smallest, beyond which an axis begins logarithmic. */
const WIDE = 20;
const TALL = 50;
