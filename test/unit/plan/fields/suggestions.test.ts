/** What findings suggest is read without a problem, and means what was written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldAt } from '../../../../src/plan/fields/fieldAt';
import type { ScalarShape } from '../../../../src/plan/fields/shape';
import { isIssue, type Issue } from '../../../../src/plan/quantities/outcome';
import { everyScalar } from '../../../support/everyScalar';

function issueOf(shape: ScalarShape<unknown>, text: string): Issue | undefined {
  const outcome = shape.parse(text, 'key');
  return isIssue(outcome) ? outcome.issue : undefined;
}

/** Everything between "write" and "for example". */
function suggestionsOf(issue: Issue): readonly string[] {
  switch (issue.code) {
    case 'plan.unit':
      return [...issue.args.suggestions, issue.args.example];
    case 'plan.value': {
      const { suggestion, example, choices } = issue.args;
      return [suggestion, example, ...choices].filter((text) => text !== undefined);
    }
    case 'plan.ambiguous':
      return issue.args.suggestions;
    case 'plan.out-of-range':
      return [];
  }
}

/** What people write, and what they slip into. */
const pieces = fc.constantFrom(
  ...['<', '<=', '>', '~', '-', '+', '$', '€', 'A$', ' ', '.', ',', '’', '#', '/', '%'],
  ...['0', '1', '8', '150', '1.000', '0.08', '1,5', '1,200', '1e3', 'k', 'M', 'm', 'thousand'],
  ...['ms', 's', 'S', 'min', 'h', 'day', 'days', 'week', 'month', 'quarter', 'year', ' per ', '-2'],
  ...['GB', 'Gb', 'GiB', 'Gbps', 'rps', 'USD', 'EUR', 'ct', 'users', 'tokens', 'auto', 'Auto'],
  ...['measured', 'mesured', 'true', 'yes', '2026-01-31', 'example.com', 'l4'],
);

describe('what findings suggest', () => {
  it('is read without a problem, in every field', () => {
    const scalars = [...everyScalar()];
    expect(scalars.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        for (const [path, shape] of scalars) {
          const issue = issueOf(shape, text);
          for (const suggestion of issue === undefined ? [] : suggestionsOf(issue)) {
            if (issueOf(shape, suggestion)) throw new Error(`${path}: ${text}, ${suggestion}`);
          }
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it.each([
    ['/nodes/n/price', '150 ct/h', []],
    ['/workload/growth', '0.08/month', ['8%/month']],
    ['/workload/growth', '0.07 per year', ['7% per year']],
    ['/workload/growth', '8/month', []],
    ['/workload/users', '1m', []],
    ['/workload/users', '1 thousand', ['1k']],
    ['/nodes/n/price', '1’200 USD/month', ['1200 USD/month']],
    ['/nodes/n/price', 'A$2/h', ['2 AUD/h']],
    ['/nodes/n/bandwidth', '300 Gbps', []],
    ['/nodes/n/memory', '-1', []],
    ['/workload/horizon', '1 quarter', ['3 months']],
    ['/workload/horizon', '12m', []],
    ['/workload/horizon', '12', ['12 months']],
    ['/workload/growth', '8%', ['8%/week', '8%/month', '8%/year']],
  ])('%s: of %s is %j', (path, text, suggestions) => {
    const shape = fieldAt(path)?.shape;
    const scalar = shape?.kind === 'either' ? shape.scalar : shape;
    expect(scalar?.kind === 'scalar' && issueOf(scalar, text)).toMatchObject({
      code: 'plan.unit',
      args: { suggestions },
    });
  });
});
