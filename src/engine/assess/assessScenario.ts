/** Computes all figures and verdicts of one scenario. */
import { citedObservations } from '../curve/citedObservations';
import type { LatencyCurve } from '../curve/curve';
import type { EngineAssessment } from '../curve/engineAssessment';
import type { LatencyBand } from '../curve/latencyBand';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { STATED } from '../figure/provenance';
import { Fleet } from '../fleet/fleet';
import { modelServer, type ServerModel } from '../fleet/operate';
import { nodesForSlotsFigure, nodesForTargetFigure } from '../fleet/sizedNodes';
import { sizeForSlots } from '../fleet/sizing';
import { checkMemory } from '../hardware/memory';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Plan, Scenario, Target, Workload } from '../plan/plan';
import {
  serverOptions,
  type Candidate,
  type JudgedBy,
  type SearchQuestion,
} from '../search/candidate';
import { fewestThatServe } from '../search/fewestThatServe';
import { nodesWithBand, sufficesWithBand, type NodesForTarget } from '../search/nodesForBand';
import { searchesIn } from '../search/parallelLadder';
import { parallelRange } from '../search/parallelRange';
import { searchParallel } from '../search/search';
import { createAnswers, memoize } from '../util/cache';
import { leaveUnjudged } from '../verdict/judge';
import { evidenceOn, fleetJudge } from '../verdict/judgeFleet';
import type { TargetVerdict } from '../verdict/verdict';
import type { NotSized, ScenarioAssessment, SizedScenario, UnsizedScenario } from './assessment';
import { comparedTargets, isCompared } from './comparedTargets';
import { verdictOf } from './ownVerdict';
import { bandOfLatency } from './scenarioBand';

/** @param near Search for its nodes at nearly the same load, if there was one: where this search starts. */
export function assessScenario(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
  near?: NodesForTarget,
): ScenarioAssessment {
  const { workload } = scenario;
  if (!workload) return notSized(plan, scenario, engine, 'no-workload');
  const { parallel, found } = resolveParallel(plan, scenario, engine, workload);
  const model = modelServer(engine, parallel.value, workload);
  const count = countNodes(scenario, model, parallel, found, 'all', near);
  if (!count) return notSized(plan, scenario, engine, 'no-latency', parallel);
  return new AssessedScenario(plan, scenario, engine, model, parallel, count);
}

/**
 * Nodes of a scenario only, without latency and cost.
 * @param by `balance`: by average load, since queueing delay takes long to compute.
 */
export function sizeScenario(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
  by: JudgedBy = 'all',
): Figure | undefined {
  const { workload } = scenario;
  if (!workload) return undefined;
  const { parallel, found } = resolveParallel(plan, scenario, engine, workload, by);
  const model = modelServer(engine, parallel.value, workload);
  return countNodes(scenario, model, parallel, found, by)?.nodes;
}

/**
 * Tells if a scenario that is assessed on fixed nodes would be sized to fewer, with as many slots. That takes less work
 * than to size it.
 */
export function wouldTakeFewerNodes({ spec, engine, parallel, nodes }: SizedScenario): boolean {
  const { workload, policy, target, sizeFor } = spec;
  if (!workload) return false;
  const model = modelServer(engine, parallel.value, workload);
  const forSlots = sizeForSlots(model, policy.headroom.value)?.nodes;
  if (forSlots === undefined) return false;
  const fewer = nodes.value - policy.spare.value - 1;
  if (sizeFor.value === 'slots') return forSlots <= fewer;
  return sufficesWithBand({ by: 'all', model, forSlots, target, policy }, fewer);
}

class AssessedScenario extends Fleet implements SizedScenario {
  readonly curve: LatencyCurve;
  readonly notSized = undefined;
  readonly search: NodesForTarget | undefined;
  readonly verdictOn: (target: Target) => TargetVerdict;
  private knownBand: { readonly value: LatencyBand | undefined } | undefined;
  private knownVerdicts: readonly TargetVerdict[] | undefined;
  private knownRestsOn: readonly ObservationAssessment[] | undefined;

  constructor(
    private readonly plan: Plan,
    readonly spec: Scenario,
    readonly engine: EngineAssessment,
    model: ServerModel,
    parallel: Figure,
    { nodes, search }: NodeCount,
  ) {
    super(model, parallel, nodes, spec.policy);
    this.search = search;
    this.curve = model.engine.curve;
    let judge: ((target: Target) => TargetVerdict) | undefined;
    this.verdictOn = memoize((target: Target) => (judge ??= fleetJudge(this))(target));
  }

  get band(): LatencyBand | undefined {
    this.knownBand ??= { value: bandOfLatency(this) };
    return this.knownBand.value;
  }

  get verdicts(): readonly TargetVerdict[] {
    this.knownVerdicts ??= comparedTargets(this.plan).map(this.verdictOn);
    return this.knownVerdicts;
  }

  get citedObservations(): readonly ObservationAssessment[] {
    this.knownRestsOn ??= citedObservations(this.engine, [
      this.latency,
      this.nodes,
      ...this.judgedFigures(),
    ]);
    return this.knownRestsOn;
  }

