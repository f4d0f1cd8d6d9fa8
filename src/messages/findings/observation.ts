/** Words for findings about observations. */
import { t } from '@vscode/l10n';
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
import { listWords } from '../markdown';
import { describeBand } from '../provenance';
import { sentences } from '../sentences';
import { sourceWord } from '../sourceWord';
import { describeBadged } from '../verdictReasons';
import { beyondHardware } from './memory';
import { concurrencyText, quote, quotedList } from './words';
import type { Words } from './wordsOf';

export const OBSERVATION_WORDS: Words<'observation'> = {
  'observation.littles-law': littlesLaw,
  'observation.contradicts-itself': ({ observation, kind, pair, derived, burst }) =>
    sentences(
      t`${observationName(observation)} contradicts itself: ${contradiction(kind, pair, observation, derived)}`,
      CONTRADICTION_WHY[kind]?.(),
      derived && t`that mean follows from users and throughput: ${formulaText(derived)}`,
      burst && drained(burst),
      burst ? benchmarkLonger() : t`correct one of them, or take both from the same run`,
    ),
  'observation.burst': ({ observation, requests, users, inFlight }) =>
    sentences(
      t`${observationName(observation)} is a burst: ${drained({ requests, users })}`,
      inFlight
        ? t`the plan uses ${concurrencyText(formatFigureValue(inFlight))}, from throughput and latency`
        : t`the plan counts all users as concurrent; state \`latency\` and \`throughput\` to correct that`,
      t`it verifies nothing: ${benchmarkLonger()}`,
    ),
  'observation.future-date': ({ observation, date, today }) =>
    sentences(
      t`${observationName(observation)} is dated in the future: ${date}, today is ${today}`,
      t`correct the \`date\``,
    ),
  'observation.failed-requests': ({ observation, failed, requests, share }) =>
    sentences(
      requests === undefined
        ? t`${observationName(observation)} has ${formatNumber(failed)} failed requests, and no total (\`requests\`)`
        : t`${observationName(observation)} has ${formatNumber(failed)} failed requests of ${formatNumber(requests)} (${formatQuantity(share, 'share')})`,
      t`its times may be too good, so it verifies nothing`,
      t`benchmark again at a load at which none fails`,
    ),
  'observation.underloaded': underloaded,
  'observation.queued': ({ observation, inFlight, slots, atCapacity }) =>
    sentences(
      t`${observationName(observation)} queued: concurrency ${formatFigureValue(inFlight)} on ${formatFigure(slots)}`,
      t`its latency includes queueing`,
      atCapacity ? t`a full server takes ${describeBadged(atCapacity)} without it` : undefined,
      hasKnownStability(observation.observation)
        ? undefined
        : t`the plan ignores it: the server may not have kept up; add its \`throughput\``,
    ),
  'observation.servers-unstated': ({ observation, servers }) =>
    sentences(
      t`${observationName(observation)} counts as one server, but a node has ${formatNumber(servers)}`,
      t`if the load was spread over all of them, set \`nodes: 1\`; if not, \`servers: 1\``,
    ),
  'observation.other-workload': (args) =>
    sentences(
      otherLengths(args),
      t`its time is only a bound, which cannot be scaled to other lengths`,
      t`benchmark with the workload’s lengths, or state the exact time`,
    ),
  'observation.disagree': (args) =>
    sentences(
      disagreement(args),
      t`the plan uses their mean; a limit between them stays undecided`,
      t`remove those that are wrong or of another setup`,
    ),
  'observation.below-floor': ({ observation, claim }) =>
    beyondHardware(observationName(observation), claim),
  'observation.not-monotone': (args) =>
    sentences(
      fallingLatency(args),
      args.lighterMayWait
        ? t`the first may include queueing, as its arrivals were random; the plan keeps it, which is on the safe side`
        : t`a busier server is not faster: correct one of them, or remove what is of another setup`,
    ),
  'observation.drift': ({ drift }) => drifted(drift),
};

/** Returns its name, or its kind if it has none. */
function observationName({ observation }: ObservationAssessment): string {
  return observation.name === undefined
    ? t`this observation (${sourceWord(observation.source.value)})`
    : quote(observation.name);
}

function littlesLaw(args: FindingArgs['observation.littles-law']): string {
  const { observation, stated, expected, gap, inFlight, thinkTime, burst } = args;
  return sentences(
    t`${observationName(observation)} contradicts itself: ${formatFigure(expected)} expected by Little’s law, ${formatFigure(stated)} reported (${formatFigure(gap)} off)`,
    inFlight
      ? t`the plan uses the lower one, at ${concurrencyText(formatFigureValue(inFlight))}`
      : t`the plan uses the lower one`,
    burst && drained(burst),
    thinkTime &&
      t`if users paused for ${formatFigure(thinkTime)}, set \`thinkTime: ${written(thinkTime)}\``,
    burst ? benchmarkLonger() : checkFigures(thinkTime),
  );
}

function checkFigures(thinkTime: Figure | undefined): string {
  return thinkTime
    ? t`otherwise, check users, latency and throughput`
    : t`check users, latency and throughput`;
}

function benchmarkLonger(): string {
  return t`benchmark with at least 10 requests a user`;
}

/** Says by how much production differs from what the other observations predict. */
function drifted(drift: Drift): string {
  const { share } = drift;
  return sentences(
    describeDrift(drift),
    share > 0
      ? t`the other observations no longer describe production, and sizing by them is too small`
      : t`the other observations no longer describe production, and sizing by them is too large`,
    t`benchmark again, and remove observations that no longer hold`,
  );
}

function describeDrift(drift: Drift): string {
  const name = observationName(drift.observation);
  const { date } = drift.observation.observation;
  return date
    ? t`${name} drifted on ${date.value}: ${howFarOff(drift)}`
    : t`${name} drifted: ${howFarOff(drift)}`;
}

