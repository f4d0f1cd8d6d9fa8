// Adds a model to the catalog: `npm run new:model -- config.json --name Maker/Model --source URL --checked DAY`, with further
// names as further --name (`--name qwen3:32b`). Its parameters are counted from the sizes. Without a day: not checked.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addRow, fileOfModel, modelRow } from './lib/catalogEntry.mjs';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string', multiple: true },
      source: { type: 'string' },
      checked: { type: 'string' },
    },
  });
  const [path] = positionals;
  const { name: names = [], source } = values;
  if (!path || names.length === 0 || !source) {
    throw new Error('Name the config.json, --name Maker/Model, and --source URL.');
  }
  const { readConfig } = await importTypeScript('src/engine/catalog/readConfig.ts');
  const { findModel } = await importTypeScript('src/engine/catalog/catalog.ts');
  const architecture = readConfig(readFileSync(path, 'utf8'));
  if (typeof architecture === 'string') {
    throw new Error(`${path} is no config.json of a model that can be sized: ${architecture}.`);
  }
  const folder = join(root, 'src', 'engine', 'catalog', 'data', 'models');
  const files = readdirSync(folder).map((file) => `models/${file}`);
  const file = fileOfModel(root, files, names[0]);
  const isKnown = (name) => findModel(name)?.model.name.toLowerCase() === name.toLowerCase();
  console.log(await addRow(root, file, modelRow(names, architecture, values), isKnown));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
