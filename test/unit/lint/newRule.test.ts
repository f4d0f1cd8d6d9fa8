/** `npm run new:rule`, in a copy of the folders that it writes to. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import type * as goldenPlan from '../../support/goldenPlan';

interface NewRule {
  readonly goldenPath: (code: string) => string;
  readonly writeRule: (root: string, code: string) => readonly string[];
}

const script = new URL('../../../scripts/lib/newRule.mjs', import.meta.url).href;
const { goldenPath, writeRule } = (await import(script)) as NewRule;

mkdirSync('out', { recursive: true });
// within the repository, where its packages are found
const root = mkdtempSync(resolve('out/new-rule-'));
for (const path of ['src', 'docs/rules.md', 'test/support/goldenPlan.ts', 'test/golden/plans']) {
  cpSync(path, join(root, path), { recursive: true });
}
afterAll(() => {
  rmSync(root, { recursive: true });
});
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('writes a rule that compiles and finds its example', async () => {
  const code = 'price.too-round-2';
  const written = writeRule(root, code);
  expect(written).toEqual([
    'src/lint/rules/priceTooRound2.ts',
    'src/messages/findings/scenario.ts',
    'test/golden/plans/price.too-round-2.capacity.yaml',
    'docs/rules.md',
    'src/lint/rules/index.ts',
  ]);
  expect(compileErrors(written.filter((path) => path.endsWith('.ts')))).toEqual([]);

  const headings = [...read('docs/rules.md').matchAll(/^##.*$/gm)].map(([heading]) => heading);
  const place = headings.indexOf(`### ${code}`);
  expect(headings.slice(place - 1, place + 2)).toEqual([
    '### price.future-date',
    `### ${code}`,
    '## The text of the plan',
  ]);

  const { withFindings } = (await import(
    join(root, 'test/support/goldenPlan.ts')
  )) as typeof goldenPlan;
  const findings = withFindings(read(goldenPath(code))).match(/\^ \w+ .*/g);
  expect(findings).toEqual([
    `^ warning ${code}: \`${code}\` is wrong: replace these words. Say how to mend it.`,
  ]);
});

test.for([
  ['price', 'no code'],
  ['Price.stale', 'no code'],
  ['price.Too_round', 'no code'],
  ['price.too-', 'no code'],
  ['../price.stale', 'no code'],
  ['weather.cold', 'no group of rules. Groups: engine, memory, observation, plan, price, scenario'],
  ['price.stale', 'already'],
  ['plan.syntax', 'already'],
] as const)('refuses %s', ([code, reason]) => {
  const before = read('docs/rules.md');
  expect(() => writeRule(root, code)).toThrow(reason);
  expect(read('docs/rules.md')).toBe(before);
});

/** Errors of the compiler in some files of the copy. */
function compileErrors(paths: readonly string[]): readonly string[] {
  const settings: { readonly config?: unknown } = ts.readConfigFile(
    'src/tsconfig.core.json',
    (path) => ts.sys.readFile(path),
  );
  const { options } = ts.parseJsonConfigFileContent(settings.config, ts.sys, resolve('src'));
  const program = ts.createProgram(
    paths.map((path) => join(root, path)),
    { ...options, noEmit: true },
  );
  return paths
    .map((path) => program.getSourceFile(join(root, path)))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
