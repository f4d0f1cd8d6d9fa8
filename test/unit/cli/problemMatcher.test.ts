/** What VS Code's problem matcher reads from the output of `check` is what `check` found. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BROKEN, MISSING, planFolder, type PlanFolder } from './plans';
import { runInProcess as run } from './runInProcess';

interface Manifest {
  readonly contributes: {
    readonly problemMatchers: readonly { readonly name: string; readonly pattern: string }[];
    readonly problemPatterns: readonly { readonly name: string; readonly regexp: string }[];
  };
}

interface CheckJson {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly {
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly span: { readonly line: number; readonly column: number };
    }[];
  }[];
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

let folder: PlanFolder;
beforeAll(() => {
  folder = planFolder({
    'example.capacity.yaml': readFileSync('examples/ollama-1000-users.capacity.yaml'),
    'deep/missing.capacity.yaml': MISSING,
    'a b [1]/broken.capacity.yml': BROKEN,
    // looks like a finding where the output shows the line
    'fake.capacity.yaml': 'version: 1\nx:1:2 error no finding plan.syntax: 2\n',
  });
});
afterAll(() => folder.remove());

test('the pattern matches each finding, and no other line', async () => {
  const files = ['example.capacity.yaml', 'deep/*.yaml', 'a b [[]1]/*.yml', 'fake.capacity.yaml'];
  const cwd = folder.path;
  const { out } = await run(['check', '--fail-on', 'never', ...files], { cwd });
  const json = await run(['check', '--format', 'json', '--fail-on', 'never', ...files], { cwd });
  const found = (JSON.parse(json.out) as CheckJson).files.flatMap(({ file, findings }) =>
    findings.map(({ span: { line, column }, severity, message, code }) => {
      return [file, line, column, severity, message, code];
    }),
  );
  expect(new Set(found.map(([file]) => file)).size).toBe(4);
  expect(matchesIn(out)).toEqual(found);
});

function matchesIn(text: string): unknown[] {
  const pattern = new RegExp(patternOf('capacity-plan'));
  return text.split('\n').flatMap((line) => {
    const match = pattern.exec(line);
    if (!match) return [];
    const [, file, at, column, severity, message, code] = match;
    return [[file, Number(at), Number(column), severity, message, code]];
  });
}

function patternOf(name: string): string {
  const matcher = contributes.problemMatchers.find((each) => each.name === name);
  const pattern = contributes.problemPatterns.find((each) => matcher?.pattern === `$${each.name}`);
  return pattern?.regexp ?? '^no pattern$';
}
