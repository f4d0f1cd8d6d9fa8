import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleSettings } from '../../../src/lint/ruleSettings';

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
