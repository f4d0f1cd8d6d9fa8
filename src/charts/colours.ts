/** Assigns colours and shapes, the same in every chart of a plan. */
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { scenariosOf } from '../engine/assess/scenariosOf';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { Source } from '../engine/plan/plan';
import type { Colour, Mark } from './chart';

export const HUES = ['blue', 'orange', 'purple', 'green', 'red', 'yellow'] as const;
const MARKS = ['circle', 'square', 'diamond', 'triangle', 'star', 'cross'] as const;

/** Number of scenarios up to which a legend names each. */
export const MOST_IN_LEGEND = 12;

/** Returns the colour of the only scenario on an engine. A colour means a scenario, so other engines have none. */
export function engineColour(assessment: Assessment, engine: EngineAssessment): Colour {
  const [only, ...others] = scenariosOf(assessment, engine);
  return only && others.length === 0 ? scenarioColour(assessment, only) : 'foreground';
}

/** Returns the colour of a scenario, the same in every chart and table. */
export function scenarioColour({ scenarios }: Assessment, scenario: ScenarioAssessment): Colour {
  return HUES[Math.max(0, scenarios.indexOf(scenario)) % HUES.length] ?? 'blue';
}

/** Changes the mark when colours repeat, so that the first 36 scenarios all look different. */
export function scenarioMark({ scenarios }: Assessment, scenario: ScenarioAssessment): Mark {
  const index = Math.max(0, scenarios.indexOf(scenario));
  return MARKS[(index + Math.floor(index / HUES.length)) % MARKS.length] ?? 'circle';
}

/** Marks by source. A star is an operating point of a scenario. */
export const SOURCE_MARKS: Readonly<Record<Source, Mark>> = {
  measured: 'circle',
  reported: 'square',
  estimate: 'diamond',
  guess: 'triangle',
};
