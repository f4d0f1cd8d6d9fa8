/** Capacity of a server with every slot busy. */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Scenario } from '../plan/plan';
import { flipBound } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import { latencyAtStated } from './fleetFigures';
import { modelServer, predictService } from './operate';

interface OnServer {
  readonly spec: Scenario;
  readonly engine: EngineAssessment;
  readonly parallel: Figure;
}

/** S of a full server, with every reason why it is less well known for this scenario than at its observation. */
export function fullLatency({ spec: scenario, engine, parallel }: OnServer): Figure | undefined {
  if (!scenario.workload) return undefined;
  const model = modelServer(engine, parallel.value, scenario.workload);
  const service = predictService(model, parallel.value);
  return service && latencyAtStated(model, service, parallel.value);
}

/** X(p) = p / S(p): requests a second. */
export function capacityFrom(load: Figure, latency: Figure): Figure {
  const perSecond = load.value / latency.value;
  const bound = flipBound(latency.bound);
  return deriveFigure('arrivals.perServer', perSecond, 'requests/s', { load, latency }, bound);
}
