/** What `npm run generate` and the tests of translations read: the parts of a language, and the texts in code. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

type Texts = Readonly<Record<string, string>>;

const script = <T>(name: string): Promise<T> =>
  import(
    pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'scripts', 'lib', name)).href
  ) as Promise<T>;
const { joinLanguages } = await script<{
  readonly joinLanguages: (root: string) => ReadonlyMap<string, Texts>;
}>('joinLanguages.mjs');
const { textKeys, placeholdersIn, codeIn } = await script<{
  readonly textKeys: (name: string, text: string) => readonly string[];
  readonly placeholdersIn: (text: string) => readonly string[];
  readonly codeIn: (text: string) => readonly string[];
}>('textKeys.mjs');

describe('the parts of a language', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'languages-'));
    mkdirSync(join(root, 'l10n', 'parts'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const put = (name: string, texts: Texts): void =>
    writeFileSync(join(root, 'l10n', 'parts', name), JSON.stringify(texts));

  test('are joined in the order of the English', () => {
    put('charts.de.json', { b: 'B', a: 'A' });
    put('report.de.json', { c: 'C', a: 'A' });
    put('report.fr.json', { c: 'Ç' });
    const joined = joinLanguages(root);
    expect([...joined.keys()]).toEqual(['de', 'fr']);
    expect(Object.entries(joined.get('de') ?? {}).join(' ')).toBe('a,A b,B c,C');
    expect(joined.get('fr')).toEqual({ c: 'Ç' });
  });

  test('translate each text alike', () => {
    put('charts.de.json', { node: 'Knoten' });
    put('report.de.json', { node: 'Maschine' });
    expect(() => joinLanguages(root)).toThrow(
      '“node” is “Knoten” in charts.de.json, and “Maschine” in report.de.json: make it one',
    );
  });

  test('are named by their language', () => {
    put('charts.json', {});
    expect(() => joinLanguages(root)).toThrow('charts.json is no part');
  });
});

describe('the texts in code', () => {
  const IMPORT = "import { t } from '@vscode/l10n';\n";
  test.for([
    ['t`No plan`', ['No plan']],
    ['t`${name} misses ${limit(1)}`', ['{0} misses {1}']],
    ['t`\\`${code}\\` is off`', ['`{0}` is off']],
    ['t`a ${t`b`}`', ['a {0}', 'b']],
    ["t('x’s', 1)", ['x’s']],
    ["t(isOne ? 'a node' : (isNone ? 'none' : 'nodes'))", ['a node', 'none', 'nodes']],
    ['t(title)', []],
    ['other`No plan`', []],
  ] as const)('of %s', ([code, keys]) => {
    expect(textKeys('a.ts', IMPORT + code)).toEqual(keys);
    expect(textKeys('a.ts', code)).toEqual([]);
  });

  test('have placeholders and code, each once and in any order', () => {
    expect(placeholdersIn('{1} of {0}, {1}')).toEqual(['{0}', '{1}']);
    expect(codeIn('`b` or `a`, `b`')).toEqual(['`a`', '`b`']);
  });
});
