import { expect, test } from 'vitest';
import { OBJECTIVE_KINDS } from '../../../src/engine/plan/plan';
import { describeLevers } from '../../../src/messages/levers';

test('a budget is met by cheaper nodes, and by no other GPU', () => {
  expect(describeLevers('budget')).toContain('a cheaper node');
});

test('a first token comes sooner with less to read, and not with less to write', () => {
  for (const kind of ['ttft', 'ttft.p95'] as const) {
    expect(describeLevers(kind)).toContain('shorter prompts, a prefix cache');
    expect(describeLevers(kind)).not.toContain('output tokens');
  }
});

test('further tokens come sooner with faster memory, fewer bits, or less company', () => {
  for (const kind of ['tpot', 'tpot.p99'] as const) {
    expect(describeLevers(kind)).toMatch(/faster memory.*quantized.*`parallel`/);
  }
});

test('a whole answer takes less with fewer tokens', () => {
  for (const kind of ['latency', 'p95'] as const) {
    expect(describeLevers(kind)).toContain('fewer output tokens');
  }
});

test('nothing is said to be faster with more nodes: they share no request', () => {
  for (const kind of OBJECTIVE_KINDS) expect(describeLevers(kind)).not.toContain('more nodes');
});
