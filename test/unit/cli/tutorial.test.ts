/** The tutorial: all of its commands in turn, as a reader runs them, and what it shows of their output. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FOLDER, readTutorial } from '../../support/tutorial.mjs';
import { runInProcess } from './runInProcess';

const { plan, steps } = readTutorial();

const folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
cpSync(FOLDER, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

// prices and benchmarks get old
const ON_THE_DAY: Readonly<Record<string, readonly string[]>> = {
  check: ['--as-of', '2026-11-30'],
  report: ['--as-of', '2026-11-30'],
  size: ['--as-of', '2026-11-30'],
};

test('its plan is the one of its folder', () => {
  expect(plan).toBe(readFileSync(join(FOLDER, 'chat.capacity.yaml'), 'utf8'));
});

// in order: each step goes on from the one before
test.for(steps.filter(({ needsServer }) => !needsServer))('$words', async ({ words, shown }) => {
  const { code, out, error } = await runInProcess(
    [...words, ...(ON_THE_DAY[words[0] ?? ''] ?? [])],
    {
      cwd: folder,
    },
  );
  expect(error).not.toContain('error');
  expect(code).toBe(0);
  if (shown !== undefined) expect(linesOf(out + error)).toEqual(matching(shown));
});

test('runs every kind of command that a reader needs', () => {
  const commands = new Set(steps.map(({ words }) => words[0]));
  expect([...commands].sort()).toEqual(['check', 'import', 'measure', 'report', 'size']);
});

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

/** Matches lines of which `…` leaves out any number. */
function matching(shown: string): unknown {
  const parts = linesOf(shown).map((line) => (line === '…' ? '' : escape(line)));
  const pattern = parts.map((part) => part || '[^]*?').join('\\n');
  return {
    asymmetricMatch: (lines: readonly string[]) =>
      new RegExp(`^${pattern}`).test(`${lines.join('\n')}\n`),
    toString: () => shown,
  };
}

function escape(line: string): string {
  return line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
