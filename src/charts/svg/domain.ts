/** Chooses the range of an axis. */
import { scaleLinear } from 'd3-scale';
import type { Axis, Chart, ChartPoint } from '../chart';

export interface Domain {
  readonly scale: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
}

/** Largest value drawn, so that the span of an axis stays a number. */
const LARGEST = 1e15;

/** Tells if a value has a place on a scale. */
export function isDrawable(value: number | undefined, scale: Domain['scale']): value is number {
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) > LARGEST) return false;
  return scale === 'linear' || value >= 1 / LARGEST;
}

/** Chooses the range: first as the axis states, then by the data and rules, with round ends. */
export function domainOf(chart: Chart, which: 'x' | 'y'): Domain {
  const axis = chart[which];
  if (axis.categories)
    return { scale: 'linear', from: -0.5, to: Math.max(1, axis.categories.length) - 0.5 };
  const values = valuesOf(chart, which);
  const positive = [...values, axis.from, axis.to].filter((value) => isDrawable(value, 'log'));
  const isLog = axis.scale === 'log' && positive.length > 0;
  const drawable = values.filter((value) => isDrawable(value, isLog ? 'log' : 'linear'));
  const found = isLog ? logDomain(drawable, axis, which) : linearDomain(drawable, axis, which);
  return which === 'x' ? withRoomForBars(chart, found) : found;
}

function valuesOf(chart: Chart, which: 'x' | 'y'): readonly number[] {
  const rules = chart.rules.filter(({ axis }) => axis === which).map(({ at }) => at);
  const ofPoint = ({ x, y, low, high }: ChartPoint): readonly (number | undefined)[] =>
    which === 'x' ? [x] : [y, low, high];
  const points = chart.series.flatMap(({ points }) => points.flatMap(ofPoint));
  return [...points, ...rules].filter((value) => value !== undefined);
}

/** Starts at zero unless a value is below it: people compare lengths and heights by eye. */
function linearDomain(values: readonly number[], axis: Axis, which: 'x' | 'y'): Domain {
  const stated = statedEnds(axis, 'linear');
  const least = values.reduce((a, b) => Math.min(a, b), 0);
  const most = values.reduce((a, b) => Math.max(a, b), least < 0 ? 0 : least);
  // This is room above the highest point, for its mark and its tag.
  const top = which === 'y' ? most + (most - least) * 0.06 : most;
  const from = stated.from ?? Math.min(least, stated.to ?? least);
  const to = stated.to ?? Math.max(top, from);
  const wide = to > from ? { from, to } : { from, to: from + (Math.abs(from) || 1) };
  const [niceFrom, niceTo] = niceEnds(wide.from, wide.to);
  return {
    scale: 'linear',
    from: stated.from ?? niceFrom,
    to: stated.to !== undefined && to > from ? wide.to : niceTo,
  };
}

function niceEnds(from: number, to: number): readonly [number, number] {
  const [niceFrom = from, niceTo = to] = scaleLinear().domain([from, to]).nice(6).domain();
  return [niceFrom, niceTo];
}

/** Ends at 1, 2 or 5 times a power of ten: whole decades would leave half of a picture empty. */
function logDomain(values: readonly number[], axis: Axis, which: 'x' | 'y'): Domain {
  const stated = statedEnds(axis, 'log');
  const all = [...values, stated.from, stated.to].filter((value) => value !== undefined);
  const least = all.reduce((a, b) => Math.min(a, b), Infinity);
  const most = all.reduce((a, b) => Math.max(a, b), 0);
  const from = stated.from ?? (which === 'y' ? roundDown(least) : least);
  const to = stated.to ?? (which === 'y' ? roundUp(most) : most);
  return to > from ? { scale: 'log', from, to } : { scale: 'log', from: from / 2, to: from * 2 };
}

function statedEnds({ from, to }: Axis, scale: Domain['scale']): Pick<Axis, 'from' | 'to'> {
  const isFrom = isDrawable(from, scale);
  const isTo = isDrawable(to, scale);
  if (isFrom && isTo && from >= to) return {};
  return { ...(isFrom ? { from } : {}), ...(isTo ? { to } : {}) };
}

function roundDown(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const factor = [5, 2].find((each) => each * decade <= value * (1 + 1e-9)) ?? 1;
  return Math.max(factor * decade, 1 / LARGEST);
}

function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const factor = [1, 2, 5].find((each) => each * decade >= value * (1 - 1e-9)) ?? 10;
  return factor * decade;
}

/** Adds half a step on either side: a bar is centred on its place. */
function withRoomForBars(chart: Chart, domain: Domain): Domain {
  if (domain.scale === 'log' || !chart.series.some(({ kind }) => kind === 'bars')) return domain;
  const half = barStep(chart) / 2;
  return { ...domain, from: domain.from - half, to: domain.to + half };
}

/** Returns the least distance between two bars of one series. */
function barStep(chart: Chart): number {
  const places = chart.series
    .filter(({ kind }) => kind === 'bars')
    .flatMap(({ points }) => points.map(({ x }) => x))
    .filter((x) => isDrawable(x, 'linear'))
    .sort((a, b) => a - b);
  const gaps = places.map((x, index) => x - (places[index - 1] ?? x)).filter((gap) => gap > 0);
  return gaps.reduce((a, b) => Math.min(a, b), gaps[0] ?? 1);
}
