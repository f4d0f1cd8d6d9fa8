/** Words for findings about scenarios that miss their targets. */
import { t } from '@vscode/l10n';
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
import { describeArithmetic, tokensIn } from './memory';
import { concurrencyText, quote, quotedList } from './words';
import { joinSentences, listOf, sentences } from '../sentences';
import type { Words } from './wordsOf';

export const TARGET_WORDS: Words<'target'> = {
  'target.latency-missed': (args) =>
    sentences(
      t`${nameOf(args)} misses ${quote(args.target.name)}: ${foundAgainstLimit(args)}`,
      othersOf(args, (limits) => t`it also misses ${limits}`),
      proofOf(args),
      leverOf(args),
    ),
  'target.likely-missed': (args) =>
    args.verdict.reasons.includes('turns-away')
      ? turnsAway(args)
      : sentences(
          likelyMisses(args, foundAgainstLimit(args)),
          othersOf(args, (limits) => t`it also likely misses ${limits}`),
          leverOf(args),
        ),
  'target.unverified': unverified,
  'target.unknown': unknown,
  'target.infeasible': (args) =>
    args.about === 'target' ? infeasibleForAll(args) : infeasibleHere(args),
  'target.below-floor': belowFloor,
  'target.budget-exceeded': (args) =>
    sentences(
      t`${nameOf(args)} exceeds the budget of ${quote(args.target.name)}: ${costAgainstLimit(args)}`,
      cheaperNodes(),
    ),
  'target.budget-likely-exceeded': (args) =>
    sentences(
      t`${nameOf(args)} likely exceeds the budget of ${quote(args.target.name)}: ${costAgainstLimit(args)}`,
      args.verdict.reasons.length > 0 ? t`not certain: ${firstReasonOf(args)}` : undefined,
      cheaperNodes(),
    ),
};

function likelyMisses(args: ObjectiveArgs, why: string): string {
  return t`${nameOf(args)} likely misses ${quote(args.target.name)}: ${why}`;
}

function cheaperNodes(): string {
  return t`use fewer or cheaper nodes, or raise the budget`;
}

function costAgainstLimit(args: ObjectiveArgs): string {
  return t`${costOf(args)}, limit ${describeLimit(args.verdict.objective)}`;
}

function unverified(args: MeasurableArgs): string {
  const [first] = args.verdict.reasons;
  const onlyBySource = first === 'not-measured' ? meetsOnlyBySource(args) : undefined;
  return sentences(
    onlyBySource ??
      t`${nameOf(args)} should meet ${quote(args.target.name)} (${foundOrLimit(args)}), but this is unverified`,
    onlyBySource === undefined ? firstReasonOf(args) : undefined,
    measurement(args) ?? statedLengths(args),
  );
}

/** Names the weak source of the figure. Returns undefined if it is not weak. */
function meetsOnlyBySource(args: ObjectiveArgs): string | undefined {
  const [name, target, found] = [nameOf(args), quote(args.target.name), foundOrLimit(args)];
  switch (args.verdict.figure?.provenance.known) {
    case 'reported':
      return t`${name} should meet ${target} (${found}), but only by someone else’s figure`;
    case 'estimate':
      return t`${name} should meet ${target} (${found}), but only by an estimate`;
    case 'guess':
      return t`${name} should meet ${target} (${found}), but only by a guess`;
    default:
      return undefined;
  }
}

/** Returns `mean latency 2.7 s, limit <3 s`, or the limit alone if the figure is that bound. */
function foundOrLimit(args: ObjectiveArgs): string {
  const { verdict, scenario } = args;
  const figure = foundFigure(verdict, scenario.cost);
  const limit = describeLimit(verdict.objective);
  const isLimitItself =
    figure?.bound === '<' &&
    formatAgainstLimits({ ...figure, bound: 'exact' }, []) === limit.slice(1);
  return isLimitItself ? limit : t`${foundOf(args)}, limit ${limit}`;
}

function unknown(args: FindingArgs['target.unknown']): string {
  const { verdict } = args;
  const [name, target] = [nameOf(args), quote(args.target.name)];
  const others = othersOf(args, (limits) => t`the same holds for ${limits}`);
  const limit = describeLimit(verdict.objective);
  const shown = foundFigure(verdict, args.scenario.cost) ? foundOf(args) : undefined;
  if (verdict.reasons.includes('within-band')) {
    return sentences(
      t`${name} is undecided on ${target}: ${shown ?? ''}, limit ${limit}`,
      firstReasonOf(args),
      others,
      measurement(args),
    );
  }
  return sentences(
    shown
      ? t`${name} is undecided on ${target}: ${shown}, limit ${limit}`
      : t`${name} cannot be judged on ${target} (${describeLimitOf(verdict.objective)})`,
    ...verdict.reasons.map((reason) => describeReason(reason, verdict)),
    others,
    measurement(args) ?? missing(args.verdict.reasons, verdict.objective),
  );
}

