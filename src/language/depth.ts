/** Limits how much a hover may compute. */

/** `assessed` allows only the assessment and results that are already computed. */
export type Depth = 'all' | 'assessed';

export const LEFT_OUT = 'Paused: this plan is expensive. The charts panel can compute the rest.';
