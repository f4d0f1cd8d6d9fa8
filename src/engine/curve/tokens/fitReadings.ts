/** Fits a server by the most likely reading of its observations: what they are of is not always said. */
import type { EngineType } from '../../plan/plan';
import { discrepancyOf, type Discrepancy } from './discrepancy';
import { fitParameters, type Datum, type Fit } from './fitServer';
import type { HardwareFacts } from './hardwareFacts';
import type { PriorFactors } from './priorFactors';
import {
  priorOf,
  withLateStart,
  withoutServer,
  type LateStart,
  type ServerPrior,
} from './serverPrior';
import type { ServerShape } from './tokenModel';

export interface Server {
  readonly prior: ServerPrior;
  readonly shape: ServerShape;
  readonly discrepancy: Discrepancy;
  /** Another reading of its observations; only of offline batches. */
  readonly lateStart: LateStart | undefined;
}

interface ServerFacts {
  readonly engine: EngineType;
  readonly hardware: HardwareFacts | undefined;
  readonly slots?: number;
  readonly kvTokens?: number;
  readonly startsTogether?: boolean;
}

export function describeServer(facts: ServerFacts, factors: PriorFactors): Server {
  const { hardware, engine } = facts;
  const accelerator = hardware?.accelerator;
  const served = priorOf(hardware, engine, factors, facts.kvTokens);
  const prior = facts.startsTogether ? withoutServer(served, factors) : served;
  const shape: ServerShape = {
    ...prior.shape,
    slots: facts.slots ?? Infinity,
    startsTogether: facts.startsTogether ? 1 : 0,
  };
  return {
    prior,
    shape,
    discrepancy: discrepancyOf(factors, accelerator?.vendor),
    lateStart: facts.startsTogether ? withLateStart(prior, accelerator, factors) : undefined,
  };
}

export interface ReadFit extends Fit {
  /** True if the observations include the start of their run. */
  readonly isLate: boolean;
}

/**
 * Fits the most likely of these readings.
 *
 * - All observations are of steady load.
 * - Requests of a run started together, and its first tokens come as late as that. Such a run shows the prefills in its
 *   TTFT, not in its TPOT.
 * - Offline batches include the start of their run.
 *
 * @param startOf Parameters at which the search for a reading begins.
 */
export function fitReadings(
  data: readonly Datum[],
  { prior, shape, discrepancy, lateStart }: Server,
  startOf: (prior: ServerPrior) => Float64Array = ({ mean }) => mean,
): ReadFit {
  const plain = fitParameters(data, prior, shape, discrepancy, startOf(prior));
  if (data.length === 0) return { ...plain, isLate: false };
  if (lateStart) {
    const late = fitParameters(data, lateStart.prior, shape, discrepancy, startOf(lateStart.prior));
    const logEvidence = late.logEvidence + lateStart.logOdds;
    return logEvidence > plain.logEvidence
      ? { ...late, logEvidence, isLate: true }
      : { ...plain, isLate: false };
  }
  const late = lateFirstTokens(data);
  if (late.length === 0) return { ...plain, isLate: false };
  const isLate = (datum: Datum): boolean =>
    late.some(
      ({ load, promptTokens, outputTokens, origin }) =>
        datum.load === load &&
        datum.promptTokens === promptTokens &&
        datum.outputTokens === outputTokens &&
        datum.origin === origin,
    );
  const read = data.map((datum) => (isLate(datum) ? { ...datum, startsTogether: true } : datum));
  const together = fitParameters(read, prior, shape, discrepancy);
  const best = together.logEvidence > plain.logEvidence ? together : plain;
  return { ...best, isLate: false };
}

/** Times to the first token that are nearly those of requests that wait for half of all prefills. */
function lateFirstTokens(data: readonly Datum[]): readonly Datum[] {
  const first = data.filter(({ metric }) => metric === 'ttft');
  return first.filter((datum) => {
    const alike = first.filter(({ promptTokens }) => promptTokens === datum.promptTokens);
    const lightest = alike.reduce((a, b) => (b.load < a.load ? b : a));
    const grown = datum.seconds / lightest.seconds;
    return datum.load > lightest.load && grown > (LATE * (datum.load + 1)) / (lightest.load + 1);
  });
}

/** Share of the delay of requests that start together. */
const LATE = 0.75;
