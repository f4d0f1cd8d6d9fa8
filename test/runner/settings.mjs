// What the VS Code of the tests starts with: few built-in extensions, no network, the same looks on every machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { VSCODE } from './host.mjs';

/** No git, no chat, no TypeScript server in the way of a test. Those that this VS Code does not have are left out. */
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
  // A web workbench saves what is typed after a second: on a slow machine the next test would read that.
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
