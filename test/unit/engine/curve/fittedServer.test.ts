import { describe, expect, test } from 'vitest';
import { assessEngine } from '../../../../src/engine/assess/assess';
import { serverOf } from '../../../../src/engine/curve/fittedServer';
import { readLengths } from '../../../../src/engine/curve/observedLengths';
import type { Engine, Observation } from '../../../../src/engine/plan/plan';
import { closed, engine, node, observe, reading, stated, tokens } from '../../../support/plans';

const ASKED = { ...closed(10), ...tokens(1000, 200) };
const SAME = tokens(1000, 200);
const ON_L4: Partial<Engine> = {
  type: stated('vllm'),
  node: { ...node(1), gpu: stated('L4') },
  model: stated('meta-llama/Llama-3.1-8B-Instruct'),
};

function fit(
  observations: readonly Observation[],
  { given = {}, workload = ASKED }: { given?: Partial<Engine>; workload?: typeof ASKED } = {},
) {
  const assessed = assessEngine(engine(observations, given));
  const lengths = readLengths(assessed.observations, workload);
  return lengths && serverOf(assessed, workload, lengths);
}

/** Times that the model was fitted to, in seconds. */
function fittedTo(observations: readonly Observation[]): number[] {
  const { derivation } = fit(observations)?.basis ?? {};
  if (derivation?.kind !== 'formula') return [];
  return Object.values(derivation.inputs).map(({ value }) => value);
}

describe('the token model is fitted', () => {
  test('to every exact time of an observation', () => {
    const both = { ...SAME, ttftSeconds: reading(0.3), tpotSeconds: reading(0.04) };
    expect(fittedTo([observe(8, 9, both), observe(1, 7, SAME)])).toEqual([9, 0.3, 0.04, 7]);
  });

  test('to what was measured or reported; to estimates and guesses only where nothing else is known', () => {
    const guess = observe(8, 9, { ...SAME, source: 'guess' });
    const estimate = observe(4, 8, { ...SAME, source: 'estimate' });
    const reported = observe(2, 7.5, { ...SAME, source: 'reported' });
    expect(fittedTo([guess, estimate, reported, observe(1, 7, SAME)])).toEqual([7.5, 7]);
    expect(fittedTo([guess, estimate])).toEqual([9, 8]);
  });

  test('to no bound', () => {
    const bound = observe(8, 9, { ...SAME, latencySeconds: reading(9, '<') });
    expect(fittedTo([bound, observe(1, 7, SAME)])).toEqual([7]);
  });

  test('to no more than 24 of many: of the nearest lengths, over all loads', () => {
    const near = Array.from({ length: 40 }, (_, i) => observe(i + 1, 7 + i / 10, SAME));
    const far = Array.from({ length: 40 }, (_, i) => observe(i + 1, 70 + i, tokens(9000, 3000)));
    const chosen = fittedTo([...far, ...near]);
    expect(chosen).toHaveLength(24);
    expect(Math.min(...chosen)).toBe(7);
    expect(Math.max(...chosen)).toBeCloseTo(10.9, 9);
  });

  test('to those of other lengths too, as far as there is room', () => {
    const near = Array.from({ length: 20 }, (_, i) => observe(i + 1, 7 + i / 10, SAME));
    const far = Array.from({ length: 40 }, (_, i) => observe(i + 1, 70 + i, tokens(9000, 3000)));
    const chosen = fittedTo([...far, ...near]);
    expect(chosen).toHaveLength(24);
    expect(chosen.filter((seconds) => seconds < 70)).toHaveLength(20);
    expect(chosen).toEqual(expect.arrayContaining([70, 109]));
  });

  test('to the same model for the same evidence', () => {
    const read = () => fit([observe(1, 7, SAME), observe(8, 9, SAME)])?.model;
    expect(read()).toBe(read());
  });
});

