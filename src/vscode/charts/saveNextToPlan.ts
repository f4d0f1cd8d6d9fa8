/** Saves a chart or table from the panel, by default beside the plan. */
import * as vscode from 'vscode';
import { besidePlan, nameOf } from '../fileNames';
import { replaceFile } from '../replaceFile';

const KINDS = { png: 'PNG', svg: 'SVG', csv: 'CSV', md: 'Markdown' } as const;

/** @returns The name of the saved file, or undefined if the dialog was cancelled. */
export async function saveNextToPlan(
  plan: vscode.Uri,
  what: string,
  ending: keyof typeof KINDS,
  content: string | Uint8Array,
): Promise<string | undefined> {
  // `chat.capacity.yaml` and `trade-off` give `chat-trade-off.svg`.
  const defaultUri = besidePlan(plan, `-${what}.${ending}`);
  const target = await vscode.window.showSaveDialog({
    filters: { [KINDS[ending]]: [ending] },
    ...(defaultUri && { defaultUri }),
  });
  if (!target) return undefined;
  await replaceFile(target, content);
  return nameOf(target);
}

export function bytesOfBase64(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
