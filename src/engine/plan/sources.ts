/** What follows from the source of an observation. */
import { SOURCES, type Source } from './plan';

/** A new source does not compile until each column is given. */
interface SourceTraits {
  /** Measured by the plan's own authors. One such observation can verify a verdict; others leave it likely. */
  readonly isMeasured: boolean;
  /** Seen on a running server, by whomever. Enough of them give a curve its shape. */
  readonly wasSeen: boolean;
}

export const SOURCE_TRAITS: Readonly<Record<Source, SourceTraits>> = {
  measured: { isMeasured: true, wasSeen: true },
  reported: { isMeasured: false, wasSeen: true },
  estimate: { isMeasured: false, wasSeen: false },
  guess: { isMeasured: false, wasSeen: false },
};

/** The last of `SOURCES`, which lists the best first. It counts for an observation that states no source. */
export const LEAST_CERTAIN_SOURCE: Source = SOURCES.at(-1) ?? SOURCES[0];

/** Takes `stated` too, as a figure's provenance has it: a decision of the plan is no measurement. */
export function isMeasured(known: Source | 'stated'): boolean {
  return known !== 'stated' && SOURCE_TRAITS[known].isMeasured;
}
