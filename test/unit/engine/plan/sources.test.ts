import { expect, test } from 'vitest';
import { SOURCES } from '../../../../src/engine/plan/plan';
import {
  isMeasured,
  LEAST_CERTAIN_SOURCE,
  SOURCE_TRAITS,
} from '../../../../src/engine/plan/sources';

test('the first source is the best known, the last counts where none is stated', () => {
  expect(isMeasured(SOURCES[0])).toBe(true);
  expect(LEAST_CERTAIN_SOURCE).toBe('guess');
  expect(SOURCE_TRAITS[LEAST_CERTAIN_SOURCE]).toEqual({ isMeasured: false, wasSeen: false });
});

test('what was measured was seen, and no source after one that was not seen was', () => {
  const seen = SOURCES.map((source) => SOURCE_TRAITS[source].wasSeen);
  expect(seen).toEqual([...seen].sort((a, b) => Number(b) - Number(a)));
  for (const source of SOURCES.filter(isMeasured)) {
    expect(SOURCE_TRAITS[source].wasSeen).toBe(true);
  }
});

test('a decision of the plan is no measurement', () => {
  expect(isMeasured('stated')).toBe(false);
});
