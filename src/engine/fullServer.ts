/** What a server can do with every slot busy. */
import type { ScenarioAssessment } from './assessment';
import { flipBound } from './bounds';
import type { Figure } from './figure';
import { deriveFigure } from './figures';
import { latencyAtStated } from './fleetFigures';
import { modelServer, predictService } from './operate';

type OnServer = Pick<ScenarioAssessment, 'scenario' | 'engine' | 'parallel'>;

/** S of a full server, with every reason why it is less well known for this scenario than where it was observed. */
export function fullLatency({ scenario, engine, parallel }: OnServer): Figure | undefined {
  if (!scenario.workload) return undefined;
  const model = modelServer(engine, parallel.value, scenario.workload);
  const service = predictService(model, parallel.value);
  return service && latencyAtStated(model, service, parallel.value);
}

/** X(p) = p / S(p): requests a second. */
export function capacityPerServer(assessed: OnServer): Figure | undefined {
  const latency = fullLatency(assessed);
  return latency && capacityFrom(assessed.parallel, latency);
}

/** The same from an S(p). */
export function capacityFrom(load: Figure, latency: Figure): Figure {
  const perSecond = load.value / latency.value;
  const bound = flipBound(latency.bound);
  return deriveFigure('arrivals.perServer', perSecond, 'requests/s', { load, latency }, bound);
}
