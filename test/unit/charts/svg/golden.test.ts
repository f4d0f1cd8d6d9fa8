/** Whole pictures, compared byte for byte. `UPDATE_GOLDEN=1 npm run test:unit` draws them anew: look at them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderSvg } from '../../../../src/charts/svg/renderSvg';
import { BARS, BY_USERS, LATENCY, TRADE_OFF } from '../../../support/handmadeCharts';

const folder = join(import.meta.dirname, '..', '..', '..', 'golden', 'charts');

test.each(Object.entries({ bars: BARS, byUsers: BY_USERS, latency: LATENCY, tradeOff: TRADE_OFF }))(
  'the picture of %s is the golden one',
  (name, chart) => {
    const file = join(folder, `${name}.svg`);
    const svg = renderSvg(chart);
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, svg);
    expect(svg).toBe(readFileSync(file, 'utf8'));
  },
);
