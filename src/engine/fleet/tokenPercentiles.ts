/** Percentiles of times of tokens, around their means. */
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import { partsOf } from '../plan/objectives';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { TokenPercentile } from '../plan/plan';
import { firstTokenPercentile } from '../queueing/firstTokenPercentile';
import { latencyDistribution } from '../queueing/latencyDistribution';
import type { Waiting } from '../queueing/predictWaiting';
import type { Fleet } from './fleet';
import { NO_POINTS, type Evidence } from './observedEvidence';
import { promptTimes } from './promptTimes';
import { timePerToken, timeToFirstToken } from './tokenEvidence';

/** @returns undefined if the mean is not known. */
export function tokenPercentile(fleet: Fleet, quantity: TokenPercentile): Evidence | undefined {
  const { of, percentile } = partsOf(quantity);
  const { modelledWaiting, model } = fleet;
  if (!modelledWaiting || !percentile) return undefined;
  const mean = (of === 'ttft' ? timeToFirstToken : timePerToken)(fleet)?.figure;
  if (mean?.bound !== 'exact') return undefined;
  const share = PERCENTILE_SHARES[percentile];
  const seconds =
    of === 'ttft'
      ? ofFirstToken(fleet, modelledWaiting, mean, share)
      : mean.value * slownessPercentile(modelledWaiting, share);
  const inputs = {
    share: constantFigure(share, 'share'),
    latency: mean,
    serviceCv: statedFigure(model.workload.serviceCv, 'factor', 'serviceCv'),
  };
  const figure = deriveFigure('percentile.modelled', seconds, 's', inputs);
  const provenance = withCaveats(figure.provenance, ['modelled-tail']);
  return { figure: { ...figure, provenance }, floor: 0, ...NO_POINTS };
}

/** Percentile of the time to first token around its mean. */
function ofFirstToken(
  { model: { closedLoop, workload } }: Fleet,
  { waiting, waitProbability }: Waiting,
  mean: Figure,
  share: number,
): number {
  const times = promptTimes(closedLoop, workload);
  const inSlot = Math.max(0, mean.value - waiting);
  const fixed = Math.min(times?.stepSeconds ?? 0, inSlot);
  const prompt = Math.min(times?.prefillSeconds ?? 0, inSlot - fixed);
  const parts = {
    fixed,
    prompt,
    promptCv: (workload.promptTokensCv ?? workload.serviceCv).value,
    others: inSlot - fixed - prompt,
    slotWait: waitProbability > 0 ? waiting / waitProbability : 0,
    slotShare: waitProbability,
  };
  return firstTokenPercentile(parts, share);
}

/** Multiple of the mean time per token that a share of the requests stays within: of answers of one length. */
function slownessPercentile(waiting: Waiting, share: number): number {
  const { service } = waiting;
  const alone = { waiting: 0, waitProbability: 0, latency: service, serviceCv: 0 };
  return latencyDistribution({ ...waiting, ...alone }).percentile(share) / service;
}
