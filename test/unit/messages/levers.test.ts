import { expect, test } from 'vitest';
import { OBJECTIVE_KINDS } from '../../../src/engine/plan/plan';
import { describeLevers } from '../../../src/messages/levers';

test('a budget is met by cheaper nodes, all else by speed', () => {
  expect(describeLevers('budget')).toContain('a cheaper node');
  for (const kind of OBJECTIVE_KINDS.filter((each) => each !== 'budget')) {
    expect(describeLevers(kind), kind).toContain('a faster GPU');
  }
});
