/**
 * Typical shapes of a day: the load of each hour as a share of the peak, in the time of the users. They are assumptions
 * to begin with, drawn by hand after request logs of such services. No single number has a source. Every figure that is
 * based on one is marked (`typical-profile`).
 */
interface DailyShape {
  readonly meaning: string;
  /** 24 shares, hour 0 first; the largest is 1. */
  readonly shares: readonly number[];
}

export const DAILY_SHAPES = {
  flat: {
    meaning: 'The same at every hour: batch work, and machines that ask machines.',
    shares: Array.from({ length: 24 }, () => 1),
  },
  'office-hours': {
    meaning: 'One time zone at work: a rise from 7 to 10, a dip at noon, little at night.',
    shares: [
      0.03, 0.02, 0.02, 0.02, 0.03, 0.05, 0.15, 0.4, 0.75, 0.95, 1, 0.95, 0.75, 0.9, 1, 0.95, 0.85,
      0.6, 0.35, 0.2, 0.12, 0.08, 0.06, 0.04,
    ],
  },
  'consumer-evening': {
    meaning: 'People at home in one time zone: more through the day, the peak from 20 to 22.',
    shares: [
      0.45, 0.3, 0.2, 0.14, 0.12, 0.14, 0.2, 0.3, 0.4, 0.46, 0.5, 0.54, 0.58, 0.58, 0.56, 0.58,
      0.62, 0.7, 0.8, 0.92, 1, 1, 0.85, 0.65,
    ],
  },
  global: {
    meaning: 'Users on all continents: never below half of the peak.',
    shares: [
      0.58, 0.55, 0.55, 0.57, 0.6, 0.64, 0.7, 0.78, 0.85, 0.9, 0.92, 0.92, 0.94, 0.98, 1, 1, 0.98,
      0.95, 0.9, 0.84, 0.78, 0.72, 0.66, 0.62,
    ],
  },
} as const satisfies Readonly<Record<string, DailyShape>>;

export type DailyShapeName = keyof typeof DAILY_SHAPES;
