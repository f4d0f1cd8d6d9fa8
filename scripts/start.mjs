// Shows the main job at a glance: `npm start`. Prints the findings and the report of the first example, and says how
// to see it in an editor.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CLI = join(ROOT, 'dist', 'cli.js');
const EXAMPLE = 'examples/ollama-1000-users.capacity.yaml';

if (await isOutdated()) {
  run('building', ['esbuild.mjs']);
}
console.log(`$ capacity-plan check ${EXAMPLE}\n`);
run('check', [CLI, 'check', '--fail-on', 'never', EXAMPLE]);
console.log(`\n$ capacity-plan report ${EXAMPLE}\n`);
run('report', [CLI, 'report', EXAMPLE]);
console.log(`
To see it in an editor, with findings as you type, figures at hand and the report beside it:

  In VS Code   open this folder and press F5, then open ${EXAMPLE};
               or: npm run package, and install out/capacity-plan.vsix
               (Extensions view, "...", Install from VSIX)
  Without it   npm run editor, which starts a VS Code in the browser on this machine
`);

function run(what, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${what} failed`);
    process.exit(1);
  }
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
