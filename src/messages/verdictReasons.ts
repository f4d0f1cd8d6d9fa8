/** Describes the result for an objective, and the reasons behind a verdict. */
import type { NotSized, ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure, Known } from '../engine/figure/figure';
import type { VerdictReason } from '../engine/figure/reasons';
import type { Cost } from '../engine/fleet/cost';
import { partsOf } from '../engine/plan/objectives';
import { recordByPercentile, recordOf } from '../engine/plan/percentiles';
import {
  TOKEN_PERCENTILES,
  type Objective,
  type PricePeriod,
  type TokenPercentile,
} from '../engine/plan/plan';
import type { ObjectiveVerdict } from '../engine/verdict/verdict';
import { formatAgainstLimits } from './formatAgainstLimits';
import { badgeOf, CAVEAT_WORDS } from './provenance';

/** Returns `1.17 s (guess)`: the figure with its badge. Its digits tell it from the limits. */
export function describeBadged(figure: Figure, limits: readonly Objective[] = []): string {
  return `${formatAgainstLimits(figure, limits)} (${badgeOf(figure)})`;
}

/** Returns the figure that was compared with a limit. For a budget it is the cost in the budget's period. */
export function foundFigure(
  { objective, figure }: ObjectiveVerdict,
  cost: Cost | undefined,
): Figure | undefined {
  if (objective.kind !== 'budget' || !cost) return figure;
  return cost[COST_PER[objective.per]];
}

const COST_PER = {
  hour: 'perHour',
  day: 'perDay',
  month: 'perMonth',
  year: 'perYear',
} as const satisfies Readonly<Record<PricePeriod, keyof Cost>>;

/** Describes the figure in words with its evidence, or says why there is none. Plain text. */
export function describeFound(verdict: ObjectiveVerdict, cost: Cost | undefined): string {
  const { proof, proofFigure, objective } = verdict;
  const figure = foundFigure(verdict, cost);
  if (!figure) return verdict.reasons.map((reason) => describeReason(reason, verdict)).join('; ');
  if (objective.kind === 'rejected' && figure.derivation.kind === 'constant') {
    return `${formatAgainstLimits(figure, [objective])} (no limit set by \`maxQueue\`)`;
  }
  if (!proof) return describeBadged(figure, [objective]);
  const name = proof.observation.name ?? 'a measurement';
  const shown = proofFigure ? `: ${formatAgainstLimits(proofFigure, [objective])}` : '';
  return `${describeBadged(figure, [objective])}, proven by ${name}${shown}`;
}

/** Says why a verdict is not verified, or unknown: a clause for each reason. */
export function describeReason(reason: VerdictReason, verdict: ObjectiveVerdict): string {
  const words = REASON_WORDS[reason];
  return typeof words === 'string' ? words : words(verdict);
}

function isOverload({ reasons }: ObjectiveVerdict): boolean {
  return reasons.includes('overloaded');
}

/** Says why the nodes are uncertain. A cost is as certain as its nodes, and stated nodes are certain. */
function nodesByBalance({ reasons }: ObjectiveVerdict): string {
  const what = `the number of nodes is ${CAVEAT_WORDS['balance-only']}`;
  return reasons.length > 1 ? what : `${what}; state \`nodes\` to make the cost certain`;
}

/** Words as a clause of its own. */
export const NO_NODE_LEFT = 'no node is left to serve if `spare` nodes fail';

type ReasonWords = string | ((verdict: ObjectiveVerdict) => string);

