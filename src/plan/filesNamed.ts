/** Finds the files that a plan names, for the host to read. */
import { isConfigPath } from '../engine/plan/configPath';
import type { Plan } from '../engine/plan/plan';
import { isInside, type NamedFile } from './planFiles';
import { readPlan } from './readPlan';

/** Limit on the files of one plan. */
const MOST_FILES = 50;

/** Returns false for most texts, without reading them: they name no file. */
export function mayNameFiles(text: string): boolean {
  return /\.json\b|\bfrom["']?\s*:/i.test(text);
}

/** Lists the files that a text names. */
export function filesNamedIn(text: string): readonly NamedFile[] {
  return mayNameFiles(text) ? filesNamedBy(readPlan(text).plan) : [];
}

export function filesNamedBy({ engines }: Plan): readonly NamedFile[] {
  const models = engines.flatMap(({ model }) =>
    model && isConfigPath(model.value) ? [model.value] : [],
  );
  const observed = engines.flatMap(({ observationFiles = [] }) => observationFiles);
  const named = new Map<string, NamedFile>();
  for (const path of observed) named.set(path, { path, holds: 'observations' });
  for (const path of models) named.set(path, { path, holds: 'model' });
  return [...named.values()].filter(({ path }) => isInside(path)).slice(0, MOST_FILES);
}
