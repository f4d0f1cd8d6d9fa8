/** Words for findings about scenarios, the workload and prices. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import { clearlyLess } from '../../engine/util/rounding';
import type { FindingArgs } from '../../lint/finding';
import { badgeOf } from '../provenance';
import { formatFigure, formatFigureValue } from '../figures';
import { describeRuledOutOf } from '../memory';
import { formatNumber, formatSeconds } from '../numbers';
import { describeBadged, NOT_SIZED_WORDS } from '../verdictReasons';
import { GROWTH_WORDS } from './growth';
import { quote, quotedList } from './words';
import { listOf, sentences } from '../sentences';
import type { Words } from './wordsOf';

export const SCENARIO_WORDS: Words<'scenario' | 'workload' | 'price'> = {
  'scenario.queueing': (args) =>
    args.overloaded ? likelyOverloaded(args) : args.isFull ? full(args) : queueing(args),
  'scenario.overloaded': overloaded,
  'scenario.extrapolated': (args) =>
    sentences(
      describeReach(args),
      `its latency, ${describeBadged(args.latency)}, is extrapolated`,
      `benchmark at concurrency ${formatNumber(args.measureAt)} per server`,
    ),
  'scenario.dominated': ({ scenario, by }) =>
    sentences(
      `${nameOf(by)} is ${howMuchBetter(by, scenario)} than ${nameOf(scenario)}: ${costAndLatency(by)} instead of ${costAndLatency(scenario)}`,
      'its evidence is at least as strong, so prefer it',
    ),
  'scenario.no-spare': ({ scenarios }) =>
    sentences(
      `no spare node: one failure leaves ${quotedList(scenarios.map(({ spec: scenario }) => scenario.name))} short of capacity`,
      'set `policy: { spare: 1 }`; if you accept this risk, set `spare: 0`',
    ),
  'scenario.not-sized': ({ scenario, missing }) =>
    sentences(
      `can’t size ${nameOf(scenario)}: ${NOT_SIZED_WORDS[scenario.notSized]}`,
      scenario.notSized === 'no-latency' ? 'add `latency`' : 'add `users` or `rate`',
      missing.length > 0
        ? `for an estimate from data sheets instead, state ${listOf(missing.map((key) => `\`${key}\``))}`
        : undefined,
    ),
  'scenario.single-slot': ({ scenario, model }) =>
    sentences(
      `${nameOf(scenario)} has one slot per server, not ${formatNumber(scenario.parallel.value)}: Ollama serves ${quote(model)} one request at a time`,
      'set `parallel: 1`; for more, run several `servers` on a node',
    ),
  'workload.no-think-time': ({ users, exampleSeconds, examples }) =>
    sentences(
      `without \`thinkTime\`, ${formatNumber(users)} users mean ${formatNumber(users)} concurrent requests at all times`,
      examples.length > 0
        ? `with ${formatSeconds(exampleSeconds)} of think time you need far fewer nodes: ${listOf(examples.map(({ scenario, nodes }) => `${quote(scenario)} ${formatFigureValue(nodes)}`))}`
        : undefined,
      'if users really send back to back, set `thinkTime: 0s`',
    ),
  'price.stale': ({ node, date, days }) =>
    sentences(
      `the ${quote(node)} price is ${formatNumber(days)} days old (${date})`,
      'look it up again and update its `date`',
    ),
  'price.future-date': ({ node, date, today }) =>
    sentences(
      `the ${quote(node)} price is dated in the future: ${date}, today is ${today}`,
      'correct the `date`',
    ),
  ...GROWTH_WORDS,
  'price.undated': ({ node }) =>
    sentences(
      `the ${quote(node)} price has no date`,
      'add one: `{ amount: …, date: 2026-01-31, source: … }`',
    ),
};

function nameOf({ spec: scenario }: ScenarioAssessment): string {
  return quote(scenario.name);
}

function queueing(args: FindingArgs['scenario.queueing']): string {
  const { scenario, inFlight, slots, queueDepth, waiting } = args;
  const held = slots ? formatFigure(slots) : 'too few slots';
  const flight = inFlight ? formatFigureValue(inFlight) : 'more';
  const levers = describeRuledOutOf(scenario.parallel)
    ? 'raise `nodes`'
    : 'raise `nodes` or `parallel`';
  return sentences(
    `${nameOf(scenario)} has ${flight} concurrent requests for ${held}`,
    queueDepth && queueText(queueDepth, waiting),
    `${levers}, or remove \`nodes\` to size it`,
  );
}

/** Returns `200 requests wait, 300 ms each`. */
function queueText(queueDepth: Figure, waiting: Figure | undefined): string {
  const isOne = queueDepth.value === 1;
  const time = waiting ? ` for ${formatFigure(waiting)}${isOne ? '' : ' each'}` : '';
  return `${formatFigure(queueDepth)} ${isOne ? 'queues' : 'queue'}${time}`;
}

