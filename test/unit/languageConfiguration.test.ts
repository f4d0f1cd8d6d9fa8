import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const file = join(import.meta.dirname, '..', '..', 'language', 'language-configuration.json');
const { onEnterRules } = JSON.parse(readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as {
  onEnterRules: readonly { beforeText: string; action: { indent: string } }[];
};

/** Tells if Enter at the end of a line begins a deeper one. */
function indents(line: string): boolean {
  return onEnterRules.some(({ beforeText }) => new RegExp(beforeText).test(line));
}

test.each([
  'workload:',
  '  my-engine:',
  '    observations: ',
  'workload: # what is asked',
  '  base: &base',
  '  "a: b":',
  '    -',
  '    - ',
  '    - source: measured',
  '      - name: 50-user # nightly',
])('Enter indents after %j', (line) => {
  expect(indents(line)).toBe(true);
});

test.each([
  '',
  '  ',
  'version: 1',
  'workload: { users: 1 }',
  '  price: 1.00 USD/h',
  '  url: https://example.com',
  '# A comment:',
  '  # workload:',
  '      - { source: guess, latency: 1s }',
  '      - [1, 2]',
  '    - word',
  'source: measured',
])('Enter keeps the column after %j', (line) => {
  expect(indents(line)).toBe(false);
});
