/**
 * Converts an axis to the library's scale. It covers the chart's stated range, its points, its bands and its rules.
 */
import type { ScaleOptions } from 'chart.js';
import type { Axis, ChartPoint } from '../../src/charts/chart';
import { formatTick } from '../../src/charts/tick';
import type { Scale, Scene } from './scene';

type AxisOptions = ScaleOptions<'linear' | 'logarithmic' | 'category'>;

export function scalesOf(scene: Scene): Record<'x' | 'y', AxisOptions> {
  return { x: scaleOf(scene, 'x'), y: scaleOf(scene, 'y') };
}

function scaleOf(scene: Scene, which: 'x' | 'y'): AxisOptions {
  const { theme } = scene;
  const axis = scene.chart[which];
  const font = { family: theme.fontFamily, size: theme.fontSize };
  const look = {
    // Each clause has its own line, because the library squeezes long titles.
    title: { display: true, text: axis.label.split('; '), color: theme.muted, font },
    // The dashes are those of the grid.
    border: { color: theme.muted, dash: theme.highContrast ? [1, 5] : [] },
    grid: {
      color: theme.grid,
      lineWidth: theme.highContrast ? 0.5 : 1,
      tickLength: 4,
      display: axis.categories === undefined,
    },
  };
  const ticks = { color: theme.muted, font, maxRotation: 0, autoSkipPadding: 10 };
  if (axis.categories !== undefined) {
    return { ...look, type: 'category', labels: [...axis.categories], offset: true, ticks };
  }
  const [least, most] = extent(scene, which);
  const scale = scene.scales[which];
  return {
    ...look,
    type: scale === 'log' ? 'logarithmic' : 'linear',
    ...(scale === 'log' ? roomOnLog(least, most) : roomOnLinear(least, most)),
    ...statedEnds(axis, scale),
    offset: scene.chart.series.some(({ kind }) => kind === 'bars') && which === 'x',
    ticks: {
      ...ticks,
      ...(axis.whole ? { precision: 0 } : {}),
      ...(axis.every === undefined ? {} : { stepSize: axis.every }),
      maxTicksLimit: which === 'x' ? 9 : 7,
      callback: (value: number | string) => label(Number(value), axis, scale, most / least),
    },
  };
}

/** Returns the extent of all drawn values. Logarithmic axes take only values above zero. */
function extent({ chart, scales }: Scene, which: 'x' | 'y'): [number, number] {
  const axis = chart[which];
  const across = (point: ChartPoint) =>
    which === 'x' ? [point.x] : [point.y, point.low, point.high];
  const values = [
    axis.from,
    axis.to,
    ...chart.rules.filter((rule) => rule.axis === which).map(({ at }) => at),
    ...chart.series.flatMap(({ points }) => points.flatMap(across)),
  ].filter((value) => value !== undefined && (scales[which] === 'linear' || value > 0));
  const numbers = values.map(Number);
  return numbers.length === 0
    ? [1, 10]
    : [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
}

function roomOnLog(least: number, most: number) {
  return least === most
    ? { min: least / 2, max: most * 2 }
    : { min: least / 1.15, max: most * 1.15 };
}

/** Returns the ends that the chart states. Values beyond are cut. */
function statedEnds({ from, to }: Axis, scale: Scale) {
  const fits = (end: number | undefined) => end !== undefined && (scale === 'linear' || end > 0);
  return { ...(fits(from) ? { min: from } : {}), ...(fits(to) ? { max: to } : {}) };
}

/** Starts at zero if no value is below it and no start is stated, so that lengths compare. */
function roomOnLinear(least: number, most: number) {
  const from = Math.min(0, least);
  const room = (most - from) * 0.06;
  return { min: from, suggestedMax: most === from ? from + 1 : most + room };
}

/** Labels only round numbers on a long logarithmic axis. The library draws no line for undefined. */
function label(value: number, axis: Axis, scale: Scale, span: number): string | undefined {
  if (axis.whole && !Number.isInteger(value)) return undefined;
  if (scale === 'log') {
    const first = Number(value.toExponential()[0]);
    const round = span > 300 ? [1] : span > 30 ? [1, 3] : [1, 2, 3, 5, 7];
    if (!round.includes(first) || value !== Number(value.toPrecision(1))) return undefined;
  }
  return formatTick(value, axis.unit);
}
