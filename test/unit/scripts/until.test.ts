/** How the tests in browsers wait. */
import { expect, test } from 'vitest';

interface Module {
  readonly until: (what: string, poll: () => unknown, milliseconds?: number) => Promise<unknown>;
  readonly untilEqual: (
    what: string,
    read: () => unknown,
    expected: unknown,
    milliseconds?: number,
  ) => Promise<unknown>;
}

const script = new URL('../../runner/until.mjs', import.meta.url).href;
const { until, untilEqual } = (await import(script)) as Module;

test('waits until there is a value, through errors, and returns it', async () => {
  const answers = [() => undefined, () => expect.fail('not yet'), () => 'here'];
  expect(await until('a value', () => answers.shift()?.())).toBe('here');
});

test('says what it waited for, and the last error', async () => {
  await expect(until('a panel', () => false, 0)).rejects.toThrow('waited 0 s in vain for a panel');
  const poll = () => expect.fail('no such element');
  await expect(until('a panel', poll, 0)).rejects.toThrow(/for a panel: no such element$/);
});

test('shows the difference to what is expected', async () => {
  await untilEqual('the rows', () => [1], [1], 0);
  await expect(untilEqual('the rows', () => [1], [2], 0)).rejects.toThrow(
    /for the rows: [^]*1[^]*2/,
  );
});
