/** A scenario: what it needs and costs, how fast it is, what it meets, and the formulas of all that. */
import { blocks, bold, escapeSentence } from '../../catalogue/markdown';
import { formatBeside, limitsOn } from '../../catalogue/besideLimits';
import { describeBand, describeKnown, formatFigure } from '../../catalogue/figures';
import { describeChange, describeEffect } from '../../catalogue/sensitivity';
import { NOT_SIZED_WORDS } from '../../catalogue/verdicts';
import type { Assessment, ScenarioAssessment } from '../../engine/assessment';
import type { Figure } from '../../engine/figure';
import { strongestLeverOf } from '../../engine/sensitivity';
import { latencyBand } from '../../engine/latencyBand';
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
  const { nodes, cost, latency, waiting, queueDepth, verdicts, memory } = assessed;
  return blocks(
    titleLine(assessed, places),
    lines(
      sizeLine(assessed, places),
      slotsLine(assessed),
      latencyLine(assessed, places),
      memoryLine(memory),
      leverLine(assessment, assessed),
      growthLine(assessment, assessed),
      dayLine(assessment, assessed),
    ),
    verdictLines(places, verdicts, latency),
    formulasBlock(places, [
      nodes,
      cost?.perHour,
      latency,
      ...((queueDepth?.value ?? 0) > 0 ? [queueDepth, waiting] : []),
      memory?.usable,
      memory?.needed,
    ]),
  );
}

function titleLine({ scenario }: ScenarioAssessment, places: Places): string {
  const { name, title, engine } = scenario;
  const on = linkedTo(places, engine.path, escapeName(engine.name), 'key');
  return dotted(bold(escapeName(name)), title && escapeName(title), `on ${on}`);
}

function sizeLine(assessed: ScenarioAssessment, places: Places): string {
  const { nodes, notSized, cost, verdicts } = assessed;
  const targets = verdicts.map(({ target }) => target);
  if (!nodes) {
    const why = notSized ? `: ${NOT_SIZED_WORDS[notSized]}` : '';
    return `${bold('Not sized')}${escapeSentence(why)}`;
  }
  const prices = cost
    ? [
        boldFigure(places, cost.perHour, limitsOn('budget', targets)),
        escapeSentence(formatBeside(cost.perMonth, limitsOn('budget', targets))),
      ]
    : ['no costs: the node has no price'];
  return dotted(boldFigure(places, nodes), ...prices);
}

/** What could be pulled: `10 % fewer users: 113 nodes, $169.50/h`. */
function leverLine(assessment: Assessment, assessed: ScenarioAssessment): string | undefined {
  const lever = strongestLeverOf(assessment, assessed);
  return lever && escapeSentence(`${describeChange(lever)}: ${describeEffect(lever)}`);
}

/** `1,000 slots · 1,000 in flight · none waiting`. */
function slotsLine({ slots, inFlight, queueDepth }: ScenarioAssessment): string | undefined {
  if (!slots) return undefined;
  const waiting =
    queueDepth && (queueDepth.value > 0 ? bold(waitingWords(queueDepth)) : 'none waiting');
  return dotted(
    escapeSentence(formatFigure(slots)),
    inFlight && `${escapeSentence(formatFigure(inFlight))} in flight`,
    waiting,
  );
}

function waitingWords(queueDepth: Figure): string {
  return `${escapeSentence(formatFigure(queueDepth))} waiting`;
}

function latencyLine(assessed: ScenarioAssessment, places: Places): string {
  const { latency, waiting, overloaded, verdicts } = assessed;
  if (overloaded) return `${bold('Overloaded')}: more requests arrive than the nodes can serve`;
  if (!latency) return 'Latency unknown: no observation of the engine tells it';
  const wait =
    waiting && waiting.value > 0
      ? `, ${escapeSentence(formatFigure(waiting))} of it waiting for a slot`
      : '';
  const band = latencyBand(assessed);
  const known = [describeKnown(latency), ...(band ? [describeBand(band)] : [])].join('; ');
  const limits = limitsOn(
    'latency',
    verdicts.map(({ target }) => target),
  );
  return `${boldFigure(places, latency, limits)} latency${wait} (${escapeSentence(known)})`;
}
