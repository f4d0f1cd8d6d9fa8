/** Builds the scenarios: their places, their controls, and the table of all. */
import type { AnswerOption } from '../charts/answerOptions';
import { withAnswers } from '../charts/answerRows';
import { scenarioColour, scenarioMark } from '../charts/colours';
import { scenarioColumns } from '../charts/scenarioColumns';
import { scenarioNotes } from '../charts/scenarioNotes';
import { scenarioRows } from '../charts/scenarioTable';
import { listNames, sayName } from '../charts/words';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { KeyPath } from '../engine/plan/plan';
import type { Range } from '../plan/range';
import {
  EXPLAINABLE_COLUMNS,
  type ExplainableColumn,
  type ScenarioEntry,
  type ScenarioTable,
} from './picture';
import type { Places } from './places';
import { fieldPathsOf } from './whatIf/fields';

/** @param fields The paths that have a control. */
export function drawScenarios(
  assessment: Assessment,
  places: Places,
  fields: ReadonlySet<KeyPath>,
): readonly ScenarioEntry[] {
  return assessment.scenarios.map((assessed) => ({
    name: assessed.spec.name,
    title: assessed.spec.title,
    range: entryRange(places, assessed.spec.path),
    fields: fieldPathsOf(assessed).filter((path) => fields.has(path)),
    colour: scenarioColour(assessment, assessed),
    mark: scenarioMark(assessment, assessed),
  }));
}

/** @param answers None, if they follow. */
export function drawScenarioTable(
  assessment: Assessment,
  answers: readonly AnswerOption[],
): ScenarioTable {
  const columns = scenarioColumns(assessment);
  return {
    columns: columns.map(({ id, title, align }) => ({
      title: id === 'verdict' ? title : titleWords(title),
      align,
    })),
    rows: withAnswers(scenarioRows(assessment, columns), columns, answers, assessment),
    explains: columns.map(({ id }) => (isExplainable(id) ? id : null)),
    notes: scenarioNotes(assessment, MARKED).flat(),
  };
}

export const NO_SCENARIOS: ScenarioTable = { columns: [], rows: [], explains: [], notes: [] };

/** Names as the sentences of findings mark them. */
const MARKED = {
  name: sayName,
  names: (all: readonly ScenarioAssessment[]): string => listNames(all),
  words: (sentence: string): string => sentence,
};

/** Turns `` `parallel` `` into `Parallel`. */
function titleWords(title: string): string {
  const words = title.replaceAll('`', '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isExplainable(id: string): id is ExplainableColumn {
  return EXPLAINABLE_COLUMNS.some((column) => column === id);
}

/** Returns the range from the key to the end of its value. */
function entryRange(places: Places, path: KeyPath): Range | undefined {
  const [key, value] = [places.rangeOf(path, 'key'), places.rangeOf(path, 'value')];
  return key && value ? { start: key.start, end: Math.max(key.end, value.end) } : (key ?? value);
}
