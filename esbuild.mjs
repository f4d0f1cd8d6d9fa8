// Builds every bundle. The flag --watch rebuilds on change. The flag --production minifies, drops source maps and
// adds the licences of the contents. The flag --metafile writes the contents of each bundle to out/meta/*.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { checkSizes } from './scripts/lib/bundleSizes.mjs';
import { splitCommonJs } from './scripts/lib/splitCommonJs.mjs';
import { thirdPartyNotices } from './scripts/lib/thirdPartyNotices.mjs';
import { yamlReaderOnly } from './scripts/lib/yamlReaderOnly.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  target: 'es2022',
  logLevel: 'warning',
  metafile: flags.has('--metafile'),
};
const shipped = {
  ...common,
  minify: production,
  sourcemap: !production,
  metafile: production || common.metafile,
  plugins: [yamlReaderOnly()],
};
const tested = { ...common, sourcemap: true };

const forNode = { platform: 'node', format: 'cjs', target: 'node20' };
const forWorker = { platform: 'browser', format: 'cjs', define: { global: 'globalThis' } };

// Uses the library's ES modules, which browsers get, in Node's bundles too. Both then behave alike, and only used
// code is bundled.
const yamlAsModules = { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') };

// Bundles what decodes HTML's entities, which is all that Markdown needs. With the library's index come the tables that
// encode them: its ES modules do not say that they have no side effects.
const entitiesToDecode = {
  entities: join(root, 'node_modules', 'entities', 'lib', 'esm', 'decode.js'),
};

// The ES modules ask import.meta for their own address, which a CommonJS bundle does not have.
const globsAsCommonJs = {
  tinyglobby: join(root, 'node_modules', 'tinyglobby', 'dist', 'index.cjs'),
};

const bundles = [
  splitCommonJs({
    ...shipped,
    ...forNode,
    // Both share their parts. Loading one does not load the other.
    entryPoints: { extension: 'src/extension.ts', worker: 'src/worker/thread.ts' },
    outdir: 'dist',
    external: ['vscode'],
    alias: { ...yamlAsModules, ...entitiesToDecode },
  }),
  {
    ...shipped,
    ...forWorker,
    entryPoints: ['src/extensionWeb.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
    alias: entitiesToDecode,
  },
  {
    ...shipped,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/worker/webWorker.ts'],
    outfile: 'dist/web/worker.js',
    alias: entitiesToDecode,
  },
  {
    ...shipped,
    ...forNode,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    alias: { ...yamlAsModules, ...entitiesToDecode, ...globsAsCommonJs },
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...shipped,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['webview/main.ts'],
    outfile: 'dist/webview/main.js',
  },
  {
    ...tested,
    ...forNode,
    entryPoints: ['test/integration/index.ts'],
    loader: { '.yaml': 'text' },
    outfile: 'out/test/index.js',
    external: ['vscode', 'mocha'],
  },
  {
    ...tested,
    ...forWorker,
    entryPoints: ['test/integration/index.web.ts'],
    loader: { '.yaml': 'text' },
    outfile: 'out/test/index.web.js',
    external: ['vscode'],
    alias: { assert: './test/integration/assert.web.ts' },
    plugins: [mochaAsScript(), plansAsText()],
  },
  {
    ...tested,
    ...forNode,
    entryPoints: ['test/bench/activation.ts'],
    outfile: 'out/bench/activation.js',
    external: ['vscode'],
  },
  {
    ...tested,
    ...forNode,
    entryPoints: ['test/bench/panelMemory.ts'],
    outfile: 'out/bench/panelMemory.js',
    external: ['vscode'],
  },
  {
    ...tested,
    ...forNode,
    entryPoints: ['test/bench/hostBlock.ts'],
    outfile: 'out/bench/hostBlock.js',
    external: ['vscode'],
  },
  {
    ...tested,
    ...forNode,
    entryPoints: ['test/bench/workspacePlans.ts'],
    outfile: 'out/bench/workspacePlans.js',
    external: ['vscode'],
  },
  {
    ...tested,
    ...forNode,
    entryPoints: ['test/runner/electron.ts'],
    outfile: 'out/runner/electron.js',
    external: ['@vscode/test-electron'],
  },
];

if (flags.has('--watch')) {
  await watch();
} else {
  if (production) {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
  }
  const metafiles = await Promise.all(bundles.map(buildOne));
  if (production) {
    // only shipped code is minified
    const inPackage = metafiles.filter((_, index) => bundles[index].minify);
    const notices = thirdPartyNotices(inPackage, root);
    writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), notices);
    checkSizes(root);
  }
}

async function buildOne(options) {
  const { metafile } = await build(options);
  if (flags.has('--metafile')) {
    const folder = join(root, 'out', 'meta');
    mkdirSync(folder, { recursive: true });
    const [first] = Object.values(options.entryPoints);
    const entry = first.replace(/\.ts$/, '').replaceAll('/', '-');
    const name = `${entry}.${options.platform}.json`;
    writeFileSync(join(folder, name), JSON.stringify(metafile));
  }
  return metafile;
}

async function watch() {
  // Prints one pair of lines for all bundles. The background problem matcher of .vscode/tasks.json waits for the
  // second.
  let running = 0;
  const announce = {
    name: 'announce',
    setup(b) {
      b.onStart(() => {
        if (running++ === 0) {
          console.log('[watch] build started');
        }
      });
      b.onEnd(() => {
        if (--running === 0) {
          console.log('[watch] build finished');
        }
      });
    },
  };
  const contexts = await Promise.all(
    bundles.map((options) =>
      context({ ...options, plugins: [...(options.plugins ?? []), announce] }),
    ),
  );
  await Promise.all(contexts.map((each) => each.watch()));
}

/**
 * Bundles mocha as a script. mocha 12 is "type": "module", so esbuild does not wrap its UMD file mocha.js. The file
 * then sees this bundle's own `module` and overwrites its exports. With those names hidden it sets globalThis.mocha
 * instead.
 */
function mochaAsScript() {
  return {
    name: 'mocha-as-script',
    setup(b) {
      b.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
        contents: 'var module, exports, define;\n' + (await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

/** Provides `examples:all`: every plan of examples/, name to text, for hosts that have no disk. */
function plansAsText() {
  return {
    name: 'plans-as-text',
    setup(b) {
      const folder = join(root, 'examples');
      b.onResolve({ filter: /^examples:all$/ }, ({ path }) => ({ path, namespace: 'examples' }));
      b.onLoad({ filter: /.*/, namespace: 'examples' }, async () => {
        const names = (await readdir(folder)).filter((name) => /\.capacity\.ya?ml$/.test(name));
        const plans = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
        return {
          contents: JSON.stringify(Object.fromEntries(await Promise.all(plans))),
          loader: 'json',
          watchDirs: [folder],
          watchFiles: names.map((name) => join(folder, name)),
        };
      });
    },
  };
}
