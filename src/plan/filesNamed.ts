/** Finds the files that a plan names, for the host to read. */
import { isConfigPath } from '../engine/plan/configPath';
import { isInside } from './planFiles';
import { readPlan } from './readPlan';

/** Limit on the files of one plan. */
const MOST_FILES = 50;

/** Lists the paths of files that a plan names, as it writes them. Most plans name none, and are not read. */
export function filesNamedIn(text: string): readonly string[] {
  if (!/\.json\b/i.test(text)) return [];
  const { engines } = readPlan(text).plan;
  const paths = engines.flatMap(({ model }) =>
    model && isConfigPath(model.value) ? [model.value] : [],
  );
  return [...new Set(paths)].filter(isInside).slice(0, MOST_FILES);
}
