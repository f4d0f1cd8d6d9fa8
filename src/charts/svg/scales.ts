/** Maps values to pixels, and chooses the ticks of an axis. */
import { oneLine } from '../../messages/oneLine';
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Axis } from '../chart';
import { formatTick } from '../tick';
import { isDrawable, type Domain } from './domain';

export interface Scale {
  readonly domain: Domain;
  /** Place in pixels, which may be out of view. Undefined if the value has no place on this scale. */
  readonly at: (value: number | undefined) => number | undefined;
  /** Place like `at`, moved to the edge if it lies outside or has no logarithm. */
  readonly within: (value: number) => number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/**
 * @param start Pixel of the domain's first value.
 * @param most Approximate maximum number of ticks.
 */
export function scaleFor(
  axis: Axis,
  domain: Domain,
  [start, end]: readonly [number, number],
  most: number,
): Scale {
  const map = (domain.scale === 'log' ? scaleLog() : scaleLinear())
    .domain([domain.from, domain.to])
    .range([start, end]);
  const at = (value: number | undefined): number | undefined =>
    isDrawable(value, domain.scale) ? clamp(map(value), -FAR, FAR) : undefined;
  const within = (value: number): number =>
    map(clamp(Number.isNaN(value) ? domain.from : value, domain.from, domain.to));
  return { domain, at, within, ticks: axis.categories ? places(axis.categories) : numbers() };

  function numbers(): readonly Tick[] {
    const values = axis.every
      ? multiplesIn(domain, axis.every)
      : tickValues(domain, most).filter((value) => !axis.whole || isWhole(value));
    const labels = values.map((value) => formatTick(value, axis.unit));
    // Two ticks with one label would look equal.
    return values.flatMap((value, index) => {
      const label = labels[index] ?? '';
      return label === labels[index - 1] ? [] : [{ at: within(value), label }];
    });
  }

  function places(names: readonly string[]): readonly Tick[] {
    return names.map((name, index) => ({ at: within(index), label: oneLine(name) }));
  }
}

function multiplesIn({ from, to }: Domain, every: number): readonly number[] {
  const first = Math.ceil(from / every);
  const count = Math.min(MOST_MULTIPLES, Math.floor(to / every) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * every);
}

const MOST_MULTIPLES = 50;

/** Distance far outside of any picture, in pixels. It is still a finite number. */
const FAR = 1e6;

function tickValues({ scale, from, to }: Domain, most: number): readonly number[] {
  if (scale === 'linear') return scaleLinear().domain([from, to]).ticks(most);
  const all = scaleLog().domain([from, to]).ticks(most);
  const decades = Math.log10(to / from);
  if (decades * 3 <= most) {
    const round = all.filter((value) => [1, 2, 5].includes(leadingDigit(value)));
    return round.length >= 3 ? round : all;
  }
  const step = Math.ceil(decades / most);
  return all.filter((value) => leadingDigit(value) === 1 && exponent(value) % step === 0);
}

function leadingDigit(value: number): number {
  return Math.round(value / 10 ** exponent(value));
}

function exponent(value: number): number {
  return Math.floor(Math.log10(value) + 1e-9);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
