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
      "37 «8» error target.latency-missed: \`B\` misses \`strict\`: mean latency 2.7 s (measured, lighter load), limit <1 s. \`50-user benchmark\` measured 2.7 s at a concurrency of only 5 per server. Adding nodes won’t help: one request on an idle server already takes 1 s (estimate).",
      "24 «50» warning observation.underloaded: \`50-user benchmark\` ran only 5 of 8 slots per server, but \`B\` runs 8. If latency grows with load, \`B\` takes 3.98 s to 6.3 s and also misses \`relaxed\`. Benchmark with all slots busy.",
      "36 «2» warning target.likely-missed: \`A\` likely misses \`strict\`: mean latency 1.17 s (guess), limit <1 s. Adding nodes won’t help: one request on an idle server already takes 1 s (estimate).",
      "38 «4» warning target.likely-missed: \`C\` likely misses \`strict\`: mean latency 1.5 s (guess), limit <1 s. Adding nodes won’t help: one request on an idle server already takes 1 s (estimate).",
      "5 «1000» information workload.no-think-time: Without \`thinkTime\`, 1,000 users mean 1,000 concurrent requests at all times. With 10 s of think time you need far fewer nodes: \`A\` 53, \`B\` 27, \`C\` 33 and \`V\` at most 2. If users really send back to back, set \`thinkTime: 0s\`.",
      "35 «scenarios» information scenario.no-spare: No spare node: one failure leaves \`A\`, \`B\`, \`C\` and \`V\` short of capacity. Set \`policy: { spare: 1 }\`; if you accept this risk, set \`spare: 0\`.",
      "39 «50» information target.unverified: \`V\` should meet \`strict\` (<1 s), but only by someone else’s figure. Benchmark \`vllm\` at concurrency 50 per server.",
      "12 «1.50 USD/h» hint price.undated: The \`l4\` price has no date. Add one: \`{ amount: …, date: 2026-01-31, source: … }\`.",
      "36 «A» hint scenario.dominated: \`V\` is cheaper and faster than \`A\`: $30/h and below 1 s instead of $750/h and 1.17 s. Its evidence is at least as strong, so prefer it.",
      "38 «C» hint scenario.dominated: \`V\` is cheaper and faster than \`C\`: $30/h and below 1 s instead of $375/h and 1.5 s. Its evidence is at least as strong, so prefer it.",
    ]
  `);
});
