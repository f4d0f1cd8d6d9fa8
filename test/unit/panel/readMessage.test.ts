import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFromPanel, readPanelState } from '../../../src/panel/readMessage';
import type { FromPanel } from '../../../src/protocol';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';

const MESSAGES: readonly FromPanel[] = [
  { type: 'ready' },
  { type: 'painted', version: 3 },
  { type: 'select', scenario: 'B' },
  { type: 'reveal', range: { start: 3, end: 9 } },
  { type: 'explain', request: 1, scenario: 'B', column: 'nodes' },
  { type: 'tryChanges', request: 2, changes: [{ path: '/workload/users', value: 2000 }] },
  { type: 'applyChanges', request: 3, changes: [] },
  { type: 'savePng', chart: 'trade-off', data: PNG },
  {
    type: 'saveSvg',
    chart: 'latency',
    scales: { x: 'log', y: 'linear' },
    changes: [{ path: '/workload/users', value: 2000 }],
  },
  { type: 'copyTable', table: 'scenarios', format: 'csv' },
  { type: 'saveTable', table: 'day-cost', format: 'markdown' },
  { type: 'generateReport' },
  { type: 'saveHtml' },
  { type: 'addScenario', target: 'strict' },
];

test.for(MESSAGES.map((message) => [message.type, message] as const))(
  '%s is read as it was sent',
  ([, message]) => expect(readFromPanel(message)).toEqual(message),
);

test('what a message has beside its own fields is left out', () => {
  const message = { type: 'select', scenario: 'B', uri: 'file:///etc/passwd' };
  expect(readFromPanel(message)).toEqual({ type: 'select', scenario: 'B' });
});

const tooMany = Array.from({ length: 1001 }, () => ({ path: '/a', value: 1 }));

test.for<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'ready'],
  ['no type', {}],
  ['an unknown type', { type: 'run' }],
  ['a type that every object has', { type: 'constructor' }],
  ['a picture without a version', { type: 'painted' }],
  ['a scenario that is no text', { type: 'select', scenario: 1 }],
  ['a name of a megabyte', { type: 'select', scenario: 'x'.repeat(1e6) }],
  ['a range that ends before it begins', { type: 'reveal', range: { start: 9, end: 3 } }],
  ['a range of halves', { type: 'reveal', range: { start: 0.5, end: 3 } }],
  ['a range beyond every plan', { type: 'reveal', range: { start: 0, end: 1e12 } }],
  ['a column without formula', { type: 'explain', request: 1, scenario: 'B', column: 'title' }],
  ['changes without request', { type: 'tryChanges', changes: [] }],
  [
    'a change to no number',
    { type: 'tryChanges', request: 1, changes: [{ path: '/a', value: NaN }] },
  ],
  [
    'one bad change among good ones',
    { type: 'applyChanges', request: 1, changes: [{ path: '/a', value: 1 }, null] },
  ],
  ['too many changes', { type: 'tryChanges', request: 1, changes: tooMany }],
  [
    'a chart that is none',
    { type: 'saveSvg', chart: '../../x', scales: { x: 'log', y: 'log' }, changes: [] },
  ],
  [
    'a scale that is none',
    { type: 'saveSvg', chart: 'latency', scales: { x: 'log', y: 'steep' }, changes: [] },
  ],
  [
    'a chart of changes that are none',
    { type: 'saveSvg', chart: 'latency', scales: { x: 'log', y: 'log' }, changes: [{}] },
  ],
  ['a picture that is no PNG', { type: 'savePng', chart: 'latency', data: 'PHN2Zz48' }],
  ['a PNG that is no base64', { type: 'savePng', chart: 'latency', data: 'iVBORw0KGgo-' }],
  ['an unknown table', { type: 'copyTable', table: 'users', format: 'csv' }],
  ['an answer of no target', { type: 'addScenario', target: '' }],
  ['an unknown format', { type: 'copyTable', table: 'scenarios', format: 'html' }],
])('%s is no message', ([, message]) => expect(readFromPanel(message)).toBeUndefined());

test('whatever comes, nothing is thrown, and what is read is a message that reads the same', () => {
  const type = fc.constantFrom(...MESSAGES.map((message) => message.type));
  const field = fc.oneof(
    fc.anything(),
    fc.integer(),
    fc.constantFrom('B', 'latency', 'csv', 'nodes'),
  );
  const changes = fc.array(fc.record({ path: field, value: field }, { requiredKeys: [] }));
  const names = ['request', 'scenario', 'column', 'chart', 'data', 'table', 'format', 'range'];
  const fields = Object.fromEntries(names.map((name) => [name, field]));
  const almost = fc.record({ type, ...fields, changes }, { requiredKeys: ['type'] });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), almost), (message) => {
      const read = readFromPanel(message);
      expect(readFromPanel(read)).toEqual(read);
      readPanelState(message);
    }),
    { numRuns: 5_000 },
  );
});

test('what is left of a panel needs the plan’s address', () => {
  expect(readPanelState({ uri: 'file:///a.capacity.yaml', scenario: 'B', more: 1 })).toEqual({
    uri: 'file:///a.capacity.yaml',
    scenario: 'B',
  });
  expect(readPanelState({ uri: 'file:///a.capacity.yaml', scenario: 7 })).toEqual({
    uri: 'file:///a.capacity.yaml',
  });
  expect(readPanelState({ scenario: 'B' })).toBeUndefined();
  expect(readPanelState(null)).toBeUndefined();
});
