/** Words for findings about scenarios, the workload and prices. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import { clearlyLess } from '../../engine/util/rounding';
import type { FindingArgs } from '../../lint/finding';
import { badgeOf } from '../provenance';
import { formatFigure, formatFigureValue } from '../figures';
import { describeRuledOutOf } from '../memory';
import { listWords } from '../markdown';
import { formatNumber, formatSeconds } from '../numbers';
import { describeBadged, NOT_SIZED_WORDS } from '../verdictReasons';
import { GROWTH_WORDS } from './growth';
import { concurrencyText, quote, quotedList } from './words';
import { listOf, sentences } from '../sentences';
import type { Words } from './wordsOf';

export const SCENARIO_WORDS: Words<'scenario' | 'workload' | 'price'> = {
  'scenario.queueing': (args) =>
    args.overloaded ? likelyOverloaded(args) : args.isFull ? full(args) : queueing(args),
  'scenario.overloaded': overloaded,
  'scenario.extrapolated': (args) =>
    sentences(
      describeReach(args),
      t`its latency, ${describeBadged(args.latency)}, is extrapolated`,
      t`benchmark at ${concurrencyText(formatNumber(args.measureAt))} per server`,
    ),
  'scenario.dominated': ({ scenario, by }) =>
    sentences(describeAdvantage(by, scenario), t`its evidence is at least as strong, so prefer it`),
  'scenario.no-spare': ({ scenarios }) =>
    sentences(
      t`no spare node: one failure leaves ${quotedList(scenarios.map(({ spec: scenario }) => scenario.name))} short of capacity`,
      t`set \`policy: { spare: 1 }\`; if you accept this risk, set \`spare: 0\``,
    ),
  'scenario.not-sized': ({ scenario, missing }) =>
    sentences(
      t`can’t size ${nameOf(scenario)}: ${NOT_SIZED_WORDS[scenario.notSized]}`,
      scenario.notSized === 'no-latency' ? t`add \`latency\`` : t`add \`users\` or \`rate\``,
      missing.length > 0
        ? t`for an estimate from data sheets instead, state ${listOf(missing.map((key) => `\`${key}\``))}`
        : undefined,
    ),
  'scenario.single-slot': ({ scenario, model }) =>
    sentences(
      t`${nameOf(scenario)} has one slot per server, not ${formatNumber(scenario.parallel.value)}: Ollama serves ${quote(model)} one request at a time`,
      t`set \`parallel: 1\`; for more, run several \`servers\` on a node`,
    ),
  'workload.no-think-time': ({ users, exampleSeconds, examples }) =>
    sentences(
      t`without \`thinkTime\`, ${formatNumber(users)} users mean ${formatNumber(users)} concurrent requests at all times`,
      examples.length > 0
        ? t`with ${formatSeconds(exampleSeconds)} of think time you need far fewer nodes: ${listOf(examples.map(({ scenario, nodes }) => `${quote(scenario)} ${formatFigureValue(nodes)}`))}`
        : undefined,
      t`if users really send back to back, set \`thinkTime: 0s\``,
    ),
  'price.stale': ({ node, date, days }) =>
    sentences(
      t`the ${quote(node)} price is ${formatNumber(days)} days old (${date})`,
      t`look it up again and update its \`date\``,
    ),
  'price.future-date': ({ node, date, today }) =>
    sentences(
      t`the ${quote(node)} price is dated in the future: ${date}, today is ${today}`,
      t`correct the \`date\``,
    ),
  ...GROWTH_WORDS,
  'price.undated': ({ node }) =>
    sentences(
      t`the ${quote(node)} price has no date`,
      t`add one: \`{ amount: …, date: 2026-01-31, source: … }\``,
    ),
};

function nameOf({ spec: scenario }: ScenarioAssessment): string {
  return quote(scenario.name);
}

function queueing(args: FindingArgs['scenario.queueing']): string {
  const { scenario, queueDepth, waiting } = args;
  return sentences(
    slotsExceeded(args),
    queueDepth && queueText(queueDepth, waiting),
    describeRuledOutOf(scenario.parallel)
      ? raiseNodes()
      : t`raise \`nodes\` or \`parallel\`, or remove \`nodes\` to size it`,
  );
}

function slotsExceeded({ scenario, inFlight, slots }: FindingArgs['scenario.queueing']): string {
  const name = nameOf(scenario);
  if (inFlight) {
    const requests = formatFigureValue(inFlight);
    return slots
      ? t`${name} has ${requests} concurrent requests for ${formatFigure(slots)}`
      : t`${name} has ${requests} concurrent requests for too few slots`;
  }
  return slots
    ? t`${name} has more concurrent requests for ${formatFigure(slots)}`
    : t`${name} has more concurrent requests for too few slots`;
}

/** Returns `200 requests queue for 300 ms each`. */
function queueText(queueDepth: Figure, waiting: Figure | undefined): string {
  const requests = formatFigure(queueDepth);
  if (queueDepth.value === 1) {
    return waiting ? t`${requests} queues for ${formatFigure(waiting)}` : t`${requests} queues`;
  }
  return waiting ? t`${requests} queue for ${formatFigure(waiting)} each` : t`${requests} queue`;
}

