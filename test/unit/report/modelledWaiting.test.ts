/** What waits by chance though the mean fits is never said to wait not at all. */
import { describe, expect, test } from 'vitest';
import { hover } from '../language/support';
import { reportOf, sectionOf } from './reportOf';

const plan = (observation: string, workload = 'users: 100, thinkTime: 0s'): string => `version: 1
workload: { ${workload} }
nodes: { l4: { price: 1 USD/h } }
engines:
  e:
    node: l4
    observations:
      - { name: run, source: measured, ${observation} }
scenarios: { A: { engine: e, parallel: 8 } }
`;
const bottleneckOf = (observation: string): string =>
  sectionOf(reportOf(plan(observation)), 'The bottleneck');

describe('the bottleneck', () => {
  test('of a run at a rate that kept most slots busy may be waiting', () => {
    const text = bottleneckOf('parallel: 8, rate: 7.5/s, latency: 1s');
    expect(text).toContain(
      'In **run** an answer took 1 s, with requests that came at random, 93.8% of the slots busy on average: some of it may be queueing.',
    );
    expect(text).not.toContain('Without queueing');
  });

  test('of a run at a low rate is next to no waiting', () => {
    expect(bottleneckOf('parallel: 8, rate: 1/s, latency: 1s')).toContain(
      'next to none of it is queueing',
    );
  });

  test.each([
    ['users who never pause', 'parallel: 8, users: 8, latency: 1s'],
    [
      'users who think, but are no more than the slots',
      'parallel: 8, users: 8, thinkTime: 1s, latency: 1s',
    ],
  ])('of %s is the work itself', (_, observation) => {
    expect(bottleneckOf(observation)).toContain('Without queueing, an answer took 1 s');
  });

  test('of users who think and are more than the slots may be waiting', () => {
    expect(bottleneckOf('parallel: 8, users: 14, thinkTime: 1s, latency: 1s')).toContain(
      'some of it may be queueing',
    );
  });
});

test('the baseline names the rate, or the think time, and does not say that nobody waited', () => {
  const byRate = sectionOf(
    reportOf(plan('parallel: 8, rate: 7.5/s, latency: 1s')),
    'Verified baseline',
  );
  expect(byRate).toContain(', 7.5/s sent, 7.5 in flight on each server');
  expect(byRate).toContain('- **Queue depth**: 0 on average, some queueing at times (7.5 requests');
  const users = sectionOf(
    reportOf(plan('parallel: 8, users: 8, thinkTime: 1s, latency: 1s')),
    'Verified baseline',
  );
  expect(users).toContain('8 users, 1 s of thinking, 4 in flight on each server');
  expect(users).toContain('- **Queue depth**: 0 (4 requests in flight, 8 slots)');
});

test('the baseline is of one server where an engine has several on a node', () => {
  const text = plan('parallel: 8, users: 8, latency: 1s')
    .replace('l4: { ', 'l4: { gpus: 4, ')
    .replace('node: l4', 'node: l4\n    servers: 4');
  expect(sectionOf(reportOf(text), 'Verified baseline')).toContain('e on 1 server, `parallel` 8');
});

test('a scenario in whose latency there is waiting has some who wait', () => {
  const text = plan('parallel: 8, users: 8, latency: 1s', 'rate: 100/s');
  const card = hover(text.replace('A: {', '|A: {')) ?? '';
  expect(card).toMatch(/of it queueing/);
  expect(card).toMatch(
    /in flight · (some queueing at times|\*\*(at most )?[\d.]+ requests? queueing on average)/,
  );
  expect(card).not.toContain('none waiting');
  expect(reportOf(text)).not.toMatch(/\b0 requests waiting|Queue depth\*\*: 0 \(100/);
});

test('of at most so many in flight none waits', () => {
  const text = plan('parallel: 8, users: 8, latency: <1s', 'users: 100, thinkTime: 5s');
  const card = hover(text.replace('A: {', '|A: {')) ?? '';
  expect(`${card}${reportOf(text)}`).not.toMatch(/(<|at most |below )0 requests/);
});
