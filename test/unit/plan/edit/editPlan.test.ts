import { describe, expect, it } from 'vitest';
import { editPlan, type ValueChange } from '../../../../src/plan/edit/editPlan';
import { readPlan } from '../../../../src/plan/readPlan';

function edited(text: string, ...changes: readonly (readonly [string, string])[]): string {
  const wanted: ValueChange[] = changes.map(([path, value]) => ({ path, text: value }));
  const result = editPlan(readPlan(text), wanted);
  return 'problem' in result ? result.problem : result.text;
}

const USERS = '/workload/users';
const THINK = '/workload/thinkTime';

describe('a value that is there', () => {
  it.each([
    [
      'plain, with a comment',
      'workload:\n  users: 1000   # now\n',
      'workload:\n  users: 2000   # now\n',
    ],
    ['in double quotes', 'workload: { users: "1000" }', 'workload: { users: "2000" }'],
    ['in single quotes', "workload: { users: '1000' }", "workload: { users: '2000' }"],
    ['with quoted keys', '{"workload": {"users": 1000}}', '{"workload": {"users": 2000}}'],
    [
      'with an anchor that nobody uses',
      'workload: { users: &u 1000 }',
      'workload: { users: &u 2000 }',
    ],
    ['with a tag', 'workload: { users: !!int 1000 }', 'workload: { users: !!int 2000 }'],
    [
      'over several lines',
      'workload:\n  users: |\n    1000\nx-a: 1\n',
      'workload:\n  users: 2000\nx-a: 1\n',
    ],
    [
      'not written yet',
      'workload:\n  users:\n  thinkTime: 1 s\n',
      'workload:\n  users: 2000\n  thinkTime: 1 s\n',
    ],
    ['null', 'workload: { users: ~, thinkTime: 1 s }', 'workload: { users: 2000, thinkTime: 1 s }'],
    [
      'not written yet in braces',
      'workload: { users: , thinkTime: 1 s }',
      'workload: { users: 2000 , thinkTime: 1 s }',
    ],
    [
      'behind a CRLF',
      'workload:\r\n  users: 1000 # a\r\n  thinkTime: 1 s\r\n',
      'workload:\r\n  users: 2000 # a\r\n  thinkTime: 1 s\r\n',
    ],
    ['without a final newline', 'workload:\n  users: 1000', 'workload:\n  users: 2000'],
    [
      'behind a byte order mark',
      '\ufeffworkload: { users: 1000 }',
      '\ufeffworkload: { users: 2000 }',
    ],
  ])('%s', (_, text, after) => {
    expect(edited(text, [USERS, '2000'])).toBe(after);
  });

  it('of several, all at once', () => {
    const text =
      'workload: { users: 1000 }\nnodes:\n  l4: { price: { amount: 1.50 USD/h, date: 2026-01-01 } }\n';
    expect(edited(text, [USERS, '2000'], ['/nodes/l4/price/amount', '1.20 USD/h'])).toBe(
      text.replace('1000', '2000').replace('1.50', '1.20'),
    );
  });

  it('in a list', () => {
    const text =
      'engines:\n  e:\n    observations:\n      - { parallel: 1 }\n      - name: a\n        parallel: 2\n';
    expect(edited(text, ['/engines/e/observations/1/parallel', '4'])).toBe(text.replace('2', '4'));
  });

  it('that is the same already is not touched', () => {
    const text = 'workload: { users: 1000 }';
    expect(editPlan(readPlan(text), [{ path: USERS, text: '1000' }])).toEqual({
      edits: [],
      text,
    });
  });
});

describe('a value that YAML would misread gets quotes', () => {
  it.each([
    ['1,000', 'workload: { users: 2000 }', 'workload: { users: "1,000" }'],
    ['1,000', 'workload:\n  users: 2000\n', 'workload:\n  users: 1,000\n'],
    ['>=1', 'workload: { users: 2000 }', 'workload: { users: ">=1" }'],
    ['', 'workload: { users: 2000 }', 'workload: { users: "" }'],
    ['~', 'workload: { users: 2000 }', 'workload: { users: "~" }'],
    ['a: b', 'workload: { users: 2000 }', 'workload: { users: "a: b" }'],
    ['a #b', 'workload: { users: 2000 }', 'workload: { users: "a #b" }'],
    ["it's", "workload: { users: '2000' }", "workload: { users: 'it''s' }"],
    ['a "b"', 'workload: { users: "2000" }', 'workload: { users: "a \\"b\\"" }'],
  ])('%s', (value, text, after) => {
    expect(edited(text, [USERS, value])).toBe(after);
  });
});

