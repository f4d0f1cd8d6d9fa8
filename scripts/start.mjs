// Shows the main job at a glance: `npm start`. Prints the answer for the first example, a line for each finding, and
// what to do next, in at most 60 lines. `npm start -- --report` prints the whole findings and the whole report.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerOf, findingLine } from './lib/startText.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CLI = join(ROOT, 'dist', 'cli.js');
const EXAMPLE = 'examples/ollama-1000-users.capacity.yaml';

if (await isOutdated()) {
  run('building', ['esbuild.mjs'], { stdio: 'inherit' });
}
if (process.argv.includes('--report')) {
  run('check', [CLI, 'check', '--fail-on', 'never', EXAMPLE], { stdio: 'inherit' });
  run('report', [CLI, 'report', EXAMPLE], { stdio: 'inherit' });
} else {
  const { files } = JSON.parse(
    run('check', [CLI, 'check', '--fail-on', 'never', '--format', 'json', EXAMPLE]),
  );
  console.log(`${EXAMPLE}\n`);
  console.log(answerOf(run('report', [CLI, 'report', '--charts', 'none', EXAMPLE])));
  console.log('\nFindings');
  for (const finding of files.flatMap(({ findings }) => findings)) {
    console.log(`  ${findingLine(finding)}`);
  }
  console.log(`
Next
  1. See it in an editor:    npm run editor, or F5 in VS Code
  2. Read the whole report:  npm start -- --report
  3. Write your own plan:    "Capacity Plan: New Plan" in the editor, or copy ${EXAMPLE}
`);
}

/** Returns what the command printed. Ends this process if the command failed. */
function run(what, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    ...options,
  });
  if (status !== 0) {
    console.error(`${stderr ?? ''}${what} failed`);
    process.exit(1);
  }
  return stdout;
}

/** Returns true if the command line was never built, or its sources are newer. */
async function isOutdated() {
  if (!existsSync(CLI)) {
    return true;
  }
  const built = statSync(CLI).mtimeMs;
  const sources = await readdir(join(ROOT, 'src'), { recursive: true });
  return sources.some((path) => statSync(join(ROOT, 'src', path)).mtimeMs > built);
}
