import { expect, test } from 'vitest';
import { FACTORS } from '../../../../../src/engine/curve/tokens/priorFactors';
import { priorOf } from '../../../../../src/engine/curve/tokens/serverPrior';
import { ENGINE_TYPES } from '../../../../../src/engine/plan/plan';

test.each(ENGINE_TYPES)('factors were fitted for %s', (type) => {
  expect(FACTORS).toHaveProperty([`sd.engine.${type}`]);
});

test('an engine without fitted factors is as uncertain as any other', () => {
  const { 'sd.engine.tgi': _, ...factors } = FACTORS;
  expect(priorOf(undefined, 'tgi', factors)).toEqual(priorOf(undefined, 'other', factors));
  expect(priorOf(undefined, 'tgi', FACTORS)).not.toEqual(priorOf(undefined, 'other', FACTORS));
});
