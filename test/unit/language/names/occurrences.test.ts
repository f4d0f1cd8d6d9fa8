import { describe, expect, it } from 'vitest';
import { occurrencesAt } from '../../../../src/language/names/occurrences';
import { readPlan } from '../../../../src/plan/readPlan';
import { RICH_PLANS } from '../../../support/fuzzPlan';
import { marked } from './support';

describe('occurrences of a name', () => {
  it('are its definition and every place that names it, in block and flow style', () => {
    expect(
      marked(`nodes: { a|ws: { gpu: L4 }, gcp: { gpu: L4 } }
engines:
  e: { node: [aws, gcp] }
  f:
    node:
      - gcp
      - aws
  aws: { node: aws, like: e }
`),
    ).toBe(`nodes: { «aws»: { gpu: L4 }, gcp: { gpu: L4 } }
engines:
  e: { node: [‹aws›, gcp] }
  f:
    node:
      - gcp
      - ‹aws›
  aws: { node: ‹aws›, like: e }
`);
  });

  it('are told apart by section: a target may be called as an engine is', () => {
    expect(
      marked(`targets: { t: {} }
engines: { t: {}, u: { like: t } }
scenarios: { t: { engine: |t, target: t } }
`),
    ).toBe(`targets: { t: {} }
engines: { «t»: {}, u: { like: ‹t› } }
scenarios: { t: { engine: ‹t›, target: t } }
`);
  });

  it('are without the quotes around them', () => {
    expect(marked(`engines: { "my e": {} }\nscenarios: { a: { engine: 'my |e' } }\n`)).toBe(
      `engines: { "«my e»": {} }\nscenarios: { a: { engine: '‹my e›' } }\n`,
    );
  });

  it('are found through anchors, aliases and merge keys', () => {
    expect(
      marked(`x-name: &n vllm
x-defaults: &d { engine: vllm, parallel: 1 }
engines: { v|llm: {} }
scenarios:
  a: *d
  b: { <<: *d, engine: *n }
`),
    ).toBe(`x-name: &n ‹vllm›
x-defaults: &d { engine: ‹vllm›, parallel: 1 }
engines: { «vllm»: {} }
scenarios:
  a: *d
  b: { <<: *d, engine: ‹*n› }
`);
  });

  it('leave out what a scenario overrides, and text that only looks alike', () => {
    expect(
      marked(`title: vllm
x-defaults: &d { engine: vllm }
engines: { vllm|: { model: vllm }, other: {} }
scenarios: { a: { <<: *d, engine: other, title: vllm } } # vllm
`),
    ).toBe(`title: vllm
x-defaults: &d { engine: vllm }
engines: { «vllm»: { model: vllm }, other: {} }
scenarios: { a: { <<: *d, engine: other, title: vllm } } # vllm
`);
  });

  it('follow a key that is an alias to its text', () => {
    expect(marked(`x-n: &n aws\nnodes: { *n : {} }\nengines: { e: { node: aw|s } }\n`)).toBe(
      `x-n: &n ‹aws›\nnodes: { «*n» : {} }\nengines: { e: { node: ‹aws› } }\n`,
    );
  });

  it('of an anchor are its aliases, up to the next anchor of that name', () => {
    expect(marked('a: &x 1\nb: *|x\nc: &x 2\nd: [*x]\n')).toBe(
      'a: &«x» 1\nb: *‹x›\nc: &x 2\nd: [*x]\n',
    );
    expect(marked('a: &x 1\nb: *x\nc: &x| 2\nd: [*x]\n')).toBe(
      'a: &x 1\nb: *x\nc: &«x» 2\nd: [*‹x›]\n',
    );
  });

  it('are none in comments, in plain values and in keys of the format', () => {
    expect(marked('engines: { e: {} } # |e\n')).toBeUndefined();
    expect(marked('title: t|\n')).toBeUndefined();
    expect(marked('engi|nes: { e: {} }\n')).toBeUndefined();
    expect(marked('title: "R&D and *|x*"\n')).toBeUndefined();
  });

  it('are searched for in every beginning of a plan without an error', () => {
    for (const text of RICH_PLANS) {
      for (let length = 0; length <= text.length; length += 31) {
        const document = readPlan(text.slice(0, length));
        for (let offset = 0; offset <= length; offset += 41) occurrencesAt(document, offset);
      }
    }
  });
});
