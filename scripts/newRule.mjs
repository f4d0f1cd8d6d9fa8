// Begins a rule: `npm run new:rule price.too-round` writes its files, and says which.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';
import { goldenPath, writeRule } from './lib/newRule.mjs';

const [code = ''] = process.argv.slice(2);
try {
  const paths = writeRule(root, code);
  await import('./generate.mjs');
  const { GOLDEN_DAY, withFindings } = await importTypeScript('test/support/goldenPlan.ts');
  const golden = join(root, goldenPath(code));
  writeFileSync(golden, withFindings(readFileSync(golden, 'utf8'), { asOf: GOLDEN_DAY }));
  for (const path of [...paths, 'package.json']) console.log(path);
  console.log(
    'Replace what the rule looks for, its title, its words, its golden plan and its docs.',
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
