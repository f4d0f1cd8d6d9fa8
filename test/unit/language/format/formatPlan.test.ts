import { describe, expect, it } from 'vitest';
import { formatPlan, formatSelection } from '../../../../src/language/format/formatPlan';
import { applyEdits } from '../../../../src/plan/edit/editPlan';

function formatted(text: string, indent?: number): string {
  return applyEdits(text, formatPlan(text, indent));
}

/** Formats the lines between `«` and `»`. */
function formattedLines(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  return applyEdits(text, formatSelection(text, { start, end }));
}

describe('formatting', () => {
  it('indents blocks by two columns, lists below their key, and puts one blank between tokens', () => {
    expect(
      formatted(`version:   1
targets:
    strict:  {latency: <1s,p95:   2s}
    none: {  }
engines:
  e:
      node :  [ aws,gcp ]
      observations:
      - source:   measured
        users: 1
      -   {users: 2}
      - # empty
        users: 3
`),
    ).toBe(`version: 1
targets:
  strict: { latency: <1s, p95: 2s }
  none: {}
engines:
  e:
    node: [aws, gcp]
    observations:
      - source: measured
        users: 1
      - { users: 2 }
      - # empty
        users: 3
`);
  });

  it('follows the editor’s indentation', () => {
    expect(formatted('a:\n  b:\n  - c: 1\n    d:\n      e: 1\n', 4)).toBe(
      'a:\n    b:\n        - c: 1\n          d:\n              e: 1\n',
    );
  });

  it('keeps comments: on their lines, as far in as what they are about', () => {
    expect(
      formatted(`
# of the plan

version: 1   # the first


# of the engines
engines:   # all
    # of e
    e:
        # of the type
        type: vllm
        # at the end of e
    # of f
    f:   # capacity-plan-disable-next-line price.undated
        observations:
        # of the first
        - users: 1
    # at the end
# of scenarios
scenarios: { a: { engine: e, # one
    # two
  parallel: 1 } }   
    # far in`),
    ).toBe(`# of the plan

version: 1   # the first

# of the engines
engines:   # all
  # of e
  e:
    # of the type
    type: vllm
    # at the end of e
  # of f
  f:   # capacity-plan-disable-next-line price.undated
    observations:
      # of the first
      - users: 1
  # at the end
# of scenarios
scenarios: { a: { engine: e, # one
    # two
    parallel: 1 } }
# far in
`);
  });

  it('keeps anchors, aliases, merge keys, tags and quotes', () => {
    expect(
      formatted(
        `x-d:   &d   {engine: e}
"a b":  'c  d'
scenarios:
    a:   &a
        <<:   *d
        title:   !!str   "1,  2"
    *n :  {<<: *a}
    b: *a
`
          .replace('*n :', '? ')
          .replace('? ', 'c:'),
      ),
    ).toBe(`x-d: &d { engine: e }
"a b": 'c  d'
scenarios:
  a: &a
    <<: *d
    title: !!str "1,  2"
  c: { <<: *a }
  b: *a
`);
    expect(formatted('a: &n b\nc:\n    *n :  1\n')).toBe('a: &n b\nc:\n  *n : 1\n');
  });

  it('lets braces over several lines be', () => {
    expect(
      formatted(`scenarios: {
      a: {engine: e,
            parallel: 1
      },
  }
x:
   - {users: 1,
      latency: 2s}
   - [
      1, 2 ]
`),
    ).toBe(`scenarios: {
  a: { engine: e,
    parallel: 1
  },
}
x:
  - { users: 1,
      latency: 2s }
  - [
      1, 2]
`);
  });

  it('moves the lines of a long text together', () => {
    expect(
      formatted(`a:
      b: |
            one
              two

            three
      c: >2-
          four
        five
      d: plain
        goes on
      e: "quoted

          goes on"
`),
    ).toBe(`a:
  b: |
    one
      two

    three
  c: >2-
      four
    five
  d: plain
    goes on
  e: "quoted

    goes on"
`);
  });

  it('keeps CRLF and a byte order mark', () => {
    expect(formatted('\ufeffa:   1\r\n\r\n\r\nb:\r\n    c: 1')).toBe(
      '\ufeffa: 1\r\n\r\nb:\r\n  c: 1\r\n',
    );
  });

  it('touches no text that has errors, several documents or explicit keys', () => {
    for (const text of [
      'a:   {b\n',
      'a:   1\n  b: 2\n',
      'a:   1\n---\nb: 1\n',
      '?   a\n:   1\n',
      '',
      '  \n',
    ]) {
      expect(formatPlan(text)).toEqual([]);
    }
  });

  it('changes nothing of what is formatted', () => {
    expect(formatPlan('a: 1\n\nb: { c: 1 } # d\n')).toEqual([]);
  });
});

describe('formatting of a selection', () => {
  it('changes its lines only', () => {
    expect(formattedLines('a:   1\n«b:   2\n»c:   3\n')).toBe('a:   1\nb: 2\nc:   3\n');
  });

  it('indents lines together, and not at all if the others would not fit', () => {
    expect(formattedLines('a:\n«    b:   1\n    c: 1»\nd:\n    e:   1\n')).toBe(
      'a:\n  b: 1\n  c: 1\nd:\n    e:   1\n',
    );
    expect(formattedLines('a:\n«    b:   1»\n    c: 1\n')).toBe('a:\n    b: 1\n    c: 1\n');
  });
});
