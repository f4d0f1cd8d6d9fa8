/** Writes observations into the file of a plan: those of `import`, and those of `measure`. */
import {
  enginesOf,
  importInto,
  type BenchmarkText,
  type Import,
  type ReadFile,
} from '../benchmark/importRuns';
import { readPlan } from '../plan/readPlan';
import type { Io } from './commandIo';
import { Failure } from './failure';
import { byteOrderMark } from './files/byteOrderMark';
import { isStream } from './files/destination';
import { replaceFiles } from './files/replaceFiles';
import { readInput } from './readInputs';

export interface OpenPlan {
  readonly file: string;
  readonly document: ReturnType<typeof readPlan>;
  readonly engine: string;
}

/** @param named Name of the engine; undefined if the plan has one only. */
export async function loadPlan(file: string, named: string | undefined, io: Io): Promise<OpenPlan> {
  if (await isStream(file)) throw new Failure('--into names the file of a plan', 'usage');
  const input = await readInput(file, io);
  const document = readPlan(input.text);
  return { file, document, engine: chooseEngine(enginesOf(document), named) };
}

function chooseEngine(engines: readonly string[], named: string | undefined): string {
  const names = engines.map((name) => JSON.stringify(name)).join(', ');
  if (named !== undefined) {
    if (engines.includes(named)) return named;
    throw new Failure(
      `the plan has no engine ${JSON.stringify(named)}; there are ${names || 'none'}`,
      'usage',
    );
  }
  const [only, ...others] = engines;
  if (only === undefined) throw new Failure('the plan has no engine to import into', 'input');
  if (others.length > 0) throw new Failure(`name one with --engine: ${names}`, 'usage');
  return only;
}

/**
 * Writes what is new into the plan, and says how much that is.
 * @param describe Says what was read, before anything is written.
 */
export async function addToPlan(
  { file, document, engine }: OpenPlan,
  texts: readonly BenchmarkText[],
  io: Io,
  describe: (imported: Import) => void = () => undefined,
): Promise<Import> {
  const edit = importInto(document, engine, texts);
  const { imported } = edit;
  describe(imported);
  if ('problem' in edit) throw new Failure(`cannot write ${file}: ${edit.problem}`, 'input');
  if (imported.added.length > 0) {
    const mark = await byteOrderMark(file);
    await replaceFiles([{ file, text: mark + edit.text }], io.createFile);
  }
  io.writeOut(`${file}: ${outcomeText(imported, engine)}\n`);
  return imported;
}

function outcomeText({ added, known: there }: Import, engine: string): string {
  const written = `${counted(added.length, 'observation')} added to engine ${engine}`;
  return there === 0 ? written : `${written}; ${knownRuns(there)} there already`;
}

/** Returns what is left out or assumed, of all runs and of each. */
export function remarkLines({ remarks, runs }: ReadFile): readonly string[] {
  const ofRuns = runs.flatMap(({ name, words }) => words.map((each) => `${name}: ${each}`));
  return [...remarks, ...ofRuns];
}

export function knownRuns(count: number): string {
  return `${counted(count, 'run')} ${count === 1 ? 'was' : 'were'}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
