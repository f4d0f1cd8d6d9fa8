/** Words for findings about scenarios that miss their targets. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import { isTimeObjective, partsOf } from '../../engine/plan/objectives';
import type { Objective } from '../../engine/plan/plan';
import type { FindingArgs } from '../../lint/finding';
import type { MissArgs, ObjectiveArgs } from '../../lint/rules/shared/objectiveArgs';
import type { MeasurableArgs } from '../../lint/rules/shared/helpfulLoad';
import { formatAgainstLimits } from '../formatAgainstLimits';
import { formatFigure } from '../figures';
import { describeRuledOutOf } from '../memory';
import { describeLevers } from '../levers';
import { formatNumber } from '../numbers';
import { describeFigure, describeReason, foundFigure } from '../verdictReasons';
import { describeLimit, describeObjective, describeQuantity, nameOfKind } from '../verdicts';
import { arithmetic, lengthOf } from './memory';
import { observationName } from './observation';
import { quote, quotedList } from './words';
import { listOf, sentences } from '../sentences';
import type { Words } from './wordsOf';

export const TARGET_WORDS: Words<'target'> = {
  'target.latency-missed': (args) =>
    sentences(
      `${nameOf(args)} misses target ${quote(args.target.name)}: ${latencyAgainstLimit(args)}`,
      proofOf(args),
      leverOf(args),
    ),
  'target.likely-missed': (args) =>
    args.verdict.reasons.includes('turns-away')
      ? turnsAway(args)
      : sentences(
          `${nameOf(args)} likely misses target ${quote(args.target.name)}: ${latencyAgainstLimit(args)}`,
          leverOf(args),
        ),
  'target.unverified': (args) =>
    sentences(
      `${nameOf(args)} meets target ${quote(args.target.name)}, but unverified: ${foundOf(args)}, limit ${describeLimit(args.verdict.objective)}; ${firstReasonOf(args)}`,
      measurement(args) ?? statedLengths(args),
    ),
  'target.unknown': (args) =>
    sentences(
      args.verdict.reasons.includes('within-band')
        ? `whether ${nameOf(args)} meets target ${quote(args.target.name)} is undecided: ${foundOf(args)}, limit ${describeLimit(args.verdict.objective)}; ${firstReasonOf(args)}`
        : `whether ${nameOf(args)} meets target ${quote(args.target.name)} is unknown: ${unknownWhy(args)}; limit ${describeLimit(args.verdict.objective)}`,
      measurement(args),
    ),
  'target.infeasible': (args) =>
    args.about === 'target' ? infeasibleForAll(args) : infeasibleHere(args),
  'target.below-floor': belowFloor,
  'target.budget-exceeded': (args) =>
    sentences(
      `${nameOf(args)} exceeds the budget of target ${quote(args.target.name)}: ${costAgainstLimit(args)}`,
    ),
  'target.budget-likely-exceeded': (args) =>
    sentences(
      `${nameOf(args)} likely exceeds the budget of target ${quote(args.target.name)}: ${costAgainstLimit(args)}`,
      args.verdict.reasons.length > 0 ? `that is not certain: ${reasonsOf(args)}` : undefined,
    ),
};

function belowFloor({
  target,
  objectives,
  floor,
  fastest,
  scenarios,
}: FindingArgs['target.below-floor']): string {
  const names = quotedList(scenarios.map(({ spec: scenario }) => scenario.name));
  const [what, why] = floorText(floor, objectives);
  return sentences(
    `target ${quote(target.name)} asks for ${listOf(objectives.map(describeObjective))}, which is beyond the hardware of ${names}: ${what} takes at least ${formatAgainstLimits(floor, objectives)} on ${quote(fastest.engine.spec.name)}, since ${why}: ${arithmetic(floor)}`,
    ...new Set(objectives.map(couldHelp)),
  );
}

/** Says what has the floor, and why. */
function floorText(floor: Figure, objectives: readonly Objective[]): readonly [string, string] {
  const times = objectives.flatMap(({ kind }) => (isTimeObjective(kind) ? partsOf(kind).of : []));
  if (times.includes('ttft')) return ['a first token', 'the prompt is computed before it'];
  const what = times.includes('tpot') ? 'a token' : `an answer${lengthOf(floor)}`;
  return [what, 'every token reads the active weights once'];
}

