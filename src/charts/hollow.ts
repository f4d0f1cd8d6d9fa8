/** What must not look as if it were known exactly. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import { verdictOf } from '../engine/assess/ownVerdict';

/** Stated or measured, and no bound: only that is drawn filled. */
export function isHollow({ bound, provenance }: Figure): boolean {
  const { known, reach, caveats } = provenance;
  if (bound !== 'exact' || reach === 'extrapolated' || caveats.length > 0) return true;
  return known !== 'stated' && known !== 'measured';
}

/** A point to be spread into: the flag is absent where it is not set. */
export function hollowIf(isSo: boolean): { readonly hollow?: true } {
  return isSo ? { hollow: true } : {};
}

export function dashedIf(isSo: boolean): { readonly dashed?: true } {
  return isSo ? { dashed: true } : {};
}

/** By the verdict on its own target; where it has none by the latency itself. */
export function isUnverified(assessed: ScenarioAssessment, latency: Figure): boolean {
  const verdict = verdictOf(assessed);
  if (latency.bound !== 'exact') return true;
  return verdict ? !verdict.verified : isHollow(latency);
}
