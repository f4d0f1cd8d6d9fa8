/** What charts show that are there by nodes and by cost. */
export const MEASURES = ['nodes', 'cost'] as const;
export type Measure = (typeof MEASURES)[number];
