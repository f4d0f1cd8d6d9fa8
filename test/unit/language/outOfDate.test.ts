import { describe, expect, it } from 'vitest';
import { outOfDateHover } from '../../../src/language/outOfDate';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { EXAMPLE } from './support';

const lastGood = analyzePlan(EXAMPLE);
const noLink = () => undefined;

describe('hover while the text is broken', () => {
  const broken = EXAMPLE.replace('<1s }', '<1s ');

  it('shows the last good figures, marked, where they stand now', () => {
    const offset = broken.indexOf('B: {');
    const hover = outOfDateHover(lastGood, broken, offset, noLink);
    expect(hover?.markdown).toMatch(/^⚠ \*\*Showing the last valid version/);
    expect(hover?.markdown).toContain('**125 nodes**');
    expect(hover?.range).toEqual({ start: offset, end: offset + 1 });
  });

  it('works before the change as well as after it', () => {
    const hover = outOfDateHover(lastGood, broken, broken.indexOf('users'), noLink);
    expect(hover?.markdown).toContain('**`users`**');
  });

  it('links to where the lines are now', () => {
    const offset = broken.indexOf('B: {');
    const hover = outOfDateHover(lastGood, broken, offset, ({ start, end }) =>
      encodeURIComponent(broken.slice(start, end)),
    );
    expect(hover?.markdown).toContain('[8 slots](8)');
  });

  it('is silent inside of what was changed', () => {
    const typed = EXAMPLE.replace('users: 1000', 'users: [][][');
    expect(outOfDateHover(lastGood, typed, typed.indexOf('[][][') + 2, noLink)).toBeUndefined();
  });
});
