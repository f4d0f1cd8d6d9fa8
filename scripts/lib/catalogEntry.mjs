// Adds an entry to the catalog: checked by its schema, and against the names that are there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { format, resolveConfig } from 'prettier';

const DATA = 'src/engine/catalog/data';
const NUMBERS = {
  memory: 'memoryGB',
  reported: 'reportedGiB',
  bandwidth: 'gigabytesPerSecond',
  tflops: 'teraflops16',
  speedup8: 'speedup8',
  speedup4: 'speedup4',
};

/** The row of a GPU from the options of the command line. */
export function gpuRow(names, options) {
  const numbers = Object.entries(NUMBERS).map(([option, key]) => [key, Number(options[option])]);
  const { vendor, generation, source, checked = null } = options;
  return { names, vendor, generation, ...Object.fromEntries(numbers), source, checked };
}

/** The row of a model: its architecture as `readConfig` gives it. */
export function modelRow(names, architecture, { source, checked = null }) {
  const { contextTokens, activeParameters, tiedEmbeddings, ...sizes } = architecture;
  const row = {
    names,
    ...sizes,
    activeParameters: activeParameters === sizes.parameters ? undefined : activeParameters,
    tiedEmbeddings: tiedEmbeddings || undefined,
    context: contextTokens,
    source,
    checked,
  };
  // leaves out what is undefined
  return JSON.parse(JSON.stringify(row));
}

/** File of the models whose maker is the first part of the name. */
export function fileOfModel(root, files, name) {
  const maker = (each) => each.names[0].split('/')[0];
  const own = files.find((file) =>
    readRows(root, file).some((row) => maker(row) === maker({ names: [name] })),
  );
  return own ?? 'models/others.json';
}

/**
 * Appends a row to a file of the catalog.
 * @param file Such as `gpus.json` or `models/qwen.json`.
 * @param isKnown Tells if the catalog has a name already.
 * @returns The path that was written, from the root.
 * @throws Where the row does not fit the schema, or a name is there already; then nothing is written.
 */
export async function addRow(root, file, row, isKnown) {
  const known = row.names.filter(isKnown);
  if (known.length > 0) throw new Error(`The catalog has ${known.join(', ')} already.`);
  const rows = [...readRows(root, file), row];
  const problems = problemsOf(root, file, rows);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const path = join(root, DATA, file);
  const options = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(rows), { ...options, parser: 'json' }));
  return `${DATA}/${file}`;
}

/** What is wrong with rows of a file of the catalog, by its schema; empty if nothing is. */
export function problemsOf(root, file, rows) {
  const schema = file.startsWith('models/') ? 'models.schema.json' : 'gpus.schema.json';
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(join(root, DATA, schema), 'utf8')),
  );
  if (validate(rows)) return [];
  return validate.errors.map(({ instancePath, message, params }) => {
    const extra = params.additionalProperty ?? params.allowedValues?.join(', ') ?? '';
    return `${instancePath} ${message} ${extra}`.trim();
  });
}

function readRows(root, file) {
  return JSON.parse(readFileSync(join(root, DATA, file), 'utf8'));
}
