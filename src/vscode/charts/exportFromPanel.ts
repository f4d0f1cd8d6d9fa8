/** Exports from the panel: charts as pictures, tables as text. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { tableText } from '../../panel/tableText';
import type { FromPanel, TableFormat, TableId } from '../../protocol';
import type { AnswerTo, Question } from '../../query/questions';
import type { Plans } from '../plans';
import { bytesOfBase64, saveNextToPlan } from './saveNextToPlan';
import type { ShownPlan } from './shownPicture';

type ExportMessage = Extract<
  FromPanel,
  { type: 'savePng' | 'saveSvg' | 'copyTable' | 'saveTable' }
>;

interface Source {
  readonly shown: ShownPlan;
  readonly plan: vscode.Uri;
  readonly plans: Plans;
}

const ENDINGS = { csv: 'csv', markdown: 'md' } as const;

/** @returns The message to show (`Copied.`), or undefined if people changed their mind. */
export async function exportFromPanel(
  message: ExportMessage,
  source: Source,
): Promise<string | undefined> {
  const { plan } = source;
  switch (message.type) {
    case 'savePng':
      return told(await saveNextToPlan(plan, message.chart, 'png', bytesOfBase64(message.data)));
    case 'saveSvg': {
      const { chart, scales, changes } = message;
      const svg = await answerOf(source, { type: 'chartSvg', chart, scales, changes });
      if (svg === undefined) return nothing();
      return told(await saveNextToPlan(plan, chart, 'svg', svg));
    }
    case 'copyTable': {
      const text = await tableAsText(source, message.table, message.format);
      if (text === undefined) return nothing();
      await vscode.env.clipboard.writeText(text);
      return t`Copied.`;
    }
    case 'saveTable': {
      const text = await tableAsText(source, message.table, message.format);
      if (text === undefined) return nothing();
      return told(await saveNextToPlan(plan, message.table, ENDINGS[message.format], text));
    }
  }
}

const nothing = (): string => t`There is nothing to take along yet.`;

function told(name: string | undefined): string | undefined {
  return name === undefined ? undefined : t`Saved ${name}.`;
}

async function tableAsText(
  source: Source,
  id: TableId,
  format: TableFormat,
): Promise<string | undefined> {
  if (id === 'scenarios') return tableText(source.shown.picture.scenarioTable, format);
  return answerOf(source, { type: 'chartTable', chart: id, format });
}

/** Asks about the plan as it is shown. */
async function answerOf<Q extends Question>(
  { shown: { snapshot }, plans }: Source,
  question: Q,
): Promise<AnswerTo<Q> | undefined> {
  const asked = snapshot && (await plans.askAbout(snapshot, question));
  return asked?.kind === 'answered' ? asked.answer : undefined;
}
