// npm run bench:memory -- FILE... [--json OUT] [--markdown]: what servers reported of their memory at their start, beside our
// estimates. Files hold [{ name, engine, version, model, quantization, gpu, gpus, memoryShare, context, kvCache,
// weightsGiB?, kvGiB?, kvTokens?, starts }]; sizes are of all GPUs of a server. Without files: those of test/data/memory.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, markdown: { type: 'boolean' } },
});
const folder = join(root, 'test', 'data', 'memory');
const files =
  positionals.length > 0 ? positionals : readdirSync(folder).map((name) => join(folder, name));

const { compareMemory, summarizeMemory, relative } = await importTypeScript(
  'test/accuracy/memory/benchMemory.ts',
);

const rows = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
const compared = rows.map(compareMemory);
const summary = summarizeMemory(compared);
if (values.json) {
  writeFileSync(values.json, `${JSON.stringify({ summary, rows: compared }, undefined, 2)}\n`);
}

const gib = (value) => (value === undefined ? '-' : value.toFixed(2));
const percent = (value) => (value === undefined ? '-' : `${(100 * value).toFixed(1)} %`);
const startWord = (starts) => (starts === undefined ? '-' : starts ? 'starts' : 'fails');

if (values.markdown) {
  console.log('| what | servers | mean error | largest error |');
  console.log('| --- | --- | --- | --- |');
  for (const [title, errors] of [
    ['weights', summary.weights],
    ['room for KV cache', summary.room],
    ['use of the GPU memory', summary.use],
  ]) {
    console.log(
      `| ${title} | ${errors.rows} | ${percent(errors.mean)} | ${percent(errors.largest)} |`,
    );
  }
  console.log(`| starts or not | ${summary.starts.of} | ${summary.starts.right} right | |`);
} else {
  const cells = [
    'server',
    'weights',
    'log',
    'off',
    'room',
    'log',
    'off',
    'use off',
    'start',
    'log',
  ];
  const widths = [42, 8, 8, 8, 8, 8, 8, 8, 8, 8];
  const line = (texts) => texts.map((text, i) => String(text).padEnd(widths[i])).join(' ');
  console.log(line(cells));
  for (const { name, weights, room, use, starts } of compared) {
    console.log(
      line([
        name.slice(0, 42),
        ...[gib(weights.ours), gib(weights.reported), percent(relative(weights))],
        ...[gib(room.ours), gib(room.reported), percent(relative(room)), percent(use)],
        ...[starts.ours ?? '-', startWord(starts.reported)],
      ]),
    );
  }
  const errorLine = (title, { rows: count, mean, largest }) =>
    console.log(`${title}: ${count} rows, mean ${percent(mean)}, largest ${percent(largest)}`);
  console.log(
    `${summary.rows} rows, ${summary.unknown} of models or quantizations that we do not know`,
  );
  errorLine('weights', summary.weights);
  errorLine('room for KV cache', summary.room);
  errorLine('use of the GPU memory', summary.use);
  console.log(`starts or not: ${summary.starts.right} of ${summary.starts.of} right`);
}
