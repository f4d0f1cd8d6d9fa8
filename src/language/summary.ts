/** Sums up a plan for a list of plans: its status, and a line for each scenario. */
import type { Analysis } from '../lint/analysis';
import { indexLines } from '../plan/lineIndex';
import { findChange } from '../plan/textChange';
import {
  describeStanding,
  describeStatus,
  standingOf,
  worstOf,
  type Standing,
  type Status,
} from './status';

export interface Summary {
  readonly status: Status;
  /** That of the worst scenario. Undefined if no scenario is assessed. */
  readonly standing: Standing | undefined;
  readonly scenarios: readonly ScenarioSummary[];
}

export interface ScenarioSummary {
  readonly name: string;
  readonly title: string | undefined;
  readonly standing: Standing;
  /** Text such as `misses strict · 125 nodes · $188/h`. */
  readonly text: string;
  /** Place of its name, from 0. */
  readonly line: number;
  readonly column: number;
}

/** @param lastGood The last analysis with an assessment. Its scenarios stay while the text is broken. */
export function summarize(current: Analysis, lastGood: Analysis | undefined): Summary {
  const status = describeStatus(current, lastGood);
  const shown = current.assessment ? current : lastGood;
  const scenarios = shown?.assessment?.scenarios ?? [];
  const worst = worstOf(scenarios);
  const placeOf = placesIn(current, shown);
  return {
    status,
    standing: current.assessment && worst && standingOf(worst),
    scenarios: scenarios.map((assessed) => ({
      name: assessed.spec.name,
      title: assessed.spec.title,
      standing: standingOf(assessed),
      text: describeStanding(assessed),
      ...placeOf(assessed.spec.path),
    })),
  };
}

/** Returns where a key of the shown analysis is in the current text: its start where it is gone. */
function placesIn(
  { document: { text } }: Analysis,
  shown: Analysis | undefined,
): (path: string) => { readonly line: number; readonly column: number } {
  const lines = indexLines(text);
  const change = findChange(shown?.document.text ?? text, text);
  return (path) => {
    const { start = 0 } = shown?.document.rangeOf(path, 'key') ?? {};
    return lines.positionAt(change.toNew(start) ?? 0);
  };
}
