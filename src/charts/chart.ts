/**
 * A chart as data. The panel draws it on a canvas, the report as SVG, and a table gives the same figures. Every
 * number comes from the engine and every sentence from `messages`. Whoever draws it only places them.
 */
import type { Unit } from '../engine/figure/figure';
import type { Table } from './table';

export const QUICK_CHART_IDS = ['trade-off', 'latency'] as const;
/** Charts of which each takes many assessments. */
export const SLOW_CHART_IDS = [
  'nodes-by-users',
  'cost-by-users',
  'growth-nodes',
  'growth-cost',
  'day-nodes',
  'day-cost',
] as const;
export const CHART_IDS = [...QUICK_CHART_IDS, ...SLOW_CHART_IDS] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** Charts that show the same by nodes and by cost. The panel shows one of them at a time. */
export const CHART_PAIRS: readonly (readonly [nodes: ChartId, cost: ChartId])[] = [
  ['nodes-by-users', 'cost-by-users'],
  ['growth-nodes', 'growth-cost'],
];

/** Pixels between lines that coincide. */
export const LINE_OFFSET = 3;

export interface Chart {
  readonly id: ChartId;
  readonly title: string;
  /** At most two sentences that say what it shows, also for people who cannot see it. Names are between backticks. */
  readonly conclusion: string;
  /** Further sentences, beside its table: what is left out, and what the first two had no room for. */
  readonly notes?: readonly string[];
  /** Changes that are being tried and are not in the file. Parts of the chart show them. */
  readonly tried?: readonly string[];
  readonly x: Axis;
  readonly y: Axis;
  /** Series in the order of drawing, the last on top. */
  readonly series: readonly Series[];
  readonly rules: readonly Rule[];
  /** Figures of the chart as a table. */
  readonly table: Table;
}

export interface Axis {
  readonly label: string;
  readonly unit: Unit;
  /** Scale at first. `canBeLog` says whether people may switch: every value is above zero. */
  readonly scale: 'linear' | 'log';
  readonly canBeLog: boolean;
  /** Smallest and largest value that should be in view. Undefined if the data decide. */
  readonly from?: number;
  readonly to?: number;
  /** Set if only whole numbers have a meaning on the axis (nodes, months). */
  readonly whole?: true;
  /** Distance between ticks, for units that do not count in tens, such as hours. */
  readonly every?: number;
  /** Names of places, in order, if the axis has no numbers: the groups of a bar chart. */
  readonly categories?: readonly string[];
}

/** Colour of the theme. `foreground` is for what belongs to no scenario, such as the frontier. */
export type Colour =
  'blue' | 'orange' | 'purple' | 'green' | 'red' | 'yellow' | 'foreground' | 'muted';

/** Shape of a point, for people who cannot tell colours apart. */
export type Mark = 'circle' | 'triangle' | 'square' | 'diamond' | 'cross' | 'star' | 'none';

export interface Series {
  /** Name that is unique in its chart. */
  readonly id: string;
  /** Name in the legend. Undefined if the legend does not name it (a band). */
  readonly label: string | undefined;
  readonly kind: 'line' | 'steps' | 'points' | 'bars';
  readonly colour: Colour;
  readonly points: readonly ChartPoint[];
  /** Look of a line that accompanies another one. The legend explains each look once. */
  readonly look?: 'thin' | 'dotted';
  /** Set if the area between each point's `low` and `high` is filled. Otherwise points have error bars. */
  readonly band?: true;
  /** Set if it is not in the file: the outcome of a change that is being tried. */
  readonly whatIf?: true;
  /** Number of steps that a line is drawn above its values, or below, because it coincides with others. */
  readonly offset?: number;
}

export interface ChartPoint {
  readonly x: number;
  /** Undefined if there is no value: the line has a gap. */
  readonly y: number | undefined;
  readonly low?: number;
  readonly high?: number;
  readonly mark: Mark;
  /** Set if the point is not verified, or is known less well than by a measurement. */
  readonly hollow?: true;
  /** Set if the line to this point lies outside what was observed. */
  readonly dashed?: true;
  /** Text of a few characters beside the point. Undefined for none. */
  readonly tag?: string;
  /** Lines with the figures of the point, formatted for a tooltip or for reading aloud. */
  readonly says: readonly string[];
  /** Scenario of the point: selecting one selects it everywhere. */
  readonly scenario?: string;
}

/** A straight line across the chart: a limit, or today's load. */
export interface Rule {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly label: string;
  readonly kind: 'limit' | 'today';
  /** Set if it is not in the file: a change that is being tried puts it here. */
  readonly whatIf?: true;
}
