/** Lists the files of a folder that `from` can name, with a pattern for those of one kind. */
import { t } from '@vscode/l10n';
import type { Completion } from './completion';
import { quoteIfNeeded } from './quoteIfNeeded';

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Extensions that benchmark tools write. */
const RESULT = /\.(?:json|jsonl|ndjson|csv|txt|log)$/i;
const MOST = 200;

/** @param folder Path of the folder as the plan writes it: empty, or with a slash at its end. */
export function fileCompletions(
  folder: string,
  entries: readonly FolderEntry[],
): readonly Completion[] {
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  const folders = shown.filter(({ isFolder }) => isFolder).map(({ name }) => name);
  const files = shown
    .filter(({ name, isFolder }) => !isFolder && RESULT.test(name))
    .map(({ name }) => name);
  const patterns = [...new Set(files.map((name) => `*${name.slice(name.lastIndexOf('.'))}`))];
  const several = patterns.filter((each) => countOf(each, files) > 1);
  return [
    ...several.sort().map((name) => toItem(folder + name, t`${countOf(name, files)} files`)),
    ...files.sort().map((name) => toItem(folder + name, undefined)),
    ...folders.sort().map((name) => ({
      ...toItem(`${folder}${name}/`, t`folder`),
      isBeforeValue: true,
    })),
  ].slice(0, MOST);
}

function countOf(pattern: string, files: readonly string[]): number {
  return files.filter((name) => name.endsWith(pattern.slice(1))).length;
}

function toItem(path: string, detail: string | undefined): Completion {
  const insert = quoteIfNeeded(path);
  return { label: path, kind: 'file', insert, detail, documentation: undefined };
}
