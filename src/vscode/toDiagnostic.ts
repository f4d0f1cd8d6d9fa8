/** Converts a finding to VS Code's diagnostic. */
import * as vscode from 'vscode';
import { describeFinding, describeRelated } from '../messages/findings';
import type { Finding, Severity } from '../lint/finding';
import { ruleAnchor } from '../lint/ruleCatalog';
import { toRange } from './ranges';
import * as showText from './showText';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** @param rulesPage The page with a heading for each rule. */
export function toDiagnostic(
  document: vscode.TextDocument,
  finding: Finding,
  rulesPage: vscode.Uri,
): vscode.Diagnostic {
  const { code, severity, range, related } = finding;
  const diagnostic = showText.diagnostic(
    toRange(document, range),
    describeFinding(finding),
    SEVERITIES[severity],
  );
  diagnostic.source = 'Capacity Plan';
  diagnostic.code = { value: code, target: rulesPage.with({ fragment: ruleAnchor(code) }) };
  diagnostic.relatedInformation = related.map((place) =>
    showText.related(
      new vscode.Location(document.uri, toRange(document, place.range)),
      describeRelated(place),
    ),
  );
  if (code === 'plan.unused') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
