// Measures time and memory of each view for plans of productPlans.mjs, at two lengths of text. Both must grow with
// the text. `node scripts/bench/products.mjs [PLAN [VIEW]]` runs those whose names contain the words.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTypeScript, root } from '../lib/importTypeScript.mjs';
import { PRODUCTS } from './productPlans.mjs';

/** Numbers of scenarios, targets and the like. The second is a plan that few people write. */
const SIZES = [100, 400];
const SECONDS = 60;

/** Views that have work of their own. Naming a VIEW runs any. */
const USUAL_VIEWS = ['findings', 'hover scenario', 'size json', 'report', 'panel'];

export async function benchProducts(plans = '', view = '') {
  const { VIEW_NAMES } = await importTypeScript('test/bench/views.ts');
  const views = view === '' ? USUAL_VIEWS : VIEW_NAMES.filter((each) => each.includes(view));
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  console.log('\nPlans whose work is a product: time and memory against the length of the text');
  console.log(
    `  growth is that of the time for each byte of text, from ${SIZES.join(' to ')} of each`,
  );
  try {
    for (const name of Object.keys(PRODUCTS).filter((each) => each.includes(plans))) {
      const files = SIZES.map((size) => writePlan(folder, name, size));
      console.log(
        `  ${name} (${files.map(({ bytes }) => `${(bytes / 1000).toFixed(0)} KB`).join(', ')})`,
      );
      for (const view of views) {
        const runs = files.map(({ file, bytes }) => ({ bytes, ...runAlone(view, file) }));
        console.log(`    ${view.padEnd(18)} ${runs.map(runText).join('  ')}  ${growthText(runs)}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writePlan(folder, name, size) {
  const text = PRODUCTS[name](size);
  const file = join(folder, `${size}.capacity.yaml`);
  writeFileSync(file, text);
  return { file, bytes: text.length };
}

function runAlone(view, file) {
  const bundle = join(root, 'out', 'scripts', 'views.mjs');
  const script = join(root, 'scripts', 'bench', 'runView.mjs');
  const { status, stdout, stderr, error } = spawnSync('node', [script, bundle, view, file], {
    encoding: 'utf8',
    timeout: SECONDS * 1000,
  });
  if (status === 0) return JSON.parse(stdout);
  const why = /heap out of memory|Invalid string length|call stack/.exec(stderr)?.[0];
  return { failed: error ? `over ${SECONDS} s` : (why ?? 'failed') };
}

function runText({ failed, milliseconds, peakKilobytes }) {
  if (failed) return failed.padStart(20);
  return `${milliseconds.toFixed(0).padStart(8)} ms ${(peakKilobytes / 1000).toFixed(0).padStart(5)} MB`;
}

/** Returns how much longer a byte takes in the longer text: 1.0 if time grows with the length. */
function growthText([short, long]) {
  if (short.failed || long.failed) return '';
  const time = long.milliseconds / long.bytes / (short.milliseconds / short.bytes);
  const beyondStart = ({ peakKilobytes, startKilobytes }) => peakKilobytes - startKilobytes;
  const memory = beyondStart(long) / long.bytes / (beyondStart(short) / short.bytes);
  return `x${time.toFixed(1)} time, x${memory.toFixed(1)} memory a byte`;
}

if (process.argv[1]?.endsWith('products.mjs')) await benchProducts(...process.argv.slice(2));