function turnsAway(args: MissArgs): string {
  const { scenario, target } = args;
  return sentences(
    `${nameOf(args)} likely misses target ${quote(target.name)}: ${shareTurnedAway(args)}`,
    `${listOf([...leversOf(scenario), 'a longer `maxQueue`'], 'or')} may bring that down; \`rejected\` in the target says how many may be turned away`,
  );
}

function shareTurnedAway({ scenario: { turnedAway } }: MissArgs): string {
  const share = turnedAway ? describeFigure(turnedAway) : 'a part';
  return `${share} of the requests are turned away, and no objective limits how many`;
}

function nameOf({ scenario }: ObjectiveArgs): string {
  return quote(scenario.spec.name);
}

function latencyAgainstLimit({ scenario, verdict }: ObjectiveArgs): string {
  const limit = `limit ${describeLimit(verdict.objective)}`;
  if (!verdict.figure) return limit;
  const { kind } = verdict.objective;
  const isOfFleet = !verdict.reasons.includes('below-floor');
  const isMean = kind === 'latency' && isOfFleet && scenario.waiting;
  const waiting = isMean ? `, ${formatFigure(isMean)} of it waiting` : '';
  return `${nameOfKind(kind)} ${describeFigure(verdict.figure, [verdict.objective])}${waiting}, ${limit}`;
}

/** Describes the proof. A measurement at a lighter load is a lower bound, which is worth saying. */
function proofOf({ scenario, verdict }: ObjectiveArgs): string | undefined {
  const { proof, proofFigure } = verdict;
  if (!proof || !proofFigure) return undefined;
  const isLighter = scenario.latency?.provenance.caveats.includes('lighter-load');
  const load = proof.load
    ? ` with ${isLighter ? 'only ' : ''}${formatFigure(proof.load)} on a server`
    : '';
  return `${observationName(proof, 'a measurement')} shows it: ${formatAgainstLimits(proofFigure, [verdict.objective])}${load}`;
}

function leverOf({ scenario, alone, verdict }: MissArgs): string | undefined {
  if (alone) return aloneText(alone, verdict.objective);
  const levers = leversOf(scenario);
  return levers.length > 0 ? `${listOf(levers, 'or')} may bring it down` : undefined;
}

function leversOf({ spec: scenario, engine, parallel, waiting }: ScenarioAssessment): string[] {
  const levers: string[] = [];
  if (waiting || engine.curve.follows === 'load') {
    if (scenario.nodes) levers.push('more `nodes`');
    else if (scenario.sizeFor.value === 'slots') levers.push('`sizeFor: target`');
  }
  // fewer slots do not shorten a queue
  const canLower = !waiting && scenario.parallel.value !== 'auto' && parallel.value > 1;
  return canLower ? [...levers, 'a lower `parallel`'] : levers;
}

function aloneText(alone: Figure, objective: Objective): string {
  return `more nodes cannot help: a request alone on a server takes ${describeFigure(alone, [objective])}`;
}

function couldHelp({ kind }: Pick<Objective, 'kind'>): string {
  return `what could help: ${describeLevers(kind)}`;
}

function foundOf({ scenario, verdict }: ObjectiveArgs): string {
  const { objective } = verdict;
  const figure = foundFigure(verdict, scenario.cost);
  const what = describeQuantity(objective);
  return figure ? `${what} ${formatAgainstLimits(figure, [objective])}` : what;
}

function reasonsOf({ verdict }: ObjectiveArgs): string {
  return verdict.reasons.map((reason) => describeReason(reason, verdict)).join('; ');
}

/** The reason that matters most. The others are in the hover. */
function firstReasonOf({ verdict }: ObjectiveArgs): string {
  const [first] = verdict.reasons;
  return first ? describeReason(first, verdict) : '';
}

function measurement({ scenario, measureAt }: MeasurableArgs): string | undefined {
  if (measureAt === undefined) return undefined;
  const { engine, parallel, curve } = scenario;
  const { promptTokens, outputTokens } = curve.modelled ?? {};
  const lengths =
    promptTokens && outputTokens
      ? ` and ${formatFigure(promptTokens)} + ${formatFigure(outputTokens)} a request`.replace(
          ' tokens +',
          ' +',
        )
      : '';
  return `measure ${quote(engine.spec.name)} with ${formatNumber(measureAt)} in flight on a server of ${formatFigure(parallel)}${lengths}`;
}

