/** The bundles leave out parts of the YAML library. What is left reads every text as the whole library does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as whole from '../../../src/plan/yamlReader';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../support/mutatePlan';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const { yamlReaderOnly } = (await import(
  pathToFileURL(join(ROOT, 'scripts', 'lib', 'yamlReaderOnly.mjs')).href
)) as { readonly yamlReaderOnly: () => Plugin };

let folder: string;
let bundled: typeof whole;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yaml-reader-'));
  const outfile = join(folder, 'reader.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/plan/yamlReader.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    plugins: [yamlReaderOnly()],
  });
  bundled = (await import(pathToFileURL(outfile).href)) as typeof whole;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One text for each part of YAML that plans hardly use. */
const RARE = [
  '%YAML 1.1\n---\na: yes\n',
  '%YAML 1.2\n%TAG !e! tag:example.com,2000:\n---\na: !e!b c\nd: !!str 1\n',
  '%YAML 1.3\n---\na: 1\n',
  '%NOPE\n---\na: 1\n',
  '%TAG !e!\n---\na: 1\n',
  'a: !local 1\nb: !<tag:x> [1]\nc: !!set { x }\nd: !!omap [x: 1]\ne: !!binary aGk=\nf: ! x\n',
  'a: !!timestamp 2001-01-01\nb: !!merge <<\nc: !!pairs [x: 1]\nd: !nope!x 1\n',
  'a: &x { b: 1 }\nc: *x\nd: { <<: *x, e: 2 }\nf: [*x, *y]\n&k key: 1\n*k : 2\n',
  '? [a, b]\n: 1\n? - c\n: - d\n? e\n',
  'a: |+\n  one\n  two\n\nb: >-2\n    three\n   four\nc: |x\n',
  "\"a\\u0041\\q\": 'it''s'\nb: \"open\n",
  '{ a: 1, b, c: , "d":2 }\n',
  '[a: 1, ? b : c, d\n',
  '# before\na: 1 # beside\n\n# behind\n...\n# after\n---\nb: 2\n',
  '\ufeffa: 1\r\nb:\r\n  - 2\r\n -3\r\n',
  'a:\n\tb: 1\n',
  '- - 1\n  - 2\n-\n- {}\n- []\n- ~\n',
  'a: 1\na: 2\n<<: { a: 3 }\n<<: [1]\n',
];

const random = seededRandom(7);
const MUTATED = Array.from({ length: 300 }, () => mutatePlan(random, [...RICH_PLANS, ...RARE]));

test('reads every part of YAML, right or wrong, as the whole library does', () => {
  for (const text of [...RICH_PLANS, ...RARE, ...MUTATED]) {
    expect(bundled.readYaml(text), text).toEqual(whole.readYaml(text));
    expect(bundled.readComments(text), text).toEqual(whole.readComments(text));
  }
});
