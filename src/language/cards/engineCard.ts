/** Shows an engine: its settings, the evidence on its speed, and its best option for each target. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../../engine/assess/assessment';
import type { CurvePoint, LatencyCurve, ModelledCurve } from '../../engine/curve/curve';
import type { EngineAssessment } from '../../engine/curve/engineAssessment';
import { tokenFloor } from '../../engine/hardware/floor';
import { weightsOf } from '../../engine/hardware/weights';
import { recommend } from '../../engine/recommend/recommend';
import { formatFigure } from '../../messages/figures';
import { blocks, bold, bullets, codeSpan, escapeSentence } from '../../messages/markdown';
import { describeExcessContext } from '../../messages/memory';
import { formatNumber } from '../../messages/numbers';
import { describeKnown } from '../../messages/provenance';
import { joinSentences } from '../../messages/sentences';
import { dotted, escapeName, lines, table } from '../markdown';
import { linkedTo, type Places } from '../place';
import { recommendationText } from './optionText';

export function engineCard(
  assessment: Assessment,
  engine: EngineAssessment,
  places: Places,
): string {
  return blocks(
    lines(
      dotted(titleLine(engine, places), usedBy(assessment, engine, places)),
      modelLine(engine),
      excessLine(engine),
    ),
    knownBlock(engine, places),
    bestBlock(assessment, engine, places),
  );
}

function titleLine({ spec: engine }: EngineAssessment, places: Places): string {
  const { name, type, node } = engine;
  const kind = type && type.value !== name ? type.value : undefined;
  const on = node && linkedTo(places, node.path, escapeName(node.name), 'key');
  return dotted(bold(escapeName(name)), kindOn(kind, on));
}

function kindOn(kind: string | undefined, node: string | undefined): string {
  if (node === undefined) return kind === undefined ? t`engine` : t`${kind} engine`;
  return kind === undefined ? t`engine on ${node}` : t`${kind} engine on ${node}`;
}

function modelLine({ spec: engine }: EngineAssessment): string | undefined {
  const { model, quantization, servers } = engine;
  const weights = weightsOf(engine);
  const floor = tokenFloor(engine);
  const several =
    servers.value > 1 ? t`${formatNumber(servers.value)} servers on a node` : undefined;
  return dotted(
    model && codeSpan(model.value),
    quantization && codeSpan(quantization.value),
    weights && t`${escapeSentence(formatFigure(weights.size))} of weights`,
    floor && t`at least ${escapeSentence(formatFigure(floor))} a token`,
    several,
  );
}

function excessLine({ spec: engine }: EngineAssessment): string | undefined {
  const text = describeExcessContext(engine);
  return text && escapeSentence(text);
}

const MOST_POINTS = 12;

function knownBlock({ curve }: EngineAssessment, places: Places): string {
  const { points, follows, modelled } = curve;
  if (points.length === 0)
    return modelled
      ? t`Latency by the token model for ${lengthsOf(modelled)}, ${describeKnown(modelled.server)}.`
      : t`Nothing is known of its speed: no observation gives a latency and a load.`;
  const at = follows === 'parallel' ? t`slots` : t`in flight`;
  const rows = points.slice(0, MOST_POINTS).map((point) => pointRow(point, places));
  const more =
    points.length > MOST_POINTS
      ? t`… and ${formatNumber(points.length - MOST_POINTS)} more`
      : undefined;
  return blocks(table([at, t`latency`, t`evidence`], rows), more, curveLine(curve));
}

function pointRow({ at, latency, observations }: CurvePoint, places: Places): readonly string[] {
  const path = observations[0]?.observation.path;
  return [
    formatNumber(at),
    bold(linkedTo(places, path, escapeSentence(formatFigure(latency)))),
    escapeSentence(describeKnown(latency)),
  ];
}

function lengthsOf({ promptTokens, outputTokens }: ModelledCurve): string {
  return `${formatNumber(promptTokens.value)} + ${formatFigure(outputTokens)}`;
}

function curveLine({ points, follows, shape, modelled }: LatencyCurve): string {
  const what =
    follows === 'parallel'
      ? t`Latency depends on the slots only, not on the load.`
      : t`Latency depends on the requests in flight.`;
  if (modelled) {
    return joinSentences(
      what,
      t`At the points it is as observed. Elsewhere the token model is fitted to them, for ${lengthsOf(modelled)}.`,
    );
  }
  if (points.length === 1) {
    return joinSentences(what, t`Beyond the only point it is assumed to grow in proportion.`);
  }
  return joinSentences(
    what,
    shape === 'families'
      ? t`A curve is fitted between the points. A straight line continues beyond the last one.`
      : t`Straight lines connect the points and continue beyond them.`,
  );
}

const MOST_SCENARIOS = 8;

function usedBy(
  { scenarios }: Assessment,
  engine: EngineAssessment,
  places: Places,
): string | undefined {
  const used = scenarios.filter((scenario) => scenario.engine === engine);
  if (used.length === 0) return undefined;
  const names = used
    .slice(0, MOST_SCENARIOS)
    .map(({ spec: scenario }) => linkedTo(places, scenario.path, escapeName(scenario.name), 'key'));
  const more = used.length > MOST_SCENARIOS ? [t`${used.length - MOST_SCENARIOS} more`] : [];
  return t`used by ${[...names, ...more].join(', ')}`;
}

function bestBlock(
  assessment: Assessment,
  engine: EngineAssessment,
  places: Places,
): string | undefined {
  const items = recommend(assessment).map(({ target, byEngine }) => {
    const name = bold(linkedTo(places, target.path, escapeName(target.name), 'key'));
    const found = byEngine.find((entry) => entry.engine === engine);
    const answer = found ? recommendationText(places, found.recommendation) : t`unknown`;
    return t`Best for ${name}: ${answer}`;
  });
  return items.length === 0 ? undefined : bullets(items);
}
