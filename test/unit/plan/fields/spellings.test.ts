import { describe, expect, it } from 'vitest';
import { fieldAt, mapAt } from '../../../../src/plan/fields/fieldAt';
import type { Fields, Shape } from '../../../../src/plan/fields/shape';
import { SPELLINGS } from '../../../../src/plan/fields/spellings';
import { PLAN_SHAPE } from '../../../../src/plan/fields/tables';
import { planJsonSchema } from '../../../../src/plan/fields/jsonSchema';
import Ajv from 'ajv';

const FIELD_OF: Readonly<Record<string, string>> = {
  duration: '/workload/thinkTime',
  rate: '/workload/rate',
  price: '/nodes/n/price/amount',
  share: '/policy/headroom',
  size: '/nodes/n/memory',
  bandwidth: '/nodes/n/bandwidth',
  count: '/workload/users',
  growth: '/workload/growth',
  horizon: '/workload/horizon',
};

describe('spellings', () => {
  it.each(SPELLINGS.flatMap(({ kind, written }) => written.map((text) => [kind, text] as const)))(
    '%s %s is read, and the JSON Schema agrees',
    (kind, text) => {
      const shape = fieldAt(FIELD_OF[kind] ?? '')?.shape;
      expect(shape?.kind === 'scalar' && shape.parse(text, 'key')).toHaveProperty('value');
      const schema = shape?.kind === 'scalar' ? shape.schema : {};
      const asYaml = /^[\d.]+$/.test(text) ? Number(text) : text;
      expect(new Ajv({ strict: false }).validate(schema, asYaml)).toBe(true);
    },
  );

  it('of every field that its table shows are read', () => {
    visit(PLAN_SHAPE, (key, shape) => {
      for (const text of shape.kind === 'scalar' ? shape.accepted : []) {
        expect(shape.kind === 'scalar' && shape.parse(text, key), `${key}: ${text}`).toHaveProperty(
          'value',
        );
      }
    });
  });
});

describe('fields', () => {
  it('are found by path', () => {
    expect(fieldAt('/workload/users')?.meaning).toContain('People');
    expect(fieldAt('/scenarios/A/workload/users')).toBe(fieldAt('/workload/users'));
    expect(fieldAt('/engines/a~1b/observations/3/latency')?.shape).toMatchObject({
      kind: 'scalar',
    });
    expect(fieldAt('/nodes/l4/price')?.shape.kind).toBe('either');
    expect(fieldAt('/nodes/l4/price/date')?.meaning).toContain('day');
    for (const path of [
      '',
      '/x-a',
      '/scenarios/A',
      '/engines/e/observations/0',
      '/version/a',
      '/toString',
      '/a/b/c',
    ]) {
      expect(fieldAt(path)).toBeUndefined();
    }
  });

  it('are those of a map', () => {
    expect(Object.keys(mapAt('/scenarios/A')?.fields ?? {})).toContain('parallel');
    expect(mapAt('/engines/e/observations/0')?.noun).toBe('an observation');
    expect(mapAt('')?.fields).toHaveProperty('version');
    expect(mapAt('/scenarios')).toBeUndefined();
    expect(mapAt('/x-a/b')).toBeUndefined();
  });

  it('say what they mean', () => {
    visit(PLAN_SHAPE, (key, _, meaning) =>
      expect(meaning, key).toMatch(/^[A-Z`].{10,}[.:]? ?.*\.$/s),
    );
    expect(planJsonSchema()).toHaveProperty('properties.workload.properties.users.description');
  });
});

function visit(shape: Shape, see: (key: string, shape: Shape, meaning: string) => void): void {
  for (const [key, field] of Object.entries(fieldsOf(shape))) {
    see(key, field.shape, field.meaning);
    visit(field.shape, see);
  }
}

function fieldsOf(shape: Shape): Fields {
  switch (shape.kind) {
    case 'scalar':
    case 'series':
    case 'several':
      return {};
    case 'either':
      return shape.map.fields;
    case 'map':
      return shape.fields;
    default:
      return shape.of.fields;
  }
}
