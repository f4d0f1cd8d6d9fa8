/**
 * What a whole answer shows of the tokens in it: the first comes no later than the last, and all others share what is
 * left. So where the answer is fast enough for it, a first token or a time per token keeps to its limit as well.
 */
import { citedObservations } from '../curve/citedObservations';
import { isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { evidenceFor } from '../fleet/evidence';
import type { Fleet } from '../fleet/fleet';
import { objectiveOf, partsOf } from '../plan/objectives';
import { answerTokens } from '../observation/observedTimes';
import { hasNoSecondToken, judgeTime } from './judgeTime';
import type { ObjectiveVerdict, TimeLimit } from './verdict';

/** The pass of a first token or a time per token, as well known as that of the answer; undefined where none shows. */
export function findPassWithinAnswer(
  objective: TimeLimit,
  fleet: Fleet,
): ObjectiveVerdict | undefined {
  const tokens = sharedAmong(objective, fleet);
  if (!tokens) return undefined;
  const { of, percentile } = partsOf(objective.kind);
  const shares = of === 'ttft' ? 1 : tokens.value - 1;
  const limitSeconds = objective.limitSeconds * shares;
  const kind = objectiveOf('latency', percentile);
  const answer = judgeTime({ ...objective, kind, limitSeconds }, fleet, 'whole');
  const latency = answer.proofFigure ?? answer.figure;
  if (answer.outcome !== 'meets' || !latency) return undefined;
  const bound = isUpper(latency.bound) ? latency.bound : '<=';
  const figure =
    of === 'ttft'
      ? deriveFigure('ttft.withinAnswer', latency.value, 's', { latency }, bound)
      : deriveFigure('tpot.withinAnswer', latency.value / shares, 's', { latency, tokens }, bound);
  const isAbout = tokens.provenance.caveats.includes('approximate');
  const isAdded = isAbout && !answer.reasons.includes('approximate');
  const { verified, proof } = answer;
  return {
    objective,
    outcome: 'meets',
    verified: verified && !isAdded,
    reasons: isAdded ? [...answer.reasons, 'approximate'] : answer.reasons,
    figure,
    proof,
  };
}

/**
 * The tokens of the shortest answers that the latency rests on, which have the most of it each; undefined where some say
 * nothing of them, or have no second one. A first token shares with none. The slowest tokens need not be those of the longest
 * answers: percentiles of a time per token do not follow.
 */
function sharedAmong({ kind }: TimeLimit, fleet: Fleet): Figure | undefined {
  if (partsOf(kind).of === 'ttft') return constantFigure(1, 'tokens');
  if (kind !== 'tpot' || hasNoSecondToken(fleet)) return undefined;
  const { engine, workload } = fleet.model;
  const shows = fleet.measuredBound('latency')?.observation;
  // a modelled latency is of answers as long as the workload's
  const own = engine.atLengths && workload.outputTokens;
  const behind = own ? [] : citedObservations(engine, [evidenceFor(fleet, 'latency')?.figure]);
  const observed = [...behind, ...(shows ? [shows] : [])];
  const lengths = observed.map(({ observation }) => answerTokens(observation, workload));
  if (own) lengths.push(own);
  const [first, ...others] = lengths;
  let fewest = first;
  for (const length of others) {
    if (!fewest || !length) return undefined;
    if (length.value < fewest.value) fewest = length;
  }
  return fewest && fewest.value > 1 ? statedFigure(fewest, 'tokens', 'outputTokens') : undefined;
}
