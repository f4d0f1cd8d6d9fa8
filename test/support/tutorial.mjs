/** Reads the steps of `docs/tutorial.md`: each command, and what the text shows of its output. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder that the reader copies. */
export const FOLDER = join(ROOT, 'examples', 'tutorial');

/**
 * @typedef {{ words: string[], needsServer: boolean, shown: string | undefined }} Step
 * Words of a command after `capacity-plan`. In `shown`, a line `…` stands for any lines.
 * @returns {{ plan: string, steps: Step[] }}
 */
export function readTutorial() {
  const text = readFileSync(join(ROOT, 'docs', 'tutorial.md'), 'utf8');
  const fences = [...text.matchAll(/^```(\w+)( \w+)?\n([^]*?)^```$/gm)];
  const steps = [];
  let plan = '';
  for (const [, language, kind, content] of fences) {
    if (language === 'yaml') plan = content;
    if (language === 'text') steps.at(-1).shown = content;
    if (language !== 'sh') continue;
    const [program, ...words] = content.trim().split(/\s+/);
    if (program !== 'capacity-plan') throw new Error(`not a command of ours: ${content}`);
    steps.push({ words, needsServer: kind === ' measure', shown: undefined });
  }
  return { plan, steps };
}
