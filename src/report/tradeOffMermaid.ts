/** Draws cost against latency for a report that is not saved: the trade-off chart as a quadrant chart of Mermaid. */
import { t } from '@vscode/l10n';
import { drawTradeOff } from '../charts/tradeOffChart';
import type { Axis, Chart, ChartPoint } from '../charts/chart';
import type { Assessment } from '../engine/assess/assessment';
import { blocks } from '../messages/markdown';
import { joinSentences } from '../messages/sentences';
import { mermaidLabel } from './mermaidLabel';
import { AXIS_COLOUR, LINE_COLOURS } from './mermaidPalette';

/** Maximum number of points: labels of more would cover each other. */
const MOST_POINTS = 12;

export function tradeOffMermaid(assessment: Assessment): string | undefined {
  const chart = drawTradeOff(assessment);
  if (!chart) return undefined;
  const points = pointsOf(chart).slice(0, MOST_POINTS);
  const lines = [
    `%%{init: {"quadrantChart": {"chartWidth": 640, "chartHeight": 400, "quadrantPadding": 12, "pointRadius": 7, "pointLabelFontSize": 18, "titleFontSize": 22, "xAxisLabelFontSize": 17, "yAxisLabelFontSize": 17}, "themeVariables": ${JSON.stringify(PALETTE)}}}%%`,
    'quadrantChart',
    `    title ${mermaidLabel(chart.title)}`,
    `    x-axis ${endsOf(chart.x)}`,
    `    y-axis ${endsOf(chart.y)}`,
    ...labelled(points).map(([label, { x, y }]) => {
      const at = [
        placeOf(
          x,
          chart.x,
          points.map((p) => p.x),
        ),
        placeOf(
          y ?? 0,
          chart.y,
          points.map((p) => p.y ?? 0),
        ),
      ];
      return `    "${label}": [${at.join(', ')}]`;
    }),
  ];
  return blocks(['```mermaid', ...lines, '```'].join('\n'), captionOf(chart));
}

/** Returns `"lower mean latency (s)" --> "higher"`. */
function endsOf({ label }: Axis): string {
  return `"${t`lower ${mermaidLabel(label)}`}" --> "${t`higher`}"`;
}

/** Returns each scenario once, and the answers that are none at the end. */
function pointsOf({ series }: Chart): readonly ChartPoint[] {
  const isAnswers = (id: string): boolean => id === 'answers';
  const of = (wanted: (id: string) => boolean): readonly ChartPoint[] =>
    series.flatMap(({ id, kind, points }) => (kind === 'points' && wanted(id) ? points : []));
  return [
    ...of((id) => !isAnswers(id)),
    ...of(isAnswers).filter(({ scenario }) => scenario === undefined),
  ];
}

const [BLUE] = LINE_COLOURS;

/** Axes are grey and points blue, on light and on dark. */
const PALETTE = {
  quadrant1Fill: '#7f7f7f14',
  quadrant2Fill: '#7f7f7f14',
  quadrant3Fill: '#2e9e5a33',
  quadrant4Fill: '#7f7f7f14',
  quadrantPointFill: BLUE.hex,
  quadrantPointTextFill: BLUE.hex,
  quadrantTitleFill: AXIS_COLOUR,
  quadrantXAxisTextFill: AXIS_COLOUR,
  quadrantYAxisTextFill: AXIS_COLOUR,
  quadrantInternalBorderStrokeFill: '#80808066',
  quadrantExternalBorderStrokeFill: AXIS_COLOUR,
};

/** Names each point by its scenario. Names that read alike are numbered, since a chart has each label once. */
function labelled(points: readonly ChartPoint[]): readonly (readonly [string, ChartPoint])[] {
  const seen = new Map<string, number>();
  return points.map((point) => {
    const label = mermaidLabel(point.scenario ?? point.tag ?? '');
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return [times === 1 ? label : `${label} (${times})`, point];
  });
}

/** Returns the place of a value between 0 and 1 on the scale of the chart's axis. */
function placeOf(value: number, axis: Axis, values: readonly number[]): string {
  const scale = axis.scale === 'log' ? Math.log10 : (x: number) => x;
  const low = axis.scale === 'log' ? Math.min(...values) : 0;
  const [from, to] = [scale(low), scale(Math.max(...values))];
  const share = to > from ? (scale(value) - from) / (to - from) : 0.5;
  return (0.06 + 0.84 * share).toFixed(3);
}

function captionOf({ x, y }: Chart): string {
  const isLog = x.scale === 'log' || y.scale === 'log';
  return joinSentences(
    t`The best options are at the bottom left.`,
    isLog ? t`Distances are logarithmic.` : undefined,
  );
}
