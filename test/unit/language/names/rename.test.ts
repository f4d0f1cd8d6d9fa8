import { describe, expect, it } from 'vitest';
import { renamableAt, renameAt } from '../../../../src/language/names/rename';
import { collectUses } from '../../../../src/language/names/collectNames';
import { applyEdits } from '../../../../src/plan/edit/editPlan';
import { readPlan } from '../../../../src/plan/readPlan';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../../support/fuzzPlan';
import { byLength } from '../../../support/long';
import { cursorIn, renamed } from './support';

describe('a renaming', () => {
  it('writes the name in every place, in the style of each', () => {
    expect(
      renamed(
        `# capacity-plan-disable price.undated aws
nodes: { "aws": { gpu: L4 }, gcp: { gpu: L4 } } # aws
engines:
  a: { node: [aws, gcp] }
  b: { node: 'aws' }
  c:
    node: >-
      aws
`.replace('"aws"', '"a|ws"'),
        'aws-eu',
      ),
    ).toBe(`# capacity-plan-disable price.undated aws
nodes: { "aws-eu": { gpu: L4 }, gcp: { gpu: L4 } } # aws
engines:
  a: { node: [aws-eu, gcp] }
  b: { node: 'aws-eu' }
  c:
    node: aws-eu
`);
  });

  it('quotes what YAML would read otherwise', () => {
    for (const name of ['null', '~', 'true', 'no', '12', '1e3', '0x1f', '1:30', '2026-01-31']) {
      expect(renamed('engines: { e|: {} }\n', name)).toBe(`engines: { "${name}": {} }\n`);
    }
    expect(renamed('engines: { e|: {} }\n', 'a, b')).toBe('engines: { "a, b": {} }\n');
    expect(renamed('engines: { e|: {} }\n', 'a: b')).toBe('engines: { "a: b": {} }\n');
    expect(renamed('engines: { e|: {} }\n', '*a')).toBe('engines: { "*a": {} }\n');
    expect(renamed('engines: { e|: {} }\n', 'llama3:8b')).toBe('engines: { llama3:8b: {} }\n');
  });

  it('keeps single quotes, and quotes in them', () => {
    expect(renamed("engines: { 'e|': {} }\n", "it's")).toBe("engines: { 'it''s': {} }\n");
  });

  it('refuses names that are taken, empty, too long or without a meaning', () => {
    const plan = 'engines: { e|: {}, f: {} }\n';
    expect(renamed(plan, 'f')).toBe("The plan's engines have a `f` already. Choose another name.");
    expect(renamed(plan, '  ')).toBe('A name needs at least one character.');
    expect(renamed(plan, 'x'.repeat(201))).toBe('A name has at most 200 characters.');
    expect(renamed(plan, 'x-e')).toBe('A name that begins with `x-` would be ignored.');
    expect(renamed(plan, '<<')).toBe('`<<` is the merge key of YAML.');
    expect(renamed(plan, 'a\nb')).toBe('A name stays on one line.');
  });

  it('may take a name of another section, and changes nothing for the same name', () => {
    expect(renamed('targets: { t: {} }\nengines: { e|: {} }\n', 't')).toBe(
      'targets: { t: {} }\nengines: { t: {} }\n',
    );
    expect(renamed('engines: { e|: {} }\n', ' e ')).toBe('engines: { e: {} }\n');
  });

  it('writes behind the anchor what all aliases share', () => {
    expect(renamed('x-n: &n aws\nnodes: { aw|s: {} }\nengines: { e: { node: *n } }\n', 'gcp')).toBe(
      'x-n: &n gcp\nnodes: { gcp: {} }\nengines: { e: { node: *n } }\n',
    );
  });

  it('leaves a text to the other values that share it', () => {
    // the title has the anchor, and is no name
    expect(
      renamed('title: &n aws\nnodes: { aw|s: {} }\nengines: { e: { node: *n } }\n', 'gcp'),
    ).toBe('title: &n aws\nnodes: { gcp: {} }\nengines: { e: { node: gcp } }\n');
    // the name has the anchor
    expect(
      renamed('nodes: { &n aw|s : {} }\nengines: { e: { node: *n, model: *n } }\n', 'gcp'),
    ).toBe('nodes: { &n gcp : {} }\nengines: { e: { node: *n, model: aws } }\n');
  });

  it('reaches through merge keys and aliases of whole maps', () => {
    expect(
      renamed(
        `x-d: &d { engine: e }
engines:
  &k e: {}
scenarios:
  a: *d
  b:
    <<: *d
    engine: |*k
`,
        'vllm',
      ),
    ).toBe(`x-d: &d { engine: vllm }
engines:
  &k vllm: {}
scenarios:
  a: *d
  b:
    <<: *d
    engine: *k
`);
  });

  it('refuses what it cannot do exactly', () => {
    // two sections are one map
    expect(renamed('nodes: &m { a|: {} }\nengines: *m\n', 'b')).toMatch(/shared through an anchor/);
    // the merged `a` would appear beside the renamed one
    expect(renamed('x-m: &m { a: {} }\nnodes: { <<: *m, a|: { gpu: L4 } }\n', 'b')).toMatch(
      /shared through an anchor/,
    );
  });

  it('of an anchor reaches its aliases, and no anchor of that name may be there', () => {
    expect(renamed('title: &a| 1\nx-b: *a\nx-c: &d 2\n', 'b')).toBe(
      'title: &b 1\nx-b: *b\nx-c: &d 2\n',
    );
    expect(renamed('title: &a| 1\nx-c: &d 2\n', 'd')).toMatch(/has an anchor `d` already/);
    expect(renamed('title: &a| 1\n', 'b c')).toMatch(/An anchor has no blanks/);
  });

  it('is refused where there is nothing to rename, and while the text is broken', () => {
    expect(renamed('title: a|\n', 'b')).toMatch(/^Only names of/);
    expect(renamed('engines: { e|: {}\n', 'b')).toMatch(/no valid YAML yet/);
    expect(renamed('scenarios: { a: { engine: n|one } }\n', 'b')).toBe(
      "The plan's engines have no `none`.",
    );
  });

  it('says before what would be renamed', () => {
    const { text, offset } = cursorIn('engines: { "my e|": {} }\n');
    expect(renamableAt(readPlan(text), offset)).toEqual({
      range: { start: 12, end: 16 },
      name: 'my e',
    });
  });

  it('and back again gives the plan that was, on mutated plans', () => {
    const random = seededRandom(20_261_130);
    let done = 0;
    for (let i = 0; i < byLength({ short: 50, long: 2000 }); i += 1) {
      const text = mutatePlan(random, RICH_PLANS);
      const before = readPlan(text);
      const definitions = before.tree ? collectUses(before.tree).filter((use) => use.of) : [];
      for (const { place } of definitions.slice(0, 3)) {
        const renaming = renameAt(before, place.start, 'brand new');
        if ('problem' in renaming) continue;
        const after = readPlan(applyEdits(text, renaming.edits));
        const moved = renaming.edits.filter(({ start }) => start < place.start);
        const shift = moved.reduce((sum, e) => sum + e.text.length - (e.end - e.start), 0);
        expect(after.problems.map(({ code }) => code).sort()).toEqual(
          before.problems.map(({ code }) => code).sort(),
        );
        const old = before.text.slice(place.start, place.end);
        const name = collectUses(before.tree ?? neverTree()).find(
          (use) => use.of && use.place.start === place.start,
        )?.of?.name;
        const back = renameAt(after, place.start + shift, name ?? old);
        if ('problem' in back) throw new Error(`${back.problem}: ${JSON.stringify(text)}`);
        expect(stripped(readPlan(applyEdits(after.text, back.edits)))).toEqual(stripped(before));
        done += 1;
      }
    }
    expect(done).toBeGreaterThan(40);
  });
});

function stripped({ plan }: ReturnType<typeof readPlan>): unknown {
  return plan;
}

function neverTree(): never {
  throw new Error('no tree');
}
