/**
 * Recommends for each target the cheapest `parallel` and number of nodes that meets it, on each engine and over all.
 * The search covers every `parallel` from 1 to the largest that the plan names or observed for the engine. A server
 * must have room for it, and every request in flight gets a slot.
 */
import type { Assessment, ScenarioAssessment } from '../assess/assessment';
import { comparedTargets } from '../assess/comparedTargets';
import { scenariosOf } from '../assess/scenariosOf';
import type { EngineAssessment } from '../curve/engineAssessment';
import { constantFigure } from '../figure/figures';
import { Fleet } from '../fleet/fleet';
import { modelServer } from '../fleet/operate';
import { nodesForSlotsFigure, nodesForTargetFigure } from '../fleet/sizedNodes';
import { sizeForSlots } from '../fleet/sizing';
import type { Plan, Target, Workload } from '../plan/plan';
import { serverOptions, type Candidate, type SearchQuestion } from '../search/candidate';
import { findNearest } from '../search/nearest';
import { searchesIn } from '../search/parallelLadder';
import { parallelRange } from '../search/parallelRange';
import { searchParallel } from '../search/search';
import { memoize } from '../util/cache';
import { atMost, clearlyLess } from '../util/rounding';
import { worstMiss } from '../verdict/binding';
import { evidenceOn, fleetJudge } from '../verdict/judgeFleet';
import type { TargetRecommendation, Recommendation, Option } from './recommendation';

/** Recommendations for each compared target, in the plan's order; computed once for an assessment. */
export const recommend = memoize((assessment: Assessment): readonly TargetRecommendation[] =>
  comparedTargets(assessment.plan).map((target) => recommendForTarget(assessment, target)),
);

function recommendForTarget(assessment: Assessment, target: Target): TargetRecommendation {
  const { plan } = assessment;
  const byEngine = assessment.engines.map((engine) => ({
    engine,
    recommendation: recommendOnEngine(assessment, engine, target),
  }));
  const overall: Recommendation = plan.workload
    ? bestOverall(byEngine.map(({ recommendation }) => recommendation))
    : { kind: 'none', because: 'no-workload', nearest: undefined };
  return { target, overall, byEngine };
}

function recommendOnEngine(
  assessment: Assessment,
  engine: EngineAssessment,
  target: Target,
): Recommendation {
  const { workload, policy } = assessment.plan;
  if (!workload) return { kind: 'none', because: 'no-workload', nearest: undefined };
  const { largest, most } = parallelRange(assessment.plan, engine, workload);
  if (most?.value === 0) return { kind: 'none', because: 'memory', nearest: undefined };
  const question: SearchQuestion = {
    engine,
    workload,
    policy,
    target,
    largestParallel: largest,
    searches: searchesIn(assessment.plan),
    sizeFor: 'target',
    fixedNodes: undefined,
    by: 'all',
  };
  const searched = serverOptions(question);
  const result = searchParallel(question, searched);
  const describe = (candidate: Candidate): Option => ({
    ...describeOption(assessment, engine, target, workload, candidate),
    slotsThatFit: most,
  });
  const candidates = [result.meeting, result.undecided].filter(
    (candidate) => candidate !== undefined,
  );
  const options = candidates.map(describe);
  const met = options.find(({ verdict }) => verdict.outcome === 'meets');
  if (met) return { kind: 'option', option: met };
  const open = options.find(({ verdict }) => verdict.outcome === 'unknown');
  if (open) return { kind: 'none', because: 'unknown', nearest: open };
  // an option that is fast enough misses by its cost, so the cheapest is nearest
  const nearest = candidates[0] ?? findNearest(question, searched);
  return {
    kind: 'none',
    because: nearest && engine.curve.knots.length > 0 ? 'misses' : 'unknown',
    nearest: nearest && describe(nearest),
  };
}

