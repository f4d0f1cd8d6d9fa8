import { t } from '@vscode/l10n';
import { constantFigure } from '../../engine/figure/figures';
import type { Plan } from '../../engine/plan/plan';
import type { NextMeasurement } from '../../engine/recommend/nextMeasurement';
import { formatFigure } from '../figures';
import { arrivalsToMeasure } from './arrivals';

/** Describes the load of a measurement on one server: `8 in flight`, `3.2 requests/s arriving`. */
export function loadText(plan: Plan, measurement: NextMeasurement): string {
  const arrivals = arrivalsToMeasure(plan, measurement);
  return arrivals
    ? t`${formatFigure(constantFigure(arrivals.ratePerSecond, 'requests/s'))} arriving`
    : formatFigure(constantFigure(measurement.load, 'requests/server'));
}
