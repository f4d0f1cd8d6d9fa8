/** Whatever the plan, its report and its JSON are made without exceptions and without holes. */
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { streamJson } from '../../../src/cli/json/streamJson';
import { sizeJson } from '../../../src/cli/json/sizeJson';
import { formatSize } from '../../../src/cli/formats/sizeText';
import { painter } from '../../../src/cli/paint';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderReport } from '../../../src/report/renderReport';
import { byLength } from '../../support/long';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../support/mutatePlan';
import { EXAMPLE } from './reportOf';

const PLANS = byLength({ short: 100, long: 1000 });
const markdown = new MarkdownIt({ html: true });

test(`${PLANS} mutated plans`, () => {
  const random = seededRandom(3);
  const seeds = [EXAMPLE, ...RICH_PLANS];
  for (let i = 0; i < PLANS; i += 1) {
    const text = mutatePlan(random, seeds);
    try {
      checkOne(text);
    } catch (error) {
      throw new Error(`plan ${i}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
});

function checkOne(text: string): void {
  const analysis = analyzePlan(text);
  const file = 'x.capacity.yaml';
  const report = renderReport(analysis, { fileName: file });
  expectNoHoles(report, text);
  const html = markdown.render(report);
  expect(html.match(/<h1>/g)).toHaveLength(1);
  const json = [...streamJson(sizeJson({ file, analysis, toolVersion: '0' }))].join('');
  expect(json).not.toContain('"value":null');
  if (analysis.assessment) {
    expectNoHoles(formatSize(analysis.assessment, painter(false)), text);
  }
}

/** What the plan itself says is no hole. */
function expectNoHoles(output: string, text: string): void {
  for (const hole of ['undefined', 'NaN', 'Infinity', '[object']) {
    if (!text.includes(hole)) expect(output).not.toContain(hole);
  }
  expect(output).not.toMatch(/[ \t]$/m);
}
