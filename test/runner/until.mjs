// Waits for conditions, the only way in which the tests outside of VS Code wait. A time-out says what it waited for.
import assert from 'node:assert/strict';
import { PATIENCE_MS, TEST_MS } from '../support/patience.mjs';

export { PATIENCE_MS, TEST_MS };

const PAUSE_MS = 25;

/**
 * Waits until `poll` returns a value, and returns it. An error of `poll` counts as no value yet, and is named at the
 * end.
 */
export async function until(what, poll, milliseconds = PATIENCE_MS) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const { value, error } = await attempt(poll);
    if (value) return value;
    if (Date.now() >= end) {
      const reason = error === undefined ? '' : `: ${error.message ?? error}`;
      throw new Error(`waited ${milliseconds / 1000} s in vain for ${what}${reason}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Waits until `read` returns what is expected. Shows the difference at the end. */
export function untilEqual(what, read, expected, milliseconds = PATIENCE_MS) {
  return untilHolds(what, async () => assert.deepEqual(await read(), expected), milliseconds);
}

/** Waits until `read` returns a text that matches. */
export function untilMatches(what, read, pattern, milliseconds = PATIENCE_MS) {
  return untilHolds(what, async () => assert.match(await read(), pattern), milliseconds);
}

/** Waits until `check` throws nothing. */
export function untilHolds(what, check, milliseconds = PATIENCE_MS) {
  return until(
    what,
    async () => {
      await check();
      return true;
    },
    milliseconds,
  );
}

/** Focuses an element of a page. One that was disabled a frame ago takes the focus only with the next frame. */
export function focusOn(locator) {
  return until(`the focus on ${locator}`, async () => {
    await locator.focus();
    return hasFocus(locator);
  });
}

/** Returns true if the element is the one that keys go to. */
export function hasFocus(locator) {
  return locator.evaluate((element) => element === element.ownerDocument.activeElement);
}

async function attempt(poll) {
  try {
    return { value: await poll() };
  } catch (error) {
    return { error };
  }
}
