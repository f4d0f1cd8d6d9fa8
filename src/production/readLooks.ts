/** Reads looks at `/metrics`, one after another, as what the servers did in the time between. */
import { differenceOf, sumOf } from './difference';
import type { MetricsText } from './metricsText';
import { findService, type FoundService, type Wanted } from './service';
import { windowOf, type ProductionWindow, type Span } from './windowOf';

export interface LooksSpan {
  /** End, in seconds since 1970, and time from the first look to the last. */
  readonly end: number;
  readonly seconds: number;
}

export type LooksReading =
  | { readonly kind: 'window'; readonly window: ProductionWindow }
  /** Counts go up and down: several servers answer in turn, behind a load balancer. */
  | { readonly kind: 'in-turn' }
  /** The server restarted, and nothing is known of the time before or after. */
  | { readonly kind: 'restarted' }
  | Exclude<FoundService, { readonly kind: 'found' }>;

/** Most looks between which a server restarts: with more of them it is not one server. */
const MOST_RESTARTS = 1;

/** @param looks The first to the last, as far apart; a single one counts from the time that the server began. */
export function readLooks(
  looks: readonly MetricsText[],
  wanted: Wanted,
  span: LooksSpan,
): LooksReading {
  const found = findService(looks.at(-1)?.samples ?? [], wanted);
  if (found.kind !== 'found') return found;
  const differences = looks
    .slice(1)
    .map(({ samples }, index) => differenceOf(looks[index]?.samples ?? [], samples));
  const kept = differences.flatMap((difference) => (difference ? [difference] : []));
  const restarts = differences.length - kept.length;
  if (restarts > MOST_RESTARTS) return { kind: 'in-turn' };
  if (restarts > 0 && kept.length === 0) return { kind: 'restarted' };
  const isSingle = differences.length === 0;
  const samples = isSingle ? (looks[0]?.samples ?? []) : sumOf(kept);
  const own: Span = {
    end: span.end,
    seconds: isSingle ? span.seconds : (span.seconds * kept.length) / differences.length,
    looks: looks.length,
    hasRestarted: restarts > 0,
  };
  return { kind: 'window', window: windowOf(samples, found.service, own) };
}
