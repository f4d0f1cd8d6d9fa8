// Measures the way from text to findings against the YAML library alone: our own share of the work.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from '../lib/importTypeScript.mjs';
import { planOfBytes, planOfLines, withTokens } from './plans.mjs';
import { median, mediansOf } from './timing.mjs';

const { analyzePlan, hoverAt, parseYamlAlone, readPlan } =
  await importTypeScript('test/bench/pipeline.ts');

/** Prints median milliseconds for plans of 20, 200 and 1,200 lines. The ratio has to stay below 2. */
export function benchAnalysis() {
  console.log('\nText to findings (median, and against the YAML library’s parse of the same text)');
  console.log('  lines   YAML parse      read    findings   ratio');
  const runs = [20, 200, 1200].map((lines) => {
    const text = planOfLines(lines);
    const functions = [parseYamlAlone, readPlan, analyzePlan].map((run) => () => run(text));
    const [yaml, read, whole] = mediansOf(functions, Math.max(40, Math.round(80_000 / lines)));
    const ratio = whole / yaml;
    const count = text.split('\n').length - 1;
    console.log(
      `  ${pad(count, 5)} ${ms(yaml)} ${ms(read)} ${ms(whole)} ${pad(ratio.toFixed(2), 7)}`,
    );
    return ratio;
  });
  console.log(`  largest ratio ${Math.max(...runs).toFixed(2)}: to stay below 2`);
}

/** Prints the same for 200 lines with token lengths, which differ in every run: no curve is remembered. */
export function benchTokenLengths() {
  const text = planOfLines(200);
  let outputTokens = 200;
  const functions = [parseYamlAlone, analyzePlan].map((run) => () => {
    outputTokens += 1;
    run(withTokens(text, outputTokens));
  });
  const [yaml, whole] = mediansOf(functions, 200);
  console.log('\nThe same with token lengths, at which every engine is predicted');
  console.log(
    `  ${text.split('\n').length - 1} lines: ${ms(yaml)}, findings ${ms(whole)}, ratio ${(whole / yaml).toFixed(2)}: to stay below 4`,
  );
}

/**
 * Measures the chat example: p95, time to first token and per token, think time, 1,000 users, `parallel: auto`. Users
 * differ between runs, because earlier results are remembered.
 */
export function benchTails() {
  const text = readFileSync(join(root, 'examples', 'vllm-chat-tails.capacity.yaml'), 'utf8');
  let users = 1000;
  const run = () => {
    users += 1;
    analyzePlan(text.replace('users: 1000 ', `users: ${users} `));
  };
  const [time] = mediansOf([run], 60);
  const hovers = [];
  for (let round = 0; round < 20; round++) {
    users += 1;
    const changed = text.replace('users: 1000 ', `users: ${users} `);
    const analysis = analyzePlan(changed);
    const at = changed.indexOf('cheapest:');
    const start = performance.now();
    hoverAt(analysis, at, () => undefined);
    hovers.push(performance.now() - start);
  }
  console.log('\nTails with think time and parallel: auto (examples/vllm-chat-tails)');
  console.log(
    `  ${time.toFixed(1)} ms (median), ${(1000 / time).toFixed(0)} assessments/s: to stay below 50 ms`,
  );
  console.log(
    `  hover: ${median(hovers).toFixed(1)} ms (median) for its \`parallel: auto\`, levers included: to stay below 150 ms`,
  );
}

/** Prints microseconds per byte up to the largest plan that is read. */
export function benchGrowth() {
  console.log('\nTime per byte as plans grow');
  console.log('  scenarios     bytes    findings   µs/byte   YAML alone');
  for (const bytes of [16_000, 64_000, 250_000, 999_000]) {
    const text = planOfBytes(bytes);
    const functions = [parseYamlAlone, analyzePlan].map((run) => () => run(text));
    const [yaml, whole] = mediansOf(functions, bytes > 200_000 ? 3 : 9);
    const scenarios = text.match(/^ {2}scenario-/gm).length;
    const perByte = (time) => ((time * 1000) / text.length).toFixed(2);
    console.log(
      `  ${pad(scenarios, 9)} ${pad(text.length, 9)} ${ms(whole)} ${pad(perByte(whole), 9)} ${pad(perByte(yaml), 12)}`,
    );
  }
}

function ms(value) {
  return `${pad(value.toFixed(2), 8)} ms`;
}

function pad(value, width) {
  return String(value).padStart(width);
}
