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
import { CAVEAT_WORDS, describeKnown } from './provenance';

/** Returns `1.17 s (interpolated between an estimate and a guess)`. Its digits tell it from the limits. */
export function describeFigure(figure: Figure, limits: readonly Objective[] = []): string {
  return `${formatAgainstLimits(figure, limits)} (${describeKnown(figure)})`;
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
    return `${formatAgainstLimits(figure, [objective])} (without \`maxQueue\` none is turned away)`;
  }
  if (!proof) return describeFigure(figure, [objective]);
  const name = proof.observation.name ?? 'a measurement';
  const shown = proofFigure ? `: ${formatAgainstLimits(proofFigure, [objective])}` : '';
  return `${describeFigure(figure, [objective])}, shown by ${name}${shown}`;
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
  const what = `the number of nodes ${CAVEAT_WORDS['balance-only']}`;
  return reasons.length > 1 ? what : `${what}; with \`nodes\` stated it is certain`;
}

/** Words as a clause of its own. */
export const NO_NODE_LEFT = 'no node is left to serve when as many fail as `spare` allows for';

type ReasonWords = string | ((verdict: ObjectiveVerdict) => string);

/** A clause for each reason; where it depends on the verdict, a function of that. */
const REASON_WORDS: Readonly<Record<VerdictReason, ReasonWords>> = {
  ...CAVEAT_WORDS,
  'not-measured': (verdict) => {
    if (isOverload(verdict)) return 'what they can serve is not measured';
    return verdict.figure ? `rests on ${restsOn(verdict.figure)}` : 'not measured';
  },
  extrapolated: (verdict) =>
    `${isOverload(verdict) ? 'what they can serve ' : ''}lies outside what was observed`,
  'tokens-scaled': 'scaled from observations at other token lengths',
  'gpu-scaled': 'scaled from observations on another GPU',
  'hardware-alone': 'estimated from the data sheets of GPU and model: nothing was measured',
  'bound-undecided': 'only a bound is known, and it does not decide',
  'no-evidence': ({ objective }) => MISSING_WORDS[objective.kind],
  'single-token':
    'an answer of a single token (`outputTokens`) has no time per token: that is of those after the first',
  'no-price': 'the node has no price',
  'other-currency': 'the price is in another currency than the budget',
  'not-sized': 'the scenario could not be sized',
  overloaded: ({ reasons }) =>
    reasons.length > 1
      ? 'more requests likely arrive than the nodes can serve'
      : 'more requests arrive than the nodes can serve',
  'capacity-undecided':
    'more requests may arrive than the nodes can serve: how many they can is known only as a lower bound',
  'none-serves': NO_NODE_LEFT,
  'lighter-was-slower':
    'a measurement at a lighter load was slower, and beyond the limit: one of the two is wrong',
  'turns-away':
    'requests are turned away, and no objective of the target limits how many (`rejected`)',
  'within-band': ({ band, objective }) =>
    band
      ? `it may be ${formatAgainstLimits(band.low, [objective])} to ${formatAgainstLimits(band.high, [objective])} (80 % band)`
      : 'it may as well be on the other side of the limit',
  'measured-waiting':
    'measured with random arrivals, which queued and slowed each other down more than they need to here',
  'below-floor': 'by the catalog its GPU cannot answer so fast',
  'exceeds-memory': 'by the catalog it does not fit into the GPU’s memory',
  'single-slot': 'Ollama serves its model one request at a time, whatever `parallel` says',
  'balance-only': (verdict) =>
    verdict.objective.kind === 'budget' ? nodesByBalance(verdict) : CAVEAT_WORDS['balance-only'],
};

/** Why there is no latency of a scenario that cannot keep up, behind its name. */
export function describeOverload({ servers, overload }: Overloaded): string {
  if (servers?.value === 0) {
    return 'has no node left to serve when as many fail as `spare` allows for';
  }
  const by = isSure(overload) ? '' : ', by what is known';
  return `is ${overloadedWord({ overload })}: more requests arrive than its nodes can serve${by}`;
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
const BY_LATENCY = 'no observation of the engine tells a latency at a load that is known';
const MISSING_WORDS: Readonly<Record<Objective['kind'], string>> = {
  latency: BY_LATENCY,
  ...recordByPercentile((name) => `no observation states \`${name}\`, and ${BY_LATENCY}`),
  ttft: 'no observation of the engine states `ttft`',
  ...recordOf(TOKEN_PERCENTILES, (kind) => `no observation of the engine states ${statedAs(kind)}`),
  tpot: 'no observation of the engine states `tpot`, nor both `ttft` and `latency` with `outputTokens` above 1, its own or the workload’s',
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
  'no-workload':
    'the plan does not say what is asked of the service: `workload` needs `users` or `rate`',
  'no-latency':
    'with think time or open arrivals the number of nodes follows from the latency, and no observation of the engine tells it',
};

function restsOn({ provenance }: Figure): string {
  return RESTS_ON[provenance.known];
}

const RESTS_ON: Readonly<Record<Known, string>> = {
  stated: 'a measurement',
  measured: 'a measurement',
  reported: 'a reported figure, not a measurement of yours',
  estimate: 'an estimate',
  guess: 'a guess',
};
