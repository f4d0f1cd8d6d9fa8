/** Defines `workload`, of the plan and of a scenario. */
import { tokenCount, users, thinkTime, requestRate } from './commonShapes';
import * as limits from './limitsOfFields';
import { growth } from './growthScalar';
import { horizon } from './horizonScalar';
import { PROFILE } from './profileShape';
import { count } from './scalars';
import type { Fields } from './shape';

export const WORKLOAD = {
  users: {
    shape: users,
    meaning:
      'People (or clients) who use the service at once, each with one request at a time: the next is sent when the answer is there and `thinkTime` has passed. A workload has `users` or `rate`.',
  },
  thinkTime: {
    shape: thinkTime,
    default: '0 s',
    meaning:
      'Pause between an answer and the same user’s next request. Without it every user always has a request in flight, which is the hardest case.',
  },
  rate: {
    shape: requestRate,
    meaning:
      'Requests that arrive, on average, whatever the service does; instead of `users`. Per second, minute, hour or day.',
  },
  peakFactor: {
    shape: count('a number', 'about', limits.PEAK_FACTOR, ['3', '1.5']),
    default: '1',
    meaning: 'The peak over the mean `rate`: with 3, the plan is sized for three times the rate.',
  },
  promptTokens: {
    shape: tokenCount('about'),
    meaning: 'Mean tokens of a prompt. Used for memory, and to compare with the observations.',
  },
  outputTokens: {
    shape: tokenCount('about'),
    meaning: 'Mean tokens of an answer. Used for costs per token, `tpot` and the hardware floor.',
  },
  serviceCv: {
    shape: count('a number', 'about', limits.SERVICE_CV, ['0.5', '1']),
    default: '0.5',
    meaning:
      'Coefficient of variation of a request’s work: 0 where all answers have one length, 1 where lengths vary as much as exponential ones. It decides how long requests wait.',
  },
  growth: {
    shape: growth(),
    meaning:
      'How `users` or `rate`, which are today’s peak, change: a share of what there is, compounded month by month. Below 0 the load shrinks.',
  },
  horizon: {
    shape: horizon(),
    default: '12 months',
    meaning: 'How far `growth` is looked at, in months or years.',
  },
  profile: {
    shape: PROFILE,
    meaning:
      'The load of each hour of a day as a share of the peak, hour 0 first, in any one time zone; or the name of a typical shape, which is an assumption. It tells what a fleet costs that follows the day.',
  },
} as const satisfies Fields;
