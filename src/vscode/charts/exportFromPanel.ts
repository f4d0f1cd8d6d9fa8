/** Exports from the panel: charts as pictures, tables as text. */
import * as vscode from 'vscode';
import { drawChart } from '../../charts/drawCharts';
import { renderSvg } from '../../charts/svg/renderSvg';
import type { Table } from '../../charts/table';
import { shownChart } from '../../panel/shownChart';
import { tableText } from '../../panel/tableText';
import type { FromPanel, TableFormat, TableId } from '../../protocol';
import { bytesOfBase64, saveNextToPlan } from './saveNextToPlan';
import type { ShownPlan } from './shownPlan';

type TakeAlong = Extract<FromPanel, { type: 'savePng' | 'saveSvg' | 'copyTable' | 'saveTable' }>;

const ENDINGS = { csv: 'csv', markdown: 'md' } as const;

/** @returns The message to show (`Copied.`), or undefined if people changed their mind. */
export async function exportFromPanel(
  message: TakeAlong,
  shown: ShownPlan,
  plan: vscode.Uri,
): Promise<string | undefined> {
  switch (message.type) {
    case 'savePng':
      return told(await saveNextToPlan(plan, message.chart, 'png', bytesOfBase64(message.data)));
    case 'saveSvg': {
      const { chart: id, scales, changes } = message;
      const chart = shown.analysis && shownChart(shown.analysis, id, scales, changes);
      if (!chart) return NOTHING;
      return told(await saveNextToPlan(plan, message.chart, 'svg', renderSvg(chart)));
    }
    case 'copyTable': {
      const text = tableAsText(shown, message.table, message.format);
      if (text === undefined) return NOTHING;
      await vscode.env.clipboard.writeText(text);
      return 'Copied.';
    }
    case 'saveTable': {
      const text = tableAsText(shown, message.table, message.format);
      if (text === undefined) return NOTHING;
      return told(await saveNextToPlan(plan, message.table, ENDINGS[message.format], text));
    }
  }
}

const NOTHING = 'There is nothing to take along yet.';

function told(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `Saved ${name}.`;
}

function tableAsText(shown: ShownPlan, id: TableId, format: TableFormat): string | undefined {
  const table = tableOf(shown, id);
  return table && tableText(table, format);
}

function tableOf({ picture, analysis }: ShownPlan, id: TableId): Table | undefined {
  if (id === 'scenarios') return picture.scenarioTable;
  return analysis?.assessment && drawChart(analysis.assessment, id)?.table;
}
