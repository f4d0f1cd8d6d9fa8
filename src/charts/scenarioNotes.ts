/** Says what the comparison of scenarios shows: which are not sized, queueing or dominated. */
import { t } from '@vscode/l10n';
import { formatFigure } from '../messages/figures';
import { describeOverload, NOT_SIZED_WORDS } from '../messages/verdictReasons';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { findFrontier } from '../engine/recommend/frontier';
import { clearlyLess } from '../engine/util/rounding';

/** How a view writes: names and sentences of `messages` are escaped, or not. */
interface NoteStyle {
  readonly name: (assessed: ScenarioAssessment) => string;
  readonly names: (scenarios: readonly ScenarioAssessment[]) => string;
  readonly words: (sentence: string) => string;
}

/** Returns groups of lines. Each line of a group says the same of another scenario. */
export function scenarioNotes(
  assessment: Assessment,
  style: NoteStyle,
): readonly (readonly string[])[] {
  const { scenarios } = assessment;
  return [
    scenarios.flatMap((assessed) => notSizedNote(assessed, style)),
    scenarios
      .filter(({ overloaded }) => overloaded)
      .map((assessed) => `${style.name(assessed)} ${style.words(describeOverload(assessed))}.`),
    scenarios.flatMap((assessed) => queueNote(assessed, style)),
    dominatedNotes(assessment, style),
  ];
}

function notSizedNote(assessed: ScenarioAssessment, { name, words }: NoteStyle): readonly string[] {
  const { notSized } = assessed;
  return notSized ? [t`${name(assessed)} is not sized: ${words(NOT_SIZED_WORDS[notSized])}.`] : [];
}

function queueNote(assessed: ScenarioAssessment, { name, words }: NoteStyle): readonly string[] {
  const { inFlight, slots, queueDepth, waiting } = assessed;
  // random queueing below a mean that fits is not worth a note
  if (!queueDepth || !inFlight || !slots || !clearlyLess(slots.value, inFlight.value)) return [];
  const who = name(assessed);
  const queue = words(formatFigure(queueDepth));
  const isOne = queueDepth.value === 1;
  if (!waiting) {
    return isOne
      ? [t`${who} queues: ${queue} waits for a slot on average.`]
      : [t`${who} queues: ${queue} wait for a slot on average.`];
  }
  const time = words(formatFigure(waiting));
  return isOne
    ? [t`${who} queues: ${queue} waits for a slot on average, for ${time} of its latency.`]
    : [t`${who} queues: ${queue} wait for a slot on average, each for ${time} of its latency.`];
}

/** Writes one line for each scenario that replaces others. */
function dominatedNotes(assessment: Assessment, { name, names }: NoteStyle): readonly string[] {
  const { dominated } = findFrontier(assessment);
  const byWinner = new Map<ScenarioAssessment, ScenarioAssessment[]>();
  for (const loser of assessment.scenarios) {
    const winner = dominated.get(loser);
    if (!winner) continue;
    const losers = byWinner.get(winner) ?? [];
    losers.push(loser);
    byWinner.set(winner, losers);
  }
  return [...byWinner].map(([winner, losers]) => {
    return losers.length === 1
      ? t`${names(losers)} is beaten by ${name(winner)}: no worse on cost or latency, with evidence at least as strong.`
      : t`${names(losers)} are beaten by ${name(winner)}: no worse on cost or latency, with evidence at least as strong.`;
  });
}
