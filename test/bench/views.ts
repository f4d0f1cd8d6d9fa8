/** What each view takes of a plan's text, for the benchmark of plans whose work is a product. */
import { checkJson } from '../../src/cli/formats/json';
import { formatPretty } from '../../src/cli/formats/pretty';
import { sarifLog } from '../../src/cli/formats/sarif';
import { formatSize } from '../../src/cli/formats/sizeText';
import { sizeJson } from '../../src/cli/json/sizeJson';
import { streamJson } from '../../src/cli/json/streamJson';
import { quickCharts, slowCharts } from '../../src/charts/drawCharts';
import { hoverAt } from '../../src/language/hover';
import { inlayHints } from '../../src/language/inlayHints';
import { describeStatus } from '../../src/language/status';
import type { Analysis } from '../../src/lint/analysis';
import { analyzePlan } from '../../src/lint/analyzePlan';
import { drawPicture } from '../../src/panel/drawPicture';
import { renderReport } from '../../src/report/renderReport';

const FILE = 'bench.capacity.yaml';
const plain = (text: string): string => text;

/** Characters that the view makes of an analysis. */
const VIEWS: Readonly<Record<string, (analysis: Analysis) => number>> = {
  findings: ({ findings }) => findings.length,
  'check pretty': (analysis) => formatPretty([{ file: FILE, analysis }], plain).length,
  'check json': (analysis) =>
    written(checkJson([{ file: FILE, analysis }], { toolVersion: '0', failed: false })),
  'check sarif': (analysis) => written(sarifLog([{ file: FILE, analysis }], '0')),
  'hover scenario': (analysis) => hoverOver(analysis, '/scenarios/s0'),
  'hover target': (analysis) => hoverOver(analysis, '/targets/t0'),
  'hover engine': (analysis) => hoverOver(analysis, '/engines/e0'),
  'hover observation': (analysis) => hoverOver(analysis, '/engines/e0/observations/0'),
  'hover node': (analysis) => hoverOver(analysis, '/nodes/n0'),
  hints: (analysis) =>
    inlayHints(analysis, undefined).length + describeStatus(analysis, undefined).text.length,
  size: ({ assessment }) => (assessment ? formatSize(assessment, plain).length : 0),
  'size json': (analysis) => written(sizeJson({ file: FILE, analysis, toolVersion: '0' })),
  report: (analysis) => renderReport(analysis, { fileName: FILE }).length,
  panel: (analysis) => JSON.stringify(drawPicture(analysis, undefined, FILE)).length,
  'quick charts': ({ assessment }) =>
    assessment ? JSON.stringify(quickCharts(assessment)).length : 0,
  'slow charts': ({ assessment }) =>
    assessment
      ? slowCharts(assessment).reduce((sum, draw) => sum + JSON.stringify(draw() ?? 0).length, 0)
      : 0,
};

/** As the command line writes it: piece by piece, none of them kept. */
function written(json: unknown): number {
  let characters = 0;
  for (const piece of streamJson(json)) characters += piece.length;
  return characters;
}

export const VIEW_NAMES = Object.keys(VIEWS);

export interface ViewRun {
  readonly milliseconds: number;
  readonly characters: number;
}

/** From text to one view. */
export function runView(name: string, text: string): ViewRun {
  const view = VIEWS[name];
  if (!view) throw new RangeError(`no view ${name}`);
  const start = performance.now();
  const characters = view(analyzePlan(text));
  return { milliseconds: performance.now() - start, characters };
}

function hoverOver({ document, ...analysis }: Analysis, path: string): number {
  const at = document.rangeOf(path, 'key') ?? document.rangeOf(path, 'value');
  if (!at) return 0;
  const hover = hoverAt({ document, ...analysis }, at.start, () => undefined);
  return hover?.markdown.length ?? 0;
}
