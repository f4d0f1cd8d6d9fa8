import { describe, expect, it } from 'vitest';
import { describeStatus } from '../../../src/language/status';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { EXAMPLE } from './support';

const example = analyzePlan(EXAMPLE);

describe('the status of a plan', () => {
  it('is that of the scenario that does worst by its own target', () => {
    expect(describeStatus(example, example)).toEqual({
      severity: 'error',
      text: 'B misses strict · 125 nodes · $188/h',
      detail: 'The worst of 4 scenarios',
    });
  });

  it('is a warning where the miss is only likely', () => {
    const analysis = analyzePlan(EXAMPLE.replace(/^ {2}B: .*\n/m, ''));
    const status = describeStatus(analysis, analysis);
    expect(status.severity).toBe('warning');
    expect(status.text).toBe('A likely misses strict · 500 nodes · $750/h');
  });

  it('says that a target is met, and that this is unverified', () => {
    const analysis = analyzePlan(EXAMPLE.replace(/^ {2}[ABC]: .*\n/gm, ''));
    expect(describeStatus(analysis, analysis)).toEqual({
      severity: 'information',
      text: 'V meets strict, unverified · 20 nodes · $30/h',
      detail: 'The only scenario',
    });
  });

  it('says that there are no scenarios', () => {
    const analysis = analyzePlan('version: 1\nengines: {}\nscenarios: {}\n');
    expect(describeStatus(analysis, undefined).text).toBe('No scenarios');
  });

  it('keeps the last good answer, marked, while the text is broken', () => {
    const broken = analyzePlan(`${EXAMPLE}\n  x: [`);
    expect(describeStatus(broken, example).text).toMatch(/^Out of date: B misses strict/);
    expect(describeStatus(broken, undefined).text).toBe('No plan to assess');
  });
});
