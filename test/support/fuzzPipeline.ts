/** Sends a text through everything that reads it, for `npm run fuzz`. */
import { hoverAt } from '../../src/language/hover';
import { analyzePlan } from '../../src/lint/analyzePlan';
import { renderReport } from '../../src/report/renderReport';
import { checkFindings } from './checkFindings';

export { mutatePlan, RICH_PLANS, seededRandom } from './mutatePlan';

export function checkPipeline(text: string): void {
  checkFindings(text);
  const analysis = analyzePlan(text);
  renderReport(analysis, { fileName: 'fuzz.capacity.yaml' });
  for (let offset = 0; offset <= text.length; offset += 1 + Math.floor(text.length / 10)) {
    hoverAt(analysis, offset, () => undefined);
  }
}
