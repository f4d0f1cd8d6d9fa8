import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FamilyName } from '../../../../src/engine/curve/fit/families';
import { leaveOneOut, type MeasuredCurve } from '../../../accuracy/leaveOneOut';
import { predictSaturation, type Stage } from '../../../accuracy/saturation';
import { predictThinkTimes, scaleToRun, type ThinkTimeCurve } from '../../../accuracy/thinkTime';

interface MeasuredFile {
  readonly curves?: readonly (MeasuredCurve & Partial<ThinkTimeCurve>)[];
  readonly series?: readonly { readonly series: string; readonly stages: readonly Stage[] }[];
}

function read(name: string, folder = 'measured'): MeasuredFile {
  const file = new URL(`../../../data/${folder}/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as MeasuredFile;
}

const RTX = ['rtx4080-serving-stacks', 'rtx4080-ollama-think-time'].flatMap(
  (name) => read(name).curves ?? [],
);
const VLLM = read('vllm-8gpu-long-prompts').curves ?? [];
const OTHERS: readonly FamilyName[] = ['linear', 'usl', 'power'];

function errors(
  curves: readonly MeasuredCurve[],
  method: 'ours' | FamilyName,
  place: 'inner' | 'last',
) {
  const all = leaveOneOut(curves, method).filter((prediction) => prediction.place === place);
  const sorted = all.map(({ error }) => error).sort((a, b) => a - b);
  const mean = sorted.reduce((sum, error) => sum + error, 0) / sorted.length;
  return { mean, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}

describe('a point that is left out', () => {
  test('on a consumer GPU: within 2.5% between points, within 3.5% beyond them', () => {
    expect(errors(RTX, 'ours', 'inner').mean).toBeLessThan(0.025);
    expect(errors(RTX, 'ours', 'last').mean).toBeLessThan(0.035);
  });

  test.each(['inner', 'last'] as const)('on 8 GPUs: no worse than anyone, %s', (place) => {
    const ours = errors(VLLM, 'ours', place);
    for (const other of OTHERS.map((family) => errors(VLLM, family, place))) {
      expect(ours.mean).toBeLessThan(other.mean);
      expect(ours.median).toBeLessThanOrEqual(other.median);
    }
  });

  test('lies in its band four times in five, and the band is narrow enough to be of use', () => {
    const bandsOf = (curves: readonly MeasuredCurve[]) =>
      leaveOneOut(curves, 'ours').flatMap(({ band }) => (band ? [band] : []));
    const bands = bandsOf([...RTX, ...VLLM]);
    const share = bands.filter(({ holds }) => holds).length / bands.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
    const widths = bandsOf(RTX)
      .map(({ width }) => width)
      .sort((a, b) => a - b);
    expect(widths[Math.floor(widths.length / 2)]).toBeLessThan(0.25);
  });
});

describe('on curves from elsewhere', () => {
  const elsewhere = ['a10g-vllm-sglang', 'l4-vllm-sglang'].flatMap(
    (name) => read(name, 'elsewhere').curves ?? [],
  );

  test('is no further off between points than with the best family', () => {
    const best = Math.min(...OTHERS.map((family) => errors(elsewhere, family, 'inner').mean));
    expect(errors(elsewhere, 'ours', 'inner').mean).toBeLessThan(1.05 * best);
  });

  test('is mostly near beyond the last', () => {
    expect(errors(elsewhere, 'ours', 'last').median).toBeLessThan(0.05);
  });

  // a server that steps up at 32 in flight is foretold by no point before it
  test.each([
    ['inner', 0.75],
    ['last', 0.6],
  ] as const)('lies in its band: %s', (place, least) => {
    const bands = leaveOneOut(elsewhere, 'ours').flatMap((each) =>
      each.place === place && each.band ? [each.band] : [],
    );
    const share = bands.filter(({ holds }) => holds).length / bands.length;
    expect(share).toBeGreaterThan(least);
    expect(share).toBeLessThan(0.95);
  });
});

test('throughput at saturation is predicted from the stages below it, within 5%', () => {
  for (const { series, stages } of read('vllm-h100-open-loop').series ?? []) {
    const { predicted = Number.NaN, measured = Number.NaN } = predictSaturation(stages, 128);
    expect(Math.abs(predicted / measured - 1), series).toBeLessThan(0.05);
  }
});

test('throughput at saturation is not measured where no stage is saturated', () => {
  const stage = { requestedRate: 2, throughput: 2, latencyMean: 1 };
  const { predicted, measured } = predictSaturation([stage], 8);
  expect(predicted).toBeGreaterThan(1);
  expect(measured).toBeUndefined();
  expect(predictSaturation([{ ...stage, throughput: 1 }], 8)).toMatchObject({
    predicted: undefined,
    measured: 1,
  });
});

describe('users who think, on a real server', () => {
  const curves = (read('rtx4080-ollama-think-time').curves ?? []).filter(isThinkTimeCurve);

  test('within 3% up to 0.5 s and within 8% at 2 s', () => {
    const [curve] = curves;
    if (!curve) throw new RangeError('the file has a curve');
    const predictions = predictThinkTimes(curve);
    expect(predictions.map(({ thinkTime }) => thinkTime)).toEqual([0, 0.1, 0.5, 2]);
    for (const { thinkTime, error } of predictions) {
      expect(Math.abs(error), `${thinkTime} s`).toBeLessThan(thinkTime > 1 ? 0.08 : 0.03);
    }
  });

  test('a curve that the GPU was slower for, scaled to the run without a pause: within 3% and 12%', () => {
    const scaled = curves[1] && scaleToRun(curves[1]);
    if (!scaled) throw new RangeError('the file has a second curve with a run without a pause');
    for (const { thinkTime, error } of predictThinkTimes(scaled)) {
      expect(Math.abs(error), `${thinkTime} s`).toBeLessThan(thinkTime > 1 ? 0.12 : 0.03);
    }
  });
});

function isThinkTimeCurve(curve: MeasuredCurve & Partial<ThinkTimeCurve>): curve is ThinkTimeCurve {
  return curve.thinkTime !== undefined;
}
