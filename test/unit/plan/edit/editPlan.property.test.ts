import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editPlan } from '../../../../src/plan/edit/editPlan';
import { leavesOf } from '../../../../src/plan/edit/leaves';
import { readPlan } from '../../../../src/plan/readPlan';
import { readComments, readYaml } from '../../../../src/plan/yamlReader';
import type { YamlNode } from '../../../../src/plan/yamlTree';
import { anyPlan } from './anyPlan';

const NEW_TEXTS = ['2000', '<1.5s', '1,000', 'a: b', "it's #1", '', '~', '- x', '>=3', 'ü "q"'];

/** A map's paths, itself included: where keys can be missing. */
function mapPaths(node: YamlNode, path = ''): readonly string[] {
  if (node.kind !== 'map') return [];
  return [path, ...node.entries.flatMap(({ key, value }) => mapPaths(value, `${path}/${key}`))];
}

function lineEnds(text: string): ReadonlySet<string> {
  return new Set(text.match(/\r?\n/g));
}

const change = fc.record({
  isNew: fc.boolean(),
  at: fc.nat(1000),
  text: fc.constantFrom(...NEW_TEXTS),
});

describe('an edit', () => {
  it('writes exactly the changed values; every other value, comment and line stays', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(change, { minLength: 1, maxLength: 3 }), (text, wanted) => {
        const tree = readYaml(text).root;
        fc.pre(tree?.kind === 'map' && readYaml(text).problems.length === 0);
        const before = leavesOf(tree);
        const scalars = [...before].filter(([, leaf]) => leaf.text !== undefined);
        const maps = mapPaths(tree);
        const changes = new Map<string, string>();
        for (const { isNew, at, text: value } of wanted) {
          const [path] = scalars[at % Math.max(1, scalars.length)] ?? [];
          if (isNew || path === undefined)
            changes.set(`${maps[at % maps.length] ?? ''}/new`, value);
          else changes.set(path, value);
        }
        const result = editPlan(
          { text, tree },
          [...changes].map(([path, value]) => ({ path, text: value })),
        );
        if ('problem' in result) {
          // Where a merge key brings the map, its new key comes too, and nothing takes it away.
          expect(text).toContain('<<');
          expect([...changes.keys()].some((path) => path.endsWith('/new'))).toBe(true);
          return;
        }
        const after = leavesOf(readYaml(result.text).root ?? tree);
        for (const [path, value] of changes) expect(after.get(path)?.text).toBe(value);
        for (const [path, leaf] of before) {
          const isChanged =
            changes.has(path) || [...changes.keys()].some((c) => c === `${path}/new`);
          if (!isChanged) expect(after.get(path)).toEqual(leaf);
        }
        expect(readYaml(result.text).problems).toEqual([]);
        const comments = (of: string) => readComments(of).map((comment) => comment.text);
        expect(comments(result.text)).toEqual(comments(text));
        if (text.includes('\n')) expect(lineEnds(result.text)).toEqual(lineEnds(text));
        for (const { start, end } of result.edits) {
          expect(text.slice(start, end)).not.toMatch(/[\n#]/);
        }
      }),
      { numRuns: 2000, seed: 20_261_124 },
    );
  }, 60_000);

  it('of no change is none', () => {
    const text = 'a: 1 # c\n';
    expect(editPlan(readPlan(text), [])).toMatchObject({ edits: [], text });
  });
});
