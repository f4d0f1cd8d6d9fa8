import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleSettings, ruleTexts } from '../../../src/lint/ruleSettings';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly properties?: unknown }>>;
    };
  };
}

test('package.json declares a level for every rule: npm run generate writes them', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const setting = manifest.contributes.configuration.properties['capacityPlan.rules'];
  expect(setting?.properties).toEqual(ruleSettings());
});

test.for<readonly [language: string, file: string, bundle?: string]>([
  ['English', 'package.nls.json'],
  ['German', 'package.nls.de.json', 'l10n/bundle.l10n.de.json'],
])('%s has a text for every rule', ([, file, bundle]) => {
  const read = (path: string): Readonly<Record<string, string>> =>
    JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const translations = bundle === undefined ? {} : read(bundle);
  expect(read(file)).toMatchObject(ruleTexts((english) => translations[english] ?? english));
});
