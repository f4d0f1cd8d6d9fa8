/**
 * k6 with constant virtual users and no pause: each has one request in flight. Its script can be adapted
 * to any HTTP interface, and it needs no tokenizer.
 */
import { ADDRESS, type Setup } from './setup';
import { shellWord } from './shell';

export function k6Command(setup: Setup): string {
  const { model, promptTokens, outputTokens, inFlight, seconds } = setup;
  const prompt = promptTokens === undefined ? 'PROMPT' : `PROMPT of ${promptTokens} tokens`;
  const script = `import http from "k6/http";
export const options = {
  vus: ${inFlight},
  duration: "${seconds}s",
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
