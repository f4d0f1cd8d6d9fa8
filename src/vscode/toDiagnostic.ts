/** Converts findings to VS Code's diagnostics. */
import * as vscode from 'vscode';
import type { Severity } from '../lint/finding';
import { ruleAnchor } from '../lint/ruleCatalog';
import type { FindingText } from '../query/questions';
import { refusalWords, type Refusal } from '../worker/asked';
import { toRange, type Places } from './ranges';
import * as showText from './showText';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const SOURCE = 'Capacity Plan';

/** @param rulesPage The page with a heading for each rule. */
export function toDiagnostic(
  document: Places,
  { code, severity, message, range, related }: FindingText,
  rulesPage: vscode.Uri,
): vscode.Diagnostic {
  const diagnostic = showText.diagnostic(toRange(document, range), message, SEVERITIES[severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: code, target: rulesPage.with({ fragment: ruleAnchor(code) }) };
  diagnostic.relatedInformation = related.map((place) =>
    showText.related(
      new vscode.Location(document.uri, toRange(document, place.range)),
      place.message,
    ),
  );
  if (code === 'plan.unused') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** Says at the start of the text why there are no findings. */
export function refusalDiagnostic(refusal: Refusal): vscode.Diagnostic {
  return uncheckedDiagnostic(refusalWords(refusal));
}

export function uncheckedDiagnostic(words: string): vscode.Diagnostic {
  const start = new vscode.Range(0, 0, 0, 0);
  const diagnostic = showText.diagnostic(start, words, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = SOURCE;
  return diagnostic;
}
