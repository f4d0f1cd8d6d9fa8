/**
 * Checks every output on a text for holes: NaN, Infinity or `undefined` in a text, a table, a chart, JSON or SARIF.
 * Throws if there is one.
 */
import { slowCharts } from '../../src/charts/drawCharts';
import { renderSvg } from '../../src/charts/svg/renderSvg';
import { sarifLog } from '../../src/cli/formats/sarif';
import { formatSize } from '../../src/cli/formats/sizeText';
import { sizeJson } from '../../src/cli/json/sizeJson';
import { streamJson } from '../../src/cli/json/streamJson';
import { describeStatus } from '../../src/language/status';
import { hoverAt } from '../../src/language/hover';
import { inlayHints } from '../../src/language/inlayHints';
import { analyzePlan } from '../../src/lint/analyzePlan';
import { drawPicture } from '../../src/panel/drawPicture';
import { renderReport } from '../../src/report/renderReport';

const HOLES = /\b(?:NaN|undefined|Infinity|infinitely)\b|\[object/;

export function checkOutputs(text: string): void {
  const analysis = analyzePlan(text);
  const { assessment } = analysis;
  // such words in the plan are its own
  if (HOLES.test(text)) return;
  checkText('status', describeStatus(analysis, undefined).text);
  for (const hint of inlayHints(analysis, undefined)) checkText('hint', hint.text);
  for (let offset = 0; offset <= text.length; offset += 1 + Math.floor(text.length / 20)) {
    checkText('hover', hoverAt(analysis, offset, () => undefined)?.markdown ?? '');
  }
  checkText('report', renderReport(analysis, { fileName: 'fuzz.capacity.yaml' }));
  checkNumbers('SARIF', sarifLog([{ file: 'fuzz.capacity.yaml', analysis }], '0.0.0'));
  checkNumbers('picture', drawPicture(analysis, undefined, 'fuzz.capacity.yaml'));
  if (!assessment) return;
  checkText(
    'size',
    formatSize(assessment, (plain) => plain),
  );
  checkJson([...streamJson(sizeJson({ file: 'fuzz', analysis, toolVersion: '0.0.0' }))].join(''));
  for (const draw of slowCharts(assessment)) {
    const chart = draw();
    if (!chart) continue;
    checkNumbers(chart.id, chart);
    checkText(`${chart.id} as SVG`, renderSvg(chart));
  }
}

function checkText(where: string, text: string): void {
  const hole = HOLES.exec(text);
  if (!hole) return;
  throw new Error(`${where}: ${text.slice(Math.max(0, hole.index - 60), hole.index + 60)}`);
}

/** Every number is finite, and every text without holes. */
function checkNumbers(where: string, value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${where}: ${value}`);
  if (typeof value === 'string') checkText(where, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) checkNumbers(`${where}.${key}`, inner);
}

function checkJson(text: string): void {
  checkText('JSON', text);
  JSON.parse(text);
}
