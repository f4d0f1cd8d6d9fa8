/** Says how well a figure is known. */
import type { Caveat, Figure, Known } from '../engine/figure/figure';
import type { LatencyBand } from '../engine/curve/latencyBand';
import { formatFigure } from './figures';

const KNOWN_WORDS: Readonly<Record<Known, string>> = {
  stated: 'stated by the plan',
  measured: 'measured',
  reported: 'reported',
  estimate: 'estimate',
  guess: 'guess',
};

/**
 * Says in short how well a figure is known: `measured at a lighter load`, `extrapolated from a guess`. Caveats are
 * always included: without them it would look better known than it is.
 */
export function describeKnown(figure: Figure): string {
  const caveats = figure.provenance.caveats.flatMap((caveat) => CAVEAT_SHORT[caveat] ?? []);
  return [describeSource(figure), ...caveats].join(', ').replace('measured, at', 'measured at');
}

function describeSource(figure: Figure): string {
  const { known, reach } = figure.provenance;
  if (known === 'stated' && figure.derivation.kind === 'formula')
    return 'from what the plan states';
  if (reach === 'direct' || known === 'stated') return KNOWN_WORDS[known];
  if (reach === 'hardware') return 'estimated from the data sheets';
  const sources = [...new Set(sourcesOf(figure))];
  const named = sources.length > 0 ? sources : [known];
  if (reach === 'scaled') return `scaled from other token lengths, ${KNOWN_WORDS[known]}`;
  if (reach === 'other-gpu') return `scaled from another GPU, ${KNOWN_WORDS[known]}`;
  if (reach === 'extrapolated') return `extrapolated from ${listSources(named)}`;
  return named.length > 1
    ? `interpolated between ${listSources(named)}`
    : `interpolated between ${PLURALS[known]}`;
}

/** Returns `1.9 s to 2.3 s four times in five`. */
export function describeBand({ low, high }: LatencyBand): string {
  return `${formatFigure(low)} to ${formatFigure(high)} four times in five`;
}

const CAVEAT_SHORT: Readonly<Record<Caveat, string | undefined>> = {
  approximate: undefined, // the figure itself says it: about 2.7 s
  'lighter-load': 'at a lighter load',
  'contradicts-itself': 'by a benchmark that contradicts itself',
  burst: 'from a burst',
  'beyond-hardware': 'faster than its hardware',
  'requests-failed': 'with failed requests',
  'few-requests': 'of few requests',
  'slots-free-at-times': 'or less, where slots were free at times',
  'balance-only': 'by a balance of means',
  'modelled-waiting': 'waiting by a queueing model',
  'modelled-tail': 'tail by a queueing model',
  'tokens-differ': 'with other token lengths',
  'tokens-unstated': 'token lengths not stated',
  'lengths-vary': 'by a benchmark of more even lengths',
  'throughput-may-fall': 'if throughput does not fall',
  'typical-profile': 'on a typical day',
};

/** Reasons why a figure is less well known than its source says: a clause for each caveat. */
export const CAVEAT_WORDS: Readonly<Record<Caveat, string>> = {
  'lighter-load': 'observed with fewer requests in flight than this scenario has',
  approximate: 'rests on a value that the plan gives as about (`~`)',
  'contradicts-itself': 'rests on a benchmark whose figures contradict each other',
  burst: 'based on a burst, in which not all users had a request in flight',
  'beyond-hardware': 'based on an observation that is faster than its hardware can be',
  'few-requests': 'rests on a benchmark of too few requests to tell it',
  'requests-failed':
    'rests on a benchmark of which requests failed, so that the others had less to compete with',
  'slots-free-at-times':
    'observed with random arrivals that queued: some slots were free at times, so the time in a slot is at most this',
  'balance-only': 'follows from the average load, without queueing delay',
  'modelled-waiting': 'includes modelled (not measured) queueing time',
  'modelled-tail':
    'the percentile follows by a model from what is observed, and no observation states it',
  'tokens-differ': 'observed with other token lengths than the workload’s',
  'tokens-unstated':
    'token lengths are stated for the workload or the observation, but not for both',
  'lengths-vary':
    'the workload’s lengths vary, and the benchmark does not say that its own did: write `outputTokens: { mean: 200, cv: 1 }` there if so',
  'throughput-may-fall': 'holds only while a server’s throughput does not fall as its load grows',
  'typical-profile': 'assumes a typical shape of the day, which is not the plan’s own',
};

const PLURALS: Readonly<Record<Known, string>> = {
  stated: 'stated values',
  measured: 'measurements',
  reported: 'reported values',
  estimate: 'estimates',
  guess: 'guesses',
};

const WITH_ARTICLE: Readonly<Record<Known, string>> = {
  stated: 'a stated value',
  measured: 'a measurement',
  reported: 'a reported value',
  estimate: 'an estimate',
  guess: 'a guess',
};

function listSources(sources: readonly Known[]): string {
  const words = sources.map((source) => WITH_ARTICLE[source]);
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Lists the sources of the latencies that a figure was computed from, in the order of the formula. */
function sourcesOf({ derivation, provenance }: Figure): readonly Known[] {
  if (derivation.kind !== 'formula') return [provenance.known];
  return Object.values(derivation.inputs)
    .filter((input) => input.provenance.known !== 'stated')
    .flatMap((input) =>
      input.provenance.reach === 'direct' ? [input.provenance.known] : sourcesOf(input),
    );
}
