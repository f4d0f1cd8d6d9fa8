// Reports the results of a suite inside VS Code as plain lines that the runner reads.
/** Silences mocha's own reporters. They print through `%s`, which VS Code's bridge to the page leaves as it is. */
export const silent = class {} as unknown as Mocha.ReporterConstructor;

/** Tells the runner what the suite does, in case that it does not get to its end. */
export function sayDoing(what: string): void {
  console.log(`[doing] ${what}`);
}

/** Asks the runner to click a button of a notification, as a person does. Only browsers have such a runner. */
export function clickInNotification(button: string, notification: string): void {
  console.log(`[click] ${JSON.stringify({ button, notification })}`);
}

/** Prints each result as a plain line with a prefix, and last the line that the runner believes. */
export function reportTo(print: (line: string) => void, runner: Mocha.Runner): void {
  const say = (text: string): void => {
    for (const line of text.split('\n')) {
      print(`[test] ${line}`);
    }
  };
  let passed = 0;
  let failed = 0;
  runner.on('suite', (suite) => {
    if (suite.title) {
      say(suite.title);
    }
  });
  runner.on('test', (test) => sayDoing(test.title));
  runner.on('pass', (test) => {
    passed++;
    say(`  ok   ${test.title} (${test.duration ?? 0} ms)`);
  });
  // A test that did not run counts as a failure.
  runner.on('pending', (test) => {
    failed++;
    say(`  FAIL ${test.title}\nskipped`);
  });
  runner.on('fail', (test, error: Error) => {
    failed++;
    say(`  FAIL ${test.title}\n${error.stack ?? String(error)}`);
  });
  runner.on('end', () => {
    say(`${passed} passed, ${failed} failed`);
  });
}
