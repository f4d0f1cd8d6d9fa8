/** Other YAML support, which reports broken YAML itself. */
import * as vscode from 'vscode';

/** The user made the document plain `yaml`, and an extension is there that serves that language. */
export function stepsBack({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'yaml' && vscode.extensions.all.some(servesYaml);
}

/** Extensions with code for YAML are activated by it; grammars and colours are not. */
function servesYaml({ packageJSON }: vscode.Extension<unknown>): boolean {
  const manifest: unknown = packageJSON;
  if (typeof manifest !== 'object' || manifest === null) return false;
  const events: unknown = 'activationEvents' in manifest ? manifest.activationEvents : undefined;
  return Array.isArray(events) && events.includes('onLanguage:yaml');
}
