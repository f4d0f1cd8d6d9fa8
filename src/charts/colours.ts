/** Who has which colour and shape: the same in every chart of a plan. */
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { Source } from '../engine/plan/plan';
import type { Colour, Mark } from './chart';

export const HUES = ['blue', 'orange', 'purple', 'green', 'red', 'yellow'] as const;
const MARKS = ['circle', 'square', 'diamond', 'triangle', 'star', 'cross'] as const;

export function engineColour({ engines }: Assessment, engine: EngineAssessment): Colour {
  return HUES[Math.max(0, engines.indexOf(engine)) % HUES.length] ?? 'blue';
}

/** Where lines are scenarios, of which an engine may have many. */
export function scenarioColour({ scenarios }: Assessment, scenario: ScenarioAssessment): Colour {
  return HUES[Math.max(0, scenarios.indexOf(scenario)) % HUES.length] ?? 'blue';
}

/** Another one as soon as colours repeat, so that no two of the first 36 look alike. */
export function scenarioMark({ scenarios }: Assessment, scenario: ScenarioAssessment): Mark {
  const index = Math.max(0, scenarios.indexOf(scenario));
  return MARKS[(index + Math.floor(index / HUES.length)) % MARKS.length] ?? 'circle';
}

/** A star is what a scenario makes of them. */
export const SOURCE_MARKS: Readonly<Record<Source, Mark>> = {
  measured: 'circle',
  reported: 'square',
  estimate: 'diamond',
  guess: 'triangle',
};
