/** Runs `capacity-plan import`: observations from the output of benchmark tools, as YAML or into a plan. */
import { basename } from 'node:path';
import { readFiles, type BenchmarkText } from '../benchmark/importRuns';
import type { Import, ReadFile } from '../benchmark/importRuns';
import { describeRefusal, MAX_BENCHMARK_BYTES } from '../benchmark/readBenchmark';
import { observationsYaml } from '../benchmark/yamlText';
import type { Io } from './commandIo';
import { EXIT, Failure, type ExitCode } from './failure';
import { addToPlan, counted, knownRuns, loadPlan, remarkLines } from './intoPlan';
import { parseOptions } from './parseOptions';
import { readInputs } from './readInputs';

export async function importCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    engine: { type: 'string' },
    into: { type: 'string' },
  });
  if (positionals.length === 0) throw new Failure('import takes at least one FILE', 'usage');
  const { into, engine } = values;
  if (engine !== undefined && into === undefined) {
    throw new Failure('--engine names an engine of the plan of --into', 'usage');
  }
  const { inputs, failures } = await readInputs(positionals, io, {
    bytes: MAX_BENCHMARK_BYTES,
    words: describeRefusal('too-large'),
  });
  for (const failure of failures) io.writeError(`capacity-plan: ${failure}\n`);
  const texts = inputs.map(({ file, text }) => ({ file, text }));
  const imported =
    into === undefined
      ? printObservations(texts, io)
      : await writeFilesInto(into, engine, texts, io);
  if (failures.length > 0) return EXIT.failed;
  return imported.files.every(({ runs }) => runs.length > 0) ? EXIT.ok : EXIT.found;
}

type Text = BenchmarkText & { readonly file: string };

function printObservations(texts: readonly Text[], io: Io): Import {
  const imported = readFiles(texts.map(withBaseName));
  io.writeOut(observationsYaml(imported.added));
  io.writeError(texts.map(({ file }, at) => fileText(file, imported.files[at])).join(''));
  if (imported.known > 0) io.writeError(`${knownRuns(imported.known)} read twice, printed once\n`);
  return imported;
}

async function writeFilesInto(
  plan: string,
  named: string | undefined,
  texts: readonly Text[],
  io: Io,
): Promise<Import> {
  const open = await loadPlan(plan, named, io);
  return addToPlan(open, texts.map(withBaseName), io, ({ files }) =>
    io.writeError(texts.map(({ file }, at) => fileText(file, files[at])).join('')),
  );
}

/** Notes name files without their folders, which differ between machines. */
function withBaseName({ file, text }: Text): BenchmarkText {
  return { file: file === '<stdin>' ? undefined : basename(file), text };
}

function fileText(file: string, read: ReadFile | undefined): string {
  const head =
    read?.format === undefined
      ? 'not imported'
      : `${read.format}, ${counted(read.runs.length, 'run')}`;
  return [`${file}: ${head}`, ...(read ? remarkLines(read) : []).map((line) => `  ${line}`)]
    .map((line) => `${line}\n`)
    .join('');
}
