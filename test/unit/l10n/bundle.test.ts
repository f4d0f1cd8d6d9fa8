/** Every text has its German, and says the same. `npm run generate` joins `l10n/parts` to the bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TABLES } from './tables';

interface TextKeys {
  readonly textKeys: (name: string, text: string) => readonly string[];
  readonly placeholdersIn: (text: string) => readonly string[];
  readonly codeIn: (text: string) => readonly string[];
}
interface JoinLanguages {
  readonly joinLanguages: (root: string) => ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly textsFile: (texts: Readonly<Record<string, string>>) => string;
}

const root = join(import.meta.dirname, '..', '..', '..');
const script = <T>(name: string): Promise<T> =>
  import(pathToFileURL(join(root, 'scripts', 'lib', name)).href) as Promise<T>;
const { textKeys, placeholdersIn, codeIn } = await script<TextKeys>('textKeys.mjs');
const { joinLanguages, textsFile } = await script<JoinLanguages>('joinLanguages.mjs');

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readTexts = (path: string): Readonly<Record<string, string>> =>
  JSON.parse(read(path)) as Record<string, string>;

const german = readTexts('l10n/bundle.l10n.de.json');
const keysByFile = ['src', 'webview'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      return { file, keys: textKeys(file, read(file)) };
    }),
);
const inTables = TABLES.flatMap((texts) => texts());

describe('German', () => {
  test('is there for every text', () => {
    const keys = [...keysByFile.flatMap((each) => each.keys), ...inTables];
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !(key in german))).toEqual([]);
  });

  test('is there for no text that is gone', () => {
    const used = new Set([...keysByFile.flatMap(({ keys }) => keys), ...inTables]);
    expect(Object.keys(german).filter((key) => !used.has(key))).toEqual([]);
  });

  test('has the same placeholders', () => {
    const differ = Object.entries(german).filter(
      ([english, text]) => String(placeholdersIn(english)) !== String(placeholdersIn(text)),
    );
    expect(differ).toEqual([]);
  });

  test('has the same code', () => {
    const differ = Object.entries(german).filter(
      ([english, text]) => String(codeIn(english)) !== String(codeIn(text)),
    );
    expect(differ).toEqual([]);
  });

  test('is joined from its parts: `npm run generate`', () => {
    const languages = joinLanguages(root);
    expect([...languages.keys()]).toEqual(['de']);
    for (const [language, texts] of languages) {
      expect(read(`l10n/bundle.l10n.${language}.json`)).toBe(textsFile(texts));
    }
  });

  test('names itself', () => {
    expect(german.en).toBe('de');
  });
});

describe('the manifest in German', () => {
  const englishOfManifest = readTexts('package.nls.json');
  const germanOfManifest = readTexts('package.nls.de.json');

  test('has the same texts, in the same order', () => {
    expect(Object.keys(germanOfManifest)).toEqual(Object.keys(englishOfManifest));
  });

  test('has the same links, commands and code', () => {
    const fixed = (text: string): string[] =>
      [...codeIn(text), ...(text.match(/\]\([^)]*\)/g) ?? [])].sort();
    for (const [key, text] of Object.entries(englishOfManifest)) {
      expect(fixed(germanOfManifest[key] ?? ''), key).toEqual(fixed(text));
    }
  });

  test('is found for every text of the manifest', () => {
    const manifest = JSON.parse(read('package.json')) as { readonly contributes: unknown };
    const texts = textsOf(manifest.contributes);
    expect(texts.length).toBeGreaterThan(100);
    const bare = texts.filter((text) => !/^%[\w.-]+%$/.test(text));
    expect(bare.filter((text) => text !== NAME)).toEqual([]);
  });
});

/** Names the problem matcher and its pattern, for tasks. */
const NAME = 'capacity-plan';

/** Returns what people read of the manifest, by the names of its properties. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (!SHOWN.test(key)) return textsOf(each);
    if (typeof each === 'string') return [each];
    return Array.isArray(each) && each.every((one) => typeof one === 'string')
      ? each
      : textsOf(each);
  });
}

const SHOWN =
  /^(?:title|shortTitle|category|name|label|contextualTitle|contents|altText|\w*[dD]escriptions?|deprecationMessage)$/;
