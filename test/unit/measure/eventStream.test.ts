import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../../../src/measure/eventStream';

async function eventsOf(parts: readonly string[]): Promise<string[]> {
  // eslint-disable-next-line @typescript-eslint/require-await -- parts that are there at once
  async function* stream(): AsyncGenerator<string> {
    yield* parts;
  }
  const events: string[] = [];
  for await (const event of readEvents(stream())) events.push(event);
  return events;
}

test('each event is its data, of several lines too', async () => {
  const text =
    ': hello\n\ndata: {"a": 1}\n\nevent: x\ndata: two\ndata: lines\n\ndata:none\n\ndataset: 1\n\n';
  expect(await eventsOf([text])).toEqual(['{"a": 1}', 'two\nlines', 'none']);
});

test('an event without its end is none', async () => {
  expect(await eventsOf(['data: whole\n\n', 'data: half'])).toEqual(['whole']);
});

test('wherever a stream is cut, and however its lines end, it has the same events', async () => {
  const events = ['one', '{"two": "2"}', 'three'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(60), { maxLength: 6 }),
      async (end, cuts) => {
        const text = events.map((event) => `data: ${event}${end}${end}`).join('') + `:${end}`;
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const parts = places.slice(1).map((to, i) => text.slice(places[i], to));
        expect(await eventsOf(parts)).toEqual(events);
      },
    ),
  );
});