describe('a key that is missing', () => {
  it.each([
    [
      'in a block',
      'workload:\n  users: 1000 # now\n\ntargets: {}\n',
      'workload:\n  users: 1000 # now\n  thinkTime: 2 s\n\ntargets: {}\n',
    ],
    [
      'in a block with CRLF',
      'workload:\r\n    users: 1000\r\ntargets: {}\r\n',
      'workload:\r\n    users: 1000\r\n    thinkTime: 2 s\r\ntargets: {}\r\n',
    ],
    [
      'at the end of a file without a final newline',
      'a: 1\nworkload:\n  users: 1000',
      'a: 1\nworkload:\n  users: 1000\n  thinkTime: 2 s',
    ],
    [
      'the same with CRLF',
      'a: 1\r\nworkload:\r\n  users: 1000',
      'a: 1\r\nworkload:\r\n  users: 1000\r\n  thinkTime: 2 s',
    ],
    [
      'in braces',
      'workload: { users: 1000 } # c\n',
      'workload: { users: 1000, thinkTime: 2 s } # c\n',
    ],
    [
      'in braces with a comma at the end',
      'workload: { users: 1000, }',
      'workload: { users: 1000, thinkTime: 2 s, }',
    ],
    ['in tight braces', 'workload: {users: 1000}', 'workload: {users: 1000, thinkTime: 2 s}'],
    [
      'in braces over lines',
      'workload: {\n  users: 1000 # c\n}\n',
      'workload: {\n  users: 1000, thinkTime: 2 s # c\n}\n',
    ],
    ['in empty braces', 'workload: {}', 'workload: { thinkTime: 2 s }'],
    ['in braces with a blank', 'workload: { }', 'workload: { thinkTime: 2 s }'],
    [
      'in a map that is not there yet',
      'workload:\ntargets: {}\n',
      'workload: { thinkTime: 2 s }\ntargets: {}\n',
    ],
    [
      'of a map that is missing too',
      'title: a\ntargets:\n  a: { latency: 1s }\n',
      'title: a\nworkload: { thinkTime: 2 s }\ntargets:\n  a: { latency: 1s }\n',
    ],
    [
      'beside blocks only',
      'workload:\n  profile:\n    - 1\n    - 2\n',
      'workload:\n  thinkTime: 2 s\n  profile:\n    - 1\n    - 2\n',
    ],
    [
      'behind a byte order mark',
      '\ufeffversion: 1\n',
      '\ufeffversion: 1\nworkload: { thinkTime: 2 s }\n',
    ],
    [
      'above a block text',
      'workload:\n  users: 1\n  x-note: |\n    a\n    b\n',
      'workload:\n  users: 1\n  thinkTime: 2 s\n  x-note: |\n    a\n    b\n',
    ],
  ])('%s', (_, text, after) => {
    expect(edited(text, [THINK, '2 s'])).toBe(after);
  });

  it('two of one map stand below each other', () => {
    expect(edited('workload:\n  users: 1\n', [THINK, '2 s'], ['/workload/serviceCv', '1'])).toBe(
      'workload:\n  users: 1\n  thinkTime: 2 s\n  serviceCv: 1\n',
    );
  });

  it('in a map of a list', () => {
    expect(edited('a:\n  - b: 1\n', ['/a/0/c', '2'])).toBe('a:\n  - b: 1\n    c: 2\n');
  });
});

describe('a new map', () => {
  const added = (text: string): string =>
    edited(text, ['/scenarios/B/engine', 'e'], ['/scenarios/B/parallel', '8']);

  it.each([
    [
      'beside maps in braces',
      'scenarios:\n  A: { engine: e } # c\n',
      'scenarios:\n  A: { engine: e } # c\n  B: { engine: e, parallel: 8 }\n',
    ],
    [
      'below maps with a line for each key',
      'scenarios:\n  A:\n    engine: e\nx: 1\n',
      'scenarios:\n  A:\n    engine: e\n  B:\n    engine: e\n    parallel: 8\nx: 1\n',
    ],
    [
      'with their empty lines, comments and line ends',
      'scenarios:\r\n    Z:\r\n      engine: e\r\n\r\n    A:\r\n      engine: e # c\r\n      # d\r\n',
      'scenarios:\r\n    Z:\r\n      engine: e\r\n\r\n    A:\r\n      engine: e # c\r\n      # d\r\n\r\n    B:\r\n      engine: e\r\n      parallel: 8\r\n',
    ],
    [
      'at the end of a file without a final newline',
      'scenarios:\n  A:\n    engine: e',
      'scenarios:\n  A:\n    engine: e\n  B:\n    engine: e\n    parallel: 8',
    ],
    [
      'below a block text',
      'scenarios:\n  A:\n    title: |\n      a\n',
      'scenarios:\n  A:\n    title: |\n      a\n  B:\n    engine: e\n    parallel: 8\n',
    ],
    [
      'of a section without any',
      'version: 1\n',
      'version: 1\nscenarios: { B: { engine: e, parallel: 8 } }\n',
    ],
  ])('%s', (_, text, after) => {
    expect(added(text)).toBe(after);
  });
});

