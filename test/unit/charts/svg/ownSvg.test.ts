import { expect, test } from 'vitest';
import { isOwnSvg } from '../../../../src/charts/svg/ownSvg';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { renderSavedReport } from '../../../../src/report/renderReport';
import { EXAMPLE } from '../../report/reportOf';

test('every picture of a report is known again', () => {
  const { pictures } = renderSavedReport(analyzePlan(EXAMPLE), {
    fileName: 'a.capacity.yaml',
    reportName: 'a.report.md',
  });
  expect(pictures.length).toBeGreaterThan(3);
  for (const { svg } of pictures) expect(isOwnSvg(svg)).toBe(true);
});

test.each([
  '',
  'version: 1\n',
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" aria-labelledby="a-title b-desc">',
  '<!-- mine --><svg xmlns="x" aria-labelledby="a-title a-desc">',
])('%j is of somebody else', (text) => {
  expect(isOwnSvg(text)).toBe(false);
});
