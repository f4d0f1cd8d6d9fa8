// Bundles what is compared of a version into one module. Finds the functions by name, so files may have moved.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../lib/importTypeScript.mjs';

/** The exports that `outputsOf.mjs` calls, each with the names that it has or had. */
const EXPORTS = {
  run: ['run'],
  analyzePlan: ['analyzePlan'],
  completionsAt: ['completionsAt'],
  describeStatus: ['describeStatus'],
  drawPicture: ['drawPicture'],
  explainCell: ['explainCell'],
  explainableColumns: ['EXPLAINABLE_COLUMNS'],
  hoverAt: ['hoverAt'],
  inlayHints: ['inlayHints'],
  renderReport: ['renderReport'],
  renderSavedReport: ['renderSavedReport'],
  slowCharts: ['slowCharts'],
  tryChanges: ['tryChanges'],
};

/** Takes packages from this working tree for both versions, so that only our code can differ. */
export async function bundleVersion(versionRoot, outfile) {
  const modules = join(root, 'node_modules');
  await build({
    stdin: { contents: entryOf(versionRoot), resolveDir: versionRoot },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'warning',
    alias: {
      yaml: join(modules, 'yaml', 'browser', 'index.js'),
      tinyglobby: join(modules, 'tinyglobby', 'dist', 'index.mjs'),
    },
    nodePaths: [modules],
    // where the command line looks for its version
    define: { __dirname: JSON.stringify(join(versionRoot, 'dist')) },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return outfile;
}

function entryOf(versionRoot) {
  const files = readdirSync(join(versionRoot, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(versionRoot, 'src', file), 'utf8') }));
  return Object.entries(EXPORTS)
    .map(([as, names]) => {
      const { file, name } = findExport(files, names);
      return `export { ${name} as ${as} } from './src/${file.replaceAll('\\', '/').slice(0, -3)}';`;
    })
    .join('\n');
}

function findExport(files, names) {
  const found = names.flatMap((name) => {
    const declaration = new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm');
    return files.filter(({ text }) => declaration.test(text)).map(({ file }) => ({ file, name }));
  });
  if (found.length !== 1) {
    throw new Error(`${names.join(' or ')}: exported by ${found.length} files`);
  }
  return found[0];
}
