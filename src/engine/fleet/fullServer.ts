/** Capacity of a server with every slot busy. */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Scenario } from '../plan/plan';
import { flipBound } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import { latencyAtStated } from './fleetFigures';
import { capacityUnderTraffic, modelServer, predictService, type ServerModel } from './operate';

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

/** A full server under the traffic of a workload: the requests that it works on, and S with them. */
export function fullUnderTraffic(
  model: ServerModel,
  parallel: Figure,
): { readonly load: Figure; readonly latency: Figure } | undefined {
  const { running, bias } = capacityUnderTraffic(model);
  const service = predictService(model, running);
  if (!service) return undefined;
  const load = running === parallel.value ? parallel : constantFigure(running, parallel.unit);
  const latency = latencyAtStated(model, service, running);
  return { load, latency: slowedByTraffic(latency, bias) };
}

function slowedByTraffic(latency: Figure, bias: number): Figure {
  if (bias === 1) return latency;
  const factor = constantFigure(bias, 'factor');
  const provenance = withCaveats(latency.provenance, ['modelled-waiting']);
  const { value, bound } = latency;
  const inputs = { latency, factor };
  return deriveFigure('latency.underTraffic', value * bias, 's', inputs, bound, provenance);
}
