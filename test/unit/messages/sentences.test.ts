/** Words that every text is made of. */
import { expect, test } from 'vitest';
import { capitalise } from '../../../src/messages/sentences';

test.for([
  ['mean latency 2 s', 'Mean latency 2 s'],
  ['ttft p95 300 ms', 'TTFT p95 300 ms'],
  ['tpot 27 ms', 'TPOT 27 ms'],
  ['tpotential', 'Tpotential'],
  ['', ''],
])('%s begins a sentence as %s', ([text, expected]) => {
  expect(capitalise(text ?? '')).toBe(expected);
});
