// Configures the VS Code of the tests: few built-in extensions, no network, the same looks on every machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { VSCODE } from './host.mjs';

/**
 * Built-in extensions that the tests keep. Git, chat and the TypeScript server are out, since they get in a test's
 * way. Extensions that this VS Code lacks are left out.
 */
export const BUILTIN_EXTENSIONS = [
  'configuration-editing',
  'json',
  'markdown-basics',
  'markdown-language-features',
  'mermaid-markdown-features',
  'theme-defaults',
  'theme-seti',
  'yaml',
].filter((name) => existsSync(join(VSCODE, 'extensions', name)));

export const SETTINGS = {
  // A web workbench saves typed text after a second. On a slow machine the next test would read that.
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