describe('its figures', () => {
  test('are extrapolated from observations at the lengths of the workload', () => {
    const found = fit([observe(1, 7, SAME), observe(8, 9, SAME)]);
    expect(found?.reach).toBe('extrapolated');
    expect(found?.basis.provenance).toMatchObject({ known: 'measured', caveats: [] });
  });

  test('are scaled from observations at others', () => {
    const found = fit([observe(1, 7, SAME), observe(8, 4, tokens(1000, 100))]);
    expect(found?.reach).toBe('scaled');
    expect(found?.basis.provenance).toMatchObject({ known: 'measured', reach: 'scaled' });
  });

  test('say where lengths are not stated', () => {
    const found = fit([observe(1, 7, SAME), observe(8, 9)]);
    expect(found?.basis.provenance.caveats).toEqual(['tokens-unstated']);
  });

  test('are estimates by the data sheets where nothing was observed', () => {
    const found = fit([], { given: ON_L4 });
    expect(found?.reach).toBe('hardware');
    expect(found?.basis.provenance).toMatchObject({ known: 'estimate', reach: 'hardware' });
    // 8 billion parameters of 2 bytes at 300 GB/s
    expect(found?.basis.value).toBeCloseTo(0.05, 2);
  });
});

describe('there is none', () => {
  test('where no observation states a length that the workload states', () => {
    expect(fit([observe(1, 7), observe(8, 9)])).toBeUndefined();
  });

  test('where the data sheets are not known, or the workload leaves a length out', () => {
    expect(fit([])).toBeUndefined();
    const workload = { ...closed(10), outputTokens: stated(200) } as typeof ASKED;
    expect(fit([], { given: ON_L4, workload })).toBeUndefined();
  });
});

describe('an engine like another one', () => {
  const gpu = (name: string): Partial<Engine> => ({
    ...ON_L4,
    node: { ...node(1), gpu: stated(name) },
  });
  const other = engine([observe(1, 7, SAME), observe(8, 9, SAME)], ON_L4);
  const at = (given: Partial<Engine>, observations: readonly Observation[] = []) =>
    fit(observations, { given: { ...given, like: other } });
  const latencyOf = (found: ReturnType<typeof fit>): number | undefined =>
    found?.model.valueAt({ load: 8, promptTokens: 1000, outputTokens: 200 }, 'latency');

  test('has its times on the same GPU, and shorter ones on a faster GPU', () => {
    const same = latencyOf(at(gpu('L4'))) ?? NaN;
    expect(Math.abs(Math.log(same / 9))).toBeLessThan(0.2);
    expect(latencyOf(at(gpu('H100')))).toBeLessThan(4.5);
    expect(at(gpu('H100'))?.reach).toBe('other-gpu');
    expect(at(gpu('H100'))?.basis.provenance).toMatchObject({
      known: 'measured',
      reach: 'other-gpu',
    });
  });

  test('is narrowed by one observation of its own', () => {
    const width = (found: ReturnType<typeof fit>): number => {
      const point = { load: 8, promptTokens: 1000, outputTokens: 200 };
      const { low = 0, high = Infinity } = found?.model.bandAt(point, 'latency') ?? {};
      return high / low;
    };
    expect(width(at(gpu('H100'), [observe(1, 1.2, SAME)]))).toBeLessThan(width(at(gpu('H100'))));
  });

  test('is scaled by no GPU that is not known', () => {
    expect(at({ ...ON_L4, node: node(1) })).toBeUndefined();
  });
});

test('a prompt that a prefix cache answers takes less time', () => {
  const observations = [observe(1, 7, SAME), observe(8, 9, SAME)];
  const found = fit(observations);
  const seconds = (cachedTokens: number): number =>
    found?.model.valueAt(
      { load: 8, promptTokens: 1000, outputTokens: 200, cachedTokens },
      'ttft',
    ) ?? NaN;
  expect(seconds(900)).toBeLessThan(0.7 * seconds(0));
});
