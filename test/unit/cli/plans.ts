/** A folder with plans for the tests of one file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface PlanFolder {
  readonly path: string;
  readonly remove: () => void;
}

export function planFolder(files: Readonly<Record<string, string | Buffer>>): PlanFolder {
  const path = mkdtempSync(join(tmpdir(), 'capacity-plan-'));
  for (const [name, text] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Nothing above a hint is found in it. */
export const GOOD = `version: 1
workload: { users: 8, thinkTime: 0s }
targets:
  fine: { latency: <3s }
policy: { spare: 0 }
nodes:
  l4: { gpu: L4, price: { amount: 1.50 USD/h, date: 2026-01-15 } }
engines:
  ollama:
    node: l4
    observations:
      - { source: measured, parallel: 8, users: 8, latency: 2s }
scenarios:
  A: { engine: ollama, parallel: 8 }
`;

/** One error: measured, and too slow. */
export const MISSING = GOOD.replace('<3s', '<1s');

export const BROKEN = 'version: 1\nworkload: { users: 8\n';
