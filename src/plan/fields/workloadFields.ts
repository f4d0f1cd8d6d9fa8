/** Defines `workload`, of the plan and of a scenario. */
import { cachedShare, tokenLength, users, thinkTime, requestRate } from './commonShapes';
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
      'People (or clients) who use the service at once, each with one request at a time. The next request follows the answer after `thinkTime`. A workload has `users` or `rate`.',
  },
  thinkTime: {
    shape: thinkTime,
    default: '0 s',
    meaning:
      'Pause between an answer and the same user’s next request. Without it every user always has a request running, which is the hardest case.',
  },
  rate: {
    shape: requestRate,
    meaning:
      'Average arrivals, however fast the service is; instead of `users`. Per second, minute, hour or day.',
  },
  peakFactor: {
    shape: count('a number', 'about', limits.PEAK_FACTOR, ['3', '1.5']),
    default: '1',
    meaning: 'The peak over the mean `rate`: with 3, the plan is sized for three times the rate.',
  },
  burstiness: {
    shape: {
      kind: 'either',
      scalar: count('an index of dispersion', 'about', limits.BURSTINESS, ['1', '4']),
      map: {
        kind: 'map',
        noun: 'the burstiness',
        fields: {
          cv: {
            shape: count('a number', 'about', limits.GAPS_CV, ['1', '2']),
            meaning:
              'Coefficient of variation of the gaps between arrivals. The index of dispersion is its square.',
          },
        },
      },
    },
    meaning:
      'How uneven the arrivals of a `rate` are: the variance of their number in a long time over its mean. 0: evenly spaced. 1: random (Poisson), the default. Public traces have 4 to 160. Or `{ cv: 2 }` of the gaps between them.',
  },
  promptTokens: {
    shape: tokenLength(),
    meaning:
      'Tokens of a prompt: the mean, or how they vary as `{ p50: 400, p95: 3000 }` or `{ mean: 900, cv: 1 }`. Latency, `ttft` and memory follow from it.',
  },
  cachedTokens: {
    shape: cachedShare,
    meaning:
      'Share of the prompt tokens from a prefix cache, such as a long system prompt. They need no work before the first token. None by default.',
  },
  outputTokens: {
    shape: tokenLength(),
    meaning:
      'Tokens of an answer: the mean, or how they vary as `{ p50: 130, p95: 450 }` or `{ mean: 210, cv: 0.8 }`. Latency, costs per token and the fastest possible time follow from it. Varying lengths make requests queue longer.',
  },
  serviceCv: {
    shape: count('a number', 'about', limits.CV, ['0.5', '1']),
    default: '1',
    meaning:
      'Coefficient of variation of a request’s work: 0 where all answers have one length. Requests queue longer with a higher value. Default: that of `outputTokens`, if stated. The default is an assumption: answers of public traces have 0.8 (chat), 1.8 (summaries) and 2.1 (code).',
  },
  growth: {
    shape: growth(),
    meaning:
      'Growth of `users` or `rate`, which are today’s peak, compounded month by month. Below 0 the load shrinks.',
  },
  horizon: {
    shape: horizon(),
    default: '12 months',
    meaning: 'How far ahead `growth` is computed, in months or years.',
  },
  profile: {
    shape: PROFILE,
    meaning:
      'The load of each hour of a day as a share of the peak, hour 0 first, in one time zone. Or the name of a typical shape, which is an assumption. It gives the cost of a fleet that follows the day.',
  },
} as const satisfies Fields;
