/** Names and numbers read aloud: nobody's name is changed, nothing is called the same twice, one is no plural. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportOf, sectionOf } from './reportOf';

const plan = (observations: string, scenario = 'parallel: 8', workload = 'users: 80'): string =>
  `version: 1
workload: { ${workload}, thinkTime: 0s }
targets: { fast: { latency: <3s } }
nodes: { l4: { price: 1 USD/h } }
engines: { e: { node: l4, observations: [${observations}] } }
scenarios: { A: { engine: e, ${scenario} } }
`;
const headingsOf = (report: string): readonly string[] =>
  sectionOf(report, 'Verified baseline').match(/^### .*$/gm) ?? [];

describe('a measurement', () => {
  test('keeps the name that it has', () => {
    const named = plan('{ name: alone, source: measured, parallel: 8, users: 1, latency: 1s }');
    expect(headingsOf(reportOf(named))).toEqual(['### alone']);
  });

  test('without a name is called by its load', () => {
    const two = plan(
      '{ source: measured, parallel: 8, users: 1, latency: 1s }, { source: measured, parallel: 8, users: 8, latency: 2s }',
    );
    expect(headingsOf(reportOf(two))).toEqual([
      '### Measurement with 1 in flight',
      '### Measurement with 8 in flight',
    ]);
  });

  test('and by its place where that is the same', () => {
    const same = plan(
      '{ source: measured, parallel: 8, users: 8, latency: 1s }, { source: measured, parallel: 8, users: 8, latency: 2s }',
    );
    expect(headingsOf(reportOf(same))).toEqual([
      '### Measurement with 8 in flight (no. 1 of the list)',
      '### Measurement with 8 in flight (no. 2 of the list)',
    ]);
  });
});

describe('growth', () => {
  const one = '{ source: measured, parallel: 8, users: 8, latency: 2s }';

  test('of a fleet of one node', () => {
    const short = reportOf(plan(one, 'parallel: 8, nodes: 1', 'users: 80, growth: 5%/month'));
    expect(short).toContain('**A**: 1 node is too few already today');
    const long = reportOf(plan(one, 'parallel: 8, nodes: 1', 'users: 2, growth: 5%/month'));
    expect(long).toContain('**A**: 1 node lasts for 12 months.');
  });

  test('that is about so much leaves today as it is', () => {
    const growth = sectionOf(
      reportOf(plan(one, 'parallel: 8', 'users: 240, growth: ~4%/month')),
      'Growth',
    );
    expect(growth).toContain('| Month | Users | A: nodes |');
    expect(growth).toMatch(/^\| 0 \| 240 \| 30 \|/m);
    expect(growth).toMatch(/^\| 1 \| about 250 \|/m);
  });
});

test('the curve is drawn to its last measured point', () => {
  const chart = sectionOf(
    reportOf(
      plan(
        '{ source: measured, users: 1, latency: 1s }, { source: measured, users: 128, latency: 9s }',
      ),
    ),
    'The bottleneck',
  );
  expect(chart).toContain('x-axis "requests in flight on a server" 1 --> 128');
  expect(chart).toMatch(/^ {4}line "latency" \[1, .*, 9\]$/m);
});

test('what is recommended is a row of the trade-off', () => {
  const chat = reportOf(readFileSync('examples/vllm-chat-tails.capacity.yaml', 'utf8'));
  const rows = sectionOf(chat, 'The bottleneck').match(/^\| 34 \| .*$/gm);
  expect(rows).toEqual([
    expect.stringMatching(/^\| 34 \| 9 \| .*\| ✗ misses \|/),
    expect.stringMatching(/^\| 34 \| 11 \| .*\| ✓\? meets, unverified \|/),
  ]);
});

test('the cheapest with only a budget, and where token times are not known, is not called fast enough', () => {
  const text = plan('{ source: measured, parallel: 8, users: 8, latency: 2s }');
  const by = (objectives: string): string =>
    sectionOf(reportOf(text.replace('latency: <3s', objectives)), 'Recommendation');
  expect(by('budget: <1 USD/h')).toContain('The cheapest: **e**');
  expect(by('latency: <3s, budget: <1 USD/h')).toContain('The cheapest that meets the rest: **e**');
  expect(by('ttft: <1s, tpot: <1s, budget: <1 USD/h')).toContain(
    'The cheapest that may meet the rest (ttft and tpot are undecided): **e**',
  );
});
