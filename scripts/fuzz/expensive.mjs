// Climbs by time to the most expensive legal plans: npm run fuzz -- --expensive --minutes 10. With --keep it writes
// the ten worst to test/data/expensive, in place of those of the last climb.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from '../lib/importTypeScript.mjs';

const KEPT = 10;
/** Steps without a gain after which the climb starts anew. */
const PATIENCE = 25;

const VIEWS = ['findings', 'hover', 'charts', 'report'];

export async function climb({ minutes, seed, keep }) {
  const { changeChoices, costOf, costOfView, isLegal, planOfChoices, randomChoices, seededRandom } =
    await importTypeScript('test/support/expensiveCost.ts');
  const random = seededRandom(seed);
  const end = Date.now() + minutes * 60_000;
  let worst = [];
  let plans = 0;
  const judge = (choices, view) => {
    const text = planOfChoices(choices);
    plans += 1;
    return isLegal(text) && { choices, text, view, milliseconds: costOfView(text, view) };
  };
  for (let climbs = 0; Date.now() < end; climbs += 1) {
    const view = VIEWS[climbs % VIEWS.length];
    let best;
    for (let left = PATIENCE; left > 0 && Date.now() < end; left -= 1) {
      const next = judge(best ? changeChoices(best.choices, random) : randomChoices(random), view);
      if (!next || next.milliseconds <= (best?.milliseconds ?? 0) * 1.05) continue;
      best = next;
      left = PATIENCE;
    }
    if (!best) continue;
    best.cost = costOf(best.text);
    worst = [...worst, best].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, KEPT);
    console.log(`${view} ${best.milliseconds.toFixed(0)} ms: ${print(best.cost)}`);
  }
  console.log(`\nseed ${seed}: ${plans} plans. The worst:`);
  for (const { view, cost, text } of worst) console.log(`\n# ${view}: ${print(cost)}\n${text}`);
  if (keep) write(worst);
}

function print(cost) {
  return VIEWS.map((view) => `${view} ${cost[view].toFixed(0)} ms`).join(', ');
}

function write(worst) {
  const folder = join(root, 'test', 'data', 'expensive');
  mkdirSync(folder, { recursive: true });
  const before = readdirSync(folder).filter((name) => /^\d\d-/.test(name));
  for (const name of before) rmSync(join(folder, name));
  worst.forEach(({ view, text }, index) => {
    const name = `${String(index + 1).padStart(2, '0')}-${view}.capacity.yaml`;
    writeFileSync(join(folder, name), text);
  });
}
