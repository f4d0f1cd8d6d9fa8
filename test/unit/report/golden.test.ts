/** Whole reports, compared byte for byte. `UPDATE_GOLDEN=1 npm run test:unit` writes them anew. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLE, reportOf } from './reportOf';

const folder = join(import.meta.dirname, '..', '..', 'golden', 'reports');
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.capacity.yaml'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const all = [{ name: 'ollama-1000-users.capacity.yaml', text: EXAMPLE }, ...plans];

describe.each(all)('the report of $name', ({ name, text }) => {
  const report = reportOf(text, name);

  test('is the golden one', () => {
    const golden = join(folder, name.replace(/\.capacity\.yaml$/, '.md'));
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, report);
    expect(report).toBe(readFileSync(golden, 'utf8'));
  });

  test('is stable and tidy', () => {
    expect(reportOf(text, name)).toBe(report);
    expect(report).not.toMatch(/[ \t]$/m);
    expect(report).not.toMatch(/\n{3}/);
    expect(report).not.toMatch(/undefined|NaN|Infinity|\[object/);
    expect(report.endsWith('\n')).toBe(true);
  });
});
