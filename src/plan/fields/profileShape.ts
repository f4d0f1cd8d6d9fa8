/** Defines `workload.profile`. */
import { DAILY_SHAPES, type DailyShapeName } from '../../engine/explore/dailyShapes';
import { SHARE } from './limitsOfFields';
import { oneOf, shareOfPeak } from './scalars';
import type { SeriesShape } from './shape';

const NAMES = Object.keys(DAILY_SHAPES) as DailyShapeName[];

export const PROFILE = {
  kind: 'series',
  word: oneOf(NAMES),
  of: shareOfPeak(SHARE, ['100%', '40 %', '0.4', '~5%']),
  count: 24,
  expected: `24 shares of the peak (hour 0 first, largest 100%), or one of ${NAMES.join(', ')}`,
} as const satisfies SeriesShape;
