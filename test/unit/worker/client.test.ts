import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GRACE_MS } from '../../../src/worker/client';
import { clientWithFakes, subject } from './fakeWorker';

const FINDINGS = { type: 'findings' } as const;
const STATUS = { type: 'status' } as const;
const CHART = { type: 'slowChart', chart: 'day-cost' } as const;
const DROPPED = { kind: 'dropped' };
const hover = (offset: number) => ({ type: 'hover', offset, address: undefined }) as const;
const whatIf = (value: number) =>
  ({ type: 'whatIf', changes: [{ path: '/workload/users', value }] }) as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a worker is started with the first question, and answers it', async () => {
  const { client, workers, latest } = clientWithFakes();
  expect(workers).toHaveLength(0);
  const asked = client.ask(subject(1, 1), FINDINGS);
  expect(latest().received).toMatchObject([{ question: FINDINGS }]);
  expect(client.pending).toBe(1);
  latest().answer();
  expect(await asked).toMatchObject({ kind: 'answered', answer: 'plan 1, change 1' });
  expect(client.pending).toBe(0);
});

test('one question is open at a time, and slow charts wait for all others', async () => {
  const { client, latest } = clientWithFakes();
  void client.ask(subject(1, 1), STATUS);
  const chart = client.ask(subject(1, 1), CHART);
  void client.ask(subject(1, 1), { type: 'picture', fileName: 'a', answers: true });
  void client.ask(subject(1, 1), FINDINGS);
  const types = () => latest().received.map(({ question }) => question.type);
  expect(types()).toEqual(['status']);
  for (let answers = 0; answers < 4; answers++) latest().answer();
  expect(types()).toEqual(['status', 'findings', 'slowChart', 'picture']);
  expect(await chart).toMatchObject({ kind: 'answered' });
});

test('the same question of the same text is asked once', () => {
  const { client, latest } = clientWithFakes();
  expect(client.ask(subject(1, 1), STATUS)).toBe(client.ask(subject(1, 1), STATUS));
  void client.ask(subject(1, 1), FINDINGS);
  void client.ask(subject(1, 1), FINDINGS);
  latest().answer();
  latest().answer();
  expect(latest().received).toHaveLength(2);
});

test.for([
  ['hover', hover(1), hover(2), hover(3)],
  ['whatIf', whatIf(1), whatIf(2), whatIf(3)],
] as const)(
  'of many questions of the type %s that wait, the last is asked',
  async ([, a, b, c]) => {
    const { client, latest } = clientWithFakes();
    void client.ask(subject(1, 1), a);
    const overtaken = client.ask(subject(1, 1), b);
    const last = client.ask(subject(1, 1), c);
    expect(await overtaken).toEqual(DROPPED);
    latest().answer();
    latest().answer();
    expect(await last).toMatchObject({ kind: 'answered' });
  },
);

test('the newest text wins: what waits about an older one is never asked', async () => {
  const { client, latest } = clientWithFakes();
  void client.ask(subject(2, 1), STATUS);
  const old = client.ask(subject(1, 1), FINDINGS);
  const other = client.ask(subject(2, 1), FINDINGS);
  const newest = client.ask(subject(1, 2), FINDINGS);
  expect(await old).toEqual(DROPPED);
  for (let answers = 0; answers < 3; answers++) latest().answer();
  expect(await other).toMatchObject({ answer: 'plan 2, change 1' });
  expect(await newest).toMatchObject({ answer: 'plan 1, change 2' });
  expect(latest().received).toHaveLength(3);
});

test('an outdated question that is answered soon costs no worker', async () => {
  const { client, workers, latest } = clientWithFakes();
  const old = client.ask(subject(1, 1), FINDINGS);
  const newest = client.ask(subject(1, 2), FINDINGS);
  expect(await old).toEqual(DROPPED);
  expect(client.pending).toBe(1);
  latest().answer();
  latest().answer();
  expect(await newest).toMatchObject({ answer: 'plan 1, change 2' });
  vi.advanceTimersByTime(10 * GRACE_MS);
  expect(workers).toHaveLength(1);
});

test('a worker that goes on with an outdated text is replaced, and what it says then is not heard', async () => {
  const { client, workers, latest, log } = clientWithFakes();
  void client.ask(subject(1, 1), FINDINGS);
  const newest = client.ask(subject(1, 2), FINDINGS);
  const [first] = workers;
  vi.advanceTimersByTime(GRACE_MS);
  expect(first?.isTerminated).toBe(true);
  expect(workers).toHaveLength(2);
  first?.answer();
  first?.die('it was ended');
  latest().answer();
  expect(await newest).toMatchObject({ answer: 'plan 1, change 2' });
  expect(log).toEqual([]);
});

