/** Words for findings about scenarios that miss their targets. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import type { VerdictReason } from '../../engine/figure/reasons';
import { isTimeObjective, partsOf } from '../../engine/plan/objectives';
import type { Objective } from '../../engine/plan/plan';
import type { FindingArgs } from '../../lint/finding';
import type { MissArgs, ObjectiveArgs, SharedArgs } from '../../lint/rules/shared/objectiveArgs';
import type { MeasurableArgs } from '../../lint/rules/shared/helpfulLoad';
import { formatAgainstLimits } from '../formatAgainstLimits';
import { formatFigure } from '../figures';
import { describeRuledOutOf } from '../memory';
import { describeLevers } from '../levers';
import { formatNumber } from '../numbers';
import { badgeOf } from '../provenance';
import { describeBadged, describeReason, foundFigure } from '../verdictReasons';
import {
  describeFoundQuantity,
  describeLimit,
  describeLimitOf,
  describeQuantity,
  keyOfKind,
} from '../verdicts';
import { arithmetic, lengthOf } from './memory';
import { observationName } from './observation';
import { quote, quotedList } from './words';
import { joinSentences, listOf, sentences } from '../sentences';
import type { Words } from './wordsOf';

export const TARGET_WORDS: Words<'target'> = {
  'target.latency-missed': (args) =>
    sentences(
      `${nameOf(args)} misses ${quote(args.target.name)}: ${foundAgainstLimit(args)}`,
      othersOf(args, 'also misses'),
      proofOf(args),
      leverOf(args),
    ),
  'target.likely-missed': (args) =>
    args.verdict.reasons.includes('turns-away')
      ? turnsAway(args)
      : sentences(
          `${nameOf(args)} likely misses ${quote(args.target.name)}: ${foundAgainstLimit(args)}`,
          othersOf(args, 'also likely misses'),
          leverOf(args),
        ),
  'target.unverified': unverified,
  'target.unknown': unknown,
  'target.infeasible': (args) =>
    args.about === 'target' ? infeasibleForAll(args) : infeasibleHere(args),
  'target.below-floor': belowFloor,
  'target.budget-exceeded': (args) =>
    sentences(`${nameOf(args)} exceeds the budget of ${overBudget(args)}`, CHEAPER),
  'target.budget-likely-exceeded': (args) =>
    sentences(
      `${nameOf(args)} likely exceeds the budget of ${overBudget(args)}`,
      args.verdict.reasons.length > 0 ? `not certain: ${firstReasonOf(args)}` : undefined,
      CHEAPER,
    ),
};

const CHEAPER = 'use fewer or cheaper nodes, or raise the budget';

function overBudget(args: ObjectiveArgs): string {
  return `${quote(args.target.name)}: ${costOf(args)}, limit ${describeLimit(args.verdict.objective)}`;
}

function unverified(args: MeasurableArgs): string {
  const meets = `${nameOf(args)} should meet ${quote(args.target.name)} (${foundOrLimit(args)}), but`;
  const [first] = args.verdict.reasons;
  const source = first === 'not-measured' ? onlyBy(args) : undefined;
  return sentences(
    source ? `${meets} only by ${source}` : `${meets} this is unverified`,
    source ? undefined : firstReasonOf(args),
    measurement(args) ?? statedLengths(args),
  );
}

/** Returns the weak source of the figure. */
function onlyBy({ verdict: { figure } }: ObjectiveArgs): string | undefined {
  const known = figure?.provenance.known;
  return known && ONLY_BY[known];
}

const ONLY_BY: Readonly<Partial<Record<Figure['provenance']['known'], string>>> = {
  reported: 'someone else’s figure',
  estimate: 'an estimate',
  guess: 'a guess',
};

/** Returns `mean latency 2.7 s, limit <3 s`, or the limit alone if the figure is that bound. */
function foundOrLimit(args: ObjectiveArgs): string {
  const { verdict, scenario } = args;
  const figure = foundFigure(verdict, scenario.cost);
  const limit = describeLimit(verdict.objective);
  const isLimitItself = figure && formatAgainstLimits(figure, []) === `below ${limit.slice(1)}`;
  return isLimitItself ? limit : `${foundOf(args)}, limit ${limit}`;
}

function unknown(args: FindingArgs['target.unknown']): string {
  const { verdict, target } = args;
  const limit = describeLimit(verdict.objective);
  const others = othersOf(args, 'the same holds for', '');
  const shown = foundFigure(verdict, args.scenario.cost) ? foundOf(args) : undefined;
  if (verdict.reasons.includes('within-band')) {
    return sentences(
      `${nameOf(args)} is undecided on ${quote(target.name)}: ${shown ?? ''}, limit ${limit}`,
      firstReasonOf(args),
      others,
      measurement(args),
    );
  }
  return sentences(
    shown
      ? `${nameOf(args)} is undecided on ${quote(target.name)}: ${shown}, limit ${limit}`
      : `${nameOf(args)} cannot be judged on ${quote(target.name)} (${describeLimitOf(verdict.objective)})`,
    ...verdict.reasons.map((reason) => describeReason(reason, verdict)),
    others,
    measurement(args) ?? missing(args.verdict.reasons, verdict.objective),
  );
}