/** Says that every place of a limited queue is taken. */
function full({
  scenario,
  inFlight,
  arriving,
  capacityPerServer,
}: FindingArgs['scenario.queueing']): string {
  const { workload } = scenario.spec;
  const users = workload?.kind === 'closed' ? formatNumber(workload.users.value) : undefined;
  const room = inFlight ? `, ${formatNumber(inFlight.value)} places in slots and queue` : '';
  return sentences(
    users === undefined
      ? `${nameOf(scenario)} turns requests away: ${asksFor({ scenario, arriving, capacityPerServer })}`
      : `${nameOf(scenario)} turns requests away: ${users} users${room}`,
    RAISE,
    limitsRejections(scenario)
      ? undefined
      : 'set the share that you accept as `rejected` in the target',
  );
}

const RAISE = 'raise `nodes`, or remove `nodes` to size it';

function limitsRejections({ spec: { target } }: ScenarioAssessment): boolean {
  return target?.objectives.some(({ kind }) => kind === 'rejected') ?? false;
}

/** Returns `20 requests/s arrive, its 6 servers answer 3.3 requests/s each`. */
function asksFor({
  scenario: { servers },
  arriving,
  capacityPerServer,
}: Pick<FindingArgs['scenario.queueing'], 'scenario' | 'arriving' | 'capacityPerServer'>): string {
  const come = arriving ? `${formatFigure(arriving)} arrive` : 'more requests arrive';
  return capacityPerServer && servers
    ? `${come}, its ${formatFigure(servers)} answer ${formatFigure(capacityPerServer)} each`
    : `${come} than its servers answer`;
}

function overloaded(args: FindingArgs['scenario.overloaded']): string {
  const { scenario } = args;
  if (scenario.servingNodes?.value === 0) return noneServes(scenario);
  return sentences(
    `${nameOf(scenario)} is overloaded: ${asksFor(args)}`,
    'the queue grows without end',
    RAISE,
  );
}

function noneServes(scenario: ScenarioAssessment): string {
  const { spare } = scenario.spec.policy;
  return sentences(
    `${nameOf(scenario)} has no node left to serve: \`spare\` is ${formatNumber(spare.value)} of ${scenario.nodes ? formatFigure(scenario.nodes) : 'its nodes'}`,
    'raise `nodes` above `spare`',
  );
}

/** Says that a scenario is likely overloaded, with how well the capacity of its servers is known. */
function likelyOverloaded(args: FindingArgs['scenario.queueing']): string {
  const { scenario, capacityPerServer } = args;
  if (scenario.servingNodes?.value === 0) return noneServes(scenario);
  const known = capacityPerServer ? ` (${badgeOf(capacityPerServer)})` : '';
  return sentences(
    `${nameOf(scenario)} is likely overloaded: ${asksFor(args)}${known}`,
    'the queue then grows without end',
    RAISE,
  );
}

/** Compares the scenario's load with those of the benchmarks. */
export function describeReach({
  scenario,
  load,
  lowest,
  highest,
}: FindingArgs['scenario.extrapolated']): string {
  return `${nameOf(scenario)} runs ${placeOn(scenario, load.value)}; you benchmarked ${quote(scenario.engine.spec.name)} ${observedAt(lowest, highest)}`;
}

function placeOn({ engine }: ScenarioAssessment, at: number): string {
  return engine.curve.follows === 'parallel'
    ? `\`parallel\` ${formatNumber(at)}`
    : `${formatNumber(at)} concurrent requests per server`;
}

function observedAt(lowest: number, highest: number): string {
  return lowest === highest
    ? `at ${formatNumber(lowest)} only`
    : `from ${formatNumber(lowest)} to ${formatNumber(highest)}`;
}

function howMuchBetter(a: ScenarioAssessment, b: ScenarioAssessment): string {
  const isCheaper = isLess(a.cost?.perHour, b.cost?.perHour);
  const isFaster = isLess(a.latency, b.latency);
  if (isCheaper && isFaster) return 'cheaper and faster';
  return isCheaper ? 'cheaper and no slower' : 'faster at no more cost';
}

function isLess(a: Figure | undefined, b: Figure | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(a.value, b.value);
}

function costAndLatency({ cost, latency }: ScenarioAssessment): string {
  const figures = [cost?.perHour, latency].filter((figure) => figure !== undefined);
  return figures.map(formatFigure).join(' and ');
}
