/** Shows a scenario: needs, cost, speed, verdicts, and the formulas of all figures. */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { verdictOf } from '../../engine/assess/ownVerdict';
import { strongestLeverOf } from '../../engine/explore/sensitivity';
import { clearlyLess } from '../../engine/util/rounding';
import { formatFigure } from '../../messages/figures';
import { formatAgainstLimits, limitsOn } from '../../messages/formatAgainstLimits';
import type { LabelledFigure } from '../../messages/labelledFormulas';
import { blocks, bold, escapeSentence } from '../../messages/markdown';
import { objectiveFigures } from '../../messages/objectiveFigures';
import { describeBand, describeKnown, explainBadge } from '../../messages/provenance';
import { describeChange, describeEffect } from '../../messages/sensitivity';
import { describeOverload, NOT_SIZED_WORDS } from '../../messages/verdictReasons';
import { describeWaiting } from '../../messages/waiting';
import { dotted, escapeName, lines } from '../markdown';
import { linkedTo, type Places } from '../place';
import { dayLine, growthLine } from './changeLines';
import { boldFigure, formulasBlock } from './figureText';
import { memoryLine } from './memoryText';
import { verdictLines } from './verdictText';

export function scenarioCard(
  assessment: Assessment,
  assessed: ScenarioAssessment,
  places: Places,
): string {
  const { memory } = assessed;
  return blocks(
    titleLine(assessed, places),
    verdictLines(places, assessed),
    lines(
      sizeLine(assessed, places),
      elsewhereLine(assessed, places),
      slotsLine(assessed),
      latencyLine(assessed, places),
      memoryLine(memory),
      leverLine(assessment, assessed),
      growthLine(assessment, assessed),
      dayLine(assessment, assessed),
    ),
    legendLine(assessed),
    formulasBlock(places, explainedFigures(assessed)),
  );
}

/** Explains the badge of the latency. */
function legendLine({ latency }: ScenarioAssessment): string | undefined {
  return latency && `*${escapeSentence(explainBadge(latency))}*`;
}

/** Returns the figures of the lines above, with those that its own target is judged by. */
function explainedFigures(assessed: ScenarioAssessment): readonly LabelledFigure[] {
  const { nodes, cost, latency, waiting, queueDepth, memory } = assessed;
  const own = verdictOf(assessed);
  const queues = (queueDepth?.value ?? 0) > 0;
  return [
    { label: t`nodes`, figure: nodes },
    { label: t`cost`, figure: cost?.perHour },
    { label: t`latency`, figure: latency },
    { label: t`waiting`, figure: queues ? queueDepth : undefined },
    { label: t`waiting`, figure: waiting },
    ...objectiveFigures(own ? [own] : []),
    { label: t`memory that can be used`, figure: memory?.usable },
    { label: t`memory needed`, figure: memory?.needed },
  ];
}

function titleLine({ spec: scenario }: ScenarioAssessment, places: Places): string {
  const { name, title, engine } = scenario;
  const on = linkedTo(places, engine.path, escapeName(engine.name), 'key');
  return dotted(bold(escapeName(name)), title && escapeName(title), t`on ${on}`);
}

function sizeLine(assessed: ScenarioAssessment, places: Places): string {
  const { nodes, notSized, cost, verdicts } = assessed;
  const targets = verdicts.map(({ target }) => target);
  if (!nodes) {
    const why = notSized ? `: ${NOT_SIZED_WORDS[notSized]}` : '';
    return `${bold(t`Not sized`)}${escapeSentence(why)}`;
  }
  const prices = cost
    ? [
        boldFigure(places, cost.perHour, limitsOn('budget', targets)),
        escapeSentence(formatAgainstLimits(cost.perMonth, limitsOn('budget', targets))),
      ]
    : [t`no costs: the node has no price`];
  return dotted(boldFigure(places, nodes), ...prices);
}

/** Writes the cost on the other nodes that the engine names: `On gcp: $12.00/h`. */
function elsewhereLine({ cost }: ScenarioAssessment, places: Places): string | undefined {
  if (!cost || cost.elsewhere.length === 0) return undefined;
  const each = cost.elsewhere.map(({ node, perHour }) => {
    const name = linkedTo(places, node.path, escapeName(node.name), 'key');
    return perHour ? t`on ${name} ${boldFigure(places, perHour)}` : t`on ${name} no price`;
  });
  return t`The same nodes ${each.join(', ')}`;
}

/** Writes the effect of a lever: `10 % fewer users: 113 nodes, $169.50/h`. */
function leverLine(assessment: Assessment, assessed: ScenarioAssessment): string | undefined {
  const lever = strongestLeverOf(assessment, assessed);
  return lever && escapeSentence(`${describeChange(lever)}: ${describeEffect(lever)}`);
}

/** Writes `1,000 slots · 1,000 in flight · none waiting`. */
function slotsLine(assessed: ScenarioAssessment): string | undefined {
  const { slots, inFlight } = assessed;
  if (!slots) return undefined;
  const waiting = describeWaiting(assessed);
  const exceeds = inFlight && clearlyLess(slots.value, inFlight.value);
  return dotted(
    escapeSentence(formatFigure(slots)),
    inFlight && t`${escapeSentence(formatFigure(inFlight))} in flight`,
    waiting && (exceeds ? bold(escapeSentence(waiting)) : escapeSentence(waiting)),
  );
}

function latencyLine(assessed: ScenarioAssessment, places: Places): string {
  const { latency, waiting, overloaded, verdicts } = assessed;
  if (overloaded)
    return t`${bold(t`No latency`)}: the scenario ${escapeSentence(describeOverload(assessed))}`;
  if (!latency) return t`Latency unknown: no benchmark gives it`;
  const band = assessed.band;
  const known = escapeSentence(
    [describeKnown(latency), ...(band ? [describeBand(band)] : [])].join('; '),
  );
  const limits = limitsOn(
    'latency',
    verdicts.map(({ target }) => target),
  );
  const mean = boldFigure(places, latency, limits);
  if (!waiting || waiting.value <= 0) return t`${mean} mean latency (${known})`;
  const wait = escapeSentence(formatFigure(waiting));
  return t`${mean} mean latency, ${wait} of it queueing (${known})`;
}
