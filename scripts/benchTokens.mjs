// npm run bench:tokens -- FILE... [--json OUT] [--markdown]: errors of predictions at other token lengths and loads, on servers
// that were measured at several. Files hold { servers: [{ id, engine, model, gpu, gpus, quantization, kind, rows:
// [{ promptTokens, outputTokens, concurrency, latency, ttft, tpot }] }] } in seconds; kind `static` is a batch whose
// requests start together. Rows that contradict their own throughput, or did more work in half the time, are left out.
//
// Modes: all, three (lightest, middle, heaviest), two (lightest, heaviest) or one (middle) load at one pair of
// lengths, each pair in turn; all loads with the GPU unknown; the hardware alone; all of the same model and engine on
// another GPU of the same maker, with no and the middle load of its own. Servers whose GPU or model nobody knows count
// as GPU unknown only.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { printHeader, printSummaries, tokensAsMarkdown } from './bench/tokenErrors.mjs';
import { importTypeScript } from './lib/importTypeScript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, markdown: { type: 'boolean' } },
});
if (positionals.length === 0) {
  console.error('Usage: npm run bench:tokens -- FILE... [--json OUT] [--markdown]');
  process.exit(1);
}

const { isUsualKind, predictAll, readServers, summarize } = await importTypeScript(
  'test/accuracy/tokens/benchTokens.ts',
);

const servers = positionals.flatMap((file) => readServers(JSON.parse(readFileSync(file, 'utf8'))));
const predictions = predictAll(servers);
const summaries = summarize(predictions);
if (values.json) writeFileSync(values.json, `${JSON.stringify(summaries, undefined, 2)}\n`);

const skipped = servers.reduce((sum, server) => sum + server.skipped, 0);
const rows = servers.reduce((sum, server) => sum + server.rows.length, 0);
console.log(
  'The shipped priors are used: on data that they were fitted on, errors are a little too small.',
);
console.log(`${servers.length} servers, ${rows} rows, ${skipped} left out as contradictory`);
// Dense models on vLLM and NVIDIA.
const usual = summarize(
  predictions.filter((prediction) => isUsualKind(prediction) && prediction.mode === 'hardware'),
);
const usualTitle = 'hardware of usual kind';
if (values.markdown) {
  console.log(tokensAsMarkdown([{ summaries }, { summaries: usual, title: usualTitle }]));
} else {
  printHeader();
  printSummaries(summaries);
  printSummaries(usual, usualTitle);
}
