/** Makes random plans that can be assessed, with any text in every place that takes text. */
import * as fc from 'fast-check';
import { hostileText } from './hostileText';

export interface HostilePlan {
  readonly text: string;
  readonly fileName: string;
  /** Address of an observation, the only text that is one. */
  readonly url: string;
}

const url = fc.oneof(
  hostileText,
  fc.constantFrom(
    'https://docs.test/a?b=c&d#e',
    'HTTPS://docs.test',
    'https://docs.test/a>b',
    'https://docs.test/a b',
    'javascript:alert(1)',
    'command:workbench.action.quit',
    'data:text/html,x',
    'file:///etc/passwd',
  ),
);

/** Makes names that are unique within their kind. */
const names = fc.uniqueArray(hostileText, { minLength: 3, maxLength: 3 });

export const hostilePlan: fc.Arbitrary<HostilePlan> = fc
  .record({
    title: hostileText,
    nodes: names,
    engines: names,
    targets: names,
    scenarios: names,
    texts: fc.array(hostileText, { minLength: 12, maxLength: 12 }),
    gpu: fc.oneof(hostileText, fc.constant('L4')),
    model: fc.oneof(hostileText, fc.constant('llama3.1:8b')),
    currency: fc.oneof(hostileText, fc.constant('CHF')),
    url,
  })
  .map((given) => ({ text: textOf(given), fileName: given.texts[0] ?? '', url: given.url }));

interface Given {
  readonly title: string;
  readonly nodes: readonly string[];
  readonly engines: readonly string[];
  readonly targets: readonly string[];
  readonly scenarios: readonly string[];
  readonly texts: readonly string[];
  readonly gpu: string;
  readonly model: string;
  readonly currency: string;
  readonly url: string;
}

/** Writes JSON, which is YAML too, and has an escape for every character. */
function textOf(given: Given): string {
  const { title, nodes, engines, targets, scenarios, texts, gpu, model, currency } = given;
  const [, note, other, first, second, version, reported, quantization, source, dated] = texts;
  const named = (keys: readonly string[], ...values: readonly unknown[]): unknown =>
    Object.fromEntries(values.map((value, index) => [keys[index], value]));
  return JSON.stringify(
    {
      version: 1,
      title,
      currency,
      workload: {
        users: 40,
        thinkTime: '10s',
        promptTokens: 600,
        outputTokens: 200,
        growth: '5%/month',
      },
      targets: named(targets, { latency: '<3s', budget: '<30/h' }, { p95: '<9s' }, { ttft: '<1s' }),
      nodes: named(
        nodes,
        { gpu, price: { amount: '1/h', source, date: dated } },
        { gpu: 'L4', price: '2 USD/h' },
      ),
      engines: named(
        engines,
        {
          node: nodes[0],
          type: 'vllm',
          model,
          quantization,
          observations: [
            {
              name: first,
              source: 'measured',
              parallel: 2,
              users: 2,
              latency: '2s',
              note,
              url: given.url,
              [version ?? '']: 1,
            },
            {
              name: second,
              source: 'guess',
              parallel: 8,
              users: 8,
              latency: '4s',
              note: other,
              date: reported,
            },
          ],
        },
        {
          node: nodes[1],
          observations: [{ source: 'reported', users: 4, latency: '1s', url: given.url }],
        },
      ),
      scenarios: named(
        scenarios,
        { title: note, engine: engines[0], parallel: 2, target: targets[0] },
        { title: other, engine: engines[0], parallel: 8, nodes: 9 },
        { engine: engines[1], parallel: 4, target: targets[1] },
      ),
    },
    undefined,
    1,
  );
}
