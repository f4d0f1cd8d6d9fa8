/** What the benchmark times: our way from text to findings, and the YAML library alone on the same text. */
import { parseDocument } from 'yaml';

export { analyzePlan } from '../../src/lint/analyzePlan';
export { hoverAt } from '../../src/language/hover';
export { readPlan } from '../../src/plan/readPlan';

/** Without its search for duplicate keys, which is quadratic and would flatter us. */
export function parseYamlAlone(text: string): unknown {
  return parseDocument(text, { uniqueKeys: false });
}
