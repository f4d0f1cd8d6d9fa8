// Collects the plans that both versions read: examples, golden plans and seeded random ones.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from '../lib/importTypeScript.mjs';

/** Skips longer plans, which take too long. A limit of size is the same on every machine. */
const LONGEST_TEXT = 20_000;

/** @returns `{ name, text }` for each plan. */
export async function collectPlans(randomPlans, seed) {
  const { mutatePlan, RICH_PLANS, seededRandom } = await importTypeScript(
    'test/support/mutatePlan.ts',
  );
  const written = [...plansIn('examples'), ...plansIn('test/golden/plans')];
  const seeds = [...written.map(({ text }) => text), ...RICH_PLANS];
  const random = seededRandom(seed);
  const mutated = Array.from({ length: randomPlans }, (_, i) => ({
    name: `random plan ${i}`,
    text: mutatePlan(random, seeds),
  }));
  return [...written, ...RICH_PLANS.map(asRichPlan), ...mutated].filter(
    ({ text }) => text.length <= LONGEST_TEXT,
  );
}

function plansIn(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => /\.capacity\.ya?ml$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));
}

function asRichPlan(text, index) {
  return { name: `rich plan ${index}`, text };
}
