// Adds a GPU to the catalog: `npm run new:gpu -- NAME... --vendor nvidia --generation hopper --memory 141 --reported 139.8
// --bandwidth 4800 --tflops 989 --speedup8 2 --speedup4 1 --source URL --checked DAY`. Memory in GB by the data sheet and
// in GiB as nvidia-smi reports it, bandwidth in GB/s, dense operations with 16 bits. Without a day: not checked.
import { parseArgs } from 'node:util';
import { addRow, gpuRow } from './lib/catalogEntry.mjs';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const OPTIONS = ['vendor', 'generation', 'memory', 'reported', 'bandwidth', 'tflops', 'source'];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])),
      speedup8: { type: 'string', default: '1' },
      speedup4: { type: 'string', default: '1' },
      checked: { type: 'string' },
    },
  });
  const absent = OPTIONS.filter((name) => values[name] === undefined).map((name) => `--${name}`);
  if (positionals.length === 0) absent.unshift('NAME');
  if (absent.length > 0) throw new Error(`Name ${absent.join(', ')} too.`);
  const { findGpu } = await importTypeScript('src/engine/catalog/catalog.ts');
  const isKnown = (name) => findGpu(name) !== undefined;
  console.log(await addRow(root, 'gpus.json', gpuRow(positionals, values), isKnown));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
