/** Words for findings about scenarios, the workload and prices. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import { clearlyLess } from '../../engine/util/rounding';
import type { FindingArgs } from '../../lint/finding';
import { describeKnown } from '../provenance';
import { formatFigure } from '../figures';
import { describeRuledOutOf } from '../memory';
import { formatNumber, formatSeconds } from '../numbers';
import { describeFigure, describeOverload, NOT_SIZED_WORDS } from '../verdictReasons';
import { GROWTH_WORDS } from './growth';
import { quote, quotedList } from './words';
import { listOf, sentences } from '../sentences';
import type { Words } from './wordsOf';

export const SCENARIO_WORDS: Words<'scenario' | 'workload' | 'price'> = {
  'scenario.queueing': (args) =>
    args.overloaded ? likelyOverloaded(args) : args.isFull ? full(args) : queueing(args),
  'scenario.overloaded': overloaded,
  'scenario.extrapolated': ({ scenario, load, latency, lowest, highest, measureAt }) =>
    sentences(
      `the latency of ${nameOf(scenario)} is ${describeFigure(latency)}: it is read at ${placeOn(scenario, load.value)}, and the engine ${quote(scenario.engine.spec.name)} was observed ${observedAt(lowest, highest)}`,
      `measure it with ${formatNumber(measureAt)} in flight to know`,
    ),
  'scenario.dominated': ({ scenario, by }) =>
    sentences(
      `${nameOf(by)} is ${howMuchBetter(by, scenario)} than ${nameOf(scenario)}: ${costAndLatency(by)}, against ${costAndLatency(scenario)}`,
    ),
  'scenario.no-spare': ({ scenarios }) =>
    sentences(
      `when a node fails, ${quotedList(scenarios.map(({ spec: scenario }) => scenario.name))} ${scenarios.length === 1 ? 'has' : 'have'} none to spare`,
      'set `policy: { spare: 1 }` to plan for it, or `spare: 0` to say that none is meant',
    ),
  'scenario.not-sized': ({ scenario, missing }) =>
    sentences(
      `${nameOf(scenario)} has no number of nodes: ${NOT_SIZED_WORDS[scenario.notSized]}`,
      missing.length > 0
        ? `add an observation; or, for an estimate from the data sheets, state ${listOf(missing.map((key) => `\`${key}\``))}`
        : undefined,
    ),
  'scenario.single-slot': ({ scenario, model }) =>
    sentences(
      `Ollama serves ${quote(model)} one request at a time, so that ${nameOf(scenario)} has one slot on a server, not ${formatNumber(scenario.parallel.value)}`,
      'set `parallel: 1`; several `servers` on a node can work side by side',
    ),
  'workload.no-think-time': ({ users, exampleSeconds, examples }) =>
    sentences(
      `without \`thinkTime\`, ${formatNumber(users)} users are ${formatNumber(users)} requests in flight at all times`,
      examples.length > 0
        ? `with ${formatSeconds(exampleSeconds)} between an answer and the next request, by the balance of means: ${listOf(examples.map(({ scenario, nodes }) => `${quote(scenario)} ${formatFigure(nodes)}`))}`
        : undefined,
      'set `thinkTime: 0s` to say that none is meant',
    ),
  'price.stale': ({ node, date, days }) =>
    sentences(
      `the price of ${quote(node)} is of ${date}, ${formatNumber(days)} days ago, and prices change`,
      'look it up again, and write the new `date`',
    ),
  'price.future-date': ({ node, date, today }) =>
    sentences(
      `the price of ${quote(node)} is of ${date}, which is still to come: today is ${today}`,
      'correct the `date`',
    ),
  ...GROWTH_WORDS,
  'price.undated': ({ node }) =>
    sentences(
      `the price of ${quote(node)} does not say when it held, and prices change`,
      'write it as `{ amount: …, date: 2026-01-31 }`, with its `source`',
    ),
};

function nameOf({ spec: scenario }: ScenarioAssessment): string {
  return quote(scenario.name);
}

function queueing(args: FindingArgs['scenario.queueing']): string {
  const { scenario, inFlight, slots, queueDepth, waiting } = args;
  const held = slots ? formatFigure(slots) : 'its slots';
  const flight = inFlight ? formatFigure(inFlight) : 'more requests';
  const isOne = queueDepth?.value === 1;
  const queue = queueDepth
    ? `: ${formatFigure(queueDepth)} ${isOne ? 'waits' : 'wait'} for one`
    : '';
  const time = waiting ? `, ${formatFigure(waiting)}${isOne ? '' : ' each'}` : '';
  const levers = describeRuledOutOf(scenario.parallel)
    ? 'more `nodes` end that'
    : 'more `nodes` or a higher `parallel` end that';
  return sentences(
    `${nameOf(scenario)} has ${flight} in flight for ${held}${queue}${time}`,
    `${levers}; without \`nodes\` the scenario is sized`,
  );
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
  const asked =
    users === undefined ? asksFor({ scenario, arriving, capacityPerServer }) : `${users} users ask`;
  const room = inFlight ? ` for ${formatNumber(inFlight.value)} places, slots and queue` : '';
  return sentences(
    `${nameOf(scenario)} turns requests away: ${asked}${users === undefined ? '' : room}`,
    `raise \`nodes\`, or remove it so that the scenario is sized${limitsRejections(scenario) ? '' : '; a target with `rejected` says how many may be turned away'}`,
  );
}

function limitsRejections({ spec: { target } }: ScenarioAssessment): boolean {
  return target?.objectives.some(({ kind }) => kind === 'rejected') ?? false;
}

/** Returns `20 requests/s arrive, and its 6 servers can answer 3.3 requests/s each`. */
function asksFor({
  scenario: { servers },
  arriving,
  capacityPerServer,
}: Pick<FindingArgs['scenario.queueing'], 'scenario' | 'arriving' | 'capacityPerServer'>): string {
  const come = arriving ? `${formatFigure(arriving)} arrive` : 'more requests arrive';
  return capacityPerServer && servers
    ? `${come}, and its ${formatFigure(servers)} can answer ${formatFigure(capacityPerServer)} each`
    : `${come}, more than its servers can answer`;
}

