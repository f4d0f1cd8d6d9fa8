/** Words for findings about observations. */
import { keyOfKind } from '../verdicts';
import { readingOf } from '../../engine/plan/readings';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { ByLoadOpinion } from '../../engine/explore/byLoad';
import type { Drift } from '../../engine/explore/drift';
import type { Figure } from '../../engine/figure/figure';
import { observedFigure } from '../../engine/figure/figures';
import type { ContradictionKind, ObservedTime } from '../../engine/observation/contradictions';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { hasKnownStability } from '../../engine/observation/observedArrivals';
import type { Observation } from '../../engine/plan/plan';
import type { FindingArgs } from '../../lint/finding';
import type { BurstArgs } from '../../lint/rules/shared/burst';
import { formatFigure, formatFigureValue } from '../figures';
import { formulaText } from '../formulas';
import { formatNumber, formatQuantity, formatSeconds } from '../numbers';
import { sentences } from '../sentences';
import { describeBadged } from '../verdictReasons';
import { beyondHardware } from './memory';
import { quote, quotedList } from './words';
import type { Words } from './wordsOf';

const BENCHMARK_LONGER = 'benchmark with at least 10 requests a user';

export const OBSERVATION_WORDS: Words<'observation'> = {
  'observation.littles-law': ({ observation, stated, expected, gap, inFlight, thinkTime, burst }) =>
    sentences(
      `${observationName(observation)} contradicts itself: ${formatFigure(expected)} expected by Little’s law, ${formatFigure(stated)} reported (${formatFigure(gap)} off)`,
      `the plan uses the lower one${inFlight ? `, at concurrency ${formatFigureValue(inFlight)}` : ''}`,
      burst && drained(burst),
      thinkTime &&
        `if users paused for ${formatFigure(thinkTime)}, set \`thinkTime: ${written(thinkTime)}\``,
      burst
        ? BENCHMARK_LONGER
        : `${thinkTime ? 'otherwise, check' : 'check'} users, latency and throughput`,
    ),
  'observation.contradicts-itself': ({ observation, kind, pair, derived, burst }) =>
    sentences(
      `${observationName(observation)} contradicts itself: ${contradiction(kind, pair, observation, derived)}`,
      CONTRADICTION_WHY[kind],
      derived && `that mean follows from users and throughput: ${formulaText(derived)}`,
      burst && drained(burst),
      burst ? BENCHMARK_LONGER : 'correct one of them, or take both from the same run',
    ),
  'observation.burst': ({ observation, requests, users, inFlight }) =>
    sentences(
      `${observationName(observation)} is a burst: ${drained({ requests, users })}`,
      inFlight
        ? `the plan uses concurrency ${formatFigureValue(inFlight)}, from throughput and latency`
        : 'the plan counts all users as concurrent; state `latency` and `throughput` to correct that',
      `it verifies nothing: ${BENCHMARK_LONGER}`,
    ),
  'observation.future-date': ({ observation, date, today }) =>
    sentences(
      `${observationName(observation)} is dated in the future: ${date}, today is ${today}`,
      'correct the `date`',
    ),
  'observation.failed-requests': ({ observation, failed, requests, share }) =>
    sentences(
      requests === undefined
        ? `${observationName(observation)} has ${formatNumber(failed)} failed requests, and no total (\`requests\`)`
        : `${observationName(observation)} has ${formatNumber(failed)} failed requests of ${formatNumber(requests)} (${formatQuantity(share, 'share')})`,
      'its times may be too good, so it verifies nothing',
      'benchmark again at a load at which none fails',
    ),
  'observation.underloaded': underloaded,
  'observation.queued': ({ observation, inFlight, slots, atCapacity }) =>
    sentences(
      `${observationName(observation)} queued: concurrency ${formatFigureValue(inFlight)} on ${formatFigure(slots)}`,
      'its latency includes queueing',
      atCapacity ? `a full server takes ${describeBadged(atCapacity)} without it` : undefined,
      hasKnownStability(observation.observation)
        ? undefined
        : 'the plan ignores it: the server may not have kept up; add its `throughput`',
    ),
  'observation.servers-unstated': ({ observation, servers }) =>
    sentences(
      `${observationName(observation)} counts as one server, but a node has ${formatNumber(servers)}`,
      `if the load was spread over all of them, set \`nodes: 1\`; if not, \`servers: 1\``,
    ),
  'observation.other-workload': ({ observation, key, observed, asked }) =>
    sentences(
      `${observationName(observation)} has ${formatNumber(observed)} ${TOKENS[key]} a request, the workload ${formatNumber(asked)}`,
      'its time is only a bound, which cannot be scaled to other lengths',
      'benchmark with the workload’s lengths, or state the exact time',
    ),
  'observation.disagree': ({ observations, at, follows, lowest, highest }) =>
    sentences(
      `${formatNumber(observations.length)} observations disagree at ${placeText(at, follows)}: ${formatSeconds(lowest)} to ${formatSeconds(highest)}`,
      'the plan uses their mean; a limit between them stays undecided',
      'remove those that are wrong or of another setup',
    ),
  'observation.below-floor': ({ observation, claim }) =>
    beyondHardware(observationName(observation), claim),
  'observation.not-monotone': ({ lighter, heavier, lighterMayWait, follows }) =>
    sentences(
      `latency falls as ${follows === 'load' ? 'load' : '`parallel`'} grows: ${pointText(lighter, follows)}, but ${pointText(heavier, follows)}`,
      lighterMayWait
        ? 'the first may include queueing, as its arrivals were random; the plan keeps it, which is on the safe side'
        : 'a busier server is not faster: correct one of them, or remove what is of another setup',
    ),
  'observation.drift': ({ drift }) => drifted(drift),
};

