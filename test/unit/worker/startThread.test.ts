import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { FromWorker } from '../../../src/query/messages';
import { threadStarter } from '../../../src/worker/startThread';
import { planText } from './fakeWorker';

const folder = mkdtempSync(join(tmpdir(), 'thread-'));
afterAll(() => rmSync(folder, { recursive: true }));

const question = { id: 7, plan: planText('a'), question: { type: 'status' } } as const;

/** Starts a thread with this code, asks it, and returns the first thing that comes of it. */
function firstOf(name: string, code: string): Promise<FromWorker | string> {
  const file = join(folder, name);
  writeFileSync(file, `const { parentPort } = require('node:worker_threads');\n${code}`);
  return new Promise((resolve) => {
    const port = threadStarter(file)({
      onMessage: (message) => {
        resolve(message);
        port.terminate();
      },
      onDeath: resolve,
    });
    port.post(question);
  });
}

test('messages go to the thread and back', async () => {
  const code = `parentPort.on('message', ({ id, plan }) => parentPort.postMessage({ id, text: plan.text }));`;
  expect(await firstOf('echo.js', code)).toEqual({ id: 7, text: 'a' });
});

test('a thread has the translation as it starts', async () => {
  const file = join(folder, 'texts.js');
  writeFileSync(
    file,
    `const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage(workerData);`,
  );
  const texts = { 'No plan': 'Kein Plan' };
  const data = await new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      resolve(message);
      port.terminate();
    };
    const port = threadStarter(file, texts)({ onMessage, onDeath: reject });
  });
  expect(data).toEqual(texts);
});

test.for([
  ['throws', 'throw new TypeError("a bug");', /a bug/],
  ['ends', 'parentPort.on("message", () => process.exit(3));', /it ended/],
  [
    'runs out of memory',
    'parentPort.on("message", () => { const all = []; for (;;) all.push(new Array(1e6).fill({})); });',
    /memory/i,
  ],
] as const)('a thread that %s says why it died', async ([name, code, why]) => {
  expect(await firstOf(`${name}.js`.replaceAll(' ', '-'), code)).toMatch(why);
});

test('a thread without its file dies', async () => {
  const death = await new Promise<string>((resolve) => {
    threadStarter(join(folder, 'none.js'))({ onMessage: () => undefined, onDeath: resolve });
  });
  expect(death).toMatch(/none\.js/);
});
