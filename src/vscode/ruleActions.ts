/** Builds the actions on a finding that change no plan: its rule's page, and the level of the rule. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { ruleAnchor } from '../lint/ruleCatalog';
import { codeOf } from './codeOf';
import { TURN_OFF } from './registerTurnRuleOff';
import { codeAction } from './showText';

export function ruleActions(
  diagnostics: readonly vscode.Diagnostic[],
  { uri }: vscode.TextDocument,
  rulesPage: vscode.Uri,
): vscode.CodeAction[] {
  const codes = diagnostics.map(codeOf);
  return [...new Set(codes)].flatMap((code) => {
    const about = diagnostics.filter((_, index) => codes[index] === code);
    const page = rulesPage.with({ fragment: ruleAnchor(code) });
    return [
      action(t`Turn \`${code}\` off`, about, TURN_OFF, [uri, code]),
      action(t`What does \`${code}\` mean?`, about, 'vscode.open', [page]),
    ];
  });
}

function action(
  title: string,
  diagnostics: vscode.Diagnostic[],
  command: string,
  args: readonly unknown[],
): vscode.CodeAction {
  const made = codeAction(title, vscode.CodeActionKind.QuickFix);
  made.diagnostics = diagnostics;
  made.command = { command, title: made.title, arguments: [...args] };
  return made;
}
