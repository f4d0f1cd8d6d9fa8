/** Holds everything that a drawing depends on. */
import type { Chart, ChartPoint, Series } from '../../src/charts/chart';
import type { Theme } from '../theme';

export type Scale = 'linear' | 'log';

export interface Scene {
  readonly chart: Chart;
  readonly theme: Theme;
  readonly selected: string | undefined;
  readonly scales: { readonly x: Scale; readonly y: Scale };
}

export function isSelected(scene: Scene, point: ChartPoint): boolean {
  return scene.selected !== undefined && point.scenario === scene.selected;
}

/** Returns true if all points of a line belong to the selected scenario. */
export function isSelectedLine(scene: Scene, { kind, points }: Series): boolean {
  return kind !== 'points' && points.length > 0 && points.every((p) => isSelected(scene, p));
}
