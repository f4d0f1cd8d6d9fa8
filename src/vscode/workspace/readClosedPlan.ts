/** Reads a plan that no editor has open, with the files that it names. */
import * as vscode from 'vscode';
import { mayNameFiles } from '../../plan/filesNamed';
import type { NamedFile, PlanFile } from '../../plan/planFiles';
import { MAX_PLAN_BYTES } from '../../plan/readPlan';
import { readNamedFile, uriBeside } from '../planFiles';

export interface ClosedPlan {
  readonly text: string;
  readonly files: ReadonlyMap<string, PlanFile>;
  /** Files that it is read with: patterns, too, as if they were files. */
  readonly uses: readonly vscode.Uri[];
}

/**
 * Returns undefined if the file is gone, or if nobody wants it any more.
 * @param askFiles Finds the files that a text names.
 */
export async function readClosedPlan(
  uri: vscode.Uri,
  askFiles: (text: string) => Promise<readonly NamedFile[] | undefined>,
): Promise<ClosedPlan | undefined> {
  const text = await readText(uri);
  if (text === undefined) return undefined;
  const files = new Map<string, PlanFile>();
  const uses: vscode.Uri[] = [];
  const named = mayNameFiles(text) ? await askFiles(text) : [];
  if (!named) return undefined;
  // one after the other: together they could be gigabytes
  for (const each of named) {
    const file = uriBeside(uri, each.path);
    if (file) uses.push(file);
    files.set(each.path, file ? await readNamedFile(file, each) : { problem: 'outside' });
  }
  return { text, files, uses };
}

/** Stands in for the text of a file that is too large, of which nothing is read. */
const TOO_LARGE = ' '.repeat(MAX_PLAN_BYTES + 1);

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_PLAN_BYTES) return TOO_LARGE;
    return await decode(await vscode.workspace.fs.readFile(uri), uri);
  } catch {
    return undefined;
  }
}

/** Decodes as VS Code does for an editor, and a binary file as UTF-8: what is in it is a finding. */
async function decode(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  try {
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
