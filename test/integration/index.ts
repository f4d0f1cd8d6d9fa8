// Runs the suite in a Node extension host: a server's, or desktop VS Code's. VS Code loads this file
// (extensionTestsPath).
import Mocha from 'mocha';
import { TEST_MS } from '../support/patience.mjs';
import { loadTests } from './loadTests';
import { reportTo, silent } from './report';

export async function run(): Promise<void> {
  const grep = process.env.MOCHA_GREP;
  const mocha = new Mocha({ ui: 'tdd', timeout: TEST_MS, reporter: silent, ...(grep && { grep }) });
  mocha.suite.emit('pre-require', globalThis, 'bundle', mocha);
  await loadTests();
  // A web worker runs no process, and no server.
  await import('./tasks.test');
  await import('./measure.test');
  const failures = await new Promise<number>((resolve) => {
    reportTo(console.log, mocha.run(resolve));
  });
  if (failures > 0) {
    throw new Error(`${failures} test(s) failed`);
  }
}
