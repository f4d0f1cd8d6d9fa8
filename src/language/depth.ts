/** How much a hover may compute. */

/** `assessed`: what the assessment has, and what somebody computed before. */
export type Depth = 'all' | 'assessed';

export const LEFT_OUT = 'Paused: this plan is expensive. The charts panel can compute the rest.';
