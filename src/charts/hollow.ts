/** Finds the figures that are not known exactly. Charts draw them hollow. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import { isBeyondObserved, isStatedOrMeasured } from '../engine/figure/provenance';
import { verdictOf } from '../engine/assess/ownVerdict';

/** Tells if a figure is drawn hollow. Only exact, stated or measured figures without caveats are filled. */
export function isHollow({ bound, provenance }: Figure): boolean {
  if (bound !== 'exact' || isBeyondObserved(provenance)) return true;
  return provenance.caveats.length > 0 || !isStatedOrMeasured(provenance);
}

/** Returns the flag to spread into a point. The flag is absent if it is not set. */
export function hollowIf(isSo: boolean): { readonly hollow?: true } {
  return isSo ? { hollow: true } : {};
}

export function dashedIf(isSo: boolean): { readonly dashed?: true } {
  return isSo ? { dashed: true } : {};
}

/** Judges by the verdict on the scenario's own target, or by the latency without one. A bound is unverified. */
export function isUnverified(assessed: ScenarioAssessment, latency: Figure): boolean {
  const verdict = verdictOf(assessed);
  if (latency.bound !== 'exact') return true;
  return verdict ? !verdict.verified : isHollow(latency);
}
