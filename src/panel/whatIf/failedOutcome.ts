import type { WhatIfOutcome } from './outcome';

/** Returns an outcome that holds only the reason for its absence. */
export function failedOutcome(problem: string): WhatIfOutcome {
  return { changes: [], time: '', targets: [], rows: [], charts: [], answers: [], problem };
}