/** Says what to add if nothing gives the figure. */
function missing(reasons: readonly VerdictReason[], { kind }: Objective): string | undefined {
  if (reasons.includes('no-price')) return 'add `price` to the node';
  if (reasons.includes('other-currency')) return 'state both in one currency';
  if (!reasons.includes('no-evidence')) return undefined;
  const key = isTimeObjective(kind) ? partsOf(kind).of : 'latency';
  return `add a benchmark with \`${key}\` and its load`;
}

function belowFloor({
  target,
  objectives,
  floor,
  fastest,
  scenarios,
}: FindingArgs['target.below-floor']): string {
  const names = quotedList(scenarios.map(({ spec: scenario }) => scenario.name));
  const asked = listOf(objectives.map(describeLimitOf));
  const [what, why] = floorText(floor, objectives);
  return sentences(
    `${quote(target.name)} is out of reach: ${asked} asked, ${formatAgainstLimits(floor, objectives)} needed for ${what} on ${quote(fastest.engine.spec.name)}`,
    `this applies to ${names}`,
    why,
    `formula: ${arithmetic(floor)}`,
    ...new Set(objectives.map(tryLevers)),
  );
}

/** Says what has the floor, and why. */
function floorText(floor: Figure, objectives: readonly Objective[]): readonly [string, string] {
  const times = objectives.flatMap(({ kind }) => (isTimeObjective(kind) ? partsOf(kind).of : []));
  if (times.includes('ttft')) return ['the first token', 'the whole prompt is computed before it'];
  const what = times.includes('tpot') ? 'one token' : `an answer${lengthOf(floor)}`;
  return [what, 'every token reads the active weights once'];
}

function turnsAway(args: MissArgs): string {
  const levers = [...leversOf(args.scenario), 'raise `maxQueue`'];
  return sentences(
    `${nameOf(args)} likely misses ${quote(args.target.name)}: ${shareTurnedAway(args)}`,
    `${listOf(levers, 'or')}; or set the share that you accept as \`rejected\` in the target`,
  );
}

function shareTurnedAway({ scenario: { turnedAway } }: MissArgs): string {
  const share = turnedAway ? `${describeBadged(turnedAway)} of the requests are` : 'requests are';
  return `${share} turned away`;
}

function nameOf({ scenario }: ObjectiveArgs): string {
  return quote(scenario.spec.name);
}

/** Returns `mean latency 2.7 s (measured), limit <1 s, 138 ms of it queueing`. */
function foundAgainstLimit({ scenario, verdict }: ObjectiveArgs): string {
  const limit = `limit ${describeLimit(verdict.objective)}`;
  if (!verdict.figure) return limit;
  const { kind } = verdict.objective;
  const isOfFleet = !verdict.reasons.includes('below-floor');
  const isMean = kind === 'latency' && isOfFleet && scenario.waiting;
  const waiting = isMean ? `; ${formatFigure(isMean)} of it is queueing` : '';
  return `${describeFoundQuantity(verdict.objective)} ${describeBadged(verdict.figure, [verdict.objective])}, ${limit}${waiting}`;
}

/** Names the other objectives with the same verdict. */
function othersOf({ others }: SharedArgs, verb: string, subject = 'it '): string | undefined {
  if (others.length === 0) return undefined;
  return `${subject}${verb} ${listOf(others.map(({ objective }) => describeLimitOf(objective)))}`;
}

/** Describes the proof. A measurement at a lighter load is a lower bound. */
function proofOf({ scenario, verdict }: ObjectiveArgs): string | undefined {
  const { proof, proofFigure } = verdict;
  if (!proof || !proofFigure) return undefined;
  const isLighter = scenario.latency?.provenance.caveats.includes('lighter-load');
  const load = proof.load
    ? ` at ${isLighter ? 'a concurrency of only' : 'concurrency'} ${formatNumber(proof.load.value)} per server`
    : '';
  return `${observationName(proof, 'a benchmark')} measured ${formatAgainstLimits(proofFigure, [verdict.objective])}${load}`;
}

function leverOf({ scenario, alone, verdict }: MissArgs): string | undefined {
  if (alone) return aloneText(alone, verdict.objective);
  const levers = leversOf(scenario);
  return levers.length > 0 ? listOf(levers, 'or') : undefined;
}

function leversOf({ spec: scenario, engine, parallel, waiting }: ScenarioAssessment): string[] {
  const levers: string[] = [];
  if (waiting || engine.curve.follows === 'load') {
    if (scenario.nodes) levers.push('raise `nodes`');
    else if (scenario.sizeFor.value === 'slots') levers.push('set `sizeFor: target`');
  }
  // fewer slots do not shorten a queue
  const canLower = !waiting && scenario.parallel.value !== 'auto' && parallel.value > 1;
  return canLower ? [...levers, 'lower `parallel`'] : levers;
}

