// Measures speed and sizes: npm run bench. Compare ratios within one run, because machines are noisy. `npm run bench
// -- --quick` skips what needs the test host (activation, package and the charts panel).
import { spawnSync } from 'node:child_process';
import { root } from './lib/importTypeScript.mjs';
import { benchAnalysis, benchGrowth, benchTails, benchTokenLengths } from './bench/analysis.mjs';
import { benchExpensive } from './bench/expensive.mjs';
import { benchExtremes } from './bench/extremes.mjs';
import { benchProducts } from './bench/products.mjs';
import { benchPanel } from './bench/panel.mjs';
import { printSizes } from './bench/sizes.mjs';

const quick = process.argv.includes('--quick');

benchAnalysis();
benchTokenLengths();
benchTails();
benchGrowth();
await benchExtremes();
await benchExpensive();
if (!quick) await benchProducts();
run('npm', [
  'run',
  '--silent',
  quick ? 'build' : 'package',
  ...(quick ? ['--', '--production'] : []),
]);
printSizes();
if (!quick) {
  console.log('\nActivation in the Node extension host of a real VS Code');
  for (let round = 0; round < 3; round++) {
    run('node', ['test/runner/integration.mjs', '--suite', 'out/bench/activation.js']);
  }
  await benchPanel();
  run('node', ['test/runner/integration.mjs', '--suite', 'out/bench/panelMemory.js']);
  console.log(
    '\nLongest block of the Node extension host (with all it takes of a plan): to stay below 50 ms',
  );
  run('node', ['test/runner/integration.mjs', '--suite', 'out/bench/hostBlock.js']);
  run('node', ['test/runner/integration.mjs', '--suite', 'out/bench/workspacePlans.js']);
}

/** Prints the tool's output only if it fails, or if it reports a time. */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(1);
  }
  for (const line of stdout
    .split('\n')
    .filter((text) => /^(loaded|heap of|longest block)/.test(text))) {
    console.log(`  ${line}`);
  }
}
