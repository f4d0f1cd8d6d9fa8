/** What was found of an objective, and the reasons behind a verdict, in words. */
import type { NotSized, ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure, Known } from '../engine/figure/figure';
import type { VerdictReason } from '../engine/figure/reasons';
import type { Cost } from '../engine/fleet/cost';
import { recordByPercentile } from '../engine/plan/percentiles';
import type { Objective, PricePeriod } from '../engine/plan/plan';
import type { ObjectiveVerdict } from '../engine/verdict/verdict';
import { formatAgainstLimits } from './formatAgainstLimits';
import { CAVEAT_WORDS, describeKnown } from './provenance';

/** `1.17 s (interpolated between an estimate and a guess)`; its digits tell it from the limits that it is held against. */
export function describeFigure(figure: Figure, limits: readonly Objective[] = []): string {
  return `${formatAgainstLimits(figure, limits)} (${describeKnown(figure)})`;
}

/** What was held against a limit: of a budget the cost in the period that the limit is stated in. */
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

/** The same in words, with what shows the verdict; or why there is nothing. Plain text. */
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

/** Why a verdict is not verified, or unknown: a clause for each reason. */
export function describeReason(reason: VerdictReason, verdict: ObjectiveVerdict): string {
  switch (reason) {
    case 'not-measured':
      if (isOverload(verdict)) return 'what they can serve is not measured';
      return verdict.figure ? `rests on ${restsOn(verdict.figure)}` : 'not measured';
    case 'extrapolated':
      return `${isOverload(verdict) ? 'what they can serve ' : ''}lies outside what was observed`;
    case 'bound-undecided':
      return 'only a bound is known, and it does not decide';
    case 'no-evidence':
      return MISSING_WORDS[verdict.objective.kind];
    case 'single-token':
      return 'an answer of a single token (`outputTokens`) has no time per token: that is of those after the first';
    case 'no-price':
      return 'the node has no price';
    case 'other-currency':
      return 'the price is in another currency than the budget';
    case 'not-sized':
      return 'the scenario could not be sized';
    case 'overloaded':
      return verdict.reasons.length > 1
        ? 'more requests likely arrive than the nodes can serve'
        : 'more requests arrive than the nodes can serve';
    case 'capacity-undecided':
      return 'more requests may arrive than the nodes can serve: how many they can is known only as a lower bound';
    case 'none-serves':
      return NO_NODE_LEFT;
    case 'lighter-was-slower':
      return 'a measurement at a lighter load was slower, and beyond the limit: one of the two is wrong';
    case 'turns-away':
      return 'requests are turned away, and no objective of the target limits how many (`rejected`)';
    case 'within-band':
      return 'lies so near to the limit that the measurements around it leave open on which side';
    case 'measured-waiting':
      return 'measured with requests that came by chance, which waited for slots and slowed each other down more than they need to here';
    case 'chance-left-out':
      return verdict.ceiling
        ? `${CAVEAT_WORDS[reason]}: with that it is about ${formatAgainstLimits(verdict.ceiling, [verdict.objective])}`
        : CAVEAT_WORDS[reason];
    case 'below-floor':
      return 'by the catalog its GPU cannot answer so fast';
    case 'exceeds-memory':
      return 'by the catalog it does not fit into the GPU’s memory';
    case 'single-slot':
      return 'Ollama serves its model one request at a time, whatever `parallel` says';
    case 'balance-only':
      return verdict.objective.kind === 'budget' ? nodesByBalance(verdict) : CAVEAT_WORDS[reason];
    default:
      return CAVEAT_WORDS[reason];
  }
}

function isOverload({ reasons }: ObjectiveVerdict): boolean {
  return reasons.includes('overloaded');
}

/** A cost is as certain as its nodes, and those that the plan states are. */
function nodesByBalance({ reasons }: ObjectiveVerdict): string {
  const what = `the number of nodes ${CAVEAT_WORDS['balance-only']}`;
  return reasons.length > 1 ? what : `${what}; with \`nodes\` stated it is certain`;
}

/** As a clause of its own. */
export const NO_NODE_LEFT = 'no node is left to serve when as many fail as `spare` allows for';

/** Why there is no latency of a scenario that cannot keep up, behind its name. */
export function describeOverload({ servers, overload }: Overloaded): string {
  if (servers?.value === 0) {
    return 'has no node left to serve when as many fail as `spare` allows for';
  }
  const by = isSure(overload) ? '' : ', by what is known';
  return `is ${overloadedWord({ overload })}: more requests arrive than its nodes can serve${by}`;
}

/** Of a scenario that cannot keep up. */
export function overloadedWord({
  overload,
}: Pick<Overloaded, 'overload'>): 'overloaded' | 'likely overloaded' {
  return isSure(overload) ? 'overloaded' : 'likely overloaded';
}

type Overloaded = Pick<ScenarioAssessment, 'servers' | 'overload'>;

function isSure(overload: Overloaded['overload']): boolean {
  return overload?.doubts.length === 0;
}

/** Which observation is missing, where nothing known bears on an objective. */
const BY_LATENCY = 'no observation of the engine tells a latency at a load that is known';
const MISSING_WORDS: Readonly<Record<Objective['kind'], string>> = {
  latency: BY_LATENCY,
  ...recordByPercentile((name) => `no observation states \`${name}\`, and ${BY_LATENCY}`),
  ttft: 'no observation of the engine states `ttft`',
  tpot: 'no observation of the engine states `tpot`, nor both `ttft` and `latency` with `outputTokens` above 1, its own or the workload’s',
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
  return RESTS_ON[provenance.known];
}

const RESTS_ON: Readonly<Record<Known, string>> = {
  stated: 'a measurement',
  measured: 'a measurement',
  reported: 'a reported figure, not a measurement of yours',
  estimate: 'an estimate',
  guess: 'a guess',
};
