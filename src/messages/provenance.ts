/** Says how well a figure is known. */
import { t } from '@vscode/l10n';
import type { Caveat, Figure, Known } from '../engine/figure/figure';
import type { LatencyBand } from '../engine/curve/latencyBand';
import { formatFigure } from './figures';
import { listWords } from './markdown';
import { textTable } from './textTable';

/** Words that say how well a figure is known. */
export type Badge = 'stated' | 'measured' | 'reported' | 'estimate' | 'guess' | 'scaled' | 'model';

/** Explains each badge, for legends. */
export const BADGE_MEANINGS = textTable<Badge>({
  stated: () => t`written in the plan, or computed from that alone`,
  measured: () => t`your own benchmark, at that load or between two`,
  reported: () => t`someone else’s figure`,
  estimate: () => t`not measured, but based on something`,
  guess: () => t`not based on anything`,
  scaled: () => t`converted from other token lengths or another GPU`,
  model: () => t`computed by a model: queueing, extrapolation or data sheets`,
});

const BADGES = textTable<Badge>({
  stated: () => t`stated`,
  measured: () => t`measured`,
  reported: () => t`reported`,
  estimate: () => t`estimate`,
  guess: () => t`guess`,
  scaled: () => t`scaled`,
  model: () => t`model`,
});

/** Returns the badge of a figure, and the first doubt about its evidence: `measured`, `measured, lighter load`. */
export function badgeOf(figure: Figure): string {
  const { caveats } = figure.provenance;
  const doubt = caveats.find((caveat) => !MODEL_CAVEATS.has(caveat) && CAVEAT_SHORT[caveat]);
  const badge = BADGES[badgeFor(figure)];
  return doubt ? `${badge}, ${CAVEAT_SHORT[doubt] ?? ''}` : badge;
}

/** Returns `guess: a guess`, `measured: your own benchmark, …`: a legend for one figure. */
export function explainBadge(figure: Figure): string {
  const badge = badgeFor(figure);
  return `${BADGES[badge]}: ${BADGE_MEANINGS[badge]}`;
}

function badgeFor({ provenance: { known, reach, caveats } }: Figure): Badge {
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
  if (known === 'stated') return BADGES[known];
  switch (reach) {
    case 'direct':
      return BADGES[known];
    case 'hardware':
      return t`model, from data sheets`;
    case 'scaled':
      return t`scaled from other token lengths, ${BADGES[known]}`;
    case 'other-gpu':
      return t`scaled from another GPU, ${BADGES[known]}`;
    case 'interpolated':
      return t`interpolated from ${listedSources(figure)}`;
    case 'extrapolated':
      return t`extrapolated from ${listedSources(figure)}`;
  }
}

/** Returns `measurements and guesses`. */
function listedSources(figure: Figure): string {
  const sources = [...new Set(sourcesOf(figure))];
  const named = sources.length > 0 ? sources : [figure.provenance.known];
  return listWords(named.map((source) => PLURALS[source]));
}

/** Returns `80% interval 1.9 s to 2.3 s`. */
export function describeBand({ low, high }: LatencyBand): string {
  return t`80% interval ${formatFigure(low)} to ${formatFigure(high)}`;
}

/** Not of `approximate`: the figure itself says `about 2.7 s`. */
const CAVEAT_SHORT: Readonly<Partial<Record<Caveat, string>>> = textTable<
  Exclude<Caveat, 'approximate'>
>({
  'lighter-load': () => t`lighter load`,
  'contradicts-itself': () => t`contradictory`,
  burst: () => t`burst`,
  'beyond-hardware': () => t`faster than its hardware`,
  'requests-failed': () => t`failed requests`,
  'few-requests': () => t`few requests`,
  'slots-free-at-times': () => t`slots partly free`,
  'balance-only': () => t`queueing not modelled`,
  'modelled-waiting': () => t`queueing modelled`,
  'modelled-tail': () => t`tail modelled`,
  'tokens-differ': () => t`other token lengths`,
  'tokens-unstated': () => t`token lengths unstated`,
  'lengths-vary': () => t`lengths vary`,
  'throughput-may-fall': () => t`if throughput holds`,
  'typical-profile': () => t`typical day`,
});

/** Reasons why a figure is less well known than its source says: a clause for each caveat. */
export const CAVEAT_WORDS = textTable<Caveat>({
  'lighter-load': () => t`benchmarked at a lighter load than this scenario has`,
  approximate: () => t`based on a value that the plan marks as approximate (\`~\`)`,
  'contradicts-itself': () => t`based on a benchmark that contradicts itself`,
  burst: () => t`based on a burst, in which not all users were busy at once`,
  'beyond-hardware': () => t`based on an observation that is faster than its hardware can be`,
  'few-requests': () => t`based on a benchmark of too few requests`,
  'requests-failed': () =>
    t`based on a benchmark with failed requests, so its times may be too good`,
  'slots-free-at-times': () =>
    t`an upper bound: random arrivals queued in that benchmark while some slots were free`,
  'balance-only': () => t`based on average load, without queueing`,
  'modelled-waiting': () => t`includes modelled (not measured) queueing time`,
  'modelled-tail': () => t`the percentile is modelled, not measured`,
  'tokens-differ': () => t`benchmarked with other token lengths than the workload’s`,
  'tokens-unstated': () => t`token lengths are unstated in the workload or in the benchmark`,
  'lengths-vary': () =>
    t`the workload’s lengths vary, but the benchmark’s may not: if they do, state \`outputTokens: { mean: 200, cv: 1 }\` there`,
  'throughput-may-fall': () =>
    t`assumes that a server’s throughput does not fall as its load grows`,
  'typical-profile': () => t`assumes a typical daily profile, not your own`,
});

const PLURALS = textTable<Known>({
  stated: () => t`stated values`,
  measured: () => t`measurements`,
  reported: () => t`reported values`,
  estimate: () => t`estimates`,
  guess: () => t`guesses`,
});

/** Lists the sources of the latencies that a figure was computed from, in the order of the formula. */
function sourcesOf({ derivation, provenance }: Figure): readonly Known[] {
  if (derivation.kind !== 'formula') return [provenance.known];
  return Object.values(derivation.inputs)
    .filter((input) => input.provenance.known !== 'stated')
    .flatMap((input) =>
      input.provenance.reach === 'direct' ? [input.provenance.known] : sourcesOf(input),
    );
}