/** Says what to add if nothing gives the figure. */
function missing(reasons: readonly VerdictReason[], { kind }: Objective): string | undefined {
  if (reasons.includes('no-price')) return t`add \`price\` to the node`;
  if (reasons.includes('other-currency')) return t`state both in one currency`;
  if (!reasons.includes('no-evidence')) return undefined;
  const key = isTimeObjective(kind) ? partsOf(kind).of : 'latency';
  return t`add a benchmark with \`${key}\` and its load`;
}

function belowFloor(args: FindingArgs['target.below-floor']): string {
  const { objectives, floor, scenarios } = args;
  return sentences(
    outOfReach(args),
    t`this applies to ${quotedList(scenarios.map(({ spec: scenario }) => scenario.name))}`,
    limitsFirstToken(objectives)
      ? t`the whole prompt is computed before it`
      : t`every token reads the active weights once`,
    describeArithmetic(floor),
    ...new Set(objectives.map(tryLevers)),
  );
}

/** Says which time has the floor. */
function outOfReach(args: FindingArgs['target.below-floor']): string {
  const { objectives, floor } = args;
  const target = quote(args.target.name);
  const engine = quote(args.fastest.engine.spec.name);
  const asked = listOf(objectives.map(describeLimitOf));
  const needed = formatAgainstLimits(floor, objectives);
  if (limitsFirstToken(objectives)) {
    return t`${target} is out of reach: ${asked} asked, ${needed} needed for the first token on ${engine}`;
  }
  if (objectives.some(({ kind }) => isTimeObjective(kind) && partsOf(kind).of === 'tpot')) {
    return t`${target} is out of reach: ${asked} asked, ${needed} needed for one token on ${engine}`;
  }
  const tokens = tokensIn(floor);
  return tokens === undefined
    ? t`${target} is out of reach: ${asked} asked, ${needed} needed for an answer on ${engine}`
    : t`${target} is out of reach: ${asked} asked, ${needed} needed for an answer of ${tokens} tokens on ${engine}`;
}

function limitsFirstToken(objectives: readonly Objective[]): boolean {
  return objectives.some(({ kind }) => isTimeObjective(kind) && partsOf(kind).of === 'ttft');
}

function turnsAway(args: MissArgs): string {
  const levers = [...leversOf(args.scenario), t`raise \`maxQueue\``];
  return sentences(
    likelyMisses(args, shareTurnedAway(args)),
    t`${listOf(levers, 'or')}; or set the share that you accept as \`rejected\` in the target`,
  );
}

function shareTurnedAway({ scenario: { turnedAway } }: MissArgs): string {
  return turnedAway
    ? t`${describeBadged(turnedAway)} of the requests are turned away`
    : t`requests are turned away`;
}

function nameOf({ scenario }: ObjectiveArgs): string {
  return quote(scenario.spec.name);
}

/** Returns `mean latency 2.7 s (measured), limit <1 s; 138 ms of it is queueing`. */
function foundAgainstLimit({ scenario, verdict }: ObjectiveArgs): string {
  const { objective, figure, reasons } = verdict;
  const limit = describeLimit(objective);
  if (!figure) return t`limit ${limit}`;
  const found = `${describeFoundQuantity(objective)} ${describeBadged(figure, [objective])}`;
  const isOfFleet = !reasons.includes('below-floor');
  const waiting = objective.kind === 'latency' && isOfFleet ? scenario.waiting : undefined;
  return waiting
    ? t`${found}, limit ${limit}; ${formatFigure(waiting)} of it is queueing`
    : t`${found}, limit ${limit}`;
}

/** Names the other objectives with the same verdict. */
function othersOf({ others }: SharedArgs, clause: (limits: string) => string): string | undefined {
  if (others.length === 0) return undefined;
  return clause(listOf(others.map(({ objective }) => describeLimitOf(objective))));
}

/** Describes the proof. A measurement at a lighter load is a lower bound. */
function proofOf({ scenario, verdict }: ObjectiveArgs): string | undefined {
  const { proof, proofFigure } = verdict;
  if (!proof || !proofFigure) return undefined;
  const name = proof.observation.name;
  const benchmark = name === undefined ? t`a benchmark` : quote(name);
  const time = formatAgainstLimits(proofFigure, [verdict.objective]);
  if (!proof.load) return t`${benchmark} measured ${time}`;
  const load = formatNumber(proof.load.value);
  return scenario.latency?.provenance.caveats.includes('lighter-load')
    ? t`${benchmark} measured ${time} at a concurrency of only ${load} per server`
    : t`${benchmark} measured ${time} at ${concurrencyText(load)} per server`;
}

function leverOf({ scenario, alone, verdict }: MissArgs): string | undefined {
  if (alone) return aloneText(alone, verdict.objective);
  const levers = leversOf(scenario);
  return levers.length > 0 ? listOf(levers, 'or') : undefined;
}

