/** Reads the files of an import, through the host's file system. */
import * as vscode from 'vscode';
import type { BenchmarkText } from '../../benchmark/importRuns';
import { MAX_BENCHMARK_BYTES, readBenchmark } from '../../benchmark/readBenchmark';
import { nameOf } from '../fileNames';

export async function readTexts(files: readonly vscode.Uri[]): Promise<readonly BenchmarkText[]> {
  return Promise.all(files.map(readText));
}

async function readText(uri: vscode.Uri): Promise<BenchmarkText> {
  const file = nameOf(uri);
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_BENCHMARK_BYTES) return { file, text: { refused: 'too-large' } };
  return { file, text: decode(await vscode.workspace.fs.readFile(uri)) };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Files that can be a tool's output, by their ending: others are not even read. */
const ENDING = /\.(json|jsonl|ndjson|csv|tsv|txt|log|out|md|ya?ml)$/i;
const PLAN = /\.capacity\.ya?ml$/i;

/** Longest text that is recognised on the editor's thread; a longer one is taken for a benchmark. */
const QUICK_LENGTH = 500_000;

/** Returns nothing if one of the dropped files is no benchmark. */
export async function readDropped(dropped: vscode.DataTransfer): Promise<readonly BenchmarkText[]> {
  const uris = uriList(await dropped.get('text/uri-list')?.asString());
  const texts =
    uris.length > 0
      ? uris.every(({ path }) => ENDING.test(path) && !PLAN.test(path))
        ? await readTexts(uris)
        : []
      : await readTransferred(dropped);
  return texts.every(({ text }) => typeof text !== 'string' || isBenchmark(text)) ? texts : [];
}

/** Tells if a text is the output of a tool, or the beginning of one. */
export function isBenchmark(text: string): boolean {
  if (text.length > QUICK_LENGTH) return true;
  const reading = readBenchmark(text);
  return reading.kind === 'read' || reading.why === 'cut-off';
}

function uriList(text: string | undefined): readonly vscode.Uri[] {
  return (text ?? '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => vscode.Uri.parse(line, true));
}

/** Reads files that come from outside of the workbench, which have no address in a browser. */
async function readTransferred(dropped: vscode.DataTransfer): Promise<readonly BenchmarkText[]> {
  const files = [...dropped].flatMap(([, item]) => item.asFile() ?? []);
  if (!files.every(({ name }) => ENDING.test(name) && !PLAN.test(name))) return [];
  return Promise.all(
    files.map(async (file): Promise<BenchmarkText> => {
      const bytes = await file.data();
      return bytes.length > MAX_BENCHMARK_BYTES
        ? { file: file.name, text: { refused: 'too-large' } }
        : { file: file.name, text: decode(bytes) };
    }),
  );
}
