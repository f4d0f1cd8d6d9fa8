// Compares what the working tree and a commit say about plans, byte for byte: npm run compare -- BASE_REF. Reads the
// examples, the golden plans and random plans (--plans 2000 --seed 1).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundleVersion } from './compare/bundleVersion.mjs';
import { collectPlans } from './compare/collectPlans.mjs';
import { root } from './lib/importTypeScript.mjs';

const SHOWN = 5;
const SHOWN_TEXT = 600;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plans: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    'as-of': { type: 'string', default: '2026-03-01' },
  },
});
const [baseRef] = positionals;
if (baseRef === undefined || positionals.length > 1) {
  console.error('usage: npm run compare -- BASE_REF [--plans N] [--seed N] [--jobs N]');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'capacity-compare-'));
try {
  const bundles = await bundleBoth(baseRef, folder);
  const plans = await collectPlans(Number(values.plans), Number(values.seed));
  const results = await Promise.all(shares(plans, Number(values.jobs)).map(compareIn(bundles)));
  process.exitCode = printResults(plans.length, results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bundleBoth(ref, into) {
  const base = join(into, 'base');
  mkdirSync(base);
  const archive = execFileSync('git', ['archive', ref, 'src', 'package.json'], {
    cwd: root,
    maxBuffer: 1 << 30,
  });
  execFileSync('tar', ['-x', '-C', base], { input: archive });
  return {
    base: await bundleVersion(base, join(into, 'base.mjs')),
    current: await bundleVersion(root, join(into, 'current.mjs')),
  };
}

/** Takes every n-th plan, so that slow plans are spread over all workers. */
function shares(plans, jobs) {
  return Array.from({ length: jobs }, (_, job) => plans.filter((_, i) => i % jobs === job));
}

function compareIn(bundles) {
  return (plans) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('compare/comparePlans.mjs', import.meta.url), {
        workerData: { ...bundles, plans, asOf: values['as-of'] },
      });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
}

function printResults(plans, results) {
  const outputs = results.reduce((sum, result) => sum + result.outputs, 0);
  const throwing = results.flatMap((result) => result.throwing);
  const differences = results.flatMap((result) => result.differences);
  const first = new Map(differences.toReversed().map((each) => [each.plan, each]));
  for (const { plan, output, base, current, text } of [...first.values()].slice(-SHOWN)) {
    console.log(`\n${plan}, ${output}:\n- ${base}\n+ ${current}\n  plan: ${shorten(text)}`);
  }
  // What throws in both versions was not compared at all.
  for (const each of throwing.slice(0, SHOWN)) console.log(`\nthrew in both: ${each}`);
  console.log(
    `\n${plans} plans (seed ${values.seed}), ${outputs} outputs against ${baseRef}: ${differences.length} differ, of ${first.size} plans; ${throwing.length} threw in both`,
  );
  return differences.length === 0 && throwing.length === 0 ? 0 : 1;
}

function shorten(text) {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}...` : text;
}
