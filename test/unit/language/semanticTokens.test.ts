import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { semanticTokens } from '../../../src/language/semanticTokens';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../src/language/tokenLegend';
import { readPlan } from '../../../src/plan/readPlan';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../support/fuzzPlan';

/** `type.modifier text` of each token. */
function tokens(text: string, lastGood?: string): readonly string[] {
  const found = semanticTokens(
    readPlan(text),
    lastGood === undefined ? undefined : readPlan(lastGood),
  );
  return found.map(
    ({ range, type, modifiers }) =>
      `${[type.replace('plan', ''), ...modifiers].join('.')} ${text.slice(range.start, range.end)}`,
  );
}

describe('tokens of a plan', () => {
  test('tell names apart, and where each is defined', () => {
    expect(
      tokens(`targets: { fast: {} }
nodes: { l4: {}, "h 100": {} }
engines:
  e: { node: [l4, 'h 100'] }
  f: { like: e }
scenarios: { e: { engine: e, target: fast } }
`),
    ).toEqual([
      'Target.declaration fast',
      'Node.declaration l4',
      'Node.declaration h 100',
      'Engine.declaration e',
      'Node l4',
      'Node h 100',
      'Engine.declaration f',
      'Engine e',
      'Scenario.declaration e',
      'Engine e',
      'Target fast',
    ]);
  });

  test('leave out a name that the plan does not define', () => {
    expect(tokens('engines: { e: {} }\nscenarios: { A: { engine: f } }\n')).toEqual([
      'Engine.declaration e',
      'Scenario.declaration A',
    ]);
  });

  test('tell how an observation is known', () => {
    const of = (source: string) =>
      tokens(`engines: { e: { observations: [{ source: ${source} }] } }\n`).slice(1);
    expect(of('measured')).toEqual(['Source measured']);
    expect(of('reported')).toEqual(['Source reported']);
    expect(of('estimate')).toEqual(['Source.unmeasured estimate']);
    expect(of('"guess"')).toEqual(['Source.unmeasured guess']);
    expect(of('hearsay')).toEqual([]);
    expect(tokens('nodes: { n: { price: { source: guess } } }\n').slice(1)).toEqual([]);
  });

  test('are the signs of bounds, but not of texts', () => {
    expect(
      tokens('title: <1s\ntargets: { t: { latency: <1s, p95: "<= 2s", ttft: ~1s } }\n'),
    ).toEqual(['Target.declaration t', 'Bound <', 'Bound <=', 'Bound ~']);
    expect(tokens('targets: { t: { ttft: { p95: <1s } } }\n').slice(1)).toEqual(['Bound <']);
  });

  test('are where a text is written, not at its aliases', () => {
    expect(
      tokens(`engines: { e: {} }
x-defaults: &d { engine: &e e }
scenarios:
  A: { <<: *d, parallel: 8 }
  B: { engine: *e }
`),
    ).toEqual([
      'Engine.declaration e',
      'Engine e',
      'Scenario.declaration A',
      'Scenario.declaration B',
    ]);
  });

  test('stay while the text is broken, in their new places', () => {
    const good =
      'nodes: { l4: {} }\nengines:\n  e: { node: l4 }\nscenarios: { A: { engine: e } }\n';
    const broken = good.replace('l4: {} }', 'l4: {} ');
    expect(readPlan(broken).assessable).toBe(false);
    expect(tokens(broken, good)).toEqual(tokens(good));
  });

  test('never overlap, and never span lines, in any mutated plan', () => {
    const random = seededRandom(5);
    for (let i = 0; i < 200; i += 1) {
      const text = mutatePlan(random, RICH_PLANS);
      let end = 0;
      for (const { range } of semanticTokens(readPlan(text), undefined)) {
        expect(range.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(range.start, range.end)).not.toMatch(/^$|\n/);
        end = range.end;
      }
    }
  });
});

test('package.json declares the legend', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: Record<string, readonly { id: string }[]>;
  };
  const ids = (key: string) => contributes[key]?.map(({ id }) => id);
  expect(ids('semanticTokenTypes')).toEqual([...TOKEN_TYPES]);
  expect(ids('semanticTokenModifiers')).toEqual(
    TOKEN_MODIFIERS.filter((modifier) => modifier !== 'declaration'),
  );
});
