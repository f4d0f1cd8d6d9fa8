/** Describes the result for an objective, and the reasons behind a verdict. */
import { t } from '@vscode/l10n';
import type { NotSized, ScenarioAssessment } from '../engine/assess/assessment';
import type { Caveat, Figure, Known } from '../engine/figure/figure';
import type { VerdictReason } from '../engine/figure/reasons';
import type { Cost } from '../engine/fleet/cost';
import { partsOf } from '../engine/plan/objectives';
import type { Objective, PricePeriod } from '../engine/plan/plan';
import type { ObjectiveVerdict } from '../engine/verdict/verdict';
import { formatAgainstLimits } from './formatAgainstLimits';
import { badgeOf, CAVEAT_WORDS } from './provenance';
import { textTable } from './textTable';

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
    return t`${formatAgainstLimits(figure, [objective])} (no limit set by \`maxQueue\`)`;
  }
  const badged = describeBadged(figure, [objective]);
  if (!proof) return badged;
  const name = proof.observation.name ?? t`a measurement`;
  return proofFigure
    ? t`${badged}, proven by ${name}: ${formatAgainstLimits(proofFigure, [objective])}`
    : t`${badged}, proven by ${name}`;
}

/** Says why a verdict is not verified, or unknown: a clause for each reason. */
export function describeReason(reason: VerdictReason, verdict: ObjectiveVerdict): string {
  const words = OWN_WORDS[reason];
  return words ? words(verdict) : CAVEAT_WORDS[reason as Caveat];
}

function isOverload({ reasons }: ObjectiveVerdict): boolean {
  return reasons.includes('overloaded');
}

/** Says why the nodes are uncertain. A cost is as certain as its nodes, and stated nodes are certain. */
function nodesByBalance({ reasons }: ObjectiveVerdict): string {
  return reasons.length > 1
    ? t`the number of nodes is based on average load, without queueing`
    : t`the number of nodes is based on average load, without queueing; state \`nodes\` to make the cost certain`;
}

/** Words as a clause of its own. */
export function noNodeLeft(): string {
  return t`no node is left to serve if \`spare\` nodes fail`;
}

type OwnReason = Exclude<VerdictReason, Exclude<Caveat, 'balance-only'>>;

/** A clause for each reason that is no caveat, and for caveats that depend on the verdict. */
const OWN_WORDS: Readonly<Partial<Record<VerdictReason, ReasonWords>>> = {
  'not-measured': (verdict) => {
    if (isOverload(verdict)) return t`the nodes’ capacity is not measured`;
    return verdict.figure ? BASED_ON[verdict.figure.provenance.known] : t`not measured`;
  },
  extrapolated: (verdict) =>
    isOverload(verdict)
      ? t`the nodes’ capacity is extrapolated beyond the benchmarks`
      : t`extrapolated beyond the benchmarks`,
  'tokens-scaled': () => t`scaled from benchmarks with other token lengths`,
  'gpu-scaled': () => t`scaled from benchmarks on another GPU`,
  'hardware-alone': () => t`estimated from data sheets, not measured`,
  'bound-undecided': () => t`the known bound does not decide it`,
  'no-evidence': ({ objective }) => missingWords(objective.kind),
  'single-token': () => t`an answer of one token (\`outputTokens: 1\`) has no time per token`,
  'no-price': () => t`the node has no price`,
  'other-currency': () => t`price and budget are in different currencies`,
  'not-sized': () => t`the scenario could not be sized`,
  overloaded: ({ reasons }) =>
    reasons.length > 1
      ? t`more requests likely arrive than the nodes can serve`
      : t`more requests arrive than the nodes can serve`,
  'capacity-undecided': () =>
    t`more requests may arrive than the nodes can serve: only a lower bound of their capacity is known`,
  'none-serves': noNodeLeft,
  'lighter-was-slower': () =>
    t`a benchmark at a lighter load was slower and missed the limit, so one of the two is wrong`,
  'turns-away': () => t`requests are turned away, and the target sets no limit (\`rejected\`)`,
  'within-band': ({ band, objective }) =>
    band
      ? t`the 80% interval is ${formatAgainstLimits(band.low, [objective])} to ${formatAgainstLimits(band.high, [objective])}`
      : t`the limit lies within the 80% interval`,
  'measured-waiting': () =>
    t`the miss may be the benchmark’s own queueing, caused by random arrivals`,
  'below-floor': () => t`its GPU cannot be that fast, by the catalog`,
  'exceeds-memory': () => t`it does not fit into GPU memory, by the catalog`,
  'single-slot': () => t`Ollama serves this model one request at a time, whatever \`parallel\` is`,
  'balance-only': (verdict) =>
    verdict.objective.kind === 'budget' ? nodesByBalance(verdict) : CAVEAT_WORDS['balance-only'],
} satisfies Record<OwnReason, ReasonWords>;

type ReasonWords = (verdict: ObjectiveVerdict) => string;

/**
 * Returns why there is no latency of a scenario that cannot keep up. The name of the scenario comes before it:
 * `is overloaded: …`.
 */
export function describeOverload({ servers, overload }: Overloaded): string {
  if (servers?.value === 0) return t`has no node left to serve if \`spare\` nodes fail`;
  return isSurelyOverloaded({ overload })
    ? t`is overloaded: more requests arrive than its nodes can serve`
    : t`is likely overloaded: more requests arrive than its nodes can serve`;
}

/** Word for a scenario that cannot keep up. */
export function overloadedWord(assessed: Pick<Overloaded, 'overload'>): string {
  return isSurelyOverloaded(assessed) ? t`overloaded` : t`likely overloaded`;
}

type Overloaded = Pick<ScenarioAssessment, 'servers' | 'overload'>;

/** Tells if an overload is certain. */
export function isSurelyOverloaded({ overload }: Pick<Overloaded, 'overload'>): boolean {
  return overload?.doubts.length === 0;
}

/** Names the missing observation if no evidence bounds an objective. */
function missingWords(kind: Objective['kind']): string {
  if (kind === 'latency' || kind === 'rejected' || kind === 'budget') {
    return t`no benchmark gives a latency and its load`;
  }
  if (kind === 'ttft') return t`no benchmark gives \`ttft\``;
  if (kind === 'tpot') {
    return t`no benchmark gives \`tpot\`, or \`ttft\`, \`latency\` and \`outputTokens\` together`;
  }
  const { of, percentile = '' } = partsOf(kind);
  return of === 'latency'
    ? t`no benchmark gives \`${percentile}\`, or a latency and its load`
    : t`no benchmark gives \`${percentile}\` of \`${of}\``;
}

/** Reasons why a scenario has no number of nodes. */
export const NOT_SIZED_WORDS = textTable<NotSized>({
  'no-workload': () => t`\`workload\` has no \`users\` or \`rate\``,
  'no-latency': () => t`no benchmark gives a latency`,
});

const BASED_ON = textTable<Known>({
  stated: () => t`based on a measurement`,
  measured: () => t`based on a measurement`,
  reported: () => t`based on someone else’s figure`,
  estimate: () => t`based on an estimate`,
  guess: () => t`based on a guess`,
});
