// Runs the accessibility engine axe in a page of the tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './host.mjs';

const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/**
 * Returns what axe finds wrong in a page or frame, a line each. It comes through the browser's protocol, which no policy
 * of the page restricts.
 */
export async function axeFaults(frame) {
  if (await frame.evaluate(() => globalThis.axe === undefined)) await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const { violations } = await globalThis.axe.run(globalThis.document, {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id}: ${target.join(' ')}: ${html.slice(0, 200)}: ${failureSummary}`,
      ),
    );
  });
}
