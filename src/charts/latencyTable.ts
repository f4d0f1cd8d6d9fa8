/** Table of a chart of latency: its observations and operating points as rows. */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { placeObservations, type PlacedObservation } from '../engine/explore/curveReadings';
import { describeBand, describeKnown } from '../messages/provenance';
import { placeOf } from './curveSeries';
import { figureCell, numberCell } from './numberCell';
import { placeRead } from './operatingSeries';
import { NOTHING } from './scenarioColumns';
import type { Table, TableRow } from './table';
import { nameOf, scenarioTitle, textCell } from './words';

export function latencyTable(assessment: Assessment, engines: readonly EngineAssessment[]): Table {
  return {
    columns: [
      { title: t`Engine`, align: 'left' },
      { title: t`What`, align: 'left' },
      { title: t`At`, align: 'right' },
      { title: t`Latency`, align: 'right' },
      { title: t`Known`, align: 'left' },
    ],
    rows: engines.flatMap((engine) => [
      ...placeObservations(engine).map((placed) => observationRow(engine, placed)),
      ...assessment.scenarios
        .filter((assessed) => assessed.engine === engine)
        .map((assessed) => scenarioRow(engine, assessed)),
    ]),
  };
}

function observationRow(
  { spec: engine, curve }: EngineAssessment,
  { observation, at, latency }: PlacedObservation,
): TableRow {
  const { name } = observation.observation;
  const isNamed = name !== undefined && name.trim() !== '';
  return {
    cells: [
      textCell(nameOf(engine)),
      textCell(isNamed ? nameOf({ name }) : t`observation`),
      numberCell(placeOf(curve.follows, at), at),
      figureCell(latency),
      textCell(describeKnown(latency)),
    ],
  };
}

function scenarioRow(
  { spec: engine, curve }: EngineAssessment,
  assessed: ScenarioAssessment,
): TableRow {
  const { latency, spec: scenario } = assessed;
  const { value } = placeRead(assessed);
  const band = assessed.band;
  const known = latency ? describeKnown(latency) : NOTHING;
  return {
    cells: [
      textCell(nameOf(engine)),
      textCell(scenarioTitle(assessed)),
      numberCell(placeOf(curve.follows, value), value),
      figureCell(latency),
      textCell(band ? `${known}; ${describeBand(band)}` : known),
    ],
    scenario: scenario.name,
  };
}
