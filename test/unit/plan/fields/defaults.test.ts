/** A default is said once, in the field table: what it says there is what counts where a plan is silent. */
import { describe, expect, it } from 'vitest';
import { horizonOf } from '../../../../src/engine/explore/fleetBreak';
import { defaultOf } from '../../../../src/plan/fields/defaults';
import { horizon } from '../../../../src/plan/fields/horizonScalar';
import { isIssue } from '../../../../src/plan/quantities/outcome';
import { readPlan } from '../../../../src/plan/readPlan';
import { WORKLOAD } from '../../../../src/plan/fields/tables';
import { everyScalar } from '../../../support/everyScalar';

/** Defaults that are no value of the field, but say what happens without one. */
const IN_WORDS = ['unlimited', 'all of the node’s, shared evenly', 'the first of the file'];

const withDefault = [...everyScalar()].filter(([, , field]) => field.default !== undefined);
const values = withDefault.filter(([, , { default: text = '' }]) => !IN_WORDS.includes(text));

describe('defaults of the field table', () => {
  it.each(values)('%s: can be written as it stands there', (_, shape, field) => {
    expect(isIssue(shape.parse(field.default ?? '', 'key'))).toBe(false);
  });

  it.each(values.filter(([path]) => !/^.scenarios.a.(workload|policy)/.test(path)))(
    '%s: written or not makes no difference',
    (path, _, { default: text = '' }) => {
      const silent = planWith(path, undefined);
      const written = planWith(path, text);
      expect(readPlan(written).problems).toEqual([]);
      expect(withoutPaths(readPlan(written).plan)).toEqual(withoutPaths(readPlan(silent).plan));
    },
  );

  it('that the engine knows are the same', () => {
    const { plan } = readPlan(planWith('/workload/horizon', undefined));
    const months = horizon().parse(WORKLOAD.horizon.default, 'horizon');
    expect(isIssue(months) || months.value.value).toBe(
      plan.workload && horizonOf(plan.workload).value,
    );
    // Without a word an engine is taken not to speculate: `undefined` counts as false there.
    expect(values.map(([path, , field]) => [path, field.default])).toContainEqual([
      '/engines/a/speculative',
      'false',
    ]);
  });

  it('are read once', () => {
    expect(defaultOf(WORKLOAD.serviceCv)).toBe(defaultOf(WORKLOAD.serviceCv));
  });
});

/** A plan in which the field may stand. */
function planWith(path: string, text: string | undefined): string {
  const at = (map: string): string => {
    const key = path.slice(path.lastIndexOf('/') + 1);
    return text !== undefined && path === `${map}/${key}` ? `, ${key}: ${text}` : '';
  };
  const isOpen = path === '/workload/peakFactor';
  return `version: 1
x-a: 1${text !== undefined && path === '/currency' ? `\ncurrency: ${text}` : ''}
workload: { ${isOpen ? 'rate: 5/s' : 'users: 5'}${at('/workload')} }
policy: { x-a: 1${at('/policy')} }
nodes: { a: { price: 2/h${at('/nodes/a')} } }
engines:
  a:
    node: a
    <<: { x-a: 1${at('/engines/a')} }
    observations: [{ source: guess, users: 8, latency: 1s, parallel: 8${at('/engines/a/observations/0')} }]
scenarios: { a: { engine: a, parallel: 8${at('/scenarios/a')} } }
`;
}

/** Values as the engine gets them, but for where they stand. */
function withoutPaths(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (isPlace(key) ? undefined : inner)),
  );
}

const OPTIONAL = ['horizonMonths', 'speculative', 'production'];

function isPlace(key: string): boolean {
  return key === 'path' || key.endsWith('Path') || OPTIONAL.includes(key);
}

it('a default that its own field cannot read is a mistake of the table', () => {
  const field = { shape: horizon(), meaning: 'How far.', default: 'soon' };
  expect(() => defaultOf(field)).toThrow('cannot be read: soon');
});
