import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pieces, STARTER, TEMPLATES, templateText } from '../../../../src/language/templates';
import { analyzePlan } from '../../../../src/lint/analyzePlan';

describe.each(TEMPLATES)('the template $name', (template) => {
  const text = templateText(template, 'My LLM service');
  const { document, assessment, findings } = analyzePlan(text, { asOf: '2026-12-01' });

  it('has no errors', () => {
    expect(document.problems).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('sizes and prices every scenario, and judges it', () => {
    expect(assessment?.scenarios.length).toBeGreaterThan(1);
    for (const { nodes, cost, verdicts } of assessment?.scenarios ?? []) {
      expect(nodes).toBeDefined();
      expect(cost).toBeDefined();
      expect(verdicts.map(({ outcome }) => outcome)).not.toContain('unknown');
    }
  });

  it('has a scenario that meets the target', () => {
    const outcomes = assessment?.scenarios.map(({ verdicts: [first] }) => first?.outcome);
    expect(outcomes).toContain('meets');
  });

  it('says that its numbers are made up, and calls every observation a guess', () => {
    expect(text).toContain('EVERY NUMBER HERE IS A MADE-UP EXAMPLE');
    const sources = document.plan.engines.flatMap(({ observations }) =>
      observations.map(({ source }) => source.value),
    );
    expect(new Set(sources)).toEqual(new Set(['guess']));
  });

  it('has a first line that VS Code proposes for no file: a slash within 40 characters', () => {
    expect(text.split('\n', 1)[0]?.slice(0, 40)).toContain('/');
  });

  it('leads through what a person changes first, beginning with the title', () => {
    const stops = pieces(template, 'chat').filter(({ isStop }) => isStop);
    expect(stops[0]?.text).toBe('chat');
    expect(stops.length).toBeGreaterThan(6);
  });

  it('is not wider than an editor beside a panel, but for observations', () => {
    const wide = text
      .split('\n')
      .filter((line) => line.length > 100 && !line.includes('source: guess'));
    expect(wide).toEqual([]);
  });
});

test('names of templates differ', () => {
  expect(new Set(TEMPLATES.map(({ name }) => name)).size).toBe(TEMPLATES.length);
});

test('the starter leads from the top down', () => {
  const stops = pieces(STARTER, 'chat').filter(({ isStop }) => isStop);
  expect(stops.map(({ text }) => text)).toEqual([
    'chat',
    '200',
    '10s',
    '<3s',
    'L4',
    '1.00 USD/h',
    '1.2s',
    '2.4s',
  ]);
});

test('a plan has the title that was asked for, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (title) => {
      fc.pre(!/[\p{Cc}\p{Cs}\u2028\u2029\ufffd-\uffff]/u.test(title) && title.trim() === title);
      const { document: read } = analyzePlan(templateText(STARTER, title));
      expect(read.problems).toEqual([]);
      expect(read.plan.title).toBe(title);
    }),
  );
});
