/** `engines.<name>.observations[]`. */
import { SOURCES, type TimeObjective, type TokenPercentile } from '../../engine/plan/plan';
import {
  MEAN,
  cachedShare,
  tokenLength,
  users,
  nodeCount,
  slots,
  observedTime,
  tokenTime,
  thinkTime,
  requestRate,
  SLOT_WORDS,
} from './commonShapes';
import * as limits from './limitsOfFields';
import { count, date, oneOf, prose, rate, truth, url, word } from './scalars';
import type { Field, Fields, MapShape } from './shape';

export const OBSERVATION = {
  name: { shape: prose('50-user benchmark'), meaning: 'Its name in findings and reports.' },
  source: {
    shape: oneOf(SOURCES),
    required: true,
    meaning:
      'Its source, best first: `measured` by you, `reported` by someone else, an `estimate`, a `guess`. A figure has the badge of its weakest source.',
  },
  production: {
    shape: truth(),
    default: 'false',
    meaning:
      'Observed in production, as `capacity-plan observe` writes it. It is compared with what the other observations predict for its load.',
  },
  nodes: {
    shape: nodeCount,
    meaning:
      'Nodes that the load was spread over, with all their servers. Without `nodes` and `servers` an observation is of one server.',
  },
  servers: {
    shape: count('a number of servers', 'none', limits.NODES, ['1', '4'], ['servers', 'server']),
    meaning: 'Servers that the load was spread over, whatever the number of nodes.',
  },
  parallel: {
    shape: slots,
    alsoCalled: SLOT_WORDS,
    meaning: 'Requests that one server was set to work on at once.',
  },
  users: {
    shape: users,
    meaning: 'Users (concurrent clients) that made the load, over all nodes.',
  },
  thinkTime: {
    shape: thinkTime,
    default: '0 s',
    meaning: 'Pause of each of those users between answer and next request.',
  },
  rate: {
    shape: requestRate,
    meaning:
      'Requests that were sent, over all nodes, at random moments. If they were evenly spaced, state only the `throughput`: they queue less.',
  },
  throughput: {
    shape: rate('reading', limits.RATE, ['18/s', '1000/min', '>20 rps']),
    meaning:
      'Requests that were answered, over all nodes. With `users` and `latency`, Little’s law checks it.',
  },
  latency: {
    shape: observedTime(),
    alsoCalled: MEAN,
    meaning:
      'Mean time from sending a request to its whole answer, over requests that succeeded. May be a bound: `<1s`.',
  },
  p50: { shape: observedTime(), alsoCalled: ['median'], meaning: 'Median latency.' },
  p90: { shape: observedTime(), meaning: 'Latency that 90% of the requests stayed below.' },
  p95: { shape: observedTime(), meaning: 'Latency that 95% of the requests stayed below.' },
  p99: { shape: observedTime(), meaning: 'Latency that 99% of the requests stayed below.' },
  ttft: {
    shape: tokenTime(observedTime, 'Time to the first token'),
    meaning: 'Mean time to the first token, or a map: `{ mean: 300ms, p50: 250ms, p95: 600ms }`.',
  },
  tpot: {
    shape: tokenTime(observedTime, 'Time per output token'),
    meaning: 'Mean time per output token after the first, or a map: `{ mean: 27ms, p99: 60ms }`.',
  },
  promptTokens: {
    shape: tokenLength(),
    meaning: 'Tokens of a prompt in this observation: the mean, or a map that says how they vary.',
  },
  cachedTokens: {
    shape: cachedShare,
    meaning:
      'Share of the prompt tokens from a prefix cache, for example if one prompt was repeated.',
  },
  outputTokens: {
    shape: tokenLength(),
    meaning:
      'Tokens of an answer in this observation: the mean, or a map that says how they vary. With `cv: 0` all had one length.',
  },
  requests: {
    shape: count('a number of requests', 'none', limits.REQUESTS, ['5000', '5k'], ['requests']),
    meaning: 'Requests that were sent in all. More requests give a surer mean.',
  },
  errors: {
    shape: count('a number of requests', 'none', limits.ERRORS, ['0', '12'], ['requests']),
    meaning: 'Number of failed requests.',
  },
  note: {
    shape: prose('warm, 512 tokens in and out'),
    meaning: 'Anything that a reader should know.',
  },
  date: { shape: date(), meaning: 'The day on which it was observed.' },
  url: { shape: url(), meaning: 'Link to its source.' },
} as const satisfies Fields & Record<Exclude<TimeObjective, TokenPercentile>, Field>;

/** What a tool's output may leave out, by keys that say the same of a written observation. */
const BESIDE_FILES = {
  nodes: OBSERVATION.nodes,
  servers: OBSERVATION.servers,
  parallel: OBSERVATION.parallel,
  thinkTime: OBSERVATION.thinkTime,
  promptTokens: OBSERVATION.promptTokens,
  cachedTokens: OBSERVATION.cachedTokens,
  outputTokens: OBSERVATION.outputTokens,
} as const satisfies Fields;

/** Files in place of observations. Keys beside `from` hold for every run in them, whatever a file says. */
export const FROM_FILES = {
  kind: 'map',
  noun: 'observations from files',
  fields: {
    from: {
      shape: word('bench/run-3.json', 'bench/*.json'),
      required: true,
      meaning:
        'Path of a benchmark tool’s output beside the plan. The name may have a `*`: all such files of that folder.',
    },
    source: {
      shape: oneOf(SOURCES),
      default: 'measured',
      meaning: 'Their source: `measured` by you, or `reported` by someone else.',
    },
    ...BESIDE_FILES,
  },
} as const satisfies MapShape;
