import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlan, formatSelection } from '../../../../src/language/format/formatPlan';
import { applyEdits } from '../../../../src/plan/edit/editPlan';
import { leavesOf } from '../../../../src/plan/edit/leaves';
import { readPlan } from '../../../../src/plan/readPlan';
import { readAnchors, readComments, readYaml } from '../../../../src/plan/yamlReader';
import { readTokens } from '../../../../src/plan/yamlTokens';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../../support/fuzzPlan';
import { withoutExpectations } from '../../../support/goldenPlan';
import { byLength } from '../../../support/long';
import { anyPlan } from '../../plan/edit/anyPlan';

const GOLDEN = readdirSync('test/golden/plans').map((name) =>
  withoutExpectations(readFileSync(`test/golden/plans/${name}`, 'utf8')),
);
const EXAMPLES = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));
const MUTATED = byLength({ short: 300, long: 5000 });

/** What has to stay: the plan that is read, its values, comments, anchors and tokens. */
function meaningOf(text: string) {
  const { plan, problems, tree } = readPlan(text);
  return {
    plan,
    problems: problems.map(({ code }) => code),
    leaves: tree && leavesOf(tree),
    comments: readComments(text).map((comment) => comment.text.trimEnd()),
    anchors: readAnchors(text).map(({ name, isAlias }) => [name, isAlias]),
    characters: text.replace(/\s/g, ''),
  };
}

function checkFormat(text: string): void {
  const once = applyEdits(text, formatPlan(text));
  if (once !== text) expect(meaningOf(once)).toEqual(meaningOf(text));
  expect(formatPlan(once)).toEqual([]);
}

describe('formatting a plan', () => {
  it('keeps what is read, and changes nothing the second time: golden plans and examples', () => {
    for (const text of [...GOLDEN, ...EXAMPLES, ...RICH_PLANS]) checkFormat(text);
  });

  it(`keeps what is read of ${MUTATED} mutated plans`, () => {
    const random = seededRandom(20_261_201);
    const seeds = [...RICH_PLANS, ...EXAMPLES];
    for (let i = 0; i < MUTATED; i += 1) checkFormat(mutatePlan(random, seeds));
  });

  it('keeps what is read in every style of YAML, and is never refused there', () => {
    fc.assert(
      fc.property(anyPlan, (text) => {
        checkFormat(text);
        fc.pre(readYaml(text).root !== undefined && readTokens(text) !== undefined);
        const once = applyEdits(text, formatPlan(text));
        expect(once.endsWith('\n')).toBe(true);
        expect(once).not.toMatch(/\t|\n\r?\n\r?\n/);
      }),
    );
  });

  it('leaves a text with errors alone', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), (text, at) => {
        const broken = `${text.slice(0, at % text.length)}{`;
        fc.pre(readYaml(broken).root === undefined);
        expect(formatPlan(broken)).toEqual([]);
      }),
    );
  });
});

describe('formatting a selection', () => {
  it('keeps what is read, and every line outside', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), fc.nat(), (text, from, to) => {
        const start = from % (text.length + 1);
        const end = start + (to % (text.length - start + 1));
        const edits = formatSelection(text, { start, end });
        const once = applyEdits(text, edits);
        if (edits.length > 0) expect(meaningOf(once)).toEqual(meaningOf(text));
        const lineStart = text.lastIndexOf('\n', start - 1) + 1;
        expect(once.slice(0, lineStart)).toBe(text.slice(0, lineStart));
        const newline = text.indexOf('\n', Math.max(start, end - 1));
        const after = newline < 0 ? '' : text.slice(newline);
        expect(once.endsWith(after)).toBe(true);
      }),
    );
  });
});