/** Returns its name, or its kind if it has none. */
export function observationName(
  { observation }: ObservationAssessment,
  otherwise = `this observation (${observation.source.value})`,
): string {
  return observation.name === undefined ? otherwise : quote(observation.name);
}

/** Says by how much production differs from what the other observations predict. */
function drifted({ observation, observed, predicted, band, share }: Drift): string {
  const { date } = observation.observation;
  const when = date ? ` on ${date.value}` : '';
  const [than, size] = share > 0 ? ['slower', 'small'] : ['faster', 'large'];
  const interval = band
    ? `, 80% interval ${formatFigure(band.low)} to ${formatFigure(band.high)}`
    : '';
  return sentences(
    `${observationName(observation)} drifted${when}: ${formatFigure(observed)}, ${formatNumber(100 * Math.abs(share), 2)}% ${than} than predicted (${formatFigure(predicted)}${interval})`,
    `the other observations no longer describe production, and sizing by them is too ${size ?? ''}`,
    'benchmark again, and remove observations that no longer hold',
  );
}

/** Says why a burst had fewer requests in flight than users. */
function drained({ requests, users }: BurstArgs): string {
  return `${formatNumber(requests)} requests for ${formatNumber(users)} users, so not all users were busy at once`;
}

/** Writes a time as a plan has it: `6s`. */
function written({ value }: Figure): string {
  return formatSeconds(value).replace(' ', '');
}

function contradiction(
  kind: ContradictionKind,
  [first, second]: readonly [ObservedTime, ObservedTime],
  { observation }: ObservationAssessment,
  derived: Figure | undefined,
): string {
  const text = (key: ObservedTime): string =>
    `${quote(keyOfKind(key))} ${key === 'latency' && derived ? formatFigure(derived) : stated(observation, key)}`;
  if (kind === 'tokens-do-not-add-up') {
    const tokens = formatNumber((observation.outputTokens?.value ?? 1) - 1);
    return `${text('ttft')} and ${tokens} more tokens of ${text('tpot')} do not add up to ${text('latency')}`;
  }
  const isMean = kind === 'tail-below-mean' || kind === 'percentile-below-mean';
  return isMean ? `${text(second)} and mean ${text(first)}` : `${text(first)} and ${text(second)}`;
}

/** Reasons why two times of one run cannot both be right. */
const CONTRADICTION_WHY: Readonly<Record<ContradictionKind, string | undefined>> = {
  'percentiles-fall': 'a higher percentile cannot be faster',
  'tail-below-mean': 'the mean cannot be slower than 99 of 100 requests',
  'percentile-below-mean': 'only a few extremely slow requests could explain that mean',
  'first-token-after-answer': 'the first token comes before the whole answer',
  'tokens-do-not-add-up': undefined,
};

/** Returns the value as the plan has it: `900 ms`, `below 1 s`. */
function stated(observation: Observation, key: ObservedTime): string {
  const reading = readingOf(observation, key);
  return reading ? formatFigure(observedFigure(reading, 's', observation.source.value)) : '';
}

const TOKENS = { promptTokens: 'prompt tokens', outputTokens: 'output tokens' } as const;

function pointText(
  { at, latency }: { readonly at: number; readonly latency: Figure },
  follows: 'load' | 'parallel',
): string {
  return `${formatFigure(latency)} at ${placeText(at, follows)}`;
}

function placeText(at: number, follows: 'load' | 'parallel'): string {
  return follows === 'load'
    ? `concurrency ${formatNumber(at)}`
    : `\`parallel\` ${formatNumber(at)}`;
}

function underloaded(args: FindingArgs['observation.underloaded']): string {
  const { observation, load, needed, scenarios } = args;
  const slots = observation.observation.parallel?.value;
  const ofSlots = slots === undefined ? '' : ` of ${formatNumber(slots)} slots`;
  const names = quotedList(scenarios.map(({ spec: scenario }) => scenario.name));
  const run = scenarios.length === 1 ? 'runs' : 'run up to';
  return sentences(
    `${observationName(observation)} ran only ${formatNumber(load.value)}${ofSlots} per server, but ${names} ${run} ${formatNumber(needed.value)}`,
    opinionText(args),
    `benchmark with all slots busy`,
  );
}

/** Says what follows if latency grows with load, and which targets are missed then. */
function opinionText({
  scenarios,
  needed,
  opinions,
}: FindingArgs['observation.underloaded']): string | undefined {
  const heaviest = scenarios.find(({ load }) => load?.value === needed.value);
  if (!heaviest || opinions.length === 0) return undefined;
  const missed = missedByAll(heaviest, opinions);
  const misses = missed.length > 0 ? ` and also misses ${quotedList(missed)}` : '';
  return `if latency grows with load, ${quote(heaviest.spec.name)} takes ${latenciesText(opinions)}${misses}`;
}

/** Returns `3.98 s to 6.3 s`, from the fastest to the slowest opinion. */
function latenciesText(opinions: readonly ByLoadOpinion[]): string {
  const sorted = opinions.map(({ latency }) => latency).sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)].map((figure) =>
    figure ? formatFigure(figure) : '',
  );
  return low === high ? (low ?? '') : `${low ?? ''} to ${high ?? ''}`;
}

/** Names targets that the scenario meets by its own curve, but misses by every opinion. */
function missedByAll(
  { verdicts }: ScenarioAssessment,
  opinions: readonly ByLoadOpinion[],
): readonly string[] {
  const missed = opinions.map(
    (opinion) =>
      new Set(
        opinion.verdicts.flatMap(({ target, outcome }) => (outcome === 'misses' ? target : [])),
      ),
  );
  return verdicts
    .filter(({ outcome }) => outcome !== 'misses')
    .filter(({ target }) => missed.every((targets) => targets.has(target)))
    .map(({ target }) => target.name);
}
