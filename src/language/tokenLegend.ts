/** Names the kinds of words that a plan's colours tell apart. package.json declares them with their colours. */

export const TOKEN_TYPES = [
  'planTarget',
  'planNode',
  'planEngine',
  'planScenario',
  'planSource',
  'planBound',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** `declaration`: a name where it is defined. `unmeasured`: a source that nobody has seen on a running server. */
export const TOKEN_MODIFIERS = ['declaration', 'unmeasured'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
