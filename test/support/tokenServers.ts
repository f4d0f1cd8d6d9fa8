/** Servers for property tests of the token model: their observations follow a law that the test knows. */
import fc from 'fast-check';
import type { Engine, Observation } from '../../src/engine/plan/plan';
import { node, observe, reading, stated, tokens } from './plans';

export const ON_L4: Partial<Engine> = {
  type: stated('vllm'),
  node: { ...node(1), gpu: stated('L4') },
  model: stated('meta-llama/Llama-3.1-8B-Instruct'),
};

/** A server by what it takes for a step, for a token of each request in it, and for a prompt token; seconds. */
export const anyServer = fc.record({
  step: fc.double({ min: 0.002, max: 0.08, noNaN: true }),
  token: fc.double({ min: 0.00001, max: 0.002, noNaN: true }),
  prompt: fc.double({ min: 0.000005, max: 0.0005, noNaN: true }),
  loads: fc.uniqueArray(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 5 }),
  promptTokens: fc.integer({ min: 50, max: 4000 }),
  outputTokens: fc.integer({ min: 20, max: 1000 }),
  isKnown: fc.boolean(),
  isSplit: fc.boolean(),
});

export type AnyServer = typeof anyServer extends fc.Arbitrary<infer T> ? T : never;

/** Observations of the server at its loads; with the time to first token if `isSplit`. */
export function observationsOf(server: AnyServer): Observation[] {
  const { step, token, prompt, loads, promptTokens, outputTokens, isSplit } = server;
  return loads.map((load) => {
    const ttft = promptTokens * prompt * (1 + load / 4) + step;
    const tpot = step + token * load + promptTokens * prompt * (load / outputTokens);
    return observe(load, ttft + (outputTokens - 1) * tpot, {
      ...tokens(promptTokens, outputTokens),
      ...(isSplit && { ttftSeconds: reading(ttft) }),
    });
  });
}

/** GPU and model of the server, if they are known. */
export function hardwareOf({ isKnown }: AnyServer): Partial<Engine> {
  return isKnown ? ON_L4 : {};
}
