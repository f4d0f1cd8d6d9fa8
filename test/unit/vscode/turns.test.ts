import { afterEach, expect, test, vi } from 'vitest';
import { Turns } from '../../../src/vscode/turns';

afterEach(() => {
  vi.unstubAllGlobals();
});

const inNode = (): unknown => undefined;
const inBrowser = (): unknown => vi.stubGlobal('setImmediate', undefined);

test.for([
  ['Node', inNode],
  ['a browser', inBrowser],
] as const)('in %s turns come one after the other, in the order of asking', async ([, host]) => {
  host();
  const turns = new Turns();
  const log: string[] = [];
  const asked = ['a', 'b', 'c'].map((name) => turns.next().then(() => log.push(name)));
  await Promise.resolve();
  expect(log).toEqual([]);
  await Promise.all(asked);
  expect(log).toEqual(['a', 'b', 'c']);
});

test('between two turns others have the thread', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const first = turns.next().then(() => {
    log.push('first');
    setImmediate(() => log.push('another extension'));
  });
  const second = turns.next().then(() => log.push('second'));
  await Promise.all([first, second]);
  expect(log).toEqual(['first', 'another extension', 'second']);
});
