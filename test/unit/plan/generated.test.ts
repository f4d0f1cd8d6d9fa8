import Ajv from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planJsonSchema } from '../../../src/plan/fields/jsonSchema';
import { generateFormatPage, generateSchema } from '../../../src/plan/generated';
import { readPlan } from '../../../src/plan/readPlan';
import { around } from '../../support/markedPlan';
import { RICH_PLANS } from '../../support/mutatePlan';

const validate = new Ajv({ strict: false }).compile(planJsonSchema());
const schemaAccepts = (text: string) => validate(parse(text, { merge: true }));

describe('generated files', () => {
  it('are those that are checked in (npm run generate)', () => {
    expect(readFileSync('schemas/capacity-plan.schema.json', 'utf8')).toBe(generateSchema());
    const page = readFileSync('docs/format.md', 'utf8');
    expect(page).toBe(generateFormatPage(page));
  });
});

describe('the JSON Schema', () => {
  it('accepts every example', () => {
    const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'));
    for (const text of [
      ...examples.map((name) => readFileSync(`examples/${name}`, 'utf8')),
      ...RICH_PLANS,
    ]) {
      expect(schemaAccepts(text), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it.each([
    { workload: '{ user: 1 }' },
    { workload: '{ users: -1 }' },
    { targets: '{ latency: 1 }' },
    { targets: '{ latency: 3 GB/s }' },
    { scenario: '{ engine: e }' },
    { observation: '{ source: measure, latency: 1s }' },
    { node: '{ price: 5 }' },
  ])('refuses %o, as the extension does', (part) => {
    expect(schemaAccepts(around(part))).toBe(false);
    expect(readPlan(around(part)).problems).not.toEqual([]);
  });
});
