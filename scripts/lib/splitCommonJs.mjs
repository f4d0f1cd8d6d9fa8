// Bundles CommonJS with shared parts and on-demand parts. esbuild splits only ES modules, so each resulting file is
// converted to CommonJS afterwards.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';

/** @param options Options of a build with its entries and their `outdir`. */
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
        // the names of chunks change with their content
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
