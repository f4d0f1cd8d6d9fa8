/**
 * Measures by k6: constant virtual users, each with one request in flight. Its summary has one load a run, so each load
 * is a container of its own. k6 does not stream, so there is no TTFT.
 */
import { isMedian, numberOf } from '../../engine/plan/percentiles';
import { PERCENTILES } from '../../engine/plan/plan';
import type { LengthAsked } from '../lengths';
import { APIS } from '../requestBody';
import { WORDS } from '../words';
import type { JobAsked } from './jobAsked';
import { KEY_VARIABLE, type JobParts } from './jobParts';

const IMAGE = 'grafana/k6:1.7.1';
/** User of the image (its Dockerfile). */
const USER = 12345;

export function k6Parts(asked: JobAsked): JobParts {
  const { loads, promptTokens, outputTokens } = asked;
  const users = loads.flatMap((load) => (load.kind === 'users' ? [load] : []));
  return {
    image: IMAGE,
    user: USER,
    measure: users.map((load, i) => ({
      name: `k6-${i + 1}`,
      args: ['run', '--quiet', '--no-usage-report', '/files/measure.js'],
      env: [
        { name: 'USERS', value: String(load.users) },
        { name: 'THINK_TIME', value: String(load.thinkTimeSeconds) },
        { name: 'RESULT', value: `/results/${String(i + 1).padStart(2, '0')}.json` },
      ],
    })),
    files: { 'measure.js': script(asked) },
    results: '/results/*.json',
    notes: [
      'k6 does not stream: there is no TTFT and no TPOT. Prompts have about the tokens asked for.',
      `Add the lengths to the observations: promptTokens ${lengthText(promptTokens)}, outputTokens ${lengthText(outputTokens)}.`,
    ],
  };
}

function lengthText({ mean, cv }: LengthAsked): string {
  return cv > 0 ? `{ mean: ${mean}, cv: ${cv} }` : String(mean);
}

function script({
  base,
  model,
  promptTokens,
  outputTokens,
  seconds,
  ignoresEnd,
}: JobAsked): string {
  return `import http from 'k6/http';
import { check, sleep } from 'k6';

export const options = {
  vus: Number(__ENV.USERS),
  duration: '${seconds}s',
  summaryTrendStats: ${statsText()},
};

const WORDS = ${JSON.stringify(WORDS.slice(0, 64).join(' '))}.split(' ');
const key = __ENV.${KEY_VARIABLE};
const headers = { 'Content-Type': 'application/json' };
if (key) headers.Authorization = 'Bearer ' + key;

// lognormal lengths with this mean and coefficient of variation
function draw(mean, cv) {
  if (cv <= 0) return Math.max(1, Math.round(mean));
  const variance = Math.log(1 + cv * cv);
  const normal = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  const drawn = mean * Math.exp(Math.sqrt(variance) * normal - variance / 2);
  return Math.max(1, Math.round(Math.min(drawn, 20 * mean)));
}

// random words, so that no cache knows their beginning
function prompt(tokens) {
  const words = [];
  for (let i = 0; i < tokens; i++) words.push(WORDS[Math.floor(Math.random() * WORDS.length)]);
  return words.join(' ');
}

export default function () {
  const body = {
    model: ${JSON.stringify(model)},
    messages: [{ role: 'user', content: prompt(draw(${promptTokens.mean}, ${promptTokens.cv})) }],
    max_tokens: draw(${outputTokens.mean}, ${outputTokens.cv}),
    temperature: 0,${ignoresEnd ? '\n    ignore_eos: true,' : ''}
  };
  const url = ${JSON.stringify(base + APIS.chat)};
  const response = http.post(url, JSON.stringify(body), { headers, timeout: '300s' });
  const isAnswered = check(response, { answered: ({ status }) => status === 200 });
  const thinkTime = Number(__ENV.THINK_TIME);
  if (!isAnswered) sleep(1);
  else if (thinkTime > 0) sleep(-Math.log(1 - Math.random()) * thinkTime);
}

export function handleSummary(data) {
  return { [__ENV.RESULT]: JSON.stringify(data) + '\\n' };
}
`;
}

/** k6 calls the median `med`. */
function statsText(): string {
  const percentiles = PERCENTILES.map((each) => (isMedian(each) ? 'med' : `p(${numberOf(each)})`));
  return `[${['avg', ...percentiles].map((name) => `'${name}'`).join(', ')}]`;
}