test('a thousand edits at full speed leave one question', async () => {
  const { client, workers, latest } = clientWithFakes();
  let last = client.ask(subject(1, 1), FINDINGS);
  for (let serial = 2; serial <= 1000; serial++) {
    last = client.ask(subject(1, serial), FINDINGS);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(GRACE_MS);
  expect(client.pending).toBe(1);
  expect(workers.filter(({ isTerminated }) => !isTerminated)).toHaveLength(1);
  latest().answer();
  expect(await last).toMatchObject({ answer: 'plan 1, change 1000' });
  expect(client.pending).toBe(0);
});

test('what is cancelled ends at once, and other questions are answered', async () => {
  const { client, workers, latest } = clientWithFakes();
  const asked = client.ask(subject(1, 1), CHART);
  const waiting = client.ask(subject(1, 1), { type: 'picture', fileName: 'a', answers: false });
  const findings = client.ask(subject(1, 1), FINDINGS);
  client.cancel(1, ['picture', 'slowChart']);
  expect(await asked).toEqual(DROPPED);
  expect(await waiting).toEqual(DROPPED);
  expect(workers[0]?.isTerminated).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  latest().answer();
  expect(await findings).toMatchObject({ kind: 'answered' });
  expect(client.pending).toBe(0);
});

test.for([
  [1, ['picture']],
  [2, ['findings']],
] as const)('cancelling of plan %i the types %j leaves other questions', async ([key, types]) => {
  const { client, workers, latest } = clientWithFakes();
  const asked = client.ask(subject(1, 1), FINDINGS);
  client.cancel(key, types);
  expect(workers[0]?.isTerminated).toBe(false);
  latest().answer();
  expect(await asked).toMatchObject({ kind: 'answered' });
});

test('a plan that is forgotten leaves nothing behind', async () => {
  const { client, workers } = clientWithFakes();
  const asked = client.ask(subject(1, 1), FINDINGS);
  client.forget(1);
  expect(await asked).toEqual(DROPPED);
  expect(client.pending).toBe(0);
  vi.advanceTimersByTime(GRACE_MS);
  expect(workers).toHaveLength(1);
  expect(workers[0]?.isTerminated).toBe(true);
});

test('a worker that dies is started anew, and asked the same again', async () => {
  const { client, workers, latest, log } = clientWithFakes();
  const asked = client.ask(subject(1, 1), FINDINGS);
  latest().send({ type: 'ready' });
  latest().die('out of memory');
  expect(workers).toHaveLength(2);
  latest().answer();
  expect(await asked).toMatchObject({ answer: 'plan 1, change 1' });
  expect(log).toEqual(['the worker stopped: out of memory', 'it is started anew']);
});

test('a text on which it dies twice is refused until it changes, without a third try', async () => {
  const { client, workers, latest } = clientWithFakes();
  const refused = { kind: 'refused', refusal: 'too-expensive' };
  const asked = client.ask(subject(1, 1), FINDINGS);
  const waiting = client.ask(subject(1, 1), STATUS);
  const other = client.ask(subject(2, 1), STATUS);
  for (let deaths = 0; deaths < 2; deaths++) {
    latest().send({ type: 'ready' });
    latest().die('out of memory');
  }
  expect(await asked).toEqual(refused);
  expect(await waiting).toEqual(refused);
  expect(await client.ask(subject(1, 1), CHART)).toEqual(refused);
  latest().answer();
  expect(await other).toMatchObject({ answer: 'plan 2, change 1' });
  expect(workers).toHaveLength(3);
  const changed = client.ask(subject(1, 2), FINDINGS);
  latest().answer();
  expect(await changed).toMatchObject({ kind: 'answered' });
});

test('a worker that does not start is tried twice, and again after a while', async () => {
  const { client, workers, latest } = clientWithFakes();
  const asked = client.ask(subject(1, 1), FINDINGS);
  latest().die('no such file');
  latest().die('no such file');
  expect(await asked).toEqual({ kind: 'refused', refusal: 'no-worker' });
  expect(await client.ask(subject(1, 2), FINDINGS)).toMatchObject({ refusal: 'no-worker' });
  expect(workers).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  const later = client.ask(subject(1, 3), FINDINGS);
  latest().answer();
  expect(await later).toMatchObject({ kind: 'answered' });
});

test('a worker that dies while nobody waits is started with the next question', async () => {
  const { client, workers, latest } = clientWithFakes();
  void client.ask(subject(1, 1), FINDINGS);
  latest().answer();
  latest().die('it ended');
  expect(workers).toHaveLength(1);
  const asked = client.ask(subject(1, 1), STATUS);
  latest().answer();
  expect(await asked).toMatchObject({ kind: 'answered' });
});

test('an answer that throws is a bug, and no death', async () => {
  const { client, workers, latest } = clientWithFakes();
  const asked = client.ask(subject(1, 1), FINDINGS);
  latest().send({ type: 'failed', id: latest().received[0]?.id ?? 0, error: 'TypeError: x' });
  await expect(asked).rejects.toThrow('TypeError: x');
  expect(workers).toHaveLength(1);
});

test('after its end nothing is asked, and nothing waits', async () => {
  const { client, workers } = clientWithFakes();
  const asked = client.ask(subject(1, 1), FINDINGS);
  client.dispose();
  expect(await asked).toEqual(DROPPED);
  expect(workers[0]?.isTerminated).toBe(true);
  expect(await client.ask(subject(1, 2), FINDINGS)).toEqual(DROPPED);
  expect(workers).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
