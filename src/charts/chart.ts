/**
 * A chart as data: what the panel draws with a canvas, the report as SVG, and a table says in words.
 * Every number and every sentence in it is the engine's or those of `messages`; who draws it only places it.
 */
import type { Unit } from '../engine/figure/figure';
import type { Table } from './table';

export const CHART_IDS = [
  'trade-off',
  'latency',
  'nodes-by-users',
  'cost-by-users',
  'growth-nodes',
  'growth-cost',
  'day-nodes',
  'day-cost',
] as const;
export type ChartId = (typeof CHART_IDS)[number];

export interface Chart {
  readonly id: ChartId;
  readonly title: string;
  /** A sentence or two of what it shows, for those who do not see it too; names stand between backticks. */
  readonly conclusion: string;
  /** What is tried that is not in the file, one change each: parts of the chart are of that. */
  readonly tried?: readonly string[];
  readonly x: Axis;
  readonly y: Axis;
  /** Drawn in this order, the last on top. */
  readonly series: readonly Series[];
  readonly rules: readonly Rule[];
  /** The same figures, as a table. */
  readonly table: Table;
}

export interface Axis {
  readonly label: string;
  readonly unit: Unit;
  /** To begin with; `canBeLog` says whether people may switch (every value is above zero). */
  readonly scale: 'linear' | 'log';
  readonly canBeLog: boolean;
  /** The largest and smallest value that should be in view; undefined where the data decide. */
  readonly from?: number;
  readonly to?: number;
  /** Only whole numbers mean something on it (nodes, months). */
  readonly whole?: true;
  /** Numbers stand at multiples of it: hours do not go by tens. */
  readonly every?: number;
  /** Names of places, in order, where the axis has no numbers: a bar chart's groups. */
  readonly categories?: readonly string[];
}

/** Which of the theme's colours; `foreground` for what belongs to nobody (the frontier). */
export type Colour =
  'blue' | 'orange' | 'purple' | 'green' | 'red' | 'yellow' | 'foreground' | 'muted';

/** A shape, since colour alone tells nothing to those who do not see it. */
export type Mark = 'circle' | 'triangle' | 'square' | 'diamond' | 'cross' | 'star' | 'none';

export interface Series {
  /** Unique in its chart. */
  readonly id: string;
  /** In the legend; undefined where the legend does not name it (a band). */
  readonly label: string | undefined;
  readonly kind: 'line' | 'steps' | 'points' | 'bars';
  readonly colour: Colour;
  readonly points: readonly ChartPoint[];
  /** A line that accompanies another one: its legend is a word for all of its kind. */
  readonly look?: 'thin' | 'dotted';
  /** Fills between each point's `low` and `high`, rather than error bars on points. */
  readonly band?: true;
  /** Not in the file: the outcome of a change that is being tried. */
  readonly whatIf?: true;
}

export interface ChartPoint {
  readonly x: number;
  /** Undefined where there is nothing: the line has a gap. */
  readonly y: number | undefined;
  readonly low?: number;
  readonly high?: number;
  readonly mark: Mark;
  /** Not verified, or known by less than a measurement. */
  readonly hollow?: true;
  /** The line that leads here lies outside what was observed. */
  readonly dashed?: true;
  /** A few characters beside the point; undefined for none. */
  readonly tag?: string;
  /** Lines that say the figures of the point, formatted: a tooltip, or read aloud. */
  readonly says: readonly string[];
  /** The scenario that the point belongs to: selecting one selects it everywhere. */
  readonly scenario?: string;
}

/** A straight line across: a limit, or today's load. */
export interface Rule {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly label: string;
  readonly kind: 'limit' | 'today';
  /** Not in the file: where a change that is being tried puts it. */
  readonly whatIf?: true;
}
