// Takes pictures of pages, to look at: of what is drawn, and of tests that failed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './host.mjs';

/** Folder of the pictures. Git ignores it, and CI keeps it. */
export const SHOTS = process.env.SHOTS ?? join(ROOT, 'out', 'shots');

/** Pictures to look at take a tenth of the time, so `npm test` takes those of failed tests only. */
const areWanted = process.env.SHOTS_OF !== 'failures';

/** Takes a picture to look at. */
export async function takeShot(page, name, options = {}) {
  if (areWanted) await writeShot(page, name, options);
}

/** Takes a picture, and returns its path. */
async function writeShot(page, name, options = {}) {
  mkdirSync(SHOTS, { recursive: true });
  const path = join(SHOTS, `${name}.png`);
  await page.screenshot({ ...options, path });
  return path;
}

/** Takes a picture of the page as it is at a failure, and prints its path. Never fails itself. */
export async function shootFailure(page, title, print = console.log) {
  try {
    const name = `failed-${title.replaceAll(/\W+/g, '-').slice(0, 120)}`;
    print(`picture of the page: ${await writeShot(page, name)}`);
  } catch (error) {
    print(`no picture of the page: ${error.message}`);
  }
}

/** Does the same after a test of mocha, if it failed. */
export async function shootFailedTest(test, page) {
  if (test?.state === 'failed' && page) await shootFailure(page, test.fullTitle());
}
