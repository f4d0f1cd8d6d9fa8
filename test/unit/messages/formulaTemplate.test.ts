/** Mistakes in formulas that the compiler finds: `npm run typecheck` fails where an expected error is missing. */
import { expect, test } from 'vitest';
import { constantFigure, deriveFigure } from '../../../src/engine/figure/figures';
import type { NamesKnown, Templates } from '../../../src/messages/formulaTemplate';

const servers = constantFigure(2, 'servers');
const parallel = constantFigure(8, 'slots/server');

test('a figure has the inputs of its formula', () => {
  const slots = deriveFigure('slots.total', 16, 'slots', { servers, parallel });
  expect(slots.derivation).toMatchObject({ inputs: { servers, parallel } });
  // @ts-expect-error: an input is missing
  deriveFigure('slots.total', 16, 'slots', { servers });
  // @ts-expect-error: an input is misspelt
  deriveFigure('slots.total', 16, 'slots', { servers, paralel: parallel });
  deriveFigure('parallel.auto', 8, 'slots/server', {});
  deriveFigure('latency.meanOfObserved', 8, 's', { latency1: servers, latency2: servers });
  // @ts-expect-error: not one of a list
  deriveFigure('latency.meanOfObserved', 8, 's', { time1: servers });
});

test('a text names inputs of its own formula', () => {
  const right = {
    'slots.total': ({ servers: s }) => `{servers#}${s.value === 1 ? '' : ' × {parallel}'} = {=}`,
  } satisfies Templates<'slots.total'>;
  const known: NamesKnown<typeof right> = right;
  expect(Object.keys(known)).toEqual(['slots.total']);
  const wrong = {
    'slots.total': ({ servers: s }) => `{servers#}${s.value === 1 ? '' : ' × {users}'} = {=}`,
  } satisfies Templates<'slots.total'>;
  // @ts-expect-error: slots.total has no users
  const unknown: NamesKnown<typeof wrong> = wrong;
  expect(unknown).toBe(wrong);
});
