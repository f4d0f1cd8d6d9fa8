/** Measures what a plan costs in each of its views, for `npm run fuzz -- --expensive` and `npm run bench`. */
import { quickCharts, slowCharts } from '../../src/charts/drawCharts';
import { hoverAt } from '../../src/language/hover';
import { analyzePlan } from '../../src/lint/analyzePlan';
import { drawPicture } from '../../src/panel/drawPicture';
import { renderReport } from '../../src/report/renderReport';

export { changeChoices, planOfChoices, randomChoices } from './expensivePlan';
export { seededRandom } from './mutatePlan';

/** Milliseconds of processor time. */
export interface Cost {
  readonly findings: number;
  /** Of the first scenario. */
  readonly hover: number;
  readonly charts: number;
  readonly report: number;
}

/** Returns undefined if the plan has an error, and so costs little. */
export function costOf(text: string): Cost | undefined {
  const first = analyzePlan(text);
  if (!first.assessment || first.document.problems.length > 0) return undefined;
  return {
    findings: timed(() => analyzePlan(text).findings),
    hover: timed(() => hoverAt(analyzePlan(text), scenarioIn(text), () => undefined)),
    charts: timed(() => {
      const analysis = analyzePlan(text);
      drawPicture(analysis, undefined, 'plan');
      if (!analysis.assessment) return;
      quickCharts(analysis.assessment);
      slowCharts(analysis.assessment).forEach((draw) => draw());
    }),
    report: timed(() => renderReport(analyzePlan(text), { fileName: 'plan' })),
  };
}

function scenarioIn(text: string): number {
  return text.indexOf('s0:');
}

function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
