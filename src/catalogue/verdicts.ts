/** Objectives, verdicts and the reasons behind them, in words. */
import type {
  NotSized,
  ObjectiveVerdict,
  TargetVerdict,
  VerdictReason,
} from '../engine/assessment';
import type { Figure } from '../engine/figure';
import type { Objective } from '../engine/plan';
import { HOURS_PER } from '../engine/cost';
import { formatBeside } from './besideLimits';
import { CAVEAT_WORDS, describeKnown } from './figures';
import { formatNumber, formatQuantity, formatSeconds } from './numbers';

/** `latency <1 s`, `p95 ≤2 s`, `budget ≤$30.00/h`. */
export function describeObjective(objective: Objective): string {
  return `${objective.kind} ${describeLimit(objective)}`;
}

/** A limit is written by people: it is shown as they wrote it, not rounded. */
const LIMIT_DIGITS = 6;

/** `<1 s`, `≤$30.00/h`. */
export function describeLimit(objective: Objective): string {
  const sign = objective.strict ? '<' : '≤';
  switch (objective.kind) {
    case 'budget': {
      const { limitPerHour, per, currency } = objective;
      return `${sign}${formatQuantity(limitPerHour * HOURS_PER[per], { currency, per })}`;
    }
    case 'rejected':
      return sign + formatQuantity(objective.limitShare, 'share', LIMIT_DIGITS);
    default:
      return sign + limitSecondsText(objective.limitSeconds);
  }
}

/** `90 min`; in seconds where minutes or hours would not say it exactly: `1,000 s`. */
function limitSecondsText(seconds: number): string {
  const size = seconds < 7200 ? 60 : 3600;
  const isExact = seconds < 300 || Number.isInteger(Number(((seconds / size) * 1000).toFixed(6)));
  return isExact
    ? formatSeconds(seconds, LIMIT_DIGITS)
    : `${formatNumber(seconds, LIMIT_DIGITS)} s`;
}

/** `misses`, `likely misses`, `meets`, `meets, unverified`, `unknown`. */
export function describeOutcome({
  outcome,
  verified,
}: Pick<TargetVerdict | ObjectiveVerdict, 'outcome' | 'verified'>): string {
  switch (outcome) {
    case 'meets':
      return verified ? 'meets' : 'meets, unverified';
    case 'misses':
      return verified ? 'misses' : 'likely misses';
    case 'unknown':
      return 'unknown';
  }
}

/** Read aloud the same, but found at a glance. */
export function outcomeMark({ outcome }: Pick<TargetVerdict, 'outcome'>): '✓' | '✗' | '?' {
  return outcome === 'meets' ? '✓' : outcome === 'misses' ? '✗' : '?';
}

/** `1.17 s (interpolated between an estimate and a guess)`; its digits tell it from the limits that it is held against. */
export function describeFigure(figure: Figure, limits: readonly Objective[] = []): string {
  return `${formatBeside(figure, limits)} (${describeKnown(figure)})`;
}

/** Why a verdict is not verified, or unknown: a clause for each reason. */
export function describeReason(reason: VerdictReason, verdict: ObjectiveVerdict): string {
  switch (reason) {
    case 'not-measured':
      return verdict.figure ? `rests on ${restsOn(verdict.figure)}` : 'not measured';
    case 'extrapolated':
      return 'lies outside what was observed';
    case 'bound-undecided':
      return 'only a bound is known, and it does not decide';
    case 'no-evidence':
      return MISSING_WORDS[verdict.objective.kind];
    case 'no-price':
      return 'the node has no price';
    case 'other-currency':
      return 'the price is in another currency than the budget';
    case 'not-sized':
      return 'the scenario could not be sized';
    case 'overloaded':
      return 'more requests arrive than the nodes can serve';
    case 'within-band':
      return 'interpolated so near to the limit that it may lie on the other side of it';
    case 'measured-waiting':
      return 'measured with requests that came by chance, of which more waited for a slot than need to here';
    case 'below-floor':
      return 'by the catalog its GPU cannot answer so fast';
    case 'exceeds-memory':
      return 'by the catalog it does not fit into the GPU’s memory';
    default:
      return CAVEAT_WORDS[reason];
  }
}

/** Which observation is missing, where nothing known bears on an objective. */
const BY_LATENCY = 'no observation of the engine tells a latency at a load that is known';
const MISSING_WORDS: Readonly<Record<Objective['kind'], string>> = {
  latency: BY_LATENCY,
  p50: `no observation states \`p50\`, and ${BY_LATENCY}`,
  p90: `no observation states \`p90\`, and ${BY_LATENCY}`,
  p95: `no observation states \`p95\`, and ${BY_LATENCY}`,
  p99: `no observation states \`p99\`, and ${BY_LATENCY}`,
  ttft: 'no observation of the engine states `ttft`',
  tpot: 'no observation of the engine states `tpot`, nor both `ttft` and `latency` with the workload’s `outputTokens`',
  rejected: BY_LATENCY,
  budget: BY_LATENCY,
};

/** Why a scenario has no number of nodes. */
export const NOT_SIZED_WORDS: Readonly<Record<NotSized, string>> = {
  'no-workload':
    'the plan does not say what is asked of the service: `workload` needs `users` or `rate`',
  'no-latency':
    'with think time or open arrivals the number of nodes follows from the latency, and no observation of the engine tells it',
};

function restsOn({ provenance }: Figure): string {
  switch (provenance.known) {
    case 'reported':
      return 'a reported figure, not a measurement of yours';
    case 'estimate':
      return 'an estimate';
    case 'guess':
      return 'a guess';
    default:
      return 'a measurement';
  }
}
