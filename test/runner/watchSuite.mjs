// Follows a suite that runs inside VS Code: prints its lines, and says how it ended.
const SUMMARY = /^\[test\] (\d+) passed, (\d+) failed/;

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
  let finish;
  const exit = new Promise((resolve) => {
    finish = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = args.map(String).join(' ');
    if (text.startsWith('[test] ')) {
      console.log(text.slice('[test] '.length));
      summary = SUMMARY.exec(text) ?? summary;
    }
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));

  /** Returns 0 if all passed, 1 if some failed, and 2 if the suite did not get to its end. */
  return async function outcome(seconds) {
    const late = new Promise((resolve) => setTimeout(() => resolve('timeout'), seconds * 1000));
    const code = await Promise.race([exit, late]);
    if (!summary) {
      const why = code === 'timeout' ? `no result after ${seconds} s` : 'the suite did not finish';
      console.error(`${why}; the workbench said:\n${noise.slice(-40).join('\n')}`);
      return 2;
    }
    // A killed extension host also ends with code 0, so only the suite's own last line is believed.
    const [passed, failed] = [Number(summary[1]), Number(summary[2])];
    return code === 0 && passed > 0 && failed === 0 ? 0 : failed > 0 ? 1 : 2;
  };
}
