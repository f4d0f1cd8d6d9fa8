/** Blocks between any two lines of a plan: what is offered there can be taken. */
import { expect, test } from 'vitest';
import { completionsAt } from '../../../../src/language/completion';
import { readPlan } from '../../../../src/plan/readPlan';
import { RICH_PLANS } from '../../../support/fuzzPlan';

const BREAKING = new Set(['plan.syntax', 'plan.wrong-type', 'plan.duplicate-key']);
const INDENTS = [0, 2, 4, 6, 8];

const faults = (text: string): readonly string[] =>
  readPlan(text)
    .problems.map(({ code }) => code)
    .filter((code) => BREAKING.has(code));

test.for(RICH_PLANS.map((plan, index) => [index, plan] as const))(
  'a block that is offered in plan %i breaks nothing, whatever the indentation',
  ([, plan]) => {
    const lines = plan.split('\n');
    const known = readPlan(plan);
    let taken = 0;
    for (let line = 0; line <= lines.length; line++) {
      for (const start of INDENTS.flatMap((indent) => [indent, -indent - 1])) {
        // below 0: with the dash of an item
        const indent = ' '.repeat(start < 0 ? -start - 1 : start);
        const above = lines.slice(0, line).map((each) => `${each}\n`);
        const before = above.join('') + indent + (start < 0 ? '- ' : '');
        const after = `\n${lines.slice(line).join('\n')}`;
        const found = completionsAt(before + after, before.length, known);
        for (const item of found?.items.filter(({ kind }) => kind === 'block') ?? []) {
          const from = item.start ?? before.length;
          const inserted = item.insert.replaceAll('\n', `\n${indent}`);
          const text = before.slice(0, from) + inserted + after;
          expect(faults(text), `${item.label}\n${text}`).toEqual(faults(plan));
          taken += 1;
        }
      }
    }
    expect(taken).toBeGreaterThan(0);
  },
);
