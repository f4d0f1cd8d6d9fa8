/** Draws latency curves: a line for each engine, with its observations and the operating points of scenarios. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import { axisFor, valuesOnX, valuesOnY } from './axes';
import { captionOf } from './caption';
import type { Chart } from './chart';
import { sideBySide } from './coincide';
import { curveSeries } from './curveSeries';
import { latencyTable } from './latencyTable';
import { latencyWords, placeWords } from './latencyWords';
import { timeLimits, excludedLimitsWords } from './limits';
import { observationSeries } from './observationSeries';
import { operatingSeries } from './operatingSeries';

/** Returns undefined if no engine has a latency at a known place. */
export function drawLatency(assessment: Assessment): Chart | undefined {
  const engines = assessment.engines.filter(({ curve }) => curve.points.length > 0);
  if (engines.length === 0) return undefined;
  const drawn = sideBySide([
    ...engines.flatMap((engine) => curveSeries(assessment, engine)),
    // Observations are on top: many scenarios have a point at exactly the same place.
    ...engines.flatMap((engine) => operatingSeries(assessment, engine)),
    ...engines.flatMap((engine) => observationSeries(assessment, engine)),
  ]);
  const latencies = valuesOnY(drawn);
  const highest = latencies.reduce((a, b) => Math.max(a, b), 0);
  const limits = timeLimits(assessment.plan, 'latency', highest);
  return {
    id: 'latency',
    title: t`Latency curves`,
    ...captionOf(...latencyWords(assessment, engines), excludedLimitsWords(limits)),
    x: axisFor(placeWords(engines), 'requests/server', valuesOnX(drawn), WIDE),
    y: axisFor(t`mean latency (s)`, 's', latencies, TALL),
    series: drawn,
    rules: limits.rules,
    table: latencyTable(assessment, engines),
  };
}

/** Ratio to the smallest value above which an axis begins logarithmic. */
const WIDE = 20;
const TALL = 50;
