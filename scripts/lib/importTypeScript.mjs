// Runs the project's TypeScript in scripts, without a prior build.
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');

/** Returns the exports of a file such as `src/plan/generated.ts`. */
export async function importTypeScript(path) {
  const outfile = join(root, 'out', 'scripts', `${basename(path, '.ts')}.mjs`);
  await build({
    entryPoints: [join(root, path)],
    absWorkingDir: root,
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: 'inline',
    logLevel: 'warning',
    alias: {
      // The same library files as in the shipped bundles.
      yaml: join(modules, 'yaml', 'browser', 'index.js'),
      // An ES module, as the result is. The other one loads Node's modules in a way that these cannot.
      '@vscode/l10n': join(modules, '@vscode', 'l10n', 'dist', 'browser.js'),
    },
  });
  return import(pathToFileURL(outfile).href);
}
