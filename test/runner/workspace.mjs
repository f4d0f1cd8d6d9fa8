// Creates the folder that the tests work in: a copy of examples/, theirs to change.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './host.mjs';

/** Creates an empty folder, in which nothing activates the extension. */
export function emptyFolder() {
  return disposable(mkdtempSync(join(tmpdir(), 'capacity-plan-')));
}

export function copyExamples() {
  const folder = mkdtempSync(join(tmpdir(), 'capacity-plan-'));
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  return disposable(folder);
}

function disposable(folder) {
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
