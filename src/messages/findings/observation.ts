/** Words for findings about observations. */
import { nameOfKind } from '../verdicts';
import { readingOf } from '../../engine/plan/readings';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { ByLoadOpinion } from '../../engine/explore/byLoad';
import type { Figure } from '../../engine/figure/figure';
import { observedFigure } from '../../engine/figure/figures';
import type { ContradictionKind, ObservedTime } from '../../engine/observation/contradictions';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { hasKnownStability } from '../../engine/observation/observedArrivals';
import type { Observation } from '../../engine/plan/plan';
import type { FindingArgs } from '../../lint/finding';
import type { BurstArgs } from '../../lint/rules/shared/burst';
import { describeBasis } from '../byLoad';
import { formatFigure } from '../figures';
import { formulaText } from '../formulas';
import { formatNumber, formatQuantity, formatSeconds } from '../numbers';
import { listOf, sentences } from '../sentences';
import { describeFigure } from '../verdictReasons';
import { beyondHardware } from './memory';
import { quote, quotedList } from './words';
import type { Words } from './wordsOf';

export const OBSERVATION_WORDS: Words<'observation'> = {
  'observation.littles-law': ({ observation, stated, expected, gap, inFlight, thinkTime, burst }) =>
    sentences(
      `${observationName(observation)} contradicts itself: it states ${formatFigure(stated)}, but users and latency give ${formatFigure(expected)} by Little’s law, ${formatFigure(gap)} apart`,
      `the lower throughput counts, ${formatFigure(stated.value < expected.value ? stated : expected)}${inFlight ? `, with ${formatFigure(inFlight)} in flight` : ''}`,
      burst && drained(burst),
      thinkTime &&
        `with ${formatFigure(thinkTime)} of think time all three agree: state \`thinkTime: ${written(thinkTime)}\` if users paused so long`,
      burst
        ? undefined
        : `${thinkTime ? 'otherwise one' : 'one'} of them is wrong, or was taken over another time`,
    ),
  'observation.contradicts-itself': ({ observation, kind, pair, derived, burst }) =>
    sentences(
      `${observationName(observation)} contradicts itself: ${contradiction(kind, pair, observation, derived)}`,
      derived && `users and throughput leave that mean: ${formulaText(derived)}`,
      burst ? drained(burst) : 'one of them is wrong, or they are not of the same run',
    ),
  'observation.burst': ({ observation, requests, users, inFlight }) =>
    sentences(
      `${observationName(observation)} is a burst: ${drained({ requests, users })}`,
      inFlight
        ? `its throughput and latency show ${formatFigure(inFlight)} in flight, which count`
        : 'all users count as in flight, until `latency` and `throughput` show fewer',
      'it verifies nothing; benchmark with at least 10 requests a user',
    ),
  'observation.future-date': ({ observation, date, today }) =>
    sentences(
      `${observationName(observation)} is of ${date}, which is still to come: today is ${today}`,
      'correct the `date`',
    ),
  'observation.failed-requests': ({ observation, failed, requests, share }) =>
    sentences(
      requests === undefined
        ? `${formatNumber(failed)} requests of ${observationName(observation)} failed, and it does not say of how many (\`requests\`)`
        : `${formatNumber(failed)} of ${formatNumber(requests)} requests of ${observationName(observation)} failed (${formatQuantity(share, 'share')})`,
      'its times are those of the others, which had less to compete with, so that verdicts that rest on it are unverified',
      'measure again at a load at which none fails',
    ),
  'observation.underloaded': underloaded,
  'observation.queued': ({ observation, inFlight, slots, atCapacity }) =>
    sentences(
      `${observationName(observation)} had ${formatFigure(inFlight)} in flight for ${formatFigure(slots)}, so that its latency includes waiting for one`,
      atCapacity
        ? `the curve takes it as the capacity of a full server: ${describeFigure(atCapacity)}`
        : undefined,
      hasKnownStability(observation.observation)
        ? undefined
        : 'without its `throughput` nobody can tell whether the server kept up with the rate, so that the curve leaves it out; state that as well',
    ),
  'observation.servers-unstated': ({ observation, servers }) =>
    sentences(
      `${observationName(observation)} counts as a benchmark of one server, and a node has ${formatNumber(servers)}`,
      `write \`nodes: 1\` if its load was spread over all of them, or \`servers: 1\` if not`,
    ),
  'observation.other-workload': ({ observation, key, observed, asked }) =>
    sentences(
      `${observationName(observation)} was taken with ${formatNumber(observed)} ${TOKENS[key]} a request, the workload has ${formatNumber(asked)}`,
      `latency grows with the length of ${key === 'promptTokens' ? 'prompts' : 'answers'}, and a bound gives no time to scale; measure with the lengths of the workload, or state the exact time`,
    ),
  'observation.disagree': ({ observations, at, follows, lowest, highest }) =>
    sentences(
      `${formatNumber(observations.length)} observations at ${placeText(at, follows)} are from ${formatSeconds(lowest)} to ${formatSeconds(highest)}: they were not taken under the same conditions, or one is wrong`,
      'the curve takes their mean, and a limit between them is not decided for certain; leave out what does not hold',
    ),
  'observation.below-floor': ({ observation, claim }) =>
    beyondHardware(observationName(observation), claim),
  'observation.not-monotone': ({ lighter, heavier, lighterMayWait, follows }) =>
    sentences(
      `the latency falls as ${follows === 'load' ? 'the load' : '`parallel`'} grows: ${pointText(heavier, follows)}, but ${pointText(lighter, follows)}`,
      lighterMayWait
        ? 'the lighter one had random arrivals, so some of its latency may be queueing; the curve includes that, which is on the safe side'
        : 'a busier server is not faster: one of the two is wrong, or they were not taken under the same conditions',
    ),
};

