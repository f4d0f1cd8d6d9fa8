/**
 * Writes a k6 run with constant virtual users, each with one request in flight. They send without a pause, or with a
 * random think time before each request. k6 spaces requests at a rate evenly, which shows no random queueing. Its
 * script fits any HTTP interface, and it needs no tokenizer.
 */
import { isMedian, numberOf } from '../../engine/plan/percentiles';
import { PERCENTILES } from '../../engine/plan/plan';
import { ADDRESS, type Setup } from './setup';
import { shellWord } from './shell';

export function k6Command(setup: Setup): string {
  const { model, promptTokens, outputTokens, inFlight, seconds } = setup;
  const users = setup.arrivals?.users;
  const prompt = promptTokens === undefined ? 'PROMPT' : `PROMPT of ${promptTokens} tokens`;
  const script = `import http from "k6/http";${users ? '\nimport { sleep } from "k6";' : ''}
export const options = {
  vus: ${users?.count ?? inFlight},
  duration: "${seconds}s",
  summaryTrendStats: ${statsText()},
};
export default function () {${users ? pause(users.thinkTimeSeconds) : ''}
  const body = {
    model: ${JSON.stringify(model)},
    max_tokens: ${outputTokens ?? 'OUTPUT_TOKENS'},
    // begins differently each time, so that no cache answers
    messages: [{ role: "user", content: \`\${__VU}.\${__ITER} ${prompt}\` }],
  };
  const headers = { "Content-Type": "application/json" };
  http.post("${ADDRESS}/v1/chat/completions", JSON.stringify(body), { headers, timeout: "600s" });
}
`;
  return `printf %s ${shellWord(script)} | k6 run -`;
}

/** k6 calls the median `med`. */
function statsText(): string {
  const percentiles = PERCENTILES.map((each) => (isMedian(each) ? 'med' : `p(${numberOf(each)})`));
  return `[${['avg', ...percentiles].map((name) => JSON.stringify(name)).join(', ')}]`;
}

/** Exponential, with the think time as its mean. */
function pause(thinkTimeSeconds: number): string {
  return `
  sleep(-Math.log(1 - Math.random()) * ${thinkTimeSeconds});`;
}