function overloaded(args: FindingArgs['scenario.overloaded']): string {
  const { scenario } = args;
  if (scenario.servingNodes?.value === 0) return noneServes(scenario);
  return sentences(
    `${nameOf(scenario)} is overloaded: ${asksFor(args)}`,
    'the queue grows without end; raise `nodes`, or remove it so that the scenario is sized',
  );
}

function noneServes(scenario: ScenarioAssessment): string {
  return sentences(
    `${nameOf(scenario)} ${describeOverload(scenario)}`,
    'raise `nodes` above `spare`',
  );
}

/** Says that a scenario is likely overloaded, with how well the capacity of its servers is known. */
function likelyOverloaded(args: FindingArgs['scenario.queueing']): string {
  const { scenario, capacityPerServer } = args;
  if (scenario.servingNodes?.value === 0) return noneServes(scenario);
  const known = capacityPerServer ? ` (${describeKnown(capacityPerServer)})` : '';
  return sentences(
    `${nameOf(scenario)} is likely overloaded: ${asksFor(args)}${known}`,
    'if so, the queue grows without end; raise `nodes`, or remove it so that the scenario is sized',
  );
}

function placeOn({ engine }: ScenarioAssessment, at: number): string {
  return engine.curve.follows === 'parallel'
    ? `\`parallel\` ${formatNumber(at)}`
    : `${formatNumber(at)} in flight on a server`;
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
  return isCheaper ? 'cheaper, and no slower,' : 'faster, and no dearer,';
}

function isLess(a: Figure | undefined, b: Figure | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(a.value, b.value);
}

function costAndLatency({ cost, latency }: ScenarioAssessment): string {
  const figures = [cost?.perHour, latency].filter((figure) => figure !== undefined);
  return figures.map(formatFigure).join(' and ');
}
