/**
 * k6 with constant virtual users and no pause, each with one request in flight; or with requests at a rate,
 * which k6 spaces evenly (executor `constant-arrival-rate`). Its script can be adapted to any HTTP interface,
 * and it needs no tokenizer.
 */
import { ADDRESS, type Setup } from './setup';
import { shellWord } from './shell';

export function k6Command(setup: Setup): string {
  const { model, promptTokens, outputTokens } = setup;
  const prompt = promptTokens === undefined ? 'PROMPT' : `PROMPT of ${promptTokens} tokens`;
  const script = `import http from "k6/http";
export const options = {
${loadOptions(setup)}
  summaryTrendStats: ["avg", "med", "p(90)", "p(95)", "p(99)"],
};
export default function () {
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

/** Its rate is a whole number a `timeUnit`, and each request needs a virtual user while it is in flight. */
function loadOptions({ inFlight, parallel, ratePerSecond, seconds }: Setup): string {
  if (ratePerSecond === undefined) return `  vus: ${inFlight},\n  duration: "${seconds}s",`;
  return `  scenarios: {
    arrivals: {
      executor: "constant-arrival-rate",
      rate: ${Math.ceil(ratePerSecond * 3600)},
      timeUnit: "1h",
      duration: "${seconds}s",
      preAllocatedVUs: ${2 * parallel},
      maxVUs: ${10 * parallel},
    },
  },`;
}
