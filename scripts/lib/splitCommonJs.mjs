// Bundles in CommonJS that share what they have in common, and load the rest when it is asked for. esbuild splits ES
// modules only, so each file that it split off is turned into CommonJS after.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';

/** @param options Of a build of one entry, with the `outdir` of it and its `chunks`. */
export function splitCommonJs(options) {
  const { minify, sourcemap, target, plugins = [], outdir } = options;
  return {
    ...options,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: sourcemap && 'inline',
    write: false,
    plugins: [...plugins, asCommonJs({ minify, sourcemap, target, outdir })],
  };
}

function asCommonJs({ minify, sourcemap, target, outdir }) {
  return {
    name: 'as-common-js',
    setup(b) {
      const root = b.initialOptions.absWorkingDir;
      b.onEnd(async ({ errors, outputFiles = [] }) => {
        if (errors.length > 0) return;
        // the names of chunks change with what is in them
        await rm(join(root, outdir, 'chunks'), { recursive: true, force: true });
        await Promise.all(
          outputFiles.map(async ({ path, text }) => {
            const { code, map } = await transform(text, {
              charset: 'utf8',
              format: 'cjs',
              minify,
              sourcefile: path,
              sourcemap: sourcemap && 'external',
              supported: { 'dynamic-import': false },
              target,
            });
            await mkdir(dirname(path), { recursive: true });
            const link = sourcemap ? `//# sourceMappingURL=${basename(path)}.map\n` : '';
            await writeFile(path, code + link);
            if (sourcemap) await writeFile(`${path}.map`, map);
          }),
        );
      });
    },
  };
}
