// Lets a script use the TypeScript of src/: bundles one module as it is shipped, and imports it.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string} path from the project's root, such as `src/engine/assess.ts` */
export async function importSource(path) {
  const outfile = join(ROOT, 'out', 'scripts', path.replaceAll('/', '-').replace(/\.ts$/, '.mjs'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    alias: { yaml: join(ROOT, 'node_modules/yaml/browser/index.js') },
  });
  return import(pathToFileURL(outfile).href);
}