/** Figures of a candidate, with the scenario of the plan that is the same. */
function describeOption(
  assessment: Assessment,
  engine: EngineAssessment,
  target: Target,
  workload: Workload,
  candidate: Candidate,
): Omit<Option, 'slotsThatFit'> {
  const { plan } = assessment;
  const model = modelServer(engine, candidate.parallel, workload);
  const scenario = scenariosOf(assessment, engine).find((s) => isSameOption(s, plan, candidate));
  const parallel = scenario?.parallel ?? constantFigure(candidate.parallel, 'slots/server');
  const sizing = sizeForSlots(model, plan.policy.headroom.value);
  const forSlots = sizing
    ? nodesForSlotsFigure(model, sizing, parallel, plan.policy)
    : constantFigure(candidate.nodes, 'nodes');
  const evidence = evidenceOn(model, candidate.nodes, target, plan.policy);
  const formula = NODES_FORMULAS[candidate.outcome];
  const nodes = nodesForTargetFigure(forSlots, candidate.nodes, plan.policy, evidence, formula);
  const fleet = new Fleet(model, parallel, nodes, plan.policy);
  const verdictOn = memoize(fleetJudge(fleet));
  return {
    engine,
    parallel: candidate.parallel,
    nodes,
    latency: fleet.latency,
    load: fleet.load,
    cost: fleet.cost,
    verdict: verdictOn(target),
    verdictOn,
    scenario: scenario?.spec,
  };
}

const NODES_FORMULAS = {
  meets: 'nodes.forTarget',
  unknown: 'nodes.forBand',
  misses: 'nodes.nearest',
} as const;

function isSameOption(
  { spec: scenario, parallel, nodes }: ScenarioAssessment,
  plan: Plan,
  candidate: Candidate,
): boolean {
  return (
    parallel.value === candidate.parallel &&
    nodes?.value === candidate.nodes + plan.policy.spare.value &&
    scenario.workload === plan.workload &&
    scenario.policy === plan.policy
  );
}

function bestOverall(recommendations: readonly Recommendation[]): Recommendation {
  const options = recommendations
    .filter((recommendation) => recommendation.kind === 'option')
    .map(({ option }) => option);
  if (options.length > 0) return cheapest(options);
  const undecided = recommendations.filter((r) => r.kind === 'none' && r.because === 'unknown');
  const running = recommendations.filter((r) => r.kind === 'none' && r.because !== 'memory');
  const [first, ...others] =
    [undecided, running, recommendations].find((all) => all.length > 0) ?? [];
  if (!first) return { kind: 'none', because: 'no-engines', nearest: undefined };
  return others.reduce((a, b) => (isNearer(b, a) ? b : a), first);
}

/** Tells which of two engines without a solution comes nearer, or may meet the target for less. */
function isNearer(a: Recommendation, b: Recommendation): boolean {
  if (a.kind !== 'none' || b.kind !== 'none' || !a.nearest || !b.nearest) return false;
  if (currencyOf(a.nearest) !== currencyOf(b.nearest)) return false;
  return a.because === 'misses'
    ? clearlyLess(worstMiss(a.nearest.verdict), worstMiss(b.nearest.verdict))
    : isBetter(a.nearest, b.nearest);
}

/** Cheapest option. Prices in different currencies are never compared, nor missing ones. */
function cheapest(options: readonly Option[]): Recommendation {
  const [first, ...others] = options;
  if (!first) return { kind: 'none', because: 'no-engines', nearest: undefined };
  const currencies = new Set(options.map(currencyOf));
  if (others.length > 0 && (currencies.size > 1 || currencies.has(undefined))) {
    return { kind: 'none', because: 'currencies', nearest: undefined };
  }
  return { kind: 'option', option: others.reduce((a, b) => (isBetter(b, a) ? b : a), first) };
}

function isBetter(a: Option, b: Option): boolean {
  const [costA, costB] = [costOfOption(a), costOfOption(b)];
  if (clearlyLess(costA, costB)) return true;
  if (!atMost(costA, costB)) return false;
  return clearlyLess(latencyOf(a), latencyOf(b));
}

function latencyOf({ latency }: Option): number {
  return latency?.value ?? Infinity;
}

function costOfOption({ cost }: Option): number {
  return cost?.perHour.value ?? Infinity;
}

function currencyOf({ cost }: Option): string | undefined {
  const unit = cost?.perHour.unit;
  return typeof unit === 'object' ? unit.currency : undefined;
}
