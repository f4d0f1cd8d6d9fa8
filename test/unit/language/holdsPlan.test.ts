import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { holdsPlan } from '../../../src/language/holdsPlan';
import { STARTER, templateText } from '../../../src/language/templates';

describe('a plan is known by its keys', () => {
  test.each(readdirSync('examples').filter((name) => /\.ya?ml$/.test(name)))('%s', (name) => {
    expect(holdsPlan(readFileSync(join('examples', name), 'utf8'))).toBe(true);
  });

  it.each([
    ['the starter plan', templateText(STARTER, 'x')],
    ['line ends of Windows', templateText(STARTER, 'x').replaceAll('\n', '\r\n')],
    ['braces', 'version: 1\nworkload: { users: 1 }\nscenarios: { A: {} }\n'],
    ['a quoted version', 'version: "1" # of the format\nengines: {}\nnodes: {}\n'],
  ])('%s', (_, text) => {
    expect(holdsPlan(text)).toBe(true);
  });
});

describe('other YAML is left alone', () => {
  it.each([
    ['Compose', 'version: "3.8"\nservices:\n  web: { image: nginx }\n'],
    ['Kubernetes', 'apiVersion: v1\nkind: Node\nspec:\n  nodes: 1\n'],
    ['a workflow', 'name: ci\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n'],
    ['a load test', 'config:\n  target: https://x.test\nscenarios:\n  - flow: []\n'],
    ['a version and one key of ours', 'version: 1\nscenarios: []\n'],
    ['a version and sections without engines', 'version: 1\nnodes: []\ntargets: []\n'],
    ['keys that are not at the top', 'x:\n  version: 1\n  engines: {}\n  scenarios: {}\n'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(holdsPlan(text)).toBe(false);
  });
});