/** Returns `2.4 s, 14% slower than predicted (2.1 s, 80% interval 1.9 s to 2.3 s)`. */
function howFarOff({ observed, predicted, band, share }: Drift): string {
  const [found, off] = [formatFigure(observed), formatNumber(100 * Math.abs(share), 2)];
  const expected = [formatFigure(predicted), ...(band ? [describeBand(band)] : [])].join(', ');
  return share > 0
    ? t`${found}, ${off}% slower than predicted (${expected})`
    : t`${found}, ${off}% faster than predicted (${expected})`;
}

/** Says why a burst had fewer requests in flight than users. */
function drained({ requests, users }: BurstArgs): string {
  return t`${formatNumber(requests)} requests for ${formatNumber(users)} users, so not all users were busy at once`;
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
    return t`${text('ttft')} and ${tokens} more tokens of ${text('tpot')} do not add up to ${text('latency')}`;
  }
  const isMean = kind === 'tail-below-mean' || kind === 'percentile-below-mean';
  return isMean
    ? t`${text(second)} and mean ${text(first)}`
    : listWords([text(first), text(second)]);
}

/** Reasons why two times of one run cannot both be right. */
const CONTRADICTION_WHY: Readonly<Record<ContradictionKind, (() => string) | undefined>> = {
  'percentiles-fall': () => t`a higher percentile cannot be faster`,
  'tail-below-mean': () => t`the mean cannot be slower than 99 of 100 requests`,
  'percentile-below-mean': () => t`only a few extremely slow requests could explain that mean`,
  'first-token-after-answer': () => t`the first token comes before the whole answer`,
  'tokens-do-not-add-up': undefined,
};

/** Returns the value as the plan has it: `900 ms`, `below 1 s`. */
function stated(observation: Observation, key: ObservedTime): string {
  const reading = readingOf(observation, key);
  return reading ? formatFigure(observedFigure(reading, 's', observation.source.value)) : '';
}

function otherLengths(args: FindingArgs['observation.other-workload']): string {
  const name = observationName(args.observation);
  const [observed, asked] = [formatNumber(args.observed), formatNumber(args.asked)];
  return args.key === 'promptTokens'
    ? t`${name} has ${observed} prompt tokens a request, the workload ${asked}`
    : t`${name} has ${observed} output tokens a request, the workload ${asked}`;
}

type Follows = 'load' | 'parallel';

function disagreement(args: FindingArgs['observation.disagree']): string {
  const [count, at] = [formatNumber(args.observations.length), formatNumber(args.at)];
  const [lowest, highest] = [formatSeconds(args.lowest), formatSeconds(args.highest)];
  return args.follows === 'load'
    ? t`${count} observations disagree at ${concurrencyText(at)}: ${lowest} to ${highest}`
    : t`${count} observations disagree at \`parallel\` ${at}: ${lowest} to ${highest}`;
}

function fallingLatency(args: FindingArgs['observation.not-monotone']): string {
  const { follows } = args;
  const [lighter, heavier] = [pointText(args.lighter, follows), pointText(args.heavier, follows)];
  return follows === 'load'
    ? t`latency falls as load grows: ${lighter}, but ${heavier}`
    : t`latency falls as \`parallel\` grows: ${lighter}, but ${heavier}`;
}

function pointText(
  { at, latency }: { readonly at: number; readonly latency: Figure },
  follows: Follows,
): string {
  return follows === 'load'
    ? t`${formatFigure(latency)} at ${concurrencyText(formatNumber(at))}`
    : t`${formatFigure(latency)} at \`parallel\` ${formatNumber(at)}`;
}

function underloaded(args: FindingArgs['observation.underloaded']): string {
  return sentences(
    t`${loadText(args)}, but ${neededText(args)}`,
    opinionText(args),
    t`benchmark with all slots busy`,
  );
}

function loadText({ observation, load }: FindingArgs['observation.underloaded']): string {
  const [name, ran] = [observationName(observation), formatNumber(load.value)];
  const slots = observation.observation.parallel?.value;
  return slots === undefined
    ? t`${name} ran only ${ran} per server`
    : t`${name} ran only ${ran} of ${formatNumber(slots)} slots per server`;
}

function neededText({ needed, scenarios }: FindingArgs['observation.underloaded']): string {
  const names = quotedList(scenarios.map(({ spec: scenario }) => scenario.name));
  return scenarios.length === 1
    ? t`${names} runs ${formatNumber(needed.value)}`
    : t`${names} run up to ${formatNumber(needed.value)}`;
}

/** Says what follows if latency grows with load, and which targets are missed then. */
function opinionText({
  scenarios,
  needed,
  opinions,
}: FindingArgs['observation.underloaded']): string | undefined {
  const heaviest = scenarios.find(({ load }) => load?.value === needed.value);
  if (!heaviest || opinions.length === 0) return undefined;
  const [name, latencies] = [quote(heaviest.spec.name), latenciesText(opinions)];
  const missed = missedByAll(heaviest, opinions);
  return missed.length > 0
    ? t`if latency grows with load, ${name} takes ${latencies} and also misses ${quotedList(missed)}`
    : t`if latency grows with load, ${name} takes ${latencies}`;
}

/** Returns `3.98 s to 6.3 s`, from the fastest to the slowest opinion. */
function latenciesText(opinions: readonly ByLoadOpinion[]): string {
  const sorted = opinions.map(({ latency }) => latency).sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)].map((figure) =>
    figure ? formatFigure(figure) : '',
  );
  return low === high ? (low ?? '') : t`${low ?? ''} to ${high ?? ''}`;
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
