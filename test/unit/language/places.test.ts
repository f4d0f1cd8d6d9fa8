import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../../src/language/foldingRanges';
import { linksIn } from '../../../src/language/links';
import { definedNames } from '../../../src/language/planNames';
import { selectionRangesAt } from '../../../src/language/selectionRanges';
import { readPlan } from '../../../src/plan/readPlan';
import { RICH_PLANS } from '../../support/fuzzPlan';
import { cursorIn } from './names/support';

describe('links of a plan', () => {
  function links(text: string): readonly string[] {
    return linksIn(readPlan(text)).map(({ range, to }) => {
      const target = 'path' in to ? `file ${to.path}` : to.address;
      return `${text.slice(range.start, range.end)} -> ${target}`;
    });
  }

  it('are addresses of sources, and model files beside the plan', () => {
    expect(
      links(`engines:
  e: { model: "models/a/config.json", observations: [{ url: 'https://example.com/a?b=1#c' }] }
  f: { model: Qwen/Qwen3-8B }
`),
    ).toEqual([
      'models/a/config.json -> file models/a/config.json',
      'https://example.com/a?b=1#c -> https://example.com/a?b=1#c',
    ]);
  });

  it('are no commands, no files elsewhere and no words', () => {
    expect(
      links(`engines:
  e: { model: /etc/config.json, observations: [{ url: "command:a" }, { url: "file:///etc" }] }
  f: { model: "c:\\\\a.json", title: https://example.com }
`),
    ).toEqual([]);
  });

  it('are one for a value that aliases repeat', () => {
    expect(links('a: { url: &u https://example.com/a }\nb: { url: *u }\n')).toHaveLength(1);
  });
});

describe('a growing selection', () => {
  function steps(marked: string): readonly string[] {
    const { text, offset } = cursorIn(marked);
    return selectionRangesAt(readPlan(text), offset).map(({ start, end }) =>
      text.slice(start, end),
    );
  }

  it('takes the text, its quotes, the entry, the map, and so on', () => {
    expect(steps('a: 1\nb: { c: "d |e", f: 2 }\n')).toEqual([
      'd e',
      '"d e"',
      'c: "d e"',
      '{ c: "d e", f: 2 }',
      'b: { c: "d e", f: 2 }',
      'a: 1\nb: { c: "d e", f: 2 }',
      'a: 1\nb: { c: "d e", f: 2 }\n',
    ]);
  });

  it('takes a key, an alias and an item of a list', () => {
    expect(steps('x: &x 1\na:\n  - k|ey: *x\n    b: 2\n')[0]).toBe('key');
    expect(steps('x: &x 1\na:\n  - key: *|x\n    b: 2\n').slice(0, 3)).toEqual([
      '*x',
      'key: *x',
      'key: *x\n    b: 2',
    ]);
  });

  it('takes the whole text where nothing is', () => {
    expect(steps('{ |{')).toEqual(['{ {']);
  });
});

describe('folds', () => {
  function folds(text: string): readonly string[] | undefined {
    return foldingRanges(readPlan(text))?.map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
    );
  }

  it('are entries, items, braces and long texts over several lines', () => {
    expect(
      folds(`a:
  b: 1
  c:
    - d: 1
      e: 2
    - { f: 1,
        g: 2 }

h: |
  one
  two

i: 1
`),
    ).toEqual(['0-6', '2-6', '3-4', '5-6', '8-10']);
  });

  it('are comments, and regions', () => {
    expect(folds('# a\n# b\na: 1 # c\n# region x\nb: 1\nc: 2\n# endregion\n# d\n')).toEqual([
      '0-1 comment',
      '3-6 region',
    ]);
  });

  it('are left to the editor while the text is broken', () => {
    expect(folds('a: {\n  b: {\n')).toBeUndefined();
  });
});

describe('names that a plan defines', () => {
  it('are found once, at their place', () => {
    const text = 'x: &m { a: {} }\nnodes: { <<: *m, "b c": {} }\nscenarios:\n  a: {}\n  a: {}\n';
    expect(
      definedNames(readPlan(text)).map(
        ({ section, name, line, column, length }) =>
          `${section} ${name} ${line}:${column}+${length}`,
      ),
    ).toEqual(['nodes a 0:8+1', 'nodes b c 1:18+3', 'scenarios a 3:2+1']);
  });
});

it('nothing throws on any beginning of a plan', () => {
  for (const text of RICH_PLANS) {
    for (let length = 0; length <= text.length; length += 29) {
      const document = readPlan(text.slice(0, length));
      linksIn(document);
      foldingRanges(document);
      definedNames(document);
      const ranges = selectionRangesAt(document, length >> 1);
      ranges.reduce((inner, outer) => {
        expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
        return outer;
      });
    }
  }
});
