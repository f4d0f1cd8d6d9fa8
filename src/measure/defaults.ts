/** What is measured where nobody says otherwise. */
import type { LengthAsked } from './lengths';

export const DEFAULTS = {
  /** Least number of requests of a load, and most seconds of it. */
  requests: 100,
  seconds: 120,
  timeoutSeconds: 300,
  /** Environment variable with the key. */
  keyVariable: 'OPENAI_API_KEY',
} as const;

/** Lengths of a request where nobody states any. */
export const PROMPT: LengthAsked = { mean: 500, cv: 0 };
export const OUTPUT: LengthAsked = { mean: 200, cv: 0 };
