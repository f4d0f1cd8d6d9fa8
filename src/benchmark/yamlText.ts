/** Writes observations as YAML of their own, to paste below `observations:`. */
import { blockItem } from '../plan/edit/itemText';
import type { WrittenRun } from './observation';

export function observationsYaml(runs: readonly Pick<WrittenRun, 'item'>[]): string {
  if (runs.length === 0) return '';
  const lines = ['observations:', ...runs.flatMap(({ item }) => blockItem(item, '  '))];
  return `${lines.join('\n')}\n`;
}
