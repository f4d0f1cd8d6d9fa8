/** Detects other YAML support, which reports broken YAML itself. */
import * as vscode from 'vscode';

/** Returns true if the document is plain `yaml` and another extension serves that language. */
export function stepsBack({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'yaml' && vscode.extensions.all.some(servesYaml);
}

/** Returns true for extensions with code for YAML: only they are activated by it. Grammars and colours are not. */
function servesYaml({ packageJSON }: vscode.Extension<unknown>): boolean {
  const manifest: unknown = packageJSON;
  if (typeof manifest !== 'object' || manifest === null) return false;
  const events: unknown = 'activationEvents' in manifest ? manifest.activationEvents : undefined;
  return Array.isArray(events) && events.includes('onLanguage:yaml');
}
