// Writes plans of a given length, as people write them: engines with measured curves, and scenarios on them.
const HEAD = `version: 1
title: Benchmark plan
workload:
  users: 1000
targets:
  strict: { latency: <1s }
nodes:
  l4: { gpu: L4, price: 1.50 USD/h }
`;

const engine = (index) => `  engine-${index}:
    type: ollama
    node: l4
    observations:
      - { source: measured, parallel: 1, latency: 0.9s, date: 2026-01-31 }
      - { source: measured, parallel: 8, users: 8, latency: 2.7s, throughput: 2.9/s }
`;

const scenario = (index, engines) => `  scenario-${index}:
    title: Scenario number ${index} # as agreed
    engine: engine-${index % engines}
    parallel: ${1 + (index % 8)}
`;

/** Returns a plan of about `lines` lines, a fifth of them engines. */
export function planOfLines(lines) {
  const left = lines - HEAD.split('\n').length - 1;
  const engines = Math.max(1, Math.round(left / 5 / 6));
  const scenarios = Math.max(1, Math.floor((left - 6 * engines) / 4));
  return assemble(engines, scenarios);
}

/** Returns the same plan with token lengths, other ones in the workload than were observed. */
export function withTokens(text, outputTokens) {
  return text
    .replace(
      '  users: 1000\n',
      `  users: 1000\n  promptTokens: 1000\n  outputTokens: ${outputTokens}\n`,
    )
    .replaceAll('    type: ollama\n', '    type: vllm\n    model: llama3.1:8b\n')
    .replaceAll('{ source: measured,', '{ source: measured, promptTokens: 512, outputTokens: 128,');
}

/** Returns a plan of exactly so many scenarios, on three engines. */
export function planOfScenarios(scenarios) {
  return assemble(3, scenarios);
}

/** Returns a plan of about `bytes` bytes with two engines. All else is scenarios. */
export function planOfBytes(bytes) {
  const each = scenario(10_000, 2).length;
  return assemble(2, Math.max(1, Math.floor((bytes - HEAD.length - 600) / each)));
}

function assemble(engines, scenarios) {
  const engineText = Array.from({ length: engines }, (_, i) => engine(i)).join('');
  const scenarioText = Array.from({ length: scenarios }, (_, i) => scenario(i, engines)).join('');
  return `${HEAD}engines:\n${engineText}scenarios:\n${scenarioText}`;
}