  private judgedFigures(): readonly (Figure | undefined)[] {
    const own = verdictOf(this);
    const judged =
      own && !isCompared(this.plan, own.target) ? [...this.verdicts, own] : this.verdicts;
    return judged.flatMap(({ objectives }) => objectives.map(({ figure }) => figure));
  }
}

interface NodeCount {
  readonly nodes: Figure;
  /** Undefined if nothing was searched for. */
  readonly search: NodesForTarget | undefined;
}

/**
 * Number of nodes.
 * @param found Result of a search for `parallel`, with as many nodes as it takes.
 * @param near Search at nearly the same load.
 */
function countNodes(
  scenario: Scenario,
  model: ServerModel,
  parallel: Figure,
  found: Candidate | undefined,
  by: JudgedBy = 'all',
  near?: NodesForTarget,
): NodeCount | undefined {
  const withoutSearch = (nodes: Figure): NodeCount => ({ nodes, search: undefined });
  if (scenario.nodes) return withoutSearch(statedFigure(scenario.nodes, 'nodes', 'nodes'));
  const { policy, target } = scenario;
  const sizing = sizeForSlots(model, policy.headroom.value);
  if (!sizing) return undefined;
  const forSlots = nodesForSlotsFigure(model, sizing, parallel, policy);
  if (scenario.sizeFor.value === 'slots') return withoutSearch(forSlots);
  const search = found
    ? { nodes: found.nodes, isBounded: false, expected: undefined }
    : nodesWithBand({ by, model, forSlots: sizing.nodes, target, policy }, near);
  if (!search) return withoutSearch(forSlots); // no number of nodes meets it, which a finding reports
  const evidence = by === 'all' ? evidenceOn(model, search.nodes, target, policy) : {};
  const formula = search.isBounded ? 'nodes.forBand' : 'nodes.forTarget';
  const nodes = nodesForTargetFigure(forSlots, search.nodes, policy, evidence, formula);
  return { nodes, search };
}

interface ChosenParallel {
  readonly parallel: Figure;
  /** Result of the search; undefined without a search, or if nothing decides it. */
  readonly found: Candidate | undefined;
}

/**
 * Slots of a scenario. `auto`: the cheapest that meets the target, within the server's slots and memory as far as they
 * are known. If none meets it, more nodes are not bought in vain: the fewest that serve.
 */
function resolveParallel(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
  workload: Workload,
  by: JudgedBy = 'all',
): ChosenParallel {
  const { parallel, policy, target, sizeFor, nodes } = scenario;
  if (parallel.value !== 'auto') {
    const value = statedFigure({ ...parallel, value: parallel.value }, 'slots/server', 'parallel');
    return { parallel: value, found: undefined };
  }
  const { largest, most } = parallelRange(plan, engine, workload);
  const question: SearchQuestion = {
    engine,
    workload,
    policy,
    target,
    largestParallel: largest,
    searches: searchesIn(plan),
    sizeFor: sizeFor.value,
    fixedNodes: nodes && Math.max(0, nodes.value - policy.spare.value),
    by,
  };
  const { found, undecided, tried } = findParallel(question);
  // a choice counts as a decision, however well the memory is known
  const isPartial = tried < largest;
  const inputs = {
    ...(most && { largest: most }),
    ...(isPartial && { tried: constantFigure(tried, 'factor') }),
  };
  const slots = (found ?? undecided)?.parallel ?? 1;
  const auto = deriveFigure('parallel.auto', slots, 'slots/server', inputs, 'exact', STATED);
  return { parallel: auto, found };
}

interface FoundParallel {
  readonly found: Candidate | undefined;
  /** Candidate that may meet the target, where none is known to. */
  readonly undecided: Candidate | undefined;
  /** Number of values of `parallel` that were tried. */
  readonly tried: number;
}

/** Scenarios that are alike share the search. */
function findParallel(question: SearchQuestion): FoundParallel {
  const { engine, workload, policy, target, largestParallel, searches } = question;
  const { sizeFor, fixedNodes, by } = question;
  const about = [engine, workload, policy, ...(target ? [target] : [])];
  const key = [largestParallel, searches, sizeFor, fixedNodes, by].join(' ');
  return foundFor(about, key, () => {
    const options = serverOptions(question);
    const { meeting, undecided } = searchParallel(question, options);
    const found = meeting ?? (undecided ? undefined : fewestThatServe(question, options));
    return { found, undecided, tried: options.length };
  });
}

const foundFor = createAnswers<string, FoundParallel>();

function notSized(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
  why: NotSized,
  known?: Figure,
): UnsizedScenario {
  const stated = scenario.parallel.value === 'auto' ? 1 : scenario.parallel.value;
  const parallel =
    known ?? statedFigure({ ...scenario.parallel, value: stated }, 'slots/server', 'parallel');
  const verdictOn = memoize((target: Target) => leaveUnjudged(target, 'not-sized'));
  return {
    spec: scenario,
    engine,
    curve: engine.curve,
    parallel,
    notSized: why,
    overloaded: false,
    isFull: false,
    memory: checkMemory(scenario.engine, scenario.workload, parallel),
    verdictOn,
    get verdicts() {
      return comparedTargets(plan).map(verdictOn);
    },
    citedObservations: [],
  };
}
