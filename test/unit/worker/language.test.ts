/** Both workers, and the page of the charts panel, speak the language that they are given. */
import { join } from 'node:path';
import { config, t } from '@vscode/l10n';
import { afterEach, expect, test, vi } from 'vitest';

/** Not by its name, since these tests are compiled without the types of a page. */
const PAGE = join(import.meta.dirname, '..', '..', '..', 'webview', 'language.ts');

const texts = { 'No plan': 'Kein Plan' };

vi.mock('node:worker_threads', () => ({
  workerData: { 'No plan': 'Kein Plan' },
  parentPort: { postMessage: () => undefined, on: () => undefined },
}));

afterEach(() => {
  vi.unstubAllGlobals();
  config({ contents: {} });
});

test('a thread speaks the language of its data', async () => {
  await import('../../../src/worker/thread');
  expect(t`No plan`).toBe('Kein Plan');
});

test('a web worker speaks the language of its first message', async () => {
  const posted: unknown[] = [];
  const scope: { onmessage?: (event: { readonly data: unknown }) => void } = {};
  vi.stubGlobal('postMessage', (message: unknown) => posted.push(message));
  Object.defineProperty(globalThis, 'onmessage', {
    configurable: true,
    set: (listener: typeof scope.onmessage) => Object.assign(scope, { onmessage: listener }),
  });
  await import('../../../src/worker/webWorker');
  Reflect.deleteProperty(globalThis, 'onmessage');
  expect(t`No plan`).toBe('No plan');
  scope.onmessage?.({ data: { texts } });
  expect(t`No plan`).toBe('Kein Plan');
  // It is no question, and has no answer.
  expect(posted).toEqual([{ type: 'ready' }]);
});

test.for([
  ['that came with it', { textContent: JSON.stringify(texts) }, 'Kein Plan'],
  ['of the code if none came with it', null, 'No plan'],
] as const)('the page of the charts panel speaks the language %s', async ([, element, words]) => {
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'texts' ? element : null) });
  const { setLanguage } = (await import(PAGE)) as { readonly setLanguage: () => void };
  setLanguage();
  expect(t`No plan`).toBe(words);
});
