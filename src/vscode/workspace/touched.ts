/** Tells which files a batch of changes is about. */
import type * as vscode from 'vscode';

export interface Changes {
  /** Addresses of files and folders. */
  readonly all: ReadonlySet<string>;
  /** Those that appeared or went away. */
  readonly moved: ReadonlyMap<string, vscode.Uri>;
  /** Those of them that went away, and did not come back. */
  readonly gone: ReadonlySet<string>;
}

/**
 * Tells if a file changed, a folder around it moved, or for a pattern anything in its folder changed.
 * @param folders Those of the changes.
 */
export function isTouched(
  file: vscode.Uri,
  { all, moved }: Pick<Changes, 'all' | 'moved'>,
  folders: ReadonlySet<string>,
): boolean {
  const address = file.toString();
  if (all.has(address)) return true;
  if (file.path.includes('*') && folders.has(parentOf(address))) return true;
  if (moved.size === 0) return false;
  for (let at = parentOf(address); at.includes('/'); at = parentOf(at)) {
    if (moved.has(at)) return true;
  }
  return false;
}

/** Returns the folders in which something changed. */
export function foldersOf({ all }: Pick<Changes, 'all'>): ReadonlySet<string> {
  return new Set([...all].map(parentOf));
}

/** Cuts an address as text: there are many, and a new URI takes a hundred times as long. */
function parentOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/'));
}

/** A folder comes and goes without a word about its files. Most have no dot in their name. */
export function isFolderName({ path }: vscode.Uri): boolean {
  return !path.slice(path.lastIndexOf('/') + 1).includes('.', 1);
}
