/** Says how well a figure is known. */
import type { Caveat, Figure, Known } from '../engine/figure/figure';
import type { LatencyBand } from '../engine/curve/latencyBand';
import { formatFigure } from './figures';
import { listWords } from './markdown';

/** Words that say how well a figure is known. */
export type Badge = 'stated' | 'measured' | 'reported' | 'estimate' | 'guess' | 'scaled' | 'model';

/** Explains each badge, for legends. */
export const BADGE_MEANINGS: Readonly<Record<Badge, string>> = {
  stated: 'written in the plan, or computed from that alone',
  measured: 'your own benchmark, at that load or between two',
  reported: 'someone else’s figure',
  estimate: 'not measured, but based on something',
  guess: 'not based on anything',
  scaled: 'converted from other token lengths or another GPU',
  model: 'computed by a model: queueing, extrapolation or data sheets',
};

/** Returns the badge of a figure, and the first doubt about its evidence: `measured`, `measured, lighter load`. */
export function badgeOf(figure: Figure): string {
  const { caveats } = figure.provenance;
  const doubt = caveats.find((caveat) => !MODEL_CAVEATS.has(caveat) && CAVEAT_SHORT[caveat]);
  const badge = badgeWord(figure);
  return doubt ? `${badge}, ${CAVEAT_SHORT[doubt] ?? ''}` : badge;
}

/** Returns `guess: a guess`, `measured: your own benchmark, …`: a legend for one figure. */
export function explainBadge(figure: Figure): string {
  const badge = badgeWord(figure);
  return `${badge}: ${BADGE_MEANINGS[badge]}`;
}

function badgeWord({ provenance: { known, reach, caveats } }: Figure): Badge {
  if (reach === 'hardware') return 'model';
  if (known === 'guess' || known === 'estimate') return known;
  if (reach === 'extrapolated' || caveats.some((caveat) => MODEL_CAVEATS.has(caveat)))
    return 'model';
  return reach === 'scaled' || reach === 'other-gpu' ? 'scaled' : known;
}

/** Caveats of a figure that a model gives, whatever its evidence. */
const MODEL_CAVEATS: ReadonlySet<Caveat> = new Set<Caveat>([
  'balance-only',
  'modelled-waiting',
  'modelled-tail',
  'slots-free-at-times',
  'throughput-may-fall',
  'typical-profile',
]);

/**
 * Says in short how well a figure is known, with every caveat: `measured, lighter load`, `extrapolated from a guess`.
 * For columns and details; sentences use `badgeOf`.
 */
export function describeKnown(figure: Figure): string {
  const caveats = figure.provenance.caveats.flatMap((caveat) => CAVEAT_SHORT[caveat] ?? []);
  return [describeSource(figure), ...caveats].join(', ');
}

function describeSource(figure: Figure): string {
  const { known, reach } = figure.provenance;
  if (reach === 'direct' || known === 'stated') return known;
  if (reach === 'hardware') return 'model, from data sheets';
  const sources = [...new Set(sourcesOf(figure))];
  const named = sources.length > 0 ? sources : [known];
  if (reach === 'scaled') return `scaled from other token lengths, ${known}`;
  if (reach === 'other-gpu') return `scaled from another GPU, ${known}`;
  const from = listWords(named.map((source) => PLURALS[source]));
  return `${reach} from ${from}`;
}

/** Returns `80% interval 1.9 s to 2.3 s`. */
export function describeBand({ low, high }: LatencyBand): string {
  return `80% interval ${formatFigure(low)} to ${formatFigure(high)}`;
}

const CAVEAT_SHORT: Readonly<Record<Caveat, string | undefined>> = {
  approximate: undefined, // the figure itself says it: about 2.7 s
  'lighter-load': 'lighter load',
  'contradicts-itself': 'contradictory',
  burst: 'burst',
  'beyond-hardware': 'faster than its hardware',
  'requests-failed': 'failed requests',
  'few-requests': 'few requests',
  'slots-free-at-times': 'slots partly free',
  'balance-only': 'queueing not modelled',
  'modelled-waiting': 'queueing modelled',
  'modelled-tail': 'tail modelled',
  'tokens-differ': 'other token lengths',
  'tokens-unstated': 'token lengths unstated',
  'lengths-vary': 'lengths vary',
  'throughput-may-fall': 'if throughput holds',
  'typical-profile': 'typical day',
};

/** Reasons why a figure is less well known than its source says: a clause for each caveat. */
export const CAVEAT_WORDS: Readonly<Record<Caveat, string>> = {
  'lighter-load': 'benchmarked at a lighter load than this scenario has',
  approximate: 'based on a value that the plan marks as approximate (`~`)',
  'contradicts-itself': 'based on a benchmark that contradicts itself',
  burst: 'based on a burst, in which not all users were busy at once',
  'beyond-hardware': 'based on an observation that is faster than its hardware can be',
  'few-requests': 'based on a benchmark of too few requests',
  'requests-failed': 'based on a benchmark with failed requests, so its times may be too good',
  'slots-free-at-times':
    'an upper bound: random arrivals queued in that benchmark while some slots were free',
  'balance-only': 'based on average load, without queueing',
  'modelled-waiting': 'includes modelled (not measured) queueing time',
  'modelled-tail': 'the percentile is modelled, not measured',
  'tokens-differ': 'benchmarked with other token lengths than the workload’s',
  'tokens-unstated': 'token lengths are unstated in the workload or in the benchmark',
  'lengths-vary':
    'the workload’s lengths vary, but the benchmark’s may not: if they do, state `outputTokens: { mean: 200, cv: 1 }` there',
  'throughput-may-fall': 'assumes that a server’s throughput does not fall as its load grows',
  'typical-profile': 'assumes a typical daily profile, not your own',
};

const PLURALS: Readonly<Record<Known, string>> = {
  stated: 'stated values',
  measured: 'measurements',
  reported: 'reported values',
  estimate: 'estimates',
  guess: 'guesses',
};

/** Lists the sources of the latencies that a figure was computed from, in the order of the formula. */
function sourcesOf({ derivation, provenance }: Figure): readonly Known[] {
  if (derivation.kind !== 'formula') return [provenance.known];
  return Object.values(derivation.inputs)
    .filter((input) => input.provenance.known !== 'stated')
    .flatMap((input) =>
      input.provenance.reach === 'direct' ? [input.provenance.known] : sourcesOf(input),
    );
}
