import { describe, expect, it } from 'vitest';
import { describeStatus } from '../../../src/language/status';
import { summarize } from '../../../src/language/summary';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { EXAMPLE } from './support';

const example = analyzePlan(EXAMPLE);
const lineOf = (text: string, from: string): number =>
  from.slice(0, from.indexOf(text)).split('\n').length - 1;

describe('the summary of a plan', () => {
  it('has the status, and each scenario with its verdict and its line', () => {
    const { status, standing, scenarios } = summarize(example, example);
    expect(status).toEqual(describeStatus(example, example));
    expect(standing).toBe('misses');
    expect(scenarios.map(({ name, standing, text }) => [name, standing, text])).toEqual([
      ['A', 'likely-misses', 'likely misses strict · 500 nodes · $750/h'],
      ['B', 'misses', 'misses strict · 125 nodes · $188/h'],
      ['C', 'likely-misses', 'likely misses strict · 250 nodes · $375/h'],
      ['V', 'unverified', 'meets strict, unverified · 20 nodes · $30/h'],
    ]);
    expect(scenarios[1]).toMatchObject({
      title: 'Current config',
      line: lineOf('  B: ', EXAMPLE),
      column: 2,
    });
  });

  it('keeps the scenarios at their new lines while the text is broken, without a verdict of the plan', () => {
    const text = EXAMPLE.replace('title:', 'x: [\n\ntitle:');
    const { status, standing, scenarios } = summarize(analyzePlan(text), example);
    expect(status.text).toMatch(/^Out of date/);
    expect(standing).toBeUndefined();
    expect(scenarios.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'V']);
    expect(scenarios[1]?.line).toBe(lineOf('  B: ', text));
  });

  it('has no scenarios where nothing can be assessed', () => {
    const broken = analyzePlan('a: [');
    expect(summarize(broken, undefined)).toMatchObject({ standing: undefined, scenarios: [] });
  });
});
