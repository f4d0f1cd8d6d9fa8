/** Measures what a plan costs in each of its views, for `npm run fuzz -- --expensive` and `npm run bench`. */
import { slowCharts } from '../../src/charts/drawCharts';
import { hoverAt } from '../../src/language/hover';
import { analyzePlan } from '../../src/lint/analyzePlan';
import { drawPicture } from '../../src/panel/drawPicture';
import { readPlan } from '../../src/plan/readPlan';
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

export type View = keyof Cost;

/** What each view does at a change of the text. */
const VIEWS: Readonly<Record<View, (text: string) => unknown>> = {
  findings: (text) => analyzePlan(text).findings,
  hover: (text) => hoverAt(analyzePlan(text), scenarioIn(text), () => undefined),
  charts: (text) => {
    const analysis = analyzePlan(text);
    const picture = drawPicture(analysis, undefined, 'plan');
    const { assessment } = analysis;
    return assessment && [picture, ...slowCharts(assessment).map((draw) => draw())];
  },
  report: (text) => renderReport(analyzePlan(text), { fileName: 'plan' }),
};

/** True if the text is a plan without an error in it. Others cost little. */
export function isLegal(text: string): boolean {
  return readPlan(text).problems.length === 0;
}

export function costOfView(text: string, view: View): number {
  return timed(() => VIEWS[view](text));
}

export function costOf(text: string): Cost {
  return {
    findings: costOfView(text, 'findings'),
    hover: costOfView(text, 'hover'),
    charts: costOfView(text, 'charts'),
    report: costOfView(text, 'report'),
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
