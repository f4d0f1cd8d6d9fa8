import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { SEVERITIES } from '../../../src/lint/severity';
import { describeFinding } from '../../../src/messages/findings';
import { drawFindings } from '../../../src/panel/drawFindings';

test('the panel lists the worst finding first, in the words of the editor', () => {
  const text = readFileSync('examples/vllm-chat-tails.capacity.yaml', 'utf8');
  const analysis = analyzePlan(
    text.replace('price: { amount: 1.90 USD/h, ', 'price: { amount: 90 USD/h, '),
  );
  const shown = drawFindings(analysis);
  const ranks = shown.map(({ severity }) => SEVERITIES.indexOf(severity));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBeGreaterThan(1);
  expect(shown.map(({ message }) => message)).toEqual(analysis.findings.map(describeFinding));
});