/** Where nothing but lengths is missing, no new measurement is needed. */
function statedLengths({ scenario, verdict }: MeasurableArgs): string | undefined {
  if (!verdict.reasons.includes('tokens-unstated')) return undefined;
  const { workload } = scenario.spec;
  const silent = workload?.promptTokens ?? workload?.outputTokens;
  const where = silent ? 'the observations that it rests on' : 'the workload';
  return `state \`promptTokens\` and \`outputTokens\` of ${where} too`;
}

function unknownWhy(args: ObjectiveArgs): string {
  const { objective } = args.verdict;
  const figure = foundFigure(args.verdict, args.scenario.cost);
  const reasons = reasonsOf(args);
  if (!figure) return reasons;
  const what = `the ${describeQuantity(objective)}`;
  return `${what} is ${describeFigure(figure, [objective])}; ${reasons}`;
}

function infeasibleForAll({
  target,
  objective,
  fastest,
  engine,
}: Extract<FindingArgs['target.infeasible'], { about: 'target' }>): string {
  return sentences(
    `by what is known, no engine meets ${describeObjective(objective)} of target ${quote(target.name)}, whatever the number of nodes: on the fastest, ${quote(engine)}, a request alone on a server takes ${describeFigure(fastest, [objective])}`,
    couldHelp(objective),
  );
}

function infeasibleHere(
  args: Extract<FindingArgs['target.infeasible'], { about: 'scenario' }>,
): string {
  const { alone, scenario, undecided } = args;
  if (undecided.length > 0) return undecidedHere(args);
  const ruledOut = describeRuledOutOf(scenario.parallel);
  const tried = `${nameOf(args)}: ${triedText(args)}`;
  // `target.latency-missed` is at the same scenario and has the figures
  const levers = alone && couldHelp(args.verdict.objective);
  if (args.verdict.verified) return sentences(tried, ruledOut, levers);
  if (args.verdict.reasons.includes('turns-away'))
    return sentences(`${tried}: ${shareTurnedAway(args)}`, ruledOut);
  return sentences(
    `${tried}: ${latencyAgainstLimit(args)}`,
    ruledOut,
    alone && aloneText(alone, args.verdict.objective),
    levers,
  );
}

/** Asks for a measurement of one idle server: no number of nodes makes a request faster than that. */
function undecidedHere(
  args: Extract<FindingArgs['target.infeasible'], { about: 'scenario' }>,
): string {
  const { scenario, target, undecided, verdict } = args;
  const { spec: engine, curve } = scenario.engine;
  const load = curve.follows === 'parallel' ? scenario.parallel.value : 1;
  const slots = `${formatFigure(scenario.parallel)} a server`;
  const open = `${nameOf(args)}: what is known does not decide whether more nodes meet target ${quote(target.name)} with ${slots}`;
  const kinds = listOf(undecided.map(({ kind }) => `\`${nameOfKind(kind)}\``));
  return sentences(
    verdict.verified ? open : `${open}: as it is sized, ${latencyAgainstLimit(args)}`,
    `a measurement of ${kinds} with ${formatNumber(load)} in flight on a server of ${quote(engine.name)} decides it`,
  );
}

/** Says which options the engine searched, without success. */
function triedText({ scenario, target }: MissArgs): string {
  const { spec: plan, parallel, nodes, load } = scenario;
  const meets = `meets target ${quote(target.name)}`;
  if (plan.parallel.value !== 'auto') {
    return `no number of nodes ${meets} with ${formatFigure(parallel)} a server`;
  }
  const nearest = `${formatNumber(parallel.value)} comes nearest`;
  if (!plan.nodes || !nodes) {
    return `no \`parallel\` or number of nodes ${meets}; ${formatNumber(parallel.value)} takes the fewest nodes`;
  }
  return load && load.value > parallel.value
    ? `no \`parallel\` that is known of gives ${formatFigure(nodes)} a slot for every request in flight`
    : `no \`parallel\` on ${formatFigure(nodes)} ${meets}, and ${nearest}`;
}

function costAgainstLimit(args: ObjectiveArgs): string {
  return `${costOf(args)}, limit ${describeLimit(args.verdict.objective)}`;
}

function costOf({ scenario, verdict }: ObjectiveArgs): string {
  const figure = foundFigure(verdict, scenario.cost);
  return figure ? formatAgainstLimits(figure, [verdict.objective]) : 'its cost';
}
