import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hover } from './support';

const PLAN = readFileSync('test/golden/reports/memory.capacity.yaml', 'utf8');

const at = (text: string): string | undefined => hover(PLAN.replace(text, `|${text}`));

test('a scenario says what it needs, and the formula of auto why it is no more', () => {
  expect(at('auto: {')).toContain(
    '4.57 GiB of weights + 16 GiB of KV cache of 21.3 GiB on a server',
  );
  expect(at('auto: {')).toContain(
    'cheapest of every `parallel` up to the 16 slots that fit into memory = 16',
  );
  expect(at('many: {')).toContain('**Does not fit**: 4.57 GiB of weights + 64 GiB of KV cache');
});

test('a target says what memory ruled out on each engine', () => {
  const card = at('patient: {');
  expect(card).toContain('`parallel` above 16 does not fit');
  expect(card).toContain('not even one slot fits into a server’s memory');
});
