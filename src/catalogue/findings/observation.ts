/** What is wrong with observations. */
import type { ObservationAssessment } from '../../engine/assessment';
import type { ByLoadOpinion } from '../../engine/byLoad';
import type { Figure } from '../../engine/figure';
import type { FindingArgs } from '../../lint/finding';
import { describeFigure } from '../verdicts';
import { formatFigure } from '../figures';
import { formatNumber } from '../numbers';
import { quote, quotedList, sentences } from './words';
import type { Words } from './wordsOf';

export const OBSERVATION_WORDS: Words<'observation'> = {
  'observation.littles-law': ({ observation, stated, expected, gap }) =>
    sentences(
      `users, latency and throughput of ${observationName(observation)} contradict each other: by Little’s law ${formatFigure(expected)} are served, the plan states ${formatFigure(stated)}, which is ${formatFigure(gap)} apart`,
      'one of the three is wrong, or was taken over another time than the others',
    ),
  'observation.underloaded': underloaded,
  'observation.queued': ({ observation, inFlight, slots, atCapacity }) =>
    sentences(
      `${observationName(observation)} had ${formatFigure(inFlight)} in flight for ${formatFigure(slots)}, so that its latency includes waiting for one`,
      atCapacity
        ? `the curve takes it as the capacity of a full server: ${describeFigure(atCapacity)}`
        : undefined,
    ),
  'observation.other-workload': ({ observation, key, observed, asked }) =>
    sentences(
      `${observationName(observation)} was taken with ${formatNumber(observed)} ${TOKENS[key]} a request, the workload has ${formatNumber(asked)}`,
      'latency grows with both, so that verdicts that rest on it are unverified; measure with the lengths of the workload',
    ),
  'observation.not-monotone': ({ lighter, heavier, follows }) =>
    sentences(
      `the latency falls as ${follows === 'load' ? 'the load' : '`parallel`'} grows: ${pointText(heavier, follows)}, but ${pointText(lighter, follows)}`,
      'a busier server is not faster: one of the two is wrong, or they were not taken under the same conditions',
    ),
};

/** Its name, or what it is. */
export function observationName({ observation }: ObservationAssessment): string {
  return observation.name === undefined
    ? `this observation (${observation.source.value})`
    : quote(observation.name);
}

const TOKENS = { promptTokens: 'prompt tokens', outputTokens: 'output tokens' } as const;

function pointText(
  { at, latency }: { readonly at: number; readonly latency: Figure },
  follows: 'load' | 'parallel',
): string {
  const where =
    follows === 'load' ? `${formatNumber(at)} in flight` : `\`parallel\` ${formatNumber(at)}`;
  return `${formatFigure(latency)} at ${where}`;
}

function underloaded(args: FindingArgs['observation.underloaded']): string {
  const { observation, load, needed, scenarios, opinions } = args;
  const slots = observation.observation.parallel?.value;
  const ofSlots = slots === undefined ? '' : ` for ${formatNumber(slots)} slots`;
  const names = quotedList(scenarios.map(({ scenario }) => scenario.name));
  const rest = scenarios.length === 1 ? 'rests' : 'rest';
  return sentences(
    `${observationName(observation)} ran at ${formatNumber(load.value)} requests on a server${ofSlots}, not at the ${formatNumber(needed.value)} of ${names}, which ${rest} on it`,
    opinionText(args, opinions),
    'measure with all slots busy to know',
  );
}

/** What would hold if latency followed the load, and which targets are missed either way. */
function opinionText(
  { scenarios, needed }: FindingArgs['observation.underloaded'],
  opinions: readonly ByLoadOpinion[],
): string | undefined {
  const heaviest = scenarios.find(({ load }) => load?.value === needed.value);
  if (!heaviest || opinions.length === 0) return undefined;
  const latencies = opinions.map(({ latency, without }) =>
    without === undefined
      ? `at ${formatFigure(latency)} by all observations`
      : `at ${formatFigure(latency)} without ${WITHOUT[without]}`,
  );
  const missed = heaviest.verdicts
    .filter(({ outcome }) => outcome !== 'misses')
    .map(({ target }) => target)
    .filter((target) =>
      opinions.every(({ verdicts }) =>
        verdicts.some((verdict) => verdict.target === target && verdict.outcome === 'misses'),
      ),
    )
    .map(({ name }) => name);
  const name = quote(heaviest.scenario.name);
  const either = opinions.length > 1 ? 'either way ' : 'then ';
  const nodes = heaviest.nodes ? formatFigure(heaviest.nodes) : 'its nodes';
  const conclusion =
    missed.length > 0 ? `; ${either}its ${nodes} would miss ${quotedList(missed)} too` : '';
  return `were latency to follow the load, ${name} would be ${latencies.join(', ')}${conclusion}`;
}

const WITHOUT = {
  measured: 'the measurements',
  reported: 'what is reported',
  estimate: 'the estimates',
  guess: 'the guesses',
} as const;