function aloneText(alone: Figure, objective: Objective): string {
  return `adding nodes won’t help: one request on an idle server already takes ${describeBadged(alone, [objective])}`;
}

function tryLevers({ kind }: Pick<Objective, 'kind'>): string {
  return `try ${describeLevers(kind)}`;
}

function foundOf({ scenario, verdict }: ObjectiveArgs): string {
  const { objective } = verdict;
  const figure = foundFigure(verdict, scenario.cost);
  const what = describeFoundQuantity(objective);
  return figure ? `${what} ${formatAgainstLimits(figure, [objective])}` : what;
}

/** Returns the reason that matters most. The others are in the hover. */
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
      ? `, with ${formatNumber(promptTokens.value)} + ${formatFigure(outputTokens)} a request`
      : '';
  const slots =
    measureAt === parallel.value ? '' : ` and \`parallel\` ${formatNumber(parallel.value)}`;
  return `benchmark ${quote(engine.spec.name)} at concurrency ${formatNumber(measureAt)} per server${slots}${lengths}`;
}

/** Asks for lengths if nothing else is missing. */
function statedLengths({ scenario, verdict }: MeasurableArgs): string | undefined {
  if (!verdict.reasons.includes('tokens-unstated')) return undefined;
  const { workload } = scenario.spec;
  const silent = workload?.promptTokens ?? workload?.outputTokens;
  const where = silent ? 'the benchmark' : 'the workload';
  return `state \`promptTokens\` and \`outputTokens\` of ${where} too`;
}

function infeasibleForAll({
  target,
  objective,
  fastest,
  engine,
}: Extract<FindingArgs['target.infeasible'], { about: 'target' }>): string {
  return sentences(
    `no engine meets ${quote(target.name)} (${describeLimitOf(objective)}), whatever the number of nodes`,
    `one request on an idle server takes ${describeBadged(fastest, [objective])} on the fastest engine, ${quote(engine)}`,
    tryLevers(objective),
  );
}

function infeasibleHere(args: ScenarioArgs): string {
  const { alone, undecided, verdict } = args;
  if (undecided.length > 0) return undecidedHere(args);
  const missed = verdict.reasons.includes('turns-away')
    ? shareTurnedAway(args)
    : foundAgainstLimit(args);
  return joinSentences(
    sentences(
      `${nameOf(args)} cannot meet ${quote(args.target.name)}: ${missed}`,
      alone && aloneText(alone, verdict.objective),
    ),
    describeTried(args),
  );
}

/** Says which options the engine searched, and what else helps. */
export function describeTried(args: ScenarioArgs): string {
  const { alone, scenario, undecided, verdict } = args;
  if (undecided.length > 0) return sentences(...decideHere(args));
  return sentences(
    triedText(args),
    describeRuledOutOf(scenario.parallel),
    alone && tryLevers(verdict.objective),
  );
}

type ScenarioArgs = Extract<FindingArgs['target.infeasible'], { about: 'scenario' }>;

function undecidedHere(args: ScenarioArgs): string {
  return sentences(
    `${nameOf(args)} misses ${quote(args.target.name)} as sized: ${foundAgainstLimit(args)}`,
    ...decideHere(args),
  );
}

/** Asks for a benchmark of an idle server: no number of nodes makes a request faster than that. */
function decideHere({ scenario, undecided }: ScenarioArgs): readonly string[] {
  const { spec: engine, curve } = scenario.engine;
  const load = curve.follows === 'parallel' ? scenario.parallel.value : 1;
  const kinds = listOf(undecided.map(({ kind }) => `\`${keyOfKind(kind)}\``));
  return [
    `it is unknown if more nodes help with ${formatFigure(scenario.parallel)} per server`,
    `benchmark ${kinds} of ${quote(engine.name)} at concurrency ${formatNumber(load)} per server`,
  ];
}

/** Lists the options that the engine searched without success. */
function triedText({ scenario }: MissArgs): string {
  const { spec: plan, parallel, nodes, load } = scenario;
  if (plan.parallel.value !== 'auto') {
    return `no number of nodes is enough with ${formatFigure(parallel)} per server`;
  }
  if (!plan.nodes || !nodes) {
    return `no \`parallel\` or number of nodes is enough; \`parallel: ${parallel.value}\` needs the fewest nodes`;
  }
  return load && load.value > parallel.value
    ? `no known \`parallel\` gives every request a slot on ${formatFigure(nodes)}`
    : `no \`parallel\` is enough on ${formatFigure(nodes)}; \`parallel: ${parallel.value}\` is closest`;
}

function costOf({ scenario, verdict }: ObjectiveArgs): string {
  const figure = foundFigure(verdict, scenario.cost);
  if (!figure) return describeQuantity(verdict.objective);
  const text = formatAgainstLimits(figure, [verdict.objective]);
  return verdict.verified ? text : `${text} (${badgeOf(figure)})`;
}
