/** Draws the latency of both sides by load: the curve through each, and its measured runs on it. */
import { t } from '@vscode/l10n';
import type { Run } from '../benchmark/run';
import { axisFor, valuesOnX, valuesOnY } from '../charts/axes';
import type { Chart, ChartPoint, Colour, Series } from '../charts/chart';
import { formatNumber, formatSeconds } from '../messages/numbers';
import type { Comparison } from './compareRuns';
import type { Side } from './side';
import { loadOf } from './verdict';

/** Returns undefined if no side has a mean latency at a known load. */
export function comparisonChart(comparison: Comparison): Chart | undefined {
  const { a, b } = comparison;
  const kind = [...a.runs, ...b.runs].some(({ load }) => load.kind === 'users') ? 'users' : 'rate';
  const placed = [pointsOf(a, kind), pointsOf(b, kind)];
  const loads = placed.flat().map(({ x }) => x);
  if (loads.length === 0) return undefined;
  const range = [Math.min(...loads), Math.max(...loads)] as const;
  const series = [
    ...LOOKS.flatMap((look, i) => lineOf(i === 0 ? a : b, look, kind, range)),
    ...LOOKS.flatMap((look, i) => seriesOf(i === 0 ? a : b, look, placed[i] ?? [])),
  ];
  const label = kind === 'users' ? t`users on a server` : t`requests/s at a server`;
  return {
    id: 'latency',
    title: t`Mean latency by load`,
    conclusion: t`Points are measured. Each line is the curve through the points of one side.`,
    x: axisFor(label, kind === 'users' ? 'requests/server' : 'requests/s', valuesOnX(series), WIDE),
    y: axisFor(t`mean latency (s)`, 's', valuesOnY(series), TALL),
    series,
    rules: [],
    table: { columns: [], rows: [] },
  };
}

/** Ratio to the smallest value above which an axis is logarithmic. */
const [WIDE, TALL] = [20, 50];

interface Look {
  readonly letter: 'A' | 'B';
  readonly colour: Colour;
}

const LOOKS: readonly Look[] = [
  { letter: 'A', colour: 'blue' },
  { letter: 'B', colour: 'orange' },
];

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly run: Run;
}

function pointsOf({ runs }: Side, kind: 'users' | 'rate'): readonly Placed[] {
  return runs.flatMap((run) => {
    const { load, servers = 1, latency } = run;
    if (load.kind !== kind || latency.mean === undefined) return [];
    const whole = load.kind === 'users' ? load.users : load.perSecond;
    return [{ x: whole / servers, y: latency.mean, run }];
  });
}

function seriesOf({ name }: Side, look: Look, placed: readonly Placed[]): readonly Series[] {
  if (placed.length === 0) return [];
  const { letter, colour } = look;
  const points = [...placed]
    .sort((p, q) => p.x - q.x)
    .map(({ x, y, run }): ChartPoint => {
      return {
        x,
        y,
        mark: 'circle',
        says: [`${letter}: ${name}, ${loadOf(run)}`, formatSeconds(y)],
      };
    });
  return [{ id: `${letter}/runs`, label: undefined, kind: 'points', colour, points }];
}

/** The curve at the lengths of the side's first run, over the loads of both. */
function lineOf(
  side: Side,
  { letter, colour }: Look,
  kind: 'users' | 'rate',
  [least, most]: readonly [number, number],
): readonly Series[] {
  const [first] = pointsOf(side, kind);
  if (!first) return [];
  const points = steps(least, most, kind).flatMap((x): readonly ChartPoint[] => {
    const load = kind === 'users' ? { kind, users: x } : { kind, perSecond: x };
    const y = side.predict({ ...first.run, servers: 1, load })?.latency?.value;
    if (y === undefined) return [];
    return [{ x, y, mark: 'none', says: [`${letter}: ${formatNumber(x)}`, formatSeconds(y)] }];
  });
  const last = points.at(-1);
  if (!last) return [];
  const tagged = [...points.slice(0, -1), { ...last, tag: letter }];
  return [
    {
      id: `${letter}/curve`,
      label: `${letter}: ${side.name}`,
      kind: 'line',
      colour,
      points: tagged,
    },
  ];
}

/** Loads between both, further apart the heavier they are. */
function steps(least: number, most: number, kind: 'users' | 'rate'): readonly number[] {
  const all = Array.from({ length: STEPS + 1 }, (_, i) => least * (most / least) ** (i / STEPS));
  return kind === 'rate' ? all : [...new Set(all.map((each) => Math.round(each)))];
}

const STEPS = 24;
