import type * as vscode from 'vscode';
import { expect, test } from 'vitest';
import { foldersOf, isTouched, type Changes } from '../../../../src/vscode/workspace/touched';

const uriOf = (path: string): vscode.Uri =>
  ({ path, toString: () => `file://${path}` }) as vscode.Uri;

function changesOf(changed: readonly string[], moved: readonly string[]): Omit<Changes, 'gone'> {
  const uris = moved.map(uriOf);
  return {
    all: new Set([...changed.map(uriOf), ...uris].map(String)),
    moved: new Map(uris.map((uri) => [uri.toString(), uri])),
  };
}

test.each([
  ['/w/a.yaml', ['/w/a.yaml'], [], true],
  ['/w/a.yaml', ['/w/b.yaml'], [], false],
  ['/w/a.yaml', [], ['/w/a.yaml'], true],
  // a folder that moved takes its files along, one that changed has others
  ['/w/deep/in/a.yaml', [], ['/w/deep'], true],
  ['/w/deep/in/a.yaml', ['/w/deep'], [], false],
  ['/w/deeper/a.yaml', [], ['/w/deep'], false],
  ['/w/runs/*.csv', ['/w/runs/1.csv'], [], true],
  ['/w/runs/*.csv', ['/w/runs/old/1.csv'], [], false],
  ['/w/runs/*.csv', [], ['/w/runs'], true],
])('%s with changes of %j and moves of %j: %s', (file, changed, moved, isIt) => {
  const changes = changesOf(changed, moved);
  expect(isTouched(uriOf(file), changes, foldersOf(changes))).toBe(isIt);
});
