// One call of what takes longest at the sizes that a plan may reach.
import { importTypeScript } from '../lib/importTypeScript.mjs';
import { mediansOf } from './timing.mjs';

const LIMIT_MS = 100;

export async function benchExtremes() {
  const { EXTREMES } = await importTypeScript('test/bench/extremes.ts');
  const names = Object.keys(EXTREMES);
  const times = mediansOf(Object.values(EXTREMES), 9);
  console.log(
    `\nSizes that a plan may reach (median of one call): each to stay below ${LIMIT_MS} ms`,
  );
  names.forEach((name, index) => {
    console.log(`  ${name.padEnd(64)} ${times[index].toFixed(2).padStart(8)} ms`);
  });
}
