import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { webWorkerStarter } from '../../../src/worker/startWebWorker';
import { planText } from './fakeWorker';

const question = { id: 7, plan: planText('a'), question: { type: 'status' } } as const;
const script = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode('the script'));

/** A web worker as a browser has it. */
class BrowserWorker {
  static all: BrowserWorker[] = [];
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onerror:
    ((event: { readonly message?: string; readonly preventDefault?: () => void }) => void) | null =
    null;
  readonly posted: unknown[] = [];
  isTerminated = false;

  constructor(readonly url: string) {
    BrowserWorker.all.push(this);
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

beforeEach(() => {
  BrowserWorker.all = [];
  vi.stubGlobal('Worker', BrowserWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function started(): Promise<BrowserWorker> {
  return vi.waitUntil(() => BrowserWorker.all[0]);
}

test('a script that is in memory is asked what was asked before it was read', async () => {
  const heard: unknown[] = [];
  const port = webWorkerStarter(script)({
    onMessage: (message) => heard.push(message),
    onDeath: () => undefined,
  });
  port.post(question);
  const worker = await started();
  expect(worker.url).toMatch(/^blob:/);
  port.post({ ...question, id: 8 });
  expect(worker.posted).toMatchObject([{ id: 7 }, { id: 8 }]);
  worker.onmessage?.({ data: { type: 'ready' } });
  expect(heard).toEqual([{ type: 'ready' }]);
  port.terminate();
  expect(worker.isTerminated).toBe(true);
});

test('a worker gets the translation before all that it is asked', async () => {
  const texts = { 'No plan': 'Kein Plan' };
  const port = webWorkerStarter(
    script,
    texts,
  )({ onMessage: () => undefined, onDeath: () => undefined });
  port.post(question);
  const worker = await started();
  expect(worker.posted).toMatchObject([{ texts }, { id: 7 }]);
});

test('an error is a death, and so is a script that cannot be read', async () => {
  const deaths: string[] = [];
  const events = {
    onMessage: () => undefined,
    onDeath: (reason: string) => deaths.push(reason),
  };
  webWorkerStarter(script)(events);
  const worker = await started();
  worker.onerror?.({ message: 'a bug' });
  worker.onerror?.({});
  webWorkerStarter(() => Promise.reject(new Error('no file')))(events);
  await vi.waitUntil(() => deaths.length === 3);
  expect(deaths).toEqual(['a bug', 'it ended', 'Error: no file']);
});

test('a worker that is ended before it was read never starts', async () => {
  let give: (bytes: Uint8Array) => void = () => undefined;
  const late = new Promise<Uint8Array>((resolve) => {
    give = resolve;
  });
  const port = webWorkerStarter(() => late)({
    onMessage: () => undefined,
    onDeath: () => undefined,
  });
  port.terminate();
  give(new Uint8Array());
  await late;
  await Promise.resolve();
  expect(BrowserWorker.all).toEqual([]);
});

test('a worker that is ended while it loads reports no death, and its error goes no further', async () => {
  const deaths: string[] = [];
  const port = webWorkerStarter(script)({
    onMessage: () => undefined,
    onDeath: (why) => deaths.push(why),
  });
  const worker = await started();
  port.terminate();
  const preventDefault = vi.fn();
  worker.onerror?.({ message: 'failed to load', preventDefault });
  expect(preventDefault).toHaveBeenCalled();
  expect(deaths).toEqual([]);
});