/** Says that every place of a limited queue is taken. */
function full(args: FindingArgs['scenario.queueing']): string {
  const { scenario } = args;
  return sentences(
    t`${nameOf(scenario)} turns requests away: ${usersInQueue(args) ?? asksFor(args)}`,
    raiseNodes(),
    limitsRejections(scenario)
      ? undefined
      : t`set the share that you accept as \`rejected\` in the target`,
  );
}

/** Returns `40 users, 32 places in slots and queue`. Returns undefined if no users send the load. */
function usersInQueue({
  scenario,
  inFlight,
}: FindingArgs['scenario.queueing']): string | undefined {
  const { workload } = scenario.spec;
  if (workload?.kind !== 'closed') return undefined;
  const users = formatNumber(workload.users.value);
  return inFlight
    ? t`${users} users, ${formatNumber(inFlight.value)} places in slots and queue`
    : t`${users} users`;
}

function raiseNodes(): string {
  return t`raise \`nodes\`, or remove \`nodes\` to size it`;
}

function limitsRejections({ spec: { target } }: ScenarioAssessment): boolean {
  return target?.objectives.some(({ kind }) => kind === 'rejected') ?? false;
}

/** Returns `20 requests/s arrive, its 6 servers answer 3.3 requests/s each`. */
function asksFor({
  scenario: { servers },
  arriving,
  capacityPerServer,
}: Pick<FindingArgs['scenario.queueing'], 'scenario' | 'arriving' | 'capacityPerServer'>): string {
  if (capacityPerServer && servers) {
    const [all, each] = [formatFigure(servers), formatFigure(capacityPerServer)];
    return arriving
      ? t`${formatFigure(arriving)} arrive, its ${all} answer ${each} each`
      : t`more requests arrive, its ${all} answer ${each} each`;
  }
  return arriving
    ? t`${formatFigure(arriving)} arrive than its servers answer`
    : t`more requests arrive than its servers answer`;
}

function overloaded(args: FindingArgs['scenario.overloaded']): string {
  const { scenario } = args;
  if (scenario.servingNodes?.value === 0) return noneServes(scenario);
  return sentences(
    t`${nameOf(scenario)} is overloaded: ${asksFor(args)}`,
    t`the queue grows without end`,
    raiseNodes(),
  );
}

function noneServes(scenario: ScenarioAssessment): string {
  const { nodes } = scenario;
  const [name, spare] = [nameOf(scenario), formatNumber(scenario.spec.policy.spare.value)];
  return sentences(
    nodes
      ? t`${name} has no node left to serve: \`spare\` is ${spare} of ${formatFigure(nodes)}`
      : t`${name} has no node left to serve: \`spare\` is ${spare} of its nodes`,
    t`raise \`nodes\` above \`spare\``,
  );
}

/** Says that a scenario is likely overloaded, with how well the capacity of its servers is known. */
function likelyOverloaded(args: FindingArgs['scenario.queueing']): string {
  const { scenario, capacityPerServer } = args;
  if (scenario.servingNodes?.value === 0) return noneServes(scenario);
  return sentences(
    capacityPerServer
      ? t`${nameOf(scenario)} is likely overloaded: ${asksFor(args)} (${badgeOf(capacityPerServer)})`
      : t`${nameOf(scenario)} is likely overloaded: ${asksFor(args)}`,
    t`the queue then grows without end`,
    raiseNodes(),
  );
}

/** Compares the scenario's load with those of the benchmarks. */
export function describeReach(args: FindingArgs['scenario.extrapolated']): string {
  return `${placeOfLoad(args)}; ${placesOfBenchmarks(args)}`;
}

function placeOfLoad({ scenario, load }: FindingArgs['scenario.extrapolated']): string {
  return scenario.engine.curve.follows === 'parallel'
    ? t`${nameOf(scenario)} runs \`parallel\` ${formatNumber(load.value)}`
    : t`${nameOf(scenario)} runs ${formatNumber(load.value)} concurrent requests per server`;
}

function placesOfBenchmarks(args: FindingArgs['scenario.extrapolated']): string {
  const { scenario, lowest, highest } = args;
  const engine = quote(scenario.engine.spec.name);
  return lowest === highest
    ? t`you benchmarked ${engine} at ${formatNumber(lowest)} only`
    : t`you benchmarked ${engine} from ${formatNumber(lowest)} to ${formatNumber(highest)}`;
}

function describeAdvantage(a: ScenarioAssessment, b: ScenarioAssessment): string {
  const isCheaper = isLess(a.cost?.perHour, b.cost?.perHour);
  const isFaster = isLess(a.latency, b.latency);
  const [name, other] = [nameOf(a), nameOf(b)];
  const figures = t`${costAndLatency(a)} instead of ${costAndLatency(b)}`;
  if (isCheaper && isFaster) return t`${name} is cheaper and faster than ${other}: ${figures}`;
  return isCheaper
    ? t`${name} is cheaper and no slower than ${other}: ${figures}`
    : t`${name} is faster at no more cost than ${other}: ${figures}`;
}

function isLess(a: Figure | undefined, b: Figure | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(a.value, b.value);
}

function costAndLatency({ cost, latency }: ScenarioAssessment): string {
  const figures = [cost?.perHour, latency].filter((figure) => figure !== undefined);
  return listWords(figures.map(formatFigure));
}
