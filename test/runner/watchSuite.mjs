// Follows a suite that runs inside VS Code: prints its lines, and says how it ended.
import { shootFailure } from './shots.mjs';
import { PATIENCE_MS } from './until.mjs';

const SUMMARY = /^\[test\] (\d+) passed, (\d+) failed/;
const FAILED = /^\[test\] {3}FAIL (.*)/;

/** Clicks a button of a notification, once it is there. A suite that waits for it in vain says so itself. */
async function click(page, { button, notification }) {
  const item = page.locator('.notification-list-item', { hasText: notification });
  const found = item.locator('.monaco-button', { hasText: button }).first();
  try {
    await found.click({ timeout: PATIENCE_MS });
  } catch (error) {
    console.error(error.message);
    await shootFailure(page, `no button ${button}`);
  }
}

/**
 * Watches the page. Call it before the page opens the workbench. VS Code calls both functions, if they exist, as in
 * its own tests.
 */
export async function watchSuite(page) {
  const noise = [];
  const hear = (line) => {
    noise.push(line);
    if (process.env.VERBOSE) {
      console.log(line.slice(0, 400));
    }
  };
  page.on('console', (message) => hear(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => hear(`[pageerror] ${error.stack}`));

  let summary;
  /** What the suite last said that it does. */
  const doing = [];
  let finish;
  let lastNews = Date.now();
  const exit = new Promise((resolve) => {
    finish = resolve;
  });
  await page.exposeFunction('codeAutomationLog', async (_type, args) => {
    const text = args.map(String).join(' ');
    if (text.startsWith('[doing] ')) doing.push(text.slice('[doing] '.length));
    if (text.startsWith('[click] ')) await click(page, JSON.parse(text.slice('[click] '.length)));
    if (!text.startsWith('[test] ')) return;
    lastNews = Date.now();
    console.log(text.slice('[test] '.length));
    summary = SUMMARY.exec(text) ?? summary;
    const failed = FAILED.exec(text);
    if (failed) await shootFailure(page, failed[1]);
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));

  /**
   * Returns 0 if all passed, 1 if some failed, and 2 if the suite did not get to its end.
   * @param seconds Time without a line of the suite after which it counts as stuck.
   */
  return async function outcome(seconds) {
    let timer;
    const stuck = new Promise((resolve) => {
      timer = setInterval(() => {
        if (Date.now() - lastNews > seconds * 1000) resolve('stuck');
      }, 1000);
    });
    const code = await Promise.race([exit, stuck]);
    clearInterval(timer);
    if (!summary) {
      const why = code === 'stuck' ? `no result for ${seconds} s` : `it ended with ${code}`;
      console.error(`the workbench said:\n${noise.slice(-40).join('\n')}`);
      await shootFailure(page, 'suite not finished', console.error);
      for (const what of doing.slice(-3)) console.error(`the suite was at: ${what}`);
      console.error(`the suite did not finish: ${why}`);
      return 2;
    }
    // A killed extension host also ends with code 0, so only the suite's own last line is believed.
    const [passed, failed] = [Number(summary[1]), Number(summary[2])];
    return code === 0 && passed > 0 && failed === 0 ? 0 : failed > 0 ? 1 : 2;
  };
}
