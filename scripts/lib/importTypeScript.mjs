// Runs the project's TypeScript in scripts: bundled in memory, without a build before.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The exports of a file such as `src/plan/generated.ts`. */
export async function importTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'warning',
    // As in the shipped bundles.
    alias: { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') },
  });
  const [{ text }] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