/** A clause for each reason; where it depends on the verdict, a function of that. */
const REASON_WORDS: Readonly<Record<VerdictReason, ReasonWords>> = {
  ...CAVEAT_WORDS,
  'not-measured': (verdict) => {
    if (isOverload(verdict)) return 'the nodes’ capacity is not measured';
    return verdict.figure ? `based on ${sourceOf(verdict.figure)}` : 'not measured';
  },
  extrapolated: (verdict) =>
    `${isOverload(verdict) ? 'the nodes’ capacity is ' : ''}extrapolated beyond the benchmarks`,
  'tokens-scaled': 'scaled from benchmarks with other token lengths',
  'gpu-scaled': 'scaled from benchmarks on another GPU',
  'hardware-alone': 'estimated from data sheets, not measured',
  'bound-undecided': 'the known bound does not decide it',
  'no-evidence': ({ objective }) => MISSING_WORDS[objective.kind],
  'single-token': 'an answer of one token (`outputTokens: 1`) has no time per token',
  'no-price': 'the node has no price',
  'other-currency': 'price and budget are in different currencies',
  'not-sized': 'the scenario could not be sized',
  overloaded: ({ reasons }) =>
    reasons.length > 1
      ? 'more requests likely arrive than the nodes can serve'
      : 'more requests arrive than the nodes can serve',
  'capacity-undecided':
    'more requests may arrive than the nodes can serve: only a lower bound of their capacity is known',
  'none-serves': NO_NODE_LEFT,
  'lighter-was-slower':
    'a benchmark at a lighter load was slower and missed the limit, so one of the two is wrong',
  'turns-away': 'requests are turned away, and the target sets no limit (`rejected`)',
  'within-band': ({ band, objective }) =>
    band
      ? `the 80% interval is ${formatAgainstLimits(band.low, [objective])} to ${formatAgainstLimits(band.high, [objective])}`
      : 'the limit lies within the 80% interval',
  'measured-waiting': 'the miss may be the benchmark’s own queueing, caused by random arrivals',
  'below-floor': 'its GPU cannot be that fast, by the catalog',
  'exceeds-memory': 'it does not fit into GPU memory, by the catalog',
  'single-slot': 'Ollama serves this model one request at a time, whatever `parallel` is',
  'balance-only': (verdict) =>
    verdict.objective.kind === 'budget' ? nodesByBalance(verdict) : CAVEAT_WORDS['balance-only'],
};

/** Why there is no latency of a scenario that cannot keep up, behind its name. */
export function describeOverload({ servers, overload }: Overloaded): string {
  if (servers?.value === 0) {
    return 'has no node left to serve if `spare` nodes fail';
  }
  return `is ${overloadedWord({ overload })}: more requests arrive than its nodes can serve`;
}

/** Word for a scenario that cannot keep up. */
export function overloadedWord({
  overload,
}: Pick<Overloaded, 'overload'>): 'overloaded' | 'likely overloaded' {
  return isSure(overload) ? 'overloaded' : 'likely overloaded';
}

type Overloaded = Pick<ScenarioAssessment, 'servers' | 'overload'>;

function isSure(overload: Overloaded['overload']): boolean {
  return overload?.doubts.length === 0;
}

/** Names the missing observation if no evidence bounds an objective. */
const BY_LATENCY = 'no benchmark gives a latency and its load';
const MISSING_WORDS: Readonly<Record<Objective['kind'], string>> = {
  latency: BY_LATENCY,
  ...recordByPercentile((name) => `no benchmark gives \`${name}\`, or a latency and its load`),
  ttft: 'no benchmark gives `ttft`',
  ...recordOf(TOKEN_PERCENTILES, (kind) => `no benchmark gives ${statedAs(kind)}`),
  tpot: 'no benchmark gives `tpot`, or `ttft`, `latency` and `outputTokens` together',
  rejected: BY_LATENCY,
  budget: BY_LATENCY,
};

/** Returns `p95` of `ttft`, as the plan writes it. */
function statedAs(kind: TokenPercentile): string {
  const { of, percentile } = partsOf(kind);
  return `\`${percentile}\` of \`${of}\``;
}

/** Reasons why a scenario has no number of nodes. */
export const NOT_SIZED_WORDS: Readonly<Record<NotSized, string>> = {
  'no-workload': '`workload` has no `users` or `rate`',
  'no-latency': 'no benchmark gives a latency',
};

function sourceOf({ provenance }: Figure): string {
  return SOURCE_WORDS[provenance.known];
}

const SOURCE_WORDS: Readonly<Record<Known, string>> = {
  stated: 'a measurement',
  measured: 'a measurement',
  reported: 'someone else’s figure',
  estimate: 'an estimate',
  guess: 'a guess',
};
