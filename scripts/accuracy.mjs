// Measures how far predicted latencies are from left-out measurements: npm run bench:accuracy [-- FILE...]. Files
// hold curves as { "curves": [{ "points": [[load, seconds], …] }] }. A curve may also run with think time:
// "thinkTime": { "users": 4, "points": [[thinkTime, seconds], …] }. Stages of rising arrival rates: { "series": [{
// "series": name, "slots"?: 128, "stages": [{ requestedRate, throughput, latencyMean }] }] }.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript, root } from './lib/importTypeScript.mjs';
import { markdownTable } from './lib/markdownTable.mjs';
import { median } from './bench/timing.mjs';

const { leaveOneOut } = await importTypeScript('test/accuracy/leaveOneOut.ts');
const { predictSaturation } = await importTypeScript('test/accuracy/saturation.ts');
const { predictThinkTimes, scaleToRun } = await importTypeScript('test/accuracy/thinkTime.ts');

const METHODS = [
  ['ours', 'ours'],
  ['linear', 'Amdahl'],
  ['usl', 'USL'],
  ['power', 'power law'],
];

// Values of --max-num-seqs in the source. Its other series are assumed to have the first.
const SLOTS = { vllm: 128, 'vllm/batch_size': 192 };
const DEFAULT_SLOTS = 128;

const measured = join(root, 'test', 'data', 'measured');
const ownFiles = () => readdirSync(measured).map((name) => join(measured, name));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { markdown: { type: 'boolean' } },
});
const files = positionals.length > 0 ? positionals : ownFiles();

const contents = files.map((file) => ({
  file: basename(file),
  folder: basename(dirname(file)),
  ...JSON.parse(readFileSync(file, 'utf8')),
}));
const sets = contents.filter(({ curves }) => curves !== undefined);

if (values.markdown) {
  console.log(asMarkdown());
  process.exit();
}

for (const { file, curves } of sets) printSet(file, curves);
if (sets.length > 1) {
  const rtx = sets.filter(({ file }) => file.startsWith('rtx4080'));
  if (rtx.length > 1)
    printSet(
      'rtx4080-* together',
      rtx.flatMap(({ curves }) => curves),
    );
  printBand(
    'band, all curves together',
    sets.flatMap(({ curves }) => curves),
  );
}

for (const { file, curves } of sets) printThinkTimes(file, curves);
for (const { file, series } of contents) if (series) printSaturation(file, series);

function printSet(title, curves) {
  console.log(`\n${title}: ${curves.length} curves; error of a point left out, mean / median`);
  for (const [method, name] of METHODS) {
    const predictions = leaveOneOut(curves, method);
    const cells = ['inner', 'last'].map((place) => {
      const errors = predictions.filter((p) => p.place === place).map((p) => p.error);
      return `${place} ${percent(mean(errors))} / ${percent(median(errors))} (${errors.length})`;
    });
    console.log(`  ${name.padEnd(22)} ${cells.join('   ')}`);
  }
  printBand('  band', curves);
}

/** The table of docs/engine.md: a row for each folder of files, of inner and of last points. */
function asMarkdown() {
  const header = ['sets, points', ...METHODS.map(([, name]) => name), 'within the band'];
  const folders = [...new Set(sets.map(({ folder }) => folder))];
  const rows = folders.flatMap((folder) => {
    const curves = sets.flatMap((set) => (set.folder === folder ? set.curves : []));
    return ['inner', 'last'].map((place) => {
      const at = (method) => leaveOneOut(curves, method).filter((p) => p.place === place);
      const cells = METHODS.map(([method]) => {
        const errors = at(method).map(({ error }) => error);
        return `${(100 * mean(errors)).toFixed(1)}/${(100 * median(errors)).toFixed(1)}%`;
      });
      const bands = at('ours').flatMap(({ band }) => (band ? [band] : []));
      const held = bands.filter(({ holds }) => holds).length / bands.length;
      return [`${folder}, ${place}`, ...cells, `${Math.round(100 * held)}%`];
    });
  });
  return markdownTable(header, rows);
}

function printBand(title, curves) {
  const bands = leaveOneOut(curves, 'ours').flatMap(({ band }) => (band ? [band] : []));
  if (bands.length === 0) return;
  const share = bands.filter(({ holds }) => holds).length / bands.length;
  const width = median(bands.map(({ width }) => width));
  console.log(
    `${title}: nominal 80 %, holds ${percent(share)} of ${bands.length}; median width ${percent(width)}`,
  );
}

function printSaturation(title, series) {
  console.log(`\n${title}: throughput at saturation, predicted from the stages below it`);
  for (const { series: name, slots, stages } of series) {
    const known = slots ?? SLOTS[name] ?? DEFAULT_SLOTS;
    const { calibratedOn, predicted, measured: seen } = predictSaturation(stages, known);
    const serves =
      predicted === undefined ? 'no stage was kept up with' : `predicted ${predicted.toFixed(1)}/s`;
    const served = seen === undefined ? 'no stage is saturated' : `measured ${seen.toFixed(1)}/s`;
    const off = predicted && seen ? [percent(predicted / seen - 1)] : [];
    const figures = [serves, served, ...off].join(', ');
    console.log(`  ${name.padEnd(34)} ${calibratedOn} stages, ${known} slots: ${figures}`);
  }
}

function printThinkTimes(title, curves) {
  const runs = curves.filter(({ thinkTime }) => thinkTime !== undefined);
  if (runs.length === 0) return;
  console.log(`\n${title}: latency with think time, predicted from the curve without`);
  for (const [index, curve] of runs.entries()) {
    const name = `${curve.model ?? `curve ${index + 1}`}, ${curve.thinkTime.users} users`;
    const scaled = scaleToRun(curve);
    printThinkTimesOf(name, curve);
    if (scaled) printThinkTimesOf(`${name}, curve scaled to the run at 0 s`, scaled);
  }
}

function printThinkTimesOf(name, curve) {
  console.log(`  ${name}`);
  for (const { thinkTime, predicted, measured: seen, error } of predictThinkTimes(curve)) {
    const figures = `predicted ${predicted.toFixed(3)} s, measured ${seen.toFixed(3)} s`;
    console.log(`    think time ${`${thinkTime} s`.padEnd(6)} ${figures}, ${percent(error)}`);
  }
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(value) {
  return `${(value * 100).toFixed(2)} %`.padStart(7);
}
