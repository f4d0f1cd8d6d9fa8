/** Reads results of benchmarks that a plan names, through VS Code's file system. Loaded on demand. */
import * as vscode from 'vscode';
import { observeFile, type FileText } from '../benchmark/observeFiles';
import { MAX_BENCHMARK_BYTES } from '../benchmark/readBenchmark';
import { readPattern } from '../plan/filePattern';
import { MOST_MATCHES, type ObservedFile } from '../plan/planFiles';
import { readTextFile } from './readTextFile';

/**
 * @param uri The file, or the pattern as if it was one.
 * @param path The same as the plan writes it.
 */
export async function observeUri(uri: vscode.Uri, path: string): Promise<readonly ObservedFile[]> {
  const pattern = readPattern(path);
  if (pattern === 'bad') return [{ file: path, problem: 'bad-pattern' }];
  if (!pattern) return [observeFile(await readResult(uri, path))];
  const folder = vscode.Uri.joinPath(uri, '..');
  const names = pattern.choose(await namesIn(folder));
  if (names.length === 0) return [{ file: path, problem: 'no-match' }];
  const observed: ObservedFile[] = [];
  // one after the other: together they could be gigabytes
  for (const name of names.slice(0, MOST_MATCHES)) {
    const file = vscode.Uri.joinPath(folder, name);
    observed.push(observeFile(await readResult(file, pattern.folder + name)));
  }
  if (names.length > MOST_MATCHES) observed.push({ file: path, problem: 'too-many' });
  return observed;
}

async function readResult(uri: vscode.Uri, file: string): Promise<FileText> {
  const read = await readTextFile(uri, MAX_BENCHMARK_BYTES);
  return { file, text: 'text' in read ? read.text : read };
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([, type]) => (type & vscode.FileType.Directory) === 0)
      .map(([name]) => name);
  } catch {
    return [];
  }
}