function leversOf({ spec: scenario, engine, parallel, waiting }: ScenarioAssessment): string[] {
  const levers: string[] = [];
  if (waiting || engine.curve.follows === 'load') {
    if (scenario.nodes) levers.push(t`raise \`nodes\``);
    else if (scenario.sizeFor.value === 'slots') levers.push(t`set \`sizeFor: target\``);
  }
  // fewer slots do not shorten a queue
  const canLower = !waiting && scenario.parallel.value !== 'auto' && parallel.value > 1;
  return canLower ? [...levers, t`lower \`parallel\``] : levers;
}

function aloneText(alone: Figure, objective: Objective): string {
  return t`adding nodes won’t help: one request on an idle server already takes ${describeBadged(alone, [objective])}`;
}

function tryLevers({ kind }: Pick<Objective, 'kind'>): string {
  return t`try ${describeLevers(kind)}`;
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
  const { parallel, curve } = scenario;
  const [engine, load] = [quote(scenario.engine.spec.name), formatNumber(measureAt)];
  const slots = measureAt === parallel.value ? undefined : formatNumber(parallel.value);
  const { promptTokens, outputTokens } = curve.modelled ?? {};
  if (promptTokens && outputTokens) {
    const [prompt, output] = [formatNumber(promptTokens.value), formatFigure(outputTokens)];
    return slots === undefined
      ? t`benchmark ${engine} at ${concurrencyText(load)} per server, with ${prompt} + ${output} a request`
      : t`benchmark ${engine} at ${concurrencyText(load)} per server and \`parallel\` ${slots}, with ${prompt} + ${output} a request`;
  }
  return slots === undefined
    ? t`benchmark ${engine} at ${concurrencyText(load)} per server`
    : t`benchmark ${engine} at ${concurrencyText(load)} per server and \`parallel\` ${slots}`;
}

/** Asks for lengths if nothing else is missing. */
function statedLengths({ scenario, verdict }: MeasurableArgs): string | undefined {
  if (!verdict.reasons.includes('tokens-unstated')) return undefined;
  const { workload } = scenario.spec;
  return (workload?.promptTokens ?? workload?.outputTokens)
    ? t`state \`promptTokens\` and \`outputTokens\` of the benchmark too`
    : t`state \`promptTokens\` and \`outputTokens\` of the workload too`;
}

function infeasibleForAll({
  target,
  objective,
  fastest,
  engine,
}: Extract<FindingArgs['target.infeasible'], { about: 'target' }>): string {
  return sentences(
    t`no engine meets ${quote(target.name)} (${describeLimitOf(objective)}), whatever the number of nodes`,
    t`one request on an idle server takes ${describeBadged(fastest, [objective])} on the fastest engine, ${quote(engine)}`,
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
      t`${nameOf(args)} cannot meet ${quote(args.target.name)}: ${missed}`,
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
    t`${nameOf(args)} misses ${quote(args.target.name)} as sized: ${foundAgainstLimit(args)}`,
    ...decideHere(args),
  );
}

/** Asks for a benchmark of an idle server: no number of nodes makes a request faster than that. */
function decideHere({ scenario, undecided }: ScenarioArgs): readonly string[] {
  const { spec: engine, curve } = scenario.engine;
  const load = curve.follows === 'parallel' ? scenario.parallel.value : 1;
  const kinds = listOf(undecided.map(({ kind }) => `\`${keyOfKind(kind)}\``));
  return [
    t`it is unknown if more nodes help with ${formatFigure(scenario.parallel)} per server`,
    t`benchmark ${kinds} of ${quote(engine.name)} at ${concurrencyText(formatNumber(load))} per server`,
  ];
}

/** Lists the options that the engine searched without success. */
function triedText({ scenario }: MissArgs): string {
  const { spec: plan, parallel, nodes, load } = scenario;
  if (plan.parallel.value !== 'auto') {
    return t`no number of nodes is enough with ${formatFigure(parallel)} per server`;
  }
  if (!plan.nodes || !nodes) {
    return t`no \`parallel\` or number of nodes is enough; \`parallel: ${parallel.value}\` needs the fewest nodes`;
  }
  return load && load.value > parallel.value
    ? t`no known \`parallel\` gives every request a slot on ${formatFigure(nodes)}`
    : t`no \`parallel\` is enough on ${formatFigure(nodes)}; \`parallel: ${parallel.value}\` is closest`;
}

function costOf({ scenario, verdict }: ObjectiveArgs): string {
  const figure = foundFigure(verdict, scenario.cost);
  if (!figure) return describeQuantity(verdict.objective);
  const text = formatAgainstLimits(figure, [verdict.objective]);
  return verdict.verified ? text : `${text} (${badgeOf(figure)})`;
}