describe('anchors and merge keys', () => {
  it('an alias is replaced where it stands', () => {
    const text = 'x-u: &u 1000\nworkload: { users: *u }\nother: { users: *u }\n';
    expect(edited(text, [USERS, '2000'])).toBe(
      'x-u: &u 1000\nworkload: { users: 2000 }\nother: { users: *u }\n',
    );
  });

  it('the place of an anchor changes, and those that refer to it keep what they had', () => {
    const text = 'workload: { users: &u 1000 } # all\nother: { users: *u }\n';
    expect(edited(text, [USERS, '2000'])).toBe(
      'workload: { users: &u 2000 } # all\nother: { users: 1000 }\n',
    );
  });

  it('a value that a merge key brings is overridden in the map itself', () => {
    const text =
      'x-b: &b { parallel: 8, engine: e }\nscenarios:\n  A:\n    <<: *b\n  B: { <<: *b }\n';
    expect(edited(text, ['/scenarios/A/parallel', '4'], ['/scenarios/B/parallel', '2'])).toBe(
      'x-b: &b { parallel: 8, engine: e }\nscenarios:\n  A:\n    <<: *b\n    parallel: 4\n  B: { <<: *b, parallel: 2 }\n',
    );
  });

  it('a map behind an alias becomes that map with an override', () => {
    const text = 'scenarios:\n  A: &a { parallel: 8, engine: e }\n  B: *a\n';
    expect(edited(text, ['/scenarios/B/parallel', '4'])).toBe(
      'scenarios:\n  A: &a { parallel: 8, engine: e }\n  B: { <<: *a, parallel: 4 }\n',
    );
  });

  it('a change in a map that others refer to stays with it', () => {
    const text =
      'scenarios:\n  A: &a { parallel: 8, engine: e }\n  B: *a\n  C: { <<: *a, engine: f }\n';
    expect(edited(text, ['/scenarios/A/parallel', '4'])).toBe(
      'scenarios:\n  A: &a { parallel: 4, engine: e }\n  B: { <<: *a, parallel: 8 }\n  C: { <<: *a, engine: f, parallel: 8 }\n',
    );
  });

  it('a new key stays with its map: those that refer to it get a copy without it', () => {
    const text = 'workload: &w { users: 5 }\nscenarios:\n  A: { workload: *w }\n';
    expect(edited(text, [THINK, '2 s'])).toBe(
      'workload: &w { users: 5, thinkTime: 2 s }\nscenarios:\n  A: { workload: { users: 5 } }\n',
    );
  });

  it('a map in a merged map is written out', () => {
    const text =
      'x-b: &b { workload: { users: 5, thinkTime: "1 s" } }\nscenarios:\n  A: { <<: *b }\n';
    expect(edited(text, ['/scenarios/A/workload/users', '6'])).toBe(
      'x-b: &b { workload: { users: 5, thinkTime: "1 s" } }\nscenarios:\n  A: { <<: *b, workload: { users: 6, thinkTime: "1 s" } }\n',
    );
  });
});

describe('what cannot be written is said', () => {
  it.each([
    ['broken text', 'workload: { users: 1000', USERS, 'unreadable'],
    ['an empty text', '', USERS, 'unreadable'],
    ['a map where a value should be', 'workload: { users: { a: 1 } }', USERS, 'unwritable'],
    ['a value where a map should be', 'workload: 5', USERS, 'unwritable'],
    ['an item that is not there', 'a: [1]', '/a/3', 'unwritable'],
    [
      'a new key of a map that others merge',
      'workload: &w { a: 1 }\nx-b: { <<: *w }',
      USERS,
      'unwritable',
    ],
    ['a broken alias', 'workload: *w', USERS, 'unwritable'],
  ])('%s', (_, text, path, problem) => {
    expect(edited(text, [path, '2'])).toBe(problem);
  });
});
