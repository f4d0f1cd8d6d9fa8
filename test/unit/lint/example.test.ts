import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeFinding } from '../../../src/messages/findings';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { indexLines } from '../../../src/plan/lineIndex';

const text = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');

test('the first example: what matters, without drowning it', () => {
  const lines = indexLines(text);
  const { findings } = analyzePlan(text);
  const listed = findings.map((finding) => {
    const { start, end } = finding.range;
    const { line } = lines.positionAt(start);
    return `${line + 1} «${text.slice(start, end)}» ${finding.severity} ${finding.code}: ${describeFinding(finding)}`;
  });
  expect(listed).toMatchInlineSnapshot(`
    [
      "5 «1000» information workload.no-think-time: Without \`thinkTime\`, 1,000 users are 1,000 requests in flight at all times. With 10 s between an answer and the next request, by the balance of means: \`A\` 53 nodes, \`B\` 27 nodes, \`C\` 33 nodes and \`V\` at most 2 nodes. Set \`thinkTime: 0s\` to say that none is meant.",
      "12 «1.50 USD/h» hint price.undated: The price of \`l4\` does not say when it held, and prices change. Write it as \`{ amount: …, date: 2026-01-31 }\`, with its \`source\`.",
      "24 «50» warning observation.underloaded: \`50-user benchmark\` ran with 5 requests in flight on a server of 8 slots, but \`B\`, which rests on it, has 8. Were latency to follow the load, \`B\` would take 6.3 s by all observations and 3.98 s without the guesses; either way 125 nodes miss \`relaxed\` too. Measure with all slots busy to know.",
      "35 «scenarios» hint scenario.no-spare: When a node fails, \`A\`, \`B\`, \`C\` and \`V\` have none to spare. Set \`policy: { spare: 1 }\` to plan for it, or \`spare: 0\` to say that none is meant.",
      "36 «A» hint scenario.dominated: \`V\` is cheaper and faster than \`A\`: $30/h and below 1 s, against $750/h and 1.17 s.",
      "36 «2» warning target.likely-missed: \`A\` likely misses target \`strict\`: latency 1.17 s (interpolated from estimates and guesses), limit <1 s. More nodes cannot help: a request alone on a server takes 1 s (estimate).",
      "37 «8» error target.latency-missed: \`B\` misses target \`strict\`: latency 2.7 s (measured, lighter load), limit <1 s. \`50-user benchmark\` shows it: 2.7 s with only 5 in flight on a server. More nodes cannot help: a request alone on a server takes 1 s (estimate).",
      "38 «C» hint scenario.dominated: \`V\` is cheaper and faster than \`C\`: $30/h and below 1 s, against $375/h and 1.5 s.",
      "38 «4» warning target.likely-missed: \`C\` likely misses target \`strict\`: latency 1.5 s (guess), limit <1 s. More nodes cannot help: a request alone on a server takes 1 s (estimate).",
      "39 «50» information target.unverified: \`V\` meets target \`strict\`, but unverified: latency below 1 s, limit <1 s; rests on a reported figure, not a measurement of yours. Measure \`vllm\` with 50 in flight on a server of 50 slots.",
    ]
  `);
});