/** Returns its name, or its kind if it has none. */
export function observationName(
  { observation }: ObservationAssessment,
  otherwise = `this observation (${observation.source.value})`,
): string {
  return observation.name === undefined ? otherwise : quote(observation.name);
}

/** Says why a burst had fewer requests in flight than users. */
function drained({ requests, users }: BurstArgs): string {
  return `${formatNumber(requests)} requests are few for ${formatNumber(users)} users, so the load drained and not all users were busy`;
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
    `${quote(nameOfKind(key))} ${key === 'latency' && derived ? formatFigure(derived) : stated(observation, key)}`;
  switch (kind) {
    case 'percentiles-fall':
      return `${text(first)} and ${text(second)}, though fewer requests stay below the first than below the second`;
    case 'tail-below-mean':
      return `${text(second)} and a mean ${text(first)}, though 99 of 100 requests were faster than that mean then`;
    case 'percentile-below-mean':
      return `${text(second)} and a mean ${text(first)}, which only a few requests of many times that could explain`;
    case 'first-token-after-answer':
      return `${text(first)} and ${text(second)}, though the first token comes before the whole answer`;
    case 'tokens-do-not-add-up':
      return `${text('ttft')} and ${formatNumber((observation.outputTokens?.value ?? 1) - 1)} more tokens of ${text('tpot')} do not make ${text('latency')}`;
  }
}

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
  return follows === 'load' ? `${formatNumber(at)} in flight` : `\`parallel\` ${formatNumber(at)}`;
}

function underloaded(args: FindingArgs['observation.underloaded']): string {
  const { observation, load, needed, scenarios } = args;
  const slots = observation.observation.parallel?.value;
  const ofSlots = slots === undefined ? '' : ` of ${formatNumber(slots)} slots`;
  const names = quotedList(scenarios.map(({ spec: scenario }) => scenario.name));
  const have = scenarios.length === 1 ? 'rests on it, has' : 'rest on it, have up to';
  return sentences(
    `${observationName(observation)} ran with ${formatNumber(load.value)} requests in flight on a server${ofSlots}, but ${names}, which ${have} ${formatNumber(needed.value)}`,
    opinionText(args),
    'measure with all slots busy to know',
  );
}

/** Says what would follow if latency grew with load, and which targets are missed either way. */
function opinionText({
  scenarios,
  needed,
  opinions,
}: FindingArgs['observation.underloaded']): string | undefined {
  const heaviest = scenarios.find(({ load }) => load?.value === needed.value);
  if (!heaviest || opinions.length === 0) return undefined;
  const missed = missedByAll(heaviest, opinions);
  const either = opinions.length > 1 ? 'either way' : 'then';
  const nodes = heaviest.nodes ? formatFigure(heaviest.nodes) : 'its nodes';
  const miss = heaviest.nodes?.value === 1 ? 'misses' : 'miss';
  const conclusion =
    missed.length > 0 ? `; ${either} ${nodes} ${miss} ${quotedList(missed)} too` : '';
  return `were latency to follow the load, ${quote(heaviest.spec.name)} would take ${latenciesText(opinions)}${conclusion}`;
}

function latenciesText(opinions: readonly ByLoadOpinion[]): string {
  const figures = opinions.map(({ latency }) => formatFigure(latency));
  const [first = ''] = figures;
  if (figures.every((figure) => figure === first)) return first;
  return listOf(opinions.map((each) => `${formatFigure(each.latency)} ${describeBasis(each)}`));
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
